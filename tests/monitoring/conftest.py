"""A promise, and an indicator that follows it."""

from datetime import date
from decimal import Decimal

import pytest

from lupaus.counties.models import County
from lupaus.monitoring.models import Indicator, Observation, TargetPoint
from lupaus.process.models import Process
from lupaus.promise.models import Pledge, Version
from tests import promised


@pytest.fixture
def draft(county: County, process: Process) -> Version:
    return promised.draft_promise(county, process)


@pytest.fixture
def pledge(draft: Version) -> Pledge:
    return draft.wordings.order_by("pledge__pair__order").first().pledge


@pytest.fixture
def indicator(county: County) -> Indicator:
    """From 60 % at the beginning of 2024 to 80 % two years later; more is better."""
    made = Indicator.objects.create(
        county=county,
        code="phone",
        kind="progress",
        direction="up",
        decimals=1,
        baseline=Decimal(60),
        baseline_on=date(2024, 1, 1),
        **promised.columns("name", "Puhelut"),
        **promised.columns("source", "Puhelinjärjestelmä"),
        unit_fi="%",
        unit_sv="%",
        unit_en="%",
    )
    TargetPoint.objects.create(indicator=made, on=date(2026, 1, 1), value=Decimal(80))
    return made


def observe(indicator: Indicator, on: date, value: object, **fields: object) -> Observation:
    """A figure of the indicator."""
    number = None if value is None else Decimal(str(value))
    return Observation.objects.create(indicator=indicator, on=on, value=number, **fields)
