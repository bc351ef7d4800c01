"""A process as it is when it has just been started from the handbook."""

import pytest

from lupaus.counties.models import County
from lupaus.people.models import User
from lupaus.process.actions import start
from lupaus.process.models import Phase, Process, Task


@pytest.fixture
def begun(county: County, preparer: User) -> Process:
    return start(county, by=preparer, title={"fi": "Lupaus", "sv": "Löfte", "en": "Promise"})


@pytest.fixture
def dialogue(begun: Process) -> Phase:
    """The second phase: dialogue and participation."""
    return begun.phases.get(key="dialogue")


@pytest.fixture
def task(dialogue: Phase) -> Task:
    return dialogue.tasks.get(key="ways_for_each_group")
