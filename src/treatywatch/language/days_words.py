"""The words of time: months, weekdays, units and numbers, as data for the day grammar."""

from __future__ import annotations

import re

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
"""Month names and abbreviations, lower case, to their number."""

WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        ),
        start=1,
    )
    for name in names
}
"""Weekday names and abbreviations to the ISO number (Monday 1)."""

UNITS: dict[str, str] = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "weekend": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "centurie": "C",
}
"""Units to the letter of an ISO 8601 duration; `T` marks a clock unit, `E` a decade, `C` a century."""

SEASONS: dict[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

DAYPARTS: dict[str, str] = {
    "morning": "TMO",
    "midday": "TMI",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "dawn": "TMO",
}

ORDINALS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        start=1,
    )
}

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBER_WORDS: dict[str, int] = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "couple": 2}
VAGUE: frozenset[str] = frozenset({"several", "few", "many", "some", "recent", "coming"})


def number_of(words: str) -> int | None:
    """The number that `words` tell ("sixty", "twenty-four", "a hundred", "1,500"); None where it is vague ("a few")."""
    cleaned = re.sub(r"[,\s-]+", " ", words.lower()).strip()
    digits = cleaned.replace(" ", "")
    if digits.isascii() and digits.isdigit():
        return int(digits)
    told = cleaned.split()
    if VAGUE & set(told):
        return None
    total = 0
    for word in told:
        if word in _SCALES:
            total = (total or 1) * _SCALES[word]
        else:
            total += NUMBER_WORDS.get(word, 0) or (int(word) if word.isascii() and word.isdigit() else 0)
    return total or (1 if cleaned in ("a", "an", "another", "one", "a single", "an additional") else None)
