"""Whether a passage affirms what the other denies: negations with their scope, and words that say the opposite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from treatywatch.stories.alterations.counterparts import How
from treatywatch.stories.alterations.ends import from_both_ends, of_other_things
from treatywatch.stories.alterations.kinds import Alteration, Kind, Meaning
from treatywatch.stories.alterations.lexicon import Words, words_in
from treatywatch.stories.alterations.negation import Turn, scope
from treatywatch.stories.alterations.pairing import Pairing, altered_words
from treatywatch.stories.alterations.places import in_one_place
from treatywatch.stories.alterations.tokens import CONTENT, NAME, NUMBER, Reading, Token

_NEGATIVE = ("un", "in", "im", "il", "ir", "dis", "non")
"""How adjectives begin that may deny their complement; of others ("fit to", "keen to") it stays what it is."""
_LINKED = frozenset({"acomp", "attr", "oprd", "advmod", "xcomp"})


def compare(pairing: Pairing, exchanged: Sequence[tuple[Token, Token]] = ()) -> Iterator[Alteration]:
    """What one passage affirms and the other denies; told once, at the highest word concerned.

    `exchanged` are unmatched words that stand in one place: two that judge, one well and one ill, are opposites too.
    """
    a, b = pairing.a, pairing.b
    turns_a, turns_b, sign_a, sign_b = pairing.turns_a, pairing.turns_b, pairing.signs_a, pairing.signs_b
    direct = _direct(turns_a), _direct(turns_b)
    flipped = [
        (x, y)
        for x, y, how in _opposed_or_met(pairing, exchanged)
        if sign_a[x.place] * sign_b[y.place] * (-1 if how is How.OPPOSITE else 1) < 0
        and _tells(pairing, (x, y, how), direct)
    ]
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


def _tells(pairing: Pairing, pair: tuple[Token, Token, How], direct: tuple[set[int], set[int]]) -> bool:
    """Whether it tells something that one word is affirmed and its counterpart denied."""
    x, y, how = pair
    if (x.sort == NAME and not _name_denied(pairing, x, y)) or _faint_in_both(pairing, x, y):
        return False
    opposed = how is How.OPPOSITE
    told_of = x.pos == "VERB" or (x.pos == "ADJ" and x.dep != "amod")
    weighty = told_of or opposed or x.place in direct[0] or y.place in direct[1]
    told = opposed or (_told_of_one(pairing, x, y) and not _told_both_ways(pairing, x, y))
    return weighty and told and not _said_by_opposites(pairing, x, y)


def _told_both_ways(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether either passage has the word twice, affirmed and denied ("nothing bad will come of it, some good will come")."""
    signs_x = {pairing.signs_a[one.place] for one in pairing.a.tokens if one.lemma == x.lemma and one.sort == x.sort}
    signs_y = {pairing.signs_b[one.place] for one in pairing.b.tokens if one.lemma == y.lemma and one.sort == y.sort}
    return len(signs_x) > 1 or len(signs_y) > 1


def _direct(found: Sequence[Turn]) -> set[int]:
    """What negations are said of; not where they stand in somebody's words, and it does not."""
    return {turn.target.place for turn in found if turn.target.quoted or not turn.by.quoted}


def _name_denied(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether a negation stands right before a name in one passage alone ("not Russia"), and the name stands in one place."""
    before = [
        0 < token.place - turn.by.place <= 3 and turn.target.place == token.place
        for token, found in ((x, pairing.turns_a), (y, pairing.turns_b))
        for turn in found
    ]
    return any(before) and in_one_place(pairing.matching, x, y) > 0


def _opposed_or_met(pairing: Pairing, exchanged: Sequence[tuple[Token, Token]]) -> Iterator[tuple[Token, Token, How]]:
    """Counterparts, without opposites that tell one happening from both ends; and words exchanged that judge well and ill."""
    words = pairing.words
    for x, y, how in pairing.matching.pairs():
        if {x.lemma, y.lemma} & words.negative_determiners or (
            how is How.OPPOSITE and (from_both_ends(pairing, x, y) or of_other_things(pairing, x, y))
        ):
            continue  # "few", "many": what they count is turned already
        yield x, y, how
    for x, y in exchanged:
        judging = words.opposition.verdict(x.lemma) * words.opposition.verdict(y.lemma) < 0
        if judging and x.sort == y.sort == CONTENT and not {x.lemma, y.lemma} & words.loaded:
            yield x, y, How.OPPOSITE


def _faint_in_both(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether one passage tells of "little" what the other tells of in a faint quantity ("slight damage")."""
    mine, theirs = _faint(pairing, pairing.a, x), _faint(pairing, pairing.b, y)
    return bool(mine and theirs) and bool({mine, theirs} & {"little", "few"})


def _faint(pairing: Pairing, reading: Reading, token: Token) -> str | None:
    faint = words_in(pairing.words.own.negation.faint)
    below = (*reading.children(token), *(one for child in reading.children(token) for one in reading.children(child)))
    return next((one.lemma for one in below if one.lemma in faint), None)


def _said_by_opposites(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether a verb only links to a complement that has its opposite: "remain apart", "are not close"; or stands for an adverb."""
    if x.pos in ("VERB", "AUX") and y.pos == "ADV":
        return True
    denying = pairing.words.negators | words_in(pairing.words.own.negation.degrees)
    for child in pairing.a.children(x):
        partner = pairing.matching.partner(child)
        opposed = partner is not None and pairing.matching.how[child.place] is How.OPPOSITE
        if opposed and partner and child.dep in _LINKED and not {child.lemma, partner.lemma} & denying:
            return True
    return False


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


def _opened_by_until(reading: Reading, clause: Token) -> bool:
    return any(one.dep == "mark" and one.lemma in ("until", "till") for one in reading.children(clause))


def _plainly(pairing: Pairing, x: Token, y: Token, governing: tuple[set[int], set[int]]) -> bool:
    """Whether nothing unknown stands above either word: "was refused leave to dock" may deny what no list says that it denies."""
    if _until(pairing, x, y) or _excepted(pairing.a, pairing.words) != _excepted(pairing.b, pairing.words):
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
        if one == "only" and reading.tokens[place + 1].sort == NUMBER:
            found.add(one)
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
