"""What the tests of alterations share: one comparer, and pairs judged in one batch."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from treatywatch.language.parse import find_model
from treatywatch.language.prose import parse_together, read_prose
from treatywatch.model.report import Report
from treatywatch.shelf import open_shelf
from treatywatch.stories.alterations import Alteration, Comparer, Pair, compare, open_comparer
from treatywatch.stories.alterations.judge import judge

Named = list[tuple[str, str, str | None, str | None]]
Judge = Callable[[str, str], Named]


@pytest.fixture(scope="session")
def comparer() -> Comparer:
    return open_comparer(open_shelf(), find_model())


def judge_all(pairs: list[tuple[str, str]], comparer: Comparer) -> list[tuple[Alteration, ...]]:
    """The alterations of many pairs of passages, parsed in one batch."""
    read = [
        tuple(read_prose(text, None, comparer.gazetteer, comparer.directory, comparer.model) for text in pair)
        for pair in pairs
    ]
    parse_together([(prose, range(len(prose.sentences))) for pair in read for prose in pair])
    return [
        judge((a, range(len(a.sentences))), (b, range(len(b.sentences))), comparer.states, comparer.words)
        for a, b in read
    ]


@pytest.fixture
def named(comparer: Comparer) -> Judge:
    """Kind, meaning and words of each alteration between two passages."""

    def judged(a: str, b: str) -> Named:
        (found,) = judge_all([(a, b)], comparer)
        return [(one.kind.value, one.meaning.value, one.a, one.b) for one in found]

    return judged


@pytest.fixture
def compared(comparer: Comparer) -> Callable[[str, str], tuple[Pair, ...]]:
    """The passages of two texts side by side."""

    def asked(a: str, b: str) -> tuple[Pair, ...]:
        return compare(comparer.read(report("a", a)), comparer.read(report("b", b)), comparer)

    return asked


def report(name: str, text: str) -> Report:
    return Report(f"report:{name}", text, None, None, None, None, "en", None, f"{name}.txt")


def reworded(text: str, parts: list[str | list[int]]) -> str:
    """A sentence made of words of our own and of stretches of `text`, told by their offsets."""
    return "".join(part if isinstance(part, str) else text[part[0] : part[1]] for part in parts)


def real_texts(wanted: set[str]) -> dict[str, str]:
    """The texts of articles by corpus and id ("helsinki/…", "arms/…", "polnear/…"), from the folder TREATYWATCH_DATA."""
    data = Path(os.environ["TREATYWATCH_DATA"]) / "data"
    found: dict[str, str] = {}
    for corpus, name, key in (
        ("helsinki", "helsinki/articles.jsonl", "doc_id"),
        ("arms", "arms_wires.jsonl", "id"),
        ("polnear", "polnear/train.jsonl.gz", "doc_id"),
    ):
        content = (data / name).read_bytes()
        lines = (gzip.decompress(content) if name.endswith(".gz") else content).decode("utf-8").split("\n")
        rows = map(json.loads, filter(None, lines))
        found.update((f"{corpus}/{row[key]}", row["text"]) for row in rows if f"{corpus}/{row[key]}" in wanted)
    return found
