"""Runs red-dwarf on a file of votes, in red-dwarf's own environment; prints JSON."""

from __future__ import annotations

import json
import resource
import sys
import time

import numpy as np
from reddwarf.implementations.polis import run_pipeline


def main() -> None:
    """Its whole pipeline, PCA and k-means as Polis, votes handed over in the form it asks for."""
    given = np.load(sys.argv[1])
    people, claims, values = (given[name].tolist() for name in ("participants", "claims", "values"))
    votes = [
        {"participant_id": person, "statement_id": claim, "vote": value, "modified": place}
        for place, (person, claim, value) in enumerate(zip(people, claims, values, strict=True))
    ]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    result = run_pipeline(votes=votes, random_state=1)
    seconds = time.process_time() - began
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    clustered = result.participants_df.dropna(subset=["cluster_id"])
    labels = clustered["cluster_id"].astype(int).to_numpy()
    truth = given["truth"].astype(int)[clustered.index.to_numpy()]
    print(
        json.dumps(
            {
                "cpu_seconds": round(seconds, 3),
                "memory_growth_mb": round((after - before) / 1000, 1),
                "groups": int(labels.max()) + 1,
                "ari_to_truth": round(adjusted_rand(truth, labels), 3),
            }
        )
    )


def adjusted_rand(first: np.ndarray, second: np.ndarray) -> float:
    from sklearn.metrics import adjusted_rand_score

    return float(adjusted_rand_score(first, second))


if __name__ == "__main__":
    main()
