"""How a name sounds, whichever language wrote it in Latin letters: Lavrov and Lawrow, Khrushchev and Chruschtschow.

A word has one sound by each of three ways of writing (English, German, French); two words are one name where they share one.
The tables are those of the usual press transliterations of Russian, Ukrainian, Persian and Arabic.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ENGLISH = (
    *(("shch", "SC"), ("zh", "S"), ("kh", "k"), ("ch", "C"), ("sh", "S"), ("ph", "f"), ("dj", "J"), ("j", "J")),
    *(("ou", "o"), ("oo", "o"), ("w", "v"), ("y", "i"), ("q", "k"), ("x", "ks")),
)
_GERMAN = (
    *(
        ("schtsch", "SC"),
        ("dsch", "J"),
        ("tsch", "C"),
        ("sch", "S"),
        ("ch", "k"),
        ("tz", "ts"),
        ("j", "i"),
        ("w", "v"),
        ("y", "i"),
    ),
    *(("x", "ks"),),
)
_FRENCH = (
    *(
        ("chtch", "SC"),
        ("tch", "C"),
        ("ch", "S"),
        ("kh", "k"),
        ("dj", "J"),
        ("j", "S"),
        ("ou", "o"),
        ("gui", "gi"),
        ("w", "v"),
    ),
    *(("y", "i"), ("ï", "i"), ("ine$", "in"), ("x", "ks")),
)
_MERGED = (
    (re.compile(r"c(?!$)"), "k"),
    (re.compile(r"[uo]+"), "o"),
    (re.compile(r"(?<!^)ie(?=v|l|ts|s)|^ie"), "e"),
    (re.compile(r"i+"), "i"),
    (re.compile(r"i(?=[ao])"), ""),
    (re.compile(r"[eo](?:v|f+)$"), "ov"),
    (re.compile(r"t?[sz]+"), "s"),
    (re.compile(r"(?<=[aeio])h(?=[aeio])|h$"), ""),
)
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
        [
            *(
                "a",
                "b",
                "v",
                "g",
                "d",
                "e",
                "yo",
                "zh",
                "z",
                "i",
                "y",
                "k",
                "l",
                "m",
                "n",
                "o",
                "p",
                "r",
                "s",
                "t",
                "u",
            ),
            *("f", "kh", "ts", "ch", "sh", "shch", "_", "y", "_", "e", "yu", "ya", "i", "yi", "ye", "g"),
        ],
        strict=True,
    )
)
_ENDINGS = ("ом", "ым", "ого", "ому", "ой", "а", "у", "е", "ю", "я")
"""Case endings of Russian surnames and given names, the longer first."""


@lru_cache(maxsize=1 << 15)
def sounds(word: str) -> frozenset[str]:
    """What a single word can sound like, by its ways of writing; Cyrillic words are read letter by letter, with their case endings."""
    plain = re.sub(r"^(?:al|el)[- ]", "", word.lower())
    if re.fullmatch(r"[а-яёіїєґ]+", word.lower()):
        stems = {word.lower(), *(word.lower().removesuffix(e) for e in _ENDINGS if len(word) - len(e) > 3)}
        return frozenset(
            _merged("".join(_CYRILLIC.get(c, c) for c in stem).replace("_", ""), _ENGLISH) for stem in stems
        )
    return frozenset(_merged(plain, table) for table in (_ENGLISH, _GERMAN, _FRENCH))


@lru_cache(maxsize=1 << 15)
def sound(name: str) -> str:
    """What a name of the shelf sounds like: it is written in the English way."""
    return _merged(re.sub(r"^(?:al|el)[- ]", "", name.lower()), _ENGLISH)


def _merged(word: str, table: tuple[tuple[str, str], ...]) -> str:
    for written, said in table:
        word = re.sub(written, said, word) if written.endswith("$") else word.replace(written, said)
    for pattern, said in _MERGED:
        word = pattern.sub(said, word)
    return word
