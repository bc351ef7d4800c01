"""Kinds of organisers and the language status of municipalities."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CountyKind(models.TextChoices):
    COUNTY = "county", _("wellbeing services county")
    CITY = "city", _("city that organises its own services")
    EXAMPLE = "example", _("example county")


class LanguageStatus(models.TextChoices):
    FINNISH = "fi", _("Finnish-speaking")
    SWEDISH = "sv", _("Swedish-speaking")
    BILINGUAL_FINNISH = "bilingual_fi", _("bilingual, Finnish-speaking majority")
    BILINGUAL_SWEDISH = "bilingual_sv", _("bilingual, Swedish-speaking majority")
