"""The five perspectives, the two viewpoints, and kinds of foundations."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Perspective(models.TextChoices):
    """One of five sides of a service (osa-alue); availability and accessibility are always considered."""

    AVAILABILITY = "availability", _("Availability")
    ACCESSIBILITY = "accessibility", _("Accessibility")
    QUALITY = "quality", _("Quality")
    EFFECTIVENESS = "effectiveness", _("Effectiveness")
    INTEGRATION = "integration", _("Integration")


class Viewpoint(models.TextChoices):
    """Whose eyes a pledge is seen with (näkökulma)."""

    RESIDENT = "resident", _("Resident")
    ORGANISER = "organiser", _("Organiser")


class StrategyKind(models.TextChoices):
    COUNTY = "county", _("county strategy")
    SERVICE = "service", _("service strategy")
    OTHER = "other", _("other strategy or plan")
