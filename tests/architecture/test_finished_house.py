"""The house is finished: every address leads to a real page, has its row, and speaks every language the same way."""

import pytest
from django.urls import get_resolver

from tests.architecture.access_table import TABLE
from tests.architecture.test_access_matrix import addresses
from tools import messages


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert sorted(TABLE) == sorted(set(addresses()))


def test_every_view_goes_by_the_name_of_its_address() -> None:
    strangers = []
    for pattern in patterns():
        name = pattern.lookup_str.rpartition(".")[2]
        if pattern.lookup_str.startswith("lupaus.") and name not in (pattern.name, "sign_in", "no_sign_up"):
            strangers.append(f"{pattern.name}: {name}")

    assert strangers == []


def patterns() -> list:  # type: ignore[type-arg]
    found = []
    waiting = list(get_resolver().url_patterns)
    while waiting:
        entry = waiting.pop()
        if hasattr(entry, "url_patterns"):
            waiting.extend(entry.url_patterns)
        else:
            found.append(entry)
    return found


def test_every_text_is_translated(capsys: pytest.CaptureFixture[str]) -> None:
    assert messages.check() == 0, capsys.readouterr().out


def test_the_same_text_is_translated_the_same_way_in_every_room() -> None:
    said: dict[tuple[str, str, str | None], dict[str, str]] = {}
    for room in messages.rooms():
        for language in messages.LANGUAGES:
            for message in messages.read(messages.catalogue_path(room, language), language):
                if message.id and message.string:
                    place = said.setdefault((language, messages.key(message), message.context), {})
                    place[room.name] = str(message.string)

    different = {where: by_room for where, by_room in said.items() if len(set(by_room.values())) > 1}
    assert different == {}
