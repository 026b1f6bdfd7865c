"""Precision and recall on the labelled pairs (tests/labels/alterations/README.md says how they are scored)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from treatywatch.stories.alterations import Alteration, Comparer, Kind, Meaning, compare

from .conftest import judge_all, real_texts, report, reworded

ROOT = Path(__file__).resolve().parents[3]
LABELS = ROOT / "tests" / "labels" / "alterations"
FLOORS: dict[str, dict[str, float]] = json.loads((ROOT / "tests/floors/alterations.json").read_text())

pytestmark = pytest.mark.needs_model


@dataclass(frozen=True, slots=True)
class Expected:
    """An alteration that a careful reader names: kinds and meanings that are right, and whether it may be left out."""

    kinds: frozenset[str]
    meanings: frozenset[str]
    optional: bool

    @classmethod
    def parse(cls, text: str) -> Expected:
        kinds, _, meanings = text.removeprefix("?").partition(":")
        return cls(frozenset(kinds.strip().split("|")), frozenset(meanings.strip().split("|")), text.startswith("?"))

    def met_by(self, one: Alteration) -> bool:
        return one.kind.value in self.kinds and one.meaning.value in self.meanings


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled pair, and what the program named."""

    file: str
    half: str
    expected: tuple[Expected, ...]
    found: tuple[Alteration, ...]

    @property
    def hits(self) -> list[bool]:
        return [any(want.met_by(one) for one in self.found) for want in self.expected if not want.optional]

    @property
    def changed(self) -> list[Alteration]:
        return [one for one in self.found if one.meaning is Meaning.CHANGED]

    @property
    def false(self) -> list[Alteration]:
        return [one for one in self.changed if not any(want.met_by(one) for want in self.expected)]


def labels() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(LABELS.glob("*.yml")):
        yield from ((path.stem, row) for row in yaml.safe_load(path.read_text(encoding="utf-8")))


def half(row: dict[str, Any]) -> str:
    digest = hashlib.sha256(f"{row['a']}\n{row['b']}".encode()).digest()
    return "held" if digest[-1] % 2 else "tune"


_KEPT: dict[str, list[Row]] = {}


@pytest.fixture(scope="module")
def rows(comparer: Comparer) -> list[Row]:
    return _KEPT.setdefault("rows", list(_judged(comparer)))


def _judged(comparer: Comparer) -> Iterator[Row]:
    told = list(labels())
    plain = [(name, row) for name, row in told if "body" not in row]
    found = judge_all([(row["a"], row["b"]) for _, row in plain], comparer)
    for (name, row), alterations in zip(plain, found, strict=True):
        yield _row(name, row, alterations)
    for name, row in told:
        if "body" in row:
            a, b = (comparer.read(report(side, f"{row[side]}\n\n{row['body']}")) for side in "ab")
            yield _row(name, row, tuple(one for pair in compare(a, b, comparer) for one in pair.alterations))


def _row(name: str, row: dict[str, Any], found: tuple[Alteration, ...]) -> Row:
    which = name if name.startswith(("fresh", "real")) else half(row)
    return Row(name, which, tuple(map(Expected.parse, row.get("expect", ()))), found)


def shares(rows: list[Row]) -> dict[str, float]:
    hits = [hit for row in rows for hit in row.hits]
    named = sum(len(row.changed) for row in rows)
    false = sum(len(row.false) for row in rows)
    return {"recall": sum(hits) / max(1, len(hits)), "precision": (named - false) / max(1, named)}


@pytest.mark.parametrize("which", [name for name in FLOORS if ":" not in name])
def test_pairs_reach_their_floor(rows: list[Row], which: str) -> None:
    own = [row for row in rows if row.half == which]
    found = shares(own)
    assert len(own) == FLOORS[which]["pairs"]
    for name in ("recall", "precision"):
        assert found[name] >= FLOORS[which][name], found


@pytest.mark.parametrize("kind", ["agent", "polarity"])
def test_flips_are_seen(rows: list[Row], kind: str) -> None:
    hits = [hit for row in rows if row.file == kind for hit in row.hits]
    assert len(hits) >= 30
    assert sum(hits) / len(hits) >= FLOORS[f"kind:{kind}"]["recall"]


@pytest.mark.needs_data
@pytest.mark.parametrize("name", ["real", "real-second"])
def test_real_sentences_that_were_altered_reach_their_floor(comparer: Comparer, name: str) -> None:
    told = [json.loads(line) for line in (LABELS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = real_texts({row["doc"] for row in told})
    pairs = [(texts[row["doc"]][row["start"] : row["end"]], row) for row in told]
    assert all(hashlib.sha256(a.encode()).hexdigest().startswith(row["sha"]) for a, row in pairs)
    found = judge_all([(a, reworded(a, row["b"])) for a, row in pairs], comparer)
    rows = [_row(name, {**row, "a": a, "b": ""}, one) for (a, row), one in zip(pairs, found, strict=True)]
    reached = shares(rows)
    assert len(rows) == FLOORS[f"real:{name}"]["pairs"]
    for share in ("recall", "precision"):
        assert reached[share] >= FLOORS[f"real:{name}"][share], reached


@cache
def _words() -> tuple[set[str], set[str]]:
    return {kind.value for kind in Kind}, {meaning.value for meaning in Meaning}


def test_labels_keep_to_the_vocabulary_and_are_told_once() -> None:
    kinds, meanings = _words()
    seen: set[tuple[str, str]] = set()
    for _, row in labels():
        assert (row["a"], row["b"]) not in seen
        seen.add((row["a"], row["b"]))
        for want in map(Expected.parse, row.get("expect", ())):
            assert want.kinds <= kinds
            assert want.meanings <= meanings
