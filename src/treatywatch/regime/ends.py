"""The calendar's rows for the treaty's own end: notices that run out, the term, and the option to extend it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from treatywatch.model.clause import Extension
from treatywatch.model.law import Act, Treaty
from treatywatch.model.regime import Deadline, DeadlineState
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import grounds
from treatywatch.regime.days import day_of
from treatywatch.regime.effects import effects
from treatywatch.regime.notices import Notice, notices
from treatywatch.regime.terms import term

_ENDS = (EventKind.TERMINATE, EventKind.EXPIRE, EventKind.SUPERSEDE)


def end_deadlines(treaty: Treaty, acts: tuple[Act, ...], on: date) -> Iterator[Deadline]:
    """What ends the treaty, or leaves it, by the running of a clock."""
    for notice in notices(treaty, acts):
        if notice.starts <= on:
            yield _of_notice(treaty, notice, on)
    yield from _of_term(treaty, acts, on)


def _of_notice(treaty: Treaty, notice: Notice, on: date) -> Deadline:
    due = notice.due or notice.candidates[0]
    waits = notice.held is not None and notice.due is None
    stopped = notice.stopped_by is not None and (day_of(notice.stopped_by) or date.max) <= on
    state = DeadlineState.STOPPED if stopped else DeadlineState.RUNNING if on < due or waits else DeadlineState.PAST
    told = [grounds.of_clause(treaty, notice.clause, notice.act), grounds.of_act(treaty, notice.act)]
    if notice.stopped_by is not None and stopped:
        told.append(grounds.of_act(treaty, notice.stopped_by))
    return Deadline(
        id=grounds.answer_id("deadline", treaty.id, notice.clause.article, *notice.name.split(":")),
        due=due,
        what="withdrawal takes effect",
        treaty=treaty.id,
        actor=notice.actor,
        state=state,
        grounds=tuple(told),
        edge="from",
        note=f"held back: {notice.held.says}" if notice.held else None,
        clause=grounds.clause_id(treaty, notice.clause),
    )


def _of_term(treaty: Treaty, acts: tuple[Act, ...], on: date) -> Iterator[Deadline]:
    """Each expiry that ever stood, the replaced ones as stopped, each with the option to extend that ran until it."""
    limited = term(treaty, acts, on)
    if limited is None or on < limited.starts:
        return
    option = next((clause for clause in treaty.clauses if isinstance(clause, Extension)), None)
    dues = _expiries(treaty, acts, on)
    ended = min((one.day for one in effects(treaty, acts, None) if one.kind in _ENDS and one.day <= on), default=None)
    for index, (due, replaced_by) in enumerate(dues):
        state = DeadlineState.STOPPED if replaced_by or (ended and ended < due) else None
        state = state or (DeadlineState.RUNNING if on < due else DeadlineState.PAST)
        told = [
            grounds.of_clause(treaty, limited.clause),
            *([grounds.of_act(treaty, replaced_by)] if replaced_by else []),
        ]
        identity = grounds.answer_id("deadline", treaty.id, limited.clause.article, "term", due.isoformat())
        note = "replaced by an extension" if replaced_by else None
        yield Deadline(
            identity, due, "the treaty expires", treaty.id, None, state, tuple(told), "until", due - timedelta(days=1),
            note, grounds.clause_id(treaty, limited.clause),
        )  # fmt: skip
        if option is not None and (option.times is None or index < option.times):
            yield _option(treaty, option, due, replaced_by, state)


def _expiries(treaty: Treaty, acts: tuple[Act, ...], on: date) -> list[tuple[date, Act | None]]:
    """Every expiry day up to the present one, with the extension that replaced it."""
    final = term(treaty, acts, on)
    assert final is not None
    without = [act for act in acts if act.kind is not EventKind.EXTEND]
    found: list[tuple[date, Act | None]] = []
    for count, extension in enumerate(final.extensions):
        earlier = term(treaty, (*without, *final.extensions[:count]), on)
        found.append((earlier.due if earlier else final.due, extension))
    return [*found, (final.due, None)]


def _option(treaty: Treaty, option: Extension, due: date, used: Act | None, state: DeadlineState) -> Deadline:
    """The option to extend, open until the expiry that it would replace."""
    told = [grounds.of_clause(treaty, option), *([grounds.of_act(treaty, used)] if used else [])]
    return Deadline(
        id=grounds.answer_id("deadline", treaty.id, option.article, "option", due.isoformat()),
        due=due,
        what="the option to extend ends",
        treaty=treaty.id,
        actor=None,
        state=DeadlineState.MET if used else state,
        grounds=tuple(told),
        edge="until",
        last_day=due - timedelta(days=1),
        note="used" if used else None,
        clause=grounds.clause_id(treaty, option),
    )
