"""States of a synthesis and its conclusions, and on which side a piece of evidence stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConclusionState(models.TextChoices):
    DRAFT = "draft", _("draft")
    SIGNED_OFF = "signed_off", _("signed off")


CONCLUSION_MOVES: dict[str, frozenset[str]] = {
    ConclusionState.DRAFT: frozenset({ConclusionState.SIGNED_OFF}),
    ConclusionState.SIGNED_OFF: frozenset(),
}


class SynthesisState(models.TextChoices):
    OPEN = "open", _("being made")
    SIGNED_OFF = "signed_off", _("signed off")


SYNTHESIS_MOVES: dict[str, frozenset[str]] = {
    SynthesisState.OPEN: frozenset({SynthesisState.SIGNED_OFF}),
    SynthesisState.SIGNED_OFF: frozenset({SynthesisState.OPEN}),
}


class Stance(models.TextChoices):
    FOR = "for", _("for")
    AGAINST = "against", _("against")
