"""Numbers in running text: digits and words, magnitudes, shares, ordinals, units and money; one reading for each way to write one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from treatywatch.language.days_words import COUNTED, NUMBER_WORDS

if TYPE_CHECKING:
    from treatywatch.stories.alterations.tokens import Token

_VALUES = {word: float(number) for word, number in NUMBER_WORDS.items()}
_ORDINALS = {word: float(number) for word, number in COUNTED.items() if number <= 20}
_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_MAGNITUDES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "dozen": 12.0,
}
_VAGUE = {"dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
_SHARES = {
    "half": 0.5,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 0.25,
    "quarters": 0.25,
    "fifth": 0.2,
    "fifths": 0.2,
    "tenth": 0.1,
    "tenths": 0.1,
}
_UNITS = {
    "km": ("m", 1e3), "kilometre": ("m", 1e3), "kilometer": ("m", 1e3), "mile": ("m", 1609.344), "mi": ("m", 1609.344),
    "metre": ("m", 1.0), "meter": ("m", 1.0), "foot": ("m", 0.3048), "feet": ("m", 0.3048), "ft": ("m", 0.3048), "yard": ("m", 0.9144),
    "kg": ("kg", 1.0), "kilo": ("kg", 1.0), "kilogram": ("kg", 1.0), "kilogramme": ("kg", 1.0), "tonne": ("kg", 1e3), "ton": ("kg", 1e3),
    "pound": ("kg", 0.4536), "lb": ("kg", 0.4536),
    "%": ("share", 0.01), "percent": ("share", 0.01), "per cent": ("share", 0.01), "pct": ("share", 0.01),
    "$": ("usd", 1.0), "dollar": ("usd", 1.0), "€": ("eur", 1.0), "euro": ("eur", 1.0),
    "£": ("gbp", 1.0), "¥": ("jpy", 1.0),
    "yen": ("jpy", 1.0),
    "rouble": ("rub", 1.0), "ruble": ("rub", 1.0), "franc": ("chf", 1.0), "yuan": ("cny", 1.0), "rupee": ("inr", 1.0),
    "second": ("s", 1.0), "minute": ("s", 60.0), "hour": ("s", 3600.0), "day": ("s", 86400.0), "week": ("s", 604800.0),
    "month": ("s", 2629746.0), "year": ("s", 31556952.0), "decade": ("s", 315569520.0),
    "megawatt": ("w", 1e6), "mw": ("w", 1e6), "kilowatt": ("w", 1e3), "kw": ("w", 1e3), "gigawatt": ("w", 1e9),
    "kiloton": ("t-tnt", 1e3), "megaton": ("t-tnt", 1e6), "hectare": ("m2", 1e4), "acre": ("m2", 4046.86),
    "c": ("°c", 1.0), "celsius": ("°c", 1.0), "knot": ("kn", 1.0), "mph": ("m/s", 0.44704), "kph": ("m/s", 0.27778),
}  # fmt: skip
"""Units with what they measure, and how much of it; conversions are those of the International System (NIST SP 811)."""
_ABOUT = frozenset(
    [
        "about",
        "around",
        "some",
        "roughly",
        "nearly",
        "almost",
        "approximately",
        "over",
        "under",
        "more",
        "less",
        "up",
        "least",
        "most",
        "than",
        "fewer",
        "close",
    ]
)
_DIGITS = re.compile(r"[$€£¥]?\d+(?:[.,]\d+)*(?:st|nd|rd|th|s|%|c|km|kg|m|bn|mw)?", re.IGNORECASE)
ROUNDING = 0.03
"""Relative difference up to which two numbers are one, rounded, if a word like "about" stands by or one is a round number."""
CONVERSION = 0.03
"""The same for one quantity told in two units ("500 km", "310 miles"), which print rounds to two figures."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number: its value, what it measures ('' for a count), whether it is an ordinal, and whether a word says "about"."""

    value: float
    measure: str = ""
    unit: str = ""
    ordinal: bool = False
    about: bool = False
    vague: bool = False

    def same(self, other: Figure) -> bool:
        """Whether both tell one quantity: exactly, in another unit, or rounded."""
        if (self.ordinal, self.vague) != (other.ordinal, other.vague) or not _comparable(self.measure, other.measure):
            return False
        mine, theirs = self._amount(other), other._amount(self)
        if mine == theirs:
            return True
        near = abs(mine - theirs) <= ROUNDING * max(abs(mine), abs(theirs))
        hedged = self.about or other.about
        converted = self.unit != other.unit and bool(self.measure)
        return near and (hedged or converted)

    def _amount(self, other: Figure) -> float:
        scale = _UNITS[self.unit][1] if self.unit and (self.measure == other.measure) else 1.0
        return round(self.value * scale, 9)


def _comparable(a: str, b: str) -> bool:
    return a == b or "" in (a, b)


def read_figures(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], Figure]]:
    """Each number among the tokens, with the tokens that tell it (its unit included)."""
    at = 0
    while at < len(tokens):
        found = _figure(tokens, at)
        if found is None:
            at += 1
            continue
        end, figure = found
        yield list(tokens[at:end]), figure
        at = end


def _free(tokens: Sequence[Token], at: int) -> str:
    """The word at a place in lower case; '' where the token belongs to a name, a day or nothing."""
    if 0 <= at < len(tokens) and tokens[at].sort in ("content", "function", "mark"):
        return tokens[at].text.lower().replace("\u00a0", "")
    return ""


def _figure(tokens: Sequence[Token], at: int) -> tuple[int, Figure] | None:
    start, money = at, ""
    if _free(tokens, at) in ("$", "€", "£", "¥"):
        money, at = _free(tokens, at), at + 1
    head = _head(tokens, at)
    if head is None:
        return None
    end, value, unit, ordinal, vague = head
    unit = money or unit
    if not unit and not ordinal:
        end, unit = _unit(tokens, end)
    measure = _UNITS[unit][0] if unit else ""
    if unit and _UNITS[unit][0] == "share":
        value, unit, measure = value * _UNITS[unit][1], "", "share"
    return end, Figure(value, measure, unit, ordinal, _is_about(tokens, start), vague)


def _is_about(tokens: Sequence[Token], start: int) -> bool:
    return any(_free(tokens, place) in _ABOUT for place in range(start - 3, start))


def _unit(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    if _free(tokens, at) == "per" and _free(tokens, at + 1) == "cent":
        return at + 2, "%"
    if _free(tokens, at) == "-":
        named = _singular(_free(tokens, at + 1))
        return (at + 2, named) if named in _UNITS and named not in ("second", "c") else (at, "")
    if _free(tokens, at) in ("degrees", "°"):
        return (at + 2, "c") if _free(tokens, at + 1) in ("celsius", "c") else (at + 1, "c")
    named = _singular(_free(tokens, at))
    return (at + 1, named) if (named in _UNITS and named != "second") or _free(tokens, at) == "seconds" else (at, "")


def _singular(word: str) -> str:
    return word if word in _UNITS else word.removesuffix("s") if word.removesuffix("s") in _UNITS else word


def _head(tokens: Sequence[Token], at: int) -> tuple[int, float, str, bool, bool] | None:
    """The number itself: end, value, a unit written into it, ordinal, vague."""
    word = _free(tokens, at)
    if not word:
        return None
    if _DIGITS.fullmatch(word):
        return _digits(tokens, at, word)
    if word in _VAGUE:
        return at + 1, _VAGUE[word], "", False, True
    share = _share(tokens, at)
    if share:
        return share
    if word in _TIMES and _free(tokens, at + 1) != "again":
        return (at + 1, _TIMES[word], "", False, False) if word != "once" else None
    if word in _ORDINALS and tokens[at].pos != "ADV" and tokens[at].text.islower():
        return at + 1, _ORDINALS[word], "", True, False
    return _spelt(tokens, at)


def _share(tokens: Sequence[Token], at: int) -> tuple[int, float, str, bool, bool] | None:
    """Such as "half", "one in four", "a quarter", "two thirds", "two-thirds"."""
    word = _free(tokens, at)
    if word == "half" and _free(tokens, at + 1) in ("of", "the", "a", "its"):
        return at + 1, 0.5, "%%", False, False
    if word in _VALUES and _free(tokens, at + 1) == "in" and _VALUES.get(_free(tokens, at + 2), 0) > _VALUES[word] > 0:
        return at + 3, _VALUES[word] / _VALUES[_free(tokens, at + 2)], "%%", False, False
    times = 1.0 if word in ("a", "one") else _VALUES.get(word, 0.0)
    skip = 2 if _free(tokens, at + 1) == "-" else 1
    part = _free(tokens, at + skip)
    if times and part in _SHARES and (times > 1 or part != "half") and _ends_share(tokens, at + skip + 1):
        return at + skip + 1, times * _SHARES[part], "%%", False, False
    return None


def _ends_share(tokens: Sequence[Token], at: int) -> bool:
    """Whether a share ends here ("dropped by a fifth"), and no noun follows, which would make it an ordinal ("a fifth man")."""
    return at >= len(tokens) or tokens[at].pos not in ("NOUN", "PROPN", "ADJ", "NUM")


def _digits(tokens: Sequence[Token], at: int, word: str) -> tuple[int, float, str, bool, bool] | None:
    match = re.fullmatch(r"([$€£¥]?)([\d.,]+?)(st|nd|rd|th|s|%|c|km|kg|m|bn|mw)?", word)
    if match is None:
        return None
    sign, digits, tail = match.groups()
    end = at + 1
    while re.fullmatch(r"\d{3}", _free(tokens, end)) and re.fullmatch(r"\d{1,3}", digits) and not tail:
        digits, end = digits + _free(tokens, end), end + 1
    value = _value(digits)
    if value is None:
        return None
    if tail in ("m", "bn"):
        value, tail = value * _MAGNITUDES[tail], ""
    end, value = _magnified(tokens, end, value)
    unit = sign or (tail if tail in _UNITS else "")
    return end, value, unit or "", tail in ("st", "nd", "rd", "th"), False


def _value(digits: str) -> float | None:
    plain = digits.strip(".,")
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?", plain):
        return float(plain.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", plain):
        return float(plain.replace(".", ""))
    return None


def _magnified(tokens: Sequence[Token], at: int, value: float) -> tuple[int, float]:
    while _free(tokens, at) in _MAGNITUDES and _free(tokens, at) != "m":
        value, at = value * _MAGNITUDES[_free(tokens, at)], at + 1
    return at, value


def _spelt(tokens: Sequence[Token], at: int) -> tuple[int, float, str, bool, bool] | None:
    """Such as "twelve", "twenty-five", "three hundred and ten", "a dozen", "a thousand"."""
    word = _free(tokens, at)
    if word in ("a", "one") and _free(tokens, at + 1) in _MAGNITUDES and _free(tokens, at + 1) != "m":
        end, value = _magnified(tokens, at + 1, 1.0)
        return end, value, "", False, False
    if word not in _VALUES or (word == "one" and tokens[at].pos not in ("NUM",)):
        return None
    value, end = _VALUES[word], at + 1
    if _free(tokens, end) == "-" and _VALUES.get(_free(tokens, end + 1), 99) < 10 and value >= 20:
        value, end = value + _VALUES[_free(tokens, end + 1)], end + 2
    end, value = _magnified(tokens, end, value)
    return end, value, "", False, False


_UNITS["%%"] = ("share", 1.0)
