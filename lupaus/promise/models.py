"""The promise model (the wheel): two viewpoints, five perspectives, ten pledges in five pairs."""

from typing import Self

from django.db import models
from django.db.models import Q

from lupaus.counties.models import County, Segment
from lupaus.foundations.models import Goal
from lupaus.foundations.states import Perspective, Viewpoint
from lupaus.people.models import User
from lupaus.process.models import Process
from lupaus.promise.states import Outcome, VersionState
from lupaus.synthesis.models import Conclusion
from lupaus.web.public_ids import public_id_field


class ServicePromiseQuerySet(models.QuerySet["ServicePromise"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)

    def published(self) -> Self:
        return self.filter(versions__state=VersionState.DECIDED).distinct()


class ServicePromise(models.Model):
    """A public statement to residents on how the county organises its services (palvelulupaus)."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="promises")
    process = models.ForeignKey(
        Process, on_delete=models.SET_NULL, null=True, blank=True, related_name="promises"
    )
    segment = models.ForeignKey(
        Segment, on_delete=models.SET_NULL, null=True, blank=True, related_name="promises"
    )
    public_id = public_id_field()
    title = models.CharField(max_length=160)

    objects = ServicePromiseQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title


class VersionQuerySet(models.QuerySet["Version"]):
    def of(self, county: County) -> Self:
        return self.filter(promise__county=county)

    def decided(self) -> Self:
        return self.filter(state=VersionState.DECIDED)


class Version(models.Model):
    """One wording of the whole promise (versio). Once it has left the draft state it never changes."""

    promise = models.ForeignKey(ServicePromise, on_delete=models.CASCADE, related_name="versions")
    public_id = public_id_field()
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=VersionState, default=VersionState.DRAFT)
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    statement_of_intent = models.CharField(max_length=160, blank=True)
    resident_principle = models.CharField(max_length=80, blank=True)
    organiser_principle = models.CharField(max_length=80, blank=True)
    change_reason = models.CharField(max_length=400, blank=True)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    frozen_at = models.DateTimeField(null=True, blank=True)
    frozen_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    content_sha256 = models.CharField(max_length=64, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["promise_id", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["promise", "number"], name="version_number_once_in_promise"),
            models.UniqueConstraint(
                fields=["promise"], condition=Q(state="draft"), name="one_draft_at_a_time_in_a_promise"
            ),
            models.UniqueConstraint(
                fields=["promise"], condition=Q(state="decided"), name="one_decided_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.promise} {self.number}"

    @property
    def county(self) -> County:
        return self.promise.county

    @property
    def is_draft(self) -> bool:
        return self.state == VersionState.DRAFT


class PledgePair(models.Model):
    """A counterpart pair (vastinpari): what a perspective means to the organiser and to the resident."""

    promise = models.ForeignKey(ServicePromise, on_delete=models.CASCADE, related_name="pairs")
    perspective = models.CharField(max_length=20, choices=Perspective)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["promise_id", "order"]
        constraints = [
            models.UniqueConstraint(fields=["promise", "perspective"], name="one_pair_per_perspective")
        ]

    @property
    def county(self) -> County:
        return self.promise.county


class PledgeQuerySet(models.QuerySet["Pledge"]):
    def of(self, county: County) -> Self:
        return self.filter(pair__promise__county=county)


class Pledge(models.Model):
    """One pledge (lupaus) with the same identity over all versions of the promise."""

    pair = models.ForeignKey(PledgePair, on_delete=models.CASCADE, related_name="pledges")
    viewpoint = models.CharField(max_length=10, choices=Viewpoint)
    public_id = public_id_field()

    objects = PledgeQuerySet.as_manager()

    class Meta:
        ordering = ["pair__order", "-viewpoint"]
        constraints = [
            models.UniqueConstraint(fields=["pair", "viewpoint"], name="one_pledge_per_viewpoint_of_a_pair")
        ]

    @property
    def county(self) -> County:
        return self.pair.promise.county

    @property
    def perspective(self) -> str:
        return self.pair.perspective


class Wording(models.Model):
    """What a pledge says in one version (sanamuoto): the sentence, in plain language, and why it changed."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="wordings")
    pledge = models.ForeignKey(Pledge, on_delete=models.CASCADE, related_name="wordings")
    sentence = models.CharField(max_length=200, blank=True)
    plain = models.TextField(blank=True)
    change_reason = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["version_id", "pledge__pair__order", "-pledge__viewpoint"]
        constraints = [
            models.UniqueConstraint(fields=["version", "pledge"], name="a_pledge_is_worded_once_in_a_version")
        ]

    @property
    def county(self) -> County:
        return self.version.promise.county


class Point(models.Model):
    """A supporting point under a pledge (tukeva kohta)."""

    wording = models.ForeignKey(Wording, on_delete=models.CASCADE, related_name="points")
    text = models.CharField(max_length=240)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]


class Basis(models.Model):
    """What a pledge stands on (peruste): a conclusion of the synthesis or a goal of a strategy."""

    wording = models.ForeignKey(Wording, on_delete=models.CASCADE, related_name="basis")
    conclusion = models.ForeignKey(
        Conclusion, on_delete=models.PROTECT, null=True, blank=True, related_name="basis"
    )
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="basis")
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "bases"
        constraints = [
            models.CheckConstraint(
                condition=Q(conclusion__isnull=False, goal__isnull=True)
                | Q(conclusion__isnull=True, goal__isnull=False),
                name="basis_is_a_conclusion_or_a_goal",
            ),
            models.UniqueConstraint(
                fields=["wording", "conclusion"],
                condition=Q(goal=None),
                name="a_conclusion_is_named_once_as_basis",
            ),
            models.UniqueConstraint(
                fields=["wording", "goal"], condition=Q(conclusion=None), name="a_goal_is_named_once_as_basis"
            ),
        ]


class Disposition(models.Model):
    """What became of a signed-off conclusion (miten johtopäätös otettiin huomioon), with a public reason."""

    promise = models.ForeignKey(ServicePromise, on_delete=models.CASCADE, related_name="dispositions")
    conclusion = models.ForeignKey(Conclusion, on_delete=models.PROTECT, related_name="dispositions")
    outcome = models.CharField(max_length=10, choices=Outcome)
    reason = models.CharField(max_length=500)
    pledges = models.ManyToManyField(Pledge, related_name="dispositions", blank=True)
    disposed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    disposed_at = models.DateTimeField()

    class Meta:
        ordering = ["conclusion_id"]
        constraints = [
            models.UniqueConstraint(fields=["promise", "conclusion"], name="a_conclusion_is_disposed_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="disposition_has_a_reason"),
        ]

    @property
    def county(self) -> County:
        return self.promise.county
