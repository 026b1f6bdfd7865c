"""Whether a passage affirms what the other denies: negations with their scope, and words that say the opposite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from treatywatch.stories.alterations.counterparts import How
from treatywatch.stories.alterations.ends import from_both_ends
from treatywatch.stories.alterations.kinds import Alteration, Kind, Meaning
from treatywatch.stories.alterations.lexicon import words_in
from treatywatch.stories.alterations.negation import Turn, scope
from treatywatch.stories.alterations.pairing import Pairing, altered_words
from treatywatch.stories.alterations.places import in_one_place
from treatywatch.stories.alterations.tokens import CONTENT, NAME, Reading, Token


def compare(pairing: Pairing, exchanged: Sequence[tuple[Token, Token]] = ()) -> Iterator[Alteration]:
    """What one passage affirms and the other denies; told once, at the highest word concerned.

    `exchanged` are unmatched words that stand in one place: two that judge, one well and one ill, are opposites too.
    """
    a, b = pairing.a, pairing.b
    turns_a, turns_b, sign_a, sign_b = pairing.turns_a, pairing.turns_b, pairing.signs_a, pairing.signs_b
    direct = {turn.target.place for turn in turns_a}, {turn.target.place for turn in turns_b}
    flipped: list[tuple[Token, Token]] = []
    for x, y, how in _opposed_or_met(pairing, exchanged):
        parity = sign_a[x.place] * sign_b[y.place] * (-1 if how is How.OPPOSITE else 1)
        weighty = x.pos in ("VERB", "ADJ") or how is How.OPPOSITE or x.place in direct[0] or y.place in direct[1]
        told = how is How.OPPOSITE or _told_of_one(pairing, x, y)
        named = x.sort == NAME and not (
            x.place in direct[0] or y.place in direct[1]
        )  # "not Russia" says it of the name
        if parity < 0 and not named and weighty and told and not _said_by_opposites(pairing, x, y):
            flipped.append((x, y))
    flipped.extend(_prepositions(pairing))
    flipped.extend(_roots(pairing, direct, sign_a, sign_b))
    governing = {turn.by.place for turn in turns_a}, {turn.by.place for turn in turns_b}
    taken_a: set[int] = set()
    for x, y in sorted(flipped, key=lambda pair: _depth(a, pair[0])):
        if x.place not in taken_a:
            taken_a.update(token.place for token in a.subtree(x))
            sure = _sure(pairing, x, y) and _plainly(pairing, x, y, governing)
            meaning = Meaning.CHANGED if sure else Meaning.UNCLEAR
            yield altered_words(Kind.POLARITY, (a, _with(a, x, turns_a)), (b, _with(b, y, turns_b)), meaning)


def _opposed_or_met(pairing: Pairing, exchanged: Sequence[tuple[Token, Token]]) -> Iterator[tuple[Token, Token, How]]:
    """Counterparts, without opposites that tell one happening from both ends; and words exchanged that judge well and ill."""
    words = pairing.words
    for x, y, how in pairing.matching.pairs():
        if how is How.OPPOSITE and ({x.lemma, y.lemma} & words.negative_determiners or from_both_ends(pairing, x, y)):
            continue  # "few", "many": what they count is turned already
        yield x, y, how
    for x, y in exchanged:
        judging = words.opposition.verdict(x.lemma) * words.opposition.verdict(y.lemma) < 0
        if judging and x.sort == y.sort == CONTENT and not {x.lemma, y.lemma} & words.loaded:
            yield x, y, How.OPPOSITE


def _said_by_opposites(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether a verb only links to a complement that has its opposite: "remain apart", "are not close"; or stands for an adverb."""
    if x.pos in ("VERB", "AUX") and y.pos == "ADV":
        return True
    return any(
        pairing.matching.how.get(child.place) is How.OPPOSITE
        and child.dep in ("acomp", "attr", "oprd", "advmod", "xcomp")
        and child.lemma not in pairing.words.negators
        for child in pairing.a.children(x)
    )


def _plainly(pairing: Pairing, x: Token, y: Token, governing: tuple[set[int], set[int]]) -> bool:
    """Whether nothing unknown stands above either word: "was refused leave to dock" may deny what no list says that it denies."""
    return not _unknown_above(pairing, pairing.a, x, pairing.matching.of_a, governing[0]) and not _unknown_above(
        pairing, pairing.b, y, pairing.matching.of_b, governing[1]
    )


def _unknown_above(
    pairing: Pairing, reading: Reading, token: Token, met: Mapping[int, int], governing: set[int]
) -> bool:
    """Whether a verb, adjective or noun that takes the word's clause as its complement is known for nothing, and is no counterpart."""
    known = words_in(pairing.words.own.negation.transparent) | pairing.words.reporting
    while reading.head(token) is not token:
        below, token = token, reading.head(token)
        complement = below.dep in ("xcomp", "ccomp", "pcomp", "acl")
        unknown = token.place not in met and token.place not in governing and token.lemma not in known
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


def _prepositions(pairing: Pairing) -> Iterator[tuple[Token, Token]]:
    """Counterparts that hang on counterparts by opposite prepositions ("before the vote", "after the vote")."""
    for x, y, _ in pairing.matching.pairs():
        by_x, by_y = pairing.a.head(x), pairing.b.head(y)
        if x.dep in ("pobj", "pcomp") and frozenset((by_x.lemma, by_y.lemma)) in pairing.words.turned_prepositions:
            above, beside = pairing.a.head(by_x), pairing.b.head(by_y)
            light = above.sort == beside.sort != CONTENT and above.lemma == beside.lemma
            if pairing.matching.partner(above) is beside or (light and in_one_place(pairing.matching, above, beside)):
                yield by_x, by_y


def _told_of_one(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether a word says something by itself, or its arguments in both passages are counterparts ("going" alone says little)."""
    if x.lemma not in pairing.words.plain:
        return True
    return any(pairing.matching.partner(child) in list(pairing.b.children(y)) for child in pairing.a.children(x))


def _roots(
    pairing: Pairing, direct: tuple[set[int], set[int]], sign_a: dict[int, int], sign_b: dict[int, int]
) -> Iterator[tuple[Token, Token]]:
    """Forms of "be" and "have", which are matched here alone: where one passage negates them."""
    for x in pairing.a.tokens:
        for y in pairing.b.tokens:
            light = x.pos == y.pos == "AUX" and x.is_verb and y.is_verb and x.lemma == y.lemma
            negated = x.place in direct[0] or y.place in direct[1]
            if light and negated and sign_a[x.place] != sign_b[y.place] and _common_subject(pairing, x, y):
                yield x, y


def _common_subject(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether what both say of their subjects is common: a complement, or the subject itself.

    Not where the complements are opposites, or one of them has no counterpart: then it is that which is denied.
    """
    shared = 0
    for child in pairing.a.children(x):
        partner = pairing.matching.partner(child)
        said = child.dep not in ("nsubj", "expl", "advmod")
        if said and pairing.matching.how.get(child.place) is How.OPPOSITE:
            return False
        if child.dep in ("acomp", "attr") and partner is None and child.sort == CONTENT:
            return False
        if partner is not None and said and pairing.b.head(partner) is y:
            shared += 1
    return shared > 0 and not any(
        child.place in pairing.matching.of_a and child.dep in ("acomp", "attr") and child.pos in ("ADJ",)
        for child in pairing.a.children(x)
    )


def _depth(reading: Reading, token: Token) -> int:
    depth = 0
    while reading.head(token) is not token and depth < 50:
        token, depth = reading.head(token), depth + 1
    return depth


def _with(reading: Reading, token: Token, found: list[Turn]) -> list[Token]:
    """A word with the negation that governs it, where it stands near."""
    own = [
        one for one in reading.tokens if token.phrase and one.owner == token.place and abs(one.place - token.place) <= 8
    ]
    near = [turn.by for turn in found if token.place in scope(reading, turn) and abs(turn.by.place - token.place) <= 8]
    return [token, *own, *near]
