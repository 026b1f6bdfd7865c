"""Which token of one passage is which of the other: names by id, numbers by value, words by lemma, root and synonym."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from treatywatch.stories.alterations import days, names
from treatywatch.stories.alterations.lexicon import Words
from treatywatch.stories.alterations.stems import prefixed
from treatywatch.stories.alterations.tokens import CONTENT, DAY, NAME, NUMBER, Reading, Token


class How(StrEnum):
    """Why two tokens are taken for counterparts."""

    ALIKE = "alike"
    AKIN = "akin"
    SYNONYM = "synonym"
    CONVERSE = "converse"
    OPPOSITE = "opposite"
    RELATED = "related"


_SCORES = {How.ALIKE: 1.0, How.AKIN: 0.9, How.SYNONYM: 0.8, How.CONVERSE: 0.8, How.RELATED: 0.6, How.OPPOSITE: 0.55}
_MATCHED = frozenset({CONTENT, DAY, NAME, NUMBER})
_CLASS = {"ADV": "ADJ"}
"""Parts of speech that one word may have in either place ("most trusted", "least trusted")."""
_CONTEXT = 0.15
"""What a common governor adds: of two tokens that fit alike, that with the same governor is the counterpart."""
_FARNESS = 0.1
"""What the greatest distance in place takes away."""


@dataclass(slots=True)
class Matching:
    """Counterparts of the tokens of two readings: `of_a` maps places of A to places of B, `of_b` back, `how` says why."""

    a: Reading
    b: Reading
    of_a: dict[int, int] = field(default_factory=dict)
    of_b: dict[int, int] = field(default_factory=dict)
    how: dict[int, How] = field(default_factory=dict)

    def add(self, x: Token, y: Token, how: How) -> None:
        """Take two tokens for counterparts."""
        self.of_a[x.place], self.of_b[y.place], self.how[x.place] = y.place, x.place, how

    def partner(self, x: Token) -> Token | None:
        """The counterpart in B of a token of A."""
        place = self.of_a.get(x.place)
        return None if place is None else self.b.tokens[place]

    def partner_of_b(self, y: Token) -> Token | None:
        """The counterpart in A of a token of B."""
        place = self.of_b.get(y.place)
        return None if place is None else self.a.tokens[place]

    def pairs(self) -> list[tuple[Token, Token, How]]:
        """All counterparts, in the order of A."""
        return [(self.a.tokens[x], self.b.tokens[y], self.how[x]) for x, y in sorted(self.of_a.items())]

    def turned(self) -> Matching:
        """The same, seen from B."""
        return Matching(
            self.b, self.a, dict(self.of_b), dict(self.of_a), {y: self.how[x] for x, y in self.of_a.items()}
        )


def match(a: Reading, b: Reading, words: Words) -> Matching:
    """Match the names, numbers, days and content words of two passages, the surest first, each with one counterpart at most."""
    found = Matching(a, b)
    scored: list[tuple[float, int, int, How]] = []
    others = [y for y in b.tokens if y.sort in _MATCHED]
    for x in (one for one in a.tokens if one.sort in _MATCHED):
        for y in others:
            how = _how(x, y, words)
            if how is not None:
                scored.append((-_score(x, y, how, a, b), x.place, y.place, how))
    for _, x_place, y_place, how in sorted(scored):
        if x_place not in found.of_a and y_place not in found.of_b:
            found.add(a.tokens[x_place], b.tokens[y_place], how)
    return found


def _score(x: Token, y: Token, how: How, a: Reading, b: Reading) -> float:
    score = _SCORES[how]
    heads = a.head(x), b.head(y)
    if heads[0] is not x and heads[1] is not y and heads[0].lemma == heads[1].lemma:
        score += _CONTEXT
    if x.dep == y.dep:
        score += _CONTEXT / 3
    return score - _FARNESS * abs(x.place / len(a.tokens) - y.place / len(b.tokens))


def _how(x: Token, y: Token, words: Words) -> How | None:
    if x.sort == y.sort == CONTENT:
        return _of_words(x, y, words)
    if x.sort != y.sort:
        crossed = {x.sort, y.sort} == {NAME, CONTENT} and x.text.lower() == y.text.lower()
        return How.ALIKE if crossed else None
    if x.sort == NAME:
        sure = names.likeness(x, y)
        return How.ALIKE if sure >= 0.85 else How.RELATED if sure else None
    if x.sort == NUMBER:
        return How.ALIKE if x.figure and y.figure and x.figure.same(y.figure) else None
    if x.sort == DAY:
        return How.ALIKE if x.day and y.day and days.same(x.day, y.day) else None
    return None


def _of_words(x: Token, y: Token, words: Words) -> How | None:
    if x.lemma == y.lemma:
        return How.ALIKE
    if (
        words.opposite(x.lemma, y.lemma) and _CLASS.get(x.pos, x.pos) == _CLASS.get(y.pos, y.pos)
    ) or _opposite_participles(x, y):
        return How.OPPOSITE
    if words.same(x.lemma, y.lemma) or words.same(x.text, y.text):
        return How.SYNONYM
    if words.akin(x.lemma, y.lemma):
        return How.AKIN
    if any(one in words.converses and words.converses[one].of == other for one, other in _both(x.lemma, y.lemma)):
        return How.CONVERSE
    return None


def _opposite_participles(x: Token, y: Token) -> bool:
    """Whether "non-" alone turns one word into the other, one of them an adjective made of a verb ("binding", "non-binding")."""
    made = any(one.pos == "VERB" and one.tag in ("VBG", "VBN") for one in (x, y))
    return made and {x.pos, y.pos} == {"ADJ", "VERB"} and prefixed(x.text.lower(), y.text.lower()) in ("non", "non-")


def _both(a: str, b: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (a, b), (b, a)
