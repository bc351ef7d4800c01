"""States of a promise's versions, and what became of a conclusion."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class VersionState(models.TextChoices):
    DRAFT = "draft", _("draft")
    FROZEN = "frozen", _("frozen")
    DECIDED = "decided", _("decided")
    SUPERSEDED = "superseded", _("superseded")


VERSION_MOVES: dict[str, frozenset[str]] = {
    VersionState.DRAFT: frozenset({VersionState.FROZEN}),
    VersionState.FROZEN: frozenset({VersionState.DECIDED, VersionState.SUPERSEDED}),
    VersionState.DECIDED: frozenset({VersionState.SUPERSEDED}),
    VersionState.SUPERSEDED: frozenset(),
}


class Outcome(models.TextChoices):
    TAKEN = "taken", _("taken into the promise")
    PARTLY = "partly", _("taken in part")
    NOT_TAKEN = "not_taken", _("not taken")
