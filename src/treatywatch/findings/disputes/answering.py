"""Answers: what the accused says about a charge: denial, rejection, another figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatywatch.findings.disputes.lexicon import DisputeLexicon
from treatywatch.findings.sides import Sides
from treatywatch.findings.telling import said_by
from treatywatch.model.entry import StatementEntry
from treatywatch.model.vocabulary import Stance

_REFUSING = frozenset({Stance.DENY, Stance.REJECT})
_SAYING = frozenset({Stance.REPORT, Stance.ASSESS, Stance.ANNOUNCE, Stance.OTHER, Stance.ACCUSE, Stance.PLEDGE})


class Answering:
    """Finds answers among the statements told by the day asked."""

    def __init__(self, words: DisputeLexicon, sides: Sides, told: Sequence[StatementEntry]) -> None:
        self.words, self.sides, self.told = words, sides, told

    def to(
        self,
        accused: str,
        accuser: str,
        claim: Sequence[StatementEntry],
        systems: frozenset[str],
        treaties: frozenset[str],
    ) -> Iterator[StatementEntry]:
        """The statements by which the accused answers this claim of the accuser, about these systems under these treaties."""
        opened = min((day for entry in claim if (day := said_by(entry))), default=None)
        claims = {entry.id for entry in claim}
        reports = {report for entry in claim for report in entry.reports}
        for entry in self.told:
            day = said_by(entry)
            if entry.id in claims or accused not in self.sides.of_entry(entry):
                continue
            if opened and day and day < opened and not reports & set(entry.reports):
                continue
            if self._aims_elsewhere(entry, accuser) or not self._answers(entry):
                continue
            if self._of_one_matter(entry, systems, treaties, reports):
                yield entry

    def _aims_elsewhere(self, entry: StatementEntry, accuser: str) -> bool:
        """Whether the answer names another accuser than this one."""
        named = self.sides.named(entry.statement.targets)
        return bool(named) and accuser not in named and entry.statement.stance in _REFUSING

    def _answers(self, entry: StatementEntry) -> bool:
        """Whether the words answer a charge: it is denied or rejected, called unfounded, or met with another figure."""
        stance, content = entry.statement.stance, entry.content
        if stance in _REFUSING:
            return self._of_a_charge(entry)
        if stance not in _SAYING or entry.statement.condition:
            return False
        if stance is Stance.ACCUSE and self.sides.named(entry.statement.targets):
            return bool(self.words.rejecting.search(content) and self.words.charges.search(content))
        return bool(self.words.rejecting.search(content) or self.words.figures.search(content))

    def _of_a_charge(self, entry: StatementEntry) -> bool:
        content = entry.content.strip(" .,“”\"'")
        return (
            bool(entry.statement.systems)
            or bool(self.words.anaphors.fullmatch(content))
            or any(one.search(content) for one in (self.words.charges, self.words.breaking, self.words.rejecting))
            or (entry.statement.stance is Stance.DENY and bool(entry.statement.treaties))
        )

    def _of_one_matter(
        self, entry: StatementEntry, systems: frozenset[str], treaties: frozenset[str], reports: set[str]
    ) -> bool:
        ours, theirs = set(entry.statement.systems), set(entry.statement.treaties)
        if ours and systems:
            return bool(ours & systems)
        if reports & set(entry.reports):
            return not (theirs and treaties) or bool(theirs & treaties)
        return bool(theirs & treaties) and not ours and bool(self.words.charges.search(entry.content) or not systems)
