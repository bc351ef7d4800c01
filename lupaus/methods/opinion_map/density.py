"""The map as the public may see it: hexagons of at least five people, never single people (specification 9)."""

from dataclasses import dataclass

import numpy as np

from lupaus.methods.opinion_map.result import OpinionMapResult
from lupaus.methods.suppression import SMALLEST_CELL, SMALLEST_GROUP

ACROSS = 16


@dataclass(frozen=True)
class Hexagon:
    """A cell of the map: its centre, how many people stand in it, and the group of all of them or None where groups mix."""

    x: float
    y: float
    people: int
    group: int | None


def hexagons(result: OpinionMapResult, *, across: int = ACROSS) -> list[Hexagon]:
    """Where the grouped people stand, in at most about ``across`` columns of hexagons with at least five people each, fullest first.

    Below ten grouped people nothing is drawn. If those left out would be fewer than five, the smallest drawn hexagon is left out too. The axes keep
    their signs; the unit is that of the places.
    """
    grouped = np.flatnonzero(result.labels >= 0)
    if len(grouped) < SMALLEST_GROUP:
        return []
    places, labels = result.places[grouped], result.labels[grouped]
    width = float(np.ptp(places[:, 0])) / across
    if width <= 0:
        return []
    height = width * np.sqrt(3) / 2
    row = np.round(places[:, 1] / height)
    column = np.round(places[:, 0] / width - (row % 2) / 2)
    cells, inverse = np.unique(np.column_stack([row, column]), axis=0, return_inverse=True)
    people = np.bincount(inverse.reshape(-1), minlength=len(cells))
    lowest, highest = np.full(len(cells), len(labels)), np.full(len(cells), -1)
    np.minimum.at(lowest, inverse.reshape(-1), labels)
    np.maximum.at(highest, inverse.reshape(-1), labels)
    drawn = [
        Hexagon(
            x=round(float((cells[cell, 1] + (cells[cell, 0] % 2) / 2) * width), 6),
            y=round(float(cells[cell, 0] * height), 6),
            people=int(people[cell]),
            group=int(lowest[cell]) if lowest[cell] == highest[cell] else None,
        )
        for cell in np.argsort(-people, kind="stable").tolist()
        if people[cell] >= SMALLEST_CELL
    ]
    left_out = len(grouped) - sum(each.people for each in drawn)
    return drawn[:-1] if 0 < left_out < SMALLEST_CELL else drawn
