"""Whether a passage affirms what the other denies: negations with their scope, and words that say the opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from treatywatch.stories.alterations.counterparts import How
from treatywatch.stories.alterations.ends import from_both_ends, of_other_things
from treatywatch.stories.alterations.kinds import Alteration, Kind, Meaning
from treatywatch.stories.alterations.lexicon import words_in
from treatywatch.stories.alterations.negation import Turn
from treatywatch.stories.alterations.pairing import Pairing, altered_words
from treatywatch.stories.alterations.places import in_one_place
from treatywatch.stories.alterations.quantity import same_ceiling
from treatywatch.stories.alterations.scope import scope
from treatywatch.stories.alterations.sureness import surely_denied
from treatywatch.stories.alterations.tokens import CONTENT, NAME, Reading, Token

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
        if sign_a[x.place] * sign_b[y.place] * (-1 if how is How.OPPOSITE else 1) * _withheld(pairing, x, y) < 0
        and _tells(pairing, (x, y, how), direct)
    ]
    flipped.extend(_prepositions(pairing))
    flipped.extend(_roots(pairing, direct, sign_a, sign_b))
    governing = {turn.by.place for turn in turns_a}, {turn.by.place for turn in turns_b}
    taken_a: set[int] = set()
    for x, y in sorted(flipped, key=lambda pair: _depth(a, pair[0])):
        if x.place not in taken_a:
            taken_a.update(token.place for token in a.subtree(x))
            sure = surely_denied(pairing, x, y, governing)
            meaning = Meaning.CHANGED if sure else Meaning.UNCLEAR
            yield altered_words(Kind.POLARITY, (a, _with(a, x, turns_a)), (b, _with(b, y, turns_b)), meaning)


def _withheld(pairing: Pairing, x: Token, y: Token) -> int:
    """−1 where one passage tells an act as a noun that is refused ("withheld his signature"), the other as a verb."""
    denying = pairing.words.negative_verbs | words_in(pairing.words.own.negation.endings)
    for reading, noun, verb in ((pairing.a, x, y), (pairing.b, y, x)):
        if noun.pos == "NOUN" and noun.dep == "dobj" and verb.pos == "VERB":
            above = reading.head(noun)
            turned = noun.lemma in words_in(pairing.words.own.negation.attitudes)
            return -1 if above.lemma in denying and not turned else 1
    return 1


def _tells(pairing: Pairing, pair: tuple[Token, Token, How], direct: tuple[set[int], set[int]]) -> bool:
    """Whether it tells something that one word is affirmed and its counterpart denied."""
    x, y, how = pair
    if (x.sort == NAME and not _name_denied(pairing, x, y)) or _faint_in_both(pairing, x, y):
        return False
    opposed = how is How.OPPOSITE
    if not opposed and _cites(pairing, x) and x.place not in direct[0] and y.place not in direct[1]:
        return False  # whose word it is, is not denied with it
    told_of = x.pos == "VERB" or (x.pos == "ADJ" and x.dep != "amod")
    weighty = told_of or opposed or x.place in direct[0] or y.place in direct[1]
    told = opposed or (_told_of_one(pairing, x, y) and not _told_both_ways(pairing, x, y))
    turned = _said_by_opposites(pairing, x, y) or _under_opposites(pairing, x) or same_ceiling(pairing)
    return weighty and told and not turned


def _cites(pairing: Pairing, x: Token) -> bool:
    """Whether a word only tells whose word a clause is."""
    clauses = any(one.dep in ("ccomp", "parataxis") for one in pairing.a.children(x)) or x.dep == "parataxis"
    return x.lemma == "accord" or (x.lemma in pairing.words.reporting and clauses)


def _under_opposites(pairing: Pairing, x: Token) -> bool:
    """Whether what governs a word has its opposite in the other passage: it is that which denies ("ignored the order to turn back")."""
    token = x
    while pairing.a.head(token) is not token:
        token = pairing.a.head(token)
        if pairing.matching.how.get(token.place) is How.OPPOSITE and not token.phrase:
            return True
    return False


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


def _prepositions(pairing: Pairing) -> Iterator[tuple[Token, Token]]:
    """Counterparts that hang on counterparts by opposite prepositions ("before the vote", "after the vote")."""
    for x, y, _ in pairing.matching.pairs():
        by_x, by_y = pairing.a.head(x), pairing.b.head(y)
        if x.dep in ("pobj", "pcomp") and frozenset((by_x.lemma, by_y.lemma)) in pairing.words.turned_prepositions:
            above, beside = pairing.a.head(by_x), pairing.b.head(by_y)
            if pairing.matching.partner(above) is beside or _linked_alike(pairing, above, beside):
                yield by_x, by_y
    yield from _marks(pairing)


def _marks(pairing: Pairing) -> Iterator[tuple[Token, Token]]:
    """The same of clauses that have a word in common ("before they were to meet", "after they had met")."""
    turned = pairing.words.turned_prepositions
    for one, other in product(_clause_marks(pairing.a), _clause_marks(pairing.b)):
        x, y = pairing.a.head(one), pairing.b.head(other)
        if frozenset((one.lemma, other.lemma)) in turned and pairing.matching.partner(
            pairing.a.head(x)
        ) is pairing.b.head(y):
            there = {token.place for token in pairing.b.subtree(y)}
            if any(pairing.matching.of_a.get(token.place) in there for token in pairing.a.subtree(x)):
                yield one, other


def _clause_marks(reading: Reading) -> list[Token]:
    return [one for one in reading.tokens if one.dep in ("mark", "advmod") and reading.head(one).dep == "advcl"]


def _linked_alike(pairing: Pairing, above: Token, beside: Token) -> bool:
    """Whether two forms of "be" have one subject."""
    light = above.sort == beside.sort != CONTENT and above.lemma == beside.lemma
    subjects = [one for one in pairing.b.children(beside) if one.dep in ("nsubj", "nsubjpass")]
    return light and any(
        pairing.matching.partner(one) in subjects or one.lemma in [there.lemma for there in subjects]
        for one in pairing.a.children(above)
        if one.dep in ("nsubj", "nsubjpass")
    )


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
