"""Tools that some tests need: skipped without them on a developer's machine, demanded in CI."""

import os
import shutil
from typing import NoReturn

import pytest

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def missing(what: str, mend: str) -> NoReturn:
    """Skip and say how to get the tool; fail where nothing may be skipped."""
    said = f"{what} is missing. {mend}"
    if os.environ.get("LUPAUS_REQUIRE_TOOLS") == "1":
        pytest.fail(said)
    pytest.skip(said)


def chromium() -> str:
    """Where the system's Chromium is."""
    for name in (os.environ.get("LUPAUS_CHROMIUM", ""), *CHROMIUM_NAMES):
        if name and (place := shutil.which(name)):
            return place
    missing("Chromium", "Install it with: ./dev setup --system (as root), or name it in LUPAUS_CHROMIUM.")
