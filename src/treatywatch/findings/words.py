"""Lists of words compiled to patterns, as the lexicons of the findings write them.

`*` at the end of a word stands for the rest of it; a `*` that stands alone for up to seven words.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_CLIPPED = "n't"


def any_of(words: Collection[str]) -> re.Pattern[str]:
    """The pattern that finds any of some phrases as whole words, the longest first, in any case; `n't` at the end of its verb."""
    ordered = sorted(set(words) - {_CLIPPED}, key=len, reverse=True)
    whole = rf"(?<![\w-])(?:{'|'.join(map(_phrase, ordered))})(?![\w-])"
    return re.compile(rf"(?:{whole}|n['’]t(?!\w))" if _CLIPPED in words else whole, re.IGNORECASE)


def near(first: re.Pattern[str], second: re.Pattern[str], words: int) -> re.Pattern[str]:
    """The pattern of `first` followed by `second` in the same clause, with at most so many words between."""
    return re.compile(rf"{first.pattern}(?:[^\w,.;:]+[\w'’-]+){{0,{words}}}?[^\w,.;:]+{second.pattern}", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    return r"\s+".join(map(_word, phrase.split()))


def _word(word: str) -> str:
    if word == "*":
        return r"(?:\S+\s+){0,6}?\S+"
    return re.escape(word).replace(r"\*", r"[\w-]*")
