"""Who may do what in the process: one table."""

from collections.abc import Callable

import pytest

from lupaus.counties.models import County
from lupaus.people.models import User
from lupaus.people.states import Role
from lupaus.process import actions
from lupaus.process.models import Process, Task
from lupaus.web.access import may

ALL = {role.value for role in Role}
PREPARERS = {"admin", "preparer"}
COORDINATORS = PREPARERS | {"coordinator"}
WORKERS = ALL - {"viewer"}
ALLOWED = {
    "process.see": ALL,
    "process.start": PREPARERS,
    "process.shape": PREPARERS,
    "process.organise": COORDINATORS,
    "process.assign_task": COORDINATORS,
    "process.finish_task": COORDINATORS,
    "process.tick_item": WORKERS,
    "process.answer_self_test": WORKERS,
    "process.confirm_output": PREPARERS,
    "process.close_phase": PREPARERS,
}


@pytest.mark.parametrize("role", sorted(ALL))
@pytest.mark.parametrize("permission", ALLOWED)
def test_the_role_decides(
    permission: str, role: str, process: Process, official: Callable[..., User]
) -> None:
    assert may(official(role), permission, process) is (role in ALLOWED[permission])


@pytest.mark.parametrize("permission", ALLOWED)
def test_a_neighbours_administrator_may_nothing(
    permission: str, process: Process, other_county: County, official: Callable[..., User]
) -> None:
    assert not may(official("admin", of=other_county), permission, process)


def test_the_person_given_a_task_may_finish_that_task_only(
    task: Task, preparer: User, responder: User
) -> None:
    actions.assign_task(task, by=preparer, to=responder)
    other = task.phase.tasks.exclude(pk=task.pk).first()

    assert may(responder, "process.finish_task", Task.objects.get(pk=task.pk))
    assert not may(responder, "process.finish_task", other)
