"""What the front page tells: what is open now, and what changed because of residents."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, Q

from lupaus.counties.models import County
from lupaus.participation.models import Consultation
from lupaus.participation.states import ConsultationState, Moderation
from lupaus.promise.models import Disposition
from lupaus.promise.states import Outcome

LATEST = 3


@dataclass(frozen=True)
class OpenNow:
    """A consultation one can take part in today."""

    consultation: Consultation
    days_left: int
    contributions: int


def open_now(county: County, *, today: date) -> list[OpenNow]:
    """Consultations open today, the one that closes first at the top."""
    rows = (
        Consultation.objects.of(county)
        .open_on(today)
        .annotate(spoken=Count("contributions", filter=Q(contributions__moderation=Moderation.PUBLISHED)))
        .order_by("closes_on", "pk")
    )
    return [OpenNow(row, (row.closes_on - today).days, row.spoken) for row in rows]


@dataclass
class Change:
    """A conclusion that changed the promise, with the reason and the pledges it is seen in."""

    disposition: Disposition
    pledges: list[str] = field(default_factory=list)


def latest_changes(county: County) -> Sequence[Change]:
    """What lately came into the promise because people said so."""
    rows = (
        Disposition.objects.filter(promise__county=county, outcome__in=[Outcome.TAKEN, Outcome.PARTLY])
        .select_related("conclusion__party")
        .annotate(pledge_key=F("pledges__public_id"))
        .order_by("-disposed_at", "-pk")[: LATEST * 4]
    )
    changes: dict[int, Change] = {}
    for row in rows:
        change = changes.setdefault(row.pk, Change(row))
        if row.pledge_key:
            change.pledges.append(row.pledge_key)
    return list(changes.values())[:LATEST]


def last_closed(county: County) -> Consultation | None:
    """The consultation that closed last, to show what came of it when none is open."""
    closed: Consultation | None = (
        Consultation.objects.of(county).filter(state=ConsultationState.CLOSED).order_by("-closes_on").first()
    )
    return closed
