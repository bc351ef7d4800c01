"""A resident sees, takes along and erases what is tied to their device."""

import pytest
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from lupaus.counties.models import County
from lupaus.journal.actions import record
from lupaus.journal.models import Event, EventDetail
from lupaus.journal.queries import verify_chain
from lupaus.participation.models import Contribution, Party
from lupaus.people.actions import erase, give_receipt
from lupaus.people.middleware import COOKIE, SALT
from lupaus.people.models import Participant, Receipt, User
from lupaus.people.queries import receipt_by_code


def device_of(resident: Participant) -> Client:
    client = Client()
    client.cookies[COOKIE] = signing.dumps(resident.public_id, salt=SALT)
    return client


def write(county: County, party: Party, resident: Participant) -> tuple[Contribution, str]:
    receipt, code = give_receipt(county, resident)
    words = Contribution.objects.create(
        county=county,
        text="Bussi ei kulje illalla.",
        party=party,
        participant=resident,
        receipt=receipt,
        given_at=timezone.now(),
    )
    record("participation.contributed", words, by=resident, language="fi")
    return words, code


def test_a_new_device_is_told_that_nothing_is_known(client: Client, county: County) -> None:
    page = client.get("/my-data/")

    assert page.status_code == 200
    assert page.context["traces"] is None
    assert client.get("/my-data/file/")["Location"] == "/my-data/"


def test_a_resident_takes_their_words_along(county: County, residents: Party, resident: Participant) -> None:
    write(county, residents, resident)

    told = device_of(resident).get("/my-data/file/").json()

    assert told["contributions"][0]["text"] == "Bussi ei kulje illalla."
    assert told["self"]["public_id"] == resident.public_id
    assert "digest" not in told["receipts"][0]


def test_nobody_elses_words_come_along(county: County, residents: Party, resident: Participant) -> None:
    write(county, residents, Participant.objects.create(county=county))

    assert device_of(resident).get("/my-data/file/").json()["contributions"] == []


def test_erasing_forgets_the_person_and_keeps_the_words(
    county: County, residents: Party, resident: Participant
) -> None:
    words, code = write(county, residents, resident)
    client = device_of(resident)

    answer = client.post("/my-data/erase/")

    words.refresh_from_db()
    receipt = receipt_by_code(county, code)
    assert answer["Location"] == "/my-data/"
    assert not Participant.objects.exists()
    assert (words.text, words.participant) == ("Bussi ei kulje illalla.", None)
    assert receipt is not None
    assert receipt == words.receipt
    assert client.cookies[COOKIE].value == ""


def test_erasing_leaves_an_event_and_a_whole_journal(
    county: County, residents: Party, resident: Participant
) -> None:
    write(county, residents, resident)

    erase(resident, by=resident)

    assert Event.objects.order_by("-position").first().kind == "people.erased"  # type: ignore[union-attr]
    assert not EventDetail.objects.filter(event__kind="participation.contributed").exists()
    assert verify_chain(county.code).broken is None


def test_nobody_erases_another(county: County, resident: Participant, moderator: User) -> None:
    with pytest.raises(PermissionDenied):
        erase(resident, by=Participant.objects.create(county=county))
    with pytest.raises(PermissionDenied):
        erase(resident, by=moderator)

    assert Participant.objects.filter(pk=resident.pk).exists()


def test_an_administrator_may_erase_on_request(resident: Participant, admin: User) -> None:
    erase(resident, by=admin)

    assert not Participant.objects.exists()


def test_a_forged_token_is_nobody(client: Client, county: County, resident: Participant) -> None:
    client.cookies[COOKIE] = resident.public_id

    assert client.get("/my-data/").context["traces"] is None


def test_erasing_twice_does_no_harm(client: Client, county: County) -> None:
    assert client.post("/my-data/erase/")["Location"] == "/my-data/"
    assert Receipt.objects.count() == 0
