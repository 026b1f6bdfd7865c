"""Until when a pledge holds, where it says so: "for one year", "until February 2026", "by the end of 2007"."""

from __future__ import annotations

import re
from datetime import date

from treatywatch.dates import MONTHS, add_days, add_months

_MONTHS = tuple(month.casefold() for month in MONTHS)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNT = rf"(\d{{1,3}}|an?|{'|'.join(_NUMBERS)})"
_LASTING = re.compile(
    rf"\b(?:for|within|lasting)\s+(?:a further |another |at least |the next )?{_COUNT}[\s-](day|week|month|year)s?(\s+and\s+a\s+half)?\b",
    re.I,
)
_LEADING = r"the end of\s+|at least\s+|(?:(?:the|its)\s+(?:expiry|expiration)|it\s+expires)\s+(?:in|on)\s+"
_MONTH_AND_DAY = rf"(?:(\d{{1,2}})\s+)?(?:({'|'.join(_MONTHS)})\s+(?:(\d{{1,2}}),?\s+)?)?"
_NAMED = re.compile(
    rf"\b(?:until|till|through|by|before|no later than)\s+(?:{_LEADING})?{_MONTH_AND_DAY}((?:19|20)\d\d)\b", re.I
)
_UNTIL = r"(?:until|till|through|by|before|no later than)"
_WITHOUT_YEAR = re.compile(
    rf"\b{_UNTIL}\s+(?:{_LEADING})?(?:(\d{{1,2}})\s+({'|'.join(_MONTHS)})|({'|'.join(_MONTHS)})(?:\s+(\d{{1,2}}))?)\b",
    re.I,
)
_YEAR_TOLD = re.compile(
    rf"\b{_UNTIL}\s+(?:(the end of)\s+(?:the|this|next)\s+year|(year['’]s end|year[- ]end)|(?:this|next)\s+year)\b",
    re.I,
)
_BEFORE = re.compile(r"before", re.I)
_FROM = re.compile(rf"\b(?:after|from)\s+(\d{{1,2}})\s+({'|'.join(_MONTHS)})\s+((?:19|20)\d\d)\b", re.I)


def term_of(text: str, said: date | None) -> date | None:
    """The day on which the pledge's term is over, from 00:00; None where it names none, or a length without a known start."""
    named = _NAMED.search(text)
    if named:
        return _named(named)
    if said is not None and (near := _near(text, said)):
        return near
    lasting = _LASTING.search(text)
    begins = _FROM.search(text)
    start = _day(int(begins[3]), begins[2], int(begins[1])) if begins else said
    if not lasting or not start:
        return None
    unit, over = lasting[2].casefold(), bool(lasting[3])
    if over and unit == "year":
        return _after(start, 12 * _count(lasting[1]) + 6, "month")
    return _after(start, _count(lasting[1]) + over, unit)


def _near(text: str, said: date) -> date | None:
    """A term told without its year ("by 31 December"), or by the calendar ("by the end of next year", "this year")."""
    year = _YEAR_TOLD.search(text)
    if year:
        first = said.year + (1 if "next" in year.group().casefold() else 0)
        return date(first, 1, 1) if _BEFORE.match(year.group()) and not (year[1] or year[2]) else date(first + 1, 1, 1)
    told = _WITHOUT_YEAR.search(text)
    if told is None:
        return None
    number, month = (told[1], told[2]) if told[2] else (told[4], told[3])
    for possible in (said.year, said.year + 1):
        day = _day(possible, month, int(number or 1))
        if day and day > said:
            return day if number or _BEFORE.match(told.group()) else add_months(day, 1)
    return None


def _named(match: re.Match[str]) -> date | None:
    before, month, after, year = match.groups()
    if month is None:
        return date(int(year), 1, 1) if "before" in match.group().casefold() else date(int(year) + 1, 1, 1)
    number = before or after
    if number:
        return _day(int(year), month, int(number))
    first = _day(int(year), month, 1)
    return add_months(first, 1) if first and "before" not in match.group().casefold() else first


def _day(year: int, month: str, day: int) -> date | None:
    try:
        return date(year, _MONTHS.index(month.casefold()) + 1, day)
    except ValueError:
        return None


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _NUMBERS.index(word.casefold()) + 1 if word.casefold() in _NUMBERS else 1


def _after(start: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return add_days(start, count * (7 if unit == "week" else 1))
    if unit == "month":
        return add_months(start, count, max)
    return add_months(start, 12 * count, max)
