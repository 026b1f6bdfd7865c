"""Who meets whom: whether both sides of talks are told, and whether what is met is a side at all."""

from __future__ import annotations

from collections.abc import Collection

from treatywatch.dates import UncertainDay
from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.modality import Mood
from treatywatch.events.nominal import held
from treatywatch.events.occasions import Occasions
from treatywatch.events.subjects import subject
from treatywatch.events.talk_roles import AT_MEETING
from treatywatch.events.trees import Token, ancestors, children, is_verb, joined, lemma, preposition
from treatywatch.model.vocabulary import EventKind, Modality

_BEGUN = frozenset({"begin", "start", "open", "resume", "end", "conclude", "collapse", "convene", "call", "summon"})
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
        if (
            len(actors) > 1
            or {"of-treaty", "clause"} & set(trigger.roles)
            or any(actor in self.organisations for actor in actors)
        ):
            return True
        if self.counterpart(trigger) or self.of_talks(trigger):
            return bool(actors)
        if any(self.matcher.fits(child, "gathering", trigger.token) for child in trigger.token.children):
            return bool(actors)
        return (
            bool(actors) and trigger.nominal and self.occasions.one_sided(trigger.token) and self.carried(trigger.token)
        )

    def _beside_others(self, trigger: Trigger) -> bool:
        """As in "inspectors and Iraqi experts met", "talks between Iran and world powers": the other side is told, whosever it is."""
        parts = self._parts(trigger)
        named = [part for part in parts if self.matcher.actors(part)]
        if any(_of_two_nations(part) for part in parts):
            return True
        return len(parts) > len(named) > 0 and any(
            self.matcher.fits(part, "unnamed-side", trigger.token) for part in parts if part not in named
        )

    def _parts(self, trigger: Trigger) -> list[Token]:
        """Those who take part by the words: subject, object and company, each by itself."""
        token = trigger.token
        verb = next((above for above in ancestors(token) if is_verb(above)), None) if trigger.nominal else token
        who = subject(verb) if verb is not None else None
        roles = [trigger.roles.get(name) for name in ("with", "between", "object")]
        told = [who, *roles, *(preposition(token, word) for word in ("with", "between", "of"))]
        return [part for one in {t.i: t for t in told if t is not None}.values() for part in joined(one)]

    def of_talks(self, trigger: Trigger) -> bool:
        """As in "walked out of the talks", "boycotted the meeting": talks that a verb takes, whoever else takes part."""
        if trigger.kind is not EventKind.TALKS or trigger.nominal:
            return False
        roles = [role for name, role in trigger.roles.items() if name != "for"]  # "welcomed his aides for talks"
        return any(
            self.matcher.fits(role, name, trigger.token)
            for role in roles
            for name in ("talks-held", "bargaining-table")
        )

    def counterpart(self, trigger: Trigger) -> bool:
        """As in "met his European colleagues": the other side is foreign, whoever it is."""
        other = trigger.roles.get("object") or trigger.roles.get("with")
        if trigger.kind is not EventKind.TALKS:
            return False
        foreign = other is not None and self.matcher.fits(other, "counterpart", trigger.token)
        return foreign or self._beside_others(trigger) or self._of_somebody(trigger, other)

    def _of_somebody(self, trigger: Trigger, other: Token | None) -> bool:
        """As in "Averell Harriman met Khrushchev": somebody whom nothing tells to serve anybody, and a statesman."""
        who = None if trigger.nominal else subject(trigger.token)
        if who is None or other is None or who.ent_type_ != "PERSON":
            return False
        return not self.matcher.actors_of(who) and self.matcher.fits(other, "statesman", trigger.token)

    def led(self, noun: Token) -> bool:
        """As in "after talks", "during three days of negotiations"."""
        top = held(noun)
        return bool(top.dep_ == "pobj" and top.head.lower_ in AT_MEETING)

    def before_it(self, trigger: Trigger) -> bool:
        """As in "agreed to a freeze after talks with Britain": talks that came before what is told, and are no part of it."""
        top = held(trigger.token)
        led = top.dep_ == "pobj" and top.head.lower_ in ("after", "following")
        return led and trigger.kind is EventKind.TALKS and trigger.nominal

    def before_its_day(self, noun: Token, mood: Mood, day: UncertainDay | None) -> bool:
        """As in "At the summit he berated allies for their plans for 2024": no day of talks that were held, if it is to come."""
        base = self.matcher.prose.on
        if mood.modality is not Modality.HAPPENED or base is None or day is None or day.earliest is None:
            return False
        return day.earliest > base and held(noun).dep_ == "pobj" and self.occasions.clock.own_day(held(noun)) is None

    def carried(self, noun: Token) -> bool:
        """Whether somebody is told to hold, begin or attend the talks, or they have a day or place of their own."""
        light = self.actions.file.light
        top = held(noun)
        if top.dep_ == "dobj" and lemma(top.head) in light.neutral:
            return True
        if top.dep_ in ("nsubj", "nsubjpass") and lemma(top.head) in (*_BEGUN, *light.subject, *light.neutral):
            return True
        return top.dep_ == "pobj" and top.head.lower_ in AT_MEETING and preposition(noun, "in") is not None


def met_nobody(trigger: Trigger, head: Token, saying: Collection[str]) -> bool:
    """As in "meets the conditions": what is met is no side; as in "said during the summit": where something was said is no news."""
    where = head.dep_ == "pobj" and lemma(head.head.head) in saying and "with" not in trigger.roles
    if where and (head.head.lower_ == "during" or (head.head.lower_ == "at" and lemma(head) == "session")):
        return True
    return lemma(trigger.roles.get("object", head)) in _NOT_MET and lemma(trigger.token) in ("meet", "meeting")


def _of_two_nations(noun: Token) -> bool:
    """As in "Iranian and European negotiators"."""
    told = [child for child in children(noun, "amod", "nmod", "compound") if child.ent_type_ in ("NORP", "GPE")]
    return noun.tag_ == "NNS" and any(
        other.ent_type_ in ("NORP", "GPE") for child in told for other in children(child, "conj")
    )
