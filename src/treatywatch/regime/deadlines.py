"""Deadlines from the clauses' clocks: past, running, stopped or met on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from treatywatch.model.clause import Clause
from treatywatch.model.clause_parts import ClockRule, Edge, Start
from treatywatch.model.law import Act, Treaty
from treatywatch.model.noun import noun
from treatywatch.model.passage import Ground
from treatywatch.model.regime import Deadline, DeadlineState
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import grounds
from treatywatch.regime.beginnings import entry_deadlines
from treatywatch.regime.days import as_known, day_of, knowledge, public_acts
from treatywatch.regime.effects import effects
from treatywatch.regime.ends import end_deadlines
from treatywatch.regime.entering import bound_since
from treatywatch.regime.notices import notices
from treatywatch.regime.snapbacks import snapback_deadlines
from treatywatch.regime.terms import in_force_day, term

_FURTHEST = 400
"""More intervals than any treaty has had: 200 years of half-years. Keeps a faulty file from looping."""


@noun(frozen=True, slots=True)
class Row:
    """One deadline before it is dressed as an answer."""

    id: str
    clause: Clause
    rule: ClockRule
    starts: date
    due: date
    recurs: bool
    state: DeadlineState
    met_by: tuple[Act, ...] = ()
    names: tuple[str, ...] = ()
    actor: str | None = None
    act: Act | None = None
    says: str | None = None


@noun(frozen=True, slots=True)
class _Begin:
    """What starts a clock: on which day, and of what is for each party or each notice, of which (`name`), and of whom."""

    day: date
    name: str | None = None
    actor: str | None = None
    ends: date | None = None
    act: Act | None = None


def calendar(
    treaty: Treaty,
    acts: Iterable[Act],
    on: date,
    known: date | None = None,
    since: date | None = None,
    until: date | None = None,
) -> tuple[Deadline, ...]:
    """The treaty's deadlines due in `[since, until]` (open: all), with their state on `on`, by due day."""
    treaty, counted = _as_known(treaty, acts, known)
    found = [_deadline(treaty, row, min(on, known or on)) for row in deadlines(treaty, counted, on, until)]
    found += end_deadlines(treaty, counted, on)
    found += entry_deadlines(treaty, counted, on)
    found += snapback_deadlines(treaty, counted, on, known)
    low, high = since or date.min, until or date.max
    asked = sorted((row for row in found if low <= row.due <= high), key=lambda row: (row.due, row.id))
    return tuple(replace(row, coverage=treaty.coverage) for row in asked) if treaty.coverage else tuple(asked)


def _as_known(treaty: Treaty, acts: Iterable[Act], known: date | None) -> tuple[Treaty, tuple[Act, ...]]:
    """The treaty and the acts that count; of the treaty's own acts alone, those that other questions share."""
    if acts is treaty.acts:
        return knowledge(treaty, known)
    return as_known(treaty, known), public_acts(treaty, acts, known)


def deadlines(
    treaty: Treaty, acts: tuple[Act, ...], on: date, until: date | None = None, each: bool = True
) -> Iterator[Row]:
    """Every dated consequence of every clause; of what recurs all up to a year from now, or to `until`, or to the treaty's end.

    Without `each` those are left out that run for every party from its own entry into force.
    """
    ended = _end(treaty, acts)
    furthest = min(max(on + timedelta(days=366), until or on), ended or date.max)
    for clause in treaty.clauses:
        for rule in clause.clocks:
            if rule.starts is Start.OWN_ENTRY and not each:
                continue
            for begin in _begins(rule.starts, treaty, acts):
                if begin.day <= on and rule.held:
                    yield from _gatherings(treaty, acts, clause, rule, begin, on, ended)
                elif begin.day <= on:
                    for due in _dues(rule, begin.day, furthest):
                        yield _row(treaty, acts, clause, rule, begin, due, on, ended)


def _gatherings(
    treaty: Treaty, acts: tuple[Act, ...], clause: Clause, rule: ClockRule, begin: _Begin, on: date, ended: date | None
) -> Iterator[Row]:
    """What recurs on days that only the parties fix: each time that it was held, and from when it falls due again."""
    held = sorted(
        ((day, act) for act in acts if act.id in rule.held and (day := day_of(act)) is not None and day <= on),
        key=lambda one: one[0],
    )
    for day, act in held:
        names = (rule.id, act.id)
        identity = grounds.answer_id("deadline", treaty.id, clause.article, *names)
        yield Row(
            identity, clause, rule, begin.day, day, True, DeadlineState.MET, (act,), names, begin.actor, act, act.says
        )
    if rule.every is None:
        return
    due = rule.every.ends(held[-1][0])[0] if held else rule.period.ends(begin.day)[0]
    names = (rule.id, f"after-{held[-1][1].id}" if held else "first")
    identity = grounds.answer_id("deadline", treaty.id, clause.article, *names)
    yield Row(identity, clause, rule, begin.day, due, True, _state(rule, due, on, ended, False), (), names, begin.actor)


def _begins(starts: Start, treaty: Treaty, acts: tuple[Act, ...]) -> Iterator[_Begin]:
    """Everything that starts a clock of this kind."""
    if starts is Start.OWN_ENTRY:
        exits = _exits(treaty, acts)
        for actor, day in bound_since(treaty, acts).items():
            yield _Begin(day, actor, actor, exits.get(actor))
    elif starts in (Start.NOTICE, Start.RECEIPT):
        for notice in notices(treaty, acts):
            yield _Begin(notice.starts, notice.name, notice.actor, act=notice.act)
    else:
        first = _start(starts, treaty, acts)
        if first is not None:
            yield _Begin(first)


def _exits(treaty: Treaty, acts: tuple[Act, ...]) -> Mapping[str, date]:
    """From when each leaver is bound no more."""
    found: dict[str, date] = {}
    for notice in notices(treaty, acts):
        if notice.due is not None and notice.stopped_by is None:
            found.update(dict.fromkeys(notice.actors, notice.due))
    return found


def _start(starts: Start, treaty: Treaty, acts: tuple[Act, ...]) -> date | None:
    if starts is Start.ENTRY_INTO_FORCE:
        return in_force_day(treaty, acts)
    if starts is Start.SIGNATURE:
        return min((day for act in acts if act.kind is EventKind.SIGN and (day := day_of(act))), default=None)
    if starts is Start.OPENING:
        opened = (day for act in acts if act.kind is EventKind.OPEN_FOR_SIGNATURE and (day := day_of(act)))
        return min(opened, default=None)
    if starts is Start.EXPIRY:
        limited = term(treaty, acts)
        return limited.due if limited else None
    return None


def _dues(rule: ClockRule, starts: date, horizon: date) -> Iterator[date]:
    """The due day; of what recurs all up to `horizon`."""
    first = rule.day.latest if rule.day is not None else rule.period.ends(starts)[0]
    if rule.every is None:
        yield first
        return
    begins = first
    for _ in range(_FURTHEST):
        following = rule.every.ends(begins)[0]
        due = rule.closes.ends(following - timedelta(days=1))[0] if rule.closes else begins
        if due > horizon:
            return
        yield due
        begins = following


def _end(treaty: Treaty, acts: tuple[Act, ...]) -> date | None:
    """The day on which the treaty ends, by an act or by a clock."""
    kinds = (EventKind.TERMINATE, EventKind.EXPIRE, EventKind.SUPERSEDE)
    return min((effect.day for effect in effects(treaty, acts, None) if effect.kind in kinds), default=None)


def _row(
    treaty: Treaty,
    acts: tuple[Act, ...],
    clause: Clause,
    rule: ClockRule,
    begin: _Begin,
    due: date,
    on: date,
    ended: date | None,
) -> Row:
    met = _met(rule, acts, begin.day, min(due, on)) if rule.met_by else ()
    over = min((day for day in (ended, begin.ends) if day is not None), default=None)
    state = _state(rule, due, on, over, _is_met(rule, met, begin))
    names = (rule.id, *([begin.name] if begin.name else []), *([due.isoformat()] if rule.every else []))
    identity = grounds.answer_id("deadline", treaty.id, clause.article, *names)
    return Row(
        identity, clause, rule, begin.day, due, rule.every is not None, state, met, names, begin.actor, begin.act
    )


def _met(rule: ClockRule, acts: Iterable[Act], since: date, by: date) -> tuple[Act, ...]:
    """The acts that met the duty between the start of its clock and a day."""
    return tuple(
        act for act in acts if act.id in rule.met_by and (day := day_of(act)) is not None and since <= day <= by
    )


def _is_met(rule: ClockRule, met: tuple[Act, ...], begin: _Begin) -> bool:
    """Met where every act that the rule names is done in time; of a duty that each notice starts anew one of them is enough."""
    return bool(met) and (begin.act is not None or len(met) == len(rule.met_by))


def _state(rule: ClockRule, due: date, on: date, ended: date | None, met: bool) -> DeadlineState:
    """Met where every act that the rule names is done in time; stopped where the treaty ended first."""
    if met:
        return DeadlineState.MET
    if ended is not None and ended < due and ended <= on:
        return DeadlineState.STOPPED
    return DeadlineState.RUNNING if on < due else DeadlineState.PAST


def _deadline(treaty: Treaty, row: Row, by: date) -> Deadline:
    told: list[Ground] = [grounds.of_clause(treaty, row.clause), *(grounds.of_act(treaty, act) for act in row.met_by)]
    doubts = [(act, view) for act in row.met_by for view in act.views if not view.accepts and view.since.latest <= by]
    told += [grounds.of_view(treaty, act, view) for act, view in doubts]
    notes = [row.rule.note, *(f"{view.holder} holds: {view.says}" for _, view in doubts)]
    last = row.due - timedelta(days=1) if row.rule.edge is Edge.UNTIL else None
    if row.rule.last_day is not None:
        last = row.rule.last_day.latest
    return Deadline(
        id=row.id,
        due=row.due,
        what=row.says or row.rule.says,
        treaty=treaty.id,
        actor=row.actor or (row.clause.binds[0] if len(row.clause.binds) == 1 else None),
        state=row.state,
        grounds=tuple(told),
        edge=row.rule.edge.value,
        last_day=last,
        note="; ".join(note for note in notes if note) or None,
        clause=grounds.clause_id(treaty, row.clause),
    )
