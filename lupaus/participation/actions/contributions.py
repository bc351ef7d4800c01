"""Somebody is heard: in writing, on paper, by phone or in a workshop. No text is lost and none comes in twice."""

from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from lupaus.counties.models import Area
from lupaus.journal.actions import record
from lupaus.participation.models import Consultation, Contribution, Party
from lupaus.participation.queries import LONGEST_TEXT, receipt_code_of
from lupaus.participation.states import DESK_CHANNELS, Channel, ConsultationState
from lupaus.people.actions import give_receipt
from lupaus.people.models import Participant, User
from lupaus.web.access import Actor, require


class ConsultationNotOpen(Exception):
    """The window is not open: not yet, or no longer."""


class TakesNoTexts(Exception):
    """People answer this consultation in another way than with their own words."""


class TextMissing(Exception):
    """Nothing was written."""


class TextTooLong(Exception):
    """More was written than we take in at once."""

    def __init__(self, too_many: int) -> None:
        super().__init__(f"{too_many} characters too many")
        self.too_many = too_many


class AlreadySent(Exception):
    """Another text was already sent from this same form."""


class NotOfThisCounty(Exception):
    """The party or the area belongs to another county."""


class SourceMissing(Exception):
    """A text from paper, phone or a meeting must say where it was given."""


class DateOutOfPlace(Exception):
    """Something cannot have been said in the future."""


@transaction.atomic
def contribute(
    consultation: Consultation,
    *,
    text: str,
    party: Party | None,
    area: Area | None,
    language: str,
    by: Participant,
    form_key: UUID | None = None,
    at: datetime | None = None,
    code: str | None = None,
    is_example: bool = False,
) -> tuple[Contribution, str]:
    """A resident's own words come in; the code of the receipt opens what became of them."""
    require(by, "participation.contribute", consultation)
    if sent := _sent_before(consultation, form_key, text):
        return sent, code or receipt_code_of(form_key)
    moment = at or timezone.now()
    if consultation.channel != Channel.TEXT:
        raise TakesNoTexts
    if not consultation.is_open_on(timezone.localdate(moment)):
        raise ConsultationNotOpen
    return take_in(
        consultation,
        channel=Channel.TEXT,
        text=text,
        party=party,
        area=area,
        language=language,
        participant=by,
        by=by,
        form_key=form_key,
        at=moment,
        code=code,
        is_example=is_example,
    )


@transaction.atomic
def enter_from_paper(
    consultation: Consultation,
    *,
    channel: str,
    text: str,
    party: Party | None,
    area: Area | None,
    language: str,
    given_on: date,
    source: str,
    by: User,
    form_key: UUID | None = None,
    at: datetime | None = None,
) -> tuple[Contribution, str]:
    """Write down what was said on paper, by phone or in a meeting, with its true source: "workshop 3 May"."""
    require(by, "participation.enter_from_paper", consultation)
    if sent := _sent_before(consultation, form_key, text):
        return sent, receipt_code_of(form_key)
    if consultation.state not in (ConsultationState.OPEN, ConsultationState.CLOSED):
        raise ConsultationNotOpen
    if channel not in DESK_CHANNELS:
        raise TakesNoTexts
    if not source.strip():
        raise SourceMissing
    if given_on > timezone.localdate(at or timezone.now()):
        raise DateOutOfPlace
    return take_in(
        consultation,
        channel=channel,
        text=text,
        party=party,
        area=area,
        language=language,
        participant=None,
        by=by,
        form_key=form_key,
        at=timezone.make_aware(datetime.combine(given_on, time(12))),
        source=source.strip(),
    )


@transaction.atomic
def take_in(
    consultation: Consultation,
    *,
    channel: str,
    text: str,
    language: str,
    participant: Participant | None,
    by: Actor,
    at: datetime,
    party: Party | None = None,
    area: Area | None = None,
    form_key: UUID | None = None,
    code: str | None = None,
    source: str = "",
    is_example: bool = False,
) -> tuple[Contribution, str]:
    """The one way any channel's text comes in: once, waiting to be read, with a receipt."""
    text = check_text(text)
    for thing in (party, area):
        if thing is not None and thing.county_id != consultation.county_id:
            raise NotOfThisCounty
    contribution = Contribution(
        county=consultation.county,
        consultation=consultation,
        channel=channel,
        text=text,
        language=language,
        party=party,
        area=area,
        participant=participant,
        form_key=form_key,
        given_at=at,
        source=source,
        is_example=is_example,
    )
    wanted = code or (receipt_code_of(form_key) if form_key else None)
    contribution.receipt, given = give_receipt(consultation.county, participant, at=at, code=wanted)
    contribution.save(force_insert=True)
    record("participation.contributed", contribution, by=by, at=at)
    return contribution, given


def check_text(text: str) -> str:
    """The text without blank edges and with one kind of line ends, or what is wrong with it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        raise TextMissing
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(len(text) - LONGEST_TEXT)
    return text


def _sent_before(consultation: Consultation, form_key: UUID | None, text: str) -> Contribution | None:
    """The contribution already sent from this form; a changed text under the same key is told, not lost."""
    if form_key is None:
        return None
    # Two sends at once wait for each other here, so the second finds what the first stored.
    Consultation.objects.select_for_update().get(pk=consultation.pk)
    sent = Contribution.objects.filter(form_key=form_key, consultation=consultation).first()
    if sent is not None and sent.text != check_text(text):
        raise AlreadySent
    return sent
