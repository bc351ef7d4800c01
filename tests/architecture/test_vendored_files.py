"""What we carry from others is exactly what we once looked at and wrote down."""

import tomllib
from pathlib import Path

from tools.vendor import REGISTER, ROOT, vendored_files

CARRIED = (ROOT / "lupaus" / "web" / "static" / "vendor", ROOT / "tests" / "vendor")


def test_every_vendored_file_has_the_bytes_the_register_names() -> None:
    changed = [str(file.path.relative_to(ROOT)) for file in vendored_files() if not file.is_intact()]

    assert changed == []


def test_no_file_is_carried_without_a_row_in_the_register() -> None:
    registered = {file.path for file in vendored_files()}

    carried = {path for folder in CARRIED for path in folder.rglob("*") if path.is_file()}

    assert carried == registered


def test_every_package_names_its_licence_and_the_name_it_goes_by() -> None:
    contents = tomllib.loads(Path(REGISTER).read_text(encoding="utf-8"))

    for package in contents["package"] + contents["generated"]:
        assert package["licence"]
        assert package["source"]
        assert package["version"]


def test_the_register_names_no_download_address() -> None:
    assert "://" not in REGISTER.read_text(encoding="utf-8")
