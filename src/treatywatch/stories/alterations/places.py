"""Whether two words stand in one place of their passages: governed by counterparts, or with arguments that are counterparts."""

from __future__ import annotations

from collections.abc import Iterator

from treatywatch.stories.alterations.counterparts import Matching
from treatywatch.stories.alterations.tokens import CONTENT, DAY, NAME, NUMBER, Reading, Token

_TELLING = frozenset({CONTENT, DAY, NAME, NUMBER})
_PREDICATIVE = frozenset({"acomp", "attr", "oprd", "xcomp", "advmod", "prep", "prt", "dobj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_SUPPORT = frozenset(
    """give make voice express offer launch mount issue impose put take show lend register declare state announce have stage unleash reach
    raise issue deliver""".split()  # noqa: SIM905
)
"""Verbs that lend a noun its clause: "voiced opposition to the plan" opposes it."""
_LIGHT = frozenset({"be", "have", "remain", "stay", "become", "do", "make", "get", "keep"})


def governor(reading: Reading, token: Token) -> Token:
    """The word that a token hangs on, prepositions passed over; the token itself at the root."""
    head = reading.head(token)
    while (head.pos == "ADP" or head.dep == "prep") and head.sort != CONTENT and reading.head(head) is not head:
        head = reading.head(head)
    return head


def arguments(reading: Reading, token: Token) -> Iterator[Token]:
    """What a word is said of: what hangs on it, directly or by a preposition; of a complement of a light verb, its siblings too."""
    yield from _below(reading, token)
    head = reading.head(token)
    if head is not token and token.dep in _PREDICATIVE and (head.lemma in _LIGHT or is_supported(reading, token)):
        yield from (one for one in _below(reading, head) if one is not token)
    first = token
    while first.dep == "conj" and not any(one.dep in _SUBJECTS for one in reading.children(first)):
        first = reading.head(first)
    if first is not token:
        yield from (one for one in reading.children(first) if one.dep in _SUBJECTS and one.sort in _TELLING)


def _below(reading: Reading, token: Token) -> Iterator[Token]:
    for child in reading.children(token):
        if child.sort in _TELLING:
            yield child
        elif child.pos in ("ADP", "SCONJ", "PART") or child.dep in ("prep", "agent", "dative"):
            yield from (one for one in reading.children(child) if one.sort in _TELLING)


def is_supported(reading: Reading, token: Token) -> bool:
    """Whether a noun is told as an act by a verb that adds nothing ("launched an attack on")."""
    return token.pos == "NOUN" and token.dep in ("dobj", "nsubjpass") and reading.head(token).lemma in _SUPPORT


def in_one_place(found: Matching, x: Token, y: Token) -> float:
    """How surely two words stand in one place; 0 where nothing says so.

    1 for a common governor, 1 for each common argument, 1 for standing between the same words (the parse errs more often than the order).
    """
    above, beside = governor(found.a, x), governor(found.b, y)
    there = {one.place for one in arguments(found.b, y)}
    shared = sum(found.of_a.get(one.place) in there for one in arguments(found.a, x))
    governed = above is not x and beside is not y and found.partner(above) is beside
    return shared + (1.0 if governed else 0.0) + (1.0 if _between_the_same(found, x, y) else 0.0)


def _between_the_same(found: Matching, x: Token, y: Token) -> bool:
    met = 0
    for step in (-1, 1):
        near, near_there = _near(found.a, x, step), _near(found.b, y, step)
        if near is not None and near_there is not None:
            if found.partner(near) is not near_there:
                return False
            met += 1
        elif near is not near_there:
            return False
    return met > 0


def _near(reading: Reading, token: Token, step: int) -> Token | None:
    at = token.place + step
    while 0 <= at < len(reading.tokens):
        if reading.tokens[at].sort in _TELLING:
            return reading.tokens[at]
        at += step
    return None
