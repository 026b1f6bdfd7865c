"""Days in running text, as TIMEX3 expressions with calendar bounds.

The grammar (`days_grammar`) proposes spans; here the leftmost longest one wins, the words that modify it are taken in ("early
next month", "the end of 2020"), and what it means is read against the report's day and the tense around it (`days_frame`).
Values follow TIMEX3 (ISO-TimeML); what "March" or "on Friday" means without a year follows the tense of the nearest verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from treatywatch.dates import UncertainDay
from treatywatch.language.days_clocks import accept
from treatywatch.language.days_frame import Bounded, Found, Frame, Match, Rule
from treatywatch.language.days_grammar import RULES
from treatywatch.language.days_patterns import MODIFIER, PARTS, REACH
from treatywatch.language.days_triggers import find_triggers
from treatywatch.language.days_value import narrow
from treatywatch.model.annotation import DayMention

_DEICTIC_VALUE = re.compile(r"^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{3}X|\d{2}XX)$")


def report_day(published: UncertainDay | None) -> date | None:
    """The one day that relative expressions count from; None where the report's day is not known to the day."""
    if published is None:
        return None
    if published.best is not None:
        return published.best
    return published.earliest if published.earliest == published.latest else None


def find_days(
    text: str, published: UncertainDay | None = None, sentences: Sequence[Bounded] | None = None
) -> tuple[DayMention, ...]:
    """Every day, time, duration and set told in `text`, in order, never overlapping.

    `published` resolves what is told relative to the report's day; without it such expressions stay open (`XXXX-WXX-5`,
    bounds None). `sentences` bound the search for a verb; lines and full stops do where none are given. Never raises.
    """
    frame = Frame(text, report_day(published), sentences or ())
    end = 0
    for match, rule in _candidates(text):
        if match.start() < end:
            continue
        for found in rule.read(match, frame):
            if found.start < end or found.end <= found.start:
                continue
            accept(frame, _with_modifier(found, frame, end))
            end = found.end
    return tuple(_mention(text, found) for found in frame.trail)


def _candidates(text: str) -> list[tuple[Match, Rule]]:
    """All matches of all rules near their triggers, leftmost and longest first."""
    windows = {name: _windows(text, spans) for name, spans in find_triggers(text).items()}
    matches = [
        (match.start(), -match.end(), order, match, rule)
        for order, rule in enumerate(RULES)
        for low, high in windows.get(rule.near, ())
        for match in rule.pattern.finditer(text, low, high)
        if match.end() > match.start()
    ]
    matches.sort(key=lambda item: item[:3])
    return [(match, rule) for *_, match, rule in matches]


def _windows(text: str, triggers: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of text around triggers, joined where they meet; they begin and end beside white space."""
    found: list[tuple[int, int]] = []
    for start, end in triggers:
        if found and end + REACH < found[-1][1]:
            continue
        low, high = max(0, start - REACH), min(len(text), end + REACH)
        while low > 0 and not text[low - 1].isspace() and start - low < 2 * REACH:
            low -= 1
        while high < len(text) and not text[high].isspace() and high - end < 2 * REACH:
            high += 1
        if found and low <= found[-1][1]:
            low = found.pop()[0]
        found.append((low, high))
    return found


def _with_modifier(found: Found, frame: Frame, floor: int) -> Found:
    """The expression with "early", "the end of", "nearly", "the" before it; a part narrows its bounds."""
    low = max(floor, found.start - 40)
    match = MODIFIER.search(frame.text[low : found.start])
    if match is None:
        return found
    bounds = found.bounds
    part = (match["part"] or "").lower().split()
    word = next((word for word in part if word in PARTS), None)
    if word and found.type == "DATE":
        bounds = _part_of(found, word, frame.base)
    return Found(low + match.start(), found.end, found.type, found.value, bounds)


def _part_of(found: Found, word: str, base: date | None) -> tuple[date | None, date | None]:
    earliest, latest = found.bounds
    if base and earliest and latest and earliest <= base <= latest and word in ("earlier", "later"):
        return (earliest, base) if word == "earlier" else (base, latest)
    return narrow(found.bounds, PARTS[word])


def _mention(text: str, found: Found) -> DayMention:
    earliest, latest = found.bounds
    if earliest and latest and earliest > latest:
        earliest = latest = None
    return DayMention(found.start, found.end, text[found.start : found.end], found.type, found.value, earliest, latest)


def to_uncertain(day: DayMention) -> UncertainDay:
    """The uncertain day that a mention tells: `told` where the text gives it whole, else `relative` to the report's day."""
    absolute = bool(re.search(r"\d{4}|\d0s", day.text))
    best = day.earliest if day.earliest is not None and day.earliest == day.latest else None
    value = re.sub(r"T.*$", "", day.value) if day.value[:1].isdigit() else day.value
    return UncertainDay(_edtf(value, day), day.earliest, day.latest, best, "told" if absolute else "relative")


def _edtf(value: str, day: DayMention) -> str:
    """EDTF level 1 where the value has that form (seasons are 21–24), else the interval of the bounds."""
    if _DEICTIC_VALUE.match(value):
        return value
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{match[1]}-{dict(SP=21, SU=22, FA=23, WI=24)[match[2]]}"
    if re.fullmatch(r"XXXX-\d{2}(?:-\d{2})?", value):
        return value
    low = day.earliest.isoformat() if day.earliest else ""
    high = day.latest.isoformat() if day.latest else ""
    return low if low and low == high else f"{low or '..'}/{high or '..'}" if low or high else "XXXX"
