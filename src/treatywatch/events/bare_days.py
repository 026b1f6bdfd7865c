"""Bare weekdays and months ("on Tuesday", "in May") that were read as the next ones, where what they date is done."""

from __future__ import annotations

import re
from datetime import date, timedelta

from treatywatch.dates import UncertainDay, last_of_month

_WEEK = 7


def gone(day: UncertainDay, base: date, month: bool) -> UncertainDay:
    """The last such weekday or month, where a bare one was read as the next."""
    if day.best is not None and 0 < (day.best - base).days <= _WEEK:
        return UncertainDay.on(day.best - timedelta(days=_WEEK), "relative")
    if not month or not re.fullmatch(r"\d{4}-\d{2}", day.edtf) or day.earliest is None or day.earliest <= base:
        return day
    return month_from(day.earliest.replace(year=day.earliest.year - 1))


def month_from(first: date) -> UncertainDay:
    """The month that begins on a day, told by its relation to the report."""
    return UncertainDay(first.isoformat()[:7], first, last_of_month(first), None, "relative")
