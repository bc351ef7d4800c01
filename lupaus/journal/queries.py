"""Read the journal and check that it is whole."""

from dataclasses import dataclass

from lupaus.journal.models import Chain, Event, EventDetail
from lupaus.methods.hashchain import Break, commitment, first_break


@dataclass(frozen=True)
class Verdict:
    """What the check of one tenant's chain found."""

    tenant: str
    events: int
    broken: Break | None


def verify_chain(tenant: str) -> Verdict:
    """Walk a tenant's chain from its first event: every link, every stored detail, and the head."""
    chain = Chain.objects.filter(tenant=tenant).first()
    if chain is None:
        return Verdict(tenant, 0, None)
    events = Event.objects.filter(tenant=tenant).order_by("position")
    broken = first_break((event.body(), event.hash) for event in events.iterator())
    count = events.count()
    if broken is None:
        broken = _false_detail(tenant)
    last = events.last()
    if broken is None and (count != chain.length or (last is not None and last.hash != chain.head)):
        broken = Break(count + 1, "is missing from the end")
    return Verdict(tenant, count, broken)


def _false_detail(tenant: str) -> Break | None:
    details = (
        EventDetail.objects.filter(event__tenant=tenant).select_related("event").order_by("event__position")
    )
    for detail in details.iterator():
        if commitment(detail.salt, detail.body) != detail.event.commitment:
            return Break(detail.event.position, "has details that were changed after it was written")
    return None


@dataclass(frozen=True)
class EventPage:
    """A page of the journal, newest first; `before` leads to the older ones."""

    events: list[Event]
    before: int | None


def page_of_events(
    tenant: str, *, room: str = "", subject: str = "", before: int | None = None, size: int = 50
) -> EventPage:
    """The newest events, of one room or about one thing when asked, older than `before`."""
    events = Event.objects.filter(tenant=tenant).order_by("-position")
    if room:
        events = events.filter(kind__startswith=f"{room}.")
    if subject:
        events = events.filter(subject=subject)
    if before is not None:
        events = events.filter(position__lt=before)
    found = list(events[: size + 1])
    page = found[:size]
    return EventPage(page, page[-1].position if len(found) > size else None)


def rooms_in(tenant: str) -> list[str]:
    """The rooms that have written in the journal."""
    kinds = Event.objects.filter(tenant=tenant).order_by().values_list("kind", flat=True).distinct()
    return sorted({kind.partition(".")[0] for kind in kinds})
