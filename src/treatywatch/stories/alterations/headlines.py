"""A headline beside the text under it: what it says otherwise of the same subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatywatch.model.passage import Span
from treatywatch.stories.alterations.counterparts import How
from treatywatch.stories.alterations.kinds import Alteration, Kind, Meaning
from treatywatch.stories.alterations.pairing import Pairing
from treatywatch.stories.alterations.roles import AGENT
from treatywatch.stories.alterations.tokens import CONTENT, NAME, Reading, Token

_WEIGHTY = frozenset({Kind.POLARITY, Kind.AGENT, Kind.NUMBER, Kind.QUOTE, Kind.HEDGE})
_PHRASE = frozenset({"aux", "auxpass", "neg", "advmod", "prt", "acomp", "xcomp", "attr", "oprd"})
_SAYING = frozenset({"say", "tell", "warn"})


SURE = 2.5
"""Common words (names count half) from which headline and sentence surely tell one thing, so that a contradiction is one."""


def told_in_common(pairing: Pairing) -> float:
    """How much a headline and a sentence tell in common: words that are the same part of speech, names by half."""
    total = 0.0
    for x, y, how in pairing.matching.pairs():
        if x.sort == NAME:
            total += 0.5
        elif x.lemma not in _SAYING and x.lemma not in pairing.words.plain:
            total += 1.0 if x.pos == y.pos or how is How.OPPOSITE else 0.25
    return total


def against_body(found: Sequence[Alteration], pairing: Pairing, body: Span | None = None) -> Iterator[Alteration]:
    """What a headline (passage A of `pairing`) says otherwise than the sentence of the body (passage B).

    `body` is given where the sentence is of the headline's own report.
    """
    sure = told_in_common(pairing) >= SURE
    weighty = [one for one in found if one.kind in _WEIGHTY and one.meaning is Meaning.CHANGED and sure]
    for one in weighty:
        yield Alteration(Kind.HEADLINE, one.a, one.b, Meaning.CHANGED, one.at_a, None if body else one.at_b, body)
    if not weighty:
        for x, y in _predicates(pairing):
            yield Alteration(
                Kind.HEADLINE,
                _words(pairing.a, x),
                _words(pairing.b, y),
                Meaning.UNCLEAR,
                _span(x),
                None if body else _span(y),
                body,
            )
            return


def of_headlines(found: Sequence[Alteration]) -> Iterator[Alteration]:
    """The alterations between two headlines: words exchanged in a headline are an alteration of the headline."""
    for one in found:
        if one.kind is Kind.WORDING and one.meaning is not Meaning.KEPT:
            yield Alteration(Kind.HEADLINE, one.a, one.b, one.meaning, one.at_a, one.at_b)
        else:
            yield one


def _predicates(pairing: Pairing, framed_only: bool = False) -> Iterator[tuple[list[Token], list[Token]]]:
    """Phrases that headline and body say of one subject, without a word in common."""
    for x, y, how in pairing.matching.pairs():
        if x.sort != NAME or how is How.OPPOSITE:
            continue
        mine, theirs = _verbs(pairing.a, pairing.slots_a[x.place]), _verbs(pairing.b, pairing.slots_b[y.place])
        for verb in mine:
            if verb.lemma in _SAYING or pairing.matching.partner(verb) is not None:
                continue
            for other in theirs:
                unmet = other.lemma not in _SAYING and pairing.matching.partner_of_b(other) is None
                if unmet and _one_place(pairing, verb, other, framed_only):
                    first, second = _phrase(pairing.a, verb), _phrase(pairing.b, other)
                    if not any(one.pos == "VERB" and pairing.matching.partner(one) in second for one in first):
                        yield first, second


def framed(pairing: Pairing) -> bool:
    """Whether headline and sentence say something else of one subject under one word ("no sign that", "any sign of")."""
    return next(_predicates(pairing, framed_only=True), None) is not None


def _one_place(pairing: Pairing, verb: Token, other: Token, framed_only: bool) -> bool:
    """Whether both clauses hang on counterparts ("no sign that", "any sign of"), or on nothing but speech."""
    above, beside = _above(pairing.a, verb), _above(pairing.b, other)
    if not above and not beside:
        return not framed_only and told_in_common(pairing) >= SURE
    return any(pairing.matching.partner(one) in beside for one in above)


def _above(reading: Reading, token: Token) -> list[Token]:
    """The content words that govern a clause, those of speech left out, the nearest two."""
    found: list[Token] = []
    while reading.head(token) is not token and len(found) < 2:
        token = reading.head(token)
        if token.sort in (CONTENT, NAME) and token.lemma not in _SAYING:
            found.append(token)
    return found


def _verbs(reading: Reading, told: frozenset[tuple[str, int]]) -> list[Token]:
    places = sorted(place for role, place in told if role == AGENT)
    return [reading.tokens[place] for place in places if reading.tokens[place].is_verb]


def _phrase(reading: Reading, verb: Token) -> list[Token]:
    """A verb with its auxiliaries, particles and complements."""
    found, waiting = [], [verb]
    while waiting:
        token = waiting.pop()
        found.append(token)
        waiting.extend(child for child in reading.children(token) if child.dep in _PHRASE)
    return sorted(found, key=lambda one: one.place)


def _words(reading: Reading, tokens: list[Token]) -> str:
    return " ".join(reading.words(tokens).split())


def _span(tokens: list[Token]) -> Span:
    return Span(min(one.start for one in tokens), max(one.end for one in tokens))
