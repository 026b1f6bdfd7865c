"""Hedges dropped or added: "could reach" for "will reach", "reportedly", "appears to", "is believed to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatywatch.stories.alterations.kinds import Alteration, Kind, Meaning
from treatywatch.stories.alterations.lexicon import Words, words_in
from treatywatch.stories.alterations.pairing import Pairing, altered_words
from treatywatch.stories.alterations.speech import frames
from treatywatch.stories.alterations.tokens import CONTENT, FUNCTION, Reading, Token


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that leaves open whether what it governs is so; a `weak` one tells an ability; a `told` one, that it is said."""

    by: Token
    target: Token
    weak: bool = False
    told: bool = False


_TOLD = frozenset(
    {"reportedly", "allegedly", "alleged", "purportedly", "purported", "say", "report", "allege", "understand"}
)


def hedges(reading: Reading, words: Words) -> list[Hedge]:
    """The hedges of a passage."""
    return [
        hedge
        for token in reading.tokens
        if token.sort in (CONTENT, FUNCTION)
        and (hedge := _modal(reading, token, words) or _lexical(reading, token, words))
    ]


def _modal(reading: Reading, token: Token, words: Words) -> Hedge | None:
    """Such as "may reach", "can reach", "is able to reach"."""
    listed = words.own.hedges
    if token.dep == "aux" and token.lemma in words_in(listed.modals):
        if any(
            one.dep in ("mark", "advmod") and one.lemma == "before" for one in reading.children(reading.head(token))
        ):
            return None  # "before it could be published"
        unable = token.lemma == "could" and any(one.dep == "neg" for one in reading.children(reading.head(token)))
        return Hedge(token, reading.head(token), weak=unable)  # "could not agree" tells an inability
    complement = _complement(reading, token)
    if token.lemma in words_in(listed.weak) and (token.dep == "aux" or complement is not None):
        return Hedge(token, complement or reading.head(token), weak=True)
    return None


def _lexical(reading: Reading, token: Token, words: Words) -> Hedge | None:
    """Such as "reportedly", "is not clear", "appears to", "is believed to"."""
    listed, complement = words.own.hedges, _complement(reading, token)
    told = token.lemma in _TOLD
    if {token.lemma, token.text.lower()} & words.hedging and not token.phrase:  # "on the table" may be a place
        return Hedge(token, complement or reading.head(token), told=told)
    if token.lemma in words_in(listed.negated) and any(one.dep == "neg" for one in _clause(reading, token)):
        return Hedge(token, complement or _object(reading, token) or reading.head(token))
    if token.lemma in words_in(listed.nouns) and (possible := _behind_of(reading, token)) is not None:
        return Hedge(token, possible)
    if complement is None:
        return None
    believed = token.lemma in words_in(listed.believed) and _impersonal(reading, token)
    seeming = token.lemma in words_in(listed.verbs) and not _in_a_place(reading, token, complement)
    return Hedge(token, complement, told=told and believed) if believed or seeming else None


def _object(reading: Reading, token: Token) -> Token | None:
    """What a verb leaves open ("did not rule out further launches")."""
    return next((one for one in reading.children(token) if one.dep == "dobj"), None)


def _complement(reading: Reading, token: Token) -> Token | None:
    told = next((one for one in reading.children(token) if one.dep in ("xcomp", "ccomp", "oprd")), None)
    if told is not None or token.lemma != "suspect":
        return told
    possible = _behind_of(reading, token)  # "suspected of having fled"
    return possible if possible is not None and possible.dep == "pcomp" else None


def _behind_of(reading: Reading, token: Token) -> Token | None:
    below = (one for child in reading.children(token) if child.lemma == "of" for one in reading.children(child))
    return next((one for one in below if one.dep in ("pobj", "pcomp")), None)


def _in_a_place(reading: Reading, token: Token, complement: Token) -> bool:
    """Whether a verb tells where somebody is seen ("appeared on television to defend it")."""
    return any(one.dep == "prep" and token.place < one.place < complement.place for one in reading.children(token))


def _clause(reading: Reading, token: Token) -> list[Token]:
    """What hangs on a word, and on the form of "be" that it completes."""
    return [*reading.children(token), *(reading.children(reading.head(token)) if token.dep == "acomp" else ())]


def _impersonal(reading: Reading, token: Token) -> bool:
    """Whether nobody is told who believes it ("is believed to have")."""
    passive = any(one.dep in ("auxpass", "nsubjpass") for one in reading.children(token))
    return token.tag == "VBN" and passive and not any(one.dep == "agent" for one in reading.children(token))


def compare(pairing: Pairing) -> Iterator[Alteration]:
    """Hedges that only one passage has."""
    mine, theirs = hedges(pairing.a, pairing.words), hedges(pairing.b, pairing.words)
    yield from _dropped(pairing, mine, theirs)
    for one in _dropped(pairing.turned(), theirs, mine):
        yield Alteration(one.kind, one.b, one.a, one.meaning, one.at_b, one.at_a)


def _dropped(pairing: Pairing, mine: list[Hedge], theirs: list[Hedge]) -> Iterator[Alteration]:
    strong = [one for one in mine if not one.weak]
    free = list(theirs)
    for hedge in strong:
        other = next((one for one in free if _one_target(pairing, hedge, one)), None) or next(
            (one for one in free if not one.weak or hedge.by.lemma == "could"), None
        )
        if other is not None:
            free.remove(other)
            continue
        partner = _partner(pairing, hedge.target)
        kept = pairing.matching.partner(hedge.by) is not None  # "is not known to have", "no known"
        if partner is None or kept or (hedge.told and frames(pairing.b, pairing.words)):
            continue
        a = [hedge.by, hedge.target] if abs(hedge.by.place - hedge.target.place) <= 6 else [hedge.by]
        yield altered_words(Kind.HEDGE, (pairing.a, a), (pairing.b, _auxiliaries(pairing.b, partner)), Meaning.CHANGED)


def _one_target(pairing: Pairing, hedge: Hedge, other: Hedge) -> bool:
    return _partner(pairing, hedge.target) is other.target


def _partner(pairing: Pairing, target: Token) -> Token | None:
    """The counterpart of what is hedged; of a form of "be", the counterpart of what it says."""
    found = pairing.matching.partner(target)
    if found is not None or target.sort == CONTENT:
        return found
    return next((one for one in map(pairing.matching.partner, pairing.a.children(target)) if one is not None), None)


def _auxiliaries(reading: Reading, token: Token) -> list[Token]:
    before = [one for one in reading.children(token) if one.dep in ("aux", "auxpass") and one.place < token.place]
    return [*before, token]
