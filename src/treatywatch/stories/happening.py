"""Whether two texts tell of one happening although they share no copy: the same days, and the same names and numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from treatywatch.dates import UncertainDay
from treatywatch.model.report import Report

SAME_NAMES = 0.40
"""Share of the shorter text's names and long words that the longer must have (set by `calibrated` below)."""
LEAST_NAMES = 12
"""Common names and long words below which a short text is not judged."""
SLACK_DAYS = 1
"""Days between two reports of one happening: a morning paper tells what an agency told the evening before."""
_NAME = re.compile(r"(?<![.!?\"“]\s)(?<!^)\b[A-Z][\w-]{2,}|\b\d[\w.,-]*\b", re.MULTILINE)
_LONG = re.compile(r"\b[a-z][a-z-]{6,}\b")


@dataclass(frozen=True)
class Telling:
    """What a report's text says of who and what, as bare words, and the day that it is of."""

    names: frozenset[str]
    long_words: frozenset[str]
    day: UncertainDay | None


def read_telling(report: Report) -> Telling:
    """The names, numbers and long words of a report."""
    names = frozenset(match.casefold() for match in _NAME.findall(report.text))
    return Telling(names, frozenset(_LONG.findall(report.text)), report.published)


def same_happening(a: Telling, b: Telling) -> bool:
    """Whether both tell of one happening, surely enough to say so: on known days, and with the same names and words."""
    if a.day is None or b.day is None or a.day.best is None or b.day.best is None:
        return False
    if abs((a.day.best - b.day.best).days) > SLACK_DAYS:
        return False
    common = len(a.names & b.names) + len(a.long_words & b.long_words)
    return common >= LEAST_NAMES and overlap(a, b) >= SAME_NAMES


def overlap(a: Telling, b: Telling) -> float:
    """The mean of the shares of names and of long words that the smaller set has in common with the larger."""
    return (_share(a.names, b.names) + _share(a.long_words, b.long_words)) / 2


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0
