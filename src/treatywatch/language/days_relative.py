"""Deictic and relative expressions: today, last week, two days ago, the next six months, a week after …, every year, now."""

from __future__ import annotations

import re
from datetime import date, timedelta

from treatywatch.language import days_value as values
from treatywatch.language.days_frame import Found, Frame, Match
from treatywatch.language.days_patterns import PARTS
from treatywatch.language.days_tense import FUTURE
from treatywatch.language.days_units import duration, point, shift, unit_letter
from treatywatch.language.days_value import OPEN, Bounds
from treatywatch.language.days_words import DAYPARTS, number_of

_DEICTIC = {"yesterday": -1, "today": 0, "tonight": 0, "overnight": -1, "tomorrow": 1}


def read_deictic(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "today", "yesterday evening", "tonight", "this morning", "last night", "the day after tomorrow"."""
    word = match["word"].lower()
    if word in _DEICTIC:
        step = _DEICTIC[word] + {"day after": 1, "day before": -1}.get(
            re.sub(r"\s+", " ", (match["shift"] or "").lower()), 0
        )
    else:
        step = -1 if word.startswith("last") else 0
    day = values.shift_days(frame.base, step) if frame.base else None
    part = match["part"] or match["part2"] or ("night" if word in ("tonight", "overnight") else "")
    suffix = DAYPARTS[part.lower()] if part else ""
    value = (day.isoformat() if day else "XXXX-XX-XX") + suffix
    return (Found.of(match.start(), match.end(), value, kind="TIME" if suffix else "DATE"),)


_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "this": 0,
    "current": 0,
    "preceding": -1,
}


def read_unit(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "last week", "this month", "next year", "the previous decade", "the following day": a calendar unit."""
    which, unit = match["which"].lower().split()[-1], match["unit"].lower()
    if unit == "weekend":
        return _weekend(match, frame, _STEPS[which])
    letter = unit_letter(unit)
    base = frame.base
    if letter == "E" and which in ("last", "past"):
        start = shift(base, -1, "E") if base else None
        return (Found.of(match.start(), match.end(), "P10Y", (start, base) if start else OPEN, "DURATION"),)
    if which in ("following", "previous", "preceding") or (which == "next" and letter == "D"):
        base = frame.anchor(match.start()) or _antecedent_day(frame, match.start(), letter) or base
    day = shift(base, _STEPS[which], letter) if base else None
    if letter == "D" and which in ("this", "current", "past", "coming", "last"):
        return ()
    value = point(day, letter)
    bounds = values.bounds_of(value)
    if letter == "W" and base and base.isoweekday() == 7 and which == "last" and bounds[0]:
        bounds = (bounds[0], base - timedelta(days=1))
    return (Found.of(match.start(), match.end(), value, bounds),)


def _antecedent_day(frame: Frame, position: int, letter: str) -> date | None:
    found = frame.antecedent(position)
    if found is None or found.bounds[0] is None:
        return None
    fits = letter == "Y" or (letter == "M" and len(found.value) >= 7) or (letter == "Q" and "Q" in found.value)
    return found.bounds[0] if fits else None


def _weekend(match: Match, frame: Frame, step: int | None) -> tuple[Found, ...]:
    base = frame.base
    if base is None:
        return (Found.of(match.start(), match.end(), "XXXX-WXX-WE"),)
    if step is None:
        ahead = frame.tense(match.start(), match.end()) == FUTURE
        step = 0 if ahead or base.isoweekday() >= 6 else -1
    day = values.shift_days(base, 7 * step)
    return (Found.of(match.start(), match.end(), f"{values.of_week(day)}-WE" if day else "XXXX-WXX-WE"),)


def read_weekend(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "over the weekend"."""
    return _weekend(match, frame, None)


def read_ago(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "two days ago", "a week ago", "five years ago": the day, week, month or year so far back."""
    count, letter = number_of(match["count"]), unit_letter(match["unit"])
    if count is not None and match["unit"].lower() == "fortnight":
        count = 2 * count
    if letter.startswith("T"):
        if frame.base is None or letter != "TH":
            return (Found.of(match.start(), match.end(), duration(count, match["unit"]), OPEN, "DURATION"),)
        back = shift(frame.base, -((count or 1) // 24 + 1), "D")
        return (Found.of(match.start(), match.end(), point(frame.base, "D"), (back, frame.base)),)
    if count is None:
        return (Found.of(match.start(), match.end(), "PAST_REF", (None, frame.base)),)
    quarter = _quarter_before(frame, match, letter, count)
    if quarter:
        return (Found.of(match.start(), match.end(), quarter),)
    day = shift(frame.base, -count, letter) if frame.base else None
    value = point(day, "Y" if letter in "EC" else letter)
    return (Found.of(match.start(), match.end(), value, _ago_bounds(day, count, letter, value)),)


def _ago_bounds(day: date | None, count: int, letter: str, value: str) -> Bounds:
    """The unit itself, widened by a tenth of what is told: nobody counts ten years to the day."""
    earliest, latest = values.bounds_of(value)
    if day is None or earliest is None or latest is None:
        return OPEN
    slack = count // 10
    return shift(earliest, -slack, letter), shift(latest, slack, letter)


def _quarter_before(frame: Frame, match: Match, letter: str, count: int) -> str | None:
    """As in "a year ago" beside a quarter's figures is the same quarter of the year before."""
    if letter != "Y" or count != 1:
        return None
    return _year_before(frame.quarter(match.start()))


def _year_before(quarter: str | None) -> str | None:
    return f"{int(quarter[:4]) - 1:04d}{quarter[4:]}" if quarter else None


def read_year_ago(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "the year-earlier loss": the quarter told last, a year before, else the year before the report's."""
    value = _year_before(frame.quarter(match.start())) or (f"{frame.base.year - 1:04d}" if frame.base else "XXXX")
    return (Found.of(match.start(), match.end(), value),)


def read_from_now(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "three days from now", "a year from today": the unit so far ahead."""
    count, letter = number_of(match["count"]), unit_letter(match["unit"])
    if count is None or letter.startswith("T"):
        return (Found.of(match.start(), match.end(), "FUTURE_REF", (frame.base, None)),)
    if match["unit"].lower() == "fortnight":
        count = 2 * count
    exact = match["word"].lower() in ("today", "tomorrow")
    base = shift(frame.base, match["word"].lower() == "tomorrow", "D") if frame.base else None
    day = shift(base, count, letter) if base else None
    value = point(day, "D" if exact else "Y" if letter in "EC" else letter)
    return (Found.of(match.start(), match.end(), value),)


def read_anchored(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "two days earlier", "60 days later", "a week after …": a duration; bounds only where the last day told anchors it."""
    count, unit, word = number_of(match["count"]), match["unit"], match["word"].lower()
    steps = 2 * count if count and unit.lower() == "fortnight" else count
    if word == "earlier" and (quarter := _quarter_before(frame, match, unit_letter(unit), count or 0)):
        return (Found.of(match.start(), match.end(), quarter),)
    end = match.end() if word in ("earlier", "later") else match.end("span")
    found = frame.antecedent(match.start())
    bounds = OPEN
    low, high = found.bounds if found else OPEN
    if word in ("earlier", "later") and count and low is not None and high is not None:
        sign = 1 if word == "later" else -1
        bounds = shift(low, sign * (steps or 0), unit_letter(unit)), shift(high, sign * (steps or 0), unit_letter(unit))
    if word == "earlier" and unit_letter(unit) == "Y" and frame.base and count:
        year = bounds[0].year if bounds[0] else frame.base.year - count
        return (Found.of(match.start(), match.end(), f"{year:04d}"),)
    return (Found.of(match.start(), end, duration(count, unit), bounds, "DURATION"),)


def read_within_unit(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "later in the year", "earlier in the day": of the unit told last, else of the one under way; a part of it."""
    letter, found = unit_letter(match["unit"]), None
    if frame.tense(match.start(), match.end()) != FUTURE:
        found = frame.antecedent(match.start(), *((10,) if letter in "DW" else (7, 10) if letter in "MQ" else ()))
    turn = found.bounds if found else (frame.base, frame.base)
    value = point(turn[0], letter)
    earliest, latest = values.bounds_of(value)
    if match["part"].lower() == "earlier" and turn[1]:
        latest = min(latest, turn[1]) if latest else None
    elif match["part"].lower() == "later" and turn[0]:
        earliest = max(earliest, turn[0]) if earliest else None
    return (Found.of(match.start(), match.end(), value, (earliest, latest)),)


def read_next_part(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "the next morning", "that evening", "the night before": counted from the day told last, else from the report's."""
    anchor = frame.anchor(match.start(), frame.tense(match.start(), match.end())) or frame.base
    which = (match["which"] or match["after"]).lower().split()[-1]
    step = {"next": 1, "following": 1, "after": 1, "previous": -1, "before": -1}.get(which, 0)
    day = values.shift_days(anchor, step) if anchor else None
    value = (day.isoformat() if day else "XXXX-XX-XX") + DAYPARTS[(match["part"] or match["part2"]).lower()]
    return (Found.of(match.start(), match.end(), value, kind="TIME"),)


def read_part_of_unit(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "the end of the year", "year-end": of the unit under way, or of the one told last."""
    letter = "Y" if match["unit"].lower() == "end" else unit_letter(match["unit"])
    base = _antecedent_day(frame, match.start(), letter) if match["that"] else frame.base
    value = point(base, letter)
    part = (match["part"] or "end").lower()
    bounds = values.narrow(values.bounds_of(value), PARTS[part])
    return (Found.of(match.start(), match.end(), value, bounds),)


def read_that(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "that day", "the same month", "that year": the unit that holds the day told last."""
    letter = unit_letter(match["unit"])
    found = frame.antecedent(match.start())
    if found is None or found.bounds[0] is None:
        return (Found.of(match.start(), match.end(), point(None, letter)),) if letter in "DWMY" else ()
    if letter == "D" and found.bounds[0] != found.bounds[1]:
        return (Found.of(match.start(), match.end(), "XXXX-XX-XX", found.bounds),)
    return (Found.of(match.start(), match.end(), point(found.bounds[0], letter)),)


def read_the_year(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "for the year", "the full year": a span of one, not a certain one."""
    return (Found.of(match.start(), match.end(), duration(1, match["unit"]), OPEN, "DURATION"),)


def read_day_before(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "the day before", "the week before", "the next day": counted from the day told last, else from the report's."""
    letter = unit_letter(match["unit"])
    tense = frame.tense(match.start(), match.end())
    anchor = frame.anchor(match.start(), tense) or _antecedent_day(frame, match.start(), letter) or frame.base
    day = shift(anchor, -1 if match["word"].lower() in ("before", "earlier") else 1, letter) if anchor else None
    return (Found.of(match.start(), match.end(), point(day, letter)),)


def read_the_quarter(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "the latest quarter", "the year-earlier period": of a company's or a budget's figures."""
    found = frame.antecedent(match.start())
    stale = (
        found is not None
        and frame.base is not None
        and not match["ago"]
        and not found.value.startswith(str(frame.base.year))
    )
    if found and not stale and re.fullmatch(r"\d{4}-Q\d", found.value):
        year, rest = int(found.value[:4]), found.value[4:]
    elif frame.base:
        day = values.shift_months(frame.base, -3)
        year, rest = (int(point(day, "Q")[:4]), point(day, "Q")[4:]) if day else (0, "")
    else:
        return (Found.of(match.start(), match.end(), "XXXX-QX"),)
    return (Found.of(match.start(), match.end(), f"{year - bool(match['ago']):04d}{rest}"),) if year > 1 else ()
