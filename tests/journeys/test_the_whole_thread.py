"""One sentence of a resident, followed by hand through the whole house to a judged figure and back to its receipt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import DemoSite, sign_in

expect.set_options(timeout=30_000)

WORDS = "Soitin kolmesti ennen kuin pääsin läpi. Tekstiviesti vuorosta auttaisi minua paljon."
QUOTED = "Tekstiviesti vuorosta auttaisi minua paljon."
THEME = "Viesti omasta vuorosta"
CONCLUSION = "Asukkaat haluavat tekstiviestin, kun oma vuoro lähestyy."
REASON = "Lupaamme viestin, koska se on helppo toteuttaa ja moni pyysi sitä."
NEW_SENTENCE = "Saan yhteyden samana päivänä ja viestin, kun on vuoroni."
CHANGE = "Asukas ehdotti viestiä vuorosta, ja otimme sen lupaukseen."
SECTION = "112"


@pytest.fixture
def resident(browser: Browser, own_site: DemoSite) -> Page:
    """A resident's phone, without JavaScript."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, locale="fi-FI", java_script_enabled=False
    )
    context.set_default_timeout(60_000)
    return context.new_page()


@pytest.fixture
def desk(browser: Browser, own_site: DemoSite) -> Callable[[str], Page]:
    """An official's browser, signed in by the name of a role."""

    def as_(role: str) -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fi-FI")
        context.set_default_timeout(60_000)
        page = context.new_page()
        sign_in(page, own_site, own_site.ids[role])
        return page

    return as_


def today() -> date:
    """The day as the site counts it."""
    return datetime.now(ZoneInfo("Europe/Helsinki")).date()


def in_two_languages(page: Page, name: str, finnish: str, swedish: str) -> None:
    page.fill(f"[name={name}_fi]", finnish)
    page.fill(f"[name={name}_sv]", swedish)


@pytest.mark.journey
def test_a_sentence_becomes_a_followed_promise(
    own_site: DemoSite, resident: Page, desk: Callable[[str], Page], tmp_path: Path
) -> None:
    receipt = write(resident, own_site)
    expect(resident.locator("main")).to_contain_text("Odottaa lukemista")

    read_and_publish(desk("moderator"), own_site)
    resident.goto(receipt)
    expect(resident.locator("main")).to_contain_text("Luettu ja julkaistu")

    preparer = desk("preparer")
    quote_and_theme(preparer, own_site)
    conclude_and_sign_off(preparer, own_site)
    draft_pledge(preparer, own_site)
    answer_conclusion(preparer, own_site)
    seal_and_decide(preparer, own_site)
    import_and_judge(preparer, own_site, tmp_path)

    resident.goto(receipt)
    told = resident.locator("main")
    for words in (
        WORDS,
        QUOTED,
        THEME,
        CONCLUSION,
        "otettiin lupaukseen",
        REASON,
        NEW_SENTENCE,
        f"Pöytäkirjan kohta {SECTION}",
        "Tavoite vuodelle",
        "Mitä teemme",
        "Pidetäänkö lupaus",
        "86,5",
        "polulla",
    ):
        expect(told).to_contain_text(words)
    resident.get_by_role("link", name=NEW_SENTENCE).first.click()
    expect(resident.locator("h1")).to_contain_text(NEW_SENTENCE)
    expect(resident.locator("main")).to_contain_text(CHANGE)
    expect(resident.locator("main")).to_contain_text(QUOTED)


def write(page: Page, site: DemoSite) -> str:
    """A resident without an account tells in own words, and is given a receipt."""
    page.goto(site.url("/"))
    page.get_by_role("link", name="Kerro meille").click()
    page.get_by_role("link", name="Kirjoita vastauksesi").click()
    page.fill("[name=text]", WORDS)
    page.select_option("[name=party]", index=1)
    page.get_by_role("button", name="Lähetä").click()
    expect(page.locator("h1")).to_have_text("Mitä sanoistasi seurasi")
    return page.url


def read_and_publish(page: Page, site: DemoSite) -> None:
    page.goto(site.url("/desk/participation/moderation/"))
    page.locator("article", has_text=WORDS).get_by_role("button", name="Julkaise").click()
    expect(page.locator("main")).not_to_contain_text(WORDS)


def quote_and_theme(page: Page, site: DemoSite) -> None:
    page.goto(site.url("/desk/synthesis/coding/"))
    page.get_by_role("link", name="Soitin kolmesti").click()
    page.fill("[name=words]", QUOTED)
    page.check("[name=perspective][value=availability]")
    page.fill("[name=new_theme]", THEME)
    page.get_by_role("button", name="Lainaa ja luokittele").click()


def conclude_and_sign_off(page: Page, site: DemoSite) -> None:
    page.goto(site.url("/desk/synthesis/"))
    page.locator("tbody tr").first.locator("td").first.get_by_role("link").first.click()
    in_two_languages(
        page, "text", CONCLUSION, "Invånarna vill få ett textmeddelande när det snart är deras tur."
    )
    page.locator("li", has_text=QUOTED).locator("input[value=for]").check()
    page.get_by_role("button", name="Tallenna luonnos").click()
    page.get_by_role("button", name="Hyväksy johtopäätös").click()
    page.goto(site.url("/desk/synthesis/"))
    page.get_by_role("button", name="Hyväksy yhteenveto").click()


def draft_pledge(page: Page, site: DemoSite) -> None:
    page.goto(site.url("/desk/promise/{promise}/"))
    page.locator(".pair-side").first.click()
    in_two_languages(
        page, "sentence", NEW_SENTENCE, "Jag får kontakt samma dag och ett meddelande när det är min tur."
    )
    in_two_languages(page, "change_reason", CHANGE, "En invånare föreslog ett meddelande.")
    page.get_by_label(CONCLUSION).check()
    page.get_by_role("button", name="Tallenna lupaus").click()


def answer_conclusion(page: Page, site: DemoSite) -> None:
    page.goto(site.url("/desk/promise/{promise}/dispositions/"))
    page.get_by_role("link", name=f"Vastaa : {CONCLUSION}").click()
    page.check("[name=outcome][value=taken]")
    in_two_languages(page, "reason", REASON, "Vi lovar ett meddelande, eftersom många bad om det.")
    page.locator("[name=pledges]").first.check()
    page.get_by_role("button", name="Tallenna vastaus").click()


def seal_and_decide(page: Page, site: DemoSite) -> None:
    page.goto(site.url("/desk/decision/"))
    page.get_by_role("link", name="Katso, mitä puuttuu").click()
    page.get_by_role("button", name="Sinetöi paketti").click()
    page.get_by_role("link", name="Kirjaa valtuuston päätös").click()
    page.check("[name=outcome][value=approved]")
    page.fill("[name=decided_on]", today().isoformat())
    page.fill("[name=section]", SECTION)
    page.get_by_role("button", name="Kirjaa päätös").click()
    expect(page.locator("main")).to_contain_text(SECTION)


def import_and_judge(page: Page, site: DemoSite, tmp_path: Path) -> None:
    page.goto(site.url("/desk/monitoring/import/"))
    figures = tmp_path / "luvut.csv"
    figures.write_text(
        f"mittari;päivä;arvo\n{site.ids['indicator_code']};{today():%d.%m.%Y};86,5\n", encoding="utf-8"
    )
    page.set_input_files("[name=file]", str(figures))
    page.get_by_role("button", name="Katso tiedosto läpi").click()
    page.get_by_role("button", name="Tuo nämä luvut").click()
