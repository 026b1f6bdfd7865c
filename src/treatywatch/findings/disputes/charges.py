"""Charges: statements in which one side accuses another of something that a treaty or a weapon is concerned in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from treatywatch.findings.disputes.lexicon import DisputeLexicon
from treatywatch.findings.gathering import Findings
from treatywatch.findings.sides import Sides
from treatywatch.findings.telling import main_treaties
from treatywatch.model.entry import StatementEntry
from treatywatch.model.vocabulary import Stance

_HOLDING = frozenset({Stance.ASSESS, Stance.REPORT, Stance.OTHER})


@dataclass(frozen=True, slots=True)
class Charge:
    """One accusation: by whom, against whom, under which treaty, about which systems."""

    entry: StatementEntry
    by: str
    against: str
    treaty: str | None
    systems: tuple[str, ...]


class Charges:
    """Finds the charges among the statements of a record."""

    def __init__(self, found: Findings, words: DisputeLexicon, sides: Sides) -> None:
        self.words, self.sides = words, sides
        self.main = main_treaties(found)
        self._treaties_of: dict[str, Counter[str]] = {}
        for entry in found.statements:
            for system in entry.statement.systems:
                self._treaties_of.setdefault(system, Counter()).update(entry.statement.treaties)

    def of(self, entries: Iterable[StatementEntry]) -> Iterator[Charge]:
        """The charges, one for each accuser and accused."""
        for entry in entries:
            if entry.statement.negated:
                continue
            for by in self.sides.of_entry(entry):
                for against in self._accused(entry, by):
                    systems = self._systems(entry, by)
                    treaty = self._treaty(entry, systems, against)
                    if treaty or systems:
                        yield Charge(entry, by, against, treaty, systems)

    def _accused(self, entry: StatementEntry, by: str) -> tuple[str, ...]:
        """Whom a statement accuses: its targets; of a view on a breach, who stands first in it."""
        statement = entry.statement
        if statement.stance is Stance.ACCUSE:
            named = self.sides.named(statement.targets)
            return tuple(side for side in named if side != by)
        if statement.stance not in _HOLDING or not self._holds_a_breach(entry.content):
            return ()
        breaking = self.words.breaking.search(entry.content)
        assert breaking is not None
        led = [side for _, side in self.sides.mentions(entry.content[: breaking.start()])]
        return tuple(led[:1]) if led and led[0] != by else ()

    def _holds_a_breach(self, content: str) -> bool:
        return bool(self.words.breaking.search(content)) and not self.words.rejecting.search(content)

    def _systems(self, entry: StatementEntry, by: str) -> tuple[str, ...]:
        """The systems of a charge; nobody accuses another of the accuser's own weapon."""
        return tuple(one for one in entry.statement.systems if by not in self.sides.owners(one))

    def _treaty(self, entry: StatementEntry, systems: tuple[str, ...], against: str) -> str | None:
        """The treaty told; else that told beside the system elsewhere, the matter's, the report's, or that which classes the system."""
        if entry.statement.treaties:
            return entry.statement.treaties[0]
        beside = sum((self._treaties_of.get(system, Counter()) for system in systems), Counter[str]())
        if beside:
            return beside.most_common(1)[0][0]
        matter = self.words.treaty_of_matter(entry.content, against)
        classed = (self.sides.classing_treaty(system) for system in systems)
        reported = (self.main[report] for report in entry.reports if report in self.main)
        return matter or next(reported, None) or next(filter(None, classed), None)
