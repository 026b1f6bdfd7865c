"""Whether two texts tell of one happening although they share no copy: the same days, and the same names and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from treatywatch.dates import UncertainDay
from treatywatch.stories.prose import common
from treatywatch.stories.words import Hashes

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


@dataclass(frozen=True)
class Telling:
    """What a report's text says of who and what (names, numbers, long words, as sorted hashes), and the day that it is of."""

    words: Hashes
    day: date | None

    @classmethod
    def of(cls, words: Hashes, published: UncertainDay | None) -> Telling:
        """The telling of a report published on a day that is known, as well as it is."""
        return cls(words, published.best if published else None)


def same_happening(a: Telling, b: Telling) -> bool:
    """Whether both tell of one happening, surely enough to say so: on known days, and with the same names and words."""
    if a.day is None or b.day is None or abs((a.day - b.day).days) > SLACK_DAYS:
        return False
    shared, smaller = common(a.words, b.words), min(len(a.words), len(b.words))
    return shared >= LEAST_WORDS and shared / smaller >= SAME_WORDS


def far_apart(a: Telling, b: Telling) -> bool:
    """Whether both are of known days, too far from each other to be versions of one text."""
    return a.day is not None and b.day is not None and abs((a.day - b.day).days) > BACKGROUND_DAYS
