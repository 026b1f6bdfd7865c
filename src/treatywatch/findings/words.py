"""Lists of words compiled to patterns, as the lexicons of the findings write them.

`*` at the end of a word stands for the rest of it; a `*` that stands alone for up to seven words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """The pattern that finds any of some phrases as whole words, the longest first, in any case."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_phrase, ordered))})(?![\w-])", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    return r"\s+".join(map(_word, phrase.split()))


def _word(word: str) -> str:
    if word == "*":
        return r"(?:\S+\s+){0,6}?\S+"
    return re.escape(word).replace(r"\*", r"[\w-]*")
