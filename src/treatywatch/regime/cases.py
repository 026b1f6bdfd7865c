"""Running cases: where the program's answer differs from the lawyer's."""

from __future__ import annotations

from collections.abc import Iterator

from treatywatch.model.case import Case, DeadlineCase, ExpectedClock, ExpectedRow, LimitCase, ReckonCase, StatusCase
from treatywatch.model.law import Treaty
from treatywatch.model.regime import RegimeState, Standing
from treatywatch.model.system import Claim, System
from treatywatch.regime.deadlines import calendar
from treatywatch.regime.evaluation import evaluate, row_of
from treatywatch.regime.limits import classes_of
from treatywatch.regime.reckoning import reckon


def judge(treaty: Treaty, case: Case) -> tuple[str, ...]:
    """Every difference between the program's answer and the case, as *field: found X, expected Y*; empty where they agree."""
    if isinstance(case, StatusCase):
        return tuple(_status(treaty, case))
    if isinstance(case, ReckonCase):
        return tuple(_reckon(treaty, case))
    if isinstance(case, LimitCase):
        return tuple(_limit(treaty, case))
    return tuple(_deadline(treaty, case))


def _differs(field: str, found: object, expected: object) -> Iterator[str]:
    if found != expected:
        yield f"{field}: found {found}, expected {expected}"


def _status(treaty: Treaty, case: StatusCase) -> Iterator[str]:
    state = evaluate(treaty, (), case.on, case.known)
    yield from _differs("phase", state.phase.value, case.phase.value)
    yield from _differs("projected", state.projected, case.projected)
    for row in case.rows:
        yield from _row(row_of(state, treaty, row.actor), row)
    if case.clocks is not None:
        yield from _clocks(state, case.clocks)
    if case.never_in_force is not None:
        yield from _differs("never_in_force", state.never_in_force, case.never_in_force)
    if case.observed_by is not None:
        yield from _differs("observed_by", sorted(_observers(state)), sorted(case.observed_by))
    holders = {reading.holder for reading in state.readings}
    for holder in case.held_by:
        if holder not in holders:
            yield f"readings: found {sorted(holders)}, expected one of {holder}"


def _observers(state: RegimeState) -> set[str]:
    return {actor for one in state.observed for actor in one.actors}


def _row(found: Standing, row: ExpectedRow) -> Iterator[str]:
    yield from _differs(f"{row.actor} standing", found.standing.value, row.standing.value)
    for field in ("operation", "since", "until", "projected", "disputed_by"):
        expected = getattr(row, field)
        if expected is not None:
            yield from _differs(f"{row.actor} {field}", getattr(found, field), expected)


def _clocks(state: RegimeState, expected: tuple[ExpectedClock, ...]) -> Iterator[str]:
    """Notices have an act and terms an expiry; dated duties are asked about as deadlines."""
    running = [clock for clock in state.clocks if clock.act is not None or ":term" in clock.id]
    yield from _differs(
        "clocks",
        sorted((clock.actor or "", clock.due) for clock in running if clock.due),
        sorted((clock.actor or "", clock.due) for clock in expected),
    )
    for clock in expected:
        told = " ".join(str(stop) for one in running if one.due == clock.due for stop in one.stops_if)
        for words in clock.stopped_by:
            if words not in told:
                yield f"clock to {clock.due}: found {told!r}, expected {words!r} among what would stop it"


def _reckon(treaty: Treaty, case: ReckonCase) -> Iterator[str]:
    answer = reckon(treaty, case.act, case.day, case.actor)
    yield from _differs("effective", answer.effective, case.effective)
    if case.candidates is not None:
        yield from _differs("candidates", tuple(one.effective for one in answer.candidates), case.candidates)
    if case.article is not None:
        yield from _differs("article", answer.article, case.article)
    told = "; ".join(answer.conditions)
    if case.condition is not None and case.condition not in told:
        yield f"conditions: found {told!r}, expected {case.condition!r} among them"


def _deadline(treaty: Treaty, case: DeadlineCase) -> Iterator[str]:
    found = next((row for row in calendar(treaty, (), case.on) if row.id == case.deadline), None)
    if found is None:
        yield f"deadline: found none of the id {case.deadline}, expected one due {case.due}"
        return
    yield from _differs("due", found.due, case.due)
    yield from _differs("state", found.state.value, case.state.value)
    if case.last_day is not None:
        yield from _differs("last_day", found.last_day, case.last_day)


def _limit(treaty: Treaty, case: LimitCase) -> Iterator[str]:
    claim = Claim(
        attribute="range",
        by="the case",
        source=case.source,
        verified=case.verified,
        low=case.low,
        high=case.high,
        unit=case.unit,
        exclusive=case.exclusive,
    )
    weapon = System(id="case", name=case.name, type=case.type, owner="case", launch_mode=case.launch, claims=(claim,))
    answers = classes_of(treaty, weapon)
    if not answers:
        yield f"classes: found no class by range in {treaty.id}, expected {', '.join(case.classes) or 'some'}"
        return
    yield from _differs("fit", answers[0].fit.value, case.fit.value)
    yield from _differs("classes", answers[0].classes, case.classes)
    if case.banned_by is not None:
        yield from _differs("banned_by", answers[0].banned_by, case.banned_by)
