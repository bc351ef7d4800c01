"""The two directions in which people differ most, and each participant's place on the map they span."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lupaus.methods.opinion_map.types import Floats, Ints

BLOCK = 6
MOST_STEPS = 200
TOLERANCE = 1e-10
NO_SPREAD = 1e-9


@dataclass(frozen=True, eq=False)
class Components:
    """The two largest eigenvectors of Z'Z: ``vectors`` float64[m, 2], ``strengths`` float64[2] eigenvalues, zero where there is no such direction.

    ``block`` float64[m, <= 6] is kept for a warm start; ``steps`` tells how many rounds it took.
    """

    vectors: Floats
    strengths: Floats
    block: Floats
    steps: int

    @property
    def rank(self) -> int:
        """How many directions there really are: 0, 1 or 2."""
        return int(np.count_nonzero(self.strengths))


def principal_components(
    gram_times: Callable[[Floats], Floats],
    claims: int,
    *,
    seed: int,
    start: Floats | None = None,
    tolerance: float = TOLERANCE,
    most_steps: int = MOST_STEPS,
) -> Components:
    """Block iteration on Y = Z'(ZQ) with six vectors, QR and Rayleigh-Ritz at each step (specification 4.2).

    Stops when the residual of both vectors divided by the first eigenvalue is under ``tolerance``, or after ``most_steps`` steps.
    """
    width = min(BLOCK, claims)
    if width == 0:
        return Components(np.zeros((0, 2)), np.zeros(2), np.zeros((0, 0)), 0)
    if start is None or start.shape != (claims, width):
        start = np.random.default_rng([seed, 0]).random((claims, width)) - 0.5
    basis, _ = np.linalg.qr(start)
    steps = 0
    while True:
        image = gram_times(basis)
        steps += 1
        small = basis.T @ image
        values, turn = np.linalg.eigh((small + small.T) / 2)
        values, turn = values[::-1], turn[:, ::-1]
        ritz = basis @ turn
        wanted = min(2, width)
        residual = (image @ turn - ritz * values)[:, :wanted]
        largest = max(float(values[0]), 0.0)
        off = float(np.sqrt((residual**2).sum(axis=0)).max())
        if off <= tolerance * largest or largest <= 0.0 or steps >= most_steps:
            return _named(ritz, values, steps)
        basis, _ = np.linalg.qr(image)


def _named(ritz: Floats, values: Floats, steps: int) -> Components:
    """Sign rule: the entry of largest magnitude is positive; a direction without spread becomes zeros."""
    claims = len(ritz)
    vectors = np.zeros((claims, 2))
    strengths = np.zeros(2)
    for axis in range(min(2, ritz.shape[1])):
        if values[axis] > NO_SPREAD * max(values[0], NO_SPREAD):
            strengths[axis] = values[axis]
            vectors[:, axis] = signed(ritz[:, axis])
    return Components(vectors, strengths, np.ascontiguousarray(ritz), steps)


def signed(vector: Floats) -> Floats:
    """The vector or its opposite, so that its entry of largest magnitude is positive."""
    heaviest = int(np.argmax(np.round(np.abs(vector), 9)))
    turned: Floats = -vector if vector[heaviest] < 0 else vector + 0.0
    return turned


def aligned(components: Components, previous: Floats) -> Components:
    """The components turned, axis by axis, to point the same way as the last published ones (``previous`` float64[m, 2]); for display only."""
    turn = np.where((components.vectors * previous).sum(axis=0) < 0, -1.0, 1.0)
    return Components(components.vectors * turn, components.strengths, components.block, components.steps)


def places(deviations: Floats, answers: Ints, claims: int) -> Floats:
    """Where participants stand: p_i = sqrt(m / max(1, k_i)) * (Z V)_i, float64[n, 2] (specification 3.4).

    ``deviations`` is Z V, ``answers`` k_i of each participant, ``claims`` m, the number of claims with at least one vote.
    """
    scale = np.sqrt(claims / np.maximum(1, answers))
    spread: Floats = deviations * scale[:, None]
    return spread


def extremity(components: Components, means: Floats, claims: int) -> Floats:
    """How far out a claim lies: e_j = sqrt(m) * |1 - mean_j| * norm(V_j), float64[m] (specification 3.5)."""
    lengths = np.sqrt((components.vectors**2).sum(axis=1))
    far: Floats = np.sqrt(claims) * np.abs(1.0 - means) * lengths
    return far
