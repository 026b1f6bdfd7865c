"""Units of time: their ISO letters, durations, steps on the calendar, and the unit that holds a day."""

from __future__ import annotations

from datetime import date

from treatywatch.language import days_value as values
from treatywatch.language.days_words import UNITS


def unit_letter(word: str) -> str:
    """The ISO letter of a unit word, singular or plural ("centuries" → C)."""
    word = word.lower()
    return UNITS.get(word) or UNITS.get(word.rstrip("s")) or "D"


def duration(count: int | None, unit: str) -> str:
    """The TIMEX3 duration (`P2W`, `PT24H`, `PXM`); decades and centuries are told in years."""
    letter = unit_letter(unit)
    if letter in "EC":
        return "PXY" if count is None else f"P{count * (10 if letter == 'E' else 100)}Y"
    if unit.lower().startswith("fortnight"):
        count = None if count is None else 2 * count
    told = "X" if count is None else str(count)
    return f"PT{told}{letter[1]}" if letter.startswith("T") else f"P{told}{letter}"


def shift(day: date, count: int, letter: str) -> date | None:
    """`count` units on or back; clock units stay on the day."""
    if letter.startswith("T"):
        return values.shift_days(
            day, (count * {"TS": 0, "TM": 0, "TH": 1}[letter]) // 24 if count > 0 else -((-count) // 24)
        )
    if letter in "DW":
        return values.shift_days(day, count * (7 if letter == "W" else 1))
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[letter]
    return values.shift_months(day, count * months)


def point(day: date | None, letter: str) -> str:
    """The calendar unit that holds `day` (`2019-W27`, `2019-07`, `2019`); open where there is no day."""
    if day is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(letter, "XXXX")
    if letter == "W":
        return values.of_week(day)
    if letter == "M":
        return values.of_month(day.year, day.month)
    if letter == "Q":
        return values.of_quarter(day.year, (day.month + 2) // 3)
    if letter == "Y":
        return f"{day.year:04d}"
    if letter == "E":
        return f"{day.year // 10:03d}X"
    return f"{day.year // 100:02d}XX" if letter == "C" else day.isoformat()
