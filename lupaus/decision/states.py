"""States of a decision package and what a council can decide."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lupaus.promise.states import VersionState

# A version can be taken to the council while it is one of these.
ON_ITS_WAY = (VersionState.DRAFT, VersionState.FROZEN)


class PackageState(models.TextChoices):
    FROZEN = "frozen", _("frozen for the council")
    DECIDED = "decided", _("decided")
    RETURNED = "returned", _("returned for preparation")


PACKAGE_MOVES: dict[str, frozenset[str]] = {
    PackageState.FROZEN: frozenset({PackageState.DECIDED, PackageState.RETURNED}),
    PackageState.DECIDED: frozenset(),
    PackageState.RETURNED: frozenset(),
}


class CouncilOutcome(models.TextChoices):
    APPROVED = "approved", _("approved")
    RETURNED = "returned", _("returned for preparation")


class Lack(models.TextChoices):
    """What may be missing before a promise goes to the council."""

    SYNTHESIS = "synthesis", _("The synthesis has not been signed off.")
    WORDING = "wording", _("The wording is not ready.")
    BASIS = "basis", _("The pledge rests on nothing.")
    DISPOSITION = "disposition", _("What became of this conclusion has not been said.")
    REASON = "reason", _("The public reason is missing in a language.")
    TARGET = "target", _("The pledge has no yearly target.")
    RESPONSIBLE = "responsible", _("Nobody answers for the yearly target.")
    BUDGET = "budget", _("The yearly target has no budget reference.")
    LANGUAGE = "language", _("The yearly target is missing in a language.")


class Part(models.TextChoices):
    """The parts the gate goes through, in the order of the thread."""

    SYNTHESIS = "synthesis", _("Synthesis")
    WORDING = "wording", _("Wording of the promise")
    BASIS = "basis", _("What the pledges rest on")
    DISPOSITION = "disposition", _("What became of the conclusions")
    TARGETS = "targets", _("Yearly targets, responsibility and money")
