"""Numbers as a text tells them, with their hedges, and whether a told number fits an actual one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from treatywatch.findings.claims.lexicon import ClaimLexicon
from treatywatch.language.days_words import NUMBER_WORDS

_WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:{_WORD})(?:[- ](?:{_WORD}))?(?: hundred)?)"
"""A number in digits or words, as a part of a pattern."""
_NUMBER = re.compile(rf"(?<![\w.,-]){NUMBER}(?![\w]|[.,]\d|-\d)")

_TIED = re.compile(r"[^\W\d][-‐‑‒–—]$")


class Fit(StrEnum):
    """How a told number lies to the actual one. NEAR is too close to be called wrong and too far to be called right."""

    FITS = "fits"
    NEAR = "near"
    OFF = "off"


ABOUT = 0.05
"""A hedged number may be so far off. Press usage of "about" and "some" on the figures of tests/labels/claims."""
WEAK = 0.08
"""Up to here a hedged number, and up to ABOUT a round one without a hedge, is not called wrong."""
AT_LEAST = 0.85
"""“More than 2,500” of 2,692 tells the number; “more than 1,000” is true and tells little."""


@dataclass(frozen=True, slots=True)
class Told:
    """A number at `[start, end)` of the text; `hedge` is `about`, `below`, `above` or '' and starts at `start`."""

    start: int
    end: int
    value: float
    hedge: str = ""

    def fit(self, actual: float) -> Fit:
        """How the told number lies to the actual one, its rounding and its hedge considered."""
        if self.value == actual:
            return Fit.FITS
        apart = abs(self.value - actual) / max(abs(actual), 1)
        if self.hedge == "above":
            return self._from_below(actual)
        if self.hedge == "below":
            near = actual <= self.value and apart <= WEAK
            return Fit.FITS if near else Fit.NEAR if actual <= self.value and apart <= 2 * WEAK else Fit.OFF
        if self._rounds_to(actual) and (self.hedge or self._digits > 1):
            return Fit.FITS
        if self.hedge:
            return Fit.FITS if apart <= ABOUT else Fit.NEAR if apart <= WEAK else Fit.OFF
        return Fit.NEAR if self._round and apart <= ABOUT else Fit.OFF

    def _from_below(self, actual: float) -> Fit:
        if actual < self.value:
            return Fit.OFF
        return Fit.FITS if self.value >= AT_LEAST * actual else Fit.NEAR

    @property
    def _digits(self) -> int:
        """Significant digits of the number as it is told."""
        return len(str(int(self.value)).rstrip("0")) or 1

    @property
    def _round(self) -> bool:
        return self.value >= 100 and self.value % 50 == 0

    def _rounds_to(self, actual: float) -> bool:
        """Whether the actual number, rounded as the told one is, gives it (2,692 is 2,700)."""
        unit = int(10 ** (len(str(int(self.value))) - self._digits))
        return unit > 1 and abs(actual - self.value) < unit / 2


def value_of(words: str) -> float:
    """The value of a number in digits or words ("2,692", "twenty-nine")."""
    plain = words.replace(",", "").lower()
    if plain[0].isdigit():
        return float(plain)
    hundred = 100 if plain.endswith(" hundred") else 1
    return float(hundred * sum(NUMBER_WORDS[part] for part in re.split(r"[- ]", plain.removesuffix(" hundred"))))


def find_numbers(text: str, plain: str, low: int, high: int, lexicon: ClaimLexicon) -> Iterator[Told]:
    """The numbers in a stretch, with the hedges before them. `plain` is the text in lower case with spaces for hyphens.

    A number that a hyphen ties to a word is part of a name ("SS-20").
    """
    for match in _NUMBER.finditer(plain, low, high):
        if not _TIED.search(text[max(low, match.start() - 2) : match.start()]):
            yield told_at(plain, match.start(), match.end(), low, lexicon)


def told_at(plain: str, start: int, end: int, low: int, lexicon: ClaimLexicon) -> Told:
    """The number that stands at `[start, end)`, with its hedge, sought back to `low`."""
    value = value_of(plain[start:end])
    for hedge, pattern in lexicon.hedges.items():
        before = pattern.search(plain, max(low, start - 30), start)
        if before and before.end() == start and not plain.endswith("no ", low, before.start()):
            return Told(before.start(), end, value, hedge)
    return Told(start, end, value)
