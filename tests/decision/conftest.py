"""A draft that is ready for the council."""

import pytest

from lupaus.counties.models import County
from lupaus.process.models import Process
from lupaus.promise.models import Pledge, Version
from tests import promised


@pytest.fixture
def draft(county: County, process: Process) -> Version:
    return promised.draft_promise(county, process)


@pytest.fixture
def complete(draft: Version) -> Version:
    promised.set_targets(draft)
    return draft


@pytest.fixture
def pledge(draft: Version) -> Pledge:
    return draft.wordings.order_by("pledge__pair__order").first().pledge
