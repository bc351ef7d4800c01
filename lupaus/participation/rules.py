"""Who may do what in participation."""

from typing import Any

import rules

from lupaus.people.models import Participant
from lupaus.people.rules import is_coordinator, is_moderator, is_responder


@rules.predicate
def takes_part_here(by: object, thing: Any) -> bool:
    """Someone who takes part in this county, on whatever device or paper."""
    return isinstance(by, Participant) and thing is not None and by.county_id == thing.county.pk


rules.add_perm("participation.contribute", takes_part_here)
rules.add_perm("participation.prepare_consultation", is_coordinator)
rules.add_perm("participation.open_consultation", is_coordinator)
rules.add_perm("participation.close_consultation", is_coordinator)
rules.add_perm("participation.moderate", is_moderator)
rules.add_perm("participation.enter_from_paper", is_moderator | is_responder)
rules.add_perm("participation.manage_parties", is_coordinator)
rules.add_perm("participation.publish_result", is_coordinator)
