"""One whole thread, tied by hand: from a resident's sentence to a corrective action."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from lupaus.counties.models import Area, County
from lupaus.decision.models import CouncilDecision, DecisionPackage, YearlyTarget
from lupaus.foundations.models import Goal, Strategy
from lupaus.implementation.models import ContractClause, Measure, Provider, Unit
from lupaus.monitoring.models import CorrectiveAction, Indicator, Observation, TargetPoint
from lupaus.participation.models import Consultation, Contribution, Party
from lupaus.people.actions import give_receipt
from lupaus.people.models import User
from lupaus.process.models import Process
from lupaus.promise.models import (
    Basis,
    Disposition,
    Pledge,
    PledgePair,
    Point,
    ServicePromise,
    Version,
    Wording,
)
from lupaus.synthesis.models import Coding, Conclusion, Evidence, Quote, Synthesis, Theme

TEXT = "Puheluun vastataan liian hitaasti. Muuten hyvä."
QUOTED = "Puheluun vastataan liian hitaasti."
CODE = "abcd-2345-wxyz"
START = datetime(2026, 1, 10, 9, 0, tzinfo=UTC)


def on(days: int) -> datetime:
    return START + timedelta(days=days)


@dataclass
class Thread:
    """Everything a test may want to pull at."""

    contribution: Contribution
    quote: Quote
    conclusion: Conclusion
    disposition: Disposition
    pledge: Pledge
    version: Version
    decision: CouncilDecision
    measure: Measure
    indicator: Indicator
    action: CorrectiveAction


@pytest.fixture
def consultation(county: County, process: Process) -> Consultation:
    return Consultation.objects.create(
        county=county,
        process=process,
        state="closed",
        title_fi="Mikä toimii, mikä ei",
        title_sv="Vad fungerar, vad inte",
        title_en="What works, what does not",
        lead_fi="Kerro.",
        question_fi="Mikä toimii?",
        what_happens_next_fi="Luemme kaiken maaliskuussa.",
        who_reads_fi="Kaksi valmistelijaa",
        opens_on=date(2026, 1, 5),
        closes_on=date(2026, 2, 5),
    )


@pytest.fixture
def contribution(consultation: Consultation, residents: Party, area: Area, moderator: User) -> Contribution:
    receipt, _code = give_receipt(consultation.county, None, code=CODE.replace("-", ""), at=on(0))
    return Contribution.objects.create(
        county=consultation.county,
        consultation=consultation,
        text=TEXT,
        party=residents,
        area=area,
        receipt=receipt,
        given_at=on(0),
        moderation="published",
        moderated_at=on(1),
        moderated_by=moderator,
    )


@pytest.fixture
def conclusion(contribution: Contribution, process: Process, residents: Party, preparer: User) -> Conclusion:
    synthesis = Synthesis.objects.create(process=process)
    theme = Theme.objects.create(synthesis=synthesis, title_fi="Puhelinjono", title_sv="Telefonkö")
    quote = Quote.objects.create(
        contribution=contribution, start=0, end=len(QUOTED), text=QUOTED, quoted_by=preparer, quoted_at=on(40)
    )
    Coding.objects.create(
        quote=quote, perspective="availability", theme=theme, coded_by=preparer, coded_at=on(40)
    )
    conclusion = Conclusion.objects.create(
        synthesis=synthesis,
        perspective="availability",
        party=residents,
        text_fi="Puhelimeen pitää päästä samana päivänä.",
        text_sv="Man ska nå oss per telefon samma dag.",
        state="signed_off",
        written_by=preparer,
        written_at=on(50),
        signed_off_at=on(60),
        signed_off_by=preparer,
    )
    Evidence.objects.create(conclusion=conclusion, stance="for", quote=quote)
    return conclusion


@pytest.fixture
def pledge(county: County, process: Process, conclusion: Conclusion, preparer: User) -> Pledge:
    promise = ServicePromise.objects.create(county=county, process=process, title_fi="Palvelulupaus")
    pair = PledgePair.objects.create(promise=promise, perspective="availability")
    pledge = Pledge.objects.create(pair=pair, viewpoint="resident")
    goal = Goal.objects.create(
        strategy=Strategy.objects.create(county=county, title_fi="Palvelustrategia"), text_fi="Apu ajoissa"
    )
    for number, (state, sentence) in enumerate(
        [("superseded", "Saan yhteyden."), ("decided", "Saan yhteyden samana päivänä.")], start=1
    ):
        version = Version.objects.create(
            promise=promise,
            number=number,
            state=state,
            statement_of_intent_fi="Sujuva arki",
            started_at=on(70 * number),
            started_by=preparer,
            frozen_at=on(70 * number + 10),
        )
        wording = Wording.objects.create(
            version=version,
            pledge=pledge,
            sentence_fi=sentence,
            change_reason_fi="Asukkaat pyysivät määräaikaa.",
        )
        Point.objects.create(wording=wording, text_fi="Soitamme takaisin.")
        Basis.objects.create(wording=wording, conclusion=conclusion)
        Basis.objects.create(wording=wording, goal=goal)
    return pledge


@pytest.fixture
def thread(contribution: Contribution, conclusion: Conclusion, pledge: Pledge, preparer: User) -> Thread:
    promise = pledge.pair.promise
    county = promise.county
    disposition = Disposition.objects.create(
        promise=promise,
        conclusion=conclusion,
        outcome="taken",
        reason_fi="Moni kertoi samasta.",
        reason_sv="Många berättade detsamma.",
        disposed_by=preparer,
        disposed_at=on(65),
    )
    disposition.pledges.add(pledge)
    version = promise.versions.get(state="decided")
    package = DecisionPackage.objects.create(
        version=version, state="decided", body={}, sha256="0" * 64, compiled_at=on(155), compiled_by=preparer
    )
    decision = CouncilDecision.objects.create(
        package=package,
        outcome="approved",
        body_name_fi="aluevaltuusto",
        decided_on=date(2026, 6, 20),
        section="§ 42",
        recorded_by=preparer,
        recorded_at=on(165),
    )
    target = YearlyTarget.objects.create(
        pledge=pledge,
        year=2027,
        text_fi="Vastaamme 90 prosenttiin",
        measured_by_fi="Puhelutilasto",
        responsible_fi="Asiakaspalvelu",
        set_by=preparer,
        set_at=on(150),
    )
    unit = Unit.objects.create(county=county, name_fi="Asiakaspalvelu")
    measure = Measure.objects.create(
        pledge=pledge,
        target=target,
        title_fi="Takaisinsoitto käyttöön",
        unit=unit,
        starts_on=date(2026, 8, 1),
        ends_on=date(2026, 12, 31),
        state="under_way",
    )
    ContractClause.objects.create(
        pledge=pledge,
        provider=Provider.objects.create(county=county, name="Esimerkki Oy"),
        text_fi="Tuottaja vastaa samana päivänä.",
        contract_fi="Puhelinpalvelu",
        holds_from=date(2026, 9, 1),
    )
    indicator, action = followed_indicator(county, pledge)
    quote = contribution.quotes.get()
    return Thread(
        contribution, quote, conclusion, disposition, pledge, version, decision, measure, indicator, action
    )


def followed_indicator(
    county: County, pledge: Pledge, code: str = "calls"
) -> tuple[Indicator, CorrectiveAction]:
    """An indicator worse than its start, with a correction under way."""
    indicator = Indicator.objects.create(
        county=county,
        code=code,
        name_fi="Samana päivänä vastatut puhelut",
        kind="progress",
        direction="up",
        unit_fi="%",
        source_fi="Oma tilasto",
        is_key=True,
        baseline=Decimal(70),
        baseline_on=date(2026, 1, 1),
    )
    indicator.pledges.add(pledge)
    TargetPoint.objects.create(indicator=indicator, on=date(2027, 12, 31), value=Decimal(90))
    Observation.objects.create(indicator=indicator, on=date(2026, 10, 31), value=Decimal(65))
    action = CorrectiveAction.objects.create(
        indicator=indicator,
        finding_fi="Jono kasvoi.",
        cause_fi="Sijaisia ei saatu.",
        action_fi="Palkkaamme kaksi vastaajaa.",
        responsible_fi="Palvelupäällikkö",
        found_on=date(2026, 11, 2),
        due_on=date(2026, 12, 15),
    )
    return indicator, action
