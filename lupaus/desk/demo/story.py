"""The demo county's story as plain values, read from the files beside this module."""

import csv
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).parent / "content"
LANGUAGES = ("fi", "sv", "en")


@cache
def chapter(name: str) -> dict[str, Any]:
    """One file of the story, such as the promise or the claims."""
    return dict(yaml.safe_load((CONTENT / f"{name}.yaml").read_text(encoding="utf-8")))


def contributions(consultation: str) -> list[dict[str, Any]]:
    """What the example residents wrote in one consultation."""
    return list(chapter(f"contributions_{consultation}")["contributions"])


@cache
def series(variable: str) -> dict[int, float]:
    """A real yearly series of one real county, by year."""
    with (CONTENT / "series.csv").open(encoding="utf-8", newline="") as rows:
        return {
            int(row["year"]): float(row["value"])
            for row in csv.DictReader(rows)
            if row["variable"] == variable
        }


def in_languages(field: str, texts: dict[str, str]) -> dict[str, str]:
    """The columns of one content field: title_fi, title_sv, title_en."""
    return {f"{field}_{language}": texts[language].strip() for language in LANGUAGES}


def texts_of(thing: object, field: str) -> dict[str, str]:
    """What one content field of a row says, by language."""
    return {language: getattr(thing, f"{field}_{language}") or "" for language in LANGUAGES}
