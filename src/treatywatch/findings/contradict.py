"""What speaks against a reported event: other reports that deny it or tell it otherwise, and the law's own acts.

Only what cannot both be true is told: a state signs or withdraws from a treaty once, so two days for it contradict; that another
state did the same on the same day does not, unless the one report is a copy of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.findings.settle import LEGAL, SETTLED_BY
from treatywatch.model.entry import Contradiction, EventEntry
from treatywatch.model.law import Act
from treatywatch.model.passage import Ground
from treatywatch.model.vocabulary import EventKind, Modality, Position, SourceKind

ONCE = frozenset(
    {
        *(EventKind.ADOPT, EventKind.OPEN_FOR_SIGNATURE, EventKind.SIGN, EventKind.RATIFY, EventKind.ACCEDE),
        *(EventKind.ENTER_INTO_FORCE, EventKind.WITHDRAW, EventKind.EXPIRE, EventKind.TERMINATE),
        EventKind.NOTIFY_WITHDRAWAL,
    }
)
"""What one actor does to one treaty once, so that two days of it cannot both be right."""
_EXITS = frozenset({EventKind.NOTIFY_WITHDRAWAL, EventKind.WITHDRAW, EventKind.TERMINATE})
_SUSPENSIONS = frozenset({EventKind.SUSPEND, EventKind.ANNOUNCE_SUSPENSION})
"""Leaving a treaty and suspending it are taken for each other in print; one deed of one day is not both."""
_DONE = frozenset({Modality.HAPPENED, Modality.ONGOING})


def contradict(entries: Sequence[EventEntry], acts: Mapping[str, Sequence[Act]]) -> tuple[EventEntry, ...]:
    """Mark each entry of a legal kind with what contradicts it: other entries, and the acts that settle things (by treaty id)."""
    by_treaty: dict[str, list[EventEntry]] = {}
    for entry in entries:
        if entry.event.treaty and entry.event.kind in LEGAL:
            by_treaty.setdefault(entry.event.treaty, []).append(entry)
    return tuple(_marked(entry, by_treaty, acts.get(entry.event.treaty or "", ())) for entry in entries)


def _marked(entry: EventEntry, by_treaty: dict[str, list[EventEntry]], acts: Sequence[Act]) -> EventEntry:
    if entry.event.kind not in LEGAL or not entry.event.treaty:
        return entry
    told = [
        _contradiction(what, other)
        for other in by_treaty[entry.event.treaty]
        if other is not entry and (what := _told_otherwise(entry, other))
    ]
    told += () if entry.settled else _by_acts(entry, acts)
    return replace(entry, contradicted_by=tuple(told)) if told else entry


def _contradiction(what: str, other: EventEntry) -> Contradiction:
    event = other.event
    told = (event.kind.value, ", ".join(event.actors), f"on {event.told_day.edtf}" if event.told_day else "")
    denied = "denied: " if what == "denied" and not _affirmed(other) else ""
    says = denied + " ".join(filter(None, told))
    return Contradiction(what, says, other.id, other.reports, other.lines, other.evidence)


def _affirmed(entry: EventEntry) -> bool:
    return entry.event.modality in _DONE and entry.members[0].assertion.position is Position.AFFIRMS


def _denied(entry: EventEntry) -> bool:
    return entry.event.modality is Modality.DENIED or entry.members[0].assertion.position is Position.DENIES


def _told_otherwise(one: EventEntry, other: EventEntry) -> str | None:
    """What of an event another one tells otherwise, where not both can be true; None where they can."""
    if (_affirmed(one) and _denied(other)) or (_denied(one) and _affirmed(other)):
        return "denied" if _same_deed(one, other) and _may_be_one_day(one, other) else None
    if not (_affirmed(one) and _affirmed(other)) or set(one.acts) & set(other.acts):
        return None  # two days of one act, its announcement and its notice, are no contradiction
    if _same_deed(one, other):
        return "day" if one.event.kind in ONCE and not _may_be_one_day(one, other) else None
    if set(one.event.actors) & set(other.event.actors) and _one_plain_day(one, other):
        return "kind" if _confused(one, other) else None
    return "actor" if _garbled(one, other) else None


def _same_deed(one: EventEntry, other: EventEntry) -> bool:
    if one.event.kind is not other.event.kind:
        return False
    ours, theirs = set(one.event.actors), set(other.event.actors)
    return ours == theirs if _affirmed(one) and _affirmed(other) else bool(ours & theirs) or not ours or not theirs


def _may_be_one_day(one: EventEntry, other: EventEntry) -> bool:
    ours, theirs = one.event.told_day, other.event.told_day
    return ours is None or theirs is None or ours.overlaps(theirs)


def _one_plain_day(one: EventEntry, other: EventEntry) -> bool:
    ours, theirs = one.event.told_day, other.event.told_day
    return bool(ours and theirs and ours.best and ours.best == theirs.best)


def _confused(one: EventEntry, other: EventEntry) -> bool:
    """Whether one tells a leaving and the other a suspension, and no report tells both."""
    kinds = {one.event.kind, other.event.kind}
    return bool(kinds & _EXITS and kinds & _SUSPENSIONS) and not set(one.reports) & set(other.reports)


def _garbled(one: EventEntry, other: EventEntry) -> bool:
    """Whether two copies of one text name different actors for the same deed of the same day."""
    ours, theirs = set(one.event.actors), set(other.event.actors)
    if one.event.kind is not other.event.kind or not ours or not theirs or ours & theirs:
        return False
    lines = {each.told.line for each in one.members} & {each.told.line for each in other.members} - {None}
    return bool(lines) and _one_plain_day(one, other) and not set(one.reports) & set(other.reports)


# --- The law ---------------------------------------------------------------------------------------------------------


def _by_acts(entry: EventEntry, acts: Sequence[Act]) -> Iterable[Contradiction]:
    """The settled acts by which the actor did the same on another day."""
    event = entry.event
    if not _affirmed(entry) or event.kind not in ONCE or event.told_day is None or not event.actors:
        return
    same = [act for act in acts if _is_the_deed(entry, act)]
    days = [day for act in same for day in _days(act)]
    if days and not any(event.told_day.overlaps(UncertainDay.from_plain(day, "told")) for day in days):
        for act in same:
            day = act.own_day
            identity = f"act:{event.treaty}:{act.id}"
            ground = Ground(
                act=identity, source="; ".join(act.source), source_kind=act.source_kind, verified=act.verified
            )
            yield Contradiction("day", f"{act.says} ({day})" if day else act.says, ground=ground)


def _is_the_deed(entry: EventEntry, act: Act) -> bool:
    kinds = SETTLED_BY.get(entry.event.kind, (entry.event.kind,))
    return act.kind in kinds and act.source_kind is not SourceKind.MEMORY and set(entry.event.actors) <= set(act.actors)


def _days(act: Act) -> list[PlainDay]:
    return [day for day in (act.announced, act.notified, act.received, act.effective) if day is not None]
