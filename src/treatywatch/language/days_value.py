"""TIMEX3 values: how they are written, and which calendar days they cover.

The values follow ISO-TimeML's TIMEX3 (`2019-07-05`, `2019-W27`, `2019-W27-WE`, `2019-Q3`, `2019-H1`, `2019-SU`, `201X`,
`19XX`, `2019-07-05TMO`, `P2W`, `PT24H`, `PRESENT_REF`), with `X` for what stays open (`XXXX-WXX-5`).
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

Bounds = tuple[date | None, date | None]

OPEN: Bounds = (None, None)
_SEASON_BOUNDS = {"SP": (3, 1, 6, 21), "SU": (6, 1, 9, 22), "FA": (9, 1, 12, 21), "WI": (12, 1, 3, 20)}
"""Meteorological begin, astronomical end: a report's "summer" may mean either, and the bounds must hold both."""

_CLOCK = r"(?:T(?:MO|MI|AF|EV|NI|\d{2}(?::\d{2})?))?"
_POINT = r"(?:\d{4}|XXXX)(?:-(?:\d{2}|XX)(?:-(?:\d{2}|XX))?|-W(?:\d{2}|XX)(?:-(?:[1-7]|WE))?|-Q[1-4X]|-H[12X]|-(?:SP|SU|FA|WI))?"
VALUE = re.compile(
    rf"^(?:{_POINT}{_CLOCK}|\d{{3}}X|\d{{2}}XX|XXXX(?:X)?|T\d{{2}}(?::\d{{2}})?"
    r"|P(?:\d+(?:\.\d+)?|X)[YMWDQ]|PT(?:\d+(?:\.\d+)?|X)[HMS]|(?:PRESENT|PAST|FUTURE)_REF)$"
)
"""Every value that the reader writes has this form."""


def of_week(day: date) -> str:
    """The ISO week of `day` (`2019-W27`)."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def of_month(year: int, month: int) -> str:
    """A month (`2019-07`)."""
    return f"{year:04d}-{month:02d}"


def of_quarter(year: int, quarter: int) -> str:
    """A quarter (`2019-Q3`)."""
    return f"{year:04d}-Q{quarter}"


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def shift_days(day: date, count: int) -> date | None:
    """`count` days on (or back), None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def shift_months(day: date, count: int) -> date | None:
    """The same day number `count` months on, cut to the month's end; an approximation for told spans, never for a clock."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_bounds(year: int, month: int) -> Bounds:
    """First and last day of a month."""
    first = safe_date(year, month, 1)
    return (first, date(year, month, calendar.monthrange(year, month)[1])) if first else OPEN


def week_bounds(year: int, week: int) -> Bounds:
    """Monday and Sunday of an ISO week."""
    try:
        monday = date.fromisocalendar(year, week, 1)
        return monday, monday + timedelta(days=6)
    except (ValueError, OverflowError):
        return OPEN


def season_bounds(year: int, season: str) -> Bounds:
    """Generous bounds of a northern season; a winter is named by the year in which it begins."""
    first_month, first_day, last_month, last_day = _SEASON_BOUNDS[season]
    return safe_date(year, first_month, first_day), safe_date(year + (season == "WI"), last_month, last_day)


def _year_part(year: int, part: str) -> Bounds:
    if part in _SEASON_BOUNDS:
        return season_bounds(year, part)
    if part[0] in "QH" and part[1:].isdigit():
        length = 3 if part[0] == "Q" else 6
        last = int(part[1:]) * length
        return month_bounds(year, last - length + 1)[0], month_bounds(year, last)[1]
    week = re.fullmatch(r"W(\d{2})(?:-([1-7]|WE))?", part)
    if week:
        monday, sunday = week_bounds(year, int(week[1]))
        if monday is None or week[2] is None:
            return monday, sunday
        if week[2] == "WE":
            return monday + timedelta(days=5), sunday
        day = monday + timedelta(days=int(week[2]) - 1)
        return day, day
    return OPEN


def bounds_of(value: str) -> Bounds:
    """The first and last calendar day that a value covers; open where it does not say (`XXXX-07-03`, `P2W`, `PAST_REF`)."""
    value = re.sub(r"T(?:MO|MI|AF|EV|NI|\d{2}(?::\d{2})?)$", "", value)
    if match := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", value):
        day = safe_date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := re.fullmatch(r"(\d{4})-(\d{2})(?:-XX)?", value):
        return month_bounds(int(match[1]), int(match[2])) if 1 <= int(match[2]) <= 12 else OPEN
    if match := re.fullmatch(r"(\d{2,4})(X{0,2})", value):
        if len(value) != 4:
            return OPEN
        span = 10 ** len(match[2])
        first = int(match[1]) * span
        return safe_date(first, 1, 1), safe_date(first + span - 1, 12, 31)
    if match := re.fullmatch(r"(\d{4})-(.+)", value):
        return _year_part(int(match[1]), match[2])
    return OPEN


def narrow(bounds: Bounds, part: str) -> Bounds:
    """The part of a span that a modifier means: `start`, `early` (first half), `mid`, `late` (second half), `end` (last third)."""
    earliest, latest = bounds
    if earliest is None or latest is None or earliest == latest:
        return bounds
    low, high = {"early": (0, 0.5), "start": (0, 0.34), "mid": (0.2, 0.8), "late": (0.5, 1), "end": (0.64, 1)}[part]
    length = (latest - earliest).days
    return earliest + timedelta(days=int(length * low)), earliest + timedelta(days=round(length * high))
