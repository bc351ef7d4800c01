"""Every field of every model is classed, with a purpose, a time to live and something that removes it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from lupaus.web.languages import LANGUAGES

REGISTRY = Path(__file__).resolve().parents[2] / "lupaus" / "people" / "content" / "privacy.toml"
CLASSES = ("public", "internal", "personal", "special")
ROWS: dict[str, dict[str, Any]] = tomllib.loads(REGISTRY.read_text(encoding="utf-8"))


def own_fields() -> dict[str, set[str]]:
    """The fields of our models; the language columns of a text count as the text."""
    endings = tuple(f"_{language}" for language in LANGUAGES)
    return {
        model._meta.label: {
            field.name
            for field in (*model._meta.concrete_fields, *model._meta.many_to_many)
            if not field.name.endswith(endings)
        }
        for model in apps.get_models()
        if model.__module__.startswith("lupaus.")
    }


def classed(row: dict[str, Any]) -> list[str]:
    return [field for each in CLASSES for field in row.get(each, [])]


def test_every_field_is_classed_and_every_classed_field_exists() -> None:
    registered = {f"{label}.{field}" for label, row in ROWS.items() for field in classed(row)}
    existing = {f"{label}.{field}" for label, fields in own_fields().items() for field in fields}

    assert sorted(existing - registered) == []
    assert sorted(registered - existing) == []


@pytest.mark.parametrize("label", sorted(ROWS))
def test_every_model_says_why_how_long_and_what_removes_it(label: str) -> None:
    row = ROWS[label]

    assert set(row) <= {"purpose", "retention", "eraser", *CLASSES}
    assert all(row[said].strip() for said in ("purpose", "retention", "eraser"))
    assert len(classed(row)) == len(set(classed(row)))


def test_what_tells_of_a_person_names_its_eraser() -> None:
    careless = [
        label
        for label, row in ROWS.items()
        if (row.get("personal") or row.get("special")) and row["eraser"].startswith("Holds nothing")
    ]

    assert careless == []
