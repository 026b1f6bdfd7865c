"""Whether a text is English. Quotations in other languages are welcome; too little text to tell is not refused."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from treatywatch.errors import RefusedError

ENGLISH = "en"
LEAST_LETTERS = 40
"""Letters from which a language is told.

Calibrated on 2,500 sentences of that length and more from PolNeAR's development part: none is taken for another language
with a probability of 0.5; among shorter ones, headlines of names are.
"""
LEAST_SURE = 0.75
"""Probability from which another language is believed; single news sentences in nine languages reach 0.79 and more."""
LEAST_OWN_LETTERS = 60
"""Letters outside quotation marks that may show a text to be English; they cannot show that it is not."""
LEAST_WORDS = 60
LEAST_ENGLISH = 0.08
"""Words, and the share of them that only English has, from which a text is plainly English.

Calibrated on the domain's wires and on PolNeAR's development part: 114 of 116 English texts reach the share; a text half of
which is in another language stays below it, and is left to the model.
"""
LEAST_ENGLISH_IN_SHORT = 0.15
"""The same in fewer words, of which two at least must be such: the model takes single sentences full of names for other languages."""
_ONLY_ENGLISH = frozenset(
    ["the", "and", "that", "with", "from", "which", "would", "were", "been", "they", "their", "said", "this", "have"]
)
_BEYOND = re.compile("[\u0250-\U0010ffff]")
"""Characters that may be of another script than the Latin."""
_QUOTED = re.compile(r"«[^»\n]{0,1500}»|“[^”\n]{0,1500}”|„[^“”\n]{0,1500}[“”]|\"[^\"\n]{0,1500}\"")


def check_language(text: str) -> str | None:
    """`en`, or None where there is too little text to tell; RefusedError where most of the text is in another language."""
    letters = sum(map(str.isalpha, text))
    if letters and not _mostly_latin(text):
        raise RefusedError("language: found a text in another script, expected English; translations can be read")
    if letters < LEAST_LETTERS:
        return None
    if _plainly_english(text):
        return ENGLISH
    language, sure = _identify(text)
    if language == ENGLISH:
        return ENGLISH
    if _is_english_outside_quotations(text) or _english_share(text) >= 0.5:
        return ENGLISH
    if sure < LEAST_SURE:
        return None
    raise RefusedError(f"language: found {language!r}, expected 'en' (English); translations can be read")


def _plainly_english(text: str) -> bool:
    """Whether words that only English has are as frequent as in English prose; then no model need be loaded to tell."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].casefold())
    only = sum(word in _ONLY_ENGLISH for word in words)
    share = LEAST_ENGLISH if len(words) >= LEAST_WORDS else LEAST_ENGLISH_IN_SHORT
    return only >= max(2, share * len(words))


def _is_english_outside_quotations(text: str) -> bool:
    own = _QUOTED.sub(" ", text)
    return sum(char.isalpha() for char in own) >= LEAST_OWN_LETTERS and _identify(own)[0] == ENGLISH


def _mostly_latin(text: str) -> bool:
    sample = text[:20_000]
    if sample.isascii():
        return True
    letters = sum(map(str.isalpha, sample))
    beyond: list[str] = [char for char in _BEYOND.findall(sample) if char.isalpha()]
    other = sum(not unicodedata.name(char, "").startswith("LATIN") for char in beyond)
    return other * 2 <= letters


def _english_share(text: str) -> float:
    """The share of letters that stand in English paragraphs: a long foreign quotation must not outvote the prose round it."""
    english = total = 0
    for paragraph in text.split("\n"):
        weight = sum(char.isalpha() for char in paragraph)
        if weight < 40:
            continue
        total += weight
        english += weight if _identify(paragraph)[0] == ENGLISH else 0
    return english / total if total else 0.0


def _identify(text: str) -> tuple[str, float]:
    language, sure = _identifier().classify(text[:20_000])
    return str(language), float(sure)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads numpy: only when a text is read

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
