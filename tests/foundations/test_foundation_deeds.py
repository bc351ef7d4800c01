"""Deeds of the foundations: checklist, conclusions, strategies, goals and recommendations."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from lupaus.counties.models import County
from lupaus.foundations import actions
from lupaus.foundations.models import (
    FoundationConclusion,
    FoundationItem,
    Goal,
    LegalFloor,
    LegalReference,
    NationalObjective,
    SteeringRecommendation,
    Strategy,
)
from lupaus.foundations.queries import Progress, foundation_progress
from lupaus.journal.models import Event
from lupaus.people.models import User


@pytest.fixture
def strategy(county: County, preparer: User) -> Strategy:
    return actions.add_strategy(
        county,
        by=preparer,
        kind="service",
        texts={"title_fi": "Palvelustrategia"},
        decided_on=date(2025, 6, 9),
    )


def happened(kind: str) -> int:
    return Event.objects.filter(kind=kind).count()


@pytest.mark.django_db
def test_renewing_twice_doubles_nothing() -> None:
    actions.renew_shared()
    actions.renew_shared()

    assert LegalReference.objects.count() == 37
    assert NationalObjective.objects.count() == 7
    assert LegalFloor.objects.count() == 8
    reference = LegalReference.objects.get(code="612-2021-11")
    assert reference.address_sv == "https://www.finlex.fi/sv/lagstiftning/2021/612"
    assert str(reference) == "Laki sosiaali- ja terveydenhuollon järjestämisestä 11 § (612/2021)"


def test_a_foundation_is_whole_when_everything_has_a_conclusion(county: County, preparer: User) -> None:
    actions.lay_foundation(county, by=preparer)
    assert foundation_progress(county) == Progress(0, 5)

    for item in FoundationItem.objects.of(county):
        actions.conclude_item(item, by=preparer, texts={"conclusion_fi": "Selvä."})

    assert foundation_progress(county).is_whole
    assert happened("foundations.item_concluded") == 5


def test_an_empty_text_takes_the_conclusion_back(county: County, preparer: User) -> None:
    actions.lay_foundation(county, by=preparer)
    item = FoundationItem.objects.get(key="legislation")
    actions.conclude_item(item, by=preparer, texts={"conclusion_fi": "Selvä."})

    item = actions.conclude_item(item, by=preparer, texts={"conclusion_fi": " "})

    assert (item.concluded_at, item.concluded_by, item.conclusion_fi) == (None, None, "")
    assert happened("foundations.conclusion_withdrawn") == 1


def test_conclusions_are_added_reworded_and_removed(county: County, preparer: User) -> None:
    first = actions.add_conclusion(county, by=preparer, texts={"text_fi": "Yksi numero riittää."})
    second = actions.add_conclusion(county, by=preparer, texts={"text_fi": "Kieli ratkaisee."})
    revised = actions.revise_conclusion(first, by=preparer, texts={"text_fi": "Yksi yhteydenotto riittää."})

    assert (revised.text_fi, first.order, second.order) == ("Yksi yhteydenotto riittää.", 1, 2)
    actions.remove_conclusion(second, by=preparer)
    assert list(FoundationConclusion.objects.of(county)) == [first]
    assert happened("foundations.conclusion_removed") == 1


def test_goals_are_entered_in_order_and_corrected(strategy: Strategy, preparer: User) -> None:
    first = actions.add_goal(
        strategy, by=preparer, texts={"text_fi": "Apu alkaa ensimmäisestä yhteydenotosta."}
    )
    second = actions.add_goal(strategy, by=preparer, texts={"text_fi": "Palvelu toimii kahdella kielellä."})
    actions.revise_goal(first, by=preparer, texts={"text_fi": "Apu alkaa heti."})

    assert list(Goal.objects.values_list("text_fi", "order")) == [("Apu alkaa heti.", 1), (second.text_fi, 2)]


def test_a_goal_no_pledge_leans_on_is_removed(strategy: Strategy, preparer: User) -> None:
    goal = actions.add_goal(strategy, by=preparer, texts={"text_fi": "Apu alkaa heti."})

    actions.remove_goal(goal, by=preparer)

    assert not Goal.objects.exists()
    assert happened("foundations.goal_removed") == 1


def test_a_strategy_is_corrected(strategy: Strategy, preparer: User) -> None:
    actions.revise_strategy(
        strategy,
        by=preparer,
        kind="county",
        texts={"title_fi": "Aluestrategia"},
        address="https://alue.example/",
    )

    strategy.refresh_from_db()
    assert (strategy.kind, strategy.title_fi, strategy.decided_on) == ("county", "Aluestrategia", None)


def test_a_recommendation_is_entered_and_removed(county: County, preparer: User) -> None:
    recommendation = actions.add_recommendation(
        county, by=preparer, year=2026, texts={"text_fi": "Alue lyhentää jonoja."}
    )
    assert recommendation.year == 2026

    actions.remove_recommendation(recommendation, by=preparer)
    assert not SteeringRecommendation.objects.exists()


@pytest.mark.parametrize("role", ["coordinator", "moderator", "responder", "decision_maker", "viewer"])
def test_others_than_preparers_write_nothing(role: str, county: County, official: object) -> None:
    person = official(role)  # type: ignore[operator]

    with pytest.raises(PermissionDenied):
        actions.lay_foundation(county, by=person)
    with pytest.raises(PermissionDenied):
        actions.add_conclusion(county, by=person, texts={"text_fi": "Ei."})
    with pytest.raises(PermissionDenied):
        actions.add_strategy(county, by=person, kind="service", texts={"title_fi": "Ei"})
    with pytest.raises(PermissionDenied):
        actions.add_recommendation(county, by=person, year=2026, texts={"text_fi": "Ei"})

    assert not LegalReference.objects.exists()
