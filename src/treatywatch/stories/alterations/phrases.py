"""Phrases read as one word: "take part", "call off", "give the green light to"; parts may stand apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treatywatch.stories.alterations.lexicon import Words
    from treatywatch.stories.alterations.lists import Phrase
    from treatywatch.stories.alterations.tokens import Token

_INSIDE = frozenset({"DET", "PRON", "ADV", "ADJ", "PART"})
"""Parts of speech that may stand inside a phrase ("gave its full backing to")."""
_APART = 7
"""Tokens that may stand between a verb and a part that hangs on it ("found the retired admiral guilty")."""
_PARTICLE_APART = 8
_SIDES = frozenset({"for", "against"})
"""Prepositions that tell for what or against what a verb is: they belong to it ("pushed for the sale")."""
_OBJECTS = {"pobj": "dobj", "pcomp": "xcomp", "nsubj": "dobj", "relcl": "xcomp", "acl": "xcomp"}
"""What hangs on a swallowed part is the object of the whole."""


def join_phrases(tokens: list[Token], base: int, words: Words) -> None:
    """Read phrases as one word, in the tokens from offset `base` on: the governor takes the lemma, the rest are parts of it."""
    for at, token in enumerate(tokens):
        if token.start < base or token.sort == "part":
            continue
        for phrase in words.phrases.get(token.lemma, ()):
            parts = _matched(tokens, at, phrase)
            if parts:
                _join(tokens, parts, phrase)
                break


def _join(tokens: list[Token], parts: list[Token], phrase: Phrase) -> None:
    inside = {part.place for part in parts}
    whole = min(parts, key=lambda part: _depth(tokens, part)) if phrase.idiom else parts[0]
    whole.lemma, whole.phrase = phrase.lemma, True
    if whole.sort == "function":
        whole.sort, whole.pos = "content", "ADJ"
        whole.dep = "acomp" if tokens[whole.head].lemma == "be" else whole.dep
    for part in parts:
        if part is whole:
            continue
        part.sort = "part"
        if phrase.idiom or part.head == whole.place:
            part.owner = whole.place
        if phrase.idiom:
            for child in tokens:
                if child.head == part.place and child.place not in inside and child.dep in _OBJECTS:
                    child.dep = _OBJECTS[child.dep]


def _depth(tokens: list[Token], token: Token) -> int:
    """How far below the root a token hangs: the highest part of a phrase hangs on none of the others."""
    depth = 0
    while token.head != token.place and depth < len(tokens):
        token, depth = tokens[token.head], depth + 1
    return depth


def _matched(tokens: list[Token], at: int, phrase: Phrase) -> list[Token] | None:
    if phrase.idiom:
        return _idiom(tokens, at, phrase)
    parts = tokens[at : at + len(phrase.words)]
    if tuple(token.lemma for token in parts) == phrase.words and _closed(tokens, parts):
        return parts
    return _particle(tokens, at, phrase)


def _closed(tokens: list[Token], parts: list[Token]) -> bool:
    """Whether the last word is a particle, and no preposition with an object of its own ("went on Monday")."""
    last = parts[-1]
    return (
        len(parts) > 2
        or last.lemma in _SIDES
        or last.dep != "prep"
        or not any(one.head == last.place and one.dep in ("pobj", "pcomp") for one in tokens)
    )


def _particle(tokens: list[Token], at: int, phrase: Phrase) -> list[Token] | None:
    """A particle behind the object ("called the strike off")."""
    if len(phrase.words) == 2:
        for other in tokens[at + 1 : at + _PARTICLE_APART]:
            if other.lemma == phrase.words[1] and other.dep == "prt" and other.head == tokens[at].place:
                return [tokens[at], other]
    return None


def _idiom(tokens: list[Token], at: int, phrase: Phrase) -> list[Token] | None:
    parts = [tokens[at]]
    for word in phrase.words[1:]:
        found = next(_following(tokens, parts, word), None)
        if found is None:
            return None
        parts.append(found)
    if len(parts) == 2 and not phrase.governs and not _closed(tokens, parts):
        return None
    return parts


def _following(tokens: list[Token], parts: list[Token], word: str) -> Iterator[Token]:
    """The next word of an idiom: at once, behind words that may stand inside, or apart where it hangs on what went before."""
    taken = {part.place for part in parts}
    inside = True
    for other in tokens[parts[-1].place + 1 : parts[-1].place + 1 + _APART]:
        hangs = other.head in taken
        if word in (other.lemma, other.text.lower()) and (inside or hangs):
            yield other
        inside = inside and other.pos in _INSIDE and other.tag not in ("JJR", "RBR")
