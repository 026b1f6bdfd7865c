"""Calendar days: dates with a month, numeric dates, weekdays."""

from __future__ import annotations

import re
from datetime import date

from treatywatch.language import days_value as values
from treatywatch.language.days_clocks import clock_value, read_clock
from treatywatch.language.days_frame import Found, Frame, Match, Rule
from treatywatch.language.days_months import (
    YEAR_WORD,
    month_number,
    read_month,
    read_month_year,
    year_of_same_month,
    year_told,
)
from treatywatch.language.days_patterns import (
    CLOCK,
    DASH,
    DAY,
    MONTH,
    MONTH_FULL,
    PART,
    WEEKDAY,
    WEEKDAY_ANY,
    YEAR,
    S,
)
from treatywatch.language.days_tense import PAST
from treatywatch.language.days_words import DAYPARTS, WEEKDAYS
from treatywatch.language.entries import year_above


def _full_day(frame: Frame, match: Match, group: str, month: int, year: str | None) -> date | None:
    day = int(match[group])
    if year:
        return values.safe_date(int(year), month, day)
    if above := year_above(frame.text, match.start()):
        return values.safe_date(above, month, day)
    if retold := year_of_same_month(frame, match.start(), month, day):
        return retold
    weekday = match.groupdict().get("weekday")
    if weekday and frame.base:
        wanted = WEEKDAYS[weekday.lower().rstrip(".")]
        years = [values.safe_date(frame.base.year + step, month, day) for step in (-1, 0, 1)]
        fitting = [found for found in years if found and found.isoweekday() == wanted]
        if fitting:
            return frame.pick(fitting, None)
    tense = PAST if frame.text[: match.start()][-5:].lower() == "last " else frame.tense(match.start(), match.end())
    return frame.year_of(month, day, tense)


def _worded_year(match: Match, frame: Frame) -> str | None:
    """As in "January 23 this year", "14 July of that year"."""
    word = match.groupdict().get("yearword")
    year = year_told(frame, match.start(), word) if word else None
    return f"{year:04d}" if year else None


def _value(day: date | None, month: int, number: int) -> str:
    return day.isoformat() if day else f"XXXX-{month:02d}-{number:02d}"


def read_month_day(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "July 5, 2019", "5 July", "Friday, July 5", "May 12-13", "4 and 5 December": one expression per day told."""
    month = month_number(match["month"])
    year = match.groupdict().get("year") or _worded_year(match, frame)
    if year is None and values.safe_date(2000, month, int(match["day"])) is None:
        return ()
    first = _full_day(frame, match, "day", month, year)
    if year and first is None:
        return ()
    if match.groupdict().get("day2") is None:
        return (Found.of(match.start(), match.end(), _value(first, month, int(match["day"]))),)
    return _range(match, month, first)


def _range(match: Match, month: int, first: date | None) -> tuple[Found, ...]:
    second = match["day2"]
    last = values.safe_date(first.year, month, int(second)) if first else None
    if values.safe_date(2000, month, int(second)) is None:
        return ()
    return (
        Found.of(match.start(), match.end("day"), _value(first, month, int(match["day"]))),
        Found.of(match.start("day2"), match.end(), _value(last, month, int(second))),
    )


def read_iso(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "2019-07-05"."""
    day = values.safe_date(int(match[1]), int(match[2]), int(match[3]))
    return (Found.of(match.start(), match.end(), day.isoformat()),) if day else ()


def read_day_of_month(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "the 29th of that month", "the 5th of next month"."""
    which = match["which"].lower()
    anchor = frame.base
    if which.endswith(("that", "same")):
        found = frame.antecedent(match.start())
        anchor = found.bounds[0] if found else None
    elif anchor is not None:
        anchor = values.shift_months(anchor.replace(day=1), {"last": -1, "this": 0, "next": 1}[which])
    day = values.safe_date(anchor.year, anchor.month, int(match["day"])) if anchor else None
    return (Found.of(match.start(), match.end(), _value(day, 0, int(match["day"])).replace("-00-", "-XX-")),)


def read_nine_eleven(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "9/11" is the day of the attacks."""
    return (Found.of(match.start(), match.end(), "2001-09-11"),)


def read_numeric(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "05.07.2019" (day first), "7/25/2019"; "5/7/2019" fits two days, so the day stays open and the bounds hold both."""
    one, two = int(match[1]), int(match[3])
    year = int(match[4]) + (0 if len(match[4]) == 4 else 2000 if int(match[4]) < 50 else 1900)
    readings = {values.safe_date(year, two, one)}
    if match[2] == "/":
        readings.add(values.safe_date(year, one, two))
    days = sorted(day for day in readings if day)
    if not days:
        return ()
    value = days[0].isoformat() if len(days) == 1 else f"{year:04d}-XX-XX"
    return (Found.of(match.start(), match.end(), value, (days[0], days[-1])),)


def _weekday_of(match: Match, frame: Frame) -> tuple[date | None, values.Bounds | None]:
    """The day of a weekday with its leading word, and wider bounds where "next Friday" may be one of two."""
    number = WEEKDAYS[match["weekday"].lower().rstrip(".")]
    which, base = (match["which"] or "").lower(), frame.base
    if base is None:
        return None, None
    back = (base.isoweekday() - number) % 7 or 7
    ahead = (number - base.isoweekday()) % 7 or 7
    if which in ("last", "this past", "past"):
        return values.shift_days(base, -back), None
    if "coming" in which:
        return values.shift_days(base, ahead), None
    if which == "next":
        day = values.shift_days(base, ahead if ahead > 3 else ahead + 7)
        return day, (values.shift_days(base, ahead), values.shift_days(base, ahead + 7))
    if which == "this":
        return values.shift_days(base, number - base.isoweekday()), None
    if "previous" in which or "following" in which:
        anchor = frame.anchor(match.start()) or base
        gap = (anchor.isoweekday() - number) % 7 or 7
        return values.shift_days(anchor, -gap if "previous" in which else (7 - gap) or 7), None
    return frame.weekday(number, frame.tense(match.start(), match.end())), None


def read_weekday(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "Friday", "last Friday", "Friday night", "10 p.m. Wednesday"; a weekday of the last week stays a weekday of that week."""
    day, bounds = _weekday_of(match, frame)
    number = WEEKDAYS[match["weekday"].lower().rstrip(".")]
    week = match.groupdict().get("ofweek")
    if week and frame.base:
        monday = values.shift_days(
            frame.base, {"last": -7, "this": 0, "next": 7}[week.lower()] - frame.base.isoweekday() + 1
        )
        day, bounds = (values.shift_days(monday, number - 1) if monday else None), None
    part = (match["part"] or "").lower()
    suffix = clock_value(match) or (DAYPARTS[part] if part else "")
    value = (day.isoformat() if day else f"XXXX-WXX-{number}") + suffix
    kind = "TIME" if suffix else "DATE"
    return (Found.of(match.start(), match.end(), value, bounds, kind),)


_WHICH = rf"(?P<which>(?i:last|next|this{S}past|this{S}coming|this|past|coming|the{S}previous|the{S}following))"
RULES: tuple[Rule, ...] = (
    Rule("digit", re.compile(r"(?<![\d-])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])"), read_iso),
    Rule("digit", re.compile(r"(?<![\d./-])9/11(?![\d/-])"), read_nine_eleven),
    Rule(
        "unit",
        re.compile(
            rf"\bthe{S}(?P<day>{DAY})(?:st|nd|rd|th){S}of{S}(?P<which>(?i:(?:the{S})?(?:that|same)|this|last|next)){S}month\b"
        ),
        read_day_of_month,
    ),
    Rule("digit", re.compile(r"(?<![\d./-])(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?![\d/-])"), read_numeric),
    Rule("digit", re.compile(r"(?<![\d./-])(\d{1,2})(/)(\d{1,2})/(\d\d)(?![\d/-])"), read_numeric),
    Rule(
        "month",
        re.compile(
            rf"\b(?:(?:(?i:last|next|this){S})?(?P<weekday>{WEEKDAY_ANY}),?{S}(?:the{S})?)?(?:{PART}{S})?(?P<month>{MONTH}),?{S}(?:the{S})?"
            rf"(?P<day>{DAY})(?:st|nd|rd|th)?\b(?!:\d|%|,\d{{3}})"
            rf"(?:(?:{DASH}|{S}(?:to|and|through|until){S})(?P<day2>{DAY})(?:st|nd|rd|th)?\b(?![,.]?\d|%|{S}(?:{MONTH})))?"
            rf"(?:,?{S}?(?P<year>{YEAR})\b|{S}{YEAR_WORD}{S}year\b)?"
        ),
        read_month_day,
    ),
    Rule(
        "month",
        re.compile(
            rf"(?<![\d.,/-])(?:\b(?P<weekday>{WEEKDAY_ANY}),?{S}(?:the{S})?)?"
            rf"\b(?P<day>{DAY})(?:st|nd|rd|th)?(?:(?:{DASH}|{S}(?:to|and|or){S})(?P<day2>{DAY})(?:st|nd|rd|th)?)?{S}(?:of{S})?"
            rf"(?P<month>{MONTH})(?![a-z])(?:,?{S}(?P<year>{YEAR})\b|{S}{YEAR_WORD}{S}year\b)?"
        ),
        read_month_day,
    ),
    Rule(
        "month",
        re.compile(rf"\b(?P<month>{MONTH})(?![a-z])(?:{S}of)?,?{S}(?:(?P<year>{YEAR})\b(?!-)|{YEAR_WORD}{S}year\b)"),
        read_month_year,
    ),
    Rule("month", re.compile(rf"\b(?:{_WHICH}{S})?(?P<month>{MONTH_FULL})\b(?!{S}?\d)"), read_month),
    Rule(
        "weekday",
        re.compile(
            rf"\b(?:{CLOCK}(?:,?{S}(?:on{S})?))?(?:{_WHICH}{S})?(?P<weekday>{WEEKDAY})\b(?:{S}(?P<part>{PART}))?"
            rf"(?:{S}(?:of{S})?(?P<ofweek>(?i:last|this|next)){S}week\b)?(?:{S}{PART})?(?!s\b)"
        ),
        read_weekday,
    ),
    Rule("clock", re.compile(rf"(?<![\d:.,$])\b{CLOCK}"), read_clock),
)
