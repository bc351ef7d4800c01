"""A series against its path: a table per rule, and what must hold for every series."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupaus.methods.target_path import Better, Kind, Mark, Measured, PathState, expected_on, judge

START = Mark(date(2024, 1, 1), Decimal(60))
HALF_WAY = Mark(date(2025, 1, 1), Decimal(70))
GOAL = Mark(date(2026, 1, 1), Decimal(80))
PATH = [HALF_WAY, GOAL]
YEAR = timedelta(days=400)


def measured(day: date, value: object, kind: str = Kind.AVAILABLE, part: str | None = None) -> Measured:
    return Measured(day, None if value is None else Decimal(str(value)), kind, part)


def judged(*rows: Measured, today: date = date(2025, 7, 1), targets=PATH, baseline=START, better="up"):
    return judge(rows, baseline=baseline, targets=targets, better=better, today=today, stale_after=YEAR)


# --- The four inputs that a well-known monitoring system gets wrong -----------------------------------


def test_worse_than_the_start_after_a_target_day_is_shown_as_worse_and_overdue() -> None:
    found = judged(measured(date(2025, 3, 1), 55))

    assert found.state is PathState.WORSE_THAN_BASELINE
    assert found.overdue
    assert found.due == HALF_WAY
    assert found.progress == 0


def test_flat_before_the_first_target_day_is_not_complete() -> None:
    found = judged(measured(date(2024, 6, 1), 60), today=date(2024, 6, 2))

    assert found.state is PathState.BEHIND
    assert found.progress == 0
    assert not found.overdue


def test_overshoot_is_a_hundred_per_cent() -> None:
    found = judged(measured(date(2025, 3, 1), 100))

    assert found.state is PathState.REACHED
    assert found.progress == 100


def test_rows_of_a_dimension_never_mix_with_totals() -> None:
    total = measured(date(2025, 3, 1), 72)
    north = measured(date(2025, 6, 1), 10, part="north")

    assert judged(total, north) == judged(total)
    assert judged(north).state is PathState.NO_DATA


# --- One row per line of the rules --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "day", "state", "progress"),
    [
        (59.9999, date(2025, 1, 1), PathState.WORSE_THAN_BASELINE, 0),
        (60, date(2025, 1, 1), PathState.BEHIND, 0),
        (69.9999, date(2025, 1, 1), PathState.BEHIND, 49),
        (70, date(2025, 1, 1), PathState.ON_PATH, 50),
        (79.9999, date(2025, 6, 1), PathState.ON_PATH, 99),
        (80, date(2025, 6, 1), PathState.REACHED, 100),
        (60, date(2024, 1, 1), PathState.ON_PATH, 0),
    ],
)
def test_a_value_is_judged_against_the_path_on_the_day_it_was_measured(value, day, state, progress) -> None:
    found = judged(measured(day, value), today=date(2025, 1, 2) if day.year < 2025 else date(2025, 7, 1))

    assert (found.state, found.progress) == (state, progress)


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        (date(2023, 12, 31), None),
        (date(2024, 1, 1), "60.0000"),
        (date(2024, 7, 2), "65.0000"),
        (date(2025, 1, 1), "70.0000"),
        (date(2026, 1, 1), "80.0000"),
        (date(2030, 1, 1), "80.0000"),
    ],
)
def test_the_path_runs_in_straight_lines_and_stays_at_its_last_point(day, asked) -> None:
    found = expected_on(day, baseline=START, targets=reversed(PATH))

    assert found == (None if asked is None else Decimal(asked))


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ([], PathState.NO_DATA),
        ([measured(date(2025, 8, 1), 90)], PathState.NO_DATA),
        ([measured(date(2023, 1, 1), 90)], PathState.NO_DATA),
        ([measured(date(2024, 2, 1), 90)], PathState.STALE),
        ([measured(date(2025, 2, 1), None)], PathState.NOT_AVAILABLE),
        ([measured(date(2025, 2, 1), None, Kind.NOT_AVAILABLE)], PathState.NOT_AVAILABLE),
        ([measured(date(2025, 2, 1), 90, Kind.OTHER_BODY)], PathState.REPORTED_BY_ANOTHER_BODY),
        ([measured(date(2025, 2, 1), 90, Kind.BREAK)], PathState.SERIES_BROKEN),
        (
            [measured(date(2024, 9, 1), 90, Kind.BREAK), measured(date(2025, 2, 1), 90)],
            PathState.SERIES_BROKEN,
        ),
        ([measured(START.on, 60, Kind.BREAK), measured(date(2025, 2, 1), 79)], PathState.ON_PATH),
        ([measured(date(2025, 2, 1), 79, Kind.PRELIMINARY)], PathState.ON_PATH),
    ],
)
def test_what_is_not_known_has_a_state_of_its_own_and_is_never_good(rows, state) -> None:
    found = judged(*rows, today=date(2025, 7, 1))

    assert found.state is state
    assert found.state.is_good == (state is PathState.ON_PATH)


def test_a_value_is_stale_on_the_day_after_the_limit() -> None:
    row = measured(date(2025, 1, 1), 75)

    assert judged(row, today=row.on + YEAR).state is PathState.ON_PATH
    assert judged(row, today=row.on + YEAR + timedelta(days=1)).state is PathState.STALE


def test_a_stale_value_still_tells_how_things_stood() -> None:
    found = judged(measured(date(2024, 2, 1), 50), today=date(2025, 7, 1))

    assert (found.state, found.last_known) == (PathState.STALE, PathState.WORSE_THAN_BASELINE)
    assert found.overdue


@pytest.mark.parametrize(
    ("baseline", "targets"), [(None, PATH), (START, []), (START, [Mark(START.on, Decimal(90))])]
)
def test_without_a_baseline_or_a_later_target_there_is_no_path(baseline, targets) -> None:
    found = judged(measured(date(2025, 3, 1), 90), baseline=baseline, targets=targets)

    assert found.state is PathState.NO_PATH
    assert (found.latest, found.expected, found.progress) == (Decimal(90), None, None)


def test_a_target_of_keeping_the_level_is_reached_only_when_its_day_has_come() -> None:
    keep = [Mark(date(2026, 1, 1), START.value)]

    assert judged(measured(date(2025, 3, 1), 60), targets=keep).state is PathState.ON_PATH
    on_the_day = judged(measured(date(2026, 1, 1), 60), targets=keep, today=date(2026, 1, 2))
    assert on_the_day.state is PathState.REACHED


def test_on_the_path_before_a_target_day_that_has_just_passed_waits_for_its_figure() -> None:
    found = judged(measured(date(2024, 12, 1), 69.5), today=date(2025, 1, 10))

    assert (found.state, found.overdue) == (PathState.ON_PATH, False)


def test_no_figures_at_all_after_a_target_day_is_overdue() -> None:
    assert judged(today=date(2025, 1, 2)).overdue
    assert not judged(today=date(2025, 1, 1)).overdue


def test_less_is_better_when_the_direction_says_so() -> None:
    start, goal = Mark(date(2024, 1, 1), Decimal(14)), [Mark(date(2026, 1, 1), Decimal(7))]

    assert judged(measured(date(2025, 3, 1), 15), baseline=start, targets=goal, better="down").state is (
        PathState.WORSE_THAN_BASELINE
    )
    assert judged(measured(date(2025, 3, 1), 6), baseline=start, targets=goal, better="down").state is (
        PathState.REACHED
    )


def test_an_unknown_direction_is_refused() -> None:
    with pytest.raises(ValueError, match="sideways"):
        judged(measured(date(2025, 3, 1), 70), better="sideways")


def test_two_totals_on_a_day_are_refused() -> None:
    with pytest.raises(ValueError, match="Two totals"):
        judged(measured(date(2025, 3, 1), 70), measured(date(2025, 3, 1), 71))


def test_two_targets_on_a_day_are_refused() -> None:
    with pytest.raises(ValueError, match="Two targets"):
        judged(measured(date(2025, 3, 1), 70), targets=[GOAL, GOAL])


# --- What holds for every series ----------------------------------------------------------------------

values = st.decimals(min_value=-1000, max_value=1000, places=2)
days = st.dates(min_value=date(2022, 1, 1), max_value=date(2028, 12, 31))
marks = st.builds(Mark, on=days, value=values)
paths = st.lists(marks, max_size=4, unique_by=lambda mark: mark.on)
rows = st.builds(
    Measured,
    on=days,
    value=st.one_of(st.none(), values),
    kind=st.sampled_from(list(Kind)),
    part=st.sampled_from([None, None, "north", "south"]),
)
series = st.lists(rows, max_size=8, unique_by=lambda row: (row.on, row.part))
directions = st.sampled_from(list(Better))


@given(series, st.one_of(st.none(), marks), paths, directions, days)
def test_progress_is_between_nothing_and_everything(observed, baseline, targets, better, today) -> None:
    found = judge(observed, baseline=baseline, targets=targets, better=better, today=today, stale_after=YEAR)

    assert found.progress is None or 0 <= found.progress <= 100
    if found.state is PathState.WORSE_THAN_BASELINE:
        assert found.progress == 0
    if found.state is PathState.REACHED:
        assert found.progress == 100
    if found.state.is_good:
        assert not found.overdue


@given(series, st.one_of(st.none(), marks), paths, directions, days, st.randoms())
def test_the_order_of_rows_does_not_matter(
    observed, baseline, targets, better, today, dice: random.Random
) -> None:
    shuffled, mixed = list(observed), list(targets)
    dice.shuffle(shuffled)
    dice.shuffle(mixed)

    first = judge(observed, baseline=baseline, targets=targets, better=better, today=today, stale_after=YEAR)
    assert first == judge(
        shuffled, baseline=baseline, targets=mixed, better=better, today=today, stale_after=YEAR
    )


@given(series, st.one_of(st.none(), marks), paths, days)
def test_a_mirrored_series_with_the_other_direction_is_judged_the_same(
    observed, baseline, targets, today
) -> None:
    def mirror(mark: Mark | None) -> Mark | None:
        return Mark(mark.on, -mark.value) if mark else None

    mirrored = [
        Measured(row.on, None if row.value is None else -row.value, row.kind, row.part) for row in observed
    ]
    up = judge(observed, baseline=baseline, targets=targets, better="up", today=today, stale_after=YEAR)
    down = judge(
        mirrored,
        baseline=mirror(baseline),
        targets=[Mark(mark.on, -mark.value) for mark in targets],
        better="down",
        today=today,
        stale_after=YEAR,
    )

    assert (up.state, up.progress, up.overdue, up.last_known) == (
        down.state,
        down.progress,
        down.overdue,
        down.last_known,
    )


@given(values, values, values, directions, st.dates(min_value=date(2024, 1, 2), max_value=date(2025, 12, 31)))
def test_a_better_value_is_never_judged_worse(one, two, goal, better, day) -> None:
    lower, higher = sorted([one, two], reverse=better is Better.DOWN)
    quality = [PathState.WORSE_THAN_BASELINE, PathState.BEHIND, PathState.ON_PATH, PathState.REACHED]

    def of(value: Decimal):
        return judge(
            [Measured(day, value)],
            baseline=START,
            targets=[Mark(date(2026, 1, 1), goal)],
            better=better,
            today=day,
            stale_after=YEAR,
        )

    assert quality.index(of(lower).state) <= quality.index(of(higher).state)
    assert of(lower).progress <= of(higher).progress


@given(series, st.one_of(st.none(), marks), paths, directions, days, st.lists(values, max_size=4))
def test_areas_change_nothing(observed, baseline, targets, better, today, extra) -> None:
    areas = [
        Measured(date(2023, 1, 1) + timedelta(days=number), value, part="west")
        for number, value in enumerate(extra)
    ]

    with_areas = judge(
        [*observed, *areas], baseline=baseline, targets=targets, better=better, today=today, stale_after=YEAR
    )
    assert with_areas == judge(
        observed, baseline=baseline, targets=targets, better=better, today=today, stale_after=YEAR
    )
