"""Whether what looks like a denial surely is one: nothing unknown governs it, it holds without an exception and beyond a time."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from treatywatch.stories.alterations.counterparts import How
from treatywatch.stories.alterations.lexicon import Words, words_in
from treatywatch.stories.alterations.pairing import Pairing
from treatywatch.stories.alterations.tokens import CONTENT, NAME, NUMBER, PART, Reading, Token

_OF_TIME = frozenset({"not", "never", "long", "still", "yet", "already", "ever", "anymore", "again", "also"})
"""Adverbs that belong to the denial itself ("no longer"), or say nothing of how."""


def surely_denied(pairing: Pairing, x: Token, y: Token, governing: tuple[set[int], set[int]]) -> bool:
    """Whether one passage surely denies what the other affirms; `governing` are the places of the negations of either."""
    return _sure(pairing, x, y) and _plainly(pairing, x, y, governing)


_NEGATIVE = ("un", "in", "im", "il", "ir", "dis", "non")
"""How adjectives begin that may deny their complement; of others ("fit to", "keen to") it stays what it is."""


def _until(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether a denial holds up to a time, and so is none ("had not spoken since May until now")."""
    return any(
        sign < 0
        and any(
            child.lemma in ("until", "till") or _opened_by_until(reading, child) for child in reading.children(token)
        )
        for reading, token, sign in (
            (pairing.a, x, pairing.signs_a[x.place]),
            (pairing.b, y, pairing.signs_b[y.place]),
        )
    )


def _said_of_circumstances(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether both passages add something of their own to a verb, which may be what is denied ("came too late", "did not come in time")."""
    if x.pos != "VERB" or pairing.matching.how.get(x.place) is How.OPPOSITE:
        return False
    mine = [one for one in _circumstances(pairing.a, x) if one.place not in pairing.matching.of_a]
    theirs = [one for one in _circumstances(pairing.b, y) if one.place not in pairing.matching.of_b]
    return bool(mine and theirs)


def _circumstances(reading: Reading, verb: Token) -> list[Token]:
    below = [one for one in reading.children(verb) if one.dep in ("advmod", "acomp", "prep")]
    found = [one for one in below if one.dep != "prep"] + [
        one for preposition in below if preposition.dep == "prep" for one in reading.children(preposition)
    ]
    return [one for one in found if one.sort == CONTENT and one.lemma not in _OF_TIME]


def _opened_by_until(reading: Reading, clause: Token) -> bool:
    return any(one.dep == "mark" and one.lemma in ("until", "till") for one in reading.children(clause))


def _plainly(pairing: Pairing, x: Token, y: Token, governing: tuple[set[int], set[int]]) -> bool:
    """Whether nothing unknown stands above either word: "was refused leave to dock" may deny what no list says that it denies."""
    if (
        _until(pairing, x, y)
        or _said_of_circumstances(pairing, x, y)
        or _excepted(pairing.a, pairing.words) != _excepted(pairing.b, pairing.words)
    ):
        return False
    return not _unknown_above(pairing, pairing.a, x, pairing.matching.of_a, governing[0]) and not _unknown_above(
        pairing, pairing.b, y, pairing.matching.of_b, governing[1]
    )


def _excepted(reading: Reading, words: Words) -> frozenset[str]:
    """How a passage tells of all with an exception, or of some alone ("all but two have signed", "only two have not")."""
    texts = [token.text.lower() for token in reading.tokens]
    found = {one for one in texts if one in ("except", "excluding")}
    for place, (one, other) in enumerate(pairwise(texts)):
        if one in ("all", "nobody", "none", "nothing") and other in words_in(words.own.negation.exceptive):
            found.add(one)
        if one == "only" and reading.tokens[place + 1].sort in (NUMBER, NAME, PART):
            found.add(one)
        if other == "but" and reading.tokens[place + 1].dep == "prep":
            found.add(other)
    return frozenset(found)


def _unknown_above(
    pairing: Pairing, reading: Reading, token: Token, met: Mapping[int, int], governing: set[int]
) -> bool:
    """Whether a verb, adjective or noun that takes the word's clause as its complement is known for nothing, and is no counterpart."""
    known = words_in(pairing.words.own.negation.transparent) | pairing.words.reporting
    while reading.head(token) is not token:
        below, token = token, reading.head(token)
        complement = below.dep in ("xcomp", "ccomp", "pcomp", "acl")
        plain = token.lemma in known or (token.pos == "ADJ" and not token.lemma.startswith(_NEGATIVE))
        unknown = token.place not in met and token.place not in governing and not plain
        if complement and unknown and token.sort == CONTENT:
            return True
    return False


def _sure(pairing: Pairing, x: Token, y: Token) -> bool:
    """A thing negated is surely denied where the same is said of it; "ran out of oxygen" and "had no oxygen" are one."""
    if x.pos != "NOUN" or pairing.matching.how.get(x.place) is How.OPPOSITE:
        return True
    above, beside = _verb_above(pairing.a, x), _verb_above(pairing.b, y)
    if above is None or beside is None:
        return True
    return pairing.matching.partner(above) is beside or above.lemma == beside.lemma


def _verb_above(reading: Reading, token: Token) -> Token | None:
    while reading.head(token) is not token:
        token = reading.head(token)
        if token.pos in ("VERB", "AUX"):
            return token
    return None
