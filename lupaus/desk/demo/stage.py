"""The stage the story is played on: the county, its people, and an agenda of deeds by day counted from today."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import count

from django.utils import timezone

from lupaus.counties.models import Area, County, Segment
from lupaus.foundations.models import Goal
from lupaus.implementation.models import Measure, Unit
from lupaus.journal.actions import as_of
from lupaus.monitoring.models import Indicator
from lupaus.opinions.models import Claim
from lupaus.participation.models import Consultation, Contribution, Party, Result
from lupaus.people.models import User
from lupaus.process.models import Process
from lupaus.promise.models import Pledge, ServicePromise
from lupaus.synthesis.models import Conclusion, Quote, Synthesis, Theme

Deed = Callable[[], object]


@dataclass
class Stage:
    """Everything the story has brought about so far, by the keys of its files, and what is still to be done."""

    county: County
    today: date
    agenda: list[tuple[datetime, int, Deed]] = field(default_factory=list)
    turns: Iterator[int] = field(default_factory=count)
    now: datetime = field(default_factory=timezone.now)
    people: dict[str, User] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)
    segments: dict[str, Segment] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    consultations: dict[str, Consultation] = field(default_factory=dict)
    contributions: dict[str, Contribution] = field(default_factory=dict)
    receipts: dict[str, str] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    results: dict[str, Result] = field(default_factory=dict)
    quotes: dict[str, Quote] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    conclusions: dict[str, Conclusion] = field(default_factory=dict)
    pledges: dict[str, Pledge] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    process_: Process | None = None
    synthesis_: Synthesis | None = None
    promise_: ServicePromise | None = None

    @property
    def process(self) -> Process:
        assert self.process_ is not None
        return self.process_

    @property
    def synthesis(self) -> Synthesis:
        assert self.synthesis_ is not None
        return self.synthesis_

    @property
    def promise(self) -> ServicePromise:
        assert self.promise_ is not None
        return self.promise_

    def on(self, day: int) -> date:
        """The date so many days from today; the past is negative."""
        return self.today + timedelta(days=day)

    def working_day(self, day: int) -> int:
        """That day, or the Friday before when it falls on a weekend: councils meet on working days."""
        return day - max(0, self.on(day).weekday() - 4)

    def at(self, day: int, hour: int = 10, minute: int = 0) -> datetime:
        """A moment of that day, in the county's own time."""
        return timezone.make_aware(datetime.combine(self.on(day), time(hour, minute)))

    def plan(self, day: int, deed: Deed, *, hour: int = 10, minute: int = 0) -> None:
        """Put a deed on the agenda; deeds of the same moment are done in the order they were planned."""
        heappush(self.agenda, (self.at(day, hour, minute), next(self.turns), deed))

    def play_out(self) -> None:
        """Do everything on the agenda in the order of its days; a deed may plan others."""
        while self.agenda:
            self.now, _turn, deed = heappop(self.agenda)
            with as_of(self.now):
                deed()
