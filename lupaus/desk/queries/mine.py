"""What waits for one official, from every room."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import ngettext

from lupaus.counties.models import County
from lupaus.implementation.models import Measure
from lupaus.implementation.states import MeasureState
from lupaus.monitoring.models import CorrectiveAction
from lupaus.participation.models import Consultation, Contribution
from lupaus.participation.states import ConsultationState
from lupaus.people.models import User
from lupaus.people.states import Role
from lupaus.process.models import Task
from lupaus.promise.models import Disposition
from lupaus.synthesis.models import Conclusion, Quote

SOON_DAYS = 14


@dataclass(frozen=True)
class Waiting:
    """A pile of work with its size and where to do it."""

    text: str
    address: str
    count: int


@dataclass(frozen=True)
class MyWork:
    """Tasks by deadline, piles of work, and what closes soon."""

    tasks: list[Task]
    waiting: list[Waiting]
    measures: list[Measure]
    corrections: list[CorrectiveAction]
    closing: list[Consultation]

    @property
    def is_empty(self) -> bool:
        return not (self.tasks or self.waiting or self.measures or self.corrections or self.closing)


def my_work(county: County, user: User, *, today: date) -> MyWork:
    """Everything that is this person's to do, the most pressing first."""
    tasks = Task.objects.filter(
        assigned_to=user, phase__process__county=county, finished_at=None, dropped_because=""
    ).select_related("phase")
    measures = Measure.objects.of(county).filter(
        unit__responsible=user, state__in=[MeasureState.PLANNED, MeasureState.UNDER_WAY]
    )
    closing = Consultation.objects.of(county).filter(state=ConsultationState.OPEN)
    return MyWork(
        tasks=sorted(tasks, key=lambda task: (task.due_on or date.max, task.pk)),
        waiting=[pile for pile in _piles(county, user) if pile.count],
        measures=list(measures.select_related("unit").order_by("ends_on")),
        corrections=_corrections(county, user),
        closing=[one for one in closing.order_by("closes_on") if (one.closes_on - today).days <= SOON_DAYS],
    )


def _piles(county: County, user: User) -> list[Waiting]:
    piles = []
    if user.has_role(county, Role.MODERATOR, Role.COORDINATOR, Role.ADMIN):
        count = Contribution.objects.of(county).waiting().count()
        text = ngettext("%(count)s text waits to be read", "%(count)s texts wait to be read", count)
        piles.append(Waiting(text % {"count": count}, reverse("participation:moderation"), count))
    if user.has_role(county, Role.PREPARER, Role.COORDINATOR, Role.ADMIN):
        piles += [_uncoded(county), _undisposed(county)]
    return piles


def _uncoded(county: County) -> Waiting:
    texts = Contribution.objects.of(county).public().own_words()
    unquoted = ~Exists(Quote.objects.filter(contribution=OuterRef("pk")))
    count = texts.filter(unquoted, set_aside=None).count()
    text = ngettext("%(count)s text waits to be coded", "%(count)s texts wait to be coded", count)
    return Waiting(text % {"count": count}, reverse("synthesis:coding"), count)


def _undisposed(county: County) -> Waiting:
    answered = Disposition.objects.filter(conclusion=OuterRef("pk"))
    count = Conclusion.objects.of(county).signed_off().filter(~Exists(answered)).count()
    text = ngettext(
        "%(count)s conclusion waits for an answer", "%(count)s conclusions wait for an answer", count
    )
    return Waiting(text % {"count": count}, reverse("promise:promises"), count)


def _corrections(county: County, user: User) -> list[CorrectiveAction]:
    if not user.has_role(county, Role.RESPONDER, Role.PREPARER, Role.ADMIN):
        return []
    rows = CorrectiveAction.objects.filter(effect_checked_on=None, indicator__county=county)
    return list(rows.select_related("indicator").order_by("due_on"))
