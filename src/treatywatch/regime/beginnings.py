"""Entry into force on its way: the clock and the calendar's row of the treaty, and of each state whose own waiting time runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from treatywatch.model.clause import EntryIntoForce
from treatywatch.model.law import Act, Treaty
from treatywatch.model.noun import noun
from treatywatch.model.passage import Ground
from treatywatch.model.regime import Clock, Deadline, DeadlineState
from treatywatch.regime import grounds
from treatywatch.regime.days import day_of
from treatywatch.regime.entering import Entry, bound_days, entry_of


@noun(frozen=True, slots=True)
class Beginning:
    """An entry into force that a deposit has set going: of the treaty, or for one `actor`."""

    name: str
    what: str
    actor: str | None
    clause: EntryIntoForce
    act: Act
    starts: date
    due: date
    settled: Act | None


def beginnings(treaty: Treaty, acts: tuple[Act, ...], on: date) -> Iterator[Beginning]:
    """The treaty's own entry into force, once the last needed deposit is there; and those of late joiners that are still to come."""
    entry = entry_of(treaty, acts)
    if entry is None or entry.day is None:
        return
    yield from _of_treaty(entry, on)
    for one in bound_days(treaty, acts):
        if one.day <= on or one.day == entry.day:
            continue
        starts = day_of(one.act)
        if starts is not None and starts <= on:
            what = "the treaty enters into force for it"
            yield Beginning(f"entry:{one.actor}", what, one.actor, entry.clause, one.act, starts, one.day, None)


def _of_treaty(entry: Entry, on: date) -> Iterator[Beginning]:
    if entry.by is None or entry.reached is None or entry.day is None or on < entry.reached:
        return
    yield Beginning(
        "entry", "the treaty enters into force", None, entry.clause, entry.by, entry.reached, entry.day, entry.act
    )


def _grounds(treaty: Treaty, one: Beginning) -> tuple[Ground, ...]:
    told = [grounds.of_clause(treaty, one.clause), grounds.of_act(treaty, one.act)]
    return (*told, grounds.of_act(treaty, one.settled)) if one.settled else tuple(told)


def entry_clocks(treaty: Treaty, acts: tuple[Act, ...], on: date, known: date | None) -> Iterator[Clock]:
    """The clocks to an entry into force that run on the day."""
    for one in beginnings(treaty, acts, on):
        if on < one.due:
            yield Clock(
                id=grounds.answer_id("clock", treaty.id, one.clause.article, *one.name.split(":"), on=on, known=known),
                what=one.what,
                actor=one.actor,
                due=one.due,
                stops_if=(),
                grounds=_grounds(treaty, one),
                starts=one.starts,
                clause=grounds.clause_id(treaty, one.clause),
            )


def entry_deadlines(treaty: Treaty, acts: tuple[Act, ...], on: date) -> Iterator[Deadline]:
    """The calendar's rows of entry into force: the treaty's, and the late joiners' that are still to come."""
    for one in beginnings(treaty, acts, on):
        yield Deadline(
            id=grounds.answer_id("deadline", treaty.id, one.clause.article, *one.name.split(":")),
            due=one.due,
            what=one.what,
            treaty=treaty.id,
            actor=one.actor,
            state=DeadlineState.RUNNING if on < one.due else DeadlineState.MET,
            grounds=_grounds(treaty, one),
            edge="from",
            clause=grounds.clause_id(treaty, one.clause),
        )
