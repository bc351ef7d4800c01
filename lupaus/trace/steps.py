"""The pieces a thread is drawn from: steps with a word, a day, a role, a link and a reason."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import Promise
from django.utils.safestring import SafeString

Text = str | SafeString | Promise


@dataclass(frozen=True)
class Badge:
    """A state in a word; the kind gives its shape and colour."""

    kind: str
    word: Text


@dataclass(frozen=True)
class Line:
    """One thing said within a step, with where to read more."""

    text: Text
    address: str = ""
    note: Text = ""
    is_quote: bool = False
    language: str = ""
    badge: Badge | None = None


@dataclass(frozen=True)
class Step:
    """A step of the thread. A loose step says what has not happened yet."""

    word: Text
    lines: tuple[Line, ...] = ()
    on: date | None = None
    who: Text = ""
    reason: Text = ""
    badge: Badge | None = None
    is_loose: bool = False
    is_here: bool = False
    more: str = ""
    more_word: Text = ""


@dataclass(frozen=True)
class Branch:
    """A part of a thread that goes its own way: from one or more quotes onwards."""

    quotes: tuple[str, ...]
    title: Text = ""
    steps: tuple[Step, ...] = field(default=())
