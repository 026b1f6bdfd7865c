"""Meetings that a sentence takes for granted while it tells something else ("on the eve of his meeting with Putin").

A definite noun with both sides told presupposes its meeting (Strawson, "On Referring", 1950): whatever the clause says of it, the
meeting was held or is to come. When, the noun's own day tells, or the words that lead it; where neither does, it stays a topic.
"""

from __future__ import annotations

from treatywatch.dates import UncertainDay
from treatywatch.events.trees import Token, ancestors, children, is_verb, joined, lemma
from treatywatch.language.prose import Prose
from treatywatch.model.vocabulary import Modality

_BEFORE = frozenset({"before", "ahead", "prior", "until", "for", "pending"})
_AFTER = frozenset({"after", "following", "since", "despite"})
_EVES = frozenset({"eve", "run-up", "runup", "lead-up", "leadup", "preparation", "agenda", "countdown", "schedule"})
_PREPARING = frozenset(
    {"prepare", "ready", "gear", "brace", "set", "head", "travel", "fly", "way", "eve", "await", "due", "route"}
)
_OPEN = frozenset({"a", "an", "any", "no", "another", "possible", "potential", "proposed", "such", "some"})
_HABITS = frozenset(
    {"usually", "often", "always", "sometimes", "regularly", "whenever", "generally", "typically", "never"}
)
_ROUNDS = frozenset({"talk", "negotiation", "consultation", "discussion"})
_TIMES = frozenset({"as", "when", "before", "until", "after", "once"})
_NEAR = 6
"""Words before "for" among which the way to the meeting is told ("is on his way to Helsinki for")."""
_ATTENDED = frozenset({"sit", "meet", "talk", "speak", "gather", "convene", "confer", "negotiate"})


def named_meeting(noun: Token, day: UncertainDay | None, prose: Prose) -> Modality | None:
    """Whether the meeting that a definite noun tells was held or is to come; None where the words leave it open."""
    several = noun.tag_ == "NNS" and lemma(noun) not in _ROUNDS  # "Trump's meetings in Britain"
    if several or any(child.lower_ in _OPEN for child in noun.children) or not _definite(noun):
        return None
    if day is not None and prose.on is not None and day.earliest is not None and day.latest is not None:
        if day.earliest >= prose.on:
            return Modality.PLANNED
        if day.latest < prose.on:
            return Modality.HAPPENED
    return _led(noun)


def set_in_time(noun: Token) -> bool:
    """As in "on the eve of his meeting with Putin", "after their summit": the words around the noun only say when something else was so."""
    if noun.dep_ != "pobj":
        return False
    prep = noun.head
    told = prep.lower_ in _AFTER | _BEFORE - {"for"}
    return told or (prep.lower_ in ("of", "to") and lemma(prep.head) in (*_BEFORE, *_EVES))


def _definite(noun: Token) -> bool:
    return any(
        child.dep_ in ("poss", "compound", "nmod") or (child.dep_ == "det" and child.lower_ in ("the", "this", "that"))
        for child in noun.children
    )


def _led(noun: Token) -> Modality | None:
    """By the words before the noun: "ahead of", "on the eve of", "is on his way to Helsinki for"; "following"."""
    prep = noun.head
    if set_in_time(noun):
        return Modality.HAPPENED if prep.lower_ in _AFTER else Modality.PLANNED
    if noun.dep_ != "pobj" or prep.lower_ != "for":
        return None
    above = prep.head
    led = [above, *list(ancestors(above))[:3], *noun.doc[max(above.i, prep.i - _NEAR) : prep.i]]
    return Modality.PLANNED if any(lemma(one) in _PREPARING for one in led) else None


def coming(verb: Token) -> bool:
    """As in "As Trump sits down with Putin", "when Kim and Trump meet": a meeting told as known, to come or under way."""
    named = any(part.pos_ == "PROPN" for who in children(verb, "nsubj") for part in joined(who))
    if lemma(verb) not in _ATTENDED or not named or verb.tag_ not in ("VBP", "VBZ") or verb.dep_ != "advcl":
        return False
    words = {child.lower_ for child in verb.children}
    if words & _HABITS or {child.lower_ for child in verb.head.children} & _HABITS:
        return False
    opens = {child.lower_ for child in children(verb, "mark", "advmod")}
    return bool(opens & _TIMES) and not any(is_verb(child) for child in children(verb, "aux"))
