"""Whether what a sentence tells is enough for an event: who acts, or that nobody need be told; who meets whom."""

from __future__ import annotations

from treatywatch.events.arguments import MEETING, SELF_ACTING
from treatywatch.events.clauses import of_rules, of_such_as
from treatywatch.events.instruments import ALONE
from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.meetings import Meetings, met_nobody
from treatywatch.events.occasions import Occasions
from treatywatch.events.subjects import agent, doer, passive
from treatywatch.events.timing import Clock
from treatywatch.events.trees import Token, is_verb
from treatywatch.events.unnamed import counted
from treatywatch.events.untold import Untold
from treatywatch.model.vocabulary import EventKind

_OPEN_KINDS = SELF_ACTING | {
    EventKind.SIGN,
    EventKind.ADOPT,
    EventKind.EXTEND,
    EventKind.SUPERSEDE,
    EventKind.AMEND,
    EventKind.APPLY_PROVISIONALLY,
    EventKind.SNAPBACK,
    EventKind.INSPECT,
}
"""Kinds that stand without an actor where they name their treaty ("signed in 1987")."""
_OF_MANY = frozenset(
    {
        EventKind.RATIFY,
        EventKind.ACCEDE,
        EventKind.WITHDRAW,
        EventKind.ANNOUNCE_WITHDRAWAL,
        EventKind.NOTIFY_WITHDRAWAL,
        EventKind.ADOPT,
        EventKind.VOTE,
        EventKind.TALKS,
        EventKind.AGREE_MEASURES,
    }
)
"""Kinds that are told of states that nobody names, where a treaty is named."""
_OF_CONFERENCES = frozenset({EventKind.ADOPT, EventKind.AGREE_MEASURES})
"""Kinds that a conference does, or those who sit in it, on whatever text."""
_JOINING = frozenset({EventKind.RATIFY, EventKind.ACCEDE})
_GATHERING_KINDS = frozenset({"forum", "group", "talks", "conference"})
"""Organisations that consist in meeting: their talks need no second side."""
_STOPPED = frozenset({EventKind.SUSPEND, EventKind.RESUME})
_PLAN_KINDS = frozenset({EventKind.WITHDRAW, EventKind.SUSPEND})


class Sufficiency:
    """Judges the triggers of one sentence."""

    def __init__(
        self, matcher: Matcher, clock: Clock, occasions: Occasions, meetings: Meetings, untold: Untold
    ) -> None:
        self.matcher, self.clock, self.actions = matcher, clock, matcher.actions
        self.occasions, self.meetings, self.untold = occasions, meetings, untold
        self.organisations = matcher.prose.cast.scene.directory.organisations

    def enough(
        self, trigger: Trigger, kind: EventKind, head: Token, actors: tuple[str, ...], treaty: str | None
    ) -> bool:
        """Whether what is told makes an event: who acts, or a treaty that acts by itself; who meets whom; what is left."""
        if kind in MEETING and met_nobody(trigger, head, self.actions.file.announcing.saying):
            return False
        nominal = not is_verb(head) if head is not trigger.token else trigger.nominal
        if (not actors and of_such_as(trigger.token)) or (ALONE & set(trigger.roles) and treaty is None):
            return False
        if not actors and not self._of_nobody(trigger, kind, treaty) and not self._borrows(trigger, kind, nominal):
            return self._joined(kind, head, treaty)
        if self.meetings.counterpart(trigger) or self.meetings.of_talks(trigger):
            return bool(actors)
        return kind not in MEETING or len(actors) > 1 or self._with_others(trigger, head, nominal, actors)

    def _with_others(self, trigger: Trigger, head: Token, nominal: bool, actors: tuple[str, ...]) -> bool:
        if not nominal:  # a president meets his own minister; a step meets the interests of both sides
            return not {"object", "with"} & set(trigger.roles)
        return self._one_sided(trigger, head, actors)

    def _one_sided(self, trigger: Trigger, head: Token, actors: tuple[str, ...]) -> bool:
        """Whether talks of which one side or none is told may stand: a body's, such as are told as held, such as have been told of."""
        if {"body-led", "of-treaty"} & set(trigger.roles) or any(map(self._gathers, actors)):
            return True
        body = any(actor in self.organisations for actor in actors)
        own = bool({"owner", "of"} & set(trigger.roles))
        if body and (self.clock.own_day(head) is not None or (own and self.meetings.led(head))):
            return True  # "a July summit of NATO", "during three days of Security Council negotiations"
        return self.meetings.carried(head) or self.occasions.definite(head)

    def _gathers(self, actor: str) -> bool:
        """Whether the actor is a body that consists in meeting."""
        return actor in self.organisations and self.organisations[actor].kind in _GATHERING_KINDS

    def _of_nobody(self, trigger: Trigger, kind: EventKind, treaty: str | None) -> bool:
        """Whether the act may stand without an actor: by itself, or by states that nobody names."""
        return self._unowned(trigger, kind, treaty) or self._by_many(trigger, kind, treaty)

    def _unowned(self, trigger: Trigger, kind: EventKind, treaty: str | None) -> bool:
        """Whether the act may stand without an actor: a treaty that acts by itself, "sanctions imposed in 2014", a vote by "19 states"."""
        if kind is EventKind.VOTE and self.untold.by_members(trigger):
            return self.clock.attached(trigger.token, False) is not None or "against" in trigger.roles
        if kind in _STOPPED and not trigger.nominal and passive(trigger.token) and agent(trigger.token) is None:
            return treaty is not None  # "inspections under the treaty were suspended in 2020"
        if kind is EventKind.INSPECT and not trigger.nominal and of_rules(trigger.token):
            return False  # "The agency conducts inspections": what is done as a rule
        if kind in MEETING and "of-treaty" in trigger.roles:
            return treaty is not None  # "the review conference of the treaty ended"
        if kind in MEETING and not trigger.nominal and "clause" in trigger.roles:
            many = doer(trigger.token)  # "representatives of 122 states assembled to negotiate a ban"
            return counted(many, self.actions.amounts)
        if kind is EventKind.EXPIRE and treaty is None and not trigger.nominal:
            return self.clock.attached(trigger.token, False) is not None
        return bool(kind in _OPEN_KINDS and treaty) or (kind is EventKind.SANCTION and passive(trigger.token))

    def _by_many(self, trigger: Trigger, kind: EventKind, treaty: str | None) -> bool:
        """As in "143 nations have ratified the accord", "no nuclear state has joined it": states that nobody names."""
        done_to = trigger.roles.get("object", trigger.token)
        named = treaty is not None or (
            kind in _OF_CONFERENCES and not self.matcher.fits(done_to, "treaty", trigger.token)
        )
        if trigger.nominal or kind not in _OF_MANY or not named or of_rules(trigger.token):
            return False
        who = doer(trigger.token)
        conferring = (
            kind in _OF_CONFERENCES and who is not None and self.matcher.fits(who, "talks-ended", trigger.token)
        )
        return conferring or counted(who, self.actions.amounts)

    def _joined(self, kind: EventKind, head: Token, treaty: str | None) -> bool:
        """As in "was ratified on Thursday by five more countries": states that nobody names, on a day."""
        by_many = is_verb(head) and passive(head) and agent(head) is not None
        return kind in _JOINING and treaty is not None and by_many and self.clock.attached(head, False) is not None

    def _borrows(self, trigger: Trigger, kind: EventKind, nominal: bool) -> bool:
        """Whether an act without an actor may take it from the act told before ("the exit", "the upper house approved it")."""
        if kind is not EventKind.APPROVE:
            return nominal and kind in _PLAN_KINDS | MEETING
        who = None if trigger.nominal else doer(trigger.token)
        return who is None or who.pos_ != "NOUN" or self.matcher.fits(who, "approver", trigger.token)
