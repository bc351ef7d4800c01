"""Where the conversations for the tests are: small ones of our own here, real ones beside the repository."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from lupaus.methods.opinion_map import Conversation, Votes, build_votes, read_export
from lupaus.methods.opinion_map.groups import adjusted_rand, contingency
from lupaus.methods.opinion_map.types import Id, Ints, as_ids

ROOT = Path(__file__).resolve().parents[3]
OWN = ROOT / "tests" / "fixtures" / "opinion"
REAL = Path(os.environ.get("LUPAUS_DATA", ROOT.parent / "shared" / "data")) / "opinion"

MATRIX = [[1, -1, None], [1, None, 1], [-1, 1, 0], [-1, 1, None]]


def real(name: str) -> Path:
    """The folder of a real conversation, or a skip that says where it was looked for."""
    folder = REAL / name
    if not folder.is_dir():
        pytest.skip(f"no real conversation at {folder}; set LUPAUS_DATA to the folder that holds opinion/")
    return folder


@cache
def conversation(name: str) -> Conversation:
    """A real conversation, read once."""
    return read_export(real(name))


def votes_of(rows: Sequence[Sequence[int | None]]) -> Votes:
    """Votes from a written table: rows are people 1.., columns claims 1.., None not seen."""
    cells = [
        (person, claim, vote)
        for person, row in enumerate(rows, start=1)
        for claim, vote in enumerate(row, start=1)
        if vote is not None
    ]
    claims = list(range(1, len(rows[0]) + 1)) if rows else []
    return build_votes([c[0] for c in cells], [c[1] for c in cells], [c[2] for c in cells], claims=claims)


def agreement(first: Ints, second: Sequence[object]) -> float:
    """Adjusted Rand index of labels with any other labels."""
    _, one = np.unique(first, return_inverse=True)
    _, two = np.unique(np.array([str(each) for each in second]), return_inverse=True)
    groups = int(max(one.max(), two.max())) + 1
    return adjusted_rand(contingency(one.astype(np.int64), two.astype(np.int64), groups))


def cells_of(votes: Votes) -> dict[tuple[Id, Id], int]:
    """Every vote by participant and claim."""
    people, claims = as_ids(votes.participants), as_ids(votes.claims)
    return {
        (people[row], claims[column]): value
        for row, column, value in zip(
            votes.rows().tolist(), votes.columns().tolist(), votes.values().tolist(), strict=True
        )
    }
