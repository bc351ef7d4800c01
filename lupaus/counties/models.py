"""Wellbeing services counties and what they consist of."""

from typing import Self

from django.db import models

from lupaus.counties.states import CountyKind, LanguageStatus
from lupaus.web.public_ids import public_id_field


class County(models.Model):
    """The public body that organises social and health services (hyvinvointialue); the tenant of Lupaus."""

    code = models.CharField(max_length=10, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=CountyKind, default=CountyKind.COUNTY)
    is_bilingual = models.BooleanField(default=False)
    is_in_use = models.BooleanField(default=False)
    is_demo = models.BooleanField(default=False)
    host = models.CharField(max_length=120, blank=True)
    instrument_name = models.CharField(max_length=80, blank=True)
    carrier_document = models.CharField(max_length=120, blank=True)
    deciding_body = models.CharField(max_length=80, blank=True)
    contact_email = models.EmailField(blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name_plural = "counties"

    def __str__(self) -> str:
        return self.name

    @property
    def county(self) -> Self:
        return self

    @property
    def required_languages(self) -> tuple[str, ...]:
        """The languages in which a decided promise must be published."""
        return ("fi", "sv") if self.is_bilingual else ("fi",)


class Municipality(models.Model):
    """A municipality (kunta) of a county, with its language status."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="municipalities")
    code = models.CharField(max_length=10)
    name = models.CharField(max_length=80)
    language_status = models.CharField(max_length=12, choices=LanguageStatus, default=LanguageStatus.FINNISH)
    population = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "municipalities"
        constraints = [
            models.UniqueConstraint(fields=["county", "code"], name="municipality_code_once_in_county")
        ]

    def __str__(self) -> str:
        return self.name


class Area(models.Model):
    """A part of the county (alue): a group of municipalities that residents recognise."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="areas")
    public_id = public_id_field()
    name = models.CharField(max_length=80)
    order = models.PositiveSmallIntegerField(default=0)
    municipalities = models.ManyToManyField(Municipality, related_name="areas", blank=True)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.name


class Segment(models.Model):
    """A customer group (asiakassegmentti) for which a promise of its own can be given."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="segments")
    public_id = public_id_field()
    name = models.CharField(max_length=80)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.name


class Service(models.Model):
    """A service (palvelu) that the county organises and a promise can cover."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="services")
    public_id = public_id_field()
    name = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.name


Part = Area | Segment | Service
