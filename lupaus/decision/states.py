"""States of a decision package and what a council can decide."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
