"""Pure methods: arrays, strings and dataclasses in, results out; no framework."""

import os

# One thread for linear algebra, told before numpy is first imported: sums are then always made in the same order,
# so that a published Result can be recomputed to the byte; and a long run leaves the other cores to residents.
for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")
