"""Officials' pages of the foundations."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from lupaus.counties.models import County
from lupaus.foundations import actions
from lupaus.foundations.models import FoundationConclusion, Goal, SteeringRecommendation, Strategy
from lupaus.journal.models import Event
from lupaus.people.models import User
from lupaus.promise.models import Basis, Pledge, PledgePair, ServicePromise, Version, Wording

SignIn = Callable[[User], Client]
PAGES = ["foundations", "strategies", "national_objectives", "legal_references"]


@pytest.fixture
def laid(county: County, preparer: User) -> County:
    actions.lay_foundation(county, by=preparer)
    return county


@pytest.mark.parametrize("page", PAGES)
def test_every_official_sees_the_foundations_and_nobody_else(
    page: str, laid: County, viewer: User, signed_in: SignIn
) -> None:
    address = reverse(f"foundations:{page}")

    assert signed_in(viewer).get(address).status_code == 200
    assert Client().get(address).status_code == 302


def test_the_law_page_says_that_the_promise_is_voluntary_and_gives_no_advice(
    laid: County, viewer: User, signed_in: SignIn
) -> None:
    page = signed_in(viewer).get(reverse("foundations:legal_references")).content.decode()

    assert "Mikään laki ei vaadi palvelulupausta." in page
    assert "Luimme säädökset alkuperäisinä 23.2.2025." in page
    assert "https://www.finlex.fi/fi/lainsaadanto/2021/612" in page


def test_a_viewer_sees_no_buttons_and_is_turned_away_from_the_forms(
    laid: County, viewer: User, signed_in: SignIn
) -> None:
    client = signed_in(viewer)

    assert (
        reverse("foundations:add_conclusion")
        not in client.get(reverse("foundations:foundations")).content.decode()
    )
    assert client.get(reverse("foundations:add_conclusion")).status_code == 403
    assert client.get(reverse("foundations:conclude_item", args=["legislation"])).status_code == 403


def test_the_foundation_is_written_from_the_pages(laid: County, preparer: User, signed_in: SignIn) -> None:
    client = signed_in(preparer)

    client.post(
        reverse("foundations:conclude_item", args=["legislation"]), {"conclusion_fi": "Hoitotakuu on pohja."}
    )
    client.post(reverse("foundations:add_conclusion"), {"text_fi": "Yksi yhteydenotto riittää."})
    conclusion = FoundationConclusion.objects.get()
    client.post(
        reverse("foundations:revise_conclusion", args=[conclusion.public_id]),
        {"text_fi": "Yksi soitto riittää."},
    )
    page = client.get(reverse("foundations:foundations")).content.decode()
    client.post(reverse("foundations:remove_conclusion", args=[conclusion.public_id]))

    assert "Hoitotakuu on pohja." in page
    assert "Yksi soitto riittää." in page
    assert not FoundationConclusion.objects.exists()


def test_strategies_and_goals_are_written_from_the_pages(
    laid: County, preparer: User, signed_in: SignIn
) -> None:
    client = signed_in(preparer)

    client.post(reverse("foundations:add_strategy"), {"title_fi": "Strategia", "kind": "service"})
    strategy = Strategy.objects.get()
    client.post(
        reverse("foundations:revise_strategy", args=[strategy.public_id]),
        {"title_fi": "Palvelustrategia", "kind": "service", "decided_on": "2025-06-09"},
    )
    client.post(reverse("foundations:add_goal", args=[strategy.public_id]), {"text_fi": "Apu alkaa."})
    goal = Goal.objects.get()
    client.post(reverse("foundations:revise_goal", args=[goal.public_id]), {"text_fi": "Apu alkaa heti."})
    page = client.get(reverse("foundations:strategies")).content.decode()
    client.post(reverse("foundations:remove_goal", args=[goal.public_id]))

    assert all(text in page for text in ("Palvelustrategia", "päätetty 9.6.2025", "Apu alkaa heti."))
    assert not Goal.objects.exists()


def test_recommendations_are_written_from_the_pages(laid: County, preparer: User, signed_in: SignIn) -> None:
    client = signed_in(preparer)

    refused = client.post(
        reverse("foundations:add_recommendation"), {"text_fi": "Lyhennä jonoja.", "year": "kaksi"}
    )
    client.post(reverse("foundations:add_recommendation"), {"text_fi": "Lyhennä jonoja.", "year": "2026"})
    recommendation = SteeringRecommendation.objects.get()
    client.post(reverse("foundations:remove_recommendation", args=[recommendation.public_id]))

    assert "Lyhennä jonoja." in refused.content.decode()
    assert 'value="kaksi"' in refused.content.decode()
    assert not SteeringRecommendation.objects.exists()


def test_a_neighbours_strategy_is_not_to_be_found(
    county: County, preparer: User, other_county: County, official: Callable[..., User], signed_in: SignIn
) -> None:
    neighbour = official("preparer", of=other_county)
    theirs = actions.add_strategy(other_county, by=neighbour, kind="service", texts={"title_fi": "Naapurin"})

    client = signed_in(preparer)

    assert client.get(reverse("foundations:revise_strategy", args=[theirs.public_id])).status_code == 404
    assert client.get(reverse("foundations:add_goal", args=[theirs.public_id])).status_code == 404


def test_pages_ask_the_database_equally_often_for_one_and_for_three_rows(
    laid: County, preparer: User, signed_in: SignIn
) -> None:
    client = signed_in(preparer)

    def add_rows() -> None:
        strategy = actions.add_strategy(laid, by=preparer, kind="service", texts={"title_fi": "Strategia"})
        actions.add_goal(strategy, by=preparer, texts={"text_fi": "Tavoite"})
        actions.add_conclusion(laid, by=preparer, texts={"text_fi": "Johtopäätös"})
        actions.add_recommendation(laid, by=preparer, year=2026, texts={"text_fi": "Suositus"})

    def counts() -> list[int]:
        found = []
        for page in PAGES:
            with CaptureQueriesContext(connection) as captured:
                client.get(reverse(f"foundations:{page}"))
            found.append(len(captured))
        return found

    add_rows()
    with_one = counts()
    add_rows()
    add_rows()

    assert counts() == with_one
    assert max(with_one) <= 12


def test_a_goal_a_pledge_leans_on_stays_and_the_page_says_what_to_do(
    laid: County, preparer: User, signed_in: SignIn
) -> None:
    strategy = actions.add_strategy(laid, by=preparer, kind="service", texts={"title_fi": "Palvelustrategia"})
    goal = actions.add_goal(strategy, by=preparer, texts={"text_fi": "Apu alkaa heti."})
    promise = ServicePromise.objects.create(county=laid, title_fi="Lupaus")
    version = Version.objects.create(promise=promise, number=1, started_at=timezone.now())
    pair = PledgePair.objects.create(promise=promise, perspective="availability")
    pledge = Pledge.objects.create(pair=pair, viewpoint="resident")
    wording = Wording.objects.create(version=version, pledge=pledge, sentence_fi="Saan apua heti.")
    Basis.objects.create(wording=wording, goal=goal)

    answer = signed_in(preparer).post(reverse("foundations:remove_goal", args=[goal.public_id]), follow=True)

    assert "Ota tavoite ensin pois lupauksen perusteista." in answer.content.decode()
    assert Goal.objects.filter(pk=goal.pk).exists()
    assert not Event.objects.filter(kind="foundations.goal_removed").exists()
