"""Which token of one passage is which of the other: names by id, numbers by value, words by lemma, root and synonym."""

from __future__ import annotations

from treatywatch.stories.alterations import days, names
from treatywatch.stories.alterations.counterparts import How, Matching
from treatywatch.stories.alterations.lexicon import Words
from treatywatch.stories.alterations.places import in_one_place
from treatywatch.stories.alterations.stems import prefixed
from treatywatch.stories.alterations.tokens import CONTENT, DAY, NAME, NUMBER, Reading, Token

_SCORES = {How.ALIKE: 1.0, How.AKIN: 0.9, How.SYNONYM: 0.8, How.CONVERSE: 0.8, How.RELATED: 0.6, How.OPPOSITE: 0.55}
_MATCHED = frozenset({CONTENT, DAY, NAME, NUMBER})
_CLASS = {"ADV": "ADJ"}
"""Parts of speech that one word may have in either place ("most trusted", "least trusted")."""
_NEAR = ({"ADJ", "VERB"}, {"NOUN", "VERB"})
"""Parts of speech of which opposites may be, in one place ("was opposed to", "in favour of"; "launched an attack on", "defended")."""
_LEANING = {"VERB": 2.0, "ADJ": 1.0}
"""How surely words of two fields must stand in one place: verbs with their subject and their object."""
_LESS_SURE = 1.0
_CONTEXT = 0.15
"""What a common governor adds: of two tokens that fit alike, that with the same governor is the counterpart."""
_FARNESS = 0.1
"""What the greatest distance in place takes away."""


def match(a: Reading, b: Reading, words: Words) -> Matching:
    """Match the names, numbers, days and content words of two passages, the surest first, each with one counterpart at most.

    Opposites come last, and are counterparts only where they stand in one place: "new rules" and "the old hall" have nothing in common.
    """
    found = Matching(a, b)
    scored: list[tuple[float, int, int, How]] = []
    opposed: list[tuple[Token, Token, float]] = []
    others = [y for y in b.tokens if y.sort in _MATCHED]
    for x in (one for one in a.tokens if one.sort in _MATCHED):
        for y in others:
            how = _how(x, y, words)
            if how is How.OPPOSITE:
                opposed.append((x, y, 1.0))
            elif how is not None:
                scored.append((-_score(x, y, how, a, b), x.place, y.place, how))
            elif _lean_apart(x, y, words):
                opposed.append((x, y, _LEANING[x.pos]))
    _take(found, scored)
    _take(found, _in_place(found, opposed))
    return found


def _lean_apart(x: Token, y: Token, words: Words) -> bool:
    """Whether one word is good, and the other bad for what they are said of."""
    if x.sort != y.sort or x.pos != y.pos or x.pos not in _LEANING:
        return False
    return words.opposition.leaning(x.lemma) * words.opposition.leaning(y.lemma) < 0


def _in_place(found: Matching, opposed: list[tuple[Token, Token, float]]) -> list[tuple[float, int, int, How]]:
    """The opposites that stand in one place, as surely as is asked of each."""
    places = [(in_one_place(found, x, y), x, y, least) for x, y, least in opposed if _free(found, x, y)]
    return [
        (
            -place - _score(x, y, How.OPPOSITE, found.a, found.b) + (_LESS_SURE if least > 1 else 0.0),
            x.place,
            y.place,
            How.OPPOSITE,
        )
        for place, x, y, least in places
        if place >= least
    ]


def _free(found: Matching, x: Token, y: Token) -> bool:
    return x.place not in found.of_a and y.place not in found.of_b


def _take(found: Matching, scored: list[tuple[float, int, int, How]]) -> None:
    for _, x_place, y_place, how in sorted(scored):
        x, y = found.a.tokens[x_place], found.b.tokens[y_place]
        if _free(found, x, y):
            found.add(x, y, how)


def _score(x: Token, y: Token, how: How, a: Reading, b: Reading) -> float:
    score = _SCORES[how]
    heads = a.head(x), b.head(y)
    if heads[0] is not x and heads[1] is not y and heads[0].lemma == heads[1].lemma:
        score += _CONTEXT
    if x.dep == y.dep:
        score += _CONTEXT / 3
    if x.sort == NAME and x.text == y.text:  # two names of the shelf may share a candidate
        score += _CONTEXT
    return score - _FARNESS * abs(x.place / len(a.tokens) - y.place / len(b.tokens))


def _how(x: Token, y: Token, words: Words) -> How | None:
    if x.sort == y.sort == CONTENT:
        return _of_words(x, y, words)
    if {x.lemma, y.lemma} == {"first", "last"} and {x.sort, y.sort} == {NUMBER, CONTENT}:
        return How.OPPOSITE
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
    if any(one in words.converses and words.converses[one].of == other for one, other in _both(x.lemma, y.lemma)):
        return How.CONVERSE
    if (words.opposite(x.lemma, y.lemma) and _comparable(x, y)) or _opposite_participles(x, y):
        return How.OPPOSITE
    if words.same(x.lemma, y.lemma) or words.same(x.text, y.text):
        return How.SYNONYM
    if words.akin(x.lemma, y.lemma):
        return How.AKIN
    return None


def _comparable(x: Token, y: Token) -> bool:
    """Whether opposites are of one part of speech, or at least of one function ("stayed open", "stayed shut")."""
    return x.dep == y.dep or _CLASS.get(x.pos, x.pos) == _CLASS.get(y.pos, y.pos) or {x.pos, y.pos} in _NEAR


def _opposite_participles(x: Token, y: Token) -> bool:
    """Whether "non-" alone turns one word into the other, one of them an adjective made of a verb ("binding", "non-binding")."""
    made = any(one.pos == "VERB" and one.tag in ("VBG", "VBN") for one in (x, y))
    return made and {x.pos, y.pos} == {"ADJ", "VERB"} and prefixed(x.text.lower(), y.text.lower()) in ("non", "non-")


def _both(a: str, b: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (a, b), (b, a)
