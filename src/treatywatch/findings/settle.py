"""Which reported events are settled: reports do not change the law, an act of the shelf does.

An event is settled where the shelf holds, for each of its actors, an act of the same kind on the same treaty on a day that
fits. Acts that rest on memory settle nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.model.entry import EventEntry
from treatywatch.model.event import Event
from treatywatch.model.law import Act
from treatywatch.model.vocabulary import EventKind, Modality, SourceKind

SETTLED_BY: Mapping[EventKind, tuple[EventKind, ...]] = {
    EventKind.WITHDRAW: (EventKind.WITHDRAW, EventKind.NOTIFY_WITHDRAWAL),
    EventKind.SUSPEND: (EventKind.SUSPEND, EventKind.ANNOUNCE_SUSPENSION),
    EventKind.ANNOUNCE_SUSPENSION: (EventKind.ANNOUNCE_SUSPENSION, EventKind.SUSPEND),
    EventKind.TERMINATE: (EventKind.TERMINATE, EventKind.WITHDRAW, EventKind.NOTIFY_WITHDRAWAL),
}
"""Kinds of acts that settle a kind of event, where they are not the same: a notice settles the withdrawal on its effective day."""

REAL = frozenset({Modality.HAPPENED, Modality.ONGOING, Modality.PLANNED})
TOLD = REAL | {Modality.THREATENED, Modality.CONDITIONAL}
LEGAL = frozenset(list(EventKind)[: list(EventKind).index(EventKind.DEPLOY)])
"""Kinds that touch a treaty's law, domestic ones among them (the order of the vocabulary: interfaces.md)."""


def settle(entries: Iterable[EventEntry], acts: Mapping[str, Sequence[Act]]) -> tuple[EventEntry, ...]:
    """Mark the entries that acts of the shelf (by treaty id) settle, and name those acts."""
    return tuple(_settled(entry, acts.get(entry.event.treaty or "", ())) for entry in entries)


def reported_acts(
    entries: Iterable[EventEntry], treaty: str, on: date | None = None, known: date | None = None
) -> tuple[EventEntry, ...]:
    """Choose the unsettled legal acts of a treaty that reports public by `known` tell of, up to the day `on`.

    What is denied or only imagined is no reported act.
    A report counts for `known` from the last day on which it may have been published; an undated one only without `known`.
    """
    return tuple(
        entry
        for entry in entries
        if entry.event.treaty == treaty
        and entry.event.kind in LEGAL
        and not entry.settled
        and entry.event.modality in TOLD
        and any(_public(member.told.published, known) for member in entry.members)
        and not _after(entry.event.day, entry.event.modality, on)
    )


def _settled(entry: EventEntry, acts: Sequence[Act]) -> EventEntry:
    event = entry.event
    if event.modality not in REAL:
        return entry
    if not event.actors:
        return _settled_without_actors(entry, acts)
    matching = [act for act in acts if _matches(event, act)]
    covered = {actor for act in matching for actor in act.actors}
    states = [actor for actor in event.actors if any(actor in act.actors for act in acts)]
    if not states or not set(states) <= covered:
        return entry
    return replace(entry, settled=True, acts=tuple(act.id for act in matching))


def _settled_without_actors(entry: EventEntry, acts: Sequence[Act]) -> EventEntry:
    """`The treaty was signed`: an act settles what nobody is said to have done where no other act could be meant."""
    matching = [act for act in acts if _matches(entry.event, act)]
    return replace(entry, settled=True, acts=(matching[0].id,)) if len(matching) == 1 else entry


def _matches(event: Event, act: Act) -> bool:
    if act.source_kind is SourceKind.MEMORY or act.kind not in SETTLED_BY.get(event.kind, (event.kind,)):
        return False
    if event.actors and not set(event.actors) & set(act.actors):
        return False
    told = event.told_day
    return told is None or any(_fits(told, day) for day in _days(event.kind, act))


def _days(kind: EventKind, act: Act) -> list[PlainDay]:
    """Only its effective day makes a notice a withdrawal; any of its four days dates another act."""
    own = kind is act.kind or act.kind is not EventKind.NOTIFY_WITHDRAWAL
    days = (act.announced, act.notified, act.received, act.effective) if own else (act.effective,)
    return [day for day in days if day is not None]


def _fits(told: UncertainDay, day: PlainDay) -> bool:
    return told.overlaps(UncertainDay.from_plain(day, "told"))


def _public(published: UncertainDay | None, known: date | None) -> bool:
    return known is None or (published is not None and published.surely_by(known))


def _after(day: UncertainDay | None, modality: Modality, on: date | None) -> bool:
    """Whether a happening lies wholly after `on`; what is planned is shown before its day comes."""
    if on is None or modality is Modality.PLANNED:
        return False
    return day is not None and day.earliest is not None and day.earliest > on
