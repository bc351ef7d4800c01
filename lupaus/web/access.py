"""May this person do this now? One question, asked the same way everywhere."""

from typing import Protocol

import rules
from django.core.exceptions import PermissionDenied


class Actor(Protocol):
    """Whoever does a deed: an official or a participant, known in the journal by a reference."""

    @property
    def reference(self) -> str: ...


def may(by: Actor | None, permission: str, thing: object = None) -> bool:
    """Whether the deed is allowed, for showing or hiding its button."""
    return bool(rules.has_perm(permission, by, thing))


def require(by: Actor | None, permission: str, thing: object = None) -> None:
    """Stop the deed when it is not this person's to do."""
    if not may(by, permission, thing):
        raise PermissionDenied(permission)
