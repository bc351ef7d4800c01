"""A promise that is ready for the council, for the tests of the rooms that come after it."""

from datetime import datetime

from django.utils import timezone

from lupaus.counties.models import County
from lupaus.decision.models import YearlyTarget
from lupaus.foundations.models import Goal, Strategy
from lupaus.foundations.states import Perspective, Viewpoint
from lupaus.participation.models import Party
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
from lupaus.synthesis.models import Conclusion, Synthesis
from tests.conftest import NOW

ALL = ("fi", "sv", "en")
YEAR = timezone.localdate().year


def said(text: str) -> dict[str, str]:
    """A text in the three languages."""
    return {language: f"{text} ({language})" for language in ALL}


def columns(field: str, text: str) -> dict[str, str]:
    return {f"{field}_{language}": words for language, words in said(text).items()}


def draft_promise(county: County, process: Process, *, at: datetime = NOW) -> Version:
    """Five pairs and ten worded pledges that rest on a goal, with everything signed off and disposed of."""
    promise = ServicePromise.objects.create(county=county, process=process, **columns("title", "Lupaus"))
    version = Version.objects.create(
        promise=promise,
        number=1,
        started_at=at,
        **columns("statement_of_intent", "Tahtotila"),
        **columns("resident_principle", "Asukkaan periaate"),
        **columns("organiser_principle", "Järjestäjän periaate"),
    )
    strategy = Strategy.objects.create(county=county, title_fi="Palvelustrategia")
    goal = Goal.objects.create(strategy=strategy, **columns("text", "Tavoite"))
    for order, perspective in enumerate(Perspective):
        pair = PledgePair.objects.create(promise=promise, perspective=perspective, order=order)
        for viewpoint in Viewpoint:
            pledge = Pledge.objects.create(pair=pair, viewpoint=viewpoint)
            wording = Wording.objects.create(
                version=version, pledge=pledge, **columns("sentence", f"Lause {perspective} {viewpoint}")
            )
            Point.objects.create(wording=wording, **columns("text", "Kohta"))
            Basis.objects.create(wording=wording, goal=goal)
    sign_off(county, process, promise)
    return version


def sign_off(county: County, process: Process, promise: ServicePromise) -> Conclusion:
    """A signed-off synthesis with one conclusion, and what became of it."""
    synthesis = Synthesis.objects.create(process=process, state="signed_off")
    party = Party.objects.create(county=county, key="associations", **columns("name", "Järjestöt"))
    conclusion = Conclusion.objects.create(
        synthesis=synthesis,
        perspective=Perspective.AVAILABILITY,
        party=party,
        state="signed_off",
        written_at=NOW,
        **columns("text", "Johtopäätös"),
    )
    disposition = Disposition.objects.create(
        promise=promise, conclusion=conclusion, outcome="taken", disposed_at=NOW, **columns("reason", "Syy")
    )
    disposition.pledges.set(Pledge.objects.filter(pair__promise=promise)[:1])
    return conclusion


def set_targets(version: Version, *, year: int = YEAR) -> list[YearlyTarget]:
    """A yearly target for every pledge."""
    return [
        YearlyTarget.objects.create(
            pledge=wording.pledge,
            year=year,
            set_at=NOW,
            **columns("text", "Vuositavoite"),
            **columns("measured_by", "Mittaus"),
            **columns("responsible", "Vastuuyksikkö"),
            **columns("budget_reference", "TA 1.1"),
        )
        for wording in version.wordings.select_related("pledge")
    ]


def texts(*names: str) -> dict[str, str]:
    """What a form sends for three-language fields."""
    return {key: text for name in names for key, text in columns(name, name.capitalize()).items()}


__all__ = ["ALL", "YEAR", "columns", "draft_promise", "said", "set_targets", "sign_off", "texts"]
