"""A county makes the process its own, without code."""

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lupaus.counties.models import County
from lupaus.journal.models import Event
from lupaus.people.models import User
from lupaus.process import actions
from lupaus.process.models import Phase, Process, Task
from lupaus.process.queries import handbook

OWN = {"title_fi": "Oma tehtävä", "title_sv": "Egen uppgift", "title_en": "Own task"}


def titles(phase: Phase) -> list[str]:
    return list(Task.objects.kept().filter(phase=phase).values_list("key", flat=True))


def test_an_own_task_stands_last(dialogue: Phase, preparer: User) -> None:
    task = actions.add_task(dialogue, by=preparer, texts={**OWN, "guide_fi": "Tee näin."})

    assert titles(dialogue)[-1] == task.key
    assert (task.title_sv, task.guide_fi, task.order) == ("Egen uppgift", "Tee näin.", 5)
    assert Event.objects.filter(kind="process.task_added").count() == 1


def test_a_task_is_renamed_and_given_own_guidance_without_touching_the_handbook(
    task: Task, preparer: User
) -> None:
    actions.revise_task(task, by=preparer, texts={"title_fi": "Meidän tapamme", "guide_fi": "Soita ensin."})

    task.refresh_from_db()
    assert (task.title_fi, task.guide_fi) == ("Meidän tapamme", "Soita ensin.")
    assert task.title_sv == "Välj ett sätt att delta som passar varje grupp"
    assert any(part.key == "ways_for_each_group" for chapter in handbook() for part in chapter.tasks)


def test_tasks_change_places(dialogue: Phase, task: Task, preparer: User) -> None:
    actions.move_task(task, by=preparer, earlier=True)

    assert titles(dialogue)[:2] == ["ways_for_each_group", "relevant_parties"]

    actions.move_task(Task.objects.get(pk=task.pk), by=preparer, earlier=True)

    assert titles(dialogue)[0] == "ways_for_each_group"


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(moves=st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=8))
def test_moving_loses_and_doubles_no_task(
    dialogue: Phase, preparer: User, moves: list[tuple[int, bool]]
) -> None:
    before = set(titles(dialogue))

    for place, earlier in moves:
        actions.move_task(list(dialogue.tasks.all())[place], by=preparer, earlier=earlier)

    assert set(titles(dialogue)) == before
    assert sorted(dialogue.tasks.values_list("order", flat=True)) == [1, 2, 3, 4]


def test_a_task_is_left_out_with_a_reason_and_taken_back(dialogue: Phase, task: Task, preparer: User) -> None:
    actions.drop_task(task, by=preparer, because="Tehdään toisessa hankkeessa.")

    assert "ways_for_each_group" not in titles(dialogue)
    assert Task.objects.get(pk=task.pk).dropped_because == "Tehdään toisessa hankkeessa."

    actions.restore_task(task, by=preparer)

    assert "ways_for_each_group" in titles(dialogue)
    assert Event.objects.filter(kind="process.task_dropped").count() == 1
    assert Event.objects.filter(kind="process.task_restored").count() == 1


def test_an_own_phase_stands_after_the_phases_and_before_the_threads(begun: Process, preparer: User) -> None:
    own = actions.add_phase(begun, by=preparer, texts={"title_fi": "Koulutus"})

    keys = list(begun.phases.values_list("key", flat=True))
    assert keys[6:8] == ["follow_up", own.key]
    assert keys[8:] == ["participation_and_communication", "sharpening_the_intent"]


def test_phases_change_places_among_themselves_only(begun: Process, preparer: User) -> None:
    actions.move_phase(begun.phases.get(key="start"), by=preparer, earlier=True)
    actions.move_phase(begun.phases.get(key="dialogue"), by=preparer, earlier=True)

    assert list(begun.phases.values_list("key", flat=True))[:3] == ["foundation", "dialogue", "start"]


def test_a_phase_is_left_out_renamed_and_taken_back(dialogue: Phase, preparer: User) -> None:
    actions.drop_phase(dialogue, by=preparer, because="Kuuleminen tehtiin keväällä.")
    assert not Phase.objects.kept().filter(pk=dialogue.pk).exists()

    restored = actions.restore_phase(dialogue, by=preparer)
    revised = actions.revise_phase(restored, by=preparer, texts={"title_fi": "Kuuntelu"})

    assert (revised.title_fi, revised.dropped_because) == ("Kuuntelu", "")


def test_own_lines_outputs_and_questions_are_added(dialogue: Phase, task: Task, preparer: User) -> None:
    item = actions.add_item(task, by=preparer, texts={"text_fi": "Viittomakieli on mukana"})
    output = actions.add_output(dialogue, by=preparer, texts={"title_fi": "Kartta osallistujista"})
    question = actions.add_question(dialogue, by=preparer, texts={"text_fi": "Kuulimmeko nuoria?"})

    assert (item.order, output.order, question.order) == (3, 4, 4)
    assert output.derived_from == ""


def test_what_one_county_changes_another_does_not_see(
    begun: Process, task: Task, preparer: User, other_county: County, official: object
) -> None:
    neighbour = official("preparer", of=other_county)  # type: ignore[operator]
    theirs = actions.start(other_county, by=neighbour, title={"fi": "Naapurin lupaus"})

    actions.drop_task(task, by=preparer, because="Ei tarvita.")

    assert Task.objects.kept().filter(phase__process=theirs, key=task.key).exists()


def test_a_coordinator_does_not_shape_the_process(task: Task, dialogue: Phase, coordinator: User) -> None:
    with pytest.raises(PermissionDenied):
        actions.add_task(dialogue, by=coordinator, texts=OWN)
    with pytest.raises(PermissionDenied):
        actions.drop_task(task, by=coordinator, because="Ei tarvita.")
    with pytest.raises(PermissionDenied):
        actions.move_task(task, by=coordinator, earlier=True)
