"""Days as tables tell them: ISO, in words, with slashes; and the cells that tell no day, an impossible one, or one of two."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from treatywatch.dates import PlainDay
from treatywatch.errors import DayError

Order = Literal["dmy", "mdy"]
"""Whether the day or the month comes first where a day is told in numbers, year last."""

_DASHES = frozenset({"", "-", "--", "–", "—", ".", "..", "…", "/", "?", "0"})
_NONE = frozenset({"na", "n/a", "n.a.", "nan", "nat", "none", "null", "nil", "no", "false", "unknown", "tbd"})
NOTHING = _DASHES | _NONE | {"pending", "never", "not yet"}
"""What a cell says that tells no day."""

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}\S*)?")
_COMPACT = re.compile(r"((?:1[89]|20)\d\d)(\d\d)(\d\d)")
_MONTH_ONLY = re.compile(r"(\d{4})[-/](\d{1,2})(?:-(?:XX|\?\?))?", re.IGNORECASE)
_YEAR_ONLY = re.compile(r"(\d{4})(?:\.0)?(?:-(?:XX|\?\?)-(?:XX|\?\?))?", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: \d{1,2}:\d{2}\S*)?")
_DAY_WORD = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(\d{{4}})", re.IGNORECASE)
_WORD_DAY = re.compile(rf"{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
_WORD = re.compile(rf"{_MONTH},?[\s-]+(\d{{4}})", re.IGNORECASE)
_RANGE = re.compile(r"(\S+)\.\.(\S+)")
_KIND = re.compile(r"^(.*\d)\s*(?:\(\s*)?(AA|A|a|d|c|P|s|acc\.?|rat\.?|suc\.?)(?:\s*\))?$")
_DOUBT = re.compile(r"(?<=\d)\s*[~?%*]+$")
_KINDS = {
    "AA": "approval",
    "A": "acceptance",
    "a": "accession",
    "d": "succession",
    "c": "consent",
    "P": "consent",
    "s": "signature",
    "acc": "accession",
    "rat": "ratification",
    "suc": "succession",
}
"""The letters that the UN Treaty Collection sets behind a day."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a cell tells. `day`: the one day, month or year; `readings`: both, where day and month cannot be told apart.

    `problem`: impossible (no day of the calendar) or unreadable. `kind`: the kind of consent that the cell names with it.
    """

    day: PlainDay | None = None
    readings: tuple[PlainDay, ...] = ()
    problem: Literal["impossible", "unreadable"] | None = None
    kind: str | None = None


@lru_cache(maxsize=1 << 14)
def told(text: str, order: Order | None) -> Told:
    """Read one cell. `order` decides where 05/07/2019 could be two days; without it both are told."""
    plain = _DOUBT.sub("", " ".join(text.split()))
    if plain.casefold() in NOTHING or plain.startswith("9999"):
        return Told()
    match = _KIND.match(plain)
    kind = _KINDS[match[2].rstrip(".")] if match else None
    plain = match[1].strip() if match else plain
    try:
        readings = _readings(plain, order)
    except (DayError, ValueError):
        return Told(problem="impossible", kind=kind)
    if not readings:
        return Told(problem="unreadable", kind=kind)
    return Told(readings[0] if len(readings) == 1 else None, readings, kind=kind)


def order_of(cells: Iterable[str]) -> Order | None:
    """Whether days or months come first in these cells: a number above 12 tells it; None where none does, or both do."""
    seen: set[Order] = set()
    for cell in cells:
        match = _NUMBERS.fullmatch(cell.strip())
        if match and match[2] != ".":
            seen |= {"dmy"} if int(match[1]) > 12 else {"mdy"} if int(match[3]) > 12 else set()
    return seen.pop() if len(seen) == 1 else None


def swapped(day: PlainDay) -> date | None:
    """The day with day and month exchanged; None where that is no other day."""
    one = day.earliest
    if not day.exact or one.day > 12 or one.day == one.month:
        return None
    return date(one.year, one.day, one.month)


def _readings(text: str, order: Order | None) -> tuple[PlainDay, ...]:
    if match := _RANGE.fullmatch(text):
        return _between(_readings(match[1], order), _readings(match[2], order))
    if match := _NUMBERS.fullmatch(text):
        return _by_numbers(match, order)
    for pattern, groups in _FORMS:
        if match := pattern.fullmatch(text):
            return (PlainDay.parse("-".join(_part(match[place]) for place in groups)),)
    return ()


_FORMS = (
    (_YEAR_FIRST, (1, 2, 3)),
    (_COMPACT, (1, 2, 3)),
    (_YEAR_ONLY, (1,)),
    (_MONTH_ONLY, (1, 2)),
    (_DAY_WORD, (3, 2, 1)),
    (_WORD_DAY, (3, 1, 2)),
    (_WORD, (2, 1)),
)


def _part(text: str) -> str:
    return f"{_MONTHS.get(text.casefold()) or int(text):02d}"


def _between(first: tuple[PlainDay, ...], last: tuple[PlainDay, ...]) -> tuple[PlainDay, ...]:
    if not first or not last:
        return ()
    low, high = first[0].earliest, last[-1].latest
    return (PlainDay(low, high, f"{low.isoformat()}/{high.isoformat()}"),)


def _by_numbers(match: re.Match[str], order: Order | None) -> tuple[PlainDay, ...]:
    """Days told in numbers, year last. Points part days in lands where the day comes first."""
    one, two, year = int(match[1]), int(match[3]), int(match[4])
    order = order or ("dmy" if match[2] == "." else None)
    both = [(one, two), (two, one)]
    fit = [(day, month) for day, month in both if month <= 12 and day <= calendar.monthrange(year, month)[1]]
    if order and max(one, two) <= 12:
        fit = [both[order == "mdy"]]
    if not fit or not min(one, two):
        raise DayError("no day of the calendar")
    return tuple(dict.fromkeys(PlainDay.of(date(year, month, day)) for day, month in fit))
