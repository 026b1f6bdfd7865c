"""Two participants that change places: who accused whom, from where to where, which number counts what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from treatywatch.stories.alterations.counterparts import How
from treatywatch.stories.alterations.kinds import Alteration, Kind, Meaning
from treatywatch.stories.alterations.lexicon import words_in
from treatywatch.stories.alterations.pairing import Pairing, altered_words
from treatywatch.stories.alterations.roles import AGENT, PATIENT, Slot, told_twice
from treatywatch.stories.alterations.speech import frames
from treatywatch.stories.alterations.tokens import CONTENT, DAY, NAME, NUMBER, Token

_DEGREES = frozenset({"more", "less", "fewer", "most", "least", "much", "little", "enough"})


def compare(pairing: Pairing) -> Iterator[Alteration]:
    """Tokens of one sort that have exchanged their slots, and names that have gone from agent to patient."""
    met = [
        (x, y)
        for x, y, how in pairing.matching.pairs()
        if how is not How.OPPOSITE
        and x.lemma not in pairing.words.quantity_of
        and x.lemma not in _DEGREES
        and not (x.sort == CONTENT and (told_twice(pairing.a, x) or told_twice(pairing.b, y)))
    ]
    done: set[int] = set()
    for (x, x_there), (y, y_there) in combinations(met, 2):
        if _one_sort(x, y) and not {x.place, y.place} & done and _swapped(pairing, (x, x_there), (y, y_there)):
            done |= {x.place, y.place}
            kind = _kind(pairing, x, y)
            yield altered_words(kind, (pairing.a, [x, y]), (pairing.b, [x_there, y_there]), Meaning.CHANGED)
    for (x, x_there), (y, y_there) in combinations(met, 2):
        if not done and x.sort == y.sort != CONTENT and _changed_sides(pairing, (x, x_there), (y, y_there)):
            done |= {x.place, y.place}
            kind = Kind.AGENT if x.sort == NAME else _kind(pairing, x, y)
            yield altered_words(kind, (pairing.a, [x, y]), (pairing.b, [x_there, y_there]), Meaning.CHANGED)
    for x, there in met:
        if x.sort == NAME and x.place not in done and not done and _turned(pairing, x, there):
            yield altered_words(
                Kind.AGENT, (pairing.a, [x, *_verbs(pairing, x)]), (pairing.b, [there]), Meaning.CHANGED
            )
            return


def _one_sort(x: Token, y: Token) -> bool:
    return x.sort == y.sort or {x.sort, y.sort} == {NAME, CONTENT}


def _swapped(pairing: Pairing, one: tuple[Token, Token], other: tuple[Token, Token]) -> bool:
    (x, x_there), (y, y_there) = one, other
    mine, yours = pairing.slots_of(x), pairing.slots_of(y)
    there_x, there_y = pairing.slots_b.get(x_there.place, frozenset()), pairing.slots_b.get(y_there.place, frozenset())
    crossed = (mine & there_y) - there_x and (yours & there_x) - there_y
    if not crossed or _weak(mine & there_y) or _weak(yours & there_x):
        return False
    places = {place for _, place in (mine & there_y) | (yours & there_x)}
    kept = (mine & there_x) | (yours & there_y)
    return not any(place in places for _, place in kept)


def _changed_sides(pairing: Pairing, one: tuple[Token, Token], other: tuple[Token, Token]) -> bool:
    """Whether two names, numbers or days have changed places around the same words, whatever the parse makes of them."""
    (x, x_there), (y, y_there) = one, other
    if not (x.place < y.place and y_there.place < x_there.place):
        return False
    between = pairing.a.tokens[x.place + 1 : y.place]
    there = pairing.b.tokens[y_there.place + 1 : x_there.place]
    if [token.text.lower() for token in between] != [token.text.lower() for token in there]:
        return False
    if x.sort != NAME:  # what they count or date stays where it is
        return any(token.sort in (CONTENT, NAME) for token in between)
    acts = [
        token for token in between if token.pos in ("VERB", "AUX") or (token.pos == "NOUN" and token.sort == CONTENT)
    ]
    verbal = any(token.pos in ("VERB", "AUX") for token in acts)
    joined = any(token.lemma in ("and", "or") for token in between) and not verbal
    mutual = {token.lemma for token in between} & words_in(pairing.words.own.reciprocal)
    return bool(acts) and not joined and not mutual


def _weak(slots: frozenset[Slot]) -> bool:
    return not slots


def _kind(pairing: Pairing, x: Token, y: Token) -> Kind:
    if x.sort == y.sort == NUMBER:
        return Kind.NUMBER
    if x.sort == y.sort == DAY:
        return Kind.DATE
    speaking = all(_only_speaks(pairing, token) for token in (x, y))
    return Kind.SPEAKER if speaking else Kind.AGENT


def _only_speaks(pairing: Pairing, token: Token) -> bool:
    """Whether all that a token does is to say something: "agreed to a demand by" has verbs of speech, and tells an act."""
    told = pairing.slots_a.get(token.place, frozenset())
    speaking = {frame.cue.place for frame in frames(pairing.a, pairing.words)}
    speaking |= {one.place for one in pairing.a.tokens if one.pos == "VERB" and one.lemma in pairing.words.neutral}
    return bool(told) and all(role == AGENT and place in speaking for role, place in told)


def _turned(pairing: Pairing, x: Token, there: Token) -> bool:
    """Whether a name does in A what is done to it in B, or the other way round."""
    mine, yours = pairing.slots_of(x), pairing.slots_b.get(there.place, frozenset())
    if mine & yours:
        return False
    for role, other in ((AGENT, PATIENT), (PATIENT, AGENT)):
        for told, place in mine:
            verb = pairing.b.tokens[place]
            if told == role and (other, place) in yours and verb.pos == "VERB":
                return True
    return False


def _verbs(pairing: Pairing, x: Token) -> list[Token]:
    return [pairing.a.tokens[place] for role, place in sorted(pairing.slots_a[x.place]) if role in (AGENT, PATIENT)][:1]
