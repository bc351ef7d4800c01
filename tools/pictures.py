"""Take the pictures of README and user guide from a running demo: `python tools/pictures.py http://127.0.0.1:8000`."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
RESIDENTS = {
    "etusivu": "/",
    "lupaus": "/promises/{promise}/",
    "lupauksen-lanka": "/pledges/{pledge}/",
    "kysely": "/take-part/{consultation}/",
    "tulos": "/results/{result}/",
    "kuitti": "/receipt/{receipt_taken}/",
}
OFFICIALS = {
    "prosessi": "/desk/process-board/",
    "aineisto": "/desk/synthesis/coding/",
    "lupauksen-muokkaus": "/desk/promise/{promise}/",
}
SIZES = {"puhelin": (390, 844), "poyta": (1280, 900)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", help="where the demo answers")
    parser.add_argument(
        "--password", required=True, help="the demo officials' password, shown by the demo command"
    )
    chosen = parser.parse_args()
    told = subprocess.run(
        [sys.executable, "-m", "tests.journeys.whereabouts"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    ids = json.loads(told.stdout)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(locale="fi-FI")
        for name, path in RESIDENTS.items():
            take(page, chosen.site + path.format(**ids), name)
        page.goto(f"{chosen.site}/account/login/")
        page.fill("input[name=login]", ids["preparer"])
        page.fill("input[name=password]", chosen.password)
        page.click("main button[type=submit]")
        for name, path in OFFICIALS.items():
            take(page, chosen.site + path.format(**ids), name)
        browser.close()
    return 0


def take(page: Page, address: str, name: str) -> None:
    """A page on a phone and on a desk, the first screen of each."""
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.goto(address)
        page.screenshot(path=PICTURES / f"{name}-{size}.jpg", type="jpeg", quality=72)


if __name__ == "__main__":
    sys.exit(main())
