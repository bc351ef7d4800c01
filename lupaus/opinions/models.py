"""Opinion maps: claims, and people's answers to them."""

from typing import Self

from django.db import models
from django.db.models import Q

from lupaus.counties.models import County
from lupaus.participation.models import LANGUAGE_NAMES, Consultation, Contribution, Result
from lupaus.participation.states import Moderation
from lupaus.people.models import Participant, User
from lupaus.web.public_ids import public_id_field


class OpinionMapQuerySet(models.QuerySet["OpinionMap"]):
    def of(self, county: County) -> Self:
        return self.filter(consultation__county=county)

    def visible_to(self, user: object, county: County) -> Self:
        """The gate: a map is seen by those who see its consultation."""
        return self.of(county).filter(consultation__in=Consultation.objects.visible_to(user, county))


class OpinionMap(models.Model):
    """An opinion map (mielipidekartta): people agree, disagree or pass on short claims."""

    consultation = models.OneToOneField(Consultation, on_delete=models.CASCADE, related_name="opinion_map")
    seed = models.PositiveIntegerField(default=1)
    takes_claims = models.BooleanField(default=True)
    imported_from = models.CharField(max_length=300, blank=True)

    objects = OpinionMapQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.consultation)

    @property
    def county(self) -> County:
        return self.consultation.county


class ClaimQuerySet(models.QuerySet["Claim"]):
    def of(self, county: County) -> Self:
        return self.filter(opinion_map__consultation__county=county)

    def published(self) -> Self:
        """Claims that people may answer: read by a moderator and shown."""
        return self.filter(contribution__moderation=Moderation.PUBLISHED)


class Claim(models.Model):
    """A short sentence that people agree or disagree with (väittämä). Its author's words are a contribution."""

    opinion_map = models.ForeignKey(OpinionMap, on_delete=models.CASCADE, related_name="claims")
    contribution = models.OneToOneField(Contribution, on_delete=models.PROTECT, related_name="claim")
    number = models.PositiveIntegerField()
    text = models.TextField()
    is_seed = models.BooleanField(default=False)
    is_meta = models.BooleanField(default=False)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["opinion_map", "number"], name="claim_number_once_in_map")
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def county(self) -> County:
        return self.opinion_map.consultation.county


class Vote(models.Model):
    """A participant's present answer to a claim (vastaus): 1 agree, 0 pass, -1 disagree."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="votes")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="votes")
    value = models.SmallIntegerField()
    form_key = models.UUIDField(null=True, blank=True)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "claim"], name="one_answer_per_claim"),
            models.CheckConstraint(
                condition=Q(value__in=[-1, 0, 1]), name="answer_is_agree_pass_or_disagree"
            ),
        ]


class VoteEvent(models.Model):
    """Every answer ever given to a claim, changes included: what the last answer is derived from."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="vote_events")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="vote_events")
    value = models.SmallIntegerField()
    form_key = models.UUIDField(null=True, blank=True, unique=True)
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(value__in=[-1, 0, 1]), name="event_is_agree_pass_or_disagree")
        ]


class Exposure(models.Model):
    """A claim was drawn for a participant (näyttö), with the chance it had; without a chance, before we knew the device."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="exposures")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="exposures")
    probability = models.FloatField(null=True, blank=True)
    shown_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "claim"], name="a_claim_is_first_shown_once")
        ]


class ClaimReport(models.Model):
    """A participant did not understand a claim (ilmoitus): it is put aside for them and told to officials."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="reports")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="claim_reports")
    reported_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "claim"], name="a_claim_is_reported_once")
        ]


class StagedImport(models.Model):
    """Files of an export laid ready (tuonti): looked through by an official before anything is taken in."""

    opinion_map = models.ForeignKey(OpinionMap, on_delete=models.CASCADE, related_name="staged_imports")
    public_id = public_id_field()
    language = models.CharField(max_length=2, default="fi", choices=LANGUAGE_NAMES)
    is_flipped = models.BooleanField(default=False)
    files = models.BinaryField()
    file_names = models.CharField(max_length=300)
    staged_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    staged_at = models.DateTimeField()

    @property
    def county(self) -> County:
        return self.opinion_map.county


class MapRun(models.Model):
    """A computed map as the organiser sees it (laskenta); published, it stands behind a result. Never public itself."""

    opinion_map = models.ForeignKey(OpinionMap, on_delete=models.CASCADE, related_name="runs")
    result = models.OneToOneField(
        Result, on_delete=models.SET_NULL, null=True, blank=True, related_name="map_run"
    )
    body = models.JSONField()
    membership = models.JSONField()
    computed_at = models.DateTimeField()
    computed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-computed_at", "-id"]

    @property
    def county(self) -> County:
        return self.opinion_map.county


class GroupName(models.Model):
    """A name people gave to an opinion group, with the claims that justify it (ryhmän nimi)."""

    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="group_names")
    group = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    because = models.CharField(max_length=300)
    claim_numbers = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["result", "group"], name="group_is_named_once")]

    @property
    def county(self) -> County:
        return self.result.county
