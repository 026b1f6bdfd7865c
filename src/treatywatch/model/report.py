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
    """A report's place in a story: its relation to `of` (a report, or an outlet whose own text is absent), and the reasons."""

    report: str
    relation: Relation
    of: str | None
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Reports that rest on one origin. Corroboration counts lines, not reports."""

    origin: str | None
    reports: tuple[str, ...]
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about one happening."""

    id: str
    origin: str | None
    lines: tuple[Line, ...]
    members: tuple[Membership, ...]
