"""By whom and how pledges are kept."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from lupaus.implementation.actions import (
    EndsBeforeItStarts,
    NotOfThisCounty,
    TargetIsOfAnotherPledge,
    agree_clause,
    assign,
    name_provider,
    name_unit,
    set_measure_state,
)
from lupaus.implementation.models import ContractClause, Measure, Provider, Unit
from lupaus.implementation.queries import clauses_of, kept_pledges, measures_of, pledges_without_measures
from lupaus.implementation.states import MeasureState
from lupaus.journal.models import Event
from lupaus.web.states import MoveRefused
from tests.promised import said, set_targets, texts


def today() -> date:
    return timezone.localdate()


@pytest.fixture
def unit(county) -> Unit:
    return Unit.objects.create(county=county, name_fi="Neuvonta", name_sv="Rådgivning")


@pytest.fixture
def measure(pledge, unit, preparer) -> Measure:
    return assigned(pledge, unit, preparer)


def assigned(pledge, unit, by, **changes) -> Measure:
    given = {"title": said("Takaisinsoitto"), "starts_on": today(), "ends_on": today() + timedelta(days=30)}
    return assign(pledge, **{**given, "unit": unit, **changes}, by=by)


def test_a_measure_is_given_to_a_unit(pledge, unit, preparer) -> None:
    measure = assigned(pledge, unit, preparer, reason=said("Syy"))

    assert list(measures_of(pledge)) == [measure]
    assert (measure.title_sv, measure.reason_fi, measure.state) == (
        "Takaisinsoitto (sv)",
        "Syy (fi)",
        MeasureState.PLANNED,
    )
    assert Event.objects.filter(kind="implementation.assigned").count() == 1


def test_a_measure_does_not_end_before_it_starts(pledge, unit, preparer) -> None:
    with pytest.raises(EndsBeforeItStarts):
        assigned(pledge, unit, preparer, ends_on=today() - timedelta(days=1))


def test_a_target_of_another_pledge_is_not_served(draft, pledge, unit, preparer) -> None:
    other = next(target for target in set_targets(draft) if target.pledge_id != pledge.pk)

    with pytest.raises(TargetIsOfAnotherPledge):
        assigned(pledge, unit, preparer, target=other)


def test_a_unit_of_another_county_does_nothing_here(pledge, other_county, preparer) -> None:
    stranger = Unit.objects.create(county=other_county, name_fi="Muualla")

    with pytest.raises(NotOfThisCounty):
        assigned(pledge, stranger, preparer)


def test_a_responder_assigns_nothing(pledge, unit, responder) -> None:
    with pytest.raises(PermissionDenied):
        assigned(pledge, unit, responder)
    assert not Measure.objects.exists()


@pytest.mark.parametrize("role", ["admin", "coordinator", "moderator", "decision_maker", "viewer"])
def test_who_may_tell_how_a_measure_goes(measure, official, role) -> None:
    someone = official(role)

    if role == "admin":
        set_measure_state(measure, state=MeasureState.UNDER_WAY, by=someone)
    else:
        with pytest.raises(PermissionDenied):
            set_measure_state(measure, state=MeasureState.UNDER_WAY, by=someone)


def test_a_responder_tells_of_the_measures_of_the_own_unit_only(measure, unit, responder) -> None:
    with pytest.raises(PermissionDenied):
        set_measure_state(measure, state=MeasureState.UNDER_WAY, by=responder)

    unit.responsible = responder
    unit.save(update_fields=["responsible"])
    set_measure_state(measure, state=MeasureState.UNDER_WAY, note=said("Alkoi"), by=responder)

    measure.refresh_from_db()
    assert (measure.state, measure.state_note_sv, measure.state_since) == (
        MeasureState.UNDER_WAY,
        "Alkoi (sv)",
        today(),
    )


def test_a_measure_moves_only_along_its_states(measure, preparer) -> None:
    with pytest.raises(MoveRefused):
        set_measure_state(measure, state=MeasureState.DONE, by=preparer)

    measure.refresh_from_db()
    assert measure.state == MeasureState.PLANNED


def test_a_unit_is_named_and_mended(county, preparer, responder) -> None:
    unit = name_unit(county, name=said("Neuvonta"), by=preparer)
    name_unit(county, unit=unit, name=said("Neuvola"), responsible=responder, by=preparer)

    kept = Unit.objects.get()
    assert (kept.name_fi, kept.responsible) == ("Neuvola (fi)", responder)


def test_a_person_of_another_county_answers_for_no_unit(county, other_county, official, preparer) -> None:
    with pytest.raises(NotOfThisCounty):
        name_unit(county, name=said("Neuvonta"), responsible=official("viewer", of=other_county), by=preparer)


def test_a_pledge_is_written_into_a_contract(county, pledge, preparer) -> None:
    provider = name_provider(county, name="Esimerkkihoiva Oy", by=preparer)
    assert name_provider(county, name=" esimerkkihoiva oy ", by=preparer) == provider

    clause = agree_clause(
        pledge,
        provider=provider,
        text=said("Ehto"),
        contract=said("Sopimus"),
        holds_from=today(),
        by=preparer,
    )

    assert list(clauses_of(pledge)) == [clause]


def test_a_provider_of_another_county_agrees_to_nothing_here(other_county, pledge, preparer) -> None:
    stranger = Provider.objects.create(county=other_county, name="Muualla Oy")

    with pytest.raises(NotOfThisCounty):
        agree_clause(
            pledge, provider=stranger, text=said("E"), contract=said("S"), holds_from=today(), by=preparer
        )
    assert not ContractClause.objects.exists()


def test_pledges_that_nobody_keeps_are_shown(county, measure) -> None:
    assert len(pledges_without_measures(county)) == 9
    assert [kept.is_loose for kept in kept_pledges(county)].count(True) == 9


# --- Pages --------------------------------------------------------------------------------------------


def test_the_list_shows_measures_and_pledges_without_any(measure, viewer, signed_in) -> None:
    page = signed_in(viewer).get(reverse("implementation:measures")).content.decode()

    assert "Takaisinsoitto (fi)" in page
    assert page.count("ei toimenpiteitä") == 9
    assert "Anna toimenpide" not in page


@pytest.mark.parametrize(("query", "found"), [("state=done", 0), ("state=planned", 1), ("state=<script>", 1)])
def test_the_list_is_narrowed_by_state(measure, viewer, signed_in, query, found) -> None:
    page = signed_in(viewer).get(reverse("implementation:measures") + f"?{query}").content.decode()

    assert page.count("Takaisinsoitto (fi)") == found
    assert "<script>" not in page


def test_the_list_is_narrowed_by_pledge_and_unit(measure, unit, viewer, signed_in) -> None:
    browser, address = signed_in(viewer), reverse("implementation:measures")

    assert "1 toimenpide<" in browser.get(f"{address}?unit={unit.public_id}").content.decode()
    assert "0 toimenpidettä<" in browser.get(f"{address}?pledge=muu").content.decode()


def test_a_late_measure_is_said_to_be_late(measure, viewer, signed_in) -> None:
    Measure.objects.update(starts_on=date(2025, 1, 1), ends_on=date(2025, 2, 1))

    page = signed_in(viewer).get(reverse("implementation:measure", args=[measure.public_id]))
    assert "myöhässä" in page.content.decode()


def test_a_measure_is_assigned_on_a_page(pledge, unit, preparer, signed_in) -> None:
    address = reverse("implementation:assign", args=[pledge.public_id])
    sent = {
        **texts("title", "reason"),
        "unit": unit.public_id,
        "starts_on": "2027-01-01",
        "ends_on": "2027-02-01",
    }
    browser = signed_in(preparer)

    page = browser.post(address, {**sent, "ends_on": "2026-01-01"}).content.decode()
    assert "Toimenpide päättyy ennen kuin se alkaa." in page
    assert "Title (fi)" in page

    answer = browser.post(address, sent)
    assert answer.url == reverse("implementation:measure", args=[Measure.objects.get().public_id])


def test_dropping_a_measure_asks_for_a_reason(measure, preparer, signed_in) -> None:
    address = reverse("implementation:set_measure_state", args=[measure.public_id])
    browser = signed_in(preparer)

    page = browser.post(address, {"state": "dropped"}).content.decode()
    assert "Kerro, miksi toimenpide jätetään tekemättä." in page
    browser.post(address, {"state": "dropped", "note_fi": "Rahat loppuivat"})

    measure.refresh_from_db()
    assert (measure.state, measure.state_note_fi) == ("dropped", "Rahat loppuivat")


def test_units_and_clauses_are_written_on_pages(county, pledge, preparer, signed_in) -> None:
    browser = signed_in(preparer)

    browser.post(reverse("implementation:name_unit"), texts("name", "responsible_role"))
    browser.post(
        reverse("implementation:agree_clause", args=[pledge.public_id]),
        {**texts("contract", "text"), "provider": "Hoiva Oy", "holds_from": "2027-01-01"},
    )

    assert Unit.objects.get().name_sv == "Name (sv)"
    page = browser.get(reverse("implementation:clauses")).content.decode()
    assert "Hoiva Oy" in page
    assert "Text (fi)" in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_ask_the_database_equally_often(pledge, unit, preparer, signed_in, county, count) -> None:
    provider = name_provider(county, name="Hoiva Oy", by=preparer)
    for _number in range(count):
        assigned(pledge, unit, preparer)
        agree_clause(
            pledge, provider=provider, text=said("E"), contract=said("S"), holds_from=today(), by=preparer
        )
    browser = signed_in(preparer)

    asked = {}
    for name in ("measures", "units", "clauses"):
        with CaptureQueriesContext(connection) as queries:
            browser.get(reverse(f"implementation:{name}"))
        asked[name] = len(queries)
    assert asked == {"measures": 10, "units": 5, "clauses": 7}
