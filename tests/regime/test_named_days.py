"""Terms and duties whose day the treaty names; treaties that never entered into force, or that are kept without a bond."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from treatywatch.dates import Period, PlainDay
from treatywatch.model.clause import Clause, Duration, Obligation
from treatywatch.model.clause_parts import ClockRule, Edge, Level, Start
from treatywatch.model.law import BoundReading, Observance, Treaty
from treatywatch.model.regime import DeadlineState
from treatywatch.model.vocabulary import EventKind, Operation, Phase, StandingKind
from treatywatch.regime import calendar, evaluate, explain, reckon
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import Shelf

from .conftest import act, day, made_up, withdrawal


def _duration(until: str) -> Duration:
    return Duration(
        article="VIII",
        says="made up",
        source=("made up",),
        verified=True,
        level=Level.TEXT,
        until=PlainDay.parse(until),
    )


def _duty(due: str, edge: Edge = Edge.BY) -> Obligation:
    rule = ClockRule(id="duty", says="done", starts=Start.ENTRY_INTO_FORCE, day=PlainDay.parse(due), edge=edge)
    return Obligation(
        article="II", says="made up", source=("made up",), verified=True, level=Level.TEXT, obliges="it", clocks=(rule,)
    )


def _only_signed(*clauses: Clause, structure: str = "bilateral") -> Treaty:
    signed = act("signature", EventKind.SIGN, ("us", "ru"), "2000-01-01")
    treaty = made_up(clauses, ())
    return replace(treaty, acts=(signed,), structure=structure)  # type: ignore[arg-type]


def test_a_term_to_a_named_day_is_over_from_its_first_hour() -> None:
    treaty = made_up((_duration("2012-12-31"), withdrawal(Period(months=3))), ())
    before, after = (evaluate(treaty, (), day(on)) for on in ("2012-12-30", "2012-12-31"))
    row = before.participant("us")
    assert row is not None
    assert (before.phase, row.until) == (Phase.IN_FORCE, day("2012-12-31"))
    assert [clock.due for clock in before.clocks] == [day("2012-12-31")]
    assert (after.phase, after.clocks) == (Phase.EXPIRED, ())


def test_a_named_term_is_the_same_whenever_the_treaty_enters_into_force() -> None:
    treaty = made_up((_duration("2012-12-31"),), ())
    assert reckon(treaty, EventKind.EXPIRE, date(2000, 1, 1)).effective == day("2012-12-31")
    assert reckon(treaty, EventKind.EXPIRE, date(2004, 5, 6)).effective == day("2012-12-31")


def test_a_term_that_another_treaty_cut_short_tells_both_days_with_the_reason() -> None:
    over = act("superseded", EventKind.SUPERSEDE, ("us", "ru", "by"), "2011-02-05")
    treaty = made_up((_duration("2012-12-31"),), (over,))
    answer = reckon(treaty, EventKind.EXPIRE, date(2000, 1, 1))
    assert answer.effective == day("2011-02-05")
    assert [one.effective for one in answer.candidates] == [day("2011-02-05"), day("2012-12-31")]
    assert any("never ran out" in condition for condition in answer.conditions)
    assert "act:made-up:superseded" in {ground.act for ground in answer.grounds}
    state = evaluate(treaty, (), day("2012-12-31"))
    assert (state.phase, state.phase_since) == (Phase.SUPERSEDED, day("2011-02-05"))


def test_a_duty_of_a_named_day_is_stopped_by_an_earlier_end() -> None:
    over = act("superseded", EventKind.SUPERSEDE, ("us", "ru", "by"), "2011-02-05")
    for acts, state in (((), DeadlineState.PAST), ((over,), DeadlineState.STOPPED)):
        rows = calendar(made_up((_duty("2012-12-31"),), acts), (), day("2013-01-01"))
        assert [(row.due, row.state) for row in rows if row.id.endswith(":duty")] == [(day("2012-12-31"), state)]


def test_a_duty_of_a_named_day_ends_with_the_day_before() -> None:
    (row,) = calendar(made_up((_duty("1982-01-01", Edge.UNTIL),), ()), (), day("2001-01-01"))
    assert row.last_day == day("1981-12-31")


def test_no_duty_runs_under_a_treaty_that_never_entered_into_force() -> None:
    assert calendar(_only_signed(_duty("2003-01-01")), (), day("2002-01-01")) == ()


def test_a_treaty_outlived_before_it_entered_into_force_never_will() -> None:
    treaty = _only_signed(_duration("1986-01-01"))
    signed = replace(treaty, acts=(act("signature", EventKind.SIGN, ("us", "ru"), "1979-06-18"),))
    before, after = (evaluate(signed, (), day(on)) for on in ("1985-12-31", "1986-01-01"))
    assert (before.phase, before.never_in_force) == (Phase.SIGNED, False)
    assert (after.phase, after.never_in_force) == (Phase.SIGNED, True)


@pytest.mark.parametrize(("structure", "never"), [("bilateral", True), ("multilateral", False)])
def test_one_signatory_that_turns_away_ends_the_hope_of_a_bilateral_treaty_only(structure: str, never: bool) -> None:
    away = act("away", EventKind.UNSIGN, ("ru",), "2002-06-14")
    state = evaluate(_only_signed(structure=structure), (away,), day("2002-06-14"))
    assert (state.phase, state.never_in_force) == (Phase.SIGNED, never)
    row = state.participant("ru")
    assert row is not None
    assert (row.standing, row.disavowed) == (StandingKind.SIGNATORY, True)


def _kept(treaty: Treaty) -> Treaty:
    kept = Observance(
        actors=("us",),
        since=PlainDay.parse("2002"),
        until=PlainDay.parse("2006-05-27"),
        says="made up",
        source=("made up",),
        verified=True,
    )
    return replace(treaty, observances=(kept,))


def test_a_treaty_kept_without_a_bond_changes_no_standing() -> None:
    plain = _only_signed()
    bare, kept = (evaluate(one, (), day("2003-01-01")) for one in (plain, _kept(plain)))
    assert [one.actors for one in kept.observed] == [("us",)]
    assert kept.participants == bare.participants
    assert {row.operation for row in kept.participants} == {Operation.NONE}


def test_an_observance_is_told_from_the_day_on_which_it_is_sure_until_its_end() -> None:
    treaty = _kept(_only_signed())
    days = ("2002-12-30", "2002-12-31", "2006-05-26", "2006-05-27")
    assert [bool(evaluate(treaty, (), day(on)).observed) for on in days] == [False, True, True, False]


def test_the_end_of_an_observance_is_not_told_before_it_is_known() -> None:
    treaty = _kept(_only_signed())
    (early,) = evaluate(treaty, (), day("2007-01-01"), day("2004-01-01")).observed
    assert early.until is None
    assert evaluate(treaty, (), day("2007-01-01"), day("2006-05-27")).observed == ()


def test_why_takes_an_observance() -> None:
    treaty = _kept(_only_signed())
    state = evaluate(treaty, (), day("2003-01-01"))
    assert "without being bound" in explain(treaty, state, state.observed[0].id).says
    assert state.observed[0].id in {reason.id for reason in explain(treaty, state, state.id).because}


def test_a_contested_successor_is_disputed_from_the_day_of_the_reading_only() -> None:
    reading = BoundReading(
        id="one",
        holder="us",
        says="made up",
        side="ussr",
        members=("ru",),
        source=("made up",),
        verified=True,
        since=PlainDay.parse("2005-05-05"),
    )
    heirs = act("heirs", EventKind.SUCCEED, ("by",), "2001-01-01")
    base = replace(made_up((), ()), bound_readings=(reading,))
    entry = replace(base.acts[0], actors=("us", "ru"))
    rows = [
        evaluate(replace(base, acts=(entry, heirs)), (), day(on)).participant("by")
        for on in ("2005-05-04", "2005-05-05")
    ]
    assert [row and (row.standing, row.disputed_by) for row in rows] == [
        (StandingKind.CONTESTED, ()),
        (StandingKind.CONTESTED, ("us",)),
    ]


@pytest.mark.parametrize("leaver", ["by", "kz", "ua"])
def test_one_of_several_successors_may_leave_while_the_treaty_goes_on(shelf: Shelf, leaver: str) -> None:
    treaty = load_treaty(shelf, "start-1")
    notice = act("notice", EventKind.NOTIFY_WITHDRAWAL, (leaver,), "1996-01-10", notified=PlainDay.parse("1996-01-10"))
    state = evaluate(treaty, (notice,), day("1996-07-10"))
    standings = {row.actor: row.standing for row in state.participants}
    assert state.phase is Phase.IN_FORCE
    assert standings[leaver] is StandingKind.FORMER
    assert {standings[actor] for actor in {"us", "ru", "by", "kz", "ua"} - {leaver}} == {StandingKind.PARTY}
