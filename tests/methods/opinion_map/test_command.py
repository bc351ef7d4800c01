"""The command that recomputes a map from an export."""

import json
from pathlib import Path

import pytest

from lupaus.methods.opinion_map.command import main
from tests.methods.opinion_map.conversations import OWN, real

SETS = [
    "bg2050-volunteers", "brexit-consensus", "canadian-electoral-reform", "golden-25-meta", "golden-below-100",
    "london-youth-policing", "scoop-taxes", "ssis-land-bank", "vtaiwan-uberx",
]  # fmt: skip


def test_a_result_with_membership_is_written(tmp_path: Path) -> None:
    out = tmp_path / "result.json"

    assert (
        main([str(OWN / "two-groups"), "--out", str(out), "--seed", "3", "--computed-on", "2026-11-21"]) == 0
    )

    written = json.loads(out.read_text(encoding="utf-8"))
    assert (written["verdict"], written["k"], written["seed"], written["computed_on"]) == (
        "groups",
        2,
        3,
        "2026-11-21",
    )
    assert len(written["membership"]) == 60
    assert set(written["membership"][0]) == {"participant", "group"}


def test_the_same_command_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        main([str(OWN / "no-groups"), "--out", str(tmp_path / name), "--computed-on", "2026-11-21"])

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("name", SETS)
def test_every_real_folder_can_be_recomputed_as_polis_would(name: str, tmp_path: Path) -> None:
    out = tmp_path / "result.json"

    assert main([str(real(name)), "--out", str(out), "--mode", "polis"]) == 0

    written = json.loads(out.read_text(encoding="utf-8"))
    assert written["method"]["mode"] == "polis"
    assert written["verdict"] == "groups"


def test_bad_input_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "votes.csv").write_text(
        "timestamp,datetime,comment-id,voter-id,vote\n1,,1,1,5\n", encoding="utf-8"
    )
    out = tmp_path / "result.json"

    assert main([str(tmp_path), "--out", str(out)]) == 2

    told = capsys.readouterr().err
    assert (
        "votes.csv, line 2, column “vote”: The vote “5” is not 1 (agree), 0 (pass) or -1 (disagree)" in told
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["votes.csv"]


@pytest.mark.parametrize("folder", ["", "missing"])
def test_a_folder_without_an_export(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / folder), "--out", str(tmp_path / "result.json")]) == 2
    assert capsys.readouterr().err.startswith("opinion-map: ")
    assert not (tmp_path / "result.json").exists()


def test_raw_votes_may_be_flipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "result.json"
    folder = OWN / "formats" / "old"

    assert main([str(folder), "--out", str(out), "--flip"]) == 2
    assert "signs flipped" in capsys.readouterr().err
