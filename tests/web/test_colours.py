"""Every pair of colours we put text in can be read by those who see poorly (WCAG 2.2 AA)."""

import re

import pytest

from lupaus.methods.wheel import Colours
from tools.vendor import ROOT

STATIC = ROOT / "lupaus" / "web" / "static"
THEME = (STATIC / "vendor" / "designsystemet" / "lupaus-theme.css").read_text("utf-8")
SCHEMES = {
    "light": r':root, \[data-color-scheme="light"\] \{(.*?)\n\}',
    "dark": r'\n\[data-color-scheme="dark"\] \{(.*?)\n\}',
}
PAIRS = [
    ("neutral-text-default", "neutral-background-default", 4.5),
    ("neutral-text-subtle", "neutral-background-default", 4.5),
    ("neutral-text-subtle", "neutral-background-tinted", 4.5),
    ("neutral-text-subtle", "neutral-surface-default", 4.5),
    ("neutral-text-default", "neutral-surface-tinted", 4.5),
    ("accent-text-subtle", "neutral-background-default", 4.5),
    ("accent-text-subtle", "neutral-background-tinted", 4.5),
    ("accent-text-subtle", "accent-background-tinted", 4.5),
    ("accent-text-default", "accent-surface-tinted", 4.5),
    ("accent-base-contrast-default", "accent-base-default", 4.5),
    ("success-text-default", "success-surface-tinted", 4.5),
    ("warning-text-default", "warning-surface-tinted", 4.5),
    ("info-text-default", "info-background-tinted", 4.5),
    ("danger-text-subtle", "neutral-background-default", 4.5),
    ("neutral-border-default", "neutral-background-default", 3),
    ("accent-base-default", "neutral-background-default", 3),
    ("danger-border-default", "neutral-background-default", 3),
    ("warning-border-default", "neutral-background-default", 3),
]


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def scheme(name: str) -> dict[str, str]:
    found = re.search(SCHEMES[name], THEME, re.DOTALL)
    assert found
    return dict(re.findall(r"--ds-color-([a-z-]+): (#[0-9a-fA-F]{6})", found.group(1)))


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_the_theme_can_be_read(name: str, front: str, back: str, least: float) -> None:
    colours = scheme(name)

    assert contrast(colours[front], colours[back]) >= least


def test_the_loudest_status_can_be_read_in_both_schemes() -> None:
    sheet = (STATIC / "web" / "lupaus.css").read_text("utf-8")
    worse = re.search(r"\.badge--worse \{(.*?)\}", sheet, re.DOTALL)

    assert worse
    paper, ink = re.findall(r"#[0-9a-f]{6}", worse.group(1))
    assert contrast(paper, ink) >= 7


def test_the_wheel_can_be_read() -> None:
    colours = Colours()

    for viewpoint in ("resident", "organiser"):
        assert contrast(colours.ink, colours.light(viewpoint)) >= 7
        assert contrast(colours.paper, colours.strong(viewpoint)) >= 7
        assert contrast(colours.strong(viewpoint), colours.light(viewpoint)) >= 4.5
