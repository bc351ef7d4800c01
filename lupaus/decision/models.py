"""What the council decides on, and what it decided."""

from typing import Self

from django.db import models
from django.db.models import Q

from lupaus.counties.models import County
from lupaus.decision.states import CouncilOutcome, PackageState
from lupaus.people.models import User
from lupaus.promise.models import Pledge, Version
from lupaus.web.public_ids import public_id_field


class YearlyTargetQuerySet(models.QuerySet["YearlyTarget"]):
    def of(self, county: County) -> Self:
        return self.filter(pledge__pair__promise__county=county)


class YearlyTarget(models.Model):
    """What will have come true of a pledge by the end of a year (vuositavoite), and who answers for it."""

    pledge = models.ForeignKey(Pledge, on_delete=models.CASCADE, related_name="yearly_targets")
    public_id = public_id_field()
    year = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    measured_by = models.CharField(max_length=300)
    responsible = models.CharField(max_length=160)
    budget_reference = models.CharField(max_length=160, blank=True)
    set_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    set_at = models.DateTimeField()

    objects = YearlyTargetQuerySet.as_manager()

    class Meta:
        ordering = ["pledge_id", "year"]
        constraints = [
            models.UniqueConstraint(fields=["pledge", "year"], name="one_target_per_pledge_and_year"),
            models.CheckConstraint(
                condition=Q(year__gte=2020, year__lte=2100), name="target_year_is_believable"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.text}"

    @property
    def county(self) -> County:
        return self.pledge.pair.promise.county


class PackageQuerySet(models.QuerySet["DecisionPackage"]):
    def of(self, county: County) -> Self:
        return self.filter(version__promise__county=county)


class DecisionPackage(models.Model):
    """What was put before the council (päätöspaketti), frozen whole and sealed with a hash."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="packages")
    public_id = public_id_field()
    state = models.CharField(max_length=10, choices=PackageState, default=PackageState.FROZEN)
    body = models.JSONField()
    sha256 = models.CharField(max_length=64)
    compiled_at = models.DateTimeField()
    compiled_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = PackageQuerySet.as_manager()

    class Meta:
        ordering = ["-compiled_at"]
        constraints = [models.UniqueConstraint(fields=["version"], name="a_version_goes_to_the_council_once")]

    @property
    def county(self) -> County:
        return self.version.promise.county


class CouncilDecisionQuerySet(models.QuerySet["CouncilDecision"]):
    def of(self, county: County) -> Self:
        return self.filter(package__version__promise__county=county)


class CouncilDecision(models.Model):
    """What the council decided (valtuuston päätös), where it stands in the minutes, and from when it holds."""

    package = models.OneToOneField(DecisionPackage, on_delete=models.PROTECT, related_name="decision")
    public_id = public_id_field()
    outcome = models.CharField(max_length=10, choices=CouncilOutcome)
    body_name = models.CharField(max_length=120)
    decided_on = models.DateField()
    section = models.CharField(max_length=40)
    minutes_address = models.URLField(blank=True)
    note = models.CharField(max_length=400, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    objects = CouncilDecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_on"]

    @property
    def county(self) -> County:
        return self.package.version.promise.county
