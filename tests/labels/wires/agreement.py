"""How far two passes of labels on the same reports agree. The README beside this file says form and rules.

`TREATYWATCH_DATA=DIR python tests/labels/wires/agreement.py [-v]` prints pass A against pass B, and each pass against the gold.
"""

from __future__ import annotations

import calendar
import gzip
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SOURCES = {
    "arms_wires": ("arms_wires.jsonl", "id"),
    "helsinki": ("helsinki/articles.jsonl", "doc_id"),
    "newswcl50": ("newswcl50/dev.jsonl", "doc_id"),
    "polnear": ("polnear/train.jsonl.gz", "doc_id"),
}
"""Where a set lies below `data/`, and the field that names a report in it."""
CONTENT_SHARED = 0.5
"""Contents that share this much of their letters and digits, or more, are the same statement."""
Label = Mapping[str, Any]
Span = Sequence[int]
Score = Callable[[Label, Label], float]


@dataclass(slots=True)
class Counts:
    """What two lists of labels have in common, and what only one of them has."""

    both: list[tuple[Label, Label]] = field(default_factory=list)
    only_a: list[Label] = field(default_factory=list)
    only_b: list[Label] = field(default_factory=list)

    def add(self, a: Sequence[Label], b: Sequence[Label], score: Score) -> None:
        pairs = pair(a, b, score)
        self.both += [(a[i], b[j]) for i, j in pairs]
        self.only_a += [one for i, one in enumerate(a) if all(i != x for x, _ in pairs)]
        self.only_b += [one for j, one in enumerate(b) if all(j != y for _, y in pairs)]

    def figures(self) -> tuple[float, float, float]:
        """Precision and recall of A against B, and F1."""
        hits = len(self.both)
        precision, recall = hits / (hits + len(self.only_a) or 1), hits / (hits + len(self.only_b) or 1)
        return precision, recall, 2 * precision * recall / (precision + recall or 1)


def load(path: Path) -> dict[str, Any]:
    """The labels of one pass, by the id of the report."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {one["id"]: one for one in map(json.loads, lines)}


def texts(folder: Path, labels: Iterable[Label]) -> dict[str, str]:
    """The texts that the labels are about, each checked by its hash."""
    labels = list(labels)
    found: dict[str, str] = {}
    for name in {one["set"] for one in labels}:
        file, key = SOURCES[name]
        whole = (folder / "data" / file).read_bytes()
        for line in (gzip.decompress(whole) if file.endswith(".gz") else whole).splitlines():
            row = json.loads(line)
            found[f"{name} {row[key]}"] = row["text"]
    wanted = {one["id"]: (found[f"{one['set']} {one['id']}"], one["sha256"]) for one in labels}
    for id, (text, digest) in wanted.items():
        have = hashlib.sha256(text.encode("utf-8")).hexdigest()
        if have != digest:
            raise ValueError(f"{id}: the text has sha256 {have}, expected {digest}")
    return {id: text for id, (text, _) in wanted.items()}


# --- Matching -----------------------------------------------------------------------------------------------------


def pair(a: Sequence[Label], b: Sequence[Label], score: Score) -> list[tuple[int, int]]:
    """One to one, best first; a score of 0 is no match."""
    ranked = sorted(((score(x, y), -i, -j) for i, x in enumerate(a) for j, y in enumerate(b)), reverse=True)
    taken: list[tuple[int, int]] = []
    for value, i, j in ranked:
        if value > 0 and all(-i != x and -j != y for x, y in taken):
            taken.append((-i, -j))
    return taken


def statement_score(text: str) -> Score:
    """Contents that overlap by half or more, and the same speaker."""

    def score(a: Label, b: Label) -> float:
        shared = overlap(text, a, b)
        return shared if shared >= CONTENT_SHARED and same_speaker(a, b) else 0.0

    return score


def overlap(text: str, a: Label, b: Label) -> float:
    """Intersection over union of two contents, with or without a condition that one of them keeps apart."""
    have, want = letters(text, a["content"]), letters(text, b["content"])
    hung = letters(text, [one["condition"] for one in (a, b) if one["condition"]])
    pairs = ((have, want), (have - hung, want - hung))
    return max(len(x & y) / (len(x | y) or 1) for x, y in pairs)


def letters(text: str, spans: Iterable[Span]) -> set[int]:
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def same_speaker(a: Label, b: Label) -> bool:
    """The same actor, or speaking for the same actor, or told by the same words; nobody is the same as nobody."""
    if a["speaker"] and b["speaker"] and touch(a["speaker"], b["speaker"]):
        return True
    if nobody(a) or nobody(b):
        return nobody(a) and nobody(b)
    return any(a[key] and a[key] == b[key] for key in ("actor", "on_behalf_of"))


def nobody(one: Label) -> bool:
    return not (one["speaker"] or one["actor"] or one["on_behalf_of"])


def touch(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def event_score(a: Label, b: Label) -> float:
    """Kind, treaty and modality equal, an actor in common, days that overlap; nearer spans first."""
    same = all(allows(a[key], b[key]) for key in ("kind", "treaty", "modality"))
    if not (same and shared_actor(a, b) and same_day(a["day"], b["day"])):
        return 0.0
    return 2.0 if touch(a["at"], b["at"]) else 1.0


def shared_actor(a: Label, b: Label) -> bool:
    return bool(set(a["actors"]) & set(b["actors"])) or not (a["actors"] or b["actors"])


def allows(a: Any, b: Any) -> bool:
    """A list means that each of its members is right."""
    have, want = (one if isinstance(one, list) else [one] for one in (a, b))
    return any(one in want for one in have)


def same_day(a: Any, b: Any) -> bool:
    """Whether two days told could be one; no day is only the same as no day, and a list means that each of its members is right."""
    for one, other in ((a, b), (b, a)):
        if isinstance(one, list):
            return any(same_day(member, other) for member in one)
    if a is None or b is None:
        return a is b
    (first, last), (earliest, latest) = bounds(a), bounds(b)
    return first <= latest and earliest <= last


def bounds(day: str) -> tuple[date, date]:
    """First and last day of an EDTF day, month, year or interval with both ends."""
    start, _, end = day.partition("/")
    return _edge(start, first=True), _edge(end or start, first=False)


def _edge(day: str, first: bool) -> date:
    year, month, number = (*map(int, day.strip("~?%").split("-")), 0, 0)[:3]
    month = month or (1 if first else 12)
    return date(year, month, number or (1 if first else calendar.monthrange(year, month)[1]))


# --- Comparing ----------------------------------------------------------------------------------------------------


def compare(a: Mapping[str, Label], b: Mapping[str, Label], texts: Mapping[str, str]) -> dict[str, Counts]:
    """Statements and events of A against those of B."""
    counts = {"statements": Counts(), "events": Counts()}
    for id, text in texts.items():
        counts["statements"].add(told(a[id], "statements"), told(b[id], "statements"), statement_score(text))
        counts["events"].add(told(a[id], "events"), told(b[id], "events"), event_score)
    return counts


def told(report: Label, layer: str) -> list[Label]:
    return [{**one, "report": report["id"]} for one in report[layer]]


def kappa(pairs: Sequence[tuple[Any, Any]]) -> float:
    """Cohen's kappa: agreement beyond what the shares of the words would give by chance."""
    total = len(pairs) or 1
    same = sum(x == y for x, y in pairs) / total
    left, right = Counter(x for x, _ in pairs), Counter(y for _, y in pairs)
    chance = sum(left[word] * right[word] for word in left) / total**2
    return (same - chance) / (1 - chance) if chance < 1 else 1.0


def stances(a: Label, b: Label) -> tuple[str, str]:
    """The stances of a pair; of a list of right ones the word that the other chose, or the first."""
    x, y = ([one["stance"]] if isinstance(one["stance"], str) else one["stance"] for one in (a, b))
    same = [word for word in x if word in y]
    return (same[0], same[0]) if same else (x[0], y[0])


def main(arguments: Sequence[str]) -> None:
    passes = {path.stem: load(path) for path in sorted(HERE.glob("*.jsonl"))}
    for a, b in (("pass-a", "pass-b"), ("pass-a", "gold"), ("pass-b", "gold")):
        if a in passes and b in passes:
            show(a, b, passes, "-v" in arguments)


def show(a: str, b: str, passes: Mapping[str, Mapping[str, Label]], verbose: bool) -> None:
    known = texts(Path(os.environ["TREATYWATCH_DATA"]), passes[b].values())
    for layer, counts in compare(passes[a], passes[b], known).items():
        precision, recall, f1 = counts.figures()
        sizes = f"both {len(counts.both):3}  only {a} {len(counts.only_a):3}  only {b} {len(counts.only_b):3}"
        print(f"{a} to {b}: {layer:10} {sizes}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
        if layer == "statements" and "gold" not in (a, b):
            print(f"  stance on those in both: kappa {kappa([stances(x, y) for x, y in counts.both]):.3f}")
        for name, rest in ((a, counts.only_a), (b, counts.only_b)) if verbose else ():
            print(*(f"  only {name}: {json.dumps(one)}" for one in rest), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
