"""Scalars of a data file, read strictly: texts, numbers, truth, days, words of a closed vocabulary; and the faults found on the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from treatywatch.dates import parse_exact
from treatywatch.errors import Fault
from treatywatch.shelf.expectations import describe, expectation, one_of

if TYPE_CHECKING:
    from treatywatch.shelf.trees import Lines, Path, Tree

_INTEGER = re.compile(r"-?[0-9]{1,18}\Z")
_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?\Z")
MISSING = object()
"""Stands for a value that is not there or was refused."""


class Faults:
    """Collects the faults of one file while it is decoded."""

    def __init__(self, file: str, lines: Lines | None) -> None:
        self.file = file
        self.lines = lines
        self.found: list[Fault] = []

    def add(self, path: Path, found: str, expected: str, rule: str) -> object:
        """Note a fault at `path`; answers the mark of a value that is not there."""
        line = self.lines.at(path) if self.lines else 0
        name = ".".join(step for step in path if isinstance(step, str)) or "file"
        self.found.append(Fault(self.file, line, name, found, expected, rule))
        return MISSING


Decoder: TypeAlias = "Callable[[Tree, Path, Faults], Any]"
"""Turns a tree at a path into a value, or notes faults and answers `MISSING`."""


def _scalar(declared: Any, read: Callable[[str], Any], rule: str = "wrong-type") -> Decoder:
    """A decoder for one text; `read` raises ValueError for what it refuses."""
    expected = expectation(declared)

    def take(tree: Tree, path: Path, faults: Faults) -> Any:
        if not isinstance(tree, str):
            return faults.add(path, describe(tree), expected, "wrong-type")
        if not tree.strip():
            return faults.add(path, describe(tree.strip()), expected, "empty")
        try:
            return read(tree)
        except ValueError:
            return faults.add(path, describe(tree), expected, rule)

    return take


def _whole(text: str) -> int:
    if not _INTEGER.match(text):
        raise ValueError(text)
    return int(text)


def _number(text: str) -> float:
    if not _NUMBER.match(text):
        raise ValueError(text)
    return float(text)


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"


SCALARS: dict[Any, Decoder] = {
    str: _scalar(str, str),
    int: _scalar(int, _whole),
    float: _scalar(float, _number),
    bool: _scalar(bool, _truth),
    date: _scalar(date, parse_exact, "impossible-date"),
}


def vocabulary(words: tuple[str, ...], make: Callable[[str], Any]) -> Decoder:
    """One word of a closed vocabulary."""
    known = frozenset(words)

    def take(tree: Tree, path: Path, faults: Faults) -> Any:
        if not isinstance(tree, str) or tree not in known:
            told = tree if isinstance(tree, str) else ""
            rule = "not-in-vocabulary" if told else "wrong-type"
            return faults.add(path, describe(tree), one_of(words, told), rule)
        return make(tree)

    return take
