"""Units, measures and contract clauses: by whom and how a pledge is kept."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from lupaus.counties.models import County
from lupaus.decision.models import YearlyTarget
from lupaus.implementation.states import MeasureState
from lupaus.people.models import User
from lupaus.promise.models import Pledge
from lupaus.web.public_ids import public_id_field


class UnitQuerySet(models.QuerySet["Unit"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)


class Unit(models.Model):
    """A unit of the county that answers for measures (vastuuyksikkö)."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="units")
    public_id = public_id_field()
    name = models.CharField(max_length=120)
    responsible = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="units"
    )
    responsible_role = models.CharField(max_length=120, blank=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class MeasureQuerySet(models.QuerySet["Measure"]):
    def of(self, county: County) -> Self:
        return self.filter(pledge__pair__promise__county=county)


class Measure(models.Model):
    """A deed by which a pledge is kept (toimenpide), with a unit that answers for it."""

    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="measures")
    target = models.ForeignKey(
        YearlyTarget, on_delete=models.SET_NULL, null=True, blank=True, related_name="measures"
    )
    public_id = public_id_field()
    title = models.CharField(max_length=200)
    reason = models.CharField(max_length=300, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="measures")
    starts_on = models.DateField()
    ends_on = models.DateField()
    state = models.CharField(max_length=10, choices=MeasureState, default=MeasureState.PLANNED)
    state_note = models.CharField(max_length=300, blank=True)
    state_since = models.DateField(null=True, blank=True)

    objects = MeasureQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="measure_ends_after_it_starts"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def county(self) -> County:
        return self.pledge.pair.promise.county


class ProviderQuerySet(models.QuerySet["Provider"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)


class Provider(models.Model):
    """Who delivers services under a contract (tuottaja): a company, an association or an own unit."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="providers")
    public_id = public_id_field()
    name = models.CharField(max_length=160)

    objects = ProviderQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ContractClauseQuerySet(models.QuerySet["ContractClause"]):
    def of(self, county: County) -> Self:
        return self.filter(pledge__pair__promise__county=county)


class ContractClause(models.Model):
    """A term of a provider's contract that carries a pledge (sopimusehto)."""

    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="contract_clauses")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="clauses")
    public_id = public_id_field()
    text = models.CharField(max_length=400)
    contract = models.CharField(max_length=160)
    holds_from = models.DateField()

    objects = ContractClauseQuerySet.as_manager()

    class Meta:
        ordering = ["holds_from", "id"]

    @property
    def county(self) -> County:
        return self.pledge.pair.promise.county
