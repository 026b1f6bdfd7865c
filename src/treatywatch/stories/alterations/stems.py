"""Forms of one word: British and American spelling, roots, prefixes that turn a word round."""

from __future__ import annotations

import re
from functools import lru_cache

_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=e$|es$|ed$|ing$|ation)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})our(?=$|s$|ed$|ing$|able$|al$|ite$)"), "or"),
    (re.compile(r"(?<=[bcdft])re$"), "er"),
    (re.compile(r"(?<=[a-z])ogue$"), "og"),
    (re.compile(r"gramme$"), "gram"),
    (re.compile(r"(?<=defen|offen)ce$|(?<=licen|prete)ce$"), "se"),
    (re.compile(r"(?<=[aeiou])ll(?=ed$|ing$|er$)"), "l"),
)
_EXCEPTIONS = frozenset(
    {
        "four",
        "hour",
        "our",
        "pour",
        "tour",
        "sour",
        "your",
        "rise",
        "wise",
        "raise",
        "promise",
        "exercise",
        "there",
        "here",
        "more",
    }
)
_SUFFIXES = tuple(
    sorted(
        """isation ization ication ations ation ition ution tions tion sions sion ments ment ness ances ance ences ence ables able ibles
        ible ities ity ives ive ings ing edly ed es s al ally ly e ful ous ic ical y ian ians ians an ish ese""".split(),  # noqa: SIM905
        key=len,
        reverse=True,
    )
)
_HAVING_AND_LACKING = (("ful", "less"), ("fully", "lessly"), ("fulness", "lessness"))
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-", "de", "de-", "mis", "anti-")
_EXCHANGED = (("over", "under"), ("in", "out"), ("pro-", "anti-"), ("pre", "post"), ("up", "down"))
_NOT_EXCHANGED = frozenset({"come", "side", "set"})
_NO_PREFIX = frozenset(
    {
        "crease",
        "vest",
        "form",
        "tend",
        "side",
        "to",
        "ply",
        "port",
        "press",
        "prove",
        "cover",
        "play",
        "pose",
        "charge",
        "ter",
        "mand",
        "part",
        "fend",
        "cline",
        "pend",
        "tain",
        "take",
        "volve",
        "clude",
        "creased",
        "habit",
        "formal",
        "struct",
        "tense",
        "deed",
        "fault",
        "fine",
        "tail",
        "tract",
        "sign",
        "scribe",
        "serve",
        "bate",
        "cease",
        "pact",
        "act",
    }
)


@lru_cache(maxsize=20_000)
def spelling(word: str) -> str:
    """One form for British and American spellings, in lower case."""
    word = word.lower()
    if word in _EXCEPTIONS or len(word) < 5:
        return word
    for pattern, plain in _SPELLINGS:
        word = pattern.sub(plain, word)
    return word


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A rough root, never shorter than four letters: enough to bring "violate" and "violation" together."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            break
    word = re.sub(r"(.)\1$", r"\1", word)
    return word[:-2] if word.endswith("at") and len(word) > 5 else word


def prefixed(a: str, b: str) -> str | None:
    """The prefix by which one of two words turns the other round ("legal", "illegal"); None where none does."""
    short, long = sorted((a, b), key=len)
    if len(short) <= 3 or not long.endswith(short):
        return None
    for prefix in _PREFIXES:
        if long == prefix + short and short not in _NO_PREFIX:
            return prefix
    return None


def exchanged_prefixes(a: str, b: str) -> bool:
    """Whether two prefixes of opposite sense stand before one stem ("inflow", "outflow"; "overstate", "understate")."""
    return any(
        (a.startswith(p) and b == q + a[len(p) :]) or (a.startswith(q) and b == p + a[len(q) :])
        for p, q in _EXCHANGED
        if min(len(a) - len(p), len(b) - len(q)) >= 3
        and a[len(p) :] not in _NOT_EXCHANGED
        and a[len(q) :] not in _NOT_EXCHANGED
    )


def suffixed(a: str, b: str) -> bool:
    """Whether one word has what the other lacks ("fruitful", "fruitless")."""
    if a[:4] != b[:4]:
        return False
    less, full = sorted((a, b), key=lambda word: "less" not in word)
    return any(
        less.endswith(lacking) and full.endswith(having) and less.removesuffix(lacking) == full.removesuffix(having)
        for having, lacking in _HAVING_AND_LACKING
    )
