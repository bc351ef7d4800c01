"""The few types every part of the opinion map shares."""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]
Packed: TypeAlias = npt.NDArray[np.uint16]
Ids: TypeAlias = npt.NDArray[np.int64 | np.str_]
Id: TypeAlias = int | str

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = "dict[str, Json]"


def as_id(value: np.int64 | np.str_) -> Id:
    """One id as plain Python: whole numbers stay numbers, everything else is text."""
    return str(value) if isinstance(value, np.str_) else int(value)


def as_ids(values: Ids) -> list[Id]:
    """A whole array of ids as plain Python."""
    plain: list[Id] = values.tolist()
    return plain
