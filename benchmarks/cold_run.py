"""How long a newcomer waits: whole cold runs of the command line on a folder, in fresh processes.

python -m benchmarks.cold_run [FOLDER] [--runs 5] [--jobs 1]

Prints the median, the fastest and the slowest wall-clock seconds. Nothing is cached between runs but what the
operating system caches.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FIXTURES = Path(__file__).parents[1] / "fixtures"


def seconds(folder: Path, jobs: int) -> float:
    with tempfile.TemporaryDirectory() as out:
        command = [
            sys.executable,
            "-m",
            "factcheck",
            "run",
            str(folder),
            "-o",
            out,
            "-q",
            "--jobs",
            str(jobs),
        ]
        began = time.perf_counter()
        done = subprocess.run(command, check=False)
        if done.returncode not in (0, 3):
            sys.exit(f"the run failed with exit code {done.returncode}")
        return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", default=FIXTURES)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args()
    times = [seconds(given.folder, given.jobs) for _ in range(given.runs)]
    spread = f"from {min(times):.2f} to {max(times):.2f} s"
    print(f"median {statistics.median(times):.2f} s, {spread}, {given.runs} runs")


if __name__ == "__main__":
    main()
