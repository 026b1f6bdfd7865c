"""One participant's row of the answer, from what the fold knows of it: its standing, what disputes it, when it ends, and its grounds."""

from __future__ import annotations

from datetime import date

from treatywatch.model.law import Act, Treaty
from treatywatch.model.noun import noun
from treatywatch.model.passage import Ground
from treatywatch.model.regime import Standing, Step
from treatywatch.model.vocabulary import EventKind, Operation, StandingKind
from treatywatch.regime import grounds
from treatywatch.regime.folding import Row
from treatywatch.regime.notices import Notice
from treatywatch.regime.readings import contested_by, disputants, doubters
from treatywatch.regime.terms import term

_LIVE = (StandingKind.PARTY, StandingKind.WITHDRAWING, StandingKind.CONTESTED, StandingKind.PARTICIPANT)


@noun(frozen=True, slots=True)
class Asked:
    """The question behind every row: the treaty and its acts as known, the notices that run, the days, and the last day of knowledge."""

    treaty: Treaty
    acts: tuple[Act, ...]
    running: tuple[Notice, ...]
    on: date
    known: date | None
    horizon: date | None


def standing(row: Row, asked: Asked) -> Standing:
    """One row of the answer."""
    treaty, running, on, known, horizon = asked.treaty, asked.running, asked.on, asked.known, asked.horizon
    side = treaty.side_of(row.actor)
    own = [notice for notice in running if row.actor in notice.actors]
    disputed = (
        *disputants(row.suspensions, row.actor, on, known),
        *disputants(row.disputed, row.actor, on, known),
        *contested_by(treaty, row.actor, row.standing, min(on, known or on)),
        *doubters(treaty, row.disputed, row.standing, on),
    )
    return Standing(
        id=grounds.answer_id("standing", treaty.id, row.actor, on=on, known=known),
        actor=row.actor,
        side=side.id if side else None,
        standing=StandingKind(row.standing),
        operation=Operation(row.operation),
        toward=row.toward,
        since=row.since,
        until=_until(treaty, row.actor, running, asked.acts, on) if row.standing in _LIVE else None,
        disputed_by=tuple(dict.fromkeys(disputed)),
        projected=row.projected or row.operation_projected or (bool(own) and horizon is not None and on > horizon),
        grounds=_row_grounds(treaty, row, on, known),
        operation_since=row.operation_since,
        disavowed=row.disavowed,
        steps=tuple(row.steps),
    )


def _until(treaty: Treaty, actor: str, running: tuple[Notice, ...], acts: tuple[Act, ...], on: date) -> date | None:
    """The first day on which a running clock would end the actor's standing: its own notice, one that ends all, or the term."""
    days = [one.due for one in running if one.due is not None and (one.ends_all or actor in one.actors)]
    limited = term(treaty, acts, on)
    if limited is not None and limited.due > on:
        days.append(limited.due)
    return min(days, default=None)


def _row_grounds(treaty: Treaty, row: Row, on: date, known: date | None) -> tuple[Ground, ...]:
    """The grounds of the last change of standing, of the operation, and of the views on a suspension."""
    latest = {step.aspect: step.day for step in row.steps if step.before != step.after}
    told = [
        ground
        for step in row.steps
        if step.day == latest.get(step.aspect) or _bears_on_operation(step)
        for ground in step.grounds
    ]
    views = [
        grounds.of_view(treaty, act, view)
        for act in (*row.suspensions, *row.disputed)
        for view in act.views
        if view.since.latest <= min(on, known or on)
    ]
    return grounds.distinct((*told, *views))


def _bears_on_operation(step: Step) -> bool:
    return step.kind in (EventKind.SUSPEND, EventKind.RESUME, EventKind.COUNTER_MEASURE, EventKind.UNSIGN)
