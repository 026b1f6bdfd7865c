"""Whether a stretch of text holds a word with one of many beginnings: each word is looked at once, and remembered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_RUN = re.compile(r"[A-Za-z]+(?:'t)?")
REMEMBERED = 1 << 15
"""Words whose answer is kept: the vocabulary of a few thousand reports."""


class Openers:
    """Words that open a sentence to the parser.

    `beginnings` are those of words; `short` are lemmas that are looked for with the endings of English verbs and nouns instead, since as
    beginnings they would open half the language ("bar": barley, "seve": seven).
    """

    def __init__(self, beginnings: Iterable[str], short: Iterable[str] = ()) -> None:
        told, ending = sorted(beginnings), sorted(short)
        single = [word for word in told if word.isascii() and word.isalpha()]
        several = [word for word in told if word not in set(single)]
        plain = [word for word in ending if word.isascii() and word.isalpha()]
        patterns = [pattern for pattern in (_any_of(single), _inflected(plain)) if pattern]
        self._of_word = re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE)
        self._several = [word.lower() for word in (*several, *(word for word in ending if word not in set(plain)))]
        self._spanning = re.compile(rf"(?<![A-Za-z]){_any_of(self._several)}", re.IGNORECASE)
        self._opens = lru_cache(maxsize=REMEMBERED)(self._look)

    def within(self, text: str, start: int, end: int) -> bool:
        """Whether `text[start:end]` holds such a word."""
        if any(map(self._opens, _RUN.findall(text, start, end))):
            return True
        lowered = text[start:end].lower()
        return any(word in lowered for word in self._several) and self._spanning.search(text, start, end) is not None

    def _look(self, word: str) -> bool:
        return self._of_word.match(word) is not None


def _any_of(words: list[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})" if words else ""


def _inflected(lemmas: list[str]) -> str:
    """Short words with their endings: "sign", "signed"; "bid", "bidding"; "free", "freed"."""
    stems = (re.escape(one[:-1]) + (f"{one[-1]}?" if one[-1] in "ey" else one[-1] * 2 + "?") for one in lemmas)
    return rf"(?:{'|'.join(stems)})(?:e?s|ies|e?d|ied|t|t?en|n|ne|ing)?(?:n't)?(?![A-Za-z])" if lemmas else ""
