"""From the parsed sentences of one report to assertions of events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from treatywatch.dates import UncertainDay
from treatywatch.events import noun_days
from treatywatch.events.announcing import Announcing, by_law, in_effect, inside, of_a_bill, of_announcing, with_plans
from treatywatch.events.arguments import MEETING, Arguments
from treatywatch.events.circumstances import Circumstances
from treatywatch.events.clauses import announced_as_plan, questioned
from treatywatch.events.dating import dated
from treatywatch.events.deeds import Deeds
from treatywatch.events.elliptical import completed
from treatywatch.events.fact_lines import fact_lines
from treatywatch.events.gate import gate
from treatywatch.events.groups import houses, in_members, with_handfuls
from treatywatch.events.happenings import AGAIN
from treatywatch.events.instruments import Instruments
from treatywatch.events.lexicon import ActionLexicon
from treatywatch.events.manner import Manner
from treatywatch.events.marks import mark_of
from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.meetings import Meetings
from treatywatch.events.merging import aligned, headings_of
from treatywatch.events.modality import SKIP, Mood, VerbMoods
from treatywatch.events.news_days import is_news, with_days_of_news
from treatywatch.events.nominal import NounMoods
from treatywatch.events.occasions import Occasions
from treatywatch.events.parts import parts_of
from treatywatch.events.programmes import flown_on
from treatywatch.events.soundness import founded, grounded
from treatywatch.events.subjects import doer
from treatywatch.events.sufficiency import Sufficiency
from treatywatch.events.talk_roles import travelled
from treatywatch.events.tellings import Tellings
from treatywatch.events.tempering import as_of, decided, long_before
from treatywatch.events.timing import Clock
from treatywatch.events.topics import main_treaty, sides
from treatywatch.events.trees import Token, is_verb
from treatywatch.events.untold import Untold, retold, taken_over
from treatywatch.language.prose import Prose
from treatywatch.model.event import Assertion, Event
from treatywatch.model.statement import Statement
from treatywatch.model.vocabulary import EventKind, Modality, Position

_ACTS_ON_WEAPONS = frozenset({EventKind.DEPLOY, EventKind.DESTROY})
_DEPLOYED = ("weapon", "missile-system", "units", "fissile-stock", "poison")
"""Classes of what is deployed or destroyed."""
_NEVER_SUPPOSED = MEETING | {EventKind.RESUME, EventKind.INSPECT}
"""Kinds that are no event while only supposed: talks or visits that may be held, a return that somebody is willing to make."""
_CONSENTS = frozenset({EventKind.SIGN, EventKind.RATIFY, EventKind.ACCEDE})
_EXTENDED = frozenset({EventKind.EXTEND, EventKind.AMEND})
_OF_SEVERAL = _CONSENTS | {EventKind.WITHDRAW, EventKind.SUSPEND, EventKind.ANNOUNCE_WITHDRAWAL}
"""Kinds that are told of several treaties at once."""


def recognise(prose: Prose, statements: Sequence[Statement], actions: ActionLexicon) -> tuple[Assertion, ...]:
    """The events that a report asserts, denies or questions, in the order of the text.

    Without a parse (no model) there are none: an event is never guessed from words alone. Never raises on any text.
    """
    if prose.degraded:
        return ()
    indices = gate(prose, actions)
    prose.prepare(indices)
    found: list[Assertion] = []
    tellings = Tellings()
    for index in indices:
        sentence = _Sentence(prose, actions, index, statements, tellings)
        found.extend(sentence.assertions())
    found.extend(fact_lines(prose, actions.fact_lines))
    found = completed(prose, taken_over(found, tellings.borrowed))
    told = aligned(
        in_members(prose, found),
        headings_of(prose),
        main_treaty(prose),
        tellings.doubts(sides(prose), prose.on, houses(prose)),
    )
    return with_handfuls(prose, with_days_of_news(told, tellings.news, prose.on), found)


def _without_accord(event: Event) -> bool:
    """As in "failed to reach agreement at their talks": the talks are told beside it."""
    return event.kind is EventKind.AGREE_MEASURES and event.modality is Modality.DENIED


class _Sentence:
    """One sentence at work."""

    def __init__(
        self, prose: Prose, actions: ActionLexicon, index: int, statements: Sequence[Statement], tellings: Tellings
    ) -> None:
        self.prose, self.actions, self.statements, self.tellings = prose, actions, statements, tellings
        self.matcher = Matcher(prose, actions, index)
        self.arguments, self.moods = Arguments(self.matcher), VerbMoods(actions)
        self.instruments = Instruments(self.matcher)
        self.circumstances, self.untold = Circumstances(self.matcher), Untold(self.matcher)
        self.nouns, self.announcing = NounMoods(self.moods), Announcing(self.matcher, self.moods)

    def assertions(self) -> Iterable[Assertion]:
        if self.matcher.doc is None:
            return
        self.clock = Clock(self.matcher)
        self.occasions = Occasions(self.matcher, self.clock, self.nouns)
        self.meetings = Meetings(self.matcher, self.occasions)
        self.sufficiency = Sufficiency(self.matcher, self.clock, self.occasions, self.meetings, self.untold)
        self.manner = Manner(self.arguments, self.occasions, Deeds(self.matcher, self.clock, self.nouns))
        seen: dict[tuple[object, ...], list[Assertion]] = {}
        swallowed: set[int] = set()
        tried: set[int] = set()
        for trigger in self._ordered(list(self.matcher.triggers())):
            alone = by_law(trigger) or self._announced_too(trigger) or self._of_weapons(trigger)
            alone = alone or self.meetings.before_it(trigger)
            if (trigger.token.i in swallowed and not alone) or flown_on(trigger, tried):
                continue
            assertion = self._assertion(trigger)
            if assertion is None:
                continue
            kind = assertion.event.kind
            tried |= {role.i for role in trigger.roles.values()} if kind is EventKind.TEST else set()
            if kind in self.actions.swallowing and not _without_accord(assertion.event):
                swallowed |= {
                    token.i
                    for token in trigger.token.subtree
                    if token.i != trigger.token.i and inside(token, trigger.token)
                }
            refused = kind in _CONSENTS and assertion.event.modality is Modality.DENIED
            act = "consent" if refused else kind  # "will not sign, ratify or join": one refusal
            key = (act, assertion.event.actors, assertion.event.treaty, assertion.event.modality)
            if not any(refused or self.tellings.of_one(assertion, other) for other in seen.get(key, ())):
                seen.setdefault(key, []).append(assertion)
                days = self._days_of_each(trigger, assertion)
                yield from with_plans(self.clock, trigger, self._each(trigger, assertion, days))

    def _days_of_each(self, trigger: Trigger, told: Assertion) -> list[tuple[int, UncertainDay]]:
        """The days on each of which the act was done, where several are told."""
        if told.event.modality is not Modality.HAPPENED or told.event.kind not in AGAIN | _EXTENDED:
            return []
        before = noun_days.before(self.clock, trigger.token) if trigger.nominal and told.event.kind in AGAIN else []
        return before if len(before) > 1 else noun_days.enumerated(self.clock, told.event.day)

    def _each(self, trigger: Trigger, told: Assertion, days: Sequence[tuple[int, UncertainDay]]) -> Iterable[Assertion]:
        """The act for each day and for each treaty that is told with it."""
        for one in self.tellings.each_day(told, days):
            yield from self.tellings.each_treaty(one, self._further_treaties(trigger, one.event))

    def _further_treaties(self, trigger: Trigger, event: Event) -> list[tuple[int, str]]:
        return self.instruments.others(trigger, event.treaty) if event.kind in _OF_SEVERAL else []

    def _of_weapons(self, trigger: Trigger) -> bool:
        """As in "decided to deploy 572 missiles": what is to become of weapons stands beside the decision on it."""
        done_to = trigger.roles.get("object")
        if trigger.kind is EventKind.INSPECT and not trigger.nominal:
            return True  # "agreed to let inspectors in"
        return (
            trigger.kind in _ACTS_ON_WEAPONS
            and done_to is not None
            and any(self.matcher.fits(done_to, name, trigger.token) for name in _DEPLOYED)
        )

    def _announced_too(self, trigger: Trigger) -> bool:
        """As in "announced that it would suspend the treaty and withdraw": the second act is announced as the first is."""
        return trigger.token.dep_ == "conj" and self.announcing.kind(trigger) is not trigger.kind

    def _ordered(self, triggers: list[Trigger]) -> list[Trigger]:
        """Swallowing acts first, so that what they swallow is known; else in the order of the text."""
        return sorted(
            triggers,
            key=lambda trigger: (self.announcing.kind(trigger) not in self.actions.swallowing, trigger.token.i),
        )

    def _assertion(self, trigger: Trigger) -> Assertion | None:
        kind = self.announcing.kind(trigger)
        announcer = self.announcing.announcer(trigger) if kind is not trigger.kind else None
        head, nominal = (
            (announcer, not is_verb(announcer))
            if announcer is not None
            else in_effect(trigger) or (trigger.token, trigger.nominal)
        )
        mood = self._mood(trigger, head, kind, nominal)
        if mood.skip or (mood.modality is Modality.HYPOTHETICAL and kind in _NEVER_SUPPOSED):
            return None
        treaty = self.instruments.told_or_spoken_of(trigger)
        actors = self.arguments.actors(trigger)
        if announcer is not None:
            actors = actors or self.arguments.actors(Trigger(head, kind, {}, nominal))
        sought = not actors
        actors = actors or self.untold.actors(trigger, kind, self.clock.attached(head, nominal) is not None)
        if not self.sufficiency.enough(trigger, kind, head, actors, treaty):
            return None
        treaty = treaty or self.instruments.made_by(trigger, actors)
        day = self._day(trigger, head, kind, mood)
        treaty = (
            self.instruments.of_its_year(trigger, treaty, day, actors) if mood.modality is Modality.HAPPENED else treaty
        )
        modality = as_of(mood.modality, day, head, self.prose.on, self.actions)
        modality = long_before(modality, head, self.clock) if nominal else modality
        if announcer is not None and modality is Modality.ONGOING and (day is None or day.best != self.prose.on):
            modality = Modality.HAPPENED  # "I am announcing today that …", told the day after
        if (kind is EventKind.EXTEND and not actors) or self._of_a_chamber(trigger):
            modality, day = decided(self.clock, head, modality, day)
        event = Event(
            kind=kind,
            actors=actors or self.untold.signatories(kind, treaty),
            modality=modality,
            targets=self.arguments.targets(trigger),
            treaty=treaty,
            systems=self.circumstances.systems(trigger),
            day=day,
            place=self.circumstances.place(trigger),
            condition=self.circumstances.condition(head),
            parts=parts_of(trigger, self.matcher),
        )
        if not founded(trigger, event, self.matcher) or (sought and not grounded(event, self.untold.near(actors))):
            return None
        told = self._told(event, trigger, head)
        self._note(told, trigger, head, actors, sought)
        return told

    def _of_a_chamber(self, trigger: Trigger) -> bool:
        """As in "the committee decided today to ratify it"."""
        who = None if trigger.nominal or trigger.kind is not EventKind.RATIFY else doer(trigger.token)
        return who is not None and self.matcher.fits(who, "chamber", trigger.token)

    def _note(self, told: Assertion, trigger: Trigger, head: Token, actors: tuple[str, ...], sought: bool) -> None:
        """Keep what the words of a telling say of which act is meant; `sought`: who acts is told elsewhere."""
        kind = told.event.kind
        nominal = trigger.nominal and head is trigger.token
        if told.event.day is None and is_news(self.clock, head, kind, told.event.modality, nominal):
            self.tellings.news.add(told.id)
        if sought and (kind is not EventKind.SANCTION or retold(trigger)):
            self.tellings.borrowed.add(told.id)
        unsure = kind in MEETING and not self.meetings.both_told(trigger, actors)
        self.tellings.note(told, mark_of(trigger, self.matcher), unsure, self._known(trigger, kind, sought))

    def _mood(self, trigger: Trigger, head: Token, kind: EventKind, nominal: bool) -> Mood:
        """How the act is told; by a word that denies it ("boycotted the talks") as that word says, denied once more not at all."""
        if of_a_bill(trigger):
            return SKIP
        mood = self.manner.mood(trigger, head, kind, nominal)
        if mood.modality is Modality.ONGOING and kind in _ACTS_ON_WEAPONS and announced_as_plan(head):
            mood = replace(mood, modality=Modality.PLANNED)
        if trigger.told is None or mood.skip:
            return mood
        if mood.modality is Modality.DENIED:
            return SKIP
        done = mood.modality in (Modality.HAPPENED, Modality.ONGOING)
        return replace(mood, modality=trigger.told) if done or trigger.told is Modality.DENIED else mood

    def _day(self, trigger: Trigger, head: Token, kind: EventKind, mood: Mood) -> UncertainDay | None:
        if self.circumstances.day_of_undone(trigger):
            return None
        nominal = not is_verb(head) if head is not trigger.token else trigger.nominal
        day = noun_days.spanned(
            self.clock, dated(self.clock, head, kind, mood, nominal, kind in self.actions.swallowing)
        )
        if day is None and kind in MEETING and not nominal:
            trip = travelled(self.matcher, head)  # "flew to Moscow in March to see him"
            day = dated(self.clock, trip[0], kind, mood, False, False) if trip else None
        if kind in MEETING and nominal and self.meetings.before_its_day(head, mood, day):
            day = None
        announced = head is not trigger.token and mood.modality is Modality.HAPPENED
        return day or (of_announcing(self.clock, trigger) if announced else None)

    def _known(self, trigger: Trigger, kind: EventKind, sought: bool) -> bool:
        """Whether the words speak of an act as of one that the reader has heard of ("his meeting with him", "The missile was fired")."""
        if not trigger.nominal:
            return sought and retold(trigger)
        return kind is EventKind.SANCTION or (kind in MEETING and self.occasions.definite(trigger.token))

    def _told(self, event: Event, trigger: Trigger, head: Token) -> Assertion:
        start = trigger.token.idx + self.matcher.offset
        sentence = self.prose.sentences[self.matcher.sentence]
        position = Position.AFFIRMS
        if event.modality is Modality.DENIED:
            position = Position.DENIES
        elif questioned(head):
            position = Position.QUESTIONS
        told = self._statement(start)
        id, said_by = f"assertion:{event.kind.value}:{start}", told.id if told else None
        return Assertion(id, event, sentence.start, sentence.end, position, said_by)

    def _statement(self, offset: int) -> Statement | None:
        """The innermost statement whose content holds the word of action."""
        holding = [
            (span.end - span.start, statement)
            for statement in self.statements
            for span in statement.content
            if span.start <= offset < span.end
        ]
        return min(holding, key=lambda item: item[0])[1] if holding else None
