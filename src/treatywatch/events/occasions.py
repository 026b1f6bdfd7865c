"""Talks told by a noun: whether they are told as held, to come, or only spoken of.

The verb that carries the noun decides ("held a meeting", "talks will begin"). Where none does ("prepares for Wednesday's summit"), the
noun's own day does: a meeting spoken of with its day is one that was held or is to come; without a day it is a topic.
"""

from __future__ import annotations

from treatywatch.dates import UncertainDay
from treatywatch.events.clauses import condition_mark
from treatywatch.events.matching import Matcher
from treatywatch.events.modality import SKIP, Mood
from treatywatch.events.nominal import NounMoods, called_off, halted, held
from treatywatch.events.timing import Clock
from treatywatch.events.trees import Token, ancestors, children, is_verb, lemma
from treatywatch.model.vocabulary import Modality

_SET = frozenset({"schedule", "slate", "set", "plan", "due", "expect", "arrange"})
_HELD = frozenset({"hold", "begin", "start", "open", "resume", "conclude"})
_PUT_OFF = frozenset({"postpone", "delay", "cancel", "scrap", "shelve", "need", "require", "abort", "avoid", "rule"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "such"})
_COMPANY = frozenset({"talk", "negotiation", "consultation", "round", "contact", "discussion"})


class Occasions:
    """Reads the moods of talks in one sentence."""

    def __init__(self, matcher: Matcher, clock: Clock, nouns: NounMoods) -> None:
        self.matcher, self.clock, self.nouns = matcher, clock, nouns

    def mood(self, noun: Token) -> Mood:
        """How talks told by `noun` are told; SKIP where they are only a topic."""
        if called_off(noun) or halted(noun):
            real = self.nouns.verbs.of_verb(held(noun).head).modality in (Modality.HAPPENED, Modality.ONGOING)
            return Mood(Modality.DENIED) if real else SKIP
        arranged = self._arranged(noun)
        if arranged is not None:
            return Mood(arranged)
        mood = self.nouns.of_noun(noun)
        if not mood.skip and not mood.weak:
            return mood
        if self.wished(noun):
            return SKIP
        day = self.clock.own_day(held(noun)) or self.clock.own_day(noun)
        if day is None and not mood.skip:
            day = self.clock.day_of(noun, True)
        if mood.weak and noun.dep_ == "nsubj" and self.nouns.verbs.of_verb(noun.head).modality is Modality.PLANNED:
            if day is None and self.definite(noun):
                return Mood(Modality.PLANNED)  # "Their talks will unfold in …"
            mood = Mood(Modality.PLANNED, weak=True)
        return self._by_day(day, mood)

    def _arranged(self, noun: Token) -> Modality | None:
        """As in "talks scheduled for 12 May", "a meeting held in Vienna"."""
        for clause in children(noun, "acl", "relcl", "amod"):
            if lemma(clause) in _SET and clause.tag_ == "VBN":
                return Modality.PLANNED
            if lemma(clause) in _HELD and clause.tag_ == "VBN" and clause.dep_ == "acl":
                return Modality.HAPPENED
            if lemma(clause) in _HELD and clause.tag_ == "VBD" and clause.dep_ == "relcl":
                return Modality.HAPPENED  # "the talks, which began in 2003"
        return None

    def wished(self, noun: Token) -> bool:
        """Whether what the noun hangs on wishes for the talks, or calls them off."""
        table = self.matcher.actions.governors
        for above in list(ancestors(noun))[:4]:
            if (
                table.get(lemma(above)) in ("wished", "hypothetical", "denied", "threatened")
                or lemma(above) in _PUT_OFF
            ):
                return True
            if is_verb(above):
                return condition_mark(above) is not None
        return False

    def _by_day(self, day: UncertainDay | None, mood: Mood) -> Mood:
        base = self.matcher.prose.on
        if day is None or base is None or day.earliest is None or day.latest is None:
            return SKIP
        if day.earliest > base or mood.modality is Modality.PLANNED:
            return Mood(Modality.PLANNED)
        if day.latest < base:
            return Mood(Modality.HAPPENED)
        return SKIP if mood.skip else Mood(mood.modality)

    def one_sided(self, noun: Token) -> bool:
        """Whether talks with only one side told may stand: "held talks", not "opened the meeting"."""
        return lemma(noun) in _COMPANY

    def definite(self, noun: Token) -> bool:
        """As in "the meeting", "their talks", "the first round": talks that have been told of."""
        return (
            any(
                child.dep_ in ("det", "poss", "amod") and (child.lower_ in _KNOWN or child.dep_ == "poss")
                for child in noun.children
            )
            or self.matcher.fits(noun, "ordinal", noun)
            or any(self.matcher.fits(c, "ordinal", noun) for c in noun.children)
        )


def unfounded(verb: Token) -> bool:
    """As in "when they meet", "important that they meet": a meeting only taken for granted, in a clause of the present tense."""
    if verb.tag_ not in ("VBP", "VBZ", "VB") or any(child.dep_ == "aux" for child in verb.children):
        return False
    if verb.dep_ == "ccomp" and verb.head.pos_ in ("ADJ", "AUX"):
        return True
    return verb.dep_ in ("advcl", "ccomp") and any(
        child.dep_ in ("mark", "advmod") and child.lower_ in ("when", "whenever", "that", "as", "before", "until")
        for child in verb.children
    )
