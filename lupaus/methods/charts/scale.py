"""The scale of a chart: round numbers that reach around what is shown."""

from __future__ import annotations

from math import ceil, floor, log10


def round_scale(low: float, high: float, steps: int = 4) -> tuple[float, ...]:
    """Round numbers, evenly spaced, that reach from at most `low` to at least `high`."""
    if low == high:
        low, high = (low - 1, high + 1) if low else (0.0, 1.0)
    rough = (high - low) / steps
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * 0.999)
    first, last = floor(low / step), ceil(high / step)
    return tuple(round(index * step, 10) for index in range(first, last + 1))
