"""A map is computed from what is stored, published without small cells, and never changes."""

import random
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from lupaus.journal.models import Event
from lupaus.opinions.actions import (
    GroupNotKnown,
    NameNeedsClaims,
    compute_map,
    name_group,
    publish_map,
)
from lupaus.opinions.models import Claim, GroupName, MapRun, OpinionMap
from lupaus.participation.models import Result
from lupaus.people.models import Participant, User

AnswerAll = Callable[[list[Claim], list[list[int]]], list[Participant]]
NAME = {"fi": "Lähellä", "sv": "Nära", "en": ""}


@pytest.fixture
def two_camps(make_claim: Callable[..., Claim], answer_all: AnswerAll) -> list[Claim]:
    """Eighty people in two clear camps of forty; on the first claim all agree."""
    dice = random.Random(7)
    claims = [make_claim() for _ in range(10)]

    def row(side: int) -> list[int]:
        return [1, *(side * (1 if dice.random() < 0.92 else -1) for _ in range(9))]

    answer_all(claims, [row(1) for _ in range(40)] + [row(-1) for _ in range(40)])
    return claims


def test_officials_compute_a_map_before_anything_is_public(
    two_camps: list[Claim], opinion_map: OpinionMap, coordinator: User
) -> None:
    run = compute_map(opinion_map, by=coordinator)

    assert (run.body["verdict"], run.body["k"], run.body["participants"]) == ("groups", 2, 80)
    assert len(run.membership) == 80
    assert not Result.objects.exists()
    assert [event.kind for event in Event.objects.all()] == ["opinions.map_computed"]


def test_publishing_makes_a_result_that_stands_on_its_own(
    two_camps: list[Claim], opinion_map: OpinionMap, coordinator: User
) -> None:
    result = publish_map(opinion_map, by=coordinator)

    assert (result.method, result.title_fi) == ("opinion_map/lupaus", "Mistä olemme samaa mieltä?")
    assert result.body["opinion_map"]["suppression"]["applied"] is True
    assert [entry["text"]["fi"] for entry in result.body["claims"]][:2] == ["Väittämä 0", "Väittämä 1"]
    assert "membership" not in str(result.body)
    assert MapRun.objects.get().result == result
    assert result.input_sha256 == result.body["opinion_map"]["input_sha256"]


def test_a_new_result_supersedes_the_old_which_stays(
    two_camps: list[Claim], opinion_map: OpinionMap, coordinator: User
) -> None:
    first = publish_map(opinion_map, by=coordinator)
    body = first.body

    second = publish_map(opinion_map, by=coordinator)

    first.refresh_from_db()
    assert (first.superseded_by, first.body) == (second, body)


def test_the_words_of_a_hidden_claim_are_not_published(
    make_claim: Callable[..., Claim], opinion_map: OpinionMap, coordinator: User
) -> None:
    make_claim("Sopimatonta tekstiä", moderation="hidden")
    make_claim("Hyvä väittämä")

    result = publish_map(opinion_map, by=coordinator)

    assert "Sopimatonta" not in str(result.body)
    assert result.body["opinion_map"]["claims_dropped"] == 1


def test_a_map_without_anything_is_still_a_result(opinion_map: OpinionMap, coordinator: User) -> None:
    result = publish_map(opinion_map, by=coordinator)

    assert result.body["opinion_map"]["verdict"] == "too_few"
    assert result.body["opinion_map"]["votes"] == 0


def test_people_name_a_group_with_claims_that_justify_it(
    two_camps: list[Claim], opinion_map: OpinionMap, coordinator: User
) -> None:
    result = publish_map(opinion_map, by=coordinator)

    named = name_group(
        result,
        group=0,
        name=NAME,
        because={"fi": "Ryhmä haluaa palvelut lähelle."},
        claim_numbers=[3, 1],
        by=coordinator,
    )

    assert (named.name_sv, named.claim_numbers) == ("Nära", [1, 3])


@pytest.mark.parametrize(("name", "numbers"), [({"fi": "Vain suomeksi"}, [1]), (NAME, []), (NAME, [99])])
def test_a_name_needs_both_languages_and_claims_of_the_map(
    two_camps: list[Claim],
    opinion_map: OpinionMap,
    coordinator: User,
    name: dict[str, str],
    numbers: list[int],
) -> None:
    result = publish_map(opinion_map, by=coordinator)

    with pytest.raises(NameNeedsClaims):
        name_group(result, group=0, name=name, because={}, claim_numbers=numbers, by=coordinator)

    assert not GroupName.objects.exists()


def test_a_group_that_is_not_there_has_no_name(
    claim: Claim, opinion_map: OpinionMap, coordinator: User
) -> None:
    result = publish_map(opinion_map, by=coordinator)

    with pytest.raises(GroupNotKnown):
        name_group(result, group=0, name=NAME, because={}, claim_numbers=[0], by=coordinator)


def test_a_moderator_neither_computes_nor_publishes_nor_names(
    claim: Claim, opinion_map: OpinionMap, moderator: User, coordinator: User
) -> None:
    result = publish_map(opinion_map, by=coordinator)

    with pytest.raises(PermissionDenied):
        compute_map(opinion_map, by=moderator)
    with pytest.raises(PermissionDenied):
        publish_map(opinion_map, by=moderator)
    with pytest.raises(PermissionDenied):
        name_group(result, group=0, name=NAME, because={}, claim_numbers=[0], by=moderator)

    assert Result.objects.count() == 1
