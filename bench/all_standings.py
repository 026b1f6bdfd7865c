"""How long the standings of all treaties and all their participants on one day take in one process: cold, and warm.

    python bench/all_standings.py [RUNS]

Cold: the shelf is read and each treaty's course is folded. Warm: the same day again, another day, and the same day from what was
known by another. Seconds of processor time, so that a busy machine does not count; the median of RUNS days. The aims are 1.5 s
cold and 0.05 s warm.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Iterable
from datetime import date, timedelta

AIM_COLD, AIM_WARM = 1.5, 0.05
DAY = date(2019, 7, 5)
TODAY = date(2026, 11, 22)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    began = time.process_time()
    from treatywatch.regime import evaluate
    from treatywatch.rulebook import load_all
    from treatywatch.shelf import open_shelf

    treaties = load_all(open_shelf())

    def ask(on: date, known: date | None = None) -> int:
        return sum(len(evaluate(one, one.acts, on, known, TODAY).participants) for one in treaties)

    rows = ask(DAY)
    cold = time.process_time() - began

    def median(questions: Iterable[tuple[date, date | None]]) -> float:
        seconds = []
        for on, known in questions:
            start = time.process_time()
            ask(on, known)
            seconds.append(time.process_time() - start)
        return statistics.median(seconds)

    chance = random.Random(7)
    days = [date(1990, 1, 1) + timedelta(days=chance.randrange(13_000)) for _ in range(runs)]
    print(
        f"standings of {len(treaties)} treaties, {rows} rows on {DAY}; median of {runs} runs, seconds of processor time"
    )
    print(f"  cold, one process           {cold:.3f} s   (aim {AIM_COLD} s)")
    print(f"  warm, the same day          {median([(DAY, None)] * runs):.4f} s  (aim {AIM_WARM} s)")
    print(f"  warm, another day           {median((day, None) for day in days):.4f} s  (aim {AIM_WARM} s)")
    print(
        f"  warm, another day of knowledge {median((DAY, day) for day in days):.4f} s  (what became public in between is folded anew)"
    )


if __name__ == "__main__":
    main()
