"""Where in a text a day may be told: the words and figures near which the rules of the grammar are tried.

Text without any of these holds no day, and most text is never shown to most rules. A word is looked at once in a run of the program.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

REMEMBERED = 1 << 15
"""Words whose triggers are kept: the vocabulary of a few thousand reports."""
_RUN = re.compile(r"[A-Za-z]+")
_WORDS = {
    "month": r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    "weekday": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "decade": r".*(?:ties$|centur)",
    "unit": r"second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|centur",
    "weekend": r"weekend$",
    "ago": r"ago$",
    "from now": r"(?:now|today|tomorrow|hence)$",
    "anchor": r"(?:earlier|later|after|before|prior)$",
    "stretch": r"(?:last|past|next|coming|previous|first|final|recent|latest|opening|closing)$",
    "part": r"(?:half|quarter|fiscal|financial)$|fy|q$",
    "season": r"(?:spring|summer|autumn|fall|winter)$",
    "clock": r"(?:.*[ap])?m$|(?:noon|midnight|midday|gmt|utc|hours)$",
    "deictic": r"(?:to|yester)day|tomorrow|.*night$|overnight|(?:this|last)$",
    "part of day": r"(?:morning|midday|afternoon|evening|night|dawn)$",
    "adverb": r".*(?:ly$|annual|biennial|days$)|(?:every|each|once|twice|times)$",
    "reference": r"now|current|moment|recent|past|ago|formerly|soon|future|shortly|(?:these|present|being)$|nowadays",
    "feast": r"christmas|new$|thanksgiving|(?:victory|may|bastille|armistice|veterans)$",
    "spelled": r"(?:nineteen|thousand)$",
}
_OF_WORDS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _WORDS.items()}
_OF_FIGURES = {
    "digit": re.compile(r"\d[\d:/.-]"),
    "decade": re.compile(r"\d0['’]?s\b"),
    "clock": re.compile(r"\d:\d"),
}
_FEAST = re.compile(r"christmas|new\s+year|thanksgiving|\w+\s+day", re.IGNORECASE)


def find_triggers(text: str) -> dict[str, list[tuple[int, int]]]:
    """Offsets of the triggers of each kind, in order."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for run in _RUN.finditer(text):
        for name in _of_word(run.group()):
            if name != "feast" or _FEAST.match(text, run.start()):
                found[name].append(run.span())
    for name, pattern in _OF_FIGURES.items():
        found[name] = sorted([*found[name], *(match.span() for match in pattern.finditer(text))])
    return found


@lru_cache(maxsize=REMEMBERED)
def _of_word(word: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _OF_WORDS.items() if pattern.match(word))
