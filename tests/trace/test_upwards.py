"""From a pledge one sees both whose words it stands on and whether it is kept."""

import pytest
from django.utils import translation

from lupaus.counties.models import County
from lupaus.promise.models import Version
from lupaus.trace.queries.upwards import PledgeThread, thread_of_pledge
from lupaus.trace.words.grounds import steps_of
from tests.conftest import TODAY
from tests.threads import QUOTED, Thread


@pytest.fixture(autouse=True)
def in_english() -> object:
    with translation.override("en"):
        yield


def walked(county: County, thread: Thread) -> PledgeThread:
    found = thread_of_pledge(county, thread.pledge.public_id, today=TODAY)
    assert found is not None
    return found


def test_the_whole_thread_of_a_pledge_is_drawn(county: County, thread: Thread) -> None:
    steps = steps_of(walked(county, thread))

    assert [str(step.word) for step in steps] == [
        "What people said",
        "Conclusion on what Residents said",
        "What we did with it",
        "Goal of the strategy",
        "The pledge was written",
        "The wording was changed",
        "The council decided",
        "Target for 2027",
        "What we do",
        "In contracts with providers",
        "Is it kept",
        "Correction",
    ]
    assert str(steps[0].lines[0].text) == QUOTED


def test_a_changed_wording_tells_why(county: County, thread: Thread) -> None:
    changed = steps_of(walked(county, thread))[5]

    assert "Asukkaat pyysivät määräaikaa." in str(changed.reason)
    assert changed.is_here


def test_a_figure_worse_than_at_the_start_is_said_so(county: County, thread: Thread) -> None:
    kept = next(step for step in steps_of(walked(county, thread)) if str(step.word) == "Is it kept")

    (line,) = kept.lines
    assert line.badge is not None
    assert line.badge.kind == "worse"


def test_what_is_missing_is_drawn_as_a_loose_end(county: County, thread: Thread) -> None:
    thread.measure.delete()
    thread.indicator.pledges.clear()

    loose = [str(step.word) for step in steps_of(walked(county, thread)) if step.is_loose]

    assert loose == ["What we do", "Is it kept"]


def test_hidden_words_are_not_shown_under_a_pledge(county: County, thread: Thread) -> None:
    thread.contribution.moderation = "hidden"
    thread.contribution.moderation_reason_en = "It names a person."
    thread.contribution.save(update_fields=["moderation", "moderation_reason_en", "moderation_reason"])

    voices = steps_of(walked(county, thread))[0]

    assert QUOTED not in str(voices)


def test_a_pledge_that_is_only_a_draft_is_not_public(county: County, thread: Thread) -> None:
    Version.objects.update(state="frozen")
    Version.objects.filter(number=1).delete()
    Version.objects.update(state="draft")

    assert thread_of_pledge(county, thread.pledge.public_id, today=TODAY) is None


def test_a_neighbour_sees_nothing_of_it(other_county: County, thread: Thread) -> None:
    assert thread_of_pledge(other_county, thread.pledge.public_id, today=TODAY) is None
