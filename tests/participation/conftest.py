"""Consultations in every state, and what people have said in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from lupaus.counties.models import County
from lupaus.participation.models import Consultation, Contribution, Party
from lupaus.people.models import Participant

TEXTS = {
    "title": ("Mikä toimii", "Vad fungerar", "What works"),
    "lead": ("Kerro omin sanoin.", "Berätta med egna ord.", "Tell us in your own words."),
    "question": ("Mikä toimii arjessasi?", "Vad fungerar i din vardag?", "What works for you?"),
    "background": ("Taustaa on tässä.", "Här är bakgrunden.", "Here is the background."),
    "what_happens_next": ("Luemme jokaisen.", "Vi läser varje svar.", "We read every one."),
    "who_reads": ("Osallisuuskoordinaattori lukee.", "Koordinatorn läser.", "The coordinator reads."),
}


@pytest.fixture
def make_consultation(county: County) -> Callable[..., Consultation]:
    """A consultation with all its texts; open for ten days around today unless said otherwise."""

    def make(**values: Any) -> Consultation:
        today = timezone.localdate()
        texts = {
            f"{field}_{language}": text
            for field, words in TEXTS.items()
            for language, text in zip(("fi", "sv", "en"), words, strict=True)
        }
        window = {"opens_on": today - timedelta(days=5), "closes_on": today + timedelta(days=5)}
        return Consultation.objects.create(**{"county": county, "state": "open", **texts, **window, **values})

    return make


@pytest.fixture
def consultation(make_consultation: Callable[..., Consultation]) -> Consultation:
    return make_consultation()


@pytest.fixture
def say(consultation: Consultation, residents: Party, resident: Participant) -> Callable[..., Contribution]:
    """A text somebody gave, published unless said otherwise."""

    def give(text: str = "Sain ajan nopeasti.", **values: Any) -> Contribution:
        given = {
            "county": consultation.county,
            "consultation": consultation,
            "text": text,
            "party": residents,
            "participant": resident,
            "given_at": timezone.now(),
            "moderation": "published",
        }
        return Contribution.objects.create(**{**given, **values})

    return give
