"""House rules that a machine can hold: sizes, names, permissions, migrations and words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import rules
from django.core.management import call_command
from django.urls import get_resolver

from lupaus.journal.states import DEEDS
from tests.architecture.test_access_matrix import names_in

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted(
    path
    for folder in ("lupaus", "tests", "tools", "bench")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts and not any(part.startswith(".") for part in path.parts)
)
TEMPLATES = sorted((ROOT / "lupaus").rglob("templates/**/*.html"))
LONGEST_MODULE, LONGEST_TEMPLATE = 400, 120


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_module_is_longer_than_a_sitting() -> None:
    ours = [path for path in CODE if "tests" not in path.relative_to(ROOT).parts]

    assert [name_of(path) for path in ours if lines_of(path) > LONGEST_MODULE] == []


def test_no_template_is_longer_than_a_screen_or_three() -> None:
    assert [name_of(path) for path in TEMPLATES if lines_of(path) > LONGEST_TEMPLATE] == []


def called(function: ast.expr) -> str:
    """The name a function is called by: `may`, or `rules.add_perm`."""
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        return f"{function.value.id}.{function.attr}"
    return function.id if isinstance(function, ast.Name) else ""


def calls(function_names: set[str]) -> Iterator[tuple[Path, str, ast.Call]]:
    """Every call of the named functions in the product, with the text it names first."""
    for path in CODE:
        if path.parts[len(ROOT.parts)] != "lupaus":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node.func) in function_names:
                for argument in node.args[:2]:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield path, argument.value, node


def test_every_permission_asked_for_exists() -> None:
    unknown = {
        f"{name_of(path)}: {permission}"
        for path, permission, _call in calls({"require", "may"})
        if not rules.perm_exists(permission)
    }

    assert sorted(unknown) == []


def test_every_permission_that_exists_is_asked_for() -> None:
    named = {permission for _path, permission, _call in calls({"rules.add_perm"})}
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in CODE
        if "lupaus" in path.parts and "rules" not in path.stem
    )

    assert sorted(permission for permission in named if f'"{permission}"' not in source) == []


def test_every_event_is_written_in_its_own_rooms_name_and_has_words() -> None:
    written = {(path.relative_to(ROOT).parts[1], kind) for path, kind, _call in calls({"record"})}

    wordless = sorted({kind for _room, kind in written} - set(DEEDS))
    assert wordless == []
    assert sorted(kind for room, kind in written if not kind.startswith(f"{room}.")) == []


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_address_names_are_taken_once() -> None:
    names = list(names_in(get_resolver(), ""))

    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_no_tool_of_the_workshop_is_named() -> None:
    names = re.compile(
        "|".join(["/wo" + "rk/", "fa" + "rm-", "pyp" + "i.org/simple", "files.pytho" + "nhosted"])
    )
    carried = {"vendor", ".venv", ".git", "var", "__pycache__"}
    naming = [
        name_of(path)
        for path in ROOT.rglob("*")
        if path.suffix in (".py", ".md", ".html", ".toml", ".txt", ".yaml", ".css") or path.name == "dev"
        if not carried & set(path.relative_to(ROOT).parts)
        and not any(p.startswith(".") for p in path.relative_to(ROOT).parts)
        if names.search(path.read_text(encoding="utf-8"))
    ]

    assert naming == []
