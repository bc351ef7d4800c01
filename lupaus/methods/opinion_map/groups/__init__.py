"""Opinion groups: k-means on the map, how clearly they stand apart, and whether they survive resampling."""

from lupaus.methods.opinion_map.groups.choice import (
    FEWEST_GROUPED,
    SURE,
    Candidate,
    candidates,
    chosen,
    clusterings,
)
from lupaus.methods.opinion_map.groups.kmeans import Clustering, cluster
from lupaus.methods.opinion_map.groups.stability import (
    Checkpoint,
    FileCheckpoint,
    Sample,
    Stability,
    adjusted_rand,
    bootstrap,
    contingency,
)

__all__ = [
    "FEWEST_GROUPED",
    "SURE",
    "Candidate",
    "Checkpoint",
    "Clustering",
    "FileCheckpoint",
    "Sample",
    "Stability",
    "adjusted_rand",
    "bootstrap",
    "candidates",
    "chosen",
    "cluster",
    "clusterings",
    "contingency",
]
