"""Officials see every place where the thread hangs loose, and nothing where it does not."""

from lupaus.counties.models import County
from lupaus.participation.models import Contribution
from lupaus.trace.queries.loose_ends import loose_ends
from tests.conftest import NOW, TODAY
from tests.threads import Thread


def kinds(county: County) -> dict[str, int]:
    return {kind.key: kind.count for kind in loose_ends(county, today=TODAY)}


def test_a_whole_thread_has_no_loose_ends(county: County, thread: Thread) -> None:
    assert kinds(county) == {}


def test_words_nobody_quoted_are_listed(county: County, thread: Thread) -> None:
    Contribution.objects.create(county=county, text="Uusi", given_at=NOW, moderation="published")

    assert kinds(county) == {"unquoted": 1}


def test_a_quote_whose_coding_was_withdrawn_is_listed(county: County, thread: Thread) -> None:
    thread.quote.codings.update(withdrawn_at=NOW)

    assert kinds(county) == {"uncoded": 1}


def test_a_quote_no_conclusion_uses_is_listed(county: County, thread: Thread) -> None:
    thread.conclusion.evidence.all().delete()

    assert kinds(county) == {"unused": 1}


def test_a_conclusion_without_an_answer_is_listed(county: County, thread: Thread) -> None:
    thread.disposition.delete()

    assert kinds(county) == {"undisposed": 1}


def test_a_conclusion_taken_into_no_pledge_is_listed(county: County, thread: Thread) -> None:
    thread.disposition.pledges.clear()

    assert kinds(county) == {"no_pledge": 1}


def test_a_pledge_on_nothing_is_listed(county: County, thread: Thread) -> None:
    for wording in thread.version.wordings.all():
        wording.basis.all().delete()

    assert kinds(county) == {"no_basis": 1}


def test_a_pledge_without_target_measure_or_indicator_is_listed(county: County, thread: Thread) -> None:
    thread.measure.delete()
    thread.pledge.yearly_targets.all().delete()
    thread.indicator.pledges.clear()

    assert kinds(county) == {"no_target": 1, "no_measure": 1, "no_indicator": 1}


def test_a_figure_off_its_path_with_nothing_done_is_listed(county: County, thread: Thread) -> None:
    thread.action.delete()

    assert kinds(county) == {"off_path": 1}


def test_a_figure_without_data_is_listed(county: County, thread: Thread) -> None:
    thread.indicator.observations.all().delete()

    assert kinds(county) == {"not_known": 1}


def test_a_correction_nobody_checked_in_time_is_listed(county: County, thread: Thread) -> None:
    thread.action.due_on = TODAY.replace(day=1)
    thread.action.save(update_fields=["due_on"])

    assert kinds(county) == {"overdue": 1}


def test_a_neighbour_has_no_part_in_it(county: County, other_county: County, thread: Thread) -> None:
    thread.disposition.delete()

    assert kinds(other_county) == {}
