"""``opinion-map DIR --out result.json``: recompute an opinion map from an export, without the web."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from lupaus.methods.opinion_map import BadVotes, compute, read_export
from lupaus.methods.opinion_map.result import as_json

BAD_INPUT = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Read the export, compute, write the Result with ``membership``; 2 and no file when the input is bad."""
    asked = _parser().parse_args(argv)
    try:
        conversation = read_export(asked.folder, flip=asked.flip)
    except BadVotes as error:
        print(f"opinion-map: {error}", file=sys.stderr)
        return BAD_INPUT
    except OSError as error:
        print(f"opinion-map: {asked.folder}: {error.strerror}", file=sys.stderr)
        return BAD_INPUT
    for note in conversation.notes:
        values = ", ".join(f"{name} {value}" for name, value in note.values.items())
        print(f"opinion-map: note: {note.code} {values}".rstrip(), file=sys.stderr)
    result = compute(conversation, mode=asked.mode, seed=asked.seed, computed_on=asked.computed_on)
    content = {**result.content, "membership": result.membership_json()}
    beside = asked.out.with_name(asked.out.name + ".new")
    try:
        beside.write_text(as_json(content), encoding="utf-8")
        beside.replace(asked.out)
    except OSError as error:
        print(f"opinion-map: {asked.out}: {error.strerror}", file=sys.stderr)
        return BAD_INPUT
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="opinion-map", description="Compute an opinion map from an export folder."
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="folder with the export's files")
    parser.add_argument("--out", type=Path, required=True, help="where to write the Result")
    parser.add_argument(
        "--mode", choices=("lupaus", "polis"), default="lupaus", help="how to compute (default: lupaus)"
    )
    parser.add_argument("--seed", type=int, default=1, help="seed of every random draw (default: 1)")
    parser.add_argument("--flip", action="store_true", help="turn the signs: in these votes -1 means agree")
    parser.add_argument(
        "--computed-on",
        type=date.fromisoformat,
        default=datetime.now(UTC).date(),
        metavar="YYYY-MM-DD",
        help="date to write into the Result (default: today)",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
