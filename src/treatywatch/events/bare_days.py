"""Bare weekdays and months ("on Tuesday", "in May") that were read as the next ones, where what they date is done."""

from __future__ import annotations

import re
from datetime import date, timedelta

from treatywatch.dates import UncertainDay, last_of_month

_WEEK = 7
_HALF_YEAR = 183


def gone(day: UncertainDay, base: date, month: bool) -> UncertainDay:
    """The last such weekday or month, where a bare one was read as the next."""
    if day.best is not None and 0 < (day.best - base).days <= _WEEK:
        return UncertainDay.on(day.best - timedelta(days=_WEEK), "relative")
    if not month or not re.fullmatch(r"\d{4}-\d{2}", day.edtf) or day.earliest is None or day.earliest <= base:
        return day
    return month_from(day.earliest.replace(year=day.earliest.year - 1))


def nearer(day: UncertainDay, base: date) -> UncertainDay:
    """The last such day of the year, where one told without its year was read as one more than half a year ahead."""
    if day.best is None or day.how != "relative" or (day.best - base).days <= _HALF_YEAR:
        return day
    try:
        return UncertainDay.on(day.best.replace(year=day.best.year - 1), "relative")
    except ValueError:  # 29 February
        return day


def month_from(first: date) -> UncertainDay:
    """The month that begins on a day, told by its relation to the report."""
    return UncertainDay(first.isoformat()[:7], first, last_of_month(first), None, "relative")
