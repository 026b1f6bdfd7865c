"""Where views differ: who is bound, and whether a suspension holds. Each view keeps its holder and its ground; none is ruled on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from treatywatch.model.law import Act, Treaty, View
from treatywatch.model.regime import Observed, Reading
from treatywatch.model.vocabulary import EventKind, Phase, StandingKind
from treatywatch.regime import grounds
from treatywatch.regime.days import day_of

_ENDED = {
    EventKind.TERMINATE: Phase.TERMINATED,
    EventKind.EXPIRE: Phase.EXPIRED,
    EventKind.SUPERSEDE: Phase.SUPERSEDED,
}
_VIEWED = (EventKind.SUSPEND, EventKind.WITHDRAW, EventKind.NOTIFY_WITHDRAWAL, EventKind.SNAPBACK, *_ENDED)


def readings_on(
    treaty: Treaty, acts: tuple[Act, ...], on: date, known: date | None, phase: Phase
) -> tuple[Reading, ...]:
    """The views held on the day, of acts that have taken effect and of who is bound."""
    return (*_of_acts(treaty, acts, on, known, phase), *_of_members(treaty, on, known, phase))


def _of_acts(treaty: Treaty, acts: tuple[Act, ...], on: date, known: date | None, phase: Phase) -> Iterator[Reading]:
    phases = _phases(acts, on, known)
    for act in acts:
        day = day_of(act)
        if act.kind not in _VIEWED or day is None or day > on:
            continue
        for view in act.views:
            if _held(view, on, known):
                identity = grounds.answer_id("reading", treaty.id, act.id, view.holder, on=on, known=known)
                held = phases.get(view.holder, phase)
                yield Reading(identity, view.holder, held, view.says, (grounds.of_view(treaty, act, view),))


def _phases(acts: tuple[Act, ...], on: date, known: date | None) -> dict[str, Phase]:
    """The phase in each holder's view of an end: who does not accept one holds that there was none."""
    found: dict[str, Phase] = {}
    for act in acts:
        ended, day = _ENDED.get(act.kind), day_of(act)
        if ended is not None and day is not None and day <= on:
            views = (view for view in act.views if _held(view, on, known))
            found.update({view.holder: ended if view.accepts else Phase.IN_FORCE for view in views})
    return found


def _of_members(treaty: Treaty, on: date, known: date | None, phase: Phase) -> Iterator[Reading]:
    for one in treaty.bound_readings:
        if one.since.latest <= min(on, known or on):
            identity = grounds.answer_id("reading", treaty.id, one.id, on=on, known=known)
            yield Reading(identity, one.holder, phase, one.says, (grounds.of_sources(treaty, one),))


def _held(view: View, on: date, known: date | None) -> bool:
    """Whether a view was held on the day and public by `known`."""
    return view.since.latest <= min(on, known or on)


def observed_on(treaty: Treaty, on: date, known: date | None) -> tuple[Observed, ...]:
    """Who says on the day that it keeps to the treaty without being bound; an end that is not public by `known` is not told."""
    by = min(on, known or on)
    return tuple(
        Observed(
            id=grounds.answer_id("observance", treaty.id, *one.actors, on=on, known=known),
            actors=one.actors,
            says=one.says,
            since=one.since,
            until=one.until if one.until and one.until.latest <= (known or date.max) else None,
            grounds=(grounds.of_sources(treaty, one),),
        )
        for one in treaty.observances
        if one.since.latest <= by and (one.until is None or by < one.until.latest)
    )


def disputants(acts: Iterable[Act], actor: str, on: date, known: date | None) -> tuple[str, ...]:
    """Who does not grant these acts of `actor` the effect that they claim."""
    views = (view for act in acts for view in act.views if _held(view, on, known))
    return tuple(dict.fromkeys(view.holder for view in views if not view.accepts and view.holder != actor))


def contested_by(treaty: Treaty, actor: str, standing: str, by: date) -> tuple[str, ...]:
    """Whose reading of who is bound, held by the day `by`, leaves out a state whose place is contested."""
    if standing != StandingKind.CONTESTED:
        return ()
    return tuple(one.holder for one in treaty.bound_readings if actor not in one.members and one.since.latest <= by)


def doubters(treaty: Treaty, acts: Iterable[Act], standing: str, on: date) -> tuple[str, ...]:
    """Who counts a state in only later, or not at all, while its place is contested by the table of participants."""
    if standing != StandingKind.CONTESTED:
        return ()
    told: list[str] = []
    for row in (act.row for act in acts if act.row is not None):
        told += row.disputed_by.items if row.disputed_by else ()
        told += [row.in_force_by] if row.in_force_by and row.in_force and on < row.in_force.latest else []
        others = row.other_days.items if row.other_days else ()
        told += [one.by for one in others if on < one.day.latest]
    return tuple(dict.fromkeys(told))
