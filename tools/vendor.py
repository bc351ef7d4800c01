#!/usr/bin/env python3
"""Keep the files of others that Lupaus carries: check them, fetch them again, make the theme anew.

    python3 tools/vendor.py check              every file is what vendor.toml says it is
    python3 tools/vendor.py refresh            fetch again with `npm pack`; refuse what differs
    python3 tools/vendor.py refresh --accept   take new versions and write their hashes down
    python3 tools/vendor.py theme              make the theme from tools/designsystemet.config.json

Only `refresh` and `theme` need npm and the network; running Lupaus needs neither.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REGISTER = ROOT / "vendor.toml"


@dataclass(frozen=True)
class VendoredFile:
    """One carried file: where it lies here and what its bytes must hash to."""

    path: Path
    sha256: str
    source: str
    version: str
    inside: str = ""

    def is_intact(self) -> bool:
        """Whether the file is there with the bytes we once looked at."""
        return self.path.is_file() and digest(self.path) == self.sha256


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def vendored_files(register: Path = REGISTER) -> Iterator[VendoredFile]:
    """Every carried file, both those taken as they are and those made by a tool."""
    contents = tomllib.loads(register.read_text(encoding="utf-8"))
    for package in contents["package"]:
        for file in package["files"]:
            yield VendoredFile(
                ROOT / file["to"],
                file["sha256"],
                package["source"],
                package["version"],
                file["from"],
            )
    for made in contents["generated"]:
        yield VendoredFile(ROOT / made["file"]["to"], made["file"]["sha256"], made["source"], made["version"])


def check() -> int:
    """Name every file that is missing or has changed."""
    broken = [file for file in vendored_files() if not file.is_intact()]
    for file in broken:
        print(f"{file.path.relative_to(ROOT)} is not what vendor.toml says", file=sys.stderr)
    return 1 if broken else 0


def refresh(*, accept: bool) -> int:
    """Fetch every package by its name and version and put its files in place."""
    taken = [file for file in vendored_files() if file.inside]
    differing = []
    with tempfile.TemporaryDirectory() as folder:
        packages = {
            (file.source, file.version): unpack(file.source, file.version, Path(folder)) for file in taken
        }
        for file in taken:
            fresh = packages[file.source, file.version] / file.inside
            if digest(fresh) != file.sha256 and not accept:
                differing.append(file)
                continue
            put_in_place(fresh, file)
    for file in differing:
        print(f"{file.source} {file.version}: {file.inside} has other bytes", file=sys.stderr)
    return 1 if differing else 0


def unpack(source: str, version: str, folder: Path) -> Path:
    """Let npm fetch one package and unpack it into the folder."""
    packed = subprocess.run(
        ["npm", "pack", f"{source}@{version}", "--silent"],
        cwd=folder,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout.split()[-1]
    unpacked = folder / packed.removesuffix(".tgz")
    with tarfile.open(folder / packed) as archive:
        archive.extractall(unpacked, filter="data")
    return unpacked / "package"


def theme() -> int:
    """Make the theme's light and dark colours from the few named in the recipe."""
    made = next(file for file in vendored_files() if not file.inside)
    with tempfile.TemporaryDirectory() as folder:
        recipe = Path(folder) / "designsystemet.config.json"
        shutil.copy(ROOT / "tools" / recipe.name, recipe)
        tool = ["npx", "--yes", f"{made.source}@{made.version}", "tokens"]
        subprocess.run([*tool, "create", "--config", recipe.name], cwd=folder, check=True)
        subprocess.run([*tool, "build", "--out-dir", "built"], cwd=folder, check=True)
        built = Path(folder) / "built" / "lupaus.css"
        built.write_text(keep_paper_light(built.read_text(encoding="utf-8")), encoding="utf-8")
        put_in_place(built, made)
    return 0


def keep_paper_light(css: str) -> str:
    """Dark colours are for screens: a page printed by someone who reads in the dark stays light."""
    dark = "@media (prefers-color-scheme: dark)"
    if dark not in css:
        raise SystemExit("The theme no longer says how it goes dark: look at it before taking it.")
    return css.replace(dark, "@media screen and (prefers-color-scheme: dark)")


def put_in_place(fresh: Path, file: VendoredFile) -> None:
    """Copy a file to where it is served from and write its hash down."""
    file.path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(fresh, file.path)
    place = str(file.path.relative_to(ROOT))
    lines = REGISTER.read_text(encoding="utf-8").splitlines(keepends=True)
    old, new = f'sha256 = "{file.sha256}"', f'sha256 = "{digest(file.path)}"'
    REGISTER.write_text(
        "".join(line.replace(old, new) if f'to = "{place}"' in line else line for line in lines),
        encoding="utf-8",
    )


def main() -> int:
    """Read the command line and do the one thing asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    deeds = parser.add_subparsers(dest="deed", required=True)
    deeds.add_parser("check")
    deeds.add_parser("refresh").add_argument("--accept", action="store_true")
    deeds.add_parser("theme")
    asked = parser.parse_args()
    if asked.deed == "check":
        return check()
    return refresh(accept=asked.accept) if asked.deed == "refresh" else theme()


if __name__ == "__main__":
    raise SystemExit(main())
