"""Names that a newer treaty took over from an older one ("START", "the Moscow Treaty"): which of the two a text means."""

from __future__ import annotations

import re
from datetime import date

from treatywatch.language.names_reading import Hits, Reading

_NEW = 10 * 366
"""Days for which a treaty that takes over an older one's name is likelier meant by it ("the Moscow Treaty" from 2002 on)."""
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_BESIDE = 90
"""Characters on each side of a name within which a year of its clause stands; own cases."""


def just_taken_over(reading: Reading, on: date | None) -> bool:
    """Whether a treaty took its name over so lately that it is likelier meant by it."""
    return reading.kind == "treaty" and on is not None and 0 <= (on - reading.low).days < _NEW


def is_heir(reading: Reading) -> bool:
    """Whether a treaty took the name over from another on a certain day ("START", from 2009-12-06 on New START's)."""
    return reading.kind == "treaty" and reading.ambiguous and reading.low > date.min


def told_of_before(reading: Reading, lowered: str, hit: Hits) -> bool:
    """As in "Bush signed START in 1991", told later: all years in its sentence lie before the reading holds."""
    before, after = lowered[max(0, hit.start - _BESIDE) : hit.start], lowered[hit.end : hit.end + _BESIDE]
    beside = before.rpartition(". ")[2] + " " + after.partition(". ")[0]
    years = [int(year) for year in _YEAR.findall(beside)]
    return bool(years) and max(years) < reading.low.year
