"""One happening told more than once in a report is one event: which tellings belong together, and which of them is kept.

A telling is unsure where it leaves out one side of a meeting ("when they meet", "the first round"): it stands only with a fuller one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from treatywatch.dates import UncertainDay
from treatywatch.events.marks import NO_MARK, Mark
from treatywatch.model.event import Assertion, Event
from treatywatch.model.vocabulary import EventKind, Modality

_REAL = frozenset({Modality.HAPPENED, Modality.ONGOING})
_GATHERINGS = frozenset({EventKind.TALKS, EventKind.EXERCISE})
"""Kinds whose tellings may name only some of those who take part."""
_WITH_OTHERS = frozenset({EventKind.AGREE_MEASURES, EventKind.ADOPT})
"""Kinds of which a telling may name one side alone ("Iran agreed to suspend it", after talks with the union)."""
AGAIN = frozenset({EventKind.TEST, EventKind.DEPLOY, EventKind.SANCTION, EventKind.VOTE, EventKind.INSPECT})
"""Kinds that happen again and again: a telling with a day and one without are not taken for one."""
_WEEK = 7
_OF_THESE_DAYS = frozenset({EventKind.TEST, EventKind.VOTE})
"""Kinds of which a report of these weeks tells mostly one: the same telling without its day is that one."""
_IN_THE_NEWS = frozenset({EventKind.TALKS, EventKind.DESTROY})
"""Kinds of which a report tells the newest without its day, and an older one with it."""
_LEAD = 600
"""Characters at the head of a report within which its news is told; own reports."""
_LATELY = 21
"""Days before a report within which an act is its news: the one that "the test" means; own reports."""


@dataclass(frozen=True, slots=True)
class Doubts:
    """What is doubtful about the tellings of a report.

    `unsure`: ids of tellings that need a fuller one; `faint`: ids of those that only speak of an act again ("the test"); `sides`: the two
    states that a report's talks are between, where it has such; `marks`: by id, which act a telling means; `on`: the report's day;
    `houses`: by body, the state or body that it belongs to ("the Board of Governors" of the agency).
    """

    unsure: frozenset[str] = frozenset()
    faint: frozenset[str] = frozenset()
    sides: tuple[str, ...] = ()
    marks: Mapping[str, Mark] = field(default_factory=dict)
    on: date | None = None
    houses: Mapping[str, str] = field(default_factory=dict)

    def mark(self, one: Assertion) -> Mark:
        """Which act the telling means."""
        return self.marks.get(one.id, NO_MARK)


NO_DOUBTS = Doubts()


def told_once(
    assertions: Sequence[Assertion], doubts: Doubts = NO_DOUBTS, lesser: Collection[tuple[int, int]] = ()
) -> list[Assertion]:
    """The assertions in the order of the text, one for each happening, with what its other tellings add.

    `lesser` holds the offsets of headings, which yield to the body.
    """
    order = {id(one): index for index, one in enumerate(assertions)}

    def rank(one: Assertion) -> tuple[bool, bool, bool, int]:
        doubtful = one.id in doubts.unsure or one.id in doubts.faint
        return (doubtful, (one.start, one.end) in lesser, one.event.day is None, order[id(one)])

    kept: list[Assertion] = []
    marks = dict(doubts.marks)
    doubts = replace(doubts, marks=marks)
    for one in sorted(assertions, key=rank):
        unsure = one.id in doubts.unsure
        if one.id in doubts.faint and any(_spoken_of_again(one, other, doubts) for other in kept):
            continue
        index = next((i for i, other in enumerate(kept) if _one_happening(other, one, doubts)), None)
        if index is None:
            index = _the_only(kept, one, doubts)
        if index is not None:
            kept[index] = replace(kept[index], event=_joined(kept[index].event, one.event))
            marks[kept[index].id] = doubts.mark(kept[index]).joined(doubts.mark(one))
        elif not unsure:
            kept.append(one)
        else:
            kept += _borrowing(one, kept, doubts)
    return sorted(kept, key=lambda one: (one.start, one.id))


def _the_only(kept: Sequence[Assertion], one: Assertion, doubts: Doubts) -> int | None:
    """As in "had set off a device", where one test of that state these days is told: the place of that telling, if one can be meant."""
    mark = doubts.mark(one)
    event = one.event
    if event.kind not in _OF_THESE_DAYS or event.day is not None or event.modality not in _REAL or mark.ordinal:
        return None
    same = [i for i, other in enumerate(kept) if _of_these_days(other, one, doubts)]
    return same[0] if len(same) == 1 else None


def _of_these_days(other: Assertion, one: Assertion, doubts: Doubts) -> bool:
    """Whether the telling is of an act of the same kind and state in the weeks before the report."""
    event = other.event
    if event.kind is not one.event.kind or event.actors != one.event.actors or event.modality not in _REAL:
        return False
    mark, others = doubts.mark(one), doubts.mark(other)
    if mark.many != others.many or mark.speaks_against(others):
        return False
    if one.start < other.start and not (mark.before or mark.known or mark.named or others.known):
        return False  # what is told first, without its day, is the news
    if event.day is None or event.day.latest is None or doubts.on is None:
        return False
    return 0 <= (doubts.on - event.day.latest).days <= _LATELY


def _spoken_of_again(one: Assertion, former: Assertion, doubts: Doubts) -> bool:
    """As in "the test", "his meeting with Putin": one that was told with its day."""
    event, other = one.event, former.event
    if event.kind is not other.kind or doubts.mark(one).speaks_against(doubts.mark(former)):
        return False
    if event.kind in _GATHERINGS:
        if event.modality is Modality.DENIED and doubts.mark(one).ordinal:
            return False  # "a second session was called off"
        to_come = other.modality is Modality.PLANNED and set(event.actors) == set(other.actors)
        return (
            (other.day is not None or to_come)
            and set(event.actors) <= set(other.actors)
            and not (event.place and other.place)
        )
    same = event.actors == other.actors or not other.actors
    dated = other.day is not None or other.kind is EventKind.SANCTION
    return same and dated and other.modality in _REAL and event.modality in _REAL


def _borrowing(one: Assertion, kept: Sequence[Assertion], doubts: Doubts) -> list[Assertion]:
    """Another meeting of those told of just before ("the first round was held in August"), or of the report's two sides: only where
    it has a day of its own.
    """
    again = (
        bool(doubts.mark(one).ordinal) and one.event.modality is Modality.DENIED
    )  # "a second session was called off"
    if one.event.day is None and not again:
        return []
    former = [o for o in kept if o.event.kind is one.event.kind and len(o.event.actors) and o.start < one.start]
    former = [o for o in former if set(one.event.actors) <= set(o.event.actors)]
    actors = max(former, key=lambda o: o.start).event.actors if former else doubts.sides
    if not set(one.event.actors) < set(actors):
        return []
    return [replace(one, event=replace(one.event, actors=actors))]


def _joined(event: Event, other: Event) -> Event:
    """The event with what another telling of it adds."""
    return replace(
        event,
        day=_narrower(event.day, other.day),
        place=event.place or other.place,
        treaty=event.treaty or other.treaty,
        targets=event.targets or other.targets,
        systems=event.systems or other.systems,
        parts=event.parts or other.parts,
        actors=event.actors if len(event.actors) >= len(other.actors) else other.actors,
    )


def _narrower(one: UncertainDay | None, other: UncertainDay | None) -> UncertainDay | None:
    """The day of two tellings of one act: an exact one says more than "last week"."""
    if one is None or other is None:
        return one or other
    return other if other.best is not None and one.best is None and one.overlaps(other) else one


def _one_happening(former: Assertion, latter: Assertion, doubts: Doubts) -> bool:
    """Whether two tellings may be of one happening: kind, mood, actors, treaty and day do not speak against it."""
    one, other, unsure = former.event, latter.event, latter.id in doubts.unsure
    if one.kind is not other.kind or one.kind is EventKind.OTHER or not _same_who(one, other, unsure, doubts.houses):
        return False
    if doubts.mark(former).speaks_against(doubts.mark(latter)):
        return False
    if one.treaty and other.treaty and one.treaty != other.treaty:
        return False
    if one.targets and other.targets and not set(one.targets) & set(other.targets):
        return False
    if one.systems and other.systems and not set(one.systems) & set(other.systems):
        return False
    if doubts.mark(former).several is not doubts.mark(latter).several and (one.day or other.day):
        return False
    return _same_time(one, other) and not (_news(former, latter, doubts) or _news(latter, former, doubts))


def _news(one: Assertion, other: Assertion, doubts: Doubts) -> bool:
    """Whether talks told without their day are the report's news, and the others are over for weeks ("have met … They met in June")."""
    mark, day = doubts.mark(one), other.event.day
    if one.event.kind not in _IN_THE_NEWS or one.event.day is not None or day is None or mark.before or mark.known:
        return False
    old = day.latest is not None and doubts.on is not None and (doubts.on - day.latest).days > _WEEK
    return old and one.start < min(other.start, _LEAD)


def _same_who(one: Event, other: Event, unsure: bool, houses: Mapping[str, str]) -> bool:
    """The same actors; of a gathering one telling may name more of them, a single one not if it was at a place of its own."""
    mine, others = ({houses.get(actor, actor) for actor in event.actors} for event in (one, other))
    alone = min(len(mine), len(others)) < 2 and (one.place or other.place) != (other.place or one.place)
    if (one.kind in _GATHERINGS and (unsure or not alone)) or one.kind in _WITH_OTHERS:
        return mine <= others or others <= mine
    if one.modality is other.modality is Modality.DENIED and one.treaty and one.treaty == other.treaty:
        return mine <= others or others <= mine  # "Russia has not signed it; nor have Ukraine and the United States"
    return mine == others


def _same_time(one: Event, other: Event) -> bool:
    same_mood = one.modality is other.modality or {one.modality, other.modality} <= _REAL
    if one.modality is not other.modality and one.kind in _GATHERINGS and (one.day is None) != (other.day is None):
        return False  # "are holding talks", "met last week"
    if one.day is None or other.day is None:
        both = one.day is None and other.day is None
        return same_mood and (both or one.kind not in AGAIN)
    if (
        one.kind in AGAIN
        and _exact(one.day) != _exact(other.day)
        and not (_of_a_week(one.day) and _of_a_week(other.day))
    ):
        return False  # "fired a missile on Friday", "has fired sixty this year"
    if one.day.overlaps(other.day):
        return same_mood or (one.kind in _GATHERINGS and one.day.best is not None and one.day.best == other.day.best)
    return one.kind in _GATHERINGS and _a_week_apart(one.day, other.day)


def _of_a_week(day: UncertainDay) -> bool:
    """As in "last week": "fired a missile last week" and "fired it on Friday" may be one."""
    return day.earliest is not None and day.latest is not None and (day.latest - day.earliest).days <= _WEEK


def _exact(day: UncertainDay) -> bool:
    return day.best is not None


def _a_week_apart(one: UncertainDay, other: UncertainDay) -> bool:
    """A bare weekday names one day in a report: "met on Monday" and "will meet on Monday" read a week apart are one."""
    if one.best is None or other.best is None or {one.how, other.how} != {"relative"}:
        return False
    return abs((one.best - other.best).days) == _WEEK
