"""The labelled claims: our own sentences with marked spans, split by hash, and how a check is scored on them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.language.prose import Source
from treatywatch.model.finding import Finding, Verdict

FOLDER = Path(__file__).parents[2] / "labels" / "claims"
VERDICTS = {"+": Verdict.CONSISTENT, "-": Verdict.CONTRADICTS, "?": Verdict.UNKNOWN}
_MARK = re.compile(r"\{([+?-])(.*?)([+?-])\}", re.S)


@dataclass(frozen=True)
class Label:
    """A marked claim; UNKNOWN means: open, anything but a contradiction will do."""

    start: int
    end: int
    verdict: Verdict


@dataclass(frozen=True)
class Item:
    """A labelled text."""

    id: str
    source: Source
    labels: tuple[Label, ...]

    @property
    def held(self) -> bool:
        """Whether it belongs to the half whose errors nobody reads."""
        return hashlib.sha256(self.id.encode()).digest()[0] % 2 == 0


def items(name: str) -> list[Item]:
    """The texts of a file of labels."""
    rows: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return [_item(row, f"{name}-{number}") for number, row in enumerate(rows)]


def _item(row: dict[str, Any], name: str) -> Item:
    text, labels, at = "", [], 0
    told = row["told"]
    for mark in _MARK.finditer(told):
        assert mark[1] == mark[3], f"{row}: an odd mark"
        text += told[at : mark.start()]
        labels.append(Label(len(text), len(text) + len(mark[2]), VERDICTS[mark[1]]))
        text += mark[2]
        at = mark.end()
    text += told[at:]
    day = UncertainDay.from_plain(PlainDay.parse(str(row["day"])), "given")
    return Item(row.get("id", name), Source(text, day), tuple(labels))


def overlap(label: Label, finding: Finding) -> int:
    """How many characters the two share."""
    return min(label.end, finding.evidence.end) - max(label.start, finding.evidence.start)


def score(checked: list[tuple[Item, tuple[Finding, ...]]]) -> tuple[dict[str, float], list[str]]:
    """Precision and recall of `contradicts` and of `consistent`, and every error in words.

    A finding is right where it overlaps a label of its verdict. One that overlaps none, or only labels of another verdict, is
    wrong, unless it confirms what is labelled as open.
    """
    counts: Counter[tuple[Verdict, str]] = Counter()
    errors: list[str] = []
    for item, findings in checked:
        for verdict in (Verdict.CONSISTENT, Verdict.CONTRADICTS):
            _count(item, findings, verdict, counts, errors)
    figures = {}
    for verdict in (Verdict.CONTRADICTS, Verdict.CONSISTENT):
        right, wrong, missed, found = (counts[verdict, key] for key in ("right", "wrong", "missed", "found"))
        figures[f"{verdict.value}_precision"] = round(right / max(right + wrong, 1), 3)
        figures[f"{verdict.value}_recall"] = round(found / max(found + missed, 1), 3)
        figures[f"{verdict.value}_labels"] = found + missed
    return figures, errors


def _count(
    item: Item, findings: tuple[Finding, ...], verdict: Verdict, counts: Counter[tuple[Verdict, str]], errors: list[str]
) -> None:
    told = [one for one in findings if one.verdict is verdict]
    wanted = [one for one in item.labels if one.verdict is verdict]
    for label in wanted:
        hit = any(overlap(label, one) > 0 for one in told)
        counts[verdict, "found" if hit else "missed"] += 1
        if not hit:
            errors.append(
                f"MISSED {verdict.value} {item.id}: {item.source.text[label.start : label.end]!r} in {item.source.text!r}"
            )
    for one in told:
        touched = [label.verdict for label in item.labels if overlap(label, one) > 0]
        if verdict in touched:
            counts[verdict, "right"] += 1
        elif verdict is Verdict.CONSISTENT and Verdict.UNKNOWN in touched:
            continue
        else:
            counts[verdict, "wrong"] += 1
            errors.append(
                f"WRONG {verdict.value} {item.id}: {one.kind} {one.evidence.exact!r}: {one.fact} in {item.source.text!r}"
            )
