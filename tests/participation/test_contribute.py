"""No resident's word is lost, none comes in twice, and none after the door has closed."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from lupaus.counties.models import Area, County
from lupaus.journal.models import Event, EventDetail
from lupaus.participation.actions import (
    AlreadySent,
    ConsultationNotOpen,
    DateOutOfPlace,
    NotOfThisCounty,
    SourceMissing,
    TakesNoTexts,
    TextMissing,
    TextTooLong,
    contribute,
    enter_from_paper,
)
from lupaus.participation.models import Consultation, Contribution, Party
from lupaus.participation.queries import receipt_code_of
from lupaus.people.models import Participant, Receipt, User
from lupaus.people.queries import receipt_by_code

Send = Callable[..., tuple[Contribution, str]]


@pytest.fixture
def send(consultation: Consultation, residents: Party, resident: Participant) -> Send:
    def send_it(text: str = "Sain ajan nopeasti.", **values: object) -> tuple[Contribution, str]:
        given = {"party": residents, "area": None, "language": "fi", "by": resident, **values}
        return contribute(consultation, text=text, **given)  # type: ignore[arg-type]

    return send_it


def test_own_words_come_in_and_wait_to_be_read(send: Send, area: Area, county: County) -> None:
    contribution, code = send("  Sain ajan\r\nnopeasti.  ", area=area)

    assert contribution.text == "Sain ajan\nnopeasti."
    assert (contribution.moderation, contribution.channel, contribution.area) == ("waiting", "text", area)
    receipt = receipt_by_code(county, code)
    assert receipt is not None
    assert receipt.contribution == contribution
    assert Event.objects.get().kind == "participation.contributed"


def test_the_journal_never_holds_a_residents_words(send: Send) -> None:
    send("Salainen sana")

    assert "Salainen" not in str(list(EventDetail.objects.values_list("body", flat=True)))


def test_the_same_form_sent_twice_is_one_contribution_with_one_receipt(send: Send) -> None:
    key = uuid4()

    first, code = send(form_key=key)
    again, same_code = send(form_key=key)

    assert (again, same_code) == (first, code)
    assert (Contribution.objects.count(), Receipt.objects.count(), Event.objects.count()) == (1, 1, 1)


def test_a_second_send_succeeds_even_after_the_window_closed(send: Send, consultation: Consultation) -> None:
    key = uuid4()
    first, code = send(form_key=key)
    Consultation.objects.update(state="closed")

    assert send(form_key=key) == (first, code)


def test_another_text_from_the_same_form_is_told_and_not_lost(send: Send) -> None:
    key = uuid4()
    send("Ensimmäinen.", form_key=key)

    with pytest.raises(AlreadySent):
        send("Toinen.", form_key=key)

    assert Contribution.objects.get().text == "Ensimmäinen."


def test_a_given_code_opens_the_receipt(send: Send, county: County) -> None:
    _, code = send(code="abcd-efgh-jkmn")

    assert code == "abcd-efgh-jkmn"
    assert receipt_by_code(county, "ABCD EFGH JKMN") is not None


@pytest.mark.parametrize("text", ["", "   ", "\r\n\t"])
def test_an_empty_text_is_refused(send: Send, text: str) -> None:
    with pytest.raises(TextMissing):
        send(text)

    assert not Contribution.objects.exists()
    assert not Receipt.objects.exists()


def test_ten_thousand_characters_are_five_thousand_too_many(send: Send) -> None:
    with pytest.raises(TextTooLong) as refusal:
        send("a" * 10_000)

    assert refusal.value.too_many == 5_000


def test_exactly_five_thousand_characters_fit(send: Send) -> None:
    contribution, _ = send("ä" * 5_000)

    assert len(contribution.text) == 5_000


@pytest.mark.parametrize("text", ["🙂👍🏽", "שלום עולם", "<script>alert(1)</script>"])
def test_any_writing_is_kept_as_it_was_written(send: Send, text: str) -> None:
    contribution, _ = send(text)

    contribution.refresh_from_db()
    assert contribution.text == text


@pytest.mark.parametrize("days", [-6, 6])
def test_nothing_comes_in_outside_the_window(send: Send, days: int) -> None:
    with pytest.raises(ConsultationNotOpen):
        send(at=timezone.now() + timedelta(days=days))

    assert not Contribution.objects.exists()


def test_a_draft_takes_nothing(send: Send, consultation: Consultation) -> None:
    consultation.state = "draft"

    with pytest.raises(ConsultationNotOpen):
        send()


def test_an_opinion_map_takes_claims_and_not_long_texts(send: Send, consultation: Consultation) -> None:
    consultation.channel = "opinions"

    with pytest.raises(TakesNoTexts):
        send()


def test_another_countys_party_or_area_is_refused(send: Send, other_county: County) -> None:
    stranger = Party.objects.create(county=other_county, key="x", name_fi="Naapurit")
    elsewhere = Area.objects.create(county=other_county, name_fi="Muualla")

    with pytest.raises(NotOfThisCounty):
        send(party=stranger)
    with pytest.raises(NotOfThisCounty):
        send(area=elsewhere)

    assert not Contribution.objects.exists()


def test_another_countys_participant_is_turned_away(send: Send, other_county: County) -> None:
    with pytest.raises(PermissionDenied):
        send(by=Participant.objects.create(county=other_county))


@given(st.uuids(), st.uuids())
def test_a_receipt_code_depends_on_nothing_but_the_form(first: UUID, second: UUID) -> None:
    assert receipt_code_of(first) == receipt_code_of(UUID(str(first)))
    assert (receipt_code_of(first) == receipt_code_of(second)) is (first == second)
    assert len(receipt_code_of(first)) == 14


def on_paper(consultation: Consultation, party: Party, by: User, **values: object) -> Contribution:
    said = {
        "channel": "event",
        "text": "Bussi ei kulje.",
        "area": None,
        "language": "fi",
        "given_on": date(2026, 5, 3),
        "source": "työpaja 3.5.",
        **values,
    }
    return enter_from_paper(consultation, party=party, by=by, **said)[0]  # type: ignore[arg-type]


def test_an_official_writes_down_what_was_said_in_a_workshop(
    consultation: Consultation, residents: Party, moderator: User
) -> None:
    entered = on_paper(consultation, residents, moderator)

    assert (entered.channel, entered.source, entered.participant) == ("event", "työpaja 3.5.", None)
    assert timezone.localdate(entered.given_at) == date(2026, 5, 3)
    assert entered.receipt is not None


def test_paper_still_comes_in_after_closing(
    consultation: Consultation, residents: Party, moderator: User
) -> None:
    consultation.state = "closed"

    assert on_paper(consultation, residents, moderator).pk


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"source": "  "}, SourceMissing),
        ({"given_on": date(2199, 1, 1)}, DateOutOfPlace),
        ({"channel": "text"}, TakesNoTexts),
        ({"text": " "}, TextMissing),
    ],
)
def test_a_desk_entry_with_a_gap_is_refused(
    consultation: Consultation,
    residents: Party,
    moderator: User,
    values: dict[str, object],
    refusal: type[Exception],
) -> None:
    with pytest.raises(refusal):
        on_paper(consultation, residents, moderator, **values)

    assert not Contribution.objects.exists()


def test_nothing_is_entered_into_a_draft(
    consultation: Consultation, residents: Party, moderator: User
) -> None:
    consultation.state = "draft"

    with pytest.raises(ConsultationNotOpen):
        on_paper(consultation, residents, moderator)


def test_a_viewer_may_not_enter(consultation: Consultation, residents: Party, viewer: User) -> None:
    with pytest.raises(PermissionDenied):
        on_paper(consultation, residents, viewer)
