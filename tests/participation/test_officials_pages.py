"""Officials prepare, open, read, write down and close; each says what is wrong and keeps what was written."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from lupaus.counties.models import Area, County
from lupaus.participation.actions import NameMissing, add_party, edit_party, move_party
from lupaus.participation.models import Consultation, Contribution, Party
from lupaus.people.models import User

SignedIn = Callable[[User], Client]
Say = Callable[..., Contribution]
Make = Callable[..., Consultation]


def at(name: str, *args: str) -> str:
    return reverse(f"participation:{name}", args=args)


def words_of(client: Client, address: str, **asked: str) -> str:
    answer = client.get(address, asked)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def desk(signed_in: SignedIn, coordinator: User) -> Client:
    return signed_in(coordinator)


def new_consultation(**values: str) -> dict[str, str]:
    texts = {f"{name}_{code}": f"{name} {code}" for name in ("title", "question") for code in ("fi", "sv")}
    return {"channel": "text", "opens_on": "2026-12-01", "closes_on": "2026-12-20", **texts, **values}


def test_a_half_written_draft_is_saved_and_says_what_it_lacks(desk: Client, county: County) -> None:
    answer = desk.post(at("draft_consultation"), new_consultation())

    draft = Consultation.objects.get()
    assert answer.headers["Location"] == at("officials_consultation", draft.public_id)
    shown = words_of(desk, answer.headers["Location"])
    assert "Kirjoita nämä ennen avaamista" in shown
    assert "Kuka lukee vastaukset, ruotsiksi" in shown


def test_a_window_that_runs_backwards_keeps_what_was_written(desk: Client, county: County) -> None:
    answer = desk.post(
        at("draft_consultation"), new_consultation(closes_on="2026-11-01", title_fi="Pitkä otsikko")
    )

    shown = answer.content.decode()
    assert "Viimeinen päivä on ennen ensimmäistä" in shown
    assert 'value="Pitkä otsikko"' in shown
    assert not Consultation.objects.exists()


def test_opening_says_what_is_missing(desk: Client, make_consultation: Make) -> None:
    draft = make_consultation(state="draft", question_sv="")

    answer = desk.post(at("open_consultation", draft.public_id), follow=True)

    assert "Tekstejä puuttuu" in answer.content.decode()
    assert Consultation.objects.get().state == "draft"


def test_opening_says_when_the_window_has_passed(desk: Client, make_consultation: Make) -> None:
    today = timezone.localdate()
    draft = make_consultation(state="draft", opens_on=today - timedelta(9), closes_on=today - timedelta(2))

    answer = desk.post(at("open_consultation", draft.public_id), follow=True)

    assert "Viimeinen päivä on jo mennyt" in answer.content.decode()


def test_a_complete_draft_opens(desk: Client, make_consultation: Make) -> None:
    draft = make_consultation(state="draft")

    desk.post(at("open_consultation", draft.public_id))

    assert Consultation.objects.get().state == "open"


def test_an_open_consultations_question_cannot_be_edited(desk: Client, consultation: Consultation) -> None:
    address = at("edit_consultation", consultation.public_id)
    sent = new_consultation(question_fi="Toinen?", who_reads_fi="Uusi lukija", closes_on="2199-01-01")
    assert 'name="question_fi"' not in words_of(desk, address)

    desk.post(address, sent)

    consultation.refresh_from_db()
    assert consultation.question_fi == "Mikä toimii arjessasi?"
    assert (consultation.who_reads_fi, consultation.closes_on) == ("Uusi lukija", date(2199, 1, 1))


def test_closing_needs_words_in_both_languages(desk: Client, consultation: Consultation) -> None:
    address = at("close_consultation", consultation.public_id)

    answer = desk.post(address, {"closing_words_fi": "Kiitos kaikille."})
    assert "Kiitos kaikille." in answer.content.decode()
    assert Consultation.objects.get().state == "open"

    desk.post(address, {"closing_words_fi": "Kiitos.", "closing_words_sv": "Tack."})
    assert Consultation.objects.get().state == "closed"

    desk.post(address, {"closing_words_fi": "Kiitos vielä.", "closing_words_sv": "Tack."})
    assert Consultation.objects.get().closing_words_fi == "Kiitos vielä."


def test_withdrawing_takes_the_page_from_residents(desk: Client, consultation: Consultation) -> None:
    desk.post(at("withdraw_consultation", consultation.public_id))

    assert Client().get(at("consultation", consultation.public_id)).status_code == 404


def test_what_waits_is_first_in_the_queue(desk: Client, say: Say) -> None:
    say("Odottaa lukijaa", moderation="waiting")
    say("Jo julkaistu")

    waiting = words_of(desk, at("moderation"))
    published = words_of(desk, at("moderation"), state="published")

    assert "Odottaa lukijaa" in waiting
    assert "Jo julkaistu" not in waiting
    assert "Jo julkaistu" in published


def test_publishing_goes_back_to_the_same_queue(desk: Client, say: Say, consultation: Consultation) -> None:
    text = say(moderation="waiting")
    kept = {"state": "waiting", "consultation": consultation.public_id}

    answer = desk.post(at("moderate", text.public_id), {"to": "published", **kept})

    assert answer.headers["Location"].endswith(
        f"?state=waiting&consultation={consultation.public_id}&goes_on=1"
    )
    assert Contribution.objects.get().moderation == "published"


def test_hiding_with_a_ready_made_reason_tells_it_in_every_language(desk: Client, say: Say) -> None:
    text = say(moderation="waiting")

    desk.post(at("moderate", text.public_id), {"to": "hidden", "template": "insult"})

    text.refresh_from_db()
    assert text.moderation == "hidden"
    assert text.moderation_reason_fi.startswith("Teksti loukkaa")
    assert text.moderation_reason_sv.startswith("Texten kränker")


def test_hiding_without_a_reason_asks_for_one_and_keeps_the_words(desk: Client, say: Say) -> None:
    text = say(moderation="waiting")

    answer = desk.post(at("moderate", text.public_id), {"to": "hidden", "reason_fi": "Vain suomeksi"})

    shown = answer.content.decode()
    assert "Valitse perustelu" in shown
    assert "Vain suomeksi" in shown
    assert Contribution.objects.get().moderation == "waiting"


def test_two_officials_at_once_are_told(desk: Client, say: Say) -> None:
    text = say()

    answer = desk.post(at("moderate", text.public_id), {"to": "published"})

    assert "Joku muu on sillä välin" in answer.content.decode()


def test_ticked_texts_are_published_together(desk: Client, say: Say) -> None:
    texts = [say(f"Teksti {number}", moderation="waiting") for number in range(3)]

    desk.post(at("publish_many"), {"ticked": [text.public_id for text in texts[:2]]})

    assert Contribution.objects.filter(moderation="published").count() == 2


def test_a_viewer_reads_the_queue_but_decides_nothing(say: Say, viewer: User, signed_in: SignedIn) -> None:
    text = say(moderation="waiting")
    client = signed_in(viewer)

    assert 'name="to"' not in words_of(client, at("moderation"))
    assert client.post(at("moderate", text.public_id), {"to": "published"}).status_code == 403
    assert client.post(at("publish_many"), {"ticked": [text.public_id]}).status_code == 403
    assert Contribution.objects.get().moderation == "waiting"


@pytest.fixture
def paper(consultation: Consultation, residents: Party) -> dict[str, Any]:
    return {
        "consultation": consultation.pk,
        "channel": "event",
        "given_on": "2026-05-03",
        "source": "työpaja 3.5.",
        "text": "Bussi ei kulje.",
        "party": residents.pk,
        "area": "",
        "language": "fi",
        "form_key": str(uuid4()),
    }


def test_a_pile_of_forms_keeps_its_source_from_one_to_the_next(desk: Client, paper: dict[str, Any]) -> None:
    answer = desk.post(at("enter_from_paper"), paper, follow=True)

    shown = answer.content.decode()
    assert Contribution.objects.get().source == "työpaja 3.5."
    assert 'value="työpaja 3.5."' in shown
    assert 'value="2026-05-03"' in shown
    assert "kuittikoodi" in shown


def test_a_paper_from_the_future_is_told(desk: Client, paper: dict[str, Any]) -> None:
    answer = desk.post(at("enter_from_paper"), paper | {"given_on": "2199-01-01"})

    assert "Päivä on tulevaisuudessa" in answer.content.decode()
    assert "Bussi ei kulje." in answer.content.decode()
    assert not Contribution.objects.exists()


def test_another_countys_things_are_not_found(
    desk: Client, make_consultation: Make, other_county: County
) -> None:
    elsewhere = make_consultation(county=other_county)
    foreign = Contribution.objects.create(
        county=other_county, consultation=elsewhere, text="Salaisuus", given_at=timezone.now()
    )
    party = Party.objects.create(county=other_county, key="naapurit", name_fi="Naapurit")

    for address in (
        at("officials_consultation", elsewhere.public_id),
        at("officials_contribution", foreign.public_id),
        at("edit_party", party.key),
    ):
        assert desk.get(address).status_code == 404
    assert desk.post(at("moderate", foreign.public_id), {"to": "published"}).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_officials_pages_ask_the_same_however_many_rows(
    desk: Client,
    make_consultation: Make,
    county: County,
    area: Area,
    residents: Party,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    rows: int,
) -> None:
    for number in range(rows):
        made = make_consultation()
        Party.objects.create(county=county, key=str(number), name_fi="Taho")
        Contribution.objects.create(
            county=county, consultation=made, text="A", area=area, party=residents, given_at=timezone.now()
        )

    for address in ("officials_consultations", "moderation", "parties", "enter_from_paper"):
        with django_assert_max_num_queries(9):
            words_of(desk, at(address))
    with django_assert_max_num_queries(9):
        words_of(desk, at("officials_consultation", made.public_id))


NAME = {"fi": "Nuoret", "sv": "Unga", "en": ""}


def test_parties_are_added_last_renamed_and_moved(
    county: County, residents: Party, coordinator: User
) -> None:
    young = add_party(county, name=NAME, by=coordinator)
    edit_party(
        young,
        name=NAME | {"fi": "Nuorisovaltuusto"},
        description={},
        is_offered_to_residents=False,
        by=coordinator,
    )
    move_party(young, up=True, by=coordinator)
    move_party(young, up=True, by=coordinator)

    assert [party.name_fi for party in Party.objects.of(county)] == ["Nuorisovaltuusto", "Asukkaat"]


def test_a_party_needs_its_name_in_the_countys_languages(county: County, coordinator: User) -> None:
    with pytest.raises(NameMissing):
        add_party(county, name={"fi": "Nuoret"}, by=coordinator)


def test_parties_are_kept_on_pages(desk: Client, residents: Party) -> None:
    desk.post(at("add_party"), {"name_fi": "Nuoret", "name_sv": "Unga", "is_offered_to_residents": "on"})
    young = Party.objects.get(name_fi="Nuoret")
    desk.post(at("edit_party", young.key), {"name_fi": "Lapset", "name_sv": "Barn"})
    desk.post(at("move_party", young.key), {"to": "up"})

    shown = words_of(desk, at("parties"))
    assert shown.index("Lapset") < shown.index("Asukkaat")
    assert not Party.objects.get(key=young.key).is_offered_to_residents
