"""Whether two texts tell of one happening although they share no copy: the same days, and the same names and numbers."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from treatywatch.dates import UncertainDay
from treatywatch.model.report import Report

SAME_WORDS = 0.40
"""Share of the shorter text's names, numbers and long words that the longer must have.

Calibrated on the 35 articles of NewsWCL50's development part, days left aside: 47 % of the pairs of one event reach it, and
0.8 % of the others. Two stories too many are preferred to two happenings in one.
"""
LEAST_WORDS = 10
"""Common names and long words below which a short text is not judged."""
SLACK_DAYS = 1
"""Days between two reports of one happening: a morning paper tells what an agency told the evening before."""
BACKGROUND_DAYS = 3
"""Days between two reports beyond which a small common part is background that a desk prints again, not a copy."""
_CALENDAR = frozenset(name.casefold() for name in (*calendar.day_name, *calendar.month_name, *calendar.month_abbr))
_NAME = re.compile(r"(?<![.!?\"“]\s)(?<!^)\b[A-Z][\w-]{2,}|\b\d[\w.,-]*\b", re.MULTILINE)
_LONG = re.compile(r"\b[a-z][a-z-]{6,}\b")


@dataclass(frozen=True)
class Telling:
    """What a report's text says of who and what (names, numbers, long words), and the day that it is of."""

    words: frozenset[str]
    day: UncertainDay | None


def read_telling(report: Report) -> Telling:
    """The names, numbers and long words of a report."""
    names = {match.casefold() for match in _NAME.findall(report.text)} - _CALENDAR
    return Telling(frozenset(names.union(_LONG.findall(report.text))), report.published)


def same_happening(a: Telling, b: Telling) -> bool:
    """Whether both tell of one happening, surely enough to say so: on known days, and with the same names and words."""
    if a.day is None or b.day is None or a.day.best is None or b.day.best is None:
        return False
    if abs((a.day.best - b.day.best).days) > SLACK_DAYS:
        return False
    return len(a.words & b.words) >= LEAST_WORDS and overlap(a, b) >= SAME_WORDS


def far_apart(a: Telling, b: Telling) -> bool:
    """Whether both are of known days, too far from each other to be versions of one text."""
    if a.day is None or b.day is None or a.day.best is None or b.day.best is None:
        return False
    return abs((a.day.best - b.day.best).days) > BACKGROUND_DAYS


def overlap(a: Telling, b: Telling) -> float:
    """The share of the names, numbers and long words of the shorter text that the longer has too."""
    smaller = min(len(a.words), len(b.words))
    return len(a.words & b.words) / smaller if smaller else 0.0
