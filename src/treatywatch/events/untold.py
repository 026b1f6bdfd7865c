"""Who acts where the sentence leaves it untold: "the site will be dismantled", "the explosion on Saturday", "that notice, given in March".

Nothing is borrowed where somebody is told and only not known: "rebels fired missiles", "the company's destruction of its stock".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from treatywatch.events.bodies import with_wholes
from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.subjects import agent, culprit, doer, passive
from treatywatch.events.topics import lead, protagonist, sides, states_told, topic
from treatywatch.events.trees import Token, ancestors, children, is_verb, preposition
from treatywatch.model.event import Assertion
from treatywatch.model.vocabulary import EventKind

_OF_STATES = frozenset(
    {
        EventKind.TEST,
        EventKind.DESTROY,
        EventKind.DEPLOY,
        EventKind.RATIFY,
        EventKind.NOTIFY_WITHDRAWAL,
        EventKind.HALT_NOTICE,
        EventKind.REVOKE_NOTICE,
        EventKind.RESUME,
        EventKind.REVOKE_RATIFICATION,
    }
)
_OF_BODIES = frozenset({EventKind.INSPECT, EventKind.PUBLISH_FINDING})
_OF_CHAMBERS = frozenset(
    {EventKind.VOTE, EventKind.APPROVE, EventKind.RATIFY, EventKind.SIGN_LAW, EventKind.REVOKE_RATIFICATION}
)
_UNNAMED = {"inspectors": _OF_BODIES, "chamber": _OF_CHAMBERS, "servants": _OF_STATES}
"""Classes of the lexicon whose nouns act for a body or a state that is not named beside them, with what they do."""
_ON_WEAPONS = frozenset({EventKind.TEST, EventKind.DEPLOY})
_OF_TWO = frozenset({EventKind.SIGN, EventKind.AGREE_MEASURES})
_RETOLD = frozenset({EventKind.TEST, EventKind.DEPLOY, EventKind.DESTROY, EventKind.SANCTION})
_HOUSES = frozenset({"house", "senate", "congress", "parliament"})
_TWO = 2
_THIS = frozenset({"the", "this", "that"})
_WATCHING = frozenset({"agency", "verification", "treaty-body"})
_BY_BODIES = frozenset({EventKind.ADOPT, EventKind.SANCTION})
_PUNISHING = frozenset({"organ", "union", "world-organisation"})
_VOTING = frozenset({"organ", "agency", "treaty-body", "conference", "world-organisation"})


_MADE_TOGETHER = frozenset({EventKind.SIGN, EventKind.ADOPT, EventKind.AGREE_MEASURES, EventKind.ENTER_INTO_FORCE})
_ENDED_TOGETHER = frozenset({EventKind.EXPIRE, EventKind.TERMINATE, EventKind.EXTEND})


class Untold:
    """Finds who acts for the triggers of one sentence that tell nobody."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher, self.prose = matcher, matcher.prose
        self.directory = matcher.prose.cast.scene.directory

    def actors(self, trigger: Trigger, kind: EventKind, dated: bool) -> tuple[str, ...]:
        """Whose act it is by what stands around it; none where somebody is told, or where nobody stands out.

        `dated`: the act has a day of its own. Without one "are stationed there" tells what is, "launched from the ground" what can be.
        """
        if self.prose.sentences[self.matcher.sentence].heading:
            return ()
        described = self._described(trigger, kind, dated)
        if described is not None:
            return described
        if not _nobody_told(trigger):
            return ()
        if kind in _BY_BODIES and not trigger.nominal:
            return self._deciding(trigger, kind, dated)
        if kind in _OF_TWO:
            return (
                self._partners(trigger.token.idx + self.matcher.offset) if dated and self._of_the_deal(trigger) else ()
            )
        if not dated and not (trigger.nominal or _done(trigger.token)):
            return ()
        if kind in _OF_BODIES:
            return self._body(trigger)
        return self._state(trigger) if kind in _OF_STATES else ()

    def _deciding(self, trigger: Trigger, kind: EventKind, dated: bool) -> tuple[str, ...]:
        """As in "The resolution was adopted on Friday", "Sanctions were imposed": the body told last before that may have decided it."""
        if kind is EventKind.SANCTION:
            return self._body(trigger, _PUNISHING) if passive(trigger.token) else ()
        return self._body(trigger, _VOTING) if dated and self._of_a_resolution(trigger) else ()

    def signatories(self, kind: EventKind, treaty: str | None) -> tuple[str, ...]:
        """Who made a treaty of few sides, where nobody is told to have ("the signing of the INF Treaty", "the 2015 deal")."""
        facts = self.prose.cast.scene.directory.lexicon.facts
        fact = facts.get(treaty) if kind in _MADE_TOGETHER | _ENDED_TOGETHER and treaty else None
        if fact is None or not fact.parties:
            return ()
        first, second, *others = fact.parties
        if kind in _ENDED_TOGETHER:  # by those whose treaty it is on the report's day; one of many sides outlives them
            return () if others else tuple(self.prose.cast.scene.of_the_day(one) for one in (first, second))
        return first, fact.before or second, *others

    def _described(self, trigger: Trigger, kind: EventKind, dated: bool) -> tuple[str, ...] | None:
        """Who acts where the clause describes it without its name ("inspectors", "19 states", "that country"); None where it does not."""
        if kind is EventKind.VOTE and self.by_members(trigger):
            return self._body(trigger, _VOTING) if dated else ()
        if kind is EventKind.RATIFY and trigger.told is not None and "subject" in trigger.roles:
            return self._of_chamber(trigger, kind)  # "where the treaty has been gathering dust"
        if {"tally", "through"} & set(trigger.roles) and doer(trigger.token) is not None and kind in _OF_CHAMBERS:
            put = trigger.roles.get("object") or trigger.roles.get("subject")  # "the pact failed by 19 votes"
            body = self._body(trigger, _VOTING) if put and self.matcher.fits(put, "motion", trigger.token) else ()
            return body or self._of_chamber(trigger, kind) or self._state(trigger)
        if self._unnamed_organ(trigger, kind):
            return (
                self._body(trigger) if kind in _OF_BODIES else self._of_chamber(trigger, kind) or self._state(trigger)
            )
        return self._state(trigger) if self._told_as_a_state(trigger) else None

    def _of_chamber(self, trigger: Trigger, kind: EventKind) -> tuple[str, ...]:
        """As in "In the House, lawmakers passed the bill": the state of the chamber named last before."""
        at = trigger.token.idx + self.matcher.offset
        organs = {id for id, one in self.directory.organisations.items() if one.kind == "state-organ"}
        told = [m.id for m in self.prose.mentions if m.kind == "actor" and m.id in organs and m.start < at]
        state = self.directory.state_of(told[-1]) if told and kind in _OF_CHAMBERS else None
        return (state,) if state is not None else ()

    def _unnamed_organ(self, trigger: Trigger, kind: EventKind) -> bool:
        """As in "the upper house approved it", "inspectors visited the plant": a chamber or a team without its state or body."""
        who = trigger.roles.get("owner") if trigger.nominal else doer(trigger.token)
        wanted = next((name for name, kinds in _UNNAMED.items() if kind in kinds), None)
        if who is None or wanted is None:
            return False
        house = (
            wanted == "chamber" and who.lower_ in _HOUSES and not self.matcher.actors(who)
        )  # "The House voted 221-207"
        if who.pos_ != "NOUN" and not trigger.nominal and not house:
            return False
        return self.matcher.fits(who, wanted, trigger.token)

    def _told_as_a_state(self, trigger: Trigger) -> bool:
        """As in "The secretive state tested a missile", "that country then withdrew": one state, told before by its name."""
        who = None if trigger.nominal else doer(trigger.token)
        if who is None or who.tag_ != "NN" or not any(child.lower_ in _THIS for child in who.children):
            return False
        others = any(child.dep_ in ("prep", "relcl", "acl", "poss") for child in who.children)
        return not others and self.matcher.fits(who, "state-itself", trigger.token)

    def by_members(self, trigger: Trigger) -> bool:
        """As in "nineteen countries voted for the resolution": the members of a body, counted."""
        who = None if trigger.nominal else doer(trigger.token)
        on_it = bool({"for", "on", "against"} & set(trigger.roles)) or (
            who is not None and bool(children(who, "nummod"))
        )
        return on_it and who is not None and who.tag_ == "NNS" and self.matcher.fits(who, "members", trigger.token)

    def _of_the_deal(self, trigger: Trigger) -> bool:
        """As in "The deal, signed in 2000, …": an agreement told of before, which the shelf does not know."""
        deal = trigger.roles.get("object") or trigger.roles.get("struck")
        if deal is None or trigger.nominal or self.matcher.treaties(deal):
            return False
        known = trigger.kind is EventKind.AGREE_MEASURES  # "Under a deal struck in Geneva in September"
        return known or any(child.lower_ in _THIS for child in deal.children)

    def _of_a_resolution(self, trigger: Trigger) -> bool:
        """As in "The resolution was adopted on Friday": what a body adopts, told before."""
        done_to = trigger.roles.get("object")
        return done_to is not None and passive(trigger.token) and self.matcher.fits(done_to, "motion", trigger.token)

    def _partners(self, behind: int) -> tuple[str, ...]:
        """The two states named in this sentence `behind` the act, or in the sentence before; else the two that the report is about."""
        here = states_told(self.prose, behind, self.prose.sentences[self.matcher.sentence].end)
        if len(here) == _TWO:
            return here
        before = self.prose.sentences[max(0, self.matcher.sentence - 1)]
        told = states_told(self.prose, before.start, before.end)
        return told if len(told) == _TWO else sides(self.prose)

    def _body(self, trigger: Trigger, kinds: Collection[str] = _WATCHING) -> tuple[str, ...]:
        """The body of one of these kinds (that inspects, that votes) told last before the act."""
        at = trigger.token.idx + self.matcher.offset
        bodies = self.directory.organisations
        told = [m for m in self.prose.mentions if m.kind == "actor" and m.id in bodies and m.start < at]
        fitting = [m.id for m in told if bodies[m.id].kind in kinds]
        return with_wholes(fitting[-1:], self.directory)

    def _state(self, trigger: Trigger) -> tuple[str, ...]:
        """The state told first in this sentence before the act, or in the nearest sentence before; else the report's own."""
        at, here = trigger.token.idx + self.matcher.offset, self.matcher.sentence
        punished = self.matcher.actors_of(self._punished(trigger))
        if len(punished) == 1:
            return punished
        who = None if trigger.nominal else doer(trigger.token)
        if who is not None and who.lower_ == "regime":  # whom the report is about, not who answers it
            return protagonist(self.prose) or lead(self.prose)
        told = states_told(self.prose, self._behind_sayer(trigger), at)
        return told[:1] or topic(self.prose, here) or protagonist(self.prose) or lead(self.prose)

    def _punished(self, trigger: Trigger) -> Token | None:
        """As in "imposed sanctions on Iranian companies for a test": who is punished for it did it."""
        noun: Token = trigger.token if trigger.nominal else trigger.roles.get("object", trigger.token)
        led = noun.dep_ == "pobj" and noun.head.lower_ in ("for", "over")
        return culprit(noun.head) if led else None

    def _behind_sayer(self, trigger: Trigger) -> int:
        """Where the clause begins that somebody says ("Seoul said the missile was launched at dawn"): who says it did not do it."""
        low = self.prose.sentences[self.matcher.sentence].start
        for step in (trigger.token, *ancestors(trigger.token)):
            if step.dep_ == "ccomp" and is_verb(step.head) and step.head.i < trigger.token.i:
                return max(low, int(step.head.idx) + self.matcher.offset)
        return low

    def near(self, actors: Collection[str]) -> bool:
        """Whether one of the actors is told in this sentence or the one before."""
        here = self.prose.sentences[self.matcher.sentence]
        low = self.prose.sentences[max(0, self.matcher.sentence - 1)].start
        return bool(set(actors) & set(self.prose.cast.actors(low, here.end)))


def taken_over(assertions: Sequence[Assertion], borrowed: Collection[str]) -> list[Assertion]:
    """The assertions, where those whose actors were only sought (`borrowed`: their ids) get the actors of the last act of their kind
    that tells them: "The missile was fired from an island" is the test told before.
    """
    found: list[Assertion] = []
    for one in assertions:
        if one.id in borrowed and one.event.kind in _RETOLD:
            former = [o for o in found if o.event.kind is one.event.kind and o.event.actors and o.id not in borrowed]
            one = replace(one, event=replace(one.event, actors=former[-1].event.actors)) if former else one
        found.append(one)
    return found


def retold(trigger: Trigger) -> bool:
    """As in "The missile was fired from an island", "It was launched": an act on what was told before, in the passive."""
    done_to = trigger.roles.get("object")
    if done_to is None or trigger.kind not in _RETOLD or not passive(trigger.token):
        return False
    return done_to.pos_ == "PRON" or any(child.lower_ in _THIS for child in done_to.children)


def _nobody_told(trigger: Trigger) -> bool:
    """Whether nothing in the clause says who acts: a passive without "by", a noun without owner."""
    token = trigger.token
    if trigger.nominal:
        owners = [child for child in children(token, "poss") if child.ent_type_ != "DATE"]
        return not owners and preposition(token, "by") is None and "owner" not in trigger.roles
    if kind_of_arms(trigger):
        return True
    return passive(token) and agent(token) is None


def kind_of_arms(trigger: Trigger) -> bool:
    """As in "The missiles arrived at the base", "It splashed down in the sea": what the weapon does by itself."""
    return trigger.kind in _ON_WEAPONS and "subject" in trigger.roles and not passive(trigger.token)


def _done(verb: Token) -> bool:
    """As in "were flown", "has been tested", "will be dismantled": a passive of the past or of what is to come."""
    words = {child.lower_ for child in children(verb, "aux", "auxpass")}
    top = verb.head if verb.dep_ == "xcomp" and is_verb(verb.head) else verb  # "began arriving"
    if top.tag_ == "VBD" and not passive(verb):
        return True
    return bool(words & {"was", "were", "been", "be", "being"})
