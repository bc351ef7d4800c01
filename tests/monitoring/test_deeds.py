"""Indicators are defined, paths are set, and lost paths are answered for."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lupaus.journal.models import Event
from lupaus.monitoring.actions import (
    CodeIsTaken,
    DateIsWrong,
    EffectIsChecked,
    PathIsImpossible,
    TooManyKeyIndicators,
    check_effect,
    define_indicator,
    raise_finding,
    set_path,
)
from lupaus.monitoring.models import CorrectiveAction, Indicator
from lupaus.monitoring.queries import indicators_of, open_findings, with_thread
from tests.promised import said


def today() -> date:
    return timezone.localdate()


GIVEN = {
    "name": said("Nimi"),
    "kind": "outcome",
    "direction": "down",
    "unit": said("päivää"),
    "source": said("Lähde"),
}


def test_an_indicator_is_defined_and_tied_to_its_pledge(county, pledge, preparer) -> None:
    indicator = define_indicator(county, code="queue", **GIVEN, pledges=[pledge], by=preparer)

    assert list(indicators_of(pledge)) == [indicator]
    assert (indicator.name_sv, indicator.unit_fi) == ("Nimi (sv)", "päivää (fi)")
    assert Event.objects.filter(kind="monitoring.indicator_defined").count() == 1


def test_a_sixth_key_indicator_is_refused(county, preparer) -> None:
    for number in range(5):
        define_indicator(county, code=f"key{number}", **GIVEN, is_key=True, by=preparer)

    with pytest.raises(TooManyKeyIndicators):
        define_indicator(county, code="sixth", **GIVEN, is_key=True, by=preparer)
    define_indicator(county, code="sixth", **GIVEN, by=preparer)
    assert Indicator.objects.of(county).key().count() == 5


def test_a_code_names_one_indicator_however_it_is_written(county, indicator, preparer) -> None:
    with pytest.raises(CodeIsTaken):
        define_indicator(county, code="PHONE", **GIVEN, by=preparer)


def test_a_responder_defines_nothing(county, responder) -> None:
    with pytest.raises(PermissionDenied):
        define_indicator(county, code="queue", **GIVEN, by=responder)


def test_a_new_path_takes_the_place_of_the_old_and_the_journal_keeps_both(indicator, preparer) -> None:
    points = [(date(2028, 1, 1), Decimal(90)), (date(2027, 1, 1), Decimal(85))]

    set_path(indicator, baseline=Decimal(70), baseline_on=date(2026, 1, 1), points=points, by=preparer)

    assert list(indicator.path.values_list("on", "value")) == sorted(points)
    told = Event.objects.get(kind="monitoring.path_set").detail.body
    assert told["before"] == [["2026-01-01", "80.0000"]]
    assert told["after"] == [["2027-01-01", "85"], ["2028-01-01", "90"]]


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        ([], "empty"),
        ([(date(2027, 1, 1), 70), (date(2027, 1, 1), 80)], "same_day"),
        ([(date(2026, 1, 1), 70)], "before_baseline"),
        ([(date(2027, 1, 1), 59)], "wrong_way"),
    ],
)
def test_an_impossible_path_is_refused(indicator, preparer, points, reason) -> None:
    with pytest.raises(PathIsImpossible) as refusal:
        set_path(
            indicator,
            baseline=Decimal(60),
            baseline_on=date(2026, 1, 1),
            points=[(on, Decimal(value)) for on, value in points],
            by=preparer,
        )
    assert refusal.value.reason == reason
    assert indicator.path.count() == 1


def found(indicator, by, **changes) -> CorrectiveAction:
    words = {name: said(name) for name in ("finding", "cause", "action", "responsible")}
    return raise_finding(indicator, **words, **{"due_on": today() + timedelta(days=30), **changes}, by=by)


def test_a_finding_leads_to_an_action_whose_effect_is_checked(county, indicator, responder) -> None:
    action = found(indicator, responder)
    assert list(open_findings(county)) == [action]

    check_effect(action, effect=said("Auttoi"), by=responder)

    action.refresh_from_db()
    assert (action.effect_sv, action.effect_checked_on) == ("Auttoi (sv)", today())
    assert not open_findings(county).exists()
    assert list(Event.objects.order_by("position").values_list("kind", flat=True)) == [
        "monitoring.finding_raised",
        "monitoring.effect_checked",
    ]


def test_an_effect_is_checked_once(indicator, responder) -> None:
    action = found(indicator, responder)
    check_effect(action, effect=said("Auttoi"), by=responder)

    with pytest.raises(EffectIsChecked):
        check_effect(action, effect=said("Ei auttanut"), by=responder)
    action.refresh_from_db()
    assert action.effect_fi == "Auttoi (fi)"


@pytest.mark.parametrize("days", [-1, 1])
def test_an_effect_is_checked_after_the_finding_and_not_in_the_future(indicator, responder, days) -> None:
    with pytest.raises(DateIsWrong):
        check_effect(
            found(indicator, responder),
            effect=said("Auttoi"),
            by=responder,
            on=today() + timedelta(days=days),
        )


def test_an_action_is_not_due_before_it_was_found_necessary(indicator, responder) -> None:
    with pytest.raises(DateIsWrong):
        found(indicator, responder, due_on=today() - timedelta(days=1))


def test_a_viewer_finds_and_checks_nothing(indicator, viewer, responder) -> None:
    with pytest.raises(PermissionDenied):
        found(indicator, viewer)
    with pytest.raises(PermissionDenied):
        check_effect(found(indicator, responder), effect=said("Auttoi"), by=viewer)


def test_the_thread_of_indicators_is_read_in_a_fixed_number_of_questions(
    county, indicator, pledge, responder, django_assert_num_queries
) -> None:
    indicator.pledges.add(pledge)
    found(indicator, responder)

    with django_assert_num_queries(5):
        for one in with_thread(county):
            assert [tied.pair.perspective for tied in one.pledges.all()] == ["availability"]
            assert len(one.corrective_actions.all()) == 1
            assert not one.measures.all()
