"""The running preview equals a full run on the same votes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lupaus.methods.opinion_map import build_votes, read_export
from lupaus.methods.opinion_map.analysis import draw_map
from lupaus.methods.opinion_map.groups import clusterings
from lupaus.methods.opinion_map.live import PairSums, preview
from lupaus.methods.opinion_map.moments import Deviations, claim_means
from lupaus.methods.opinion_map.votes import Votes
from tests.methods.opinion_map.conversations import MATRIX, OWN, votes_of


def full_gram(votes: Votes) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    return Deviations(votes, claim_means(votes)).gram_times(np.eye(votes.claim_count))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), st.sampled_from([-1, 0, 1])), max_size=12))
def test_sums_after_any_answers_equal_those_of_all_votes(answers: list[tuple[int, int, int]]) -> None:
    votes = votes_of(MATRIX)
    sums = PairSums.of(votes)

    for person, claim, value in answers:
        sums.change(votes, person, claim, value)
        votes = votes.with_answer(person, claim, value)

    afresh = PairSums.of(votes)
    assert (sums.products == afresh.products).all()
    assert (sums.halves == afresh.halves).all()
    assert (sums.seen == afresh.seen).all()
    assert sums.gram() == pytest.approx(full_gram(votes), rel=1e-9, abs=1e-12)


def test_taking_an_answer_back_undoes_it() -> None:
    votes = votes_of(MATRIX)
    sums = PairSums.of(votes)
    sums.change(votes, 0, 2, 1)
    more = votes.with_answer(0, 2, 1)

    sums.change(more, 0, 2, None)

    assert sums.gram() == pytest.approx(full_gram(votes), rel=1e-9, abs=1e-12)


def test_a_moderated_claim_is_masked() -> None:
    votes = votes_of(MATRIX)
    kept = np.array([True, False, True])

    gram = PairSums.of(votes).gram(~kept)

    assert gram[np.ix_(kept, kept)] == pytest.approx(full_gram(votes.keep_claims(kept)))
    assert not gram[1].any()


def test_a_warm_preview_gives_the_labels_of_a_full_run() -> None:
    votes = read_export(OWN / "two-groups").votes
    cold = draw_map(votes, None, seed=1)
    centres = clusterings(cold.places[cold.grouped], seed=1)[2].centres
    sums = PairSums.of(votes)
    first = preview(votes, sums=sums, centres=centres)

    sums.change(votes, 3, 5, -1)
    votes = votes.with_answer(3, 5, -1)
    after = preview(votes, sums=sums, before=first)
    by_operator = preview(votes, before=first)

    full = draw_map(votes, None, seed=1)
    labels = clusterings(full.places[full.grouped], seed=1)[2].labels
    assert after.labels[full.grouped].tolist() == labels.tolist()
    assert by_operator.labels.tolist() == after.labels.tolist()
    assert after.places == pytest.approx(full.places, abs=1e-7)
    assert set(after.priorities(votes)) == set(range(12))


def test_pair_sums_are_for_three_thousand_claims_at_most() -> None:
    with pytest.raises(ValueError, match="at most 3000"):
        PairSums.of(build_votes([1], [1], [1], claims=range(3_001)))
