"""Judgements: what a person decided about machine readings. Dated, signed, and undone by a later one; never altered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Verb(StrEnum):
    """What a judgement does. `undo` takes back another judgement, which may itself be an undo."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    LINK = "link"
    UNLINK = "unlink"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a judgement holds on: the passage `[start, end)` of a report, and what the machine read there.

    `noun`: event, statement or report. `kind`: the event's kind or the statement's stance. `body`: the whole reading as it was judged,
    as JSON, so that it can be read again beside any later one. `side` tells the two sides of a link apart (0, 1).
    """

    noun: str
    report: str
    start: int
    end: int
    exact: str
    kind: str
    body: str
    side: int = 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: who, when (UTC day; the number gives the order within it), why, about what, and for a correction to what.

    `fields` are the corrected fields as pairs of name and plain text ("" for none, several joined by a space).
    """

    number: int
    verb: Verb
    by: str
    on: date
    because: str | None
    anchors: tuple[Anchor, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    undoes: int | None = None

    @property
    def id(self) -> str:
        """`review:7`."""
        return f"review:{self.number}"


@dataclass(frozen=True, slots=True)
class Review:
    """What judgements make of one reading: the last verdict, and the reading as the machine had it where it was corrected.

    `accepted` says whether a person took it for true; `was` is the machine's own reading as JSON, None where nothing was corrected.
    """

    judgements: tuple[Judgement, ...]
    accepted: bool
    rejected: bool
    was: str | None = None

    @property
    def last(self) -> Judgement:
        """The judgement that counts: the one that accepted or rejected, else the latest."""
        wanted = Verb.ACCEPT if self.accepted else Verb.REJECT if self.rejected else None
        deciding = [one for one in self.judgements if one.verb is wanted]
        return (deciding or self.judgements)[-1]

    @property
    def corrections(self) -> tuple[Judgement, ...]:
        """The judgements that corrected fields, in their order."""
        return tuple(one for one in self.judgements if one.verb is Verb.CORRECT)

    @property
    def verdict(self) -> str:
        """`accepted`, `rejected`, `corrected` or `linked`."""
        if self.rejected or self.accepted:
            return "rejected" if self.rejected else "accepted"
        return "corrected" if self.was is not None else "linked"
