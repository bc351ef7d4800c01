"""What a promise rests on: strategies and their goals, national objectives, steering and law."""

from typing import Self

from django.db import models

from lupaus.counties.models import County, Service
from lupaus.foundations.states import StrategyKind
from lupaus.people.models import User
from lupaus.web.public_ids import public_id_field


class StrategyQuerySet(models.QuerySet["Strategy"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)


class Strategy(models.Model):
    """A strategy of the county (strategia); the service strategy carries the promise."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="strategies")
    public_id = public_id_field()
    kind = models.CharField(max_length=10, choices=StrategyKind, default=StrategyKind.SERVICE)
    title = models.CharField(max_length=200)
    decided_on = models.DateField(null=True, blank=True)
    address = models.URLField(blank=True)

    objects = StrategyQuerySet.as_manager()

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

    code = models.CharField(max_length=40, unique=True)
    text = models.CharField(max_length=300)
    source = models.CharField(max_length=200)
    valid_from = models.PositiveSmallIntegerField()
    valid_to = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text


class SteeringRecommendationQuerySet(models.QuerySet["SteeringRecommendation"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)


class SteeringRecommendation(models.Model):
    """What the ministries recommended to this county in the yearly negotiation (toimenpidesuositus)."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="steering_recommendations")
    public_id = public_id_field()
    year = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=400)
    address = models.URLField(blank=True)

    objects = SteeringRecommendationQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "id"]

    def __str__(self) -> str:
        return self.text


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
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.act_name} {self.section} ({self.act})".replace("  ", " ")


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
        ordering = ["-valid_from", "id"]


class FoundationItemQuerySet(models.QuerySet["FoundationItem"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)


class FoundationItem(models.Model):
    """One thing the foundation must cover (perustan tarkistuslista), with the county's conclusion of it."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="foundation_items")
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=160)
    guide = models.TextField(blank=True)
    conclusion = models.TextField(blank=True)
    concluded_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    concluded_at = models.DateTimeField(null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    objects = FoundationItemQuerySet.as_manager()

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["county", "key"], name="foundation_item_once_in_county")
        ]

    def __str__(self) -> str:
        return self.title


class FoundationConclusionQuerySet(models.QuerySet["FoundationConclusion"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)


class FoundationConclusion(models.Model):
    """A short conclusion on the whole foundation (johtopäätös), to look back at when the promise is finished."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="foundation_conclusions")
    public_id = public_id_field()
    text = models.CharField(max_length=300)
    order = models.PositiveSmallIntegerField(default=0)
    written_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField()

    objects = FoundationConclusionQuerySet.as_manager()

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.text
