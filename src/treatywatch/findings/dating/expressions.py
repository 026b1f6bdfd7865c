"""What "on Friday", "last week", "July 3" or "six months ago" says of the report's day, once the day of what is told is known.

How an expression is read against a report's day is `language.days`'s matter. Here it is turned round: the text is read as of two
probe days, and the distance between probe and answer ("yesterday" is one day back) is taken from what was read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from treatywatch.dates import UncertainDay, last_of_month
from treatywatch.language.days import find_days
from treatywatch.language.days_frame import Bounded
from treatywatch.language.days_value import shift_months
from treatywatch.language.days_words import WEEKDAYS
from treatywatch.model.annotation import DayMention

_PROBES = (date(2018, 7, 1), date(2018, 1, 10))
"""A Sunday and a Wednesday half a year apart: no weekday and no month is the probe's own on both."""
_WITHOUT_YEAR = 330
"""Days within which a report tells a day of a month without its year: beyond, it would tell the year."""
_MONTH_SLACK, _YEARS_SLACK = 16, 250
"""Days by which "six months ago" and "four years ago" are rounded in print."""
_ANAPHORIC = re.compile(r"\b(?:that|same|later|following|before|earlier (?:in )?that|after|previous)\b", re.IGNORECASE)
"""Counted from a day told before it, not from the report's."""
_AGO = re.compile(r"\bago\b|\bearlier\b|\bbefore\b", re.IGNORECASE)

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Told:
    """A day expression and how it was told: `unit` of its distance from the report's day, `offset` in that unit.

    `unit`: date (with its year), weekday, day, week, month, year, month-day (no year), named-month (no year), term (a
    length), or open. `ahead` whether it is told as to come; None where nothing tells.
    """

    start: int
    end: int
    text: str
    unit: str
    offset: int = 0
    weekday: int = 0
    month: int = 0
    number: int = 0
    ahead: bool | None = None
    bounds: tuple[date | None, date | None] = (None, None)
    length: tuple[int, str] = (0, "")

    @property
    def certain(self) -> bool:
        """Whether `ahead` is told by the words; for a day or month without its year the nearer one was taken."""
        return self.unit not in ("month-day", "named-month")

    @property
    def recent(self) -> bool:
        """Whether it places what is told within about a week of the report."""
        near = self.unit == "day" and abs(self.offset) <= 7
        return near or self.unit == "weekday" or (self.unit == "week" and abs(self.offset) <= 1)


def read_expressions(
    text: str, sentences: Sequence[Bounded], undated: Sequence[DayMention] | None = None
) -> tuple[Told, ...]:
    """Every day expression of the text, as it would be read on any day; `undated`: as it was read without one, where it was."""
    undated = find_days(text, None, sentences) if undated is None else undated
    probed = [
        {(day.start, day.end): day for day in find_days(text, UncertainDay.on(probe, "given"), sentences)}
        for probe in _PROBES
    ]
    return tuple(_told(text, day, [found.get((day.start, day.end)) for found in probed]) for day in undated)


def _told(text: str, day: DayMention, probed: Sequence[DayMention | None]) -> Told:
    made = (day.start, day.end, day.text)
    if day.value == "PRESENT_REF" or _ANAPHORIC.search(day.text):
        return Told(*made, "open")
    if day.type in ("DURATION", "SET"):
        length = re.fullmatch(r"P(\d+)([DWMY])", day.value)
        return Told(*made, "term", length=(int(length[1]), length[2])) if length else Told(*made, "open")
    value = re.sub(r"T.*$", "", day.value)
    ahead = _is_ahead(probed)
    if day.earliest is not None or day.latest is not None:
        return Told(*made, "date", ahead=ahead, bounds=(day.earliest, day.latest))
    if match := re.fullmatch(r"XXXX-WXX-([1-7])", value):
        return Told(*made, "weekday", weekday=int(match[1]), ahead=ahead, offset=_weeks_back(probed))
    if match := re.fullmatch(r"XXXX-(\d\d)-(\d\d)", value):
        weekday = _weekday(day.text)
        return Told(*made, "month-day", weekday=weekday, month=int(match[1]), number=int(match[2]), ahead=ahead)
    if match := re.fullmatch(r"XXXX-(\d\d)", value):
        return Told(*made, "named-month", month=int(match[1]), ahead=ahead)
    return _counted(made, value, probed, ahead)


def _weekday(text: str) -> int:
    """The weekday that stands with a day of a month ("Sunday, 22 November"); 0 where none does."""
    return next((WEEKDAYS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in WEEKDAYS), 0)


def _counted(made: tuple[int, int, str], value: str, probed: Sequence[DayMention | None], ahead: bool | None) -> Told:
    """As in "yesterday", "last week", "next month", "two years ago": so many units from the report's day."""
    found, probe = probed[0], _PROBES[0]
    if found is None or found.earliest is None or found.latest is None:
        return Told(*made, "open", ahead=ahead)
    if value.startswith("XXXX-WXX"):
        monday = probe - timedelta(days=probe.weekday())
        start = found.earliest - timedelta(days=found.earliest.weekday())
        return Told(*made, "week", offset=(start - monday).days // 7, ahead=ahead)
    if value == "XXXX-XX":
        months = (found.earliest.year - probe.year) * 12 + found.earliest.month - probe.month
        return Told(*made, "month", offset=months, ahead=ahead)
    if value == "XXXX":
        return Told(*made, "year", offset=found.earliest.year - probe.year, ahead=ahead)
    if found.earliest == found.latest:
        return Told(*made, "day", offset=(found.earliest - probe).days, ahead=ahead)
    return Told(*made, "open", ahead=ahead)


def _is_ahead(probed: Sequence[DayMention | None]) -> bool | None:
    """Whether the expression is read as a day to come; None where the probes do not tell."""
    signs = set()
    for found, probe in zip(probed, _PROBES, strict=True):
        if found is None or found.earliest is None or found.latest is None:
            continue
        if found.latest < probe:
            signs.add(False)
        elif found.earliest > probe:
            signs.add(True)
    return signs.pop() if len(signs) == 1 else None


def _weeks_back(probed: Sequence[DayMention | None]) -> int:
    """A weekday told of the week before ("Friday last week") lies more than six days back."""
    found = probed[0]
    if found is None or found.earliest is None:
        return 0
    return -1 if (found.earliest - _PROBES[0]).days < -6 else 0


def publication(told: Told, earliest: date, latest: date, ahead: bool) -> list[Span] | None:
    """The stretches of days on which a report can tell by `told` what happened between `earliest` and `latest`.

    None where the expression leaves that open; no stretch where it cannot mean that day. `ahead`: it is told as to come.
    """
    if told.unit == "date":
        low, high = told.bounds
        apart = (low is not None and latest < low) or (high is not None and earliest > high)
        return [] if apart else None
    if earliest != latest:
        return None
    return _of_exact(told, earliest, ahead)


def _of_exact(told: Told, day: date, ahead: bool) -> list[Span] | None:
    if told.unit == "weekday":
        return _by_weekday(told, day, ahead)
    if told.unit == "day":
        told_on = day - timedelta(days=told.offset)
        return [(told_on, told_on)]
    if told.unit == "week":
        monday = day - timedelta(days=day.weekday() + 7 * told.offset)
        return [(monday, monday + timedelta(days=6))]
    if told.unit == "month":
        return [_by_months(told, day)]
    if told.unit == "year":
        return [_by_years(told, day)]
    if told.unit in ("month-day", "named-month"):
        if told.month != day.month or (told.number and told.number != day.day):
            return []
        far = timedelta(days=_WITHOUT_YEAR)
        return [(day - far, day)] if ahead else [(day, day + far)]
    return None


def _by_weekday(told: Told, day: date, ahead: bool) -> list[Span]:
    if day.isoweekday() != told.weekday:
        return []
    if ahead:
        return [(day - timedelta(days=7), day)]
    back = 7 if told.offset else 0
    return [(day + timedelta(days=back), day + timedelta(days=back + 6))]


def _by_months(told: Told, day: date) -> Span:
    middle = shift_months(day.replace(day=15), -told.offset) or day
    first = middle.replace(day=1)
    last = last_of_month(first)
    if told.offset == 0:
        return (max(first, day), last) if not told.ahead else (first, min(last, day))
    slack = timedelta(days=_MONTH_SLACK if _AGO.search(told.text) else 0)
    return first - slack, last + slack


def _by_years(told: Told, day: date) -> Span:
    year = day.year - told.offset
    first, last = date(year, 1, 1), date(year, 12, 31)
    if told.offset == 0:
        return (max(first, day), last) if not told.ahead else (first, last)
    if not _AGO.search(told.text):
        return first, last
    slack = timedelta(days=_YEARS_SLACK + (abs(told.offset) >= 10) * 40 * abs(told.offset))
    same = day.replace(year=year, day=min(day.day, 28))
    return same - slack, same + slack
