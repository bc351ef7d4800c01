"""How fast the opinion map is, beside red-dwarf in the same run; prints JSON.

    python bench/opinion_map.py                          everything
    python bench/opinion_map.py --without-peer           ours only
    python bench/opinion_map.py --sizes 5000 20000       only these numbers of participants

CPU seconds of one thread. Every measurement runs in a process of its own and gets its votes from a file, so that memory and warm caches of one do
not help another.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PEER = HERE / ".venv-red-dwarf"
CLAIMS = 500
PEER_SIZES = (5_000, 10_000, 20_000)
SIZES = (*PEER_SIZES, 18_000, 100_000, 1_000_000)
LIVE_SIZE = 18_000
RUNS = 3
LARGEST_REPEATED = 100_000
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
Figures = dict[str, object]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Benchmark of the opinion map.")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="numbers of participants")
    parser.add_argument("--without-peer", action="store_true", help="do not run red-dwarf")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--make", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--live", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.make:
        make(asked.make, asked.measure)
        return 0
    if asked.measure:
        print(json.dumps(live(asked.measure) if asked.live else measure(asked.measure)))
        return 0
    print(json.dumps(everything(asked.sizes, with_peer=not asked.without_peer), indent=1))
    return 0


def everything(sizes: list[int], *, with_peer: bool) -> Figures:
    """Ours at every size, red-dwarf's up to 20,000, and one vote more at 18,000."""
    report: Figures = {
        "measured_on": datetime.now(UTC).date().isoformat(),
        "machine": machine(),
        "claims": CLAIMS,
    }
    runs: list[Figures] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            told(f"{size} participants")
            votes = Path(folder) / f"{size}.npz"
            child([sys.executable, __file__, "--make", str(size), "--measure", str(votes)])
            runs_here = RUNS if size <= LARGEST_REPEATED else 1
            ours = best(
                [child([sys.executable, __file__, "--measure", str(votes)]) for _ in range(runs_here)]
            )
            row: Figures = {"participants": size, "ours": ours}
            if size == LIVE_SIZE:
                row["after_one_vote"] = child([sys.executable, __file__, "--live", "--measure", str(votes)])
            if with_peer and size in PEER_SIZES:
                peer = child([str(peer_python()), str(HERE / "red_dwarf_peer.py"), str(votes)])
                row["red_dwarf"] = peer
                row["times_as_fast"] = round(
                    float(str(peer["cpu_seconds"])) / float(str(ours["cpu_seconds"])), 1
                )
            runs.append(row)
            votes.unlink()
    report["runs"] = runs
    return report


def child(command: list[str]) -> Figures:
    """Run a measurement in a process of its own and read what it prints."""
    environment = {**os.environ, **ONE_THREAD, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    read: Figures = json.loads(done.stdout) if done.stdout.strip() else {}
    return read


def best(runs: list[Figures]) -> Figures:
    """The quickest of several runs: the others met more of the machine's other work."""
    return min(runs, key=lambda run: float(str(run["cpu_seconds"])))


def told(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


def machine() -> str:
    """The machine in plain words."""
    described = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    name = next(
        (line.split(":")[1].strip() for line in described.splitlines() if line.startswith("model name")), "?"
    )
    return f"{name}, {os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}"


def peer_python() -> Path:
    """Red-dwarf's own Python; made with its pinned requirements the first time."""
    python = PEER / "bin" / "python"
    if not python.exists():
        told("installing red-dwarf into its own environment")
        subprocess.run([sys.executable, "-m", "venv", str(PEER)], check=True)
        wanted = ["--quiet", "--require-hashes", "-r", str(HERE / "requirements-red-dwarf.txt")]
        subprocess.run([str(python), "-m", "pip", "install", *wanted], check=True, stdout=sys.stderr)
    return python


def make(size: int, file: Path) -> None:
    """Write a made-up conversation to a file."""
    import numpy as np

    from bench.synthetic_votes import synthetic

    votes, truth = synthetic(size, CLAIMS)
    np.savez(
        file,
        participants=np.repeat(votes.participants, votes.answers_each()).astype(np.int32),
        claims=(votes.packed >> 2).astype(np.int16),
        values=votes.values().astype(np.int8),
        truth=truth.astype(np.int8),
    )


def measure(file: Path) -> Figures:
    """Ours: from lists of votes to packed votes, then the whole Result without bootstraps (nobody's groups are tested)."""
    import numpy as np

    from lupaus.methods.opinion_map import build_votes, compute
    from lupaus.methods.opinion_map.analysis import draw_map
    from lupaus.methods.opinion_map.groups import adjusted_rand, cluster, contingency

    given = np.load(file)
    people, claims, values = given["participants"], given["claims"], given["values"]
    began = time.process_time()
    votes = build_votes(people, claims, values, claims=np.arange(CLAIMS))
    packed = time.process_time() - began
    del people, claims, values
    before = memory(reset=True)
    began = time.process_time()
    compute(votes, bootstraps=0)
    seconds = time.process_time() - began
    growth = memory(reset=False) - before
    drawn = draw_map(votes, None, seed=1)
    found = cluster(drawn.places[drawn.grouped], 3, seed=1).labels
    truth = given["truth"].astype(np.int64)[drawn.grouped]
    return {
        "votes": votes.vote_count,
        "cpu_seconds_to_pack": round(packed, 3),
        "cpu_seconds": round(seconds, 3),
        "memory_growth_mb": round(growth, 1),
        "ari_to_truth": round(adjusted_rand(contingency(truth, found, 3)), 3),
    }


def live(file: Path) -> Figures:
    """Ours after one more vote: sums, warm components, places, warm groups and the counts routing needs."""
    import numpy as np

    from lupaus.methods.opinion_map import build_votes
    from lupaus.methods.opinion_map.analysis import draw_map
    from lupaus.methods.opinion_map.groups import cluster
    from lupaus.methods.opinion_map.live import PairSums, preview

    given = np.load(file)
    votes = build_votes(given["participants"], given["claims"], given["values"], claims=np.arange(CLAIMS))
    drawn = draw_map(votes, None, seed=1)
    began = time.process_time()
    sums = PairSums.of(votes)
    built = time.process_time() - began
    running = preview(votes, sums=sums, centres=cluster(drawn.places[drawn.grouped], 3, seed=1).centres)
    seconds = []
    for claim in range(20):
        began = time.process_time()
        sums.change(votes, 7, claim, 1)
        votes = votes.with_answer(7, claim, 1)
        running = preview(votes, sums=sums, before=running)
        seconds.append(time.process_time() - began)
    return {
        "cpu_seconds": round(float(np.median(seconds)), 4),
        "slowest": round(max(seconds), 4),
        "cpu_seconds_to_build_sums": round(built, 3),
    }


def memory(*, reset: bool) -> float:
    """Megabytes: what the process holds now, or the most it has held since the last reset."""
    if reset:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    wanted = "VmRSS:" if reset else "VmHWM:"
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith(wanted))


if __name__ == "__main__":
    sys.exit(main())
