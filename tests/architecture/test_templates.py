"""No template carries styles or scripts of its own: the browser would refuse them, and rightly."""

import re
from pathlib import Path

import pytest

from tools.vendor import ROOT

TEMPLATES = sorted((ROOT / "lupaus").glob("*/templates/**/*.html"))
FORBIDDEN = {
    "an inline style": re.compile(r"\sstyle=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "an inline script": re.compile(r"<script\b(?![^>]*\bsrc=)", re.IGNORECASE),
    "an event handler": re.compile(r"\son[a-z]+=", re.IGNORECASE),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_has(what: str) -> None:
    guilty = [
        str(template.relative_to(ROOT))
        for template in TEMPLATES
        if FORBIDDEN[what].search(template.read_text(encoding="utf-8"))
    ]

    assert guilty == []


def test_every_icon_a_template_asks_for_is_drawn() -> None:
    icons = ROOT / "lupaus" / "web" / "templates" / "web" / "icons"
    asked = {
        name
        for template in TEMPLATES
        for name in re.findall(
            r'(?:web/icons/|<c-icon name=")([a-z-]+)(?:\.svg)?"', template.read_text(encoding="utf-8")
        )
    }

    assert [name for name in sorted(asked) if not Path(icons / f"{name}.svg").is_file()] == []
