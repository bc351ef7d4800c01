"""What residents see of a consultation, and how their words come in."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries as Counter

from lupaus.counties.models import Area, County
from lupaus.participation.models import Consultation, Contribution, Party
from lupaus.participation.queries import receipt_code_of
from lupaus.people.middleware import COOKIE, SALT
from lupaus.people.models import Participant, User

Make = Callable[..., Consultation]
Say = Callable[..., Contribution]


def page(client: Client, name: str, *args: str, **asked: str) -> str:
    answer = client.get(reverse(f"participation:{name}", args=args), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_shows_what_is_open_and_not_what_is_drafted(client: Client, make_consultation: Make) -> None:
    make_consultation(title_fi="Avoin kysymys")
    make_consultation(title_fi="Salainen luonnos", state="draft")
    make_consultation(title_fi="Peruttu kysymys", state="withdrawn")

    shown = page(client, "consultations")

    assert "Avoin kysymys" in shown
    assert "Salainen luonnos" not in shown
    assert "Peruttu kysymys" not in shown


@pytest.mark.parametrize(("when", "seen"), [("open", "Avoin"), ("upcoming", "Tuleva"), ("closed", "Mennyt")])
def test_filters_by_time(client: Client, make_consultation: Make, when: str, seen: str) -> None:
    today = timezone.localdate()
    make_consultation(title_fi="Avoin")
    make_consultation(title_fi="Tuleva", opens_on=today + timedelta(2), closes_on=today + timedelta(9))
    make_consultation(title_fi="Mennyt", opens_on=today - timedelta(9), closes_on=today - timedelta(2))

    shown = page(client, "consultations", when=when)

    assert [title for title in ("Avoin", "Tuleva", "Mennyt") if f">{title}</a></h2>" in shown] == [seen]


def test_search_finds_words_with_finnish_letters_in_any_case(client: Client, make_consultation: Make) -> None:
    make_consultation(title_fi="Äitiysneuvolan ajat")
    make_consultation(title_fi="Bussit")

    shown = page(client, "consultations", words="äITIYS ajat")

    assert "Äitiysneuvolan ajat" in shown
    assert "Bussit" not in shown


def test_nothing_found_says_so_and_shows_the_way_out(client: Client, consultation: Consultation) -> None:
    assert "Hakua vastaavaa ei löytynyt" in page(client, "consultations", words="xyzzy")


def test_an_empty_county_says_why_it_is_empty(client: Client, county: County) -> None:
    assert "Juuri nyt ei ole kysyttävää" in page(client, "consultations")


def test_many_consultations_come_twenty_at_a_time(client: Client, make_consultation: Make) -> None:
    for number in range(21):
        make_consultation(title_fi=f"Kysymys {number}")

    first = page(client, "consultations")
    second = page(client, "consultations", **{"from": "20"})

    assert (first.count("<h2>"), second.count("<h2>")) == (20, 1)


def test_a_consultation_tells_what_by_when_who_reads_and_what_next(
    client: Client, consultation: Consultation, say: Say
) -> None:
    say("Sain ajan nopeasti.")
    say("Piilossa", moderation="waiting")

    shown = page(client, "consultation", consultation.public_id)

    for words in (
        "Mikä toimii arjessasi?",
        "5 päivää",
        "Osallisuuskoordinaattori lukee.",
        "Luemme jokaisen.",
    ):
        assert words in shown
    assert "Sain ajan nopeasti." in shown
    assert "Piilossa" not in shown
    assert "Kirjoita vastauksesi" in shown


def test_a_closed_consultation_has_closing_words_and_no_button(
    client: Client, make_consultation: Make
) -> None:
    closed = make_consultation(state="closed", closing_words_fi="Kiitos vastauksista.")

    shown = page(client, "consultation", closed.public_id)

    assert "Kiitos vastauksista." in shown
    assert "Kirjoita vastauksesi" not in shown


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_residents_do_not_even_see_a_draft(client: Client, make_consultation: Make, state: str) -> None:
    hidden = make_consultation(state=state, title_fi="Salainen")

    for name in ("consultation", "contribute"):
        answer = client.get(reverse(f"participation:{name}", args=[hidden.public_id]))
        assert answer.status_code == 404
        assert "Salainen" not in answer.content.decode()


def test_an_official_previews_a_draft_as_residents_will_see_it(
    make_consultation: Make, viewer: User, signed_in: Callable[[User], Client]
) -> None:
    draft = make_consultation(state="draft")

    assert "Vain viranhaltijat näkevät tämän sivun" in page(
        signed_in(viewer), "consultation", draft.public_id
    )


def test_another_countys_consultation_is_not_found(
    client: Client, make_consultation: Make, other_county: County, county: County
) -> None:
    elsewhere = make_consultation(county=other_county)

    assert client.get(reverse("participation:consultation", args=[elsewhere.public_id])).status_code == 404


def test_contributions_come_twenty_a_page_without_gaps(
    client: Client, consultation: Consultation, say: Say
) -> None:
    start = timezone.now()
    texts = [say(f"Vastaus {number}.", given_at=start - timedelta(minutes=number)) for number in range(23)]

    first = page(client, "consultation", consultation.public_id)
    second = page(client, "consultation", consultation.public_id, after=texts[19].public_id)

    assert "Vastaus 19." in first
    assert "Vastaus 20." not in first
    assert f"?after={texts[19].public_id}" in first
    assert [number for number in range(23) if f"Vastaus {number}." in second] == [20, 21, 22]


def test_a_text_in_another_language_carries_its_language(
    client: Client, consultation: Consultation, say: Say
) -> None:
    say("Jag fick tid snabbt.", language="sv")

    shown = page(client, "consultation", consultation.public_id)

    assert '<div lang="sv" dir="auto"><p>Jag fick tid snabbt.</p></div>' in shown
    assert '<span class="lang-mark" lang="sv">svenska</span>' in shown


def test_what_people_write_is_never_markup(client: Client, consultation: Consultation, say: Say) -> None:
    say("<script>alert(1)</script>")

    assert "<script>alert(1)" not in page(client, "consultation", consultation.public_id)


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_ask_the_database_the_same_however_many_rows(
    client: Client,
    make_consultation: Make,
    residents: Party,
    area: Area,
    resident: Participant,
    django_assert_num_queries: Counter,
    rows: int,
) -> None:
    made = [make_consultation() for _ in range(rows)]
    for number in range(rows):
        Contribution.objects.create(
            county=made[0].county,
            consultation=made[0],
            text=f"Vastaus {number}",
            party=residents,
            area=area,
            given_at=timezone.now(),
            moderation="published",
        )

    with django_assert_num_queries(3):
        page(client, "consultations")
    with django_assert_num_queries(5):
        page(client, "consultation", made[0].public_id)
    with django_assert_num_queries(4):
        page(client, "contribute", made[0].public_id)


@pytest.fixture
def form(residents: Party) -> dict[str, Any]:
    return {
        "text": "Sain ajan.",
        "party": residents.pk,
        "area": "",
        "language": "fi",
        "form_key": str(uuid4()),
    }


def write(client: Client, consultation: Consultation) -> str:
    return reverse("participation:contribute", args=[consultation.public_id])


def test_sending_leads_to_the_receipt_and_the_device_is_remembered(
    client: Client, consultation: Consultation, form: dict[str, Any]
) -> None:
    answer = client.post(write(client, consultation), form)

    given = Contribution.objects.get()
    assert given.form_key is not None
    assert answer.status_code == 302
    assert answer.headers["Location"] == reverse(
        "publication:receipt", args=[receipt_code_of(given.form_key)]
    )
    assert COOKIE in answer.cookies
    assert given.participant == Participant.objects.get()


def test_sending_twice_leads_to_the_same_receipt(
    client: Client, consultation: Consultation, form: dict[str, Any]
) -> None:
    first = client.post(write(client, consultation), form)
    again = Client().post(write(client, consultation), form)

    assert first.headers["Location"] == again.headers["Location"]
    owner = Contribution.objects.get().participant
    assert owner is not None
    assert signing.loads(again.cookies[COOKIE].value, salt=SALT) == owner.public_id
    assert Contribution.objects.count() == 1


def test_going_back_and_changing_the_text_is_told_and_then_taken(
    client: Client, consultation: Consultation, form: dict[str, Any]
) -> None:
    client.post(write(client, consultation), form)

    answer = client.post(write(client, consultation), form | {"text": "Toinen asia."})

    shown = answer.content.decode()
    assert "Toinen asia." in shown
    assert form["form_key"] not in shown
    key = answer.context["form"]["form_key"].value()
    client.post(write(client, consultation), form | {"text": "Toinen asia.", "form_key": key})
    assert Contribution.objects.count() == 2


def test_ten_thousand_characters_are_kept_and_told(
    client: Client, consultation: Consultation, form: dict[str, Any]
) -> None:
    answer = client.post(write(client, consultation), form | {"text": "a" * 10_000})

    shown = answer.content.decode()
    assert "5000 merkkiä liian pitkä" in shown
    assert "a" * 10_000 in shown
    assert not Contribution.objects.exists()
    assert not Participant.objects.exists()


def test_an_expired_window_keeps_the_text_to_copy(
    client: Client, consultation: Consultation, form: dict[str, Any]
) -> None:
    Consultation.objects.update(closes_on=timezone.localdate() - timedelta(days=1))

    answer = client.post(write(client, consultation), form | {"text": "Melkein ehdin."})

    shown = answer.content.decode()
    assert "Melkein ehdin.</textarea>" in shown
    assert "readonly" in shown
    assert not Contribution.objects.exists()
    assert not Participant.objects.exists()


def test_an_unfinished_form_keeps_what_was_written(
    client: Client, consultation: Consultation, form: dict[str, Any]
) -> None:
    answer = client.post(write(client, consultation), form | {"party": ""})

    shown = answer.content.decode()
    assert "Sain ajan." in shown
    assert 'aria-invalid="true"' in shown
    assert "error-summary" in shown


def test_an_opinion_map_is_answered_by_its_claims(client: Client, make_consultation: Make) -> None:
    made = make_consultation(channel="opinions")

    answer = client.get(write(client, made))

    assert answer.headers["Location"] == reverse("opinions:vote", args=[made.public_id])
