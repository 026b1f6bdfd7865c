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

HOLIDAYS: dict[str, tuple[int, int]] = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "new year's weekend": (1, 1),
    "new year's": (1, 1),
    "victory day": (5, 9),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "thanksgiving": (11, 22),
    "thanksgiving day": (11, 22),
}
"""Feasts that wire prose dates by, with month and day; Thanksgiving moves, and stands here with its first possible day."""

OFFSETS: dict[str, int] = {
    "GMT": 0, "UTC": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "KST": 9, "JST": 9,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
"""Hours from UTC of the abbreviations that news prose uses; IST is left out: India, Israel and Ireland share it."""

SEATS: dict[str, str] = {
    "beijing": "Asia/Shanghai",
    "bonn": "Europe/Berlin",
    "geneva": "Europe/Zurich",
    "islamabad": "Asia/Karachi",
    "munich": "Europe/Berlin",
    "natanz": "Asia/Tehran",
    "new delhi": "Asia/Kolkata",
    "ottawa": "America/Toronto",
    "st. petersburg": "Europe/Moscow",
    "the hague": "Europe/Amsterdam",
    "united nations": "America/New_York",
    "washington": "America/New_York",
}
"""Seats of governments and of talks whose zone the IANA database names by another city."""

_ORDINAL_TENS = {"twentieth": 20, "thirtieth": 30}
_ORDINAL_TEENS = ["thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]
COUNTED: dict[str, int] = (
    ORDINALS
    | {word: number for number, word in enumerate(_ORDINAL_TEENS, start=13)}
    | _ORDINAL_TENS
    | {f"twenty-{word}": 20 + number for word, number in ORDINALS.items() if number < 10}
    | {"thirty-first": 31}
)
"""Ordinals up to thirty-first: the days of a month, the centuries."""

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
