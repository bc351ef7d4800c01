"""Answering claims one at a time on any phone, and reading the result."""

import random
import re
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from lupaus.counties.models import County
from lupaus.opinions.actions import name_group, publish_map
from lupaus.opinions.models import Claim, ClaimReport, Exposure, OpinionMap, Vote
from lupaus.participation.models import Consultation, Result
from lupaus.participation.queries import receipt_code_of
from lupaus.people.models import Participant, User

MakeClaim = Callable[..., Claim]
AnswerAll = Callable[[list[Claim], list[list[int]]], list[Participant]]


def address(name: str, consultation: Consultation, *args: object) -> str:
    return reverse(f"opinions:{name}", args=[consultation.public_id, *args])


def give(client: Client, claim: Claim, value: int, **values: object) -> HttpResponse:
    sent = {"value": value, "form_key": str(uuid4()), "visit": 0, **values}
    place = address("answer", claim.opinion_map.consultation, claim.number)
    return client.post(place, sent)  # type: ignore[return-value]


def seen(client: Client, place: str) -> str:
    answer = client.get(place)
    assert answer.status_code == 200
    return answer.content.decode()


def test_one_claim_at_a_time_with_three_buttons(client: Client, claim: Claim) -> None:
    shown = seen(client, address("vote", claim.opinion_map.consultation))

    assert "Puheluun pitää vastata." in shown
    assert [shown.count(f'name="value" value="{value}"') for value in (1, 0, -1)] == [1, 1, 1]
    assert "En ymmärrä tätä väittämää" in shown


def test_a_translated_claim_names_its_original_language(client: Client, claim: Claim) -> None:
    shown = seen(client, "/sv" + address("vote", claim.opinion_map.consultation))

    assert '<p lang="sv" dir="auto">Samtal ska besvaras.</p>' in shown
    assert "Ursprungligt språk: suomi" in shown


def test_a_claim_without_translation_is_shown_in_its_own_language(client: Client, claim: Claim) -> None:
    shown = seen(client, "/en" + address("vote", claim.opinion_map.consultation))

    assert '<p lang="fi" dir="auto">Puheluun pitää vastata.</p>' in shown
    assert "only in another language: suomi" in shown


def test_an_answer_is_stored_and_the_next_claim_is_shown(client: Client, make_claim: MakeClaim) -> None:
    first, second = make_claim(), make_claim()

    answer = give(client, first, 1)

    assert answer.headers["Location"] == address("vote", first.opinion_map.consultation) + "?visit=1"
    assert Vote.objects.get().claim == first
    assert "Väittämä 1" in seen(client, answer.headers["Location"])
    assert set(Exposure.objects.values_list("claim__number", flat=True)) == {0, 1}
    assert second.number == 1


def test_reading_the_page_again_shows_the_same_claim(client: Client, make_claim: MakeClaim) -> None:
    claims = [make_claim() for _ in range(8)]
    give(client, claims[0], 1)
    place = address("vote", claims[0].opinion_map.consultation)

    shown = {claim.text for _ in range(4) for claim in claims if f">{claim.text}</p>" in seen(client, place)}

    assert len(shown) == 1


def test_a_double_send_is_one_answer(client: Client, claim: Claim) -> None:
    key = str(uuid4())

    give(client, claim, 1, form_key=key)
    give(client, claim, 1, form_key=key)

    assert Vote.objects.count() == 1


def test_a_resend_after_a_lost_connection_is_the_same_persons_answer(client: Client, claim: Claim) -> None:
    key = str(uuid4())
    give(Client(), claim, 1, form_key=key)

    answer = give(client, claim, 1, form_key=key)

    assert answer.headers["Location"].startswith(address("vote", claim.opinion_map.consultation))
    assert (Vote.objects.count(), Participant.objects.count()) == (1, 1)
    assert 'aria-pressed="true"' in seen(client, address("my_answers", claim.opinion_map.consultation))


def test_going_back_and_answering_otherwise_leads_to_ones_own_answers(client: Client, claim: Claim) -> None:
    key = str(uuid4())
    give(client, claim, 1, form_key=key)

    answer = give(client, claim, -1, form_key=key)

    assert answer.headers["Location"] == address("my_answers", claim.opinion_map.consultation) + "#claim-0"
    assert Vote.objects.get().value == 1


def test_an_answer_may_be_changed_on_ones_own_page(client: Client, claim: Claim) -> None:
    give(client, claim, 1)

    answer = give(client, claim, -1, change="1")

    assert answer.headers["Location"].endswith("#claim-0")
    assert Vote.objects.get().value == -1
    mine = seen(client, address("my_answers", claim.opinion_map.consultation))
    assert 'value="-1" aria-pressed="true"' in mine


def test_another_device_does_not_see_my_answers(client: Client, claim: Claim) -> None:
    give(client, claim, 1)

    other = seen(Client(), address("my_answers", claim.opinion_map.consultation))

    assert "Tällä laitteella ei ole vastauksia" in other
    assert "Puheluun" not in other


@pytest.mark.parametrize("value", ["2", "", "kyllä"])
def test_a_strange_answer_is_told_and_not_stored(client: Client, claim: Claim, value: str) -> None:
    answer = give(client, claim, value)  # type: ignore[arg-type]

    assert answer.headers["Location"] == address("vote", claim.opinion_map.consultation)
    assert not Vote.objects.exists()
    assert not Participant.objects.exists()


def test_not_understanding_puts_the_claim_aside(client: Client, make_claim: MakeClaim) -> None:
    first = make_claim()
    make_claim()

    client.post(address("report_claim", first.opinion_map.consultation, 0), {"visit": "3"})

    assert ClaimReport.objects.get().claim == first
    assert "Väittämä 1" in seen(client, address("vote", first.opinion_map.consultation))


def test_after_twenty_claims_one_is_offered_a_pause(client: Client, make_claim: MakeClaim) -> None:
    claims = [make_claim() for _ in range(22)]
    place = address("vote", claims[0].opinion_map.consultation)
    for number, claim in enumerate(claims[:20]):
        give(client, claim, 1, visit=number)

    assert "Vastaa lisää" in seen(client, place + "?visit=20")
    assert 'class="claim"' not in seen(client, place + "?visit=20")
    assert 'class="claim"' in seen(client, place + "?visit=20&more=1")


def test_when_all_is_answered_one_is_thanked(client: Client, claim: Claim) -> None:
    give(client, claim, 1)

    assert "Olet vastannut kaikkiin väittämiin" in seen(
        client, address("vote", claim.opinion_map.consultation)
    )


@pytest.mark.parametrize("moderation", ["waiting", "hidden"])
def test_a_claim_that_is_not_published_is_not_found(
    client: Client, make_claim: MakeClaim, moderation: str
) -> None:
    claim = make_claim("Salainen väittämä", moderation=moderation)

    assert give(client, claim, 1).status_code == 404
    shown = seen(client, address("vote", claim.opinion_map.consultation))
    assert "Salainen väittämä" not in shown
    assert "Ei vielä väittämiä" in shown


def test_after_closing_no_answer_is_taken(client: Client, claim: Claim) -> None:
    Consultation.objects.update(closes_on=timezone.localdate() - timedelta(days=1))

    answer = give(client, claim, 1)

    assert answer.headers["Location"] == reverse(
        "participation:consultation", args=[claim.opinion_map.consultation.public_id]
    )
    assert not Vote.objects.exists()
    assert "Näihin väittämiin ei voi nyt vastata" in seen(
        client, address("vote", claim.opinion_map.consultation)
    )


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_residents_do_not_even_see_a_drafts_claims(client: Client, claim: Claim, state: str) -> None:
    Consultation.objects.update(state=state)

    for name in ("vote", "my_answers", "propose_claim"):
        assert client.get(address(name, claim.opinion_map.consultation)).status_code == 404
    assert give(client, claim, 1).status_code == 404


def test_a_claim_of_ones_own_leads_to_its_receipt(client: Client, opinion_map: OpinionMap) -> None:
    key = uuid4()

    answer = client.post(
        address("propose_claim", opinion_map.consultation),
        {"text": "Bussin pitää kulkea.", "language": "fi", "form_key": str(key)},
    )

    assert answer.headers["Location"] == reverse("publication:receipt", args=[receipt_code_of(key)])
    assert Claim.objects.get().contribution.moderation == "waiting"


def test_a_long_claim_is_kept_and_told(client: Client, opinion_map: OpinionMap) -> None:
    answer = client.post(
        address("propose_claim", opinion_map.consultation),
        {"text": "x" * 150, "language": "fi", "form_key": str(uuid4())},
    )

    assert "10 merkkiä liian pitkä" in answer.content.decode()
    assert "x" * 150 in answer.content.decode()
    assert not Claim.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_voting_pages_ask_the_database_the_same_however_many_claims(
    client: Client, make_claim: MakeClaim, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    claims = [make_claim() for _ in range(rows + 1)]
    place = address("vote", claims[0].opinion_map.consultation)
    with django_assert_num_queries(6):
        seen(client, place)
    for claim in claims[:-1]:
        give(client, claim, 1)

    with django_assert_num_queries(7):
        seen(client, place)
    with django_assert_num_queries(4):
        seen(client, address("my_answers", claims[0].opinion_map.consultation))


@pytest.fixture
def two_camps(
    make_claim: MakeClaim, answer_all: AnswerAll, opinion_map: OpinionMap, coordinator: User
) -> Result:
    """Eighty people in two camps of forty who all agree on the first claim."""
    dice = random.Random(7)
    claims = [make_claim() for _ in range(10)]

    def row(side: int) -> list[int]:
        return [1, *(side * (1 if dice.random() < 0.85 else -1) for _ in range(9))]

    answer_all(claims, [row(1) for _ in range(40)] + [row(-1) for _ in range(40)])
    return publish_map(opinion_map, by=coordinator)


def result_page(client: Client, result: Result, **asked: str) -> str:
    answer = client.get(reverse("opinions:result", args=[result.public_id]), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_result_shows_common_ground_and_groups_with_tables(client: Client, two_camps: Result) -> None:
    shown = result_page(client, two_camps)

    assert "Joka ryhmässä ainakin" in shown
    assert "Ryhmä A" in shown
    assert "Ryhmä B" in shown
    assert shown.count("<svg") >= 1
    assert "Näytä sama taulukkona" in shown
    assert two_camps.input_sha256 in shown


def test_a_group_is_shown_by_the_name_people_gave(
    client: Client, two_camps: Result, coordinator: User
) -> None:
    name_group(
        two_camps,
        group=0,
        name={"fi": "Lähipalvelut", "sv": "Närservice"},
        because={"fi": "Haluaa palvelut lähelle."},
        claim_numbers=[1],
        by=coordinator,
    )

    assert "Ryhmä A: Lähipalvelut" in result_page(client, two_camps)


def test_without_stable_groups_the_page_says_so_honestly(
    client: Client, make_claim: MakeClaim, answer_all: AnswerAll, opinion_map: OpinionMap, coordinator: User
) -> None:
    dice = random.Random(3)
    claims = [make_claim() for _ in range(8)]
    answer_all(claims, [[dice.choice([-1, 0, 1]) for _ in claims] for _ in range(80)])

    shown = result_page(client, publish_map(opinion_map, by=coordinator))

    assert "pysyviä ryhmiä ei löytynyt" in shown
    assert "Ryhmä A" not in shown


ROWS: dict[str, tuple[int, list[list[int]]]] = {
    "nobody answered": (3, []),
    "one participant": (3, [[1, 0, -1]]),
    "one claim": (1, [[1], [1], [-1]]),
    "everyone alike": (4, [[1, 1, 1, 1]] * 60),
    "everyone passes": (4, [[0, 0, 0, 0]] * 60),
}


@pytest.mark.parametrize("case", ROWS)
def test_degenerate_maps_have_an_honest_page(
    client: Client,
    make_claim: MakeClaim,
    answer_all: AnswerAll,
    opinion_map: OpinionMap,
    coordinator: User,
    case: str,
) -> None:
    number, rows = ROWS[case]
    answer_all([make_claim() for _ in range(number)], rows)

    shown = result_page(client, publish_map(opinion_map, by=coordinator))

    assert "Missä ryhmät eroavat" in shown
    assert "Ryhmä A" not in shown
    assert re.search(r"\bnan\b", shown, re.IGNORECASE) is None


def test_a_map_whose_claims_were_all_hidden_has_nothing_to_show(
    client: Client, make_claim: MakeClaim, opinion_map: OpinionMap, coordinator: User
) -> None:
    make_claim("Sopimaton", moderation="hidden")

    shown = result_page(client, publish_map(opinion_map, by=coordinator))

    assert "Ei vielä näytettäviä väittämiä" in shown
    assert "Sopimaton" not in shown


def test_small_numbers_are_not_shown(
    client: Client, make_claim: MakeClaim, answer_all: AnswerAll, opinion_map: OpinionMap, coordinator: User
) -> None:
    answer_all([make_claim()], [[1], [1], [-1]])

    shown = result_page(client, publish_map(opinion_map, by=coordinator))

    assert 'title="Ei näytetä, koska näin vastasi niin harva"' in shown


def test_ones_own_answer_is_beside_the_claim_on_ones_own_device_only(
    client: Client, two_camps: Result
) -> None:
    give(client, Claim.objects.get(number=0), -1)

    assert "Sinun vastauksesi: eri mieltä." in result_page(client, two_camps)
    assert "Sinun vastauksesi" not in result_page(Client(), two_camps)


def test_simulated_votes_say_so(client: Client, two_camps: Result) -> None:
    assert "Äänet on simuloitu" not in result_page(client, two_camps)

    Consultation.objects.update(is_simulated=True)

    assert "Äänet on simuloitu" in result_page(client, two_camps)


def test_an_older_result_points_at_the_newer(
    client: Client, two_camps: Result, opinion_map: OpinionMap, coordinator: User
) -> None:
    newer = publish_map(opinion_map, by=coordinator)

    assert reverse("opinions:result", args=[newer.public_id]) in result_page(client, two_camps)


def test_a_withdrawn_or_foreign_result_is_not_found(
    client: Client, two_camps: Result, other_county: County
) -> None:
    place = reverse("opinions:result", args=[two_camps.public_id])
    Consultation.objects.update(state="withdrawn")
    assert client.get(place).status_code == 404

    Consultation.objects.update(state="open")
    assert client.get(place).status_code == 200
    Result.objects.update(county=other_county)
    assert client.get(place).status_code == 404


@pytest.mark.parametrize("sort", ["ground", "agrees", "disagrees", "passes", "number", "nonsense"])
def test_all_claims_can_be_sorted(client: Client, two_camps: Result, sort: str) -> None:
    assert result_page(client, two_camps, sort=sort).count('<th scope="row"><span') == 10


def test_a_result_asks_the_database_the_same_however_many_claims(
    client: Client, two_camps: Result, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        result_page(client, two_camps)
