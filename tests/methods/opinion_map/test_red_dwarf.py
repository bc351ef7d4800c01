"""Places and consensus equal those of red-dwarf 0.4.0, stored once for our own two-group conversation.

The comparison itself runs in the benchmark's environment (``bench/red_dwarf_peer.py``); the tests never install red-dwarf.
"""

import json

import numpy as np

from lupaus.methods.opinion_map import read_export
from lupaus.methods.opinion_map.analysis import draw_map
from lupaus.methods.opinion_map.moments import group_counts
from lupaus.methods.opinion_map.statistics import group_aware_consensus
from lupaus.methods.opinion_map.types import as_ids
from tests.methods.opinion_map.conversations import OWN

STORED = json.loads((OWN / "two-groups-red-dwarf.json").read_text(encoding="utf-8"))


def test_places_correlate_fully_on_both_axes() -> None:
    votes = read_export(OWN / "two-groups").votes
    drawn = draw_map(votes, None, seed=1)
    theirs = np.array([STORED["places"][str(person)] for person in as_ids(votes.participants)])

    for axis in (0, 1):
        assert round(abs(float(np.corrcoef(drawn.places[:, axis], theirs[:, axis])[0, 1])), 6) == 1.000000


def test_consensus_is_equal_given_equal_groups() -> None:
    votes = read_export(OWN / "two-groups").votes
    labels = np.array([STORED["groups"].get(str(person), -1) for person in as_ids(votes.participants)])

    product, _ = group_aware_consensus(group_counts(votes, labels, int(labels.max()) + 1))

    stored = [STORED["consensus"][str(claim)] for claim in as_ids(votes.claims)]
    assert np.abs(product - np.array(stored)).max() < 1e-12
