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
    chain = Chain.objects.get(tenant=tenant)
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
