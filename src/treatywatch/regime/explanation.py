"""Why: from any answer back to the acts, the articles and the sources that it rests on, as a tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from treatywatch.dates import parse_exact
from treatywatch.errors import DayError, UnknownName
from treatywatch.model.clause import Clause
from treatywatch.model.clause_parts import Start
from treatywatch.model.law import Act, Treaty
from treatywatch.model.passage import Ground
from treatywatch.model.regime import Clock, Deadline, Observed, Reading, Reason, RegimeState, Standing, Step
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import grounds
from treatywatch.regime.days import knowledge, remembered
from treatywatch.regime.deadlines import calendar
from treatywatch.regime.evaluation import evaluate, row_of
from treatywatch.regime.terms import term

KINDS = ("status", "standing", "clock", "reading", "observance", "deadline", "act", "clause", "step")
"""The kinds of id that the law can explain."""


def treaty_of(id: str) -> str | None:
    """The treaty that an id speaks of, or None where it is none of ours (`clause:vclt:65` is of every treaty)."""
    parts = id.split(":")
    return parts[1] if len(parts) > 1 and parts[0] in KINDS else None


def explain(treaty: Treaty, state: RegimeState | None, id: str) -> Reason:
    """The tree of reasons behind `id`. Without `state`, a computed id's own question (`on`, `known`) is evaluated.

    Raises UnknownName for an id that names nothing here.
    """
    kind = id.split(":", 1)[0]
    if kind == "act":
        return _act(treaty, _find_act(treaty, id))
    if kind == "clause":
        return _clause(treaty, _find_clause(treaty, id)) if _clauses(treaty, id) else _article(treaty, id)
    if kind == "deadline":
        return _deadline(treaty, _find_deadline(treaty, state, id))
    if kind in ("status", "standing", "clock", "reading", "observance", "step"):
        return _computed(treaty, state or _evaluated(treaty, id), id)
    raise _unknown(id)


def _unknown(id: str) -> UnknownName:
    return UnknownName(f"why: found {id!r}, expected the id of an answer, an act or a clause; copy one from an answer")


def _evaluated(treaty: Treaty, id: str) -> RegimeState:
    """The state that a computed id asks for."""
    days: list[date] = []
    for part in reversed(id.split(":")):
        try:
            days.append(parse_exact(part))
        except DayError:
            break
    if not days:
        raise _unknown(id)
    on, known = (days[0], None) if len(days) == 1 else (days[1], days[0])
    return evaluate(treaty, (), on, known)


def _computed(treaty: Treaty, state: RegimeState, id: str) -> Reason:
    """The node of an answer of this state, found by its id."""
    if id == state.id:
        return _state(treaty, state)
    kind = id.split(":", 1)[0]
    if kind == "standing" and (row := next((one for one in state.participants if one.id == id), None)):
        return _standing(treaty, row, state)
    if kind == "clock" and (clock := next((one for one in state.clocks if one.id == id), None)):
        return _clock(treaty, clock)
    if kind == "reading" and (reading := next((one for one in state.readings if one.id == id), None)):
        return _reading(reading)
    if kind == "step" and (step := next((one for one in _steps(state) if one.id == id), None)):
        return _step(treaty, step)
    if kind == "observance" and (told := next((one for one in state.observed if one.id == id), None)):
        return _observed(told)
    parts = id.split(":")
    if kind == "standing" and len(parts) > 2:
        return _standing(treaty, row_of(state, treaty, parts[2]), state)
    raise _unknown(id)


def _steps(state: RegimeState) -> Iterator[Step]:
    yield from state.steps
    for row in state.participants:
        yield from row.steps


# --- Nodes -----------------------------------------------------------------------------------------------------------


def _state(treaty: Treaty, state: RegimeState) -> Reason:
    since = f" since {state.phase_since.isoformat()}" if state.phase_since else ""
    because = [_step(treaty, step) for step in state.steps if step.day == state.phase_since]
    because += _prolonged(treaty, state)
    because += [_standing(treaty, row, state) for row in state.participants]
    because += [_clock(treaty, clock) for clock in state.clocks]
    because += [_reading(reading) for reading in state.readings]
    because += [_observed(one) for one in state.observed]
    projected = ", projected: a clock is carried forward" if state.projected else ""
    return Reason(state.id, f"{treaty.short}: {state.phase.value}{since}{projected}", state.grounds, tuple(because))


def _standing(treaty: Treaty, row: Standing, state: RegimeState) -> Reason:
    since = f" since {row.since.isoformat()}" if row.since else ""
    until = f" until {row.until.isoformat()}" if row.until else ""
    disputed = f", disputed by {', '.join(row.disputed_by)}" if row.disputed_by else ""
    projected = ", projected" if row.projected else ""
    notes = "; ".join(ground.note for ground in row.grounds if ground.note and not row.steps)
    says = f"{row.actor}: {row.standing.value}{since}{until}; operation {row.operation.value}{disputed}{projected}"
    says += f"; {notes}" if notes else ""
    prolonged = _prolonged(treaty, state) if row.steps else ()
    return Reason(row.id, says, row.grounds, (*(_step(treaty, step) for step in row.steps), *prolonged))


def _prolonged(treaty: Treaty, state: RegimeState) -> tuple[Reason, ...]:
    """The acts by which the treaty's own term was extended by the day of the state: without them it would be over sooner."""
    told, acts = knowledge(treaty, state.known)
    lasting = term(told, acts, state.on)
    return tuple(_act(treaty, act) for act in lasting.extensions) if lasting else ()


def _step(treaty: Treaty, step: Step) -> Reason:
    change = f"{step.aspect} {step.before}" + (f" → {step.after}" if step.after != step.before else " stays")
    says = f"{step.day.isoformat()}, {step.kind.value}: {change}; {step.says}"
    because: list[Reason] = []
    if step.act is not None:
        because.append(_act(treaty, _find_act(treaty, step.act)))
    if step.clause is not None:
        because.append(_clause(treaty, _find_clause(treaty, step.clause)))
    return Reason(step.id, says, step.grounds, tuple(because))


def _clock(treaty: Treaty, clock: Clock) -> Reason:
    due = clock.due.isoformat() if clock.due else " or ".join(day.isoformat() for day in clock.candidates)
    because: list[Reason] = []
    if clock.act is not None:
        because.append(_act(treaty, _find_act(treaty, clock.act)))
    if clock.clause is not None:
        because.append(_clause(treaty, _find_clause(treaty, clock.clause)))
    because += [
        Reason(f"{clock.id}:stop:{count}", f"would stop it: {stop.says}", (stop.ground,))
        for count, stop in enumerate(clock.stops_if, 1)
    ]
    return Reason(clock.id, f"{clock.what} on {due}", clock.grounds, tuple(because))


def _reading(reading: Reading) -> Reason:
    return Reason(reading.id, f"{reading.holder} holds: {reading.says}", reading.grounds)


def _observed(row: Observed) -> Reason:
    return Reason(row.id, f"observed by {', '.join(row.actors)} without being bound: {row.says}", row.grounds)


def _deadline(treaty: Treaty, row: Deadline) -> Reason:
    last = f" (last full day {row.last_day.isoformat()})" if row.last_day else ""
    note = f"; {row.note}" if row.note else ""
    because = [_clause(treaty, _find_clause(treaty, row.clause))] if row.clause else []
    acts = [ground.act for ground in row.grounds if ground.act]
    starts = {rule.starts for clause in _clauses(treaty, row.clause) for rule in clause.clocks}
    if Start.ENTRY_INTO_FORCE in starts:
        acts += [grounds.act_id(treaty, act) for act in treaty.acts if act.kind is EventKind.ENTER_INTO_FORCE]
    because += [_act(treaty, _find_act(treaty, act)) for act in dict.fromkeys(acts)]
    return Reason(
        row.id,
        f"{row.what}, {row.edge} {row.due.isoformat()}{last}: {row.state.value}{note}",
        row.grounds,
        tuple(because),
    )


def _act(treaty: Treaty, act: Act) -> Reason:
    """An act, with its four days, because of the articles that it invokes and beside the views of it."""
    told = ("announced", "notified", "received", "effective")
    days = ", ".join(f"{name} {day}" for name in told if (day := getattr(act, name)) is not None)
    invoked = [clause for article in act.invokes for clause in _articles(treaty, article)]
    identity = grounds.act_id(treaty, act)
    views = [
        Reason(
            f"{identity}:view:{view.holder}", f"{view.holder} holds: {view.says}", (grounds.of_view(treaty, act, view),)
        )
        for view in act.views
    ]
    return Reason(
        identity,
        f"{act.says} ({days})",
        (grounds.of_act(treaty, act),),
        (*(_clause(treaty, one) for one in invoked), *views),
    )


def _clause(treaty: Treaty, clause: Clause) -> Reason:
    read = "" if clause.verified else " [unverified]"
    return Reason(
        grounds.clause_id(treaty, clause), f"{clause.article}: {clause.says}{read}", (_clause_ground(treaty, clause),)
    )


def _article(treaty: Treaty, id: str) -> Reason:
    """An article that carries several clauses, by its own id."""
    found = _articles(treaty, id.removeprefix(f"clause:{treaty.id}:"))
    if not found:
        raise _unknown(id)
    told = tuple(_clause(treaty, clause) for clause in found)
    return Reason(id, f"{found[0].article} of the {treaty.short}", tuple(one.grounds[0] for one in told), told)


def _clause_ground(treaty: Treaty, clause: Clause) -> Ground:
    return grounds.of_clause(treaty, clause)


# --- Finding ---------------------------------------------------------------------------------------------------------


def _find_act(treaty: Treaty, id: str) -> Act:
    found = _acts_by_id(treaty, treaty.acts).get(id)
    if found is None:
        raise _unknown(id)
    return found


def _find_clause(treaty: Treaty, id: str) -> Clause:
    found = _clauses(treaty, id)
    if not found:
        raise _unknown(id)
    return found[0]


def _clauses(treaty: Treaty, id: str | None) -> tuple[Clause, ...]:
    return _clauses_by_id(treaty, treaty.acts).get(id or "", ())


@remembered
def _acts_by_id(treaty: Treaty, acts: tuple[Act, ...]) -> Mapping[str, Act]:
    return {grounds.act_id(treaty, act): act for act in reversed(acts)}


@remembered
def _clauses_by_id(treaty: Treaty, acts: tuple[Act, ...]) -> Mapping[str, tuple[Clause, ...]]:
    found: dict[str, tuple[Clause, ...]] = {}
    for clause in (*treaty.clauses, *(treaty.general.clauses if treaty.general else ())):
        id = grounds.clause_id(treaty, clause)
        found[id] = (*found.get(id, ()), clause)
    return found


def _articles(treaty: Treaty, article: str) -> tuple[Clause, ...]:
    general = treaty.general.clauses if treaty.general else ()
    return tuple(clause for clause in (*treaty.clauses, *general) if clause.article == article)


def _find_deadline(treaty: Treaty, state: RegimeState | None, id: str) -> Deadline:
    """A deadline, on the day of the state, or else once all is known."""
    on, known = (state.on, state.known) if state else (date.max.replace(year=2100), None)
    found = next((row for row in calendar(treaty, (), on, known) if row.id == id), None)
    if found is None:
        raise _unknown(id)
    return found
