"""Whether two names mean one: by the shelf's ids, by surname, by spelling, by initials."""

from __future__ import annotations

import re

from rapidfuzz.distance import JaroWinkler, Levenshtein

from treatywatch.language.names_folding import fold
from treatywatch.stories.alterations.tokens import Token

MISSPELT = 0.85
"""Jaro-Winkler similarity from which two unknown names may be one, misspelt; what they mean is then left open."""
_SOUNDS = (
    (re.compile(r"dh|th"), "d"), (re.compile(r"kh|gh|q|g|ck"), "k"), (re.compile(r"ph"), "f"), (re.compile(r"[yj]"), "i"),
    (re.compile(r"w"), "v"), (re.compile(r"sch|sh|tch|ch"), "s"), (re.compile(r"ts|tz|z"), "s"), (re.compile(r"e|ou|u"), "o"),
    (re.compile(r"x"), "ks"), (re.compile(r"(.)\1+"), r"\1"), (re.compile(r"h$|'"), ""),
)  # fmt: skip


def sound(name: str) -> str:
    """A name as it may be heard: what transliterations write in several ways is one sign."""
    heard = fold(name).lower()
    for pattern, plain in _SOUNDS:
        heard = pattern.sub(plain, heard)
    return heard


def likeness(a: Token, b: Token) -> float:
    """How surely two names mean one: 1 by id or letter, less by surname, initials, spelling, or as a state and its organ; 0 not."""
    if a.ids and b.ids:
        if a.ids & b.ids:
            return 0.0 if _other_holder(a.text, b.text) else 1.0
        return 0.75 if a.ids & b.states or b.ids & a.states else 0.0
    return spelt(a.text, b.text)


def _other_holder(a: str, b: str) -> bool:
    """Such as "the Biden administration", "the Trump administration": one government, told by another president's name."""
    first, second = a.split(), b.split()
    named = [[word for word in words if word[:1].isupper() and word != "The"] for words in (first, second)]
    return first[-1] == second[-1] == "administration" and all(named) and not set(named[0]) & set(named[1])


def spelt(a: str, b: str) -> float:
    """How surely two names mean one, by their letters alone."""
    first, second = _parts(a), _parts(b)
    if not first or not second:
        return 0.0
    if first == second or "".join(first) == "".join(second):
        return 1.0
    if [one for one in first if any(map(str.isdigit, one))] != [one for one in second if any(map(str.isdigit, one))]:
        return 0.0
    if first[-1] == second[-1] and (set(first) <= set(second) or set(second) <= set(first)):
        return 0.95
    if _shortened(first, second):
        return 0.9
    if _initials(first, b) or _initials(second, a):
        return 0.9
    return 0.85 if _heard_alike(first, second) else 0.0


def _parts(name: str) -> list[str]:
    words = re.findall(r"\w+", fold(name).lower())
    return [word for word in words if word not in ("the", "s", "of", "and")]


_KINDS = frozenset(
    """news corp corporation group inc ltd limited plc company co holdings bank party agency newspaper television tv network university
    institute foundation association international energy airlines motors industries systems""".split()  # noqa: SIM905
)
"""Words that say what kind of body a name is of, left out where it is known ("CBS", "CBS News")."""


def _shortened(first: list[str], second: list[str]) -> bool:
    short, long = sorted((first, second), key=len)
    rest = long[len(short) :]
    return long[: len(short)] == short and bool(rest) and set(rest) <= _KINDS


def _initials(parts: list[str], other: str) -> bool:
    plain = other.replace(".", "")
    return plain.isupper() and len(plain) > 1 and "".join(one[0] for one in parts) == plain.lower()


def _heard_alike(first: list[str], second: list[str]) -> bool:
    """Whether the last words are one name in two spellings, and the words before them too, where both have some."""
    if not _one_sound(first[-1], second[-1]):
        return False
    return len(first) == 1 or len(second) == 1 or _one_sound(first[0], second[0])


def _one_sound(a: str, b: str) -> bool:
    """Whether two words are one name in two transliterations: the same consonants, heard alike, and no ending of a woman's name."""
    if min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 2:
        return a == b
    if a + "a" == b or b + "a" == a or (a[0] != b[0] and (a[0] in _VOWELS or b[0] in _VOWELS)):
        return False
    return _consonants(sound(a)) == _consonants(sound(b))


_VOWELS = frozenset("aeiouy")


def _consonants(heard: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aioe]", "", heard))


def near_miss(a: str, b: str) -> bool:
    """Whether two names differ by a letter or two, so that a slip of the pen is as likely as another name."""
    first, second = _parts(a), _parts(b)
    if not first or not second or min(len(first[-1]), len(second[-1])) < 5:
        return False
    return (
        JaroWinkler.similarity(first[-1], second[-1]) >= MISSPELT and Levenshtein.distance(first[-1], second[-1]) <= 2
    )
