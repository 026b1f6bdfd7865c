"""Reports, and how they relate to each other."""

from __future__ import annotations

from dataclasses import dataclass

from treatywatch.dates import UncertainDay
from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom a report credits for its text, and where it says so.

    `how`: `dateline`, `byline`, `foot`, `copyright`, or `inferred` (from kin; then `span` is None). A credit under a picture
    is no credit of the text.
    """

    outlet: str
    how: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Report:
    """One published text of one outlet. Offsets index `text`, which is kept as it was read and never changes."""

    id: str
    text: str
    title: str | None
    outlet: str | None
    url: str | None
    credit: Credit | None
    language: str | None
    published: UncertainDay | None
    path: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that was not read, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A report's place in a story: its relation to `of` (a report, or an outlet whose own text is absent), and the reasons.

    `credit` is the report's own, or, with `how` `inferred`, the one that it inherits from its kin.
    """

    report: str
    relation: Relation
    of: str | None
    because: tuple[str, ...]
    credit: Credit | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Reports that rest on one origin. Corroboration counts lines, not reports.

    `inferred` where at least one of them does not tell the origin itself, but inherits it from its kin.
    """

    origin: str | None
    reports: tuple[str, ...]
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about one happening. A report whose lineage is unknown is a member, but in none of the `lines`."""

    id: str
    origin: str | None
    lines: tuple[Line, ...]
    members: tuple[Membership, ...]

    @property
    def line_count(self) -> int | None:
        """How many lines of reporting the story has; None as soon as one member's lineage is unknown."""
        in_lines = sum(len(line.reports) for line in self.lines)
        return len(self.lines) if in_lines == len(self.members) else None
