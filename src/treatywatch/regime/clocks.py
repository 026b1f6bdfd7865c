"""The clocks that run on a day: notices, snapbacks, the treaty's term, and dated duties; each with what would stop it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from treatywatch.model.clause import Extension
from treatywatch.model.law import Act, Stop, Treaty
from treatywatch.model.passage import Ground
from treatywatch.model.regime import Clock, DeadlineState, StopCondition
from treatywatch.model.vocabulary import EventKind, Phase
from treatywatch.regime import grounds
from treatywatch.regime.beginnings import entry_clocks
from treatywatch.regime.deadlines import deadlines
from treatywatch.regime.notices import Notice, general_rules, notice_rule
from treatywatch.regime.snapbacks import Notified, notified
from treatywatch.regime.terms import term


def clocks_on(
    treaty: Treaty, acts: tuple[Act, ...], running: tuple[Notice, ...], phase: Phase, on: date, known: date | None
) -> tuple[Clock, ...]:
    """All clocks that run on the day, by due day; once the treaty has ended none does."""
    if phase not in (Phase.NEGOTIATING, Phase.SIGNED, Phase.PROVISIONALLY_APPLIED, Phase.IN_FORCE):
        return ()
    found = list(entry_clocks(treaty, acts, on, known))
    if phase is not Phase.IN_FORCE:
        return tuple(found)
    found += [
        *(_of_notice(treaty, notice, on, known) for notice in running),
        *(_of_snapback(treaty, one, on, known) for one in notified(treaty, acts, on) if on < one.due),
        *_of_term(treaty, acts, on, known),
        *_of_duties(treaty, acts, on, known),
    ]
    return tuple(sorted(found, key=lambda clock: (clock.due or date.max, clock.id)))


def _of_notice(treaty: Treaty, notice: Notice, on: date, known: date | None) -> Clock:
    """A notice of withdrawal that is running out."""
    act = notice.act
    return Clock(
        id=grounds.answer_id("clock", treaty.id, *notice.name.split(":"), on=on, known=known),
        what="withdrawal takes effect" if notice.held is None else f"withdrawal is held back: {notice.held.condition}",
        actor=notice.actor,
        due=notice.due,
        stops_if=_stops(treaty, act),
        grounds=(grounds.of_clause(treaty, notice.clause, act), grounds.of_act(treaty, act)),
        starts=notice.starts,
        candidates=notice.candidates if len(notice.candidates) > 1 else (),
        act=grounds.act_id(treaty, act),
        clause=grounds.clause_id(treaty, notice.clause),
    )


def _of_snapback(treaty: Treaty, one: Notified, on: date, known: date | None) -> Clock:
    """A snapback that was notified and has not taken effect."""
    act = one.act
    return Clock(
        id=grounds.answer_id("clock", treaty.id, act.id, on=on, known=known),
        what=f"unless stopped, back in force: {one.clause.restores}",
        actor=act.actors[0] if len(act.actors) == 1 else None,
        due=one.due,
        stops_if=tuple(_stop(treaty, stop) for stop in act.stops_if),
        grounds=(grounds.of_clause(treaty, one.clause, act), grounds.of_act(treaty, act)),
        starts=one.starts,
        candidates=one.candidates if len(one.candidates) > 1 else (),
        act=grounds.act_id(treaty, act),
        clause=grounds.clause_id(treaty, one.clause),
    )


def _stops(treaty: Treaty, act: Act) -> tuple[StopCondition, ...]:
    """What would stop a notice: what was said of this one, and what the law of treaties says of all."""
    told = [_stop(treaty, stop) for stop in act.stops_if]
    articles = {stop.article for stop in act.stops_if}
    general = [
        StopCondition(rule.says, None, grounds.of_clause(treaty, rule))
        for rule in general_rules(treaty, EventKind.REVOKE_NOTICE)
        if rule.article not in articles
    ]
    return (*general, *told)


def _stop(treaty: Treaty, stop: Stop) -> StopCondition:
    clauses = treaty.general.clauses if treaty.general else ()
    rule = next((one for one in (*treaty.clauses, *clauses) if one.article == stop.article), None)
    ground: Ground = grounds.of_clause(treaty, rule) if rule else grounds.of_sources(treaty, stop)
    return StopCondition(stop.says, stop.holder, ground)


def _of_term(treaty: Treaty, acts: tuple[Act, ...], on: date, known: date | None) -> Iterator[Clock]:
    """The term of a treaty of limited duration."""
    limited = term(treaty, acts, on)
    if limited is None or not limited.starts <= on < limited.due:
        return
    told = [grounds.of_clause(treaty, limited.clause), *(grounds.of_act(treaty, act) for act in limited.extensions)]
    yield Clock(
        id=grounds.answer_id("clock", treaty.id, limited.clause.article, "term", on=on, known=known),
        what="the treaty expires",
        actor=None,
        due=limited.due,
        stops_if=tuple(_term_stops(treaty, len(limited.extensions))),
        grounds=tuple(told),
        starts=limited.starts,
        clause=grounds.clause_id(treaty, limited.clause),
    )


def _term_stops(treaty: Treaty, used: int) -> Iterator[StopCondition]:
    """An extension that is still open; and what would end the treaty before its term."""
    for clause in treaty.clauses:
        if isinstance(clause, Extension) and (clause.times is None or used < clause.times):
            yield StopCondition(clause.says, None, grounds.of_clause(treaty, clause))
    rule = notice_rule(treaty)
    if rule is not None:
        yield StopCondition(f"an earlier end by notice: {rule.says}", None, grounds.of_clause(treaty, rule))


def _of_duties(treaty: Treaty, acts: tuple[Act, ...], on: date, known: date | None) -> Iterator[Clock]:
    """Dated duties and rights that run on the day; what recurs stands in the calendar alone."""
    for row in deadlines(treaty, acts, on, each=False):
        if row.state is DeadlineState.RUNNING and not row.recurs:
            yield Clock(
                id=grounds.answer_id("clock", treaty.id, row.clause.article, *row.names, on=on, known=known),
                what=row.rule.says,
                actor=row.actor,
                due=row.due,
                stops_if=(),
                grounds=(grounds.of_clause(treaty, row.clause),),
                starts=row.starts,
                clause=grounds.clause_id(treaty, row.clause),
            )
