"""The day of publication that a text prints about itself: in a line of its own near the top, a byline, or the dateline.

A day in a sentence is none of these. A day without a year (`BRUSSELS, July 5 (Reuters)`) stays partial: EDTF `XXXX-07-05`.
"""

from __future__ import annotations

import re
from datetime import date

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.errors import DayError

HEAD_LINES = 12
"""Non-empty lines at the top among which a date line is looked for (pages saved as text carry menus first)."""
LONGEST_DATE_LINE = 120
"""Characters of a line that tells the day and little else."""
MOST_OTHER_WORDS = 9
"""Words beside the day in such a line: place, author, desk."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = (
    re.compile(rf"\b{_MONTH}\s+{_DAY}\b(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\s+{_MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)\b"),
)
_SAID_OF_ITSELF = re.compile(r"\b(?:published|posted|updated|issued|released|date|filed)\b", re.IGNORECASE)
_IN_A_SENTENCE = re.compile(r"\b(?:of|since|until|till|by|after|before|from|the|in|for|on)\s*$", re.IGNORECASE)
_NOISE = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\b\.?)?|\b[ap]\.?m\b\.?|"
    r"\b(?:GMT|UTC|[ECMP][SD]?T|BST|CES?T|published|posted|updated|last|on|at|date|issued|filed|first|originally)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?P<head>[^\W\d_a-z][^\n—–]{3,80}?)\s*(?:/[^/\n]{2,24}/\.?\s|(?:\([^()\n]{2,40}\))?\s*(?:—|–|--?|:)\s)"
)
_PLACE = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*|of|and|de|al)$")
_AUTHOR = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*|\d+|of|and|de|by|in|with)$")


def find_printed_day(text: str) -> UncertainDay | None:
    """The day that `text` prints as its own, a full one before one without a year; None where it prints none."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    partial: UncertainDay | None = None
    for line in lines[:HEAD_LINES]:
        found = _day_of_line(line)
        if found is None:
            continue
        if found.best is not None:
            return found
        partial = partial or found
    return partial


def _day_of_line(line: str) -> UncertainDay | None:
    if (match := _DATELINE.match(line)) and (found := _day_in(match.group("head"), dateline=True)):
        return found
    if len(line) > LONGEST_DATE_LINE or (line.endswith((".", "?", "!", ",")) and not line.endswith(("m.", "M."))):
        return None
    return _day_in(line, dateline=False)


def _day_in(text: str, dateline: bool) -> UncertainDay | None:
    """The day in a dateline's head (beside it only names of places), or in a line that tells little else."""
    for form in _FORMS:
        match = form.search(text)
        if match and (_in_dateline(text, match) if dateline else _in_own_line(text, match)):
            return _uncertain(match)
    return None


def _others(text: str, match: re.Match[str]) -> list[str]:
    """The words beside the day, its weekday and its hour."""
    return re.findall(r"[\w.'’-]+", _NOISE.sub(" ", text[: match.start()] + " " + text[match.end() :]))


def _in_dateline(text: str, match: re.Match[str]) -> bool:
    others = _others(text, match)
    return 0 < len(others) <= MOST_OTHER_WORDS and all(_PLACE.match(word) for word in others if word.strip(".-"))


def _in_own_line(text: str, match: re.Match[str]) -> bool:
    others = _others(text, match)
    if len(others) > MOST_OTHER_WORDS:
        return False
    if _SAID_OF_ITSELF.search(text):
        return True
    if not all(_AUTHOR.match(word) for word in others if word.strip(".-")):
        return False
    without_year = match.groupdict().get("year") is None
    return not _IN_A_SENTENCE.search(text[: match.start()]) and not (without_year and others)


def _uncertain(match: re.Match[str]) -> UncertainDay | None:
    month_text, day = match.group("month").lower(), int(match.group("day"))
    month = _MONTHS.get(month_text) or int(month_text)
    year = match.groupdict().get("year")
    try:
        if year is None:
            date(2000, month, day)  # a leap year: 29 February can be meant
            return UncertainDay(f"XXXX-{month:02}-{day:02}", None, None, None, "printed")
        return UncertainDay.from_plain(PlainDay.parse(f"{year}-{month:02}-{day:02}"), "printed")
    except (ValueError, DayError):
        return None
