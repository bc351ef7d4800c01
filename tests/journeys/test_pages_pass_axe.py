"""The pages a county shows: without barriers at every width, in light and dark, in every language."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.journeys.conftest import DemoSite

RESIDENTS = {
    "home": "/",
    "promise": "/promises/{promise}/",
    "pledge": "/pledges/{pledge}/",
    "consultation": "/take-part/{consultation}/",
    "vote": "/take-part/{opinion_map}/claims/",
    "result": "/results/{result}/",
    "receipt": "/receipt/{receipt_taken}/",
    "my data": "/my-data/",
    "sign in": "/account/login/",
}
OFFICIALS = {
    "process board": "/desk/process-board/",
    "coding": "/desk/synthesis/coding/",
    "quote and code": "/desk/synthesis/coding/{quoted}/",
    "promise editor": "/desk/promise/{promise}/",
    "pledge editor": "/desk/promise/{promise}/pledges/{pledge}/",
    "members": "/desk/people/",
    "county": "/desk/county/",
    "journal": "/desk/journal/",
}
WIDTHS = (1280, 390, 320)
SCHEMES = ("light", "dark")


def look_at(page: Page, axe: Callable[[Page], list[str]]) -> list[str]:
    """Every barrier of the page at every width in both schemes, each told once with where it was met."""
    met: dict[str, list[str]] = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for barrier in axe(page):
                met.setdefault(barrier, []).append(f"{width} {scheme}")
    page.set_viewport_size({"width": 320, "height": 900})
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > 320:
        met[f"sideways scroll: {wide} px of content"] = ["320"]
    return [f"{barrier} at {', '.join(places)}" for barrier, places in met.items()]


@pytest.mark.journey
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("name", RESIDENTS)
def test_residents_page(
    name: str,
    language: str,
    demo_site: DemoSite,
    resident_window: BrowserContext,
    axe: Callable[[Page], list[str]],
) -> None:
    page = resident_window.new_page()

    answer = page.goto(demo_site.url(RESIDENTS[name], language))

    assert answer is not None
    assert answer.status == 200
    assert page.get_attribute("html", "lang") == language
    assert look_at(page, axe) == []
    page.close()


@pytest.mark.journey
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("name", OFFICIALS)
def test_officials_page(
    name: str,
    language: str,
    demo_site: DemoSite,
    official_window: BrowserContext,
    axe: Callable[[Page], list[str]],
) -> None:
    page = official_window.new_page()

    answer = page.goto(demo_site.url(OFFICIALS[name], language))

    assert answer is not None
    assert answer.status == 200
    assert page.get_attribute("html", "lang") == language
    assert look_at(page, axe) == []
    page.close()
