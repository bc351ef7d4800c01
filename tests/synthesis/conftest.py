"""The synthesis' own cast: a contribution, a theme, a result of an opinion map."""

from collections.abc import Callable

import pytest

from lupaus.counties.models import County
from lupaus.opinions.models import Claim, OpinionMap
from lupaus.participation.models import Consultation, Contribution, Party, Result
from lupaus.participation.states import Channel, ConsultationState, Moderation
from lupaus.process.models import Process
from lupaus.synthesis.models import Synthesis, Theme
from tests.conftest import NOW, TODAY

WORDS = "Soitin 👩‍👧 kolme kertaa.\r\nKukaan ei vastannut. Lopulta Åsa auttoi."


@pytest.fixture
def consultation(county: County, process: Process) -> Consultation:
    return Consultation.objects.create(
        county=county,
        process=process,
        state=ConsultationState.CLOSED,
        title_fi="Miten palvelut toimivat?",
        opens_on=TODAY,
        closes_on=TODAY,
    )


@pytest.fixture
def speaks(county: County, consultation: Consultation, residents: Party) -> Callable[..., Contribution]:
    """Someone says something."""

    def say(text: str = WORDS, **fields: object) -> Contribution:
        values: dict[str, object] = {
            "county": county,
            "consultation": consultation,
            "party": residents,
            "text": text,
            "given_at": NOW,
            "moderation": Moderation.PUBLISHED,
            "moderation_reason_fi": "syy",
        }
        return Contribution.objects.create(**{**values, **fields})

    return say


@pytest.fixture
def contribution(speaks: Callable[..., Contribution]) -> Contribution:
    return speaks()


@pytest.fixture
def synthesis(process: Process) -> Synthesis:
    return Synthesis.objects.create(process=process)


@pytest.fixture
def theme(synthesis: Synthesis) -> Theme:
    return Theme.objects.create(synthesis=synthesis, title_fi="Yhteyden saaminen", title_sv="Att få kontakt")


@pytest.fixture
def claim(county: County, process: Process, speaks: Callable[..., Contribution]) -> Claim:
    """A claim with a published result."""
    asked = Consultation.objects.create(
        county=county,
        process=process,
        state=ConsultationState.CLOSED,
        channel=Channel.OPINION_MAP,
        title_fi="Mielipidekartta",
        opens_on=TODAY,
        closes_on=TODAY,
    )
    opinion_map = OpinionMap.objects.create(consultation=asked)
    said = speaks("Aika pitää kertoa.", consultation=asked, channel=Channel.OPINION_MAP)
    return Claim.objects.create(
        opinion_map=opinion_map, contribution=said, number=7, text="Aika pitää kertoa."
    )


@pytest.fixture
def result(claim: Claim) -> Result:
    return Result.objects.create(
        county=claim.county,
        consultation=claim.opinion_map.consultation,
        channel=Channel.OPINION_MAP,
        title_fi="Mielipidekartan tulos",
        method="lupaus 1",
        body={
            "opinion_map": {"claims": [{"id": 7, "agrees": 80, "disagrees": 10, "passes": 10, "shown": 100}]},
            "claims": [{"number": 7, "language": "fi", "text": {"fi": claim.text, "sv": "", "en": ""}}],
        },
        input_sha256="0" * 64,
        published_at=NOW,
    )
