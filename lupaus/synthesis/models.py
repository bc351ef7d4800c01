"""Quotes, themes and conclusions: what each party said, and on what that rests."""

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from lupaus.counties.models import Area, County
from lupaus.foundations.states import Perspective
from lupaus.participation.models import Contribution, Party, Result
from lupaus.participation.states import Moderation
from lupaus.people.models import User
from lupaus.process.models import Process
from lupaus.synthesis.states import AsideReason, ConclusionState, Stance, SynthesisState
from lupaus.web.public_ids import public_id_field


class Synthesis(models.Model):
    """The synthesis of one process (synteesi): done when it is signed off."""

    process = models.OneToOneField(Process, on_delete=models.CASCADE, related_name="synthesis")
    state = models.CharField(max_length=10, choices=SynthesisState, default=SynthesisState.OPEN)
    signed_off_at = models.DateTimeField(null=True, blank=True)
    signed_off_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reopened_because = models.CharField(max_length=300, blank=True)

    @property
    def county(self) -> County:
        return self.process.county

    @property
    def is_open(self) -> bool:
        return self.state == SynthesisState.OPEN


class SetAside(models.Model):
    """A contribution that was read and holds nothing to quote in this synthesis (ei lainattavaa)."""

    synthesis = models.ForeignKey(Synthesis, on_delete=models.CASCADE, related_name="set_aside")
    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="set_aside")
    reason = models.CharField(max_length=20, choices=AsideReason)
    set_aside_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    set_aside_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "set aside"
        constraints = [
            models.UniqueConstraint(
                fields=["synthesis", "contribution"], name="a_contribution_is_set_aside_once"
            )
        ]


class ThemeQuerySet(models.QuerySet["Theme"]):
    def of(self, county: County) -> Self:
        return self.filter(synthesis__process__county=county)


class Theme(models.Model):
    """What several people spoke of (teema)."""

    synthesis = models.ForeignKey(Synthesis, on_delete=models.CASCADE, related_name="themes")
    public_id = public_id_field()
    title = models.CharField(max_length=120)
    description = models.CharField(max_length=300, blank=True)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title

    @property
    def county(self) -> County:
        return self.synthesis.process.county


class QuoteQuerySet(models.QuerySet["Quote"]):
    def of(self, county: County) -> Self:
        return self.filter(contribution__county=county)


class Quote(models.Model):
    """An exact span of a contribution (lainaus): characters `start` up to `end` of its text."""

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="quotes")
    public_id = public_id_field()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    quoted_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    quoted_at = models.DateTimeField()

    objects = QuoteQuerySet.as_manager()

    class Meta:
        ordering = ["contribution_id", "start"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="quote_has_characters"),
            models.UniqueConstraint(fields=["contribution", "start", "end"], name="a_span_is_quoted_once"),
        ]

    @property
    def county(self) -> County:
        return self.contribution.county


class CodingQuerySet(models.QuerySet["Coding"]):
    def live(self) -> Self:
        """Codings that stand: not withdrawn, of a contribution that is still published."""
        return self.filter(withdrawn_at=None, quote__contribution__moderation=Moderation.PUBLISHED)


class Coding(models.Model):
    """What a quote is about (koodaus): a perspective and a theme. Withdrawn, never removed."""

    quote = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="codings")
    perspective = models.CharField(max_length=20, choices=Perspective)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="codings")
    coded_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    coded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = CodingQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["quote", "perspective", "theme"],
                condition=Q(withdrawn_at=None),
                name="a_quote_is_coded_once_the_same_way",
            )
        ]

    @property
    def county(self) -> County:
        return self.quote.contribution.county


class ConclusionQuerySet(models.QuerySet["Conclusion"]):
    def of(self, county: County) -> Self:
        return self.filter(synthesis__process__county=county)

    def signed_off(self) -> Self:
        return self.filter(state=ConclusionState.SIGNED_OFF)

    def standing(self) -> Self:
        """Signed off and not replaced by a newer signed-off conclusion."""
        newer = Conclusion.objects.filter(supersedes=OuterRef("pk"), state=ConclusionState.SIGNED_OFF)
        return self.signed_off().filter(~Exists(newer))


class Conclusion(models.Model):
    """What a party brought up on a perspective (johtopäätös), with evidence for and against."""

    synthesis = models.ForeignKey(Synthesis, on_delete=models.CASCADE, related_name="conclusions")
    public_id = public_id_field()
    perspective = models.CharField(max_length=20, choices=Perspective)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="conclusions")
    area = models.ForeignKey(
        Area, on_delete=models.SET_NULL, null=True, blank=True, related_name="conclusions"
    )
    themes = models.ManyToManyField(Theme, related_name="conclusions", blank=True)
    text = models.CharField(max_length=400)
    state = models.CharField(max_length=10, choices=ConclusionState, default=ConclusionState.DRAFT)
    against_note = models.CharField(max_length=300, blank=True)
    supersedes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    written_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField()
    signed_off_at = models.DateTimeField(null=True, blank=True)
    signed_off_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = ConclusionQuerySet.as_manager()

    class Meta:
        ordering = ["perspective", "party_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["supersedes"], name="a_conclusion_is_superseded_by_one")
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def county(self) -> County:
        return self.synthesis.process.county

    @property
    def is_draft(self) -> bool:
        return self.state == ConclusionState.DRAFT


class Evidence(models.Model):
    """What a conclusion rests on (näyttö): a quote, or a result with the claim in it, for or against."""

    conclusion = models.ForeignKey(Conclusion, on_delete=models.CASCADE, related_name="evidence")
    stance = models.CharField(max_length=8, choices=Stance, default=Stance.FOR)
    quote = models.ForeignKey(Quote, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence")
    result = models.ForeignKey(
        Result, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    claim_number = models.PositiveIntegerField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quote__isnull=False, result__isnull=True)
                | Q(quote__isnull=True, result__isnull=False),
                name="evidence_is_a_quote_or_a_result",
            ),
            models.UniqueConstraint(
                fields=["conclusion", "quote"],
                condition=Q(quote__isnull=False),
                name="a_quote_is_evidence_once",
            ),
            models.UniqueConstraint(
                fields=["conclusion", "result", "claim_number"],
                condition=Q(result__isnull=False),
                name="a_claim_is_evidence_once",
            ),
        ]

    @property
    def county(self) -> County:
        return self.conclusion.synthesis.process.county
