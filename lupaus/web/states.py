"""One way to change a state: only along the map of allowed moves."""

from collections.abc import Mapping

from django.db import models


class MoveRefused(Exception):
    """The thing cannot go from its present state to the wanted one."""

    def __init__(self, thing: object, present: str, wanted: str) -> None:
        super().__init__(f"{thing!r} cannot move from {present} to {wanted}.")
        self.present = present
        self.wanted = wanted


def move(
    thing: models.Model, wanted: str, moves: Mapping[str, frozenset[str]], *, also: list[str] | None = None
) -> None:
    """Change `thing.state` along the map, and save it with the fields named in `also`."""
    present: str = thing.state  # type: ignore[attr-defined]
    if wanted not in moves.get(present, frozenset()):
        raise MoveRefused(thing, present, wanted)
    thing.state = wanted  # type: ignore[attr-defined]
    thing.save(update_fields=["state", *(also or [])])
