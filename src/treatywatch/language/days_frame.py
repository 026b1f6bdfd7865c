"""What a day expression is read against: the report's day, the tense around it, and the days told before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from treatywatch.language.days_tense import FUTURE, PAST, PRESENT, tense_around
from treatywatch.language.days_value import OPEN, Bounds, bounds_of, safe_date, shift_days

SCOPE = 600
"""How far back (characters) "that day" or "a year earlier" may find its antecedent: about a paragraph and a half of wire prose."""
_FAR_DAYS, _NEAR_DAYS = 300, 65
"""A told month or day is almost never ten months off while the same one two months off lies the other way (wire prose)."""

_STOP = re.compile(r"\n|(?<![A-Z][a-z][a-z])(?<!Sept)[.!?](?=[\s\"”’])")
"""The end of a line or sentence, where no sentences are given; "Nov." ends none."""


class Bounded(Protocol):
    """Anything with offsets: a sentence."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def end(self) -> int:
        """One past the last code point."""


Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Found:
    """One expression, resolved."""

    start: int
    end: int
    type: str
    value: str
    bounds: Bounds = OPEN

    @classmethod
    def of(cls, start: int, end: int, value: str, bounds: Bounds | None = None, kind: str = "DATE") -> Found:
        """An expression whose bounds follow from its value, unless they are given."""
        return cls(start, end, kind, value, bounds_of(value) if bounds is None else bounds)


@dataclass(slots=True)
class Frame:
    """The text, the report's day (`base`, None where it is not known) and the expressions accepted so far (`trail`)."""

    text: str
    base: date | None
    sentences: Sequence[Bounded] = ()
    trail: list[Found] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [sentence.start for sentence in self.sentences]

    def sentence(self, position: int) -> tuple[int, int]:
        """The bounds of the sentence that holds `position`, or of the line where no sentences are given."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self.sentences[index].end:
            return self.sentences[index].start, self.sentences[index].end
        before = [stop.end() for stop in _STOP.finditer(self.text, max(0, position - SCOPE), position)]
        after = _STOP.search(self.text, position)
        return (before[-1] if before else max(0, position - SCOPE)), (after.start() if after else len(self.text))

    def tense(self, start: int, end: int) -> str | None:
        """The tense told around `[start, end)`."""
        low, high = self.sentence(start)
        return tense_around(self.text, start, end, low, high)

    def antecedent(self, position: int, *lengths: int) -> Found | None:
        """The last DATE told before `position` whose value has one of these lengths (10 a day, 4 a year, …)."""
        for found in reversed(self.trail):
            if position - found.end > SCOPE:
                return None
            if (
                found.type in ("DATE", "TIME")
                and found.value[:1].isdigit()
                and (not lengths or len(found.value) in lengths)
            ):
                return found
        return None

    def quarter(self, position: int) -> str | None:
        """The quarter that is spoken of before `position` (`2019-Q3`): the latest, since others are what it is compared with."""
        told = [
            found.value
            for found in self.trail
            if position - found.end <= SCOPE and re.fullmatch(r"\d{4}-Q\d", found.value)
        ]
        return max(told, default=None)

    def anchor(self, position: int, tense: str | None = None) -> date | None:
        """The exact day that "the day before" counts from: the last day told, if it is exact. What is past counts from no coming day."""
        found = self.antecedent(position)
        if tense == PAST and self._is_coming(found):
            found = next((told for told in reversed(self.trail) if _exact(told) and not self._is_coming(told)), None)
        return found.bounds[0] if found and _exact(found) else None

    def _is_coming(self, found: Found | None) -> bool:
        return bool(found and self.base and found.bounds[0] and found.bounds[0] > self.base)

    def pick(self, candidates: Sequence[date | None], tense: str | None) -> date | None:
        """The candidate that the tense asks for, with the guard against a far day where a near one lies the other way."""
        days = sorted(day for day in candidates if day is not None)
        if self.base is None or not days:
            return None
        base = self.base
        nearest = min(days, key=lambda day: abs((day - base).days))
        chosen: date | None = nearest
        if tense == PAST:
            chosen = max((day for day in days if day <= base), default=nearest)
        elif tense == FUTURE:
            chosen = min((day for day in days if day >= base), default=nearest)
        near = _NEAR_DAYS if tense != FUTURE else _NEAR_DAYS // 2
        if chosen and abs((chosen - base).days) > _FAR_DAYS and abs((nearest - base).days) < near:
            return nearest
        return chosen

    def weekday(self, iso_weekday: int, tense: str | None) -> date | None:
        """The day meant by a bare weekday: today if it is today, else the last one, or the next one where told ahead."""
        if self.base is None:
            return None
        back = (self.base.isoweekday() - iso_weekday) % 7
        if back == 0 or tense not in (FUTURE, PRESENT):
            return shift_days(self.base, -back)
        return shift_days(self.base, 7 - back)

    def year_of(self, month: int, day: int, tense: str | None) -> date | None:
        """The day meant by a month and a day without a year."""
        if self.base is None:
            return None
        return self.pick([safe_date(self.base.year + step, month, day) for step in (-4, -1, 0, 1, 4)], tense)


def _exact(found: Found) -> bool:
    return found.type in ("DATE", "TIME") and found.bounds[0] is not None and found.bounds[0] == found.bounds[1]


Reader = Callable[[Match, Frame], tuple[Found, ...]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the trigger that it is tried near, and what it means; a reader that answers with nothing gives way to the next rule."""

    near: str
    pattern: re.Pattern[str]
    read: Reader
