"""Opinion maps: claims, and people's answers to them."""

from typing import Self

from django.db import models
from django.db.models import Q

from lupaus.counties.models import County
from lupaus.participation.models import Consultation, Contribution, Result
from lupaus.people.models import Participant


class OpinionMap(models.Model):
    """An opinion map (mielipidekartta): people agree, disagree or pass on short claims."""

    consultation = models.OneToOneField(Consultation, on_delete=models.CASCADE, related_name="opinion_map")
    seed = models.PositiveIntegerField(default=1)
    takes_claims = models.BooleanField(default=True)
    imported_from = models.CharField(max_length=300, blank=True)

    @property
    def county(self) -> County:
        return self.consultation.county


class ClaimQuerySet(models.QuerySet["Claim"]):
    def of(self, county: County) -> Self:
        return self.filter(opinion_map__consultation__county=county)


class Claim(models.Model):
    """A short sentence that people agree or disagree with (väittämä). Its author's words are a contribution."""

    opinion_map = models.ForeignKey(OpinionMap, on_delete=models.CASCADE, related_name="claims")
    contribution = models.OneToOneField(Contribution, on_delete=models.PROTECT, related_name="claim")
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=280)
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


class GroupName(models.Model):
    """A name people gave to an opinion group, with the claims that justify it (ryhmän nimi)."""

    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="group_names")
    group = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    because = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["result", "group"], name="group_is_named_once")]
