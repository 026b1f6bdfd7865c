"""One happening told twice in a report: what one sentence leaves open another fills, and headings that the body repeats go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from treatywatch.dates import UncertainDay
from treatywatch.events.happenings import NO_DOUBTS, Doubts, told_once
from treatywatch.language.prose import Prose
from treatywatch.model.event import Assertion, Event
from treatywatch.model.vocabulary import EventKind, Modality

T = TypeVar("T")
_REAL = frozenset({Modality.HAPPENED, Modality.ONGOING})
_AHEAD = frozenset({Modality.PLANNED, Modality.THREATENED, Modality.CONDITIONAL})
_WITHDRAWING = frozenset({EventKind.WITHDRAW, EventKind.ANNOUNCE_WITHDRAWAL, EventKind.NOTIFY_WITHDRAWAL})
_SUSPENDING = frozenset({EventKind.SUSPEND, EventKind.ANNOUNCE_SUSPENSION})
_DOMESTIC = frozenset({EventKind.SIGN_LAW, EventKind.VOTE, EventKind.APPROVE})
_BY_LAW = {
    EventKind.SIGN_LAW: frozenset({EventKind.SUSPEND, EventKind.WITHDRAW, EventKind.REVOKE_RATIFICATION}),
}
"""What a decree or a law does, which the body tells of it."""
_APART = frozenset({EventKind.TALKS, EventKind.TEST, EventKind.DEPLOY, EventKind.SANCTION, EventKind.VOTE})
"""Kinds that happen again and again: two tellings without a day are not taken for one."""
_SITTING = frozenset({EventKind.VOTE, EventKind.ADOPT, EventKind.APPROVE})
_BESIDE = 400
"""Characters behind a vote within which those who cast it are told; own reports."""
_NEWS = 60
"""Days for which what was decided on and done is the news; own reports."""
_LEGAL = frozenset(
    {
        EventKind.WITHDRAW,
        EventKind.ANNOUNCE_WITHDRAWAL,
        EventKind.NOTIFY_WITHDRAWAL,
        EventKind.HALT_NOTICE,
        EventKind.REVOKE_NOTICE,
        EventKind.SUSPEND,
        EventKind.ANNOUNCE_SUSPENSION,
        EventKind.RESUME,
        EventKind.RATIFY,
        EventKind.ACCEDE,
        EventKind.REVOKE_RATIFICATION,
        EventKind.EXTEND,
        EventKind.ENTER_INTO_FORCE,
    }
)


_DISARMING = frozenset({EventKind.DESTROY, EventKind.INSPECT})
_DISARMAMENT = frozenset({"inf", "start-1", "start-2", "new-start", "cwc", "ottawa", "ccm"})
"""Treaties that order weapons to be destroyed and that to be seen: in a report on one of them it is done under that."""


Headings = Mapping[tuple[int, int], frozenset[str]]
"""Offsets of the headings, with the treaties that each names."""


def headings_of(prose: Prose) -> Headings:
    """The headings of a report; a treaty that the body never names is one that the heading cuts short ("START" for New START)."""
    heads = [(sentence.start, sentence.end) for sentence in prose.sentences if sentence.heading]
    treaties = [mention for mention in prose.mentions if mention.kind == "treaty"]
    told = {m.id for m in treaties if not any(start <= m.start < end for start, end in heads)}
    treaties = [mention for mention in treaties if mention.id in told or not told]
    return {
        (sentence.start, sentence.end): frozenset(m.id for m in treaties if sentence.start <= m.start < sentence.end)
        for sentence in prose.sentences
        if sentence.heading
    }


def aligned(
    assertions: Sequence[Assertion], headings: Headings, treaty: str | None = None, doubts: Doubts = NO_DOUBTS
) -> tuple[Assertion, ...]:
    """The assertions in the order of the text, one for each happening, each filled from other tellings of it.

    Events of `headings` go where the body tells them; `treaty` is the report's main one; `doubts` as in `told_once`.
    """
    ordered = sorted(assertions, key=lambda assertion: (assertion.start, assertion.id))
    ordered = [_with_treaty(one, None if doubts.mark(one).elsewhere else treaty) for one in ordered]
    ordered = [assertion for assertion in _led(ordered, doubts) if assertion is not None]
    ordered = _without_decisions(_of_the_same_sitting(_of_the_same_treaty(ordered)), doubts)
    ordered = _voted_and_approved(_with_what_they_allude_to(_without_ends(ordered, treaty), doubts))
    ordered = _without_suppositions(told_once(ordered, doubts, headings))
    filled = [_filled(assertion, ordered) for assertion in ordered]
    body = [assertion.event for assertion in filled if (assertion.start, assertion.end) not in headings]
    return tuple(assertion for assertion in filled if not _is_repeated(assertion, headings, body))


def _is_repeated(assertion: Assertion, headings: Headings, body: Sequence[Event]) -> bool:
    """Whether the assertion stands in a heading and the body tells it again, with the treaty's name where the heading has none."""
    named = headings.get((assertion.start, assertion.end))
    if named is None:
        return False
    event = assertion.event if assertion.event.treaty in named else replace(assertion.event, treaty=None)
    return any(_repeats(event, other) for other in body)


def _with_treaty(assertion: Assertion, treaty: str | None) -> Assertion:
    event = assertion.event
    under = event.kind in _LEGAL or (event.kind in _DISARMING and treaty in _DISARMAMENT)
    if event.treaty is None and treaty is not None and under:
        return replace(assertion, event=replace(event, treaty=treaty))
    return assertion


def _led(assertions: Sequence[Assertion], doubts: Doubts) -> list[Assertion | None]:
    """As in "The exit takes effect on …": whose exit it is was told just before; nobody's exit is no event."""
    found: list[Assertion | None] = []
    for index, assertion in enumerate(assertions):
        event = assertion.event
        if event.actors or doubts.mark(assertion).counted or event.kind not in _WITHDRAWING | _SUSPENDING | _DOMESTIC:
            found.append(assertion)
            continue
        family = _family(event.kind)
        former = next(
            (
                other.event
                for other in (*reversed(assertions[:index]), *_beside(assertions, index))
                if other.event.kind in family and other.event.actors
            ),
            None,
        )
        former = former or _leaver(event, assertions[:index])
        found.append(replace(assertion, event=replace(event, actors=former.actors)) if former else None)
    return found


def _leaver(event: Event, before: Sequence[Assertion]) -> Event | None:
    """As in "The parliament approved the proposal … The withdrawal will take effect in six months": whose parliament it is."""
    if event.kind is not EventKind.WITHDRAW or event.modality is not Modality.PLANNED:
        return None
    told = [
        o.event
        for o in before
        if o.event.kind in _DOMESTIC and o.event.treaty == event.treaty and len(o.event.actors) == 1
    ]
    return told[-1] if told else None


def _of_the_same_treaty(assertions: Sequence[Assertion]) -> list[Assertion]:
    """As in "voted to suspend the treaty. The upper house was due to vote on the approval", "deposited its notice. Parliament had backed
    the plan in May": the vote is on it too.
    """
    found: list[Assertion] = []
    for one in assertions:
        event = one.event
        if event.kind in _DOMESTIC and event.treaty is None:
            kin = [o.event for o in found if o.event.kind in _DOMESTIC | _LEGAL and o.event.actors]
            former = [other for other in kin if set(other.actors) & set(event.actors)]
            if former and former[-1].treaty and (former[-1] is kin[-1] or former[-1].kind in _DOMESTIC):
                one = replace(one, event=replace(event, treaty=former[-1].treaty))
        found.append(one)
    return found


def _of_the_same_sitting(assertions: Sequence[Assertion]) -> list[Assertion]:
    """As in "The board adopted it on Thursday. Russia voted against the resolution": one day for the vote and those who cast it."""
    found: list[Assertion] = []
    for one in assertions:
        event = one.event
        if event.kind is EventKind.VOTE and event.day is None and event.modality in _REAL:
            sittings = [o.event.day for o in found if o.event.kind in _SITTING and one.start - o.start <= _BESIDE]
            told = [day for day in sittings if day is not None and day.best is not None]
            one = replace(one, event=replace(event, day=told[-1])) if told else one
        found.append(one)
    return found


def _without_ends(assertions: Sequence[Assertion], treaty: str | None) -> list[Assertion]:
    """As in "expired on Friday … regrets the end of the treaty": how it ended is told, that it did is no act beside."""
    if treaty is None:  # "The accord on fish runs out in December"
        assertions = [o for o in assertions if o.event.kind is not EventKind.EXPIRE or o.event.treaty or o.event.actors]
    lapsed = {o.event.treaty for o in assertions if o.event.kind is EventKind.EXPIRE and o.event.modality in _REAL}
    return [
        o for o in assertions if o.event.kind is not EventKind.TERMINATE or o.event.day or o.event.treaty not in lapsed
    ]


def _without_decisions(assertions: Sequence[Assertion], doubts: Doubts) -> list[Assertion]:
    """As in "conducted three tests … deplored the decision to conduct three tests": what was decided on is told as done."""
    done = [o.event for o in assertions if o.event.modality in _REAL]

    def known(event: Event) -> bool:
        planned = event.modality is Modality.PLANNED and event.day is None and event.actors
        return bool(planned) and any(
            other.kind is event.kind
            and set(event.actors) <= set(other.actors)
            and (event.treaty is None or other.treaty == event.treaty)
            and _lately(other.day, doubts.on)
            for other in done
        )

    return [o for o in assertions if not doubts.mark(o).decided or not known(o.event)]


def _without_suppositions(assertions: Sequence[Assertion]) -> list[Assertion]:
    """As in "will adhere to it … is prepared to adhere": of one act a plan says more than that it may be."""
    planned = [o.event for o in assertions if o.event.modality in _AHEAD]

    def told(event: Event) -> bool:
        return any(
            other.kind is event.kind
            and set(event.actors) <= set(other.actors)
            and event.treaty in (None, other.treaty)
            and (event.targets or other.targets) == other.targets
            for other in planned
        )

    loose = [
        o for o in assertions if o.event.modality is Modality.HYPOTHETICAL and o.event.day is None and o.event.actors
    ]
    return [o for o in assertions if o not in loose or not told(o.event)]


def _lately(day: UncertainDay | None, on: date | None) -> bool:
    """Whether an act told with this day is the report's news; one without any may be."""
    return day is None or day.latest is None or on is None or (on - day.latest).days <= _NEWS


def _with_what_they_allude_to(assertions: Sequence[Assertion], doubts: Doubts) -> list[Assertion]:
    """Without notices of "its decision" where the report tells no withdrawal of theirs."""
    leaving = [o.event for o in assertions if o.event.kind in _WITHDRAWING and not doubts.mark(o).alluding]
    leavers = {actor for event in leaving for actor in event.actors}
    return [o for o in assertions if not doubts.mark(o).alluding or leavers & set(o.event.actors)]


def _voted_and_approved(assertions: Sequence[Assertion]) -> list[Assertion]:
    """As in "voted on Thursday to approve the exit. They approved it by 157 votes to 18": one act of one chamber, told by two words."""
    votes = [
        o.event for o in assertions if o.event.kind is EventKind.VOTE and o.event.day and o.event.modality in _REAL
    ]

    def again(event: Event) -> bool:
        undated = event.kind is EventKind.APPROVE and event.day is None and event.modality in _REAL
        return undated and any(v.actors == event.actors and v.treaty == event.treaty and v.treaty for v in votes)

    return [o for o in assertions if not again(o.event)]


def _beside(assertions: Sequence[Assertion], index: int) -> Sequence[Assertion]:
    """The later ones of the same sentence ("signed the law after both chambers had approved it")."""
    return [other for other in assertions[index + 1 :] if other.start == assertions[index].start]


def _family(kind: EventKind) -> frozenset[EventKind]:
    """The kind with those that tell a step of the same thing."""
    for family in (_WITHDRAWING, _SUSPENDING, _DOMESTIC):
        if kind in family:
            return family
    return frozenset({kind})


def _repeats(heading: Event, body: Event) -> bool:
    """Whether the body tells what the heading tells (a step of a withdrawal stands for it)."""
    if body.kind not in _family(heading.kind) | _BY_LAW.get(heading.kind, frozenset()) or (
        body.modality is Modality.DENIED
    ) != (heading.modality is Modality.DENIED):
        return False
    if heading.treaty and body.treaty and heading.treaty != body.treaty:
        return False
    return not heading.actors or bool(set(heading.actors) & set(body.actors))


def _filled(assertion: Assertion, others: Sequence[Assertion]) -> Assertion:
    event = assertion.event
    if event.modality not in _REAL:
        return assertion
    twins = [other.event for other in others if other is not assertion and _same(event, other.event)]
    day = event.day or _only([twin.day for twin in twins])
    treaty = event.treaty or _only([twin.treaty for twin in twins])
    place = event.place or _only([twin.place for twin in twins])
    actors = event.actors or _only([twin.actors or None for twin in twins]) or ()
    return replace(assertion, event=replace(event, day=day, treaty=treaty, place=place, actors=actors))


def _only(values: Sequence[T | None]) -> T | None:
    """The one value that is told, if all that tell it agree."""
    told = [value for value in values if value is not None]
    return told[0] if told and all(value == told[0] for value in told) else None


def _same(one: Event, other: Event) -> bool:
    """Whether two tellings may be of one happening: same kind and actors, no treaty or day against it."""
    if one.kind is not other.kind or one.kind in _APART or other.modality not in _REAL:
        return False
    if one.actors and other.actors and set(one.actors) != set(other.actors):
        return False
    if one.treaty and other.treaty and one.treaty != other.treaty:
        return False
    return one.day is None or other.day is None or one.day == other.day
