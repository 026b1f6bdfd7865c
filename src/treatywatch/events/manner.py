"""How an act is told where it stands: by a verb, by a noun of action, by a noun that tells a meeting."""

from __future__ import annotations

from treatywatch.events.arguments import MEETING, Arguments
from treatywatch.events.deeds import Deeds
from treatywatch.events.governing import pending, willed
from treatywatch.events.journeys import setting_out
from treatywatch.events.matching import Trigger
from treatywatch.events.measures import standing
from treatywatch.events.modality import SKIP, Mood
from treatywatch.events.nominal import answered, held
from treatywatch.events.occasions import Occasions, ordered, unfounded
from treatywatch.events.presupposed import coming, named_meeting, set_in_time
from treatywatch.events.talk_roles import travelled
from treatywatch.events.tenses import told_as_past
from treatywatch.events.trees import Token
from treatywatch.model.vocabulary import EventKind, Modality

_SIDES = 2
_OF_CHAMBERS = frozenset({EventKind.RATIFY, EventKind.APPROVE, EventKind.VOTE, EventKind.SIGN_LAW})
_OF_WILL = frozenset(
    {
        EventKind.RATIFY,
        EventKind.EXTEND,
        EventKind.AMEND,
        EventKind.WITHDRAW,
        EventKind.SIGN,
        EventKind.ACCEDE,
        EventKind.SUSPEND,
    }
)
"""Acts of law that somebody is told to want for himself."""


class Manner:
    """Reads the moods of the triggers of one sentence."""

    def __init__(self, arguments: Arguments, occasions: Occasions, deeds: Deeds) -> None:
        self.arguments, self.occasions, self.deeds = arguments, occasions, deeds
        self.matcher, self.verbs = deeds.matcher, deeds.nouns.verbs

    def mood(self, trigger: Trigger, head: Token, kind: EventKind, nominal: bool) -> Mood:
        """How the act is told at `head`, the word of action or (`nominal` or not) what announces it."""
        if not nominal:
            told = self._of_talking(head) if kind in MEETING else self.verbs.of_verb(head)
            if told.skip and kind in _OF_CHAMBERS and pending(head):
                return Mood(Modality.PLANNED)
            if told.skip and kind in MEETING and coming(head) and len(self.arguments.actors(trigger)) >= _SIDES:
                return Mood(Modality.PLANNED)
            return Mood(Modality.HYPOTHETICAL) if told.skip and kind in _OF_WILL and willed(head) else told
        if kind in MEETING:
            return self._of_meeting(trigger, head)
        answering = answered(head)
        if answering is not None:
            return self.verbs.of_verb(answering)
        if kind is EventKind.SANCTION and self.matcher.fits(head, "sanctions", head):
            return SKIP if self._in_heading() else standing(head, self.matcher.actions)
        return self.deeds.mood(head, kind)

    def _of_talking(self, verb: Token) -> Mood:
        """How talks told by a verb are told: "flew to Moscow to press for a ban" as the journey is, "ordered its envoys to leave the talks"
        as done.
        """
        journey = travelled(self.matcher, verb)
        if journey:
            return Mood(Modality.PLANNED) if setting_out(journey[0]) else self.verbs.of_verb(journey[0])
        if ordered(verb):
            return Mood(Modality.HAPPENED)
        if not unfounded(verb):
            return self.verbs.of_verb(verb)
        return Mood(Modality.PLANNED) if self.occasions.to_come(verb) else SKIP

    def _of_meeting(self, trigger: Trigger, head: Token) -> Mood:
        mood = self.occasions.mood(head)
        if mood.skip and self.occasions.definite(head):
            mood = self._reacted_to(trigger, head)
        if not mood.skip or len(self.arguments.actors(trigger)) < _SIDES:
            return mood
        granted = self.occasions.taken_for_granted(head)
        if not granted.skip or (self.occasions.wished(head) and not set_in_time(head)):
            return granted
        presupposed = named_meeting(head, self.occasions.day(head), self.matcher.prose)
        return granted if presupposed is None else Mood(presupposed)

    def _reacted_to(self, trigger: Trigger, head: Token) -> Mood:
        """As in "condemned the talks between them", "because of his meeting with Putin": held, where both sides are told."""
        verb = held(head).head if held(head).dep_ in ("nsubj", "nsubjpass", "dobj") else None
        if (verb is not None and not told_as_past(verb)) or self.occasions.wished(head):
            return SKIP
        mood = self.deeds.mood(head, EventKind.TALKS)
        both = mood.modality is Modality.HAPPENED and not mood.skip and len(self.arguments.actors(trigger)) >= _SIDES
        return mood if both else SKIP

    def _in_heading(self) -> bool:
        return self.matcher.prose.sentences[self.matcher.sentence].heading
