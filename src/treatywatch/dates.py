"""Days: plain, uncertain, and the treaty calendar, which refuses ambiguity. No clock is read here.

A *plain day* is an ISO string, shortened where no more is known (`2019-07-05`, `1991-12`, `1991`).
An *uncertain day* carries bounds, a best guess and how it is known; its `edtf` follows EDTF (ISO 8601-2) level 1.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from treatywatch.errors import AmbiguousDay, DayError

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The months as they are told; the first is January."""

_PLAIN = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


@dataclass(frozen=True, slots=True, order=True)
class PlainDay:
    """A day, a month or a year, as exactly as a source gives it. Sorts by its first possible day."""

    earliest: date
    latest: date
    text: str

    @classmethod
    def parse(cls, text: str) -> PlainDay:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else raises DayError."""
        match = _PLAIN.match(text.strip())
        if not match:
            raise DayError(f"day: found {text!r}, expected YYYY-MM-DD, YYYY-MM or YYYY")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        try:
            if day is not None and month is not None:
                only = date(year, month, day)
                return cls(only, only, text.strip())
            if month is not None:
                return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), text.strip())
            return cls(date(year, 1, 1), date(year, 12, 31), text.strip())
        except ValueError as error:
            raise DayError(f"day: found {text!r}, expected a day of the calendar ({error})") from error

    @classmethod
    def of(cls, day: date) -> PlainDay:
        """The plain day of a full calendar day."""
        return cls(day, day, day.isoformat())

    @property
    def exact(self) -> bool:
        """Whether one calendar day is meant."""
        return self.earliest == self.latest

    def __str__(self) -> str:
        return self.text


def parse_exact(text: str) -> date:
    """Read a full calendar day `YYYY-MM-DD`; a month or a year raises DayError."""
    day = PlainDay.parse(text)
    if not day.exact:
        raise DayError(f"day: found {text!r}, expected a full day YYYY-MM-DD")
    return day.earliest


@dataclass(frozen=True, slots=True)
class UncertainDay:
    """A day as a text or a source tells it.

    `edtf` is the value (`2019-07-05`, `2019-03`, `2019~`); `earliest`/`latest` bound it (None: open); `best` is the one
    day to sort by, if any; `how` says where it comes from: `printed`, `given`, `metadata`, `told`, `relative`, `inferred`.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    best: date | None
    how: str

    @classmethod
    def from_plain(cls, day: PlainDay, how: str) -> UncertainDay:
        """The uncertain day of a plain one."""
        return cls(day.text, day.earliest, day.latest, day.earliest if day.exact else None, how)

    @classmethod
    def on(cls, day: date, how: str) -> UncertainDay:
        """One exact day."""
        return cls(day.isoformat(), day, day, day, how)

    def overlaps(self, other: UncertainDay, slack_days: int = 0) -> bool:
        """Whether both could be the same day (an open bound fits all)."""
        slack = timedelta(days=slack_days)
        low = max(self.earliest or date.min, other.earliest or date.min)
        high = min(self.latest or date.max, other.latest or date.max)
        return low <= high or (high != date.max and low != date.min and low - high <= slack)

    def surely_by(self, known: date) -> bool:
        """Whether it is surely no later than `known`: where `latest` is open, nobody can say so."""
        return self.latest is not None and self.latest <= known


# --- The treaty calendar -----------------------------------------------------------------------------------------


def add_days(day: date, count: int) -> date:
    """`count` days later; the day of the act is day 0 (CWC Art. XXI: 180 days; TPNW Art. 15: 90 days)."""
    return day + timedelta(days=count)


def add_days_elapsed(day: date, count: int) -> date:
    """The day after `count` full days have run out (Russia's counting of CFE Art. XIX: 150 days)."""
    return day + timedelta(days=count + 1)


def last_of_month(day: date) -> date:
    """The last day of the month that a day lies in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def month_candidates(day: date, months: int) -> tuple[date, ...]:
    """The same day number `months` later; where that month has no such day, both roundings (last day, first of the next)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    last = calendar.monthrange(year, month)[1]
    if day.day <= last:
        return (date(year, month, day.day),)
    end = date(year, month, last)
    return (end, end + timedelta(days=1))


def add_months(day: date, months: int, choose: Callable[[tuple[date, ...]], date] | None = None) -> date:
    """The same day number `months` later. Where there is none, `choose` decides, else AmbiguousDay is raised."""
    candidates = month_candidates(day, months)
    if len(candidates) == 1:
        return candidates[0]
    if choose is not None:
        return choose(candidates)
    raise AmbiguousDay(
        f"{day.isoformat()} + {months} months: found no such day, expected one answer; "
        f"name a rounding: {' or '.join(c.isoformat() for c in candidates)}"
    )


def add_years(day: date, years: int) -> date:
    """The same day `years` later; 29 February in a common year raises AmbiguousDay."""
    return add_months(day, 12 * years)


def first_of_nth_month_after(day: date, months: int) -> date:
    """The first day of the n-th month after the month of `day` (Ottawa Art. 17: sixth month)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def end_of_following_year(day: date) -> date:
    """31 December of the next year (UNESCO Art. II.6)."""
    return date(day.year + 1, 12, 31)


class Rounding(StrEnum):
    """The two ways to read "n months later" where that month has no such day."""

    LAST_DAY = "last-day"
    NEXT_DAY = "next-day"


_WORDS = ("same-day", "end-of-following-year")
_UNITS = ("days", "full_days", "months", "years", "first_of_month", "month_after_days")


@dataclass(frozen=True, slots=True)
class Period:
    """A period as a treaty counts it; exactly one of the fields is set.

    `days`: the day of the act is day 0 (CWC XXI). `full_days`: so many full days must run out, effect on the day after (Russia's
    reading of CFE XIX). `months`, `years`: the same day number. `first_of_month`: the first day of the n-th month after the
    month of the act (Ottawa 17). `month_after_days`: the first day of the month after the n-th day (Rome Statute 126).
    `word`: `same-day`, or `end-of-following-year` (UNESCO II.6).
    """

    EXPECTS: ClassVar[str] = "a period such as {months: 6}, or {word: same-day}"

    days: int | None = None
    full_days: int | None = None
    months: int | None = None
    years: int | None = None
    first_of_month: int | None = None
    month_after_days: int | None = None
    word: str | None = None

    def __post_init__(self) -> None:
        """Refuse a period that says nothing, or two things."""
        told = [name for name in (*_UNITS, "word") if getattr(self, name) is not None]
        if len(told) != 1:
            raise ValueError(f"{len(told)} units")
        if self.word is not None and self.word not in _WORDS:
            raise ValueError(repr(self.word))
        if any((getattr(self, name) or 0) < 0 for name in _UNITS):
            raise ValueError("a negative count")

    def ends(self, day: date) -> tuple[date, ...]:
        """The day on which the period that starts on `day` ends; two where month arithmetic has no single answer."""
        if self.months is not None:
            return month_candidates(day, self.months)
        if self.years is not None:
            return month_candidates(day, 12 * self.years)
        if self.days is not None:
            return (add_days(day, self.days),)
        if self.full_days is not None:
            return (add_days_elapsed(day, self.full_days),)
        if self.first_of_month is not None:
            return (first_of_nth_month_after(day, self.first_of_month),)
        if self.month_after_days is not None:
            return (first_of_nth_month_after(add_days(day, self.month_after_days), 1),)
        return (day if self.word == "same-day" else end_of_following_year(day),)

    def end(self, day: date, rounding: Rounding | None = None) -> date:
        """The one end; where there are two, `rounding` decides, else AmbiguousDay is raised."""
        candidates = self.ends(day)
        if len(candidates) > 1 and rounding is None:
            raise AmbiguousDay(
                f"{day.isoformat()} + {self}: found no such day, expected one answer; "
                f"name a rounding: {' or '.join(c.isoformat() for c in candidates)}"
            )
        return candidates[-1] if rounding is Rounding.NEXT_DAY else candidates[0]

    def __str__(self) -> str:
        if self.word is not None:
            return {"same-day": "the same day", "end-of-following-year": "31 December of the following year"}[self.word]
        if self.first_of_month is not None:
            return f"the first day of month {self.first_of_month} after the month of the act"
        if self.month_after_days is not None:
            return f"the first day of the month after day {self.month_after_days} after the act"
        unit = next(name for name in _UNITS if getattr(self, name) is not None)
        count = getattr(self, unit)
        words = unit.replace("_", " ")
        return f"{count} {words[:-1] if count == 1 else words}"
