"""What a promise rests on: strategies and their goals, national objectives, steering and law."""

from typing import Self

from django.db import models

from lupaus.counties.models import County, Service
from lupaus.foundations.states import StrategyKind
from lupaus.web.public_ids import public_id_field


class Strategy(models.Model):
    """A strategy of the county (strategia); the service strategy carries the promise."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="strategies")
    kind = models.CharField(max_length=10, choices=StrategyKind, default=StrategyKind.SERVICE)
    title = models.CharField(max_length=200)
    decided_on = models.DateField(null=True, blank=True)
    address = models.URLField(blank=True)

    class Meta:
        ordering = ["kind", "id"]
        verbose_name_plural = "strategies"

    def __str__(self) -> str:
        return self.title


class GoalQuerySet(models.QuerySet["Goal"]):
    def of(self, county: County) -> Self:
        return self.filter(strategy__county=county)


class Goal(models.Model):
    """A goal of a strategy (tavoite) that pledges can serve."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="goals")
    public_id = public_id_field()
    text = models.CharField(max_length=300)
    order = models.PositiveSmallIntegerField(default=0)

    objects = GoalQuerySet.as_manager()

    class Meta:
        ordering = ["strategy_id", "order", "id"]

    def __str__(self) -> str:
        return self.text

    @property
    def county(self) -> County:
        return self.strategy.county


class NationalObjective(models.Model):
    """A national objective (valtakunnallinen tavoite) set by the Government; the same for every county."""

    code = models.CharField(max_length=20, unique=True)
    text = models.CharField(max_length=300)
    source = models.CharField(max_length=200)
    valid_from = models.PositiveSmallIntegerField()
    valid_to = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.text


class SteeringRecommendation(models.Model):
    """What the ministries recommended to this county in the yearly negotiation (toimenpidesuositus)."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="steering_recommendations")
    year = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=400)
    address = models.URLField(blank=True)

    class Meta:
        ordering = ["-year", "id"]


class LegalReference(models.Model):
    """A section of law that shapes the work, shown as a link and never as advice (säädösviite)."""

    code = models.CharField(max_length=40, unique=True)
    act = models.CharField(max_length=20)
    section = models.CharField(max_length=20, blank=True)
    act_name = models.CharField(max_length=160)
    says = models.TextField()
    address = models.URLField()
    read_on = models.DateField()

    class Meta:
        ordering = ["act", "section"]

    def __str__(self) -> str:
        return f"{self.act_name} {self.section} ({self.act})"


class LegalFloor(models.Model):
    """A limit that law set for a service at a time (lain vähimmäistaso): what a pledge may go beyond."""

    service_name = models.CharField(max_length=160)
    limit = models.CharField(max_length=120)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    act = models.CharField(max_length=60)
    service = models.ForeignKey(
        Service, on_delete=models.SET_NULL, null=True, blank=True, related_name="legal_floors"
    )

    class Meta:
        ordering = ["service_name", "valid_from"]


class FoundationItem(models.Model):
    """One thing the foundation must cover (perustan tarkistuslista), with the county's conclusion of it."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="foundation_items")
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=160)
    guide = models.TextField(blank=True)
    conclusion = models.TextField(blank=True)
    concluded_by = models.CharField(max_length=120, blank=True)
    concluded_at = models.DateTimeField(null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["county", "key"], name="foundation_item_once_in_county")
        ]
