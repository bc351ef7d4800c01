"""Kinds of indicators and of observations."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IndicatorKind(models.TextChoices):
    PROGRESS = "progress", _("progress indicator")
    OUTCOME = "outcome", _("outcome indicator")


class Direction(models.TextChoices):
    UP = "up", _("more is better")
    DOWN = "down", _("less is better")


class ValueState(models.TextChoices):
    AVAILABLE = "available", _("available")
    NOT_AVAILABLE = "not_available", _("not available")
    OTHER_BODY = "other_body", _("reported by another body")
    BREAK = "break", _("break in the series")
    PRELIMINARY = "preliminary", _("preliminary")
