"""Which of two hundred labelled pairs of real reports share copy (tests/labels/lineage)."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from treatywatch.stories import compare
from treatywatch.stories.prose import read_proses

TESTS = Path(__file__).resolve().parents[1]
SHARING = {"copy", "version", "partial"}


def _pairs() -> list[dict[str, str | list[str]]]:
    lines = (TESTS / "labels/lineage/pairs.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.needs_data
def test_pairs_that_share_copy_are_found_above_the_floor(data: Path) -> None:
    lines = (data / "data/helsinki/articles.jsonl").read_text("utf-8").splitlines()
    texts = {one["doc_id"]: one["text"] for one in map(json.loads, lines)}
    prose = dict(zip(texts, read_proses(texts.values()), strict=True))
    right = found = wanted = 0
    for pair in _pairs():
        one, other = str(pair["a"]), str(pair["b"])
        assert [_hash(texts[one]), _hash(texts[other])] == pair["sha256"]
        kin, shares = compare(prose[one], prose[other]).kin, pair["first"] in SHARING
        right, found, wanted = right + (kin and shares), found + kin, wanted + shares
    figures = {"precision": right / found, "recall": right / wanted, "f1": 2 * right / (found + wanted)}
    print({key: round(value, 3) for key, value in figures.items()})
    floors = json.loads((TESTS / "floors/lineage.json").read_text("utf-8"))
    assert set(floors) == set(figures)
    assert all(figures[key] >= floor for key, floor in floors.items()), figures


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def test_both_passes_agree_on_which_pairs_share_copy() -> None:
    pairs = _pairs()
    assert len(pairs) == 200
    assert all((pair["first"] in SHARING) == (pair["second"] in SHARING) for pair in pairs)
    assert sum(pair["first"] == pair["second"] for pair in pairs) >= 190
