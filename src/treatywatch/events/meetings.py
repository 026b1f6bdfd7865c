"""Who meets whom: whether both sides of talks are told, and whether what is met is a side at all."""

from __future__ import annotations

from collections.abc import Collection

from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.nominal import held
from treatywatch.events.occasions import Occasions
from treatywatch.events.subjects import subject
from treatywatch.events.trees import Token, joined, lemma, preposition
from treatywatch.model.vocabulary import EventKind

_AFTER = frozenset({"in", "at", "after", "following", "during"})
_BEGUN = frozenset({"begin", "start", "open", "resume", "end", "conclude", "collapse", "convene"})
_NOT_MET = frozenset(
    {
        "interest",
        "need",
        "demand",
        "condition",
        "deadline",
        "obligation",
        "goal",
        "target",
        "standard",
        "requirement",
        "commitment",
    }
)
"""What one meets without talking."""


class Meetings:
    """Reads the sides of talks in one sentence."""

    def __init__(self, matcher: Matcher, occasions: Occasions) -> None:
        self.matcher, self.occasions, self.actions = matcher, occasions, matcher.actions
        self.organisations = matcher.prose.cast.scene.directory.organisations

    def both_told(self, trigger: Trigger, actors: tuple[str, ...]) -> bool:
        """Whether both sides of a meeting are told: two of them, or a body that meets within itself, or talks told as held."""
        if len(actors) > 1 or any(actor in self.organisations for actor in actors):
            return True
        if self.counterpart(trigger) or self._beside_others(trigger):
            return bool(actors)
        if any(self.matcher.fits(child, "gathering", trigger.token) for child in trigger.token.children):
            return bool(actors)
        return (
            bool(actors) and trigger.nominal and self.occasions.one_sided(trigger.token) and self.carried(trigger.token)
        )

    def _beside_others(self, trigger: Trigger) -> bool:
        """As in "weapons inspectors and Iraqi experts met": the other side is told, whosever it is."""
        who = subject(trigger.token) if not trigger.nominal else None
        parts = joined(who) if who is not None else []
        return len(parts) > 1 and any(self.matcher.fits(part, "inspectors", trigger.token) for part in parts)

    def counterpart(self, trigger: Trigger) -> bool:
        """As in "met his European colleagues": the other side is foreign, whoever it is."""
        other = trigger.roles.get("object") or trigger.roles.get("with")
        return (
            trigger.kind is EventKind.TALKS
            and other is not None
            and self.matcher.fits(other, "counterpart", trigger.token)
        )

    def led(self, noun: Token) -> bool:
        """As in "after talks", "during three days of negotiations"."""
        top = held(noun)
        return bool(top.dep_ == "pobj" and top.head.lower_ in _AFTER)

    def carried(self, noun: Token) -> bool:
        """Whether somebody is told to hold, begin or attend the talks, or they have a day or place of their own."""
        light = self.actions.file.light
        top = held(noun)
        if top.dep_ == "dobj" and lemma(top.head) in light.neutral:
            return True
        if top.dep_ in ("nsubj", "nsubjpass") and lemma(top.head) in (*_BEGUN, *light.subject):
            return True
        return top.dep_ == "pobj" and top.head.lower_ in _AFTER and preposition(noun, "in") is not None


def met_nobody(trigger: Trigger, head: Token, saying: Collection[str]) -> bool:
    """As in "meets the conditions": what is met is no side; as in "said during the summit": where something was said is no news."""
    if head.dep_ == "pobj" and head.head.lower_ == "during" and lemma(head.head.head) in saying:
        return True
    return lemma(trigger.roles.get("object", head)) in _NOT_MET
