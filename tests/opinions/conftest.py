"""An open opinion map with a few claims, and people who answer them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from lupaus.counties.models import County
from lupaus.opinions.models import Claim, OpinionMap, Vote
from lupaus.participation.models import Consultation, Contribution
from lupaus.people.models import Participant


@pytest.fixture
def consultation(county: County) -> Consultation:
    today = timezone.localdate()
    return Consultation.objects.create(
        county=county,
        state="open",
        channel="opinions",
        title_fi="Mistä olemme samaa mieltä?",
        title_sv="Vad är vi överens om?",
        title_en="What do we agree on?",
        lead_fi="Vastaa väittämiin.",
        lead_sv="Svara på påståenden.",
        question_fi="Mitä pitäisi luvata?",
        question_sv="Vad borde vi lova?",
        what_happens_next_fi="Julkaisemme tuloksen.",
        what_happens_next_sv="Vi publicerar resultatet.",
        who_reads_fi="Projektiryhmä.",
        who_reads_sv="Projektgruppen.",
        opens_on=today - timedelta(days=5),
        closes_on=today + timedelta(days=5),
    )


@pytest.fixture
def opinion_map(consultation: Consultation) -> OpinionMap:
    return OpinionMap.objects.create(consultation=consultation)


@pytest.fixture
def make_claim(opinion_map: OpinionMap) -> Callable[..., Claim]:
    """A published claim, unless said otherwise."""

    def make(
        text: str = "", *, moderation: str = "published", language: str = "fi", **values: object
    ) -> Claim:
        number = opinion_map.claims.count()
        text = text or f"Väittämä {number}"
        contribution = Contribution.objects.create(
            county=opinion_map.county,
            consultation=opinion_map.consultation,
            channel="opinions",
            text=text,
            language=language,
            given_at=timezone.now(),
            moderation=moderation,
            moderation_reason="Syy" if moderation == "hidden" else "",
        )
        return Claim.objects.create(
            opinion_map=opinion_map,
            contribution=contribution,
            number=number,
            **{f"text_{language}": text, **values},
        )

    return make


@pytest.fixture
def claim(make_claim: Callable[..., Claim]) -> Claim:
    return make_claim("Puheluun pitää vastata.", text_sv="Samtal ska besvaras.")


@pytest.fixture
def answer_all(county: County) -> Callable[[list[Claim], list[list[int]]], list[Participant]]:
    """Stored answers: one row of values per participant, one column per claim."""

    def answer(claims: list[Claim], rows: list[list[int]]) -> list[Participant]:
        people = Participant.objects.bulk_create([Participant(county=county) for _ in rows])
        Vote.objects.bulk_create(
            Vote(claim=claim, participant=person, value=value, given_at=timezone.now())
            for person, row in zip(people, rows, strict=True)
            for claim, value in zip(claims, row, strict=True)
        )
        return people

    return answer
