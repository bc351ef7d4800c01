"""Who takes part, in what, and every text they gave."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from lupaus.counties.models import Area, County
from lupaus.participation.states import Channel, ConsultationState, IdentityLevel, Moderation, Phase
from lupaus.people.models import Participant, Receipt, User
from lupaus.process.models import Process
from lupaus.web.public_ids import public_id_field

# Each language by its own name, the same on every page.
LANGUAGE_NAMES = [("fi", "suomi"), ("sv", "svenska"), ("en", "English")]


class PartyQuerySet(models.QuerySet["Party"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)


class Party(models.Model):
    """A group whose voice is heard as its own (taho): residents, staff, associations, municipalities ..."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="parties")
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    description = models.CharField(max_length=300, blank=True)
    is_offered_to_residents = models.BooleanField(default=True)
    order = models.PositiveSmallIntegerField(default=0)

    objects = PartyQuerySet.as_manager()

    class Meta:
        ordering = ["order", "id"]
        verbose_name_plural = "parties"
        constraints = [models.UniqueConstraint(fields=["county", "key"], name="party_key_once_in_county")]

    def __str__(self) -> str:
        return self.name


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)

    def public(self) -> Self:
        """What residents may see: opened at some time, not withdrawn."""
        return self.filter(state__in=[ConsultationState.OPEN, ConsultationState.CLOSED])

    def open_on(self, today: date) -> Self:
        return self.filter(state=ConsultationState.OPEN, opens_on__lte=today, closes_on__gte=today)

    def visible_to(self, user: object, county: County) -> Self:
        """The gate: officials of the county see all, others what is public."""
        own = self.of(county)
        if isinstance(user, User) and user.has_role(county):
            return own
        return own.public()


class Consultation(models.Model):
    """An open question to people (kuuleminen) with a window, a question and a promise of what happens next."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="consultations")
    process = models.ForeignKey(
        Process, on_delete=models.SET_NULL, null=True, blank=True, related_name="consultations"
    )
    public_id = public_id_field()
    state = models.CharField(max_length=10, choices=ConsultationState, default=ConsultationState.DRAFT)
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.TEXT)
    identity_level = models.CharField(max_length=10, choices=IdentityLevel, default=IdentityLevel.OPEN)
    title = models.CharField(max_length=160)
    lead = models.CharField(max_length=300)
    question = models.CharField(max_length=300)
    background = models.TextField(blank=True)
    what_happens_next = models.TextField()
    who_reads = models.CharField(max_length=200)
    closing_words = models.TextField(blank=True)
    opens_on = models.DateField()
    closes_on = models.DateField()
    is_simulated = models.BooleanField(default=False)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        ordering = ["-closes_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="consultation_closes_after_it_opens"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def is_open_on(self, today: date) -> bool:
        return self.phase_on(today) == Phase.OPEN

    def phase_on(self, today: date) -> Phase:
        """Where the consultation stands today: an open window opens and ends by its dates."""
        if self.state != ConsultationState.OPEN:
            return Phase(self.state)
        if today < self.opens_on:
            return Phase.UPCOMING
        return Phase.OPEN if today <= self.closes_on else Phase.OVER


class ContributionQuerySet(models.QuerySet["Contribution"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)

    def public(self) -> Self:
        return self.filter(moderation=Moderation.PUBLISHED)

    def waiting(self) -> Self:
        return self.filter(moderation=Moderation.WAITING)

    def visible_to(self, user: object, county: County) -> Self:
        """The gate: officials of the county see all, others what is published in a public consultation."""
        own = self.of(county)
        if isinstance(user, User) and user.has_role(county):
            return own
        return own.public().exclude(
            consultation__state__in=[ConsultationState.DRAFT, ConsultationState.WITHDRAWN]
        )

    def own_words(self) -> Self:
        """Texts of people, without claims of opinion maps."""
        return self.exclude(channel=Channel.OPINION_MAP)


class Contribution(models.Model):
    """A text somebody gave (puheenvuoro), through any channel. Its text never changes."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="contributions")
    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, null=True, blank=True, related_name="contributions"
    )
    public_id = public_id_field()
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.TEXT)
    text = models.TextField()
    language = models.CharField(max_length=2, choices=LANGUAGE_NAMES, default="fi")
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="contributions"
    )
    area = models.ForeignKey(
        Area, on_delete=models.SET_NULL, null=True, blank=True, related_name="contributions"
    )
    participant = models.ForeignKey(
        Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="contributions"
    )
    receipt = models.OneToOneField(
        Receipt, on_delete=models.SET_NULL, null=True, blank=True, related_name="contribution"
    )
    form_key = models.UUIDField(null=True, blank=True, unique=True)
    given_at = models.DateTimeField()
    source = models.CharField(max_length=160, blank=True)
    is_example = models.BooleanField(default=False)
    moderation = models.CharField(max_length=10, choices=Moderation, default=Moderation.WAITING)
    moderated_at = models.DateTimeField(null=True, blank=True)
    moderated_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    moderation_reason = models.CharField(max_length=300, blank=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        ordering = ["-given_at", "-id"]
        indexes = [
            models.Index(fields=["consultation", "moderation", "-given_at"], name="contribution_listing")
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(moderation=Moderation.HIDDEN) | ~Q(moderation_reason=""),
                name="hidden_only_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return self.public_id


class ResultQuerySet(models.QuerySet["Result"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)

    def visible_to(self, user: object, county: County) -> Self:
        """The gate: a result is public as soon as it is made, unless its consultation was withdrawn."""
        own = self.of(county)
        if isinstance(user, User) and user.has_role(county):
            return own
        return own.filter(consultation__state__in=[ConsultationState.OPEN, ConsultationState.CLOSED])


class Result(models.Model):
    """What a channel ended in (tulos): an immutable published snapshot with its method, so anyone can check it."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="results")
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="results")
    public_id = public_id_field()
    channel = models.CharField(max_length=10, choices=Channel)
    title = models.CharField(max_length=200)
    method = models.CharField(max_length=60)
    body = models.JSONField()
    input_sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    superseded_by = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="supersedes"
    )

    objects = ResultQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-id"]

    def __str__(self) -> str:
        return self.title
