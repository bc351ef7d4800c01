"""No small cell is shown, and none can be worked out from what is."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from lupaus.methods.suppression import Counts, Hidden, hidden_cells, hidden_groups, with_sums


def possible_range(
    table: Counts, hidden: Hidden, cell: tuple[int, int], *, knows_rule: bool
) -> tuple[float, float]:
    """The least and the most a cell can be, solved from the shown cells and the sums alone."""
    rows, columns = table.shape
    equations, bounds = [], []
    for row in range(rows):
        line = np.zeros((rows, columns))
        line[row, :-1], line[row, -1] = 1, -1
        equations.append(line.ravel())
    for column in range(columns):
        line = np.zeros((rows, columns))
        line[:-1, column], line[-1, column] = 1, -1
        equations.append(line.ravel())
    for value, is_hidden in zip(table.ravel().tolist(), hidden.ravel().tolist(), strict=True):
        if not is_hidden:
            bounds.append((value, value))
        elif knows_rule:
            bounds.append((0, 4) if value < 5 else (5, None))
        else:
            bounds.append((0, None))
    goal = np.zeros(table.shape)
    goal[cell] = 1
    found = []
    for sign in (1, -1):
        solved = linprog(
            sign * goal.ravel(), A_eq=np.array(equations), b_eq=np.zeros(rows + columns), bounds=bounds
        )
        found.append(np.inf if solved.status == 3 else sign * solved.fun)
    return found[0], found[1]


def small_hidden(table: Counts, hidden: Hidden) -> Iterator[tuple[int, int]]:
    return (tuple(cell) for cell in np.argwhere(hidden & (table < 5)).tolist())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_small_cell_can_be_worked_out(data: st.DataObject) -> None:
    rows = data.draw(st.integers(1, 4), label="rows")
    small = st.one_of(st.integers(0, 6), st.integers(0, 60))
    body = np.array([[data.draw(small) for _ in range(3)] for _ in range(rows)], dtype=np.int64)
    closed = [data.draw(st.booleans()) for _ in range(rows)]
    total_is_public = data.draw(st.booleans())

    hidden = hidden_cells(
        body, closed_rows=closed, small_rows=[False] * rows, total_is_public=total_is_public
    )

    table = with_sums(body)
    assert not (~hidden & (table < 5)).any()
    for cell in small_hidden(table, hidden):
        least, most = possible_range(table, hidden, cell, knows_rule=True)
        assert most - least > 0.5


def test_a_unanimous_group_does_not_tell_that_nobody_objected() -> None:
    hidden = hidden_cells(
        np.array([[60, 0, 0]]), closed_rows=[False], small_rows=[False], total_is_public=False
    )

    assert hidden[0].tolist() == [True, True, True, False]


def test_large_cells_stay() -> None:
    body = np.array([[60, 20, 10], [30, 40, 9]])

    assert not hidden_cells(body, closed_rows=[False, False], small_rows=[False, False]).any()


def test_one_small_cell_takes_others_with_it() -> None:
    body = np.array([[60, 3, 10], [30, 40, 9]])
    hidden = hidden_cells(body, closed_rows=[False, False], small_rows=[False, False])

    assert hidden[0, 1]
    least, most = possible_range(with_sums(body), hidden, (0, 1), knows_rule=False)
    assert most > least


def test_of_a_small_group_nothing_can_be_worked_out() -> None:
    body = np.array([[60, 30, 10], [7, 1, 0], [30, 40, 9]])
    hidden = hidden_cells(body, closed_rows=[False, True, False], small_rows=[False, True, False])

    for column in range(4):
        least, most = possible_range(with_sums(body), hidden, (1, column), knows_rule=False)
        assert most > least


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ([30, 20, 9], [False, True, True]),
        ([30, 9, 8], [False, True, True]),
        ([30, 20], [False, False]),
        ([9], [True]),
        ([], []),
        ([40, 9], [True, True]),
    ],
)
def test_a_hidden_group_is_never_alone(sizes: list[int], hidden: list[bool]) -> None:
    assert hidden_groups(sizes) == hidden
