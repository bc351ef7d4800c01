"""Who may see the process, work in it and shape it."""

from typing import Any

import rules

from lupaus.people.rules import holds, is_coordinator, is_official, is_preparer
from lupaus.people.states import Role
from lupaus.process.models import Task

is_worker = holds(Role.PREPARER, Role.COORDINATOR, Role.MODERATOR, Role.RESPONDER, Role.DECISION_MAKER)


@rules.predicate
def is_assigned(user: Any, thing: Any) -> bool:
    """The task has been given to this person."""
    return isinstance(thing, Task) and thing.assigned_to_id is not None and thing.assigned_to_id == user.pk


rules.add_perm("process.see", is_official)
rules.add_perm("process.start", is_preparer)
rules.add_perm("process.shape", is_preparer)
rules.add_perm("process.organise", is_coordinator)
rules.add_perm("process.assign_task", is_coordinator)
rules.add_perm("process.finish_task", is_coordinator | (is_assigned & is_official))
rules.add_perm("process.tick_item", is_worker)
rules.add_perm("process.answer_self_test", is_worker)
rules.add_perm("process.confirm_output", is_preparer)
rules.add_perm("process.close_phase", is_preparer)
