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


class AsideReason(models.TextChoices):
    """Why nothing is quoted from a text; its writer sees the reason with the receipt."""

    SAID_ALREADY = "said_already", _("The same has already been quoted from others.")
    THANKS = "thanks", _("A greeting or thanks: there is nothing to change.")
    NOT_OURS = "not_ours", _("It is about something we do not organise.")
    TOO_GENERAL = "too_general", _("It cannot be tied to any service or perspective.")


class Stance(models.TextChoices):
    FOR = "for", _("for")
    AGAINST = "against", _("against")
