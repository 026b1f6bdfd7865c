"""What a rule is: a name, a ground, and a function that tells what is wrong in a row. Each rule stands once, with its ground."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from treatywatch.findings.tables.law import Law
from treatywatch.findings.tables.rows import Row

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Blame:
    """What a rule tells: the field, what was found, what was expected, and which other fields it rests on.

    A rule that rests on a cell which was told to be wrong already is not believed: one slip is told once. `explains`: fields
    that are wrong by the same slip.
    """

    field: str
    found: str
    expected: str
    rests_on: tuple[str, ...] = ()
    explains: tuple[str, ...] = ()


Check = Callable[[Row, Law], Iterable[Blame]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `ground`: why a breach of it is a fault, in one sentence."""

    name: str
    ground: str
    severity: Severity
    check: Check


class Rules:
    """Rules in the order in which they are asked: the more telling first."""

    def __init__(self) -> None:
        self.items: list[Rule] = []

    def rule(self, name: str, ground: str, severity: Severity = "error") -> Callable[[Check], Check]:
        """Add a function as the rule `name`."""

        def add(check: Check) -> Check:
            self.items.append(Rule(name, ground, severity, check))
            return check

        return add


CELLS = Rules()
"""Rules of single cells, for every table."""
TREATIES = Rules()
"""Rules of a row that tells a treaty."""
PARTICIPANTS = Rules()
"""Rules of a row that tells a participant, or of the acts of one."""

OF_FILES = {
    "table-width": "A row with more or fewer cells than the header has its cells in the wrong columns.",
    "table-syntax": "A row that cannot be read was not checked.",
    "empty-id": "A row that does not say of what it speaks cannot be checked, joined or cited.",
    "duplicate-row": "A participant, an act or a treaty that stands twice is counted twice.",
    "treaty-twice": "One treaty under two names (an abbreviation and a title, a former name) is counted twice.",
    "ambiguous-day": "05/07/2019 is 5 July or 7 May: nothing in the table tells which, so that such days are not compared.",
    "erased-row": "A list of parties drops those that left or ended; a history keeps them, and entry into force may rest on them.",
}
"""The rules that need more than one row, with their grounds."""
