"""The promise's own cast: a promise with its draft, a signed-off conclusion, a goal."""

from collections.abc import Callable

import pytest

from lupaus.counties.models import County
from lupaus.foundations.models import Goal, Strategy
from lupaus.participation.models import Party
from lupaus.people.models import User
from lupaus.process.models import Process
from lupaus.promise import actions
from lupaus.promise.models import Pledge, ServicePromise, Version
from lupaus.synthesis.models import Conclusion, Synthesis
from lupaus.synthesis.states import ConclusionState
from tests.conftest import NOW


@pytest.fixture
def promise(county: County, process: Process, preparer: User) -> ServicePromise:
    return actions.begin_promise(
        county,
        process=process,
        segment=None,
        title={"fi": "Palvelulupaus", "sv": "Servicelöfte", "en": "Service promise"},
        by=preparer,
        at=NOW,
    )


@pytest.fixture
def version(promise: ServicePromise) -> Version:
    return promise.versions.get()


@pytest.fixture
def pledge(promise: ServicePromise) -> Pledge:
    """The resident's pledge on availability."""
    return Pledge.objects.get(pair__promise=promise, pair__perspective="availability", viewpoint="resident")


@pytest.fixture
def goal(county: County) -> Goal:
    strategy = Strategy.objects.create(county=county, title_fi="Palvelustrategia", title_sv="Servicestrategi")
    return Goal.objects.create(
        strategy=strategy, text_fi="Yhteys samana päivänä", text_sv="Kontakt samma dag"
    )


@pytest.fixture
def concluded(process: Process, residents: Party) -> Callable[..., Conclusion]:
    """A conclusion of the process, signed off unless said otherwise."""

    def make(perspective: str = "availability", **fields: object) -> Conclusion:
        synthesis, _ = Synthesis.objects.get_or_create(process=process)
        values: dict[str, object] = {
            "synthesis": synthesis,
            "perspective": perspective,
            "party": residents,
            "text_fi": "Aika pitää kertoa.",
            "text_sv": "Tiden ska meddelas.",
            "state": ConclusionState.SIGNED_OFF,
            "written_at": NOW,
            "signed_off_at": NOW,
        }
        return Conclusion.objects.create(**{**values, **fields})

    return make


@pytest.fixture
def conclusion(concluded: Callable[..., Conclusion]) -> Conclusion:
    return concluded()


@pytest.fixture
def fill(goal: Goal, preparer: User) -> Callable[[Version], Version]:
    """Writes all that a draft needs before it can be frozen."""

    def write(version: Version) -> Version:
        actions.draft(
            version,
            statement_of_intent={"fi": "Saat apua ajoissa.", "sv": "Du får hjälp i tid."},
            resident_principle={"fi": "Vaikutan", "sv": "Jag påverkar"},
            organiser_principle={"fi": "Kuuntelemme", "sv": "Vi lyssnar"},
            by=preparer,
        )
        for wording in version.wordings.all():
            actions.word(
                wording,
                sentence={"fi": "Saan apua samana päivänä.", "sv": "Jag får hjälp samma dag."},
                points=[{"fi": "Tiedän ajan.", "sv": "Jag vet tiden."}],
                by=preparer,
            )
            actions.rest_on(wording, goal=goal, by=preparer)
        return version

    return write


@pytest.fixture
def frozen(version: Version, fill: Callable[[Version], Version], preparer: User) -> Version:
    return actions.freeze(fill(version), by=preparer, at=NOW)
