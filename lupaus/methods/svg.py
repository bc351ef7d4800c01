"""Write SVG by hand: elements, safe text, numbers no longer than they need to be."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "http://www.w3.org/2000/svg"


def element(name: str, attributes: Mapping[str, object], *inside: str) -> str:
    """One element. Attributes without a value are left out; `_` in their names becomes `-`."""
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(attribute(value))}"
        for key, value in attributes.items()
        if value not in (None, "")
    )
    return f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>"


def attribute(value: object) -> str:
    """A value as it stands in an attribute."""
    return number(value) if isinstance(value, float) else plain(str(value))


def words(text: str) -> str:
    """Text made safe to stand inside an element."""
    return escape(plain(text))


def plain(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return "".join(
        letter
        for letter in text
        if (letter >= " " or letter in "\t\n\r")
        and letter not in "\ufffe\uffff"
        and not "\ud800" <= letter <= "\udfff"
    )


def number(value: float) -> str:
    """A number as it stands in SVG: two decimals at most, none when it is whole."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
