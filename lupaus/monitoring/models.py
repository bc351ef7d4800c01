"""Indicators, their path and observations, and what was done when the path was lost."""

from typing import Self

from django.db import models
from django.db.models import Q

from lupaus.counties.models import Area, County
from lupaus.implementation.models import Measure
from lupaus.monitoring.states import Direction, IndicatorKind, ValueState
from lupaus.people.models import User
from lupaus.promise.models import Pledge
from lupaus.web.public_ids import public_id_field


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)

    def key(self) -> Self:
        return self.filter(is_key=True)


class Indicator(models.Model):
    """A number by which the keeping of pledges is followed (mittari)."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="indicators")
    public_id = public_id_field()
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=160)
    explanation = models.TextField(blank=True)
    kind = models.CharField(max_length=10, choices=IndicatorKind)
    direction = models.CharField(max_length=4, choices=Direction)
    unit = models.CharField(max_length=60)
    decimals = models.PositiveSmallIntegerField(default=1)
    source = models.CharField(max_length=300)
    source_address = models.URLField(blank=True)
    owner = models.CharField(max_length=160, blank=True)
    is_key = models.BooleanField(default=False)
    stale_after_days = models.PositiveSmallIntegerField(default=400)
    baseline = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    baseline_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    pledges = models.ManyToManyField(Pledge, related_name="indicators", blank=True)
    measures = models.ManyToManyField(Measure, related_name="indicators", blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["county", "code"], name="indicator_code_once_in_county")
        ]

    def __str__(self) -> str:
        return self.name


class TargetPoint(models.Model):
    """A point of the path from baseline to target (tavoitepolun piste)."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="path")
    on = models.DateField()
    value = models.DecimalField(max_digits=16, decimal_places=4)

    class Meta:
        ordering = ["on"]
        constraints = [models.UniqueConstraint(fields=["indicator", "on"], name="one_target_per_day")]


class ObservationImport(models.Model):
    """A file of observations that was taken in (mittaritietojen tuonti): who, when, from what."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="observation_imports")
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")


class ObservationPreviewQuerySet(models.QuerySet["ObservationPreview"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)


class ObservationPreview(models.Model):
    """A file that has been looked at and not taken in (tuonnin esikatselu); gone when it is taken in or replaced."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="observation_previews")
    public_id = public_id_field()
    body = models.JSONField()
    digest = models.CharField(max_length=64)
    previewed_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="observation_previews")
    previewed_at = models.DateTimeField()

    objects = ObservationPreviewQuerySet.as_manager()


class Observation(models.Model):
    """A measured value at a time (havainto), for the whole county or one area; dimensions never mix with totals."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="observations")
    area = models.ForeignKey(
        Area, on_delete=models.CASCADE, null=True, blank=True, related_name="observations"
    )
    on = models.DateField()
    value = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    state = models.CharField(max_length=16, choices=ValueState, default=ValueState.AVAILABLE)
    note = models.CharField(max_length=300, blank=True)
    taken_in = models.ForeignKey(
        ObservationImport, on_delete=models.SET_NULL, null=True, blank=True, related_name="observations"
    )

    class Meta:
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "on"], condition=Q(area=None), name="one_value_per_day_for_the_county"
            ),
            models.UniqueConstraint(
                fields=["indicator", "area", "on"],
                condition=Q(area__isnull=False),
                name="one_value_per_day_for_an_area",
            ),
        ]


class CorrectiveActionQuerySet(models.QuerySet["CorrectiveAction"]):
    def of(self, county: County) -> Self:
        return self.filter(indicator__county=county)


class CorrectiveAction(models.Model):
    """What was found off the path, why, and what is done about it (korjaava toimi)."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="corrective_actions")
    public_id = public_id_field()
    finding = models.CharField(max_length=400)
    cause = models.CharField(max_length=400)
    action = models.CharField(max_length=400)
    responsible = models.CharField(max_length=160)
    found_on = models.DateField()
    due_on = models.DateField()
    effect = models.CharField(max_length=400, blank=True)
    effect_checked_on = models.DateField(null=True, blank=True)
    raised_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = CorrectiveActionQuerySet.as_manager()

    class Meta:
        ordering = ["-found_on", "-id"]

    @property
    def county(self) -> County:
        return self.indicator.county
