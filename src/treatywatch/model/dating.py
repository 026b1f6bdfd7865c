"""The day of a report that carries none: inferred from what it tells, with the reasons. Never a printed day; that can be doubted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from treatywatch.dates import UncertainDay
from treatywatch.model.passage import Ground


class Bound(StrEnum):
    """What a reason says of the report's day."""

    NOT_BEFORE = "not before"
    NOT_AFTER = "not after"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class DayReason:
    """One reason for a report's day: the report is not before `earliest`, not after `latest`, or near, between the two.

    `grounds` carry the sentence and the act, item of a history, office or report with its source. `agrees` is false for what
    was set aside because more of the text speaks against it.
    """

    bound: Bound
    earliest: date | None
    latest: date | None
    says: str
    grounds: tuple[Ground, ...]
    agrees: bool = True


@dataclass(frozen=True, slots=True)
class InferredDay:
    """The inferred day of a report, with the fields of an uncertain day (`how` is `inferred`), its candidates and its reasons.

    `candidates` are the separate stretches `(first, last)` in which the day can lie, likeliest first.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    best: date | None
    how: str = "inferred"
    candidates: tuple[tuple[date, date], ...] = ()
    reasons: tuple[DayReason, ...] = ()

    @property
    def day(self) -> UncertainDay:
        """The uncertain day alone."""
        return UncertainDay(self.edtf, self.earliest, self.latest, self.best, self.how)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the day that a report carries is doubted, in words; `earliest` and `latest` of the time that its text speaks for, where it
    bounds one.
    """

    says: str
    earliest: date | None = None
    latest: date | None = None
    reasons: tuple[DayReason, ...] = ()
