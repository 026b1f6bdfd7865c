"""How long `treatywatch status inf` takes from a cold start, beside the interpreter alone and click alone.

    python bench/cold_status.py [RUNS]

Each run is a process of its own, in an empty folder, so that no record is found. The median of the runs counts; the first run of each
warms the disk's cache and the shelf's bundle, and is left out. The aim is under 0.3 s.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time

ALONE = [sys.executable, "-c", "pass"]
CLICK = [sys.executable, "-c", "import click"]
STATUS = [sys.executable, "-m", "treatywatch.cli.main", "status", "inf", "--on", "2019-07-05"]
RECKON = [sys.executable, "-m", "treatywatch.cli.main", "reckon", "inf", "notify-withdrawal", "--day", "2019-02-02"]
AIM = 0.3


def measure(command: list[str], runs: int) -> list[float]:
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs + 1):
            began = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, cwd=folder)
            seconds.append(time.perf_counter() - began)
    return seconds[1:]


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    print(f"cold start, median (fastest) of {runs} runs; aim under {AIM} s")
    for name, command in (("python", ALONE), ("python + click", CLICK), ("status inf", STATUS), ("reckon inf", RECKON)):
        seconds = measure(command, runs)
        print(f"  {name:16} {statistics.median(seconds):.3f} s  ({min(seconds):.3f} s)")


if __name__ == "__main__":
    main()
