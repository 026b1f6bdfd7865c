"""Memory of `annotate` over many texts: resident megabytes of the program and of its processes after each tenth of them.

The texts are made of the shipped examples and our own labelled reports: paragraphs drawn and mixed anew for each, with names
and numbers that no other text has, so that every text brings words which the language model has not seen. Needs /proc (Linux).

    bench/annotate_memory.py [--texts 2000] [--processes 1]

Exits with 1 where the last figure is more than `SLACK` above that of the third tenth, by when all caches are filled.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
SLACK = 0.05
"""What may be gained from the third tenth to the last: allocators round, and keep what they once had."""


BEYOND = 200
"""Texts given after the last that is measured, so that the processes are still there then."""


def paragraphs() -> list[str]:
    """The paragraphs of the shipped examples and of our own labelled texts."""
    folders = (ROOT / "examples" / "reports", ROOT / "tests" / "labels")
    texts = [path.read_text("utf-8") for folder in folders for path in sorted(folder.rglob("*.txt"))]
    return [piece for text in texts for piece in text.split("\n\n") if piece.strip()]


def made(count: int) -> Iterator[str]:
    """JSON lines of `count` texts, alike in every run."""
    draw, pieces = random.Random(20190705), paragraphs()
    for number in range(count):
        chosen = draw.sample(pieces, 3)
        name = "".join(draw.choices("abdegiklmnoprstuvz", k=9)).title()
        chosen.insert(
            1, f"{name} said on Friday that the {name.lower()} plan of unit {draw.randrange(10**6)} was over."
        )
        yield json.dumps({"id": number, "text": "\n\n".join(chosen), "published": "2019-07-05"}) + "\n"


def megabytes(pid: int) -> float:
    """Resident memory of a process, without what it shares with files; 0 where it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii")
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon")) / 1024


def family(pid: int) -> list[int]:
    """The process and its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    others = [
        one for task in Path(f"/proc/{pid}/task").iterdir() for one in (task / "children").read_text("ascii").split()
    ]
    return [pid, *sorted({int(one) for one in (*children, *others)})]


def feed(stream: IO[bytes], count: int) -> None:
    """Write the texts to the program."""
    with stream:
        for line in made(count):
            stream.write(line.encode())


def measured(count: int, processes: int) -> list[list[float]]:
    """Megabytes of parent and children after each tenth."""
    command = [sys.executable, "-m", "treatywatch.cli.main", "annotate", "--processes", str(processes)]
    found = []
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdin
        assert program.stdout
        threading.Thread(target=feed, args=(program.stdin, count + BEYOND), daemon=True).start()
        for number, row in enumerate(program.stdout, 1):
            told = json.loads(row)
            assert told["id"] == number - 1
            assert told["refused"] is None
            if number <= count and number % max(1, count // 10) == 0:
                found.append([round(megabytes(pid), 1) for pid in family(program.pid)])
                print(f"{number:>7,} texts: {found[-1]} MB (the program, then its processes)", flush=True)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--texts", type=int, default=2_000)
    parser.add_argument("--processes", type=int, default=1)
    given = parser.parse_args()
    found = [sum(row) for row in measured(given.texts, given.processes)]
    third, last = found[2], found[-1]
    print(json.dumps({"annotate_memory": {"third_tenth": round(third, 1), "last": round(last, 1), "slack": SLACK}}))
    return 0 if last <= third * (1 + SLACK) else 1


if __name__ == "__main__":
    sys.exit(main())
