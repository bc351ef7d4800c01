"""Who assigns measures, and who tells how they go."""

from typing import Any

import rules

from lupaus.implementation.models import Measure
from lupaus.people.models import User
from lupaus.people.rules import holds, is_preparer
from lupaus.people.states import Role


@rules.predicate
def answers_for_unit(user: object, measure: Any) -> bool:
    """The person is the one responsible for the unit that does the measure."""
    return isinstance(user, User) and isinstance(measure, Measure) and measure.unit.responsible_id == user.pk


rules.add_perm("implementation.name_unit", is_preparer)
rules.add_perm("implementation.assign", is_preparer)
rules.add_perm("implementation.set_measure_state", is_preparer | (holds(Role.RESPONDER) & answers_for_unit))
rules.add_perm("implementation.agree_clause", is_preparer)
