"""Entries of a chronology: lines that open with a day and a mark ("Dec. 8, 1987: Reagan and Gorbachev sign the treaty").

The day holds for all that its line tells, and the present tense there tells what was done on it.
"""

from __future__ import annotations

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?"
_YEAR = r"(?:1[89]|20)\d\d"
_DATE = (
    rf"(?:{_MONTH}\s{_DAY}(?:,?\s{_YEAR})?|{_DAY}\s{_MONTH}(?:,?\s{_YEAR})?|(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-])?{_MONTH},?\s{_YEAR}|"
    rf"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-])?(?:Spring\s|Summer\s|Autumn\s|Fall\s|Winter\s)?{_YEAR}|{_YEAR}-\d\d-\d\d)"
)
_HEAD = re.compile(rf"\W{{0,4}}(?P<day>{_DATE})(?P<mark>\s?:\s|\s[-–—]{{1,2}}\s)\s*(?=[\w\"“'‘(])")
_YEAR_ONLY = re.compile(rf"({_YEAR})")
_YEAR_LINE = re.compile(rf"^\W*({_YEAR})\W*$", re.MULTILINE)
_SECTION = 4000
"""Characters that the entries of one year take at most: some forty lines; not calibrated."""
LONGEST_HEAD = 30
"""Characters within which the day of a head begins and ends."""
_ALONE = 2
"""Entries without which a text is no chronology: one line that opens with a day may be a dateline."""


def entry_head(line: str) -> tuple[int, int, int] | None:
    """Where the day of a line's head begins and ends, and where what it tells begins; None for another line."""
    match = _HEAD.match(line)
    return (match.start("day"), match.end("day"), match.end()) if match else None


def as_prose(line: str) -> str:
    """The line, of the same length, with its head as prose has it ("Dec. 8, 1987, Reagan and Gorbachev sign …")."""
    head = entry_head(line)
    if head is None:
        return line
    start, end, rest = head
    return " " * start + line[start:end] + ",".ljust(rest - end) + line[rest:]


def year_above(text: str, position: int) -> int | None:
    """The year under which a line of a chronology stands: at its own head ("2007: … in December"), or alone on a line above "Feb. 1: …"."""
    start = text.rfind("\n", 0, position) + 1
    head = entry_head(text[start : start + LONGEST_HEAD + 10])
    if head is None:
        return None
    own = _YEAR_ONLY.fullmatch(text, start + head[0], start + head[1])
    if own:
        return int(own[1]) if position >= start + head[2] else None
    above = list(_YEAR_LINE.finditer(text, max(0, start - _SECTION), start))
    return int(above[-1][1]) if above else None


def is_chronology(lines: int) -> bool:
    """Whether so many lines with such a head make a text a chronology."""
    return lines >= _ALONE
