"""Snapbacks on their way: from the notification to the day on which, unless it is stopped, what had ended applies again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from treatywatch.model.clause import Snapback
from treatywatch.model.law import Act, Treaty
from treatywatch.model.noun import noun
from treatywatch.model.regime import Deadline, DeadlineState
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import grounds
from treatywatch.regime.notices import counted_ways, start_day


@noun(frozen=True, slots=True)
class Notified:
    """A snapback that was notified on `starts`. `due`: the day that the clause's own counting gives, first of the `candidates`."""

    act: Act
    clause: Snapback
    starts: date
    due: date
    candidates: tuple[date, ...]


def notified(treaty: Treaty, acts: tuple[Act, ...], on: date) -> Iterator[Notified]:
    """The snapbacks notified by the day; whether they are valid is told with the views of them, and not decided."""
    clause = next((one for one in treaty.clauses if isinstance(one, Snapback)), None)
    if clause is None:
        return
    for act in acts:
        starts = start_day(act, clause.starts) if act.kind is EventKind.SNAPBACK else None
        if starts is not None and starts <= on:
            others = (end for way in counted_ways(clause) for end in way.period.ends(starts))
            days = tuple(dict.fromkeys((*clause.period.ends(starts), *others)))
            yield Notified(act, clause, starts, days[0], days)


def snapback_deadlines(treaty: Treaty, acts: tuple[Act, ...], on: date, known: date | None) -> Iterator[Deadline]:
    """The calendar's rows of snapbacks, with who does not accept them."""
    for one in notified(treaty, acts, on):
        by = min(on, known or on)
        doubts = [view for view in one.act.views if not view.accepts and view.since.latest <= by]
        told = [grounds.of_clause(treaty, one.clause, one.act), grounds.of_act(treaty, one.act)]
        told += [grounds.of_view(treaty, one.act, view) for view in doubts]
        actors = one.act.actors
        yield Deadline(
            id=grounds.answer_id("deadline", treaty.id, one.clause.article, one.act.id),
            due=one.due,
            what=f"unless stopped, back in force: {one.clause.restores}",
            treaty=treaty.id,
            actor=actors[0] if len(actors) == 1 else None,
            state=DeadlineState.RUNNING if on < one.due else DeadlineState.PAST,
            grounds=tuple(told),
            edge="from",
            note="; ".join(f"{view.holder} holds: {view.says}" for view in doubts) or None,
            clause=grounds.clause_id(treaty, one.clause),
        )
