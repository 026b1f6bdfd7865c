"""The tables of participants against the rules: every published day, every treaty's own day, every count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch.dates import Period, PlainDay
from treatywatch.model.clause import EntryIntoForce
from treatywatch.model.clause_parts import Cutoff, LateJoiner, Level
from treatywatch.model.law import Act, Treaty
from treatywatch.model.participation import Consent, Coverage, Hindrance, Participation
from treatywatch.model.vocabulary import EventKind, Phase, StandingKind
from treatywatch.regime import calendar, evaluate, reckon, row_of
from treatywatch.regime.days import public_acts
from treatywatch.regime.entering import Entry, bound_days, entry_of, ruled_days
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import open_shelf

from .conftest import act, day, withdrawal

_SHELF = open_shelf()
_LAWS = [load_treaty(_SHELF, id) for id in _SHELF.treaty_ids()]
_TABLES = [law for law in _LAWS if law.structure == "multilateral" and entry_of(law, public_acts(law, (), None))]
_BOUND = {StandingKind.PARTY, StandingKind.WITHDRAWING, StandingKind.CONTRACTING, StandingKind.CONTESTED}


def _entry(law: Treaty) -> Entry:
    found = entry_of(law, public_acts(law, (), None))
    assert found is not None
    return found


@pytest.mark.parametrize("law", _TABLES, ids=lambda law: law.id)
def test_every_published_day_agrees_with_the_rule_or_is_explained(law: Treaty) -> None:
    for bound in bound_days(law, public_acts(law, (), None)):
        row = bound.act.row
        if row is not None and row.in_force is not None and bound.day not in bound.ruled:
            assert row.note or row.other_days, f"{row.actor}: published {row.in_force}, ruled {bound.ruled}"


@pytest.mark.parametrize("law", _TABLES, ids=lambda law: law.id)
def test_the_treatys_own_published_day_agrees_with_the_deposits_or_is_explained(law: Treaty) -> None:
    entry = _entry(law)
    if entry.act is not None and entry.ruled != entry.day:
        clause = entry.clause
        assert entry.act.note or entry.act.evidence or clause.note or clause.unread


@pytest.mark.parametrize(
    "law", [law for law in _TABLES if law.coverage and law.coverage.parties], ids=lambda law: law.id
)
def test_a_complete_table_has_as_many_parties_as_the_depositary_counts(law: Treaty) -> None:
    assert law.coverage is not None
    if not law.coverage.complete:
        pytest.skip("incomplete, and it says so")
    on = law.coverage.as_of.latest
    uncounted = {row.actor for row in law.participants if row.disputed_by}
    state = evaluate(law, (), on, on)
    found = [row for row in state.participants if row.standing in _BOUND and row.actor not in uncounted]
    assert len(found) == law.coverage.parties


# --- Rules on treaties made up for one question ------------------------------------------------------------------------


def _deposit(actor: str, on: str, **fields: object) -> Act:
    row = Participation(actor=actor, kind=Consent.RATIFICATION, deposited=PlainDay.parse(on), **fields)  # type: ignore[arg-type]
    return act(f"{actor}-ratifies", EventKind.RATIFY, (actor,), on, row=row)


def _treaty(clause: EntryIntoForce, acts: tuple[Act, ...], **fields: object) -> Treaty:
    made = Treaty(
        id="made-up",
        name="Made-up Convention",
        short="Made-up Convention",
        form="treaty",
        binding=True,
        structure="multilateral",
        summary="made up",
        clauses=(clause, withdrawal(Period(months=6), ends="leaver")),
        acts=acts,
        participants=tuple(one.row for one in acts if one.row is not None),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def _clause(deposits: int, period: Period, cutoff: Cutoff, late: Period, **fields: object) -> EntryIntoForce:
    made = EntryIntoForce(
        article="1",
        says="made up",
        source=("made up",),
        verified=True,
        level=Level.TEXT,
        by="deposits",
        deposits=deposits,
        period=period,
        late=LateJoiner(article="2", cutoff=cutoff, period=late),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


_THREE = (_deposit("fr", "2000-01-10"), _deposit("de", "2000-03-10"), _deposit("it", "2000-04-10"))


@pytest.mark.parametrize(
    ("cutoff", "since"),
    [(Cutoff.KTH_DEPOSIT, "2000-07-09"), (Cutoff.ENTRY_INTO_FORCE, "2000-06-08")],
)
def test_the_two_cut_offs_give_the_same_deposit_two_days(cutoff: Cutoff, since: str) -> None:
    law = _treaty(_clause(2, Period(days=90), cutoff, Period(days=90)), _THREE)
    row = evaluate(law, (), day("2001-01-01")).participant("it")
    assert row is not None
    assert row.since == day(since)
    assert reckon(law, EventKind.RATIFY, day("2000-04-10"), "it").effective == day(since)


def test_a_revoked_consent_is_not_among_those_that_bring_entry_into_force() -> None:
    back = act("de-back", EventKind.REVOKE_RATIFICATION, ("de",), "2000-03-20")
    law = _treaty(_clause(3, Period(days=30), Cutoff.KTH_DEPOSIT, Period(days=30)), (*_THREE, back))
    state = evaluate(law, (), day("2001-01-01"))
    assert state.phase is Phase.NEGOTIATING
    assert {row.actor: row.standing for row in state.participants}["de"] is StandingKind.SIGNATORY


def test_named_states_are_waited_for_and_told_as_missing() -> None:
    clause = _clause(2, Period(days=30), Cutoff.ENTRY_INTO_FORCE, Period(days=30), named=("fr", "us"))
    answer = reckon(_treaty(clause, _THREE), EventKind.RATIFY, day("2000-05-01"), "be")
    assert answer.effective is None
    assert any("us" in condition for condition in answer.conditions)


def test_entry_into_force_does_not_come_before_the_day_that_the_clause_allows() -> None:
    opening = act("opening", EventKind.OPEN_FOR_SIGNATURE, (), "1999-06-01")
    clause = _clause(2, Period(days=30), Cutoff.KTH_DEPOSIT, Period(days=30), not_before=Period(years=2))
    assert evaluate(_treaty(clause, (*_THREE, opening)), (), day("2002-01-01")).phase_since == day("2001-06-01")


def test_a_dissolved_state_still_counts_among_the_first_deposits() -> None:
    gone = _deposit("cs", "2000-02-01", ended=PlainDay.parse("2000-02-20"))
    clause = _clause(2, Period(days=30), Cutoff.KTH_DEPOSIT, Period(days=30))
    law = _treaty(clause, (*_THREE, gone))
    assert _entry(law).reached == day("2000-02-01")
    row = evaluate(law, (), day("2001-01-01")).participant("cs")
    assert row is not None
    assert row.standing is StandingKind.FORMER


def test_a_deposit_on_the_last_day_of_august_has_two_candidates_and_is_contested_between_them() -> None:
    clause = _clause(2, Period(days=30), Cutoff.KTH_DEPOSIT, Period(months=6))
    law = _treaty(clause, (*_THREE, _deposit("be", "2001-08-31")))
    answer = reckon(law, EventKind.RATIFY, day("2001-08-31"), "be")
    assert answer.effective is None
    assert [one.effective for one in answer.candidates] == [day("2002-02-28"), day("2002-03-01")]
    row = evaluate(law, (), day("2002-02-28")).participant("be")
    assert row is not None
    assert row.standing is StandingKind.CONTESTED


def test_an_exit_is_held_back_while_the_condition_lasts_and_freed_when_it_ends() -> None:
    clause = _clause(2, Period(days=30), Cutoff.KTH_DEPOSIT, Period(days=30))
    rule = replace(withdrawal(Period(months=6), ends="leaver"), conditions=("no armed conflict",))
    notice = act("de-notice", EventKind.NOTIFY_WITHDRAWAL, ("de",), "2005-01-01")
    notice = replace(notice, effective=None, notified=PlainDay.parse("2005-01-01"))
    war = Hindrance(
        actor="de", condition="at war", since=PlainDay.parse("2005-06-01"), says="at war", source=("x",), verified=True
    )
    law = _treaty(clause, (*_THREE, notice), clauses=(clause, rule), hindrances=(war,))
    late = evaluate(law, (), day("2020-01-01")).participant("de")
    assert late is not None
    assert late.standing is StandingKind.WITHDRAWING
    peace = replace(law, hindrances=(replace(war, until=PlainDay.parse("2006-03-01")),))
    freed = evaluate(peace, (), day("2006-03-01")).participant("de")
    assert freed is not None
    assert (freed.standing, freed.since) == (StandingKind.FORMER, day("2006-03-01"))
    before = evaluate(law, (), day("2005-07-01"), day("2005-05-01")).participant("de")
    assert before is not None
    assert before.standing is StandingKind.FORMER  # what holds it back was not known then


def test_an_incomplete_table_says_so_of_a_state_that_it_does_not_name() -> None:
    clause = _clause(2, Period(days=30), Cutoff.KTH_DEPOSIT, Period(days=30))
    told = Coverage(as_of=PlainDay.parse("2010-01-01"), complete=False, says="short of ten", source=("x",))
    law = _treaty(clause, _THREE, coverage=told)
    row = row_of(evaluate(law, (), day("2011-01-01")), law, "be")
    assert row.standing is StandingKind.NONE
    assert "incomplete" in (row.grounds[0].note or "")
    assert any("incomplete" in one for one in reckon(law, EventKind.RATIFY, day("2009-01-01"), "be").conditions)


def test_entry_into_force_on_its_way_runs_as_a_clock_and_stands_in_the_calendar() -> None:
    law = _treaty(_clause(2, Period(days=90), Cutoff.KTH_DEPOSIT, Period(days=90)), _THREE)
    state = evaluate(law, (), day("2000-05-01"), day("2000-05-01"))
    assert [(clock.actor, clock.due) for clock in state.clocks] == [
        (None, day("2000-06-08")),
        ("it", day("2000-07-09")),
    ]
    rows = {row.id: row for row in calendar(law, (), day("2000-05-01"))}
    assert rows["deadline:made-up:1:entry"].state.value == "running"


# --- What holds of every deposit -----------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(_TABLES), st.dates(date(1960, 1, 1), date(2027, 1, 1)), st.integers(0, 4000))
def test_a_later_deposit_never_binds_earlier(law: Treaty, deposit: date, later: int) -> None:
    entry = _entry(law)
    if entry.day is None:
        return
    first, _, _ = ruled_days(entry, deposit)
    second, _, _ = ruled_days(entry, deposit + timedelta(days=later))
    assert first[0] <= second[-1]
    assert all(one >= entry.day for one in (*first, *second))
    assert all(one >= deposit for one in first)
