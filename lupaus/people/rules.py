"""Predicates about roles, shared by every room."""

from typing import Any

import rules

from lupaus.people.models import Participant, User
from lupaus.people.states import Role


def holds(*roles: str) -> Any:
    """A predicate: the person holds one of these roles in the county of the thing; an administrator holds all."""

    def predicate(user: object, thing: Any) -> bool:
        return (
            isinstance(user, User)
            and user.is_active
            and thing is not None
            and user.has_role(thing.county, *roles, Role.ADMIN)
        )

    return rules.predicate(predicate, name=f"holds:{','.join(roles)}")


is_official = holds(*Role.values)
is_admin = holds(Role.ADMIN)
is_preparer = holds(Role.PREPARER)
is_coordinator = holds(Role.COORDINATOR, Role.PREPARER)
is_moderator = holds(Role.MODERATOR, Role.COORDINATOR)
is_responder = holds(Role.RESPONDER, Role.PREPARER)
is_recorder_of_decisions = holds(Role.DECISION_MAKER, Role.PREPARER)


@rules.predicate
def is_oneself(person: object, participant: object) -> bool:
    """Whether a participant is asking about their own traces."""
    return isinstance(person, Participant) and person == participant


rules.add_perm("people.manage_members", is_admin)
rules.add_perm("people.erase", is_oneself | is_admin)
rules.add_perm("people.read_journal", is_official)
rules.add_perm("counties.arrange", is_admin)
