"""Durations and sets: two weeks, the next six months, for years, a year and a half, every five years, annually."""

from __future__ import annotations

import re

from treatywatch.language.days_frame import Found, Frame, Match
from treatywatch.language.days_months import month_number
from treatywatch.language.days_units import duration, shift, unit_letter
from treatywatch.language.days_value import OPEN
from treatywatch.language.days_words import SEASONS, WEEKDAYS, number_of


def read_stretch(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "the past two years", "the next six months": a duration that ends or begins on the report's day."""
    count, unit, which = number_of(match["count"]) if match["count"] else None, match["unit"], match["which"].lower()
    base, letter = frame.base, unit_letter(match["unit"])
    bounds = OPEN
    if base and count and not letter.startswith("T"):
        if which in ("last", "past", "previous", "recent", "latest"):
            bounds = shift(base, -count, letter), base
        elif which in ("next", "coming"):
            bounds = base, shift(base, count, letter)
    if bounds[0] and bounds[1] and bounds[0] > bounds[1]:
        bounds = OPEN
    return (Found.of(match.start(), match.end(), duration(count, unit), bounds, "DURATION"),)


_AGE = re.compile(r"[- ]olds?\b|[ \t]+of[ \t]+age\b")


def read_duration(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "two days", "a 60-day deadline", "several months"; ages are not read, nor "a second" and the like."""
    after, before = frame.text[match.end() : match.end() + 10], frame.text[max(0, match.start() - 8) : match.start()]
    if _AGE.match(after) or re.search(r"(?i)\baged?[ \t]+$", before) or before.endswith(("$", "-", ".", ",")):
        return ()
    count, unit = number_of(match["count"]), match["unit"].lower()
    if re.fullmatch(r"(?:1[89]|20)\d\d", match["count"]) and unit in ("quarter", "year", "week", "weekend"):
        return ()
    letter = unit_letter(unit)
    if unit in ("second", "quarter", "night") and match["count"].lower() in ("a", "an", "another", "one"):
        return ()
    if unit == "minute" and match["count"].lower() in ("a", "another"):
        return ()
    if re.fullmatch(r"(?i)an?|one", match["count"]) and letter == "D" and re.match(r"[ \t]+(?:when|that|of)\b", after):
        return ()
    if count is not None and match["half"]:
        return (Found.of(match.start(), match.end(), _and_a_half(count, unit), OPEN, "DURATION"),)
    return (Found.of(match.start(), match.end(), duration(count, unit), OPEN, "DURATION"),)


_HALVES = {"C": (100, "Y"), "E": (10, "Y"), "Y": (12, "M"), "M": (30, "D"), "D": (24, "TH"), "TH": (60, "TM")}
"""A unit in the next smaller one that half of it is told in."""


def _and_a_half(count: int, unit: str) -> str:
    """`count` units and a half, in the next smaller unit (`P18M`)."""
    smaller = _HALVES.get(unit_letter(unit))
    if smaller is None:
        return duration(count, unit)
    size, letter = smaller
    return f"P{'T' if letter.startswith('T') else ''}{count * size + size // 2}{letter[-1]}"


def read_half(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "half an hour", "half a century", "a year and a half"."""
    value = _and_a_half(1 if match["one"] else 0, match["unit"])
    return (Found.of(match.start(), match.end(), value, OPEN, "DURATION"),)


def read_long(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "a monthlong drill", "the decades-long dispute"."""
    value = duration(None if match["many"] else 1, match["unit"])
    return (Found.of(match.start(), match.end(), value, OPEN, "DURATION"),)


def read_bare_plural(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "for years", "in recent months": a duration of unknown length."""
    return (Found.of(match.start("span"), match.end("span"), duration(None, match["unit"]), OPEN, "DURATION"),)


_ADVERBS = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P1Q", "hourly": "PT1H",
    "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y", "biennial": "P2Y", "semi-annual": "P6M", "semiannual": "P6M",
}  # fmt: skip


def read_set(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "every year", "each Thursday", "monthly", "every two weeks", "twice a year"."""
    groups = match.groupdict()
    if groups.get("adverb"):
        value = _ADVERBS[groups["adverb"].lower()]
    elif groups.get("weekday"):
        value = f"XXXX-WXX-{WEEKDAYS[groups['weekday'].lower()]}"
    elif groups.get("season"):
        value = f"XXXX-{SEASONS[groups['season'].lower()]}"
    elif groups.get("month"):
        value = f"XXXX-{month_number(groups['month']):02d}"
    else:
        count = number_of(groups["count"]) if groups.get("count") else 1
        value = duration(2 if (groups.get("count") or "").lower() == "other" else count, groups["unit"])
    return (Found.of(match.start(), match.end(), value, OPEN, "SET"),)
