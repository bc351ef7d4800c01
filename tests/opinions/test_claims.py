"""Claims come in short, once, and are read before others see them."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from lupaus.journal.models import Event
from lupaus.opinions.actions import TakesNoClaims, edit_claim, open_map, propose_claim
from lupaus.opinions.models import Claim, OpinionMap
from lupaus.participation.actions import (
    AlreadySent,
    ConsultationNotOpen,
    TakesNoTexts,
    TextMissing,
    TextTooLong,
)
from lupaus.participation.models import Consultation
from lupaus.participation.queries import receipt_code_of
from lupaus.people.models import Participant, User
from lupaus.people.queries import receipt_by_code


def test_a_map_is_opened_once(consultation: Consultation, coordinator: User) -> None:
    first = open_map(consultation, by=coordinator)

    assert open_map(consultation, by=coordinator) == first
    assert [event.kind for event in Event.objects.all()] == ["opinions.map_opened"]


def test_only_a_consultation_for_claims_gets_a_map(consultation: Consultation, coordinator: User) -> None:
    consultation.channel = "text"

    with pytest.raises(TakesNoTexts):
        open_map(consultation, by=coordinator)


def test_a_viewer_opens_no_map(consultation: Consultation, viewer: User) -> None:
    with pytest.raises(PermissionDenied):
        open_map(consultation, by=viewer)


def test_a_residents_claim_waits_to_be_read_and_gets_a_receipt(
    opinion_map: OpinionMap, resident: Participant
) -> None:
    key = uuid4()

    claim = propose_claim(
        opinion_map, text="  Bussin pitää\n kulkea. ", language="fi", by=resident, form_key=key
    )

    assert (claim.text_fi, claim.contribution.text) == ("Bussin pitää kulkea.", "Bussin pitää kulkea.")
    assert claim.contribution.moderation == "waiting"
    assert not claim.is_seed
    receipt = receipt_by_code(opinion_map.county, receipt_code_of(key))
    assert receipt is not None
    assert receipt.contribution == claim.contribution


def test_a_claim_sent_twice_is_one_claim(opinion_map: OpinionMap, resident: Participant) -> None:
    key = uuid4()

    first = propose_claim(opinion_map, text="Yksi.", language="fi", by=resident, form_key=key)
    again = propose_claim(opinion_map, text="Yksi.", language="fi", by=resident, form_key=key)

    assert first == again
    assert Claim.objects.count() == 1


def test_another_claim_from_the_same_form_is_told(opinion_map: OpinionMap, resident: Participant) -> None:
    key = uuid4()
    propose_claim(opinion_map, text="Yksi.", language="fi", by=resident, form_key=key)

    with pytest.raises(AlreadySent):
        propose_claim(opinion_map, text="Kaksi.", language="fi", by=resident, form_key=key)


def test_an_officials_seed_is_shown_at_once_in_every_language_written(
    opinion_map: OpinionMap, coordinator: User
) -> None:
    claim = propose_claim(
        opinion_map,
        text="Jonojen pitää näkyä.",
        language="fi",
        by=coordinator,
        is_seed=True,
        translations={"sv": "Köerna ska synas."},
    )

    claim.contribution.refresh_from_db()
    assert (claim.text_fi, claim.text_sv, claim.is_seed) == (
        "Jonojen pitää näkyä.",
        "Köerna ska synas.",
        True,
    )
    assert claim.contribution.moderation == "published"


def test_claims_are_numbered_in_the_order_they_come(opinion_map: OpinionMap, resident: Participant) -> None:
    numbers = [
        propose_claim(opinion_map, text=text, language="fi", by=resident).number for text in ("a", "b", "c")
    ]

    assert numbers == [0, 1, 2]


def test_a_long_claim_is_told_how_many_characters_too_many(
    opinion_map: OpinionMap, resident: Participant
) -> None:
    with pytest.raises(TextTooLong) as refusal:
        propose_claim(opinion_map, text="a" * 150, language="fi", by=resident)

    assert refusal.value.too_many == 10


def test_an_empty_claim_is_refused(opinion_map: OpinionMap, resident: Participant) -> None:
    with pytest.raises(TextMissing):
        propose_claim(opinion_map, text=" \n ", language="fi", by=resident)


def test_a_map_may_take_no_claims(opinion_map: OpinionMap, resident: Participant) -> None:
    OpinionMap.objects.update(takes_claims=False)

    with pytest.raises(TakesNoClaims):
        propose_claim(opinion_map, text="Yksi.", language="fi", by=resident)


def test_no_claim_comes_in_after_closing(opinion_map: OpinionMap, resident: Participant) -> None:
    Consultation.objects.update(state="closed")

    with pytest.raises(ConsultationNotOpen):
        propose_claim(opinion_map, text="Yksi.", language="fi", by=resident)


def test_a_viewer_proposes_nothing(opinion_map: OpinionMap, viewer: User) -> None:
    with pytest.raises(PermissionDenied):
        propose_claim(opinion_map, text="Yksi.", language="fi", by=viewer)


def test_a_translation_never_changes_the_original_words(claim: Claim, moderator: User) -> None:
    edit_claim(claim, translations={"fi": "Toinen.", "sv": "Ny text.", "en": ""}, is_meta=True, by=moderator)

    claim.refresh_from_db()
    assert (claim.text_fi, claim.text_sv, claim.is_meta) == ("Puheluun pitää vastata.", "Ny text.", True)


def test_a_translation_is_as_short_as_a_claim(claim: Claim, moderator: User) -> None:
    with pytest.raises(TextTooLong):
        edit_claim(claim, translations={"sv": "å" * 141}, is_meta=False, by=moderator)


def test_a_responder_translates_nothing(make_claim: Callable[..., Claim], responder: User) -> None:
    with pytest.raises(PermissionDenied):
        edit_claim(make_claim(), translations={}, is_meta=False, by=responder)
