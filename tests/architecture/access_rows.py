"""The rows of the access table: who an address is for."""

from dataclasses import dataclass

from lupaus.people.states import Role

PUBLIC, OFFICIALS, SIGNED_IN = "public", "officials", "signed in"
ALL = frozenset(Role.values)
ADMIN = frozenset({Role.ADMIN.value})
PREPARERS = ADMIN | {Role.PREPARER.value}
COORDINATORS = PREPARERS | {Role.COORDINATOR.value}
MODERATORS = ADMIN | {Role.COORDINATOR.value, Role.MODERATOR.value}
RESPONDERS = PREPARERS | {Role.RESPONDER.value}
RECORDERS = PREPARERS | {Role.DECISION_MAKER.value}


@dataclass(frozen=True)
class Row:
    """Who an address is for; a deed is sent, a page is read."""

    audience: str
    roles: frozenset[str] = ALL
    is_deed: bool = False
    is_a_countys_thing: bool = False
    public_status: int = 200


def page(*, status: int = 200) -> Row:
    return Row(PUBLIC, public_status=status)


def page_of_thing(*, status: int = 200) -> Row:
    return Row(PUBLIC, is_a_countys_thing=True, public_status=status)


def deed_of_residents(*, status: int = 302) -> Row:
    return Row(PUBLIC, is_deed=True, public_status=status)


def desk(roles: frozenset[str] = ALL) -> Row:
    return Row(OFFICIALS, roles)


def desk_thing(roles: frozenset[str] = ALL) -> Row:
    return Row(OFFICIALS, roles, is_a_countys_thing=True)


def deed(roles: frozenset[str]) -> Row:
    return Row(OFFICIALS, roles, is_deed=True)


def deed_on_thing(roles: frozenset[str]) -> Row:
    return Row(OFFICIALS, roles, is_deed=True, is_a_countys_thing=True)
