"""The formulas of the specification, exact to the digits given there."""

import numpy as np
import pytest

from lupaus.methods.opinion_map.statistics import (
    benjamini_hochberg,
    beta_bound,
    priority,
    prop_test,
    smoothed_share,
    two_prop,
    two_sided_p,
)


@pytest.mark.parametrize(
    ("successes", "trials", "expected"),
    [(10, 12, 2.496150883), (0, 0, 1), (3, 10, -0.904534034), (2, 2, 1.732050808)],
)
def test_prop_test(successes: int, trials: int, expected: float) -> None:
    assert float(prop_test(successes, trials)) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((10, 5, 12, 20), 3.176147365),
        ((2, 30, 10, 40), -2.992224561),
        ((0, 0, 0, 0), 0),
        ((30, 10, 40, 40), 4.418575508),
    ],
)
def test_two_prop(numbers: tuple[int, int, int, int], expected: float) -> None:
    assert float(two_prop(*numbers)) == pytest.approx(expected, abs=1e-9)


def test_two_sided_p_of_a_clear_difference() -> None:
    assert float(two_sided_p(two_prop(30, 10, 40, 40))) == pytest.approx(9.93536e-6, abs=5e-12)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((0, 0, 0, 0), 5.0625),
        ((1, 0, 1, 0), 12.52972625),
        ((20, 3, 20, 0), 1.3723832047),
        ((18, 3, 20, 1), 4.493699201),
        ((50, 10, 100, 2.5), 2.437615290),
    ],
)
def test_priority(numbers: tuple[int, int, int, float], expected: float) -> None:
    assert float(priority(*numbers)) == pytest.approx(expected, abs=6e-9)


@pytest.mark.parametrize(
    ("successes", "trials", "expected"),
    [
        (18, 20, (0.716147, 0.786443, 0.959007, 0.978628)),
        (72, 100, (0.626652, 0.659666, 0.774105, 0.800823)),
        (0, 5, (0.000093, 0.001501, 0.226725, 0.379377)),
        (0, 0, (0.001541, 0.024472, 0.975528, 0.998459)),
    ],
)
def test_beta_intervals(successes: int, trials: int, expected: tuple[float, ...]) -> None:
    bounds = [
        round(float(beta_bound(successes, trials, quantile)), 6) for quantile in (0.025, 0.1, 0.9, 0.975)
    ]

    assert tuple(bounds) == expected


def test_benjamini_hochberg_keeps_four_of_six() -> None:
    kept = benjamini_hochberg(np.array([0.001, 0.008, 0.039, 0.041, 0.09, 0.2]), 0.1)

    assert kept.tolist() == [True, True, True, True, False, False]


def test_what_was_not_tested_is_not_kept() -> None:
    assert benjamini_hochberg(np.array([np.nan, 0.5])).tolist() == [False, False]
    assert benjamini_hochberg(np.array([np.nan, np.nan])).tolist() == [False, False]


def test_statistics_of_a_claim_nobody_saw() -> None:
    assert float(smoothed_share(0, 0)) == 0.5
    assert float(prop_test(0, 0)) == 1
    assert float(two_prop(0, 0, 0, 0)) == 0
