"""Beginning a process: the county's own copy of the handbook."""

import pytest
from django.core.exceptions import PermissionDenied

from lupaus.counties.models import County
from lupaus.foundations.models import FoundationItem, LegalReference, NationalObjective
from lupaus.journal.models import Event
from lupaus.people.models import User
from lupaus.process.actions import start
from lupaus.process.models import ChecklistItem, Output, Phase, Process, SelfTestQuestion, Task
from lupaus.process.queries import handbook

TITLE = {"fi": "Lupaus 2027", "sv": "Löfte 2027", "en": "Promise 2027"}


def test_a_preparer_starts_a_process_with_everything_in_the_handbook(county: County, preparer: User) -> None:
    process = start(county, by=preparer, title=TITLE, scope={"fi": "Kaikki palvelut"})

    assert (process.title_fi, process.title_sv, process.title_en) == (
        "Lupaus 2027",
        "Löfte 2027",
        "Promise 2027",
    )
    assert process.scope_fi == "Kaikki palvelut"
    assert list(process.phases.values_list("kind", flat=True)) == [
        "foundation",
        *["phase"] * 6,
        *["thread"] * 2,
    ]
    assert Task.objects.count() == sum(len(chapter.tasks) for chapter in handbook()) == 51
    assert Output.objects.count() == sum(len(chapter.outputs) for chapter in handbook())
    assert SelfTestQuestion.objects.count() == sum(len(chapter.self_test) for chapter in handbook())
    assert ChecklistItem.objects.count() == sum(
        len(task.checklist) for chapter in handbook() for task in chapter.tasks
    )
    assert Event.objects.filter(kind="process.started").count() == 1


def test_the_copy_is_written_in_three_languages(county: County, preparer: User) -> None:
    start(county, by=preparer, title=TITLE)

    task = Task.objects.get(key="synthesis_and_conclusions")

    assert task.title_fi == "Tee yhteenveto ja johtopäätökset osa-alueittain"
    assert task.title_sv == "Gör en syntes och dra slutsatser per delområde"
    assert task.title_en == "Form the synthesis and conclusions per perspective"
    assert (task.who_fi, task.who_en) == ("valmistelija", "preparer")


def test_starting_lays_the_foundation_once(county: County, preparer: User) -> None:
    start(county, by=preparer, title=TITLE)
    start(county, by=preparer, title=TITLE)

    assert FoundationItem.objects.count() == 5
    assert LegalReference.objects.count() == 37
    assert NationalObjective.objects.count() == 7
    assert Process.objects.count() == 2
    assert Phase.objects.count() == 18


def test_a_viewer_may_not_start_a_process(county: County, viewer: User) -> None:
    with pytest.raises(PermissionDenied):
        start(county, by=viewer, title=TITLE)

    assert not Process.objects.exists()
