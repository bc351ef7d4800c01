"""The process every county begins from, read from the files beside the room; no database."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).resolve().parent.parent / "content"
HANDBOOK = CONTENT / "handbook"
Texts = Mapping[str, str]


@dataclass(frozen=True)
class Line:
    """A titled line of a chapter: a checklist item, an output or a self-test question."""

    key: str
    title: Texts
    derived_from: str = ""


@dataclass(frozen=True)
class ChapterTask:
    """A task as the handbook gives it, before a county makes it its own."""

    key: str
    title: Texts
    guide: Texts
    who: tuple[str, ...]
    place: str
    laws: tuple[str, ...]
    checklist: tuple[Line, ...]


@dataclass(frozen=True)
class Chapter:
    """The foundation, a phase or a thread as the handbook gives it."""

    key: str
    kind: str
    title: Texts
    purpose: Texts
    tasks: tuple[ChapterTask, ...]
    outputs: tuple[Line, ...]
    self_test: tuple[Line, ...]


@cache
def handbook() -> tuple[Chapter, ...]:
    """Foundation, six phases and two threads, in the order of their files."""
    return tuple(
        _chapter(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in sorted(HANDBOOK.glob("*.yaml"))
    )


@cache
def role_words() -> Mapping[str, Texts]:
    """How a task names the roles that usually do it."""
    return dict(yaml.safe_load((CONTENT / "roles.yaml").read_text(encoding="utf-8")))


def _chapter(body: dict[str, Any]) -> Chapter:
    return Chapter(
        key=body["key"],
        kind=body["kind"],
        title=body["title"],
        purpose=body["purpose"],
        tasks=tuple(_task(task) for task in body["tasks"]),
        outputs=tuple(_line(line) for line in body["outputs"]),
        self_test=tuple(_line(line) for line in body["self_test"]),
    )


def _task(body: dict[str, Any]) -> ChapterTask:
    return ChapterTask(
        key=body["key"],
        title=body["title"],
        guide=body["guide"],
        who=tuple(body["who"]),
        place=body["place"],
        laws=tuple(body.get("law", ())),
        checklist=tuple(_line(line) for line in body.get("checklist", ())),
    )


def _line(body: dict[str, Any]) -> Line:
    return Line(body["key"], body["title"], body.get("derived_from") or "")
