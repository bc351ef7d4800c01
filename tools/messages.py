"""Interface texts: collect them from code and templates, compile them, and refuse a text without Finnish or Swedish."""

from __future__ import annotations

import argparse
import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ROOT / "lupaus"
LANGUAGES = ("fi", "sv")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail when a text lacks its Finnish or Swedish")
    parser.add_argument("--compile", action="store_true", help="write the compiled catalogues")
    parser.add_argument("rooms", nargs="*", help="collect only these rooms; all when none is named")
    chosen = parser.parse_args()
    if chosen.compile:
        compile_all()
        return 0
    if chosen.check:
        return check()
    for room in rooms():
        if not chosen.rooms or room.name in chosen.rooms:
            collect(room)
    compile_all()
    return check()


def rooms() -> list[Path]:
    return sorted(path.parent for path in ROOMS.glob("*/__init__.py"))


def catalogue_path(room: Path, language: str) -> Path:
    return room / "locale" / language / "LC_MESSAGES" / "django.po"


def found_in(room: Path) -> Catalog:
    """Every interface text of a room, in the order of its files."""
    found = Catalog(charset="utf-8", fuzzy=False)
    for path in sorted(room.rglob("*")):
        if "migrations" in path.parts or "static" in path.parts:
            continue
        if path.suffix == ".py":
            messages = list(extract_from_file("python", str(path), keywords=KEYWORDS))
        elif path.suffix in (".html", ".txt", ".svg") and "templates" in path.parts:
            messages = from_template(path)
        else:
            continue
        for _line, message, _comments, context in messages:
            found.add(message, context=context, locations=[(str(path.relative_to(ROOT)), 0)])
    return found


def from_template(path: Path) -> list[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    """Let Django turn the template into Python-like text, then read that."""
    from babel.messages.extract import extract
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=True)
    from django.utils.translation.template import templatize

    source = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    source = "\n".join(" ".join(re.findall(CALL, line)) for line in source.splitlines())
    return list(extract("python", io.BytesIO(source.encode()), keywords=KEYWORDS))


CALL = re.compile(
    r"""(?:np?|p)?gettext\((?:u?'(?:\\.|[^'\\])*'|u?"(?:\\.|[^"\\])*"|\s|,|count|[A-Za-z_.]+)*\)|_\((?:u?'(?:\\.|[^'\\])*'|u?"(?:\\.|[^"\\])*")\)"""
)


def read(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def collect(room: Path) -> None:
    found = found_in(room)
    for language in LANGUAGES:
        path = catalogue_path(room, language)
        if not len(found) and not path.exists():
            continue
        known = read(path, language)
        merged = Catalog(locale=language, charset="utf-8", fuzzy=False, header_comment="", creation_date=None)
        for message in found:
            if not message.id:
                continue
            old = known.get(key(message), message.context)
            merged.add(
                message.id, old.string if old else None, context=message.context, locations=message.locations
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, merged, omit_header=False, sort_output=True, width=110, include_lineno=False)
        drop_dates(path)


def drop_dates(path: Path) -> None:
    """Dates in the header would make every collection a change."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    drop = (
        '"POT-Creation-Date',
        '"PO-Revision-Date',
        '"Last-Translator',
        '"Report-Msgid',
        '"Project-Id',
        '"Generated-By',
        '"Language-Team',
    )
    path.write_text("".join(line for line in lines if not line.startswith(drop)), encoding="utf-8")


def key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def compile_all() -> None:
    for path in ROOMS.glob("*/locale/*/LC_MESSAGES/django.po"):
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime:
            with compiled.open("wb") as file:
                write_mo(file, read(path, path.parts[-3]))


def check() -> int:
    missing = []
    for room in rooms():
        found = found_in(room)
        for language in LANGUAGES:
            known = read(catalogue_path(room, language), language)
            for message in found:
                if not message.id:
                    continue
                translated = known.get(key(message), message.context)
                strings = translated.string if translated else ""
                texts = strings if isinstance(strings, (tuple, list)) else (strings,)
                if not all(texts):
                    missing.append(f"{room.name} {language}: {key(message)}")
                elif placeholders(key(message)) - set().union(*(placeholders(text) for text in texts)):
                    missing.append(f"{room.name} {language}: lacks a placeholder: {key(message)}")
    for line in missing:
        print(line)
    if missing:
        print(
            f"{len(missing)} texts are not translated. Run ./dev messages and fill the catalogues.",
            file=sys.stderr,
        )
    return 1 if missing else 0


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)[sd]", text)) | set(re.findall(r"\{(\w+)\}", text))


if __name__ == "__main__":
    sys.exit(main())
