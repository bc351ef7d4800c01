"""The stage the story is played on: the county, its people, and days counted from today."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from lupaus.counties.models import Area, County, Segment
from lupaus.foundations.models import Goal
from lupaus.implementation.models import Unit
from lupaus.monitoring.models import Indicator
from lupaus.opinions.models import Claim
from lupaus.participation.models import Consultation, Contribution, Party, Result
from lupaus.people.models import User
from lupaus.process.models import Process
from lupaus.promise.models import Pledge, ServicePromise
from lupaus.synthesis.models import Conclusion, Quote, Synthesis, Theme


@dataclass
class Stage:
    """Everything the story has brought about so far, by the keys of its files."""

    county: County
    today: date
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

    def at(self, day: int, hour: int = 10, minute: int = 0) -> datetime:
        """A moment of that day, in the county's own time."""
        return timezone.make_aware(datetime.combine(self.on(day), time(hour, minute)))
