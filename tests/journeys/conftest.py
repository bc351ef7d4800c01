"""A real browser, and a real server with the demo county's whole story."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.needs import chromium

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "tests" / "vendor" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
PASSWORD = "a password for journeys only"


@dataclass(frozen=True)
class DemoSite:
    """Where the demo county answers, and the public ids of what it tells of."""

    address: str
    ids: dict[str, str]

    def url(self, path: str, language: str = "fi") -> str:
        prefix = "" if language == "fi" else f"/{language}"
        return self.address + prefix + path.format(**self.ids)


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoSite]:
    """The product as `./dev run` serves it, the demo played once a session: for looking, not for changing."""
    yield from served(tmp_path_factory.mktemp("demo"))


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator[DemoSite]:
    """The same for one journey alone, which may change it."""
    yield from served(tmp_path)


def served(place: Path) -> Iterator[DemoSite]:
    """The demo in a database and a process of its own."""
    environment = {
        **os.environ,
        "LUPAUS_VAR": str(place),
        "LUPAUS_DEVELOPMENT": "1",
        "LUPAUS_DEMO": "1",
        "LUPAUS_DEMO_PASSWORD": PASSWORD,
        "LUPAUS_DATABASE_URL": "",
        "PYTHONWARNINGS": "default",
        "DJANGO_SETTINGS_MODULE": "lupaus.settings",
    }
    python = [sys.executable, "-m"]
    for command in (["lupaus", "migrate", "--verbosity", "0"], ["lupaus", "demo"]):
        subprocess.run([*python, *command], cwd=ROOT, env=environment, check=True, capture_output=True)
    told = subprocess.run(
        [*python, "tests.journeys.whereabouts"],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    port = free_port()
    serve = ["gunicorn", "lupaus.wsgi", "--bind", f"127.0.0.1:{port}", "--log-level", "error"]
    threads = ["--worker-class", "gthread", "--workers", "1", "--threads", "4"]
    server = subprocess.Popen([*python, *serve, *threads], cwd=ROOT, env=environment)
    try:
        site = DemoSite(f"http://127.0.0.1:{port}", json.loads(told.stdout))
        wait_for(port, server)
        yield site
    finally:
        server.terminate()
        server.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if server.poll() is not None:
            pytest.fail("The demo's server stopped before it answered.")
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("The demo's server did not answer in 30 seconds.")


@pytest.fixture(scope="session")
def _playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(_playwright: Playwright) -> Iterator[Browser]:
    """The system's Chromium, one for the whole session."""
    flags = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
    opened = _playwright.chromium.launch(executable_path=chromium(), args=flags)
    yield opened
    opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh browser window of a phone's width, in Finnish."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="fi-FI")
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def resident_window(browser: Browser) -> Iterator[BrowserContext]:
    """One window for looking at public pages."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fi-FI")
    yield context
    context.close()


@pytest.fixture(scope="session")
def official_window(browser: Browser, demo_site: DemoSite) -> Iterator[BrowserContext]:
    """One window in which the demo's administrator has signed in."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fi-FI")
    sign_in(context.new_page(), demo_site, demo_site.ids["admin"])
    yield context
    context.close()


def sign_in(page: Page, site: DemoSite, email: str) -> None:
    page.goto(site.url("/account/login/"))
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/desk/**")


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """Looks for barriers on the page as it is shown now; each is told with its rule and place."""
    source = AXE.read_text(encoding="utf-8")

    def barriers(page: Page) -> list[str]:
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(source)
        found: dict[str, Any] = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})",
            WCAG,
        )
        return [
            f"{rule['id']}: {node['html'][:160]} ({'; '.join(str(part) for part in node['target'])})"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    return barriers
