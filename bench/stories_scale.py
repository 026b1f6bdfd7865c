"""Stories of a made archive: time, memory, and how much of the planted kin is found, beside MinHash libraries alone.

    python bench/stories_scale.py [SIZE] [--file FILE]

SIZE is 20,000 by default; FILE keeps the archive that is made, or gives one (bench/made_archive.py). Needs TREATYWATCH_DATA.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from made_archive import Maker

from treatywatch.dates import UncertainDay
from treatywatch.model.report import Report, Story
from treatywatch.model.vocabulary import Relation
from treatywatch.stories.archive import group_archive

COMMON_PART = 20_000
"""Reports on which the libraries are measured too."""


class Memory(threading.Thread):
    """The largest resident memory of this process and its children together, in MB, looked at twice a second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0.0

    def run(self) -> None:
        while True:
            self.most = max(self.most, sum(map(_resident, _family())))
            time.sleep(0.5)


def _family() -> Iterator[int]:
    own = os.getpid()
    yield own
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = (entry / "stat").read_text().rsplit(")", 1)[1].split()[1]
            except OSError:
                continue
            if int(parent) == own:
                yield int(entry.name)


def _resident(process: int) -> float:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


def reports(path: Path, size: int) -> Iterator[Report]:
    """The reports of a made archive."""
    days: dict[str, UncertainDay] = {}
    with path.open(encoding="utf-8") as stream:
        for _, line in zip(range(size), stream, strict=False):
            id, text, day, outlet, _, _ = json.loads(line)
            published = days.setdefault(day, UncertainDay.on(date.fromisoformat(day), "printed"))
            yield Report(id, text, None, outlet, None, None, "en", published, "")


class Kin:
    """Planted kin, and how much of it was put together."""

    def __init__(self, path: Path, size: int) -> None:
        self.family: dict[str, int] = {}
        self.kind: dict[str, str] = {}
        with path.open(encoding="utf-8") as stream:
            for _, line in zip(range(size), stream, strict=False):
                id, _, _, _, family, kind = json.loads(line)
                self.family[id], self.kind[id] = family, kind
        self.total = Counter(
            kind
            for id, kind in self.kind.items()
            if kind != "original" and f"report:{self.family[id]}-0" in self.family
        )

    def score(self, groups: Iterable[Iterable[str]]) -> str:
        """Recall: derived reports that stand with their original. Precision: pairs put together that are of one family."""
        found: Counter[str] = Counter()
        right = together = 0
        for group in groups:
            members = list(group)
            families = Counter(self.family[one] for one in members)
            together += len(members) * (len(members) - 1) // 2
            right += sum(count * (count - 1) // 2 for count in families.values())
            own = set(members)
            for one in members:
                if self.kind[one] != "original" and f"report:{self.family[one]}-0" in own:
                    found[self.kind[one]] += 1
        kinds = "  ".join(f"{kind} {found[kind] / max(1, total):.3f}" for kind, total in sorted(self.total.items()))
        recall, precision = sum(found.values()) / max(1, self.total.total()), right / max(1, together)
        return f"recall {recall:.3f} ({kinds})  precision {precision:.4f}"


def by_stories(path: Path, size: int) -> list[list[str]]:
    """Groups of reports by our stories."""
    last = [time.perf_counter(), ""]

    def progress(what: str, done: int, total: int) -> None:
        if what != last[1]:
            now = time.perf_counter()
            if last[1]:
                print(f"  {last[1]}: {now - float(last[0]):.1f} s", flush=True)
            last[:] = [now, what]

    found = [group for story in group_archive(reports(path, size), {}, progress=progress) for group in _kin(story)]
    print(f"  {last[1]}: {time.perf_counter() - float(last[0]):.1f} s", flush=True)
    return found


def _kin(story: Story) -> Iterator[list[str]]:
    """The reports of a story that share copy: each with the one it is a copy, a version or a part of."""
    at = {member.report: {member.report} for member in story.members}
    for member in story.members:
        if member.of in at and member.relation is not Relation.INDEPENDENT:
            both = at[member.report] | at[member.of]
            for one in both:
                at[one] = both
    yield from {id(group): sorted(group) for group in at.values()}.values()


def by_datasketch(path: Path, size: int) -> list[list[str]]:
    """Pairs by datasketch's MinHash and LSH alone (128 permutations, threshold .5, runs of eight words)."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.5, num_perm=128)
    pairs = []
    for report in reports(path, size):
        sketch = MinHash(num_perm=128)
        sketch.update_batch([run.encode() for run in _runs(report.text)])
        pairs.extend([other, report.id] for other in index.query(sketch))
        index.insert(report.id, sketch)
    return pairs


def by_rensa(path: Path, size: int) -> list[list[str]]:
    """Pairs by rensa's RMinHash and LSH alone, with the same settings."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    pairs, names = [], []
    for number, report in enumerate(reports(path, size)):
        sketch = RMinHash(num_perm=128, seed=1)
        sketch.update(_runs(report.text))
        pairs.extend([names[other], report.id] for other in index.query(sketch))
        index.insert(number, sketch)
        names.append(report.id)
    return pairs


def _runs(text: str) -> list[str]:
    words = text.casefold().split()
    return [" ".join(words[start : start + 8]) for start in range(max(1, len(words) - 7))]


def measure(name: str, path: Path, size: int) -> None:
    """Run one way of grouping, and print what it took and found."""
    ways = {"treatywatch": by_stories, "datasketch": by_datasketch, "rensa": by_rensa}
    began = time.perf_counter()
    try:
        groups = ways[name](path, size)
    except ImportError:
        print(f"{name}: not installed here, not measured")
        return
    seconds = time.perf_counter() - began
    print(f"{name}: {size} reports in {seconds:.1f} s ({size / seconds:.0f} a second)  {Kin(path, size).score(groups)}")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int, nargs="?", default=COMMON_PART)
    parser.add_argument("--file", type=Path)
    asked = parser.parse_args()
    if "TREATYWATCH_DATA" not in os.environ:
        print("stories_scale: TREATYWATCH_DATA is not set, nothing measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = asked.file or Path(folder) / "archive.jsonl"
        if not path.exists():
            _make(path, asked.size)
        memory = Memory()
        memory.start()
        measure("treatywatch", path, asked.size)
        print(f"treatywatch: {memory.most:.0f} MB at most, all processes together")
        for peer in ("rensa", "datasketch"):
            measure(peer, path, min(asked.size, COMMON_PART))


def _make(path: Path, size: int) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for one in Maker(Path(os.environ["TREATYWATCH_DATA"])).archive(size):
            stream.write(json.dumps([one.id, one.text, one.day.isoformat(), one.outlet, one.family, one.kind]) + "\n")


if __name__ == "__main__":
    main()
