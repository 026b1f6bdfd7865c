"""Entries: what the reports of a record assert together, with the number of independent lines behind it."""

from __future__ import annotations

from dataclasses import dataclass

from treatywatch.dates import UncertainDay
from treatywatch.model.event import Assertion, Event
from treatywatch.model.judgement import Review
from treatywatch.model.passage import Ground, Passage
from treatywatch.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Told:
    """One reading of one report: a statement or an assertion, the report it stands in, and that report's day and line.

    `line` names the line of reporting (reports that rest on one origin share it), None where lineage is unknown. `near` says
    that the text is its line's original or an unchanged copy of it, so that its wording goes before that of a rewrite; `doubted` that the
    report's day is doubted, and nobody dispelled that.
    """

    report: str
    text: str
    published: UncertainDay | None
    line: str | None
    outlet: str | None
    near: bool = True
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class ToldStatement:
    """A statement as one report has it."""

    told: Told
    statement: Statement


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An assertion of an event as one report has it."""

    told: Told
    assertion: Assertion


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """One speech act, however often it is told. `statement` is the fullest telling; `lines` is None where lineage is unknown."""

    id: str
    statement: Statement
    content: str
    reports: tuple[str, ...]
    lines: int | None
    evidence: tuple[Passage, ...]
    members: tuple[ToldStatement, ...]
    review: Review | None = None

    @property
    def doubted(self) -> tuple[str, ...]:
        """The reports of it whose day is doubted."""
        return _doubted(self.members)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What speaks against a reported event: another telling (`event` is its entry) or the law (`ground`).

    `what` is told otherwise: it at all (`denied`), its `day`, its `actor` or its `kind`.
    """

    what: str
    says: str
    event: str | None = None
    reports: tuple[str, ...] = ()
    lines: int | None = None
    evidence: tuple[Passage, ...] = ()
    ground: Ground | None = None


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One event, however often it is told. `settled` where acts of the shelf match it for every actor; `acts` are their ids."""

    id: str
    event: Event
    reports: tuple[str, ...]
    lines: int | None
    evidence: tuple[Passage, ...]
    members: tuple[ToldEvent, ...]
    settled: bool = False
    acts: tuple[str, ...] = ()
    review: Review | None = None
    contradicted_by: tuple[Contradiction, ...] = ()

    @property
    def doubted(self) -> tuple[str, ...]:
        """The reports of it whose day is doubted."""
        return _doubted(self.members)


def _doubted(members: tuple[ToldStatement, ...] | tuple[ToldEvent, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.told.report for one in members if one.told.doubted))
