"""Rules of single cells: days that are none."""

from __future__ import annotations

from collections.abc import Iterator

from treatywatch.findings.tables.law import Law
from treatywatch.findings.tables.rows import Row, act_of
from treatywatch.findings.tables.rules import CELLS, Blame

_DEEDS = ("adopted", "signed", "ratified", "deposited", "notice", "day")
_TO_COME = ("enter-into-force", "withdraw", "terminate", "expire")
"""Acts whose day can be told before it comes: a clock runs to it."""


@CELLS.rule("impossible-day", "No calendar has such a day.")
def impossible_day(row: Row, _law: Law) -> Iterator[Blame]:
    """A cell that tells a day which is none: 30 February, month 13."""
    for name, cell in row.cells.items():
        if cell.told.problem == "impossible":
            yield Blame(name, repr(cell.text), "a day of the calendar")


@CELLS.rule("unreadable-day", "What cannot be read as a day was not checked.", "warning")
def unreadable_day(row: Row, _law: Law) -> Iterator[Blame]:
    """A cell of a column of days that tells none."""
    for name, cell in row.cells.items():
        if cell.told.problem == "unreadable":
            yield Blame(name, repr(cell.text), "a day such as 2019-07-05, 5 July 2019 or 2019, or nothing")


@CELLS.rule("future-day", "Nobody has signed, deposited or notified on a day that has not come.")
def future_day(row: Row, law: Law) -> Iterator[Blame]:
    """A deed on a day after the one of which the table speaks."""
    for name, day in row.days(*_DEEDS):
        if day.earliest > law.on and act_of(row.text("act")) not in _TO_COME:
            yield Blame(name, str(day), f"a day up to {law.on}")
