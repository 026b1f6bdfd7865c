"""What stands in one passage where the other has something else: names, numbers, days and words in the same place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatywatch.stories.alterations import days, names
from treatywatch.stories.alterations.counterparts import How
from treatywatch.stories.alterations.kinds import Alteration, Kind, Meaning
from treatywatch.stories.alterations.pairing import Pairing, altered
from treatywatch.stories.alterations.stems import spelling
from treatywatch.stories.alterations.tokens import CONTENT, DAY, NAME, NUMBER, Reading, Token

LEAST = 1.0
"""Evidence from which two unmatched tokens stand in one place (see `_evidence`).

On the tuning half of the labelled pairs 0.5 and 1 found most (recall 96.4 %, before other rules were mended); 0.5 told two more unclear
exchanges in paraphrases, 1.5 lost 0.6 points.
"""
_SLOT, _HEAD, _NEIGHBOUR, _ALONE = 2.0, 1.0, 0.75, 0.75


def exchanged(pairing: Pairing) -> list[tuple[Token, Token]]:
    """Unmatched tokens of both passages that stand in one place, the surest pairs first."""
    mine = [one for one in pairing.a.tokens if _open(pairing, one) and one.place not in pairing.matching.of_a]
    theirs = [one for one in pairing.b.tokens if _open(pairing, one) and one.place not in pairing.matching.of_b]
    alone = _alone(mine), _alone(theirs)
    scored = []
    for x in mine:
        for y in theirs:
            if _class(x) == _class(y) and _of_one_kind(x, y):
                score = _evidence(pairing, x, y) + (_ALONE if alone[0][_class(x)] == alone[1][_class(y)] == 1 else 0.0)
                if score >= LEAST:
                    scored.append((-score, x.place, y.place))
    found, taken_a, taken_b = [], set(), set()
    for _, i, j in sorted(scored):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            found.append((pairing.a.tokens[i], pairing.b.tokens[j]))
    return found


def _open(pairing: Pairing, token: Token) -> bool:
    return token.sort in (NAME, NUMBER, DAY) or (token.sort == CONTENT and token.lemma not in pairing.words.plain)


def _class(token: Token) -> str:
    if token.sort != CONTENT:
        return token.sort
    if token.dep == "amod":
        return "ADJ"
    return {"PROPN": "NOUN", "ADV": "ADJ"}.get(token.pos, token.pos)


def _of_one_kind(x: Token, y: Token) -> bool:
    """Whether two names may stand for each other: of those that the shelf knows, no person for a body."""
    return not (x.ids and y.ids) or len({_bearer(x), _bearer(y)} - {""}) < 2


def _bearer(name: Token) -> str:
    kind = name.label.lower()
    if kind in ("person", "office"):
        return "person"
    return "body" if kind in ("org", "outlet") else ""


def _alone(tokens: list[Token]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for token in tokens:
        counts[_class(token)] = counts.get(_class(token), 0) + 1
    return counts


def _evidence(pairing: Pairing, x: Token, y: Token) -> float:
    score = 0.0
    if pairing.slots_of(x) & pairing.slots_b.get(y.place, frozenset()):
        score += _SLOT
    head_x, head_y = pairing.a.head(x), pairing.b.head(y)
    if x.dep == y.dep and (pairing.matching.partner(head_x) is head_y or (head_x is x and head_y is y)):
        score += _HEAD
    if x.dep == y.dep and head_x.lemma == head_y.lemma and head_x.pos == "ADP":
        score += _HEAD / 2
    for step in (-1, 1):
        near_x, near_y = _near(pairing.a, x, step), _near(pairing.b, y, step)
        if near_x is None and near_y is None:
            score += _NEIGHBOUR / 2
        elif near_x is not None and near_y is not None and _same_word(pairing, near_x, near_y):
            score += _NEIGHBOUR
    return score


def _near(reading: Reading, token: Token, step: int) -> Token | None:
    at = token.place + step
    while 0 <= at < len(reading.tokens):
        if reading.tokens[at].sort in (NAME, NUMBER, DAY, CONTENT):
            return reading.tokens[at]
        at += step
    return None


def _same_word(pairing: Pairing, x: Token, y: Token) -> bool:
    return pairing.matching.partner(x) is y


def compare(pairing: Pairing, found: Sequence[tuple[Token, Token]], spoken: set[int]) -> Iterator[Alteration]:
    """Exchanged names, numbers, days and words (`found`); `spoken` are places of A that are told of as speakers."""
    for x, y, how in pairing.matching.pairs():
        yield from _kept(pairing, x, y, how)
    for x, y in found:
        if x.place not in spoken:
            yield from _one(pairing, x, y)


def _kept(pairing: Pairing, x: Token, y: Token, how: How) -> Iterator[Alteration]:
    """Other ways to write one thing."""
    if _written(x) == _written(y):
        return
    if "".join(x.text.split()) == "".join(y.text.split()) and x.sort == NAME:
        yield altered(Kind.BROKEN_TOKEN, x, y, Meaning.KEPT)
        return
    if (x.sort == NAME and how is How.ALIKE and not (set(x.text.split()) & set(y.text.split()))) or (
        x.sort == NAME and how is How.ALIKE and names.spelt(x.text, y.text) == 0.85
    ):
        yield altered(Kind.NAME, x, y, Meaning.KEPT)
    elif x.sort == NUMBER:
        yield altered(Kind.NUMBER, x, y, Meaning.KEPT)
    elif x.sort == DAY:
        yield altered(Kind.DATE, x, y, Meaning.KEPT)
    elif how in (How.SYNONYM, How.CONVERSE):
        yield altered(Kind.WORDING, x, y, Meaning.KEPT)


def _written(token: Token) -> str:
    """The words of a token in one spelling, without articles and hyphens."""
    words = (spelling(word.removesuffix("s")) for word in token.text.replace("-", " ").split())
    return " ".join(word for word in words if word not in ("the", "a", "an"))


def _one(pairing: Pairing, x: Token, y: Token) -> Iterator[Alteration]:
    if x.sort == NAME:
        yield altered(Kind.NAME, x, y, Meaning.UNCLEAR if _near_miss(x, y) else Meaning.CHANGED)
    elif x.sort == NUMBER:
        yield altered(Kind.NUMBER, x, y, Meaning.CHANGED)
    elif x.sort == DAY and x.day and y.day:
        yield altered(Kind.DATE, x, y, Meaning.CHANGED if days.comparable(x.day, y.day) else Meaning.UNCLEAR)
    elif not (x.quoted and y.quoted):
        yield altered(Kind.WORDING, x, y, Meaning.KEPT if _interchangeable(pairing, x, y) else Meaning.UNCLEAR)


def _near_miss(x: Token, y: Token) -> bool:
    """Whether two names that the shelf does not know may be one, misspelt ("Johnson", "Johnston")."""
    return not (x.ids or y.ids) and names.near_miss(x.text, y.text)


def _interchangeable(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether both only say that something is said, or both only hedge."""
    both = {x.lemma, y.lemma}
    return both <= pairing.words.neutral or (both <= pairing.words.hedging and "unlikely" not in both)
