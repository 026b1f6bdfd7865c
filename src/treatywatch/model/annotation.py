"""What reading one text yields: names, days, statements and events, all by offsets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from treatywatch.model.event import Assertion
from treatywatch.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `kind`: treaty, system, actor, outlet, office, person, or place (a capital told as a place, "in Moscow").

    `candidates` lists the ids that fit, best first; `alias_kind` says how the name names (name, adjective, metonym, …; `near`
    for a spelling one edit away).
    """

    start: int
    end: int
    kind: str
    id: str
    text: str
    candidates: tuple[str, ...] = ()
    alias_kind: str = ""


@dataclass(frozen=True, slots=True)
class DayMention:
    """A TIMEX3 expression: `type` is DATE, TIME, DURATION or SET; `value` as in TIMEX3; bounds are None where open."""

    start: int
    end: int
    text: str
    type: str
    value: str
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Annotation:
    """The reading of one text; `refused` carries the reason where it could not be read; `degraded` where no model was there."""

    refused: str | None = None
    statements: tuple[Statement, ...] = ()
    events: tuple[Assertion, ...] = ()
    dates: tuple[DayMention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    degraded: bool = False
