"""Keep small cells out of what is published, so that nobody can be singled out (tietosuoja).

A group's cell is public only if the group has at least ten people and the cell at least five; further cells are hidden until no hidden small cell can
be worked out from sums that remain. The check is exact: it assumes a reader who knows the rule and which hidden cells are small.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]
Hidden = npt.NDArray[np.bool_]
Cell = tuple[int, int]

SMALLEST_GROUP = 10
SMALLEST_CELL = 5


def with_sums(body: Counts) -> Counts:
    """The table with a last column of row sums and a last row of column sums: int64[r + 1, c + 1]."""
    wide = np.column_stack([body, body.sum(axis=1)])
    table: Counts = np.vstack([wide, wide.sum(axis=0)])
    return table


def hidden_groups(sizes: Sequence[int], smallest: int = SMALLEST_GROUP) -> list[bool]:
    """Which groups are not shown at all: those under ten people, and if that is one, the second smallest too."""
    hidden = [size < smallest for size in sizes]
    if sum(hidden) == 1 and len(sizes) > 1:
        hidden[min((size, place) for place, size in enumerate(sizes) if not hidden[place])[1]] = True
    return hidden


def hidden_cells(
    body: Counts,
    *,
    closed_rows: Sequence[bool],
    small_rows: Sequence[bool],
    total_is_public: bool = True,
    costs: Counts | None = None,
    smallest: int = SMALLEST_CELL,
) -> Hidden:
    """Which cells of a table and of its sums must be hidden: bool[r + 1, c + 1] for ``body`` int64[r, c].

    ``closed_rows`` are never published; ``small_rows`` are groups of too few people, of which no cell may be worked out. ``costs`` int64[r + 1, c + 1]
    tells which further cells are missed least (default: the value itself).
    """
    table = with_sums(body)
    rows, columns = table.shape
    price = table if costs is None else costs
    sensitive = table < smallest
    sensitive[:-1][np.asarray(small_rows, dtype=np.bool_)] = True
    hidden = sensitive.copy()
    hidden[:-1][np.asarray(closed_rows, dtype=np.bool_)] = True
    if not total_is_public:
        hidden[-1] = True
    for cell in _cells(rows, columns):
        while sensitive[cell] and is_determined(table, hidden, cell, smallest):
            more = _cheapest_cover(table, hidden, cell, price, smallest)
            if not more:
                break
            for extra in more:
                hidden[extra] = True
    return hidden


def _cells(rows: int, columns: int) -> Iterator[Cell]:
    return ((row, column) for row in range(rows) for column in range(columns))


def _cheapest_cover(table: Counts, hidden: Hidden, cell: Cell, price: Counts, smallest: int) -> list[Cell]:
    """The cheapest one to three further cells that protect a cell when hidden; else the cheapest shown cell, [] when none is left.

    Only cells beside it count as cover: those in its own row, in its own column and among the sums of columns.
    """
    shown = sorted(
        (each for each in _cells(*table.shape) if not hidden[each]), key=lambda each: (price[each], each)
    )
    beside = [each for each in shown if each[0] in (cell[0], len(table) - 1) or each[1] == cell[1]]
    covers = [cover for size in (1, 2, 3) for cover in combinations(beside, size)]
    for cover in sorted(covers, key=lambda each: (sum(int(price[one]) for one in each), each)):
        trial = hidden.copy()
        for each in cover:
            trial[each] = True
        if not is_determined(table, trial, cell, smallest):
            return list(cover)
    return shown[:1]


def is_determined(table: Counts, hidden: Hidden, cell: Cell, smallest: int = SMALLEST_CELL) -> bool:
    """Can the hidden cell be worked out from the shown ones, by somebody who knows which hidden cells are small?

    A table with sums is a network: a cell can differ exactly if a closed path of hidden cells, each of which may still move up or down in turn, runs
    through it.
    """
    row, column = cell
    return not (
        (
            _may_move(table, cell, +1, smallest)
            and _reaches(table, hidden, ("c", column), ("r", row), cell, smallest)
        )
        or (
            _may_move(table, cell, -1, smallest)
            and _reaches(table, hidden, ("r", row), ("c", column), cell, smallest)
        )
    )


Node = tuple[str, int]


def _may_move(table: Counts, cell: Cell, way: int, smallest: int) -> bool:
    """May the cell's part in its sums rise (+1) or fall (-1)? Sums count against their parts; small cells stay small, others stay large."""
    rows, columns = table.shape
    is_sum = (cell[0] == rows - 1) != (cell[1] == columns - 1)
    rises = (way > 0) != is_sum
    value = int(table[cell])
    if value < smallest:
        return value < smallest - 1 if rises else value > 0
    return rises or value > smallest


def _reaches(table: Counts, hidden: Hidden, start: Node, goal: Node, without: Cell, smallest: int) -> bool:
    """Is there a path of moves over hidden cells other than ``without``?"""
    seen = {start}
    waiting = deque([start])
    while waiting:
        side, place = waiting.popleft()
        if (side, place) == goal:
            return True
        others = np.flatnonzero(hidden[place] if side == "r" else hidden[:, place]).tolist()
        for other in others:
            cell = (place, other) if side == "r" else (other, place)
            node = ("c" if side == "r" else "r", other)
            way = +1 if side == "r" else -1
            if node not in seen and cell != without and _may_move(table, cell, way, smallest):
                seen.add(node)
                waiting.append(node)
    return False
