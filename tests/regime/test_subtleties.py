"""What a naive program gets wrong about the law, one named test for each point."""

from __future__ import annotations

from datetime import date

from treatywatch.dates import Period, PlainDay
from treatywatch.model.clause_parts import Start
from treatywatch.model.law import Treaty
from treatywatch.model.vocabulary import EventKind, Operation, Phase, StandingKind
from treatywatch.regime import calendar, evaluate, reckon, row_of

from .conftest import act, day, made_up, withdrawal

NOTICE = EventKind.NOTIFY_WITHDRAWAL


def test_a_suspended_party_is_still_a_party(inf: Treaty, new_start: Treaty) -> None:
    for treaty, on in ((inf, "2019-03-04"), (new_start, "2023-03-01")):
        row = evaluate(treaty, (), day(on)).participant("ru")
        assert row is not None
        assert (row.standing, row.operation) == (StandingKind.PARTY, Operation.CLAIMED_SUSPENDED)


def test_a_suspension_that_no_clause_foresees_is_a_claim_with_its_ground(inf: Treaty) -> None:
    row = evaluate(inf, (), day("2019-02-02")).participant("us")
    assert row is not None
    rules = [step.says for step in row.steps if step.aspect == "operation"]
    assert any("42(2)" in rule and "claim" in rule for rule in rules)


def test_counter_measures_suspend_nothing_and_stand_among_the_grounds(new_start: Treaty) -> None:
    row = evaluate(new_start, (), day("2023-06-01")).participant("us")
    assert row is not None
    assert row.operation is Operation.FULL
    assert "act:new-start:us-counter-measures" in {ground.act for ground in row.grounds}


def test_announcement_law_and_vote_start_no_clock(inf: Treaty) -> None:
    for kind in (EventKind.ANNOUNCE_WITHDRAWAL, EventKind.VOTE, EventKind.SIGN_LAW, EventKind.APPROVE):
        answer = reckon(inf, kind, date(2019, 2, 1), "us")
        assert answer.effective is None
        assert answer.conditions
    for on in ("2018-10-21", "2019-02-01"):
        assert evaluate(inf, (), day(on)).clocks == ()


def test_effective_immediately_shortens_no_notice() -> None:
    hasty = act("notice", NOTICE, ("us",), "2001-01-10", notified=PlainDay.parse("2001-01-10"))
    treaty = made_up((withdrawal(Period(months=6)),), (hasty,))
    assert evaluate(treaty, (), day("2001-01-10")).phase is Phase.IN_FORCE
    state = evaluate(treaty, (), day("2001-07-09"))
    row = state.participant("us")
    assert row is not None
    assert row.standing is StandingKind.WITHDRAWING
    assert state.clocks[0].due == day("2001-07-10")


def test_a_notice_may_name_a_later_day_only_where_the_clause_allows_it(new_start: Treaty) -> None:
    late = act("late", NOTICE, ("us",), "2019-12-31", notified=PlainDay.parse("2019-01-10"))
    rows = {row.id: row.due for row in calendar(new_start, (late,), day("2019-02-01"))}
    assert rows["deadline:new-start:XIV.3:late"] == day("2019-12-31")
    strict = made_up((withdrawal(Period(months=6)),), (late,))
    assert calendar(strict, (), day("2019-02-01"))[0].due == day("2019-07-10")


def test_receipt_starts_the_clock_where_the_clause_says_so() -> None:
    notice = act(
        "notice",
        NOTICE,
        ("us",),
        "2001-12-31",
        notified=PlainDay.parse("2001-01-10"),
        received=PlainDay.parse("2001-01-20"),
    )
    for starts, due in ((Start.NOTICE, "2001-07-10"), (Start.RECEIPT, "2001-07-20")):
        treaty = made_up((withdrawal(Period(months=6), starts),), (notice,))
        assert evaluate(treaty, (), day("2001-03-01")).clocks[0].due == day(due)


def test_a_notice_revoked_in_time_leaves_the_leaver_a_party(inf: Treaty) -> None:
    revoked = act("revocation", EventKind.REVOKE_NOTICE, ("us",), "2019-07-20", stops="us-notice")
    state = evaluate(inf, (revoked,), day("2019-07-20"))
    row = state.participant("us")
    assert row is not None
    assert row.standing is StandingKind.PARTY
    assert state.clocks == ()
    end = evaluate(inf, (revoked,), day("2019-08-03"), known=day("2019-07-25"))
    assert (end.phase, end.projected) == (Phase.IN_FORCE, False)


def test_a_notice_revoked_too_late_is_not_stopped(inf: Treaty) -> None:
    late = act("revocation", EventKind.REVOKE_NOTICE, ("us",), "2019-08-02", stops="us-notice")
    state = evaluate(inf, (late,), day("2019-08-02"))
    assert state.phase is Phase.TERMINATED


def test_before_its_revocation_a_notice_still_runs(inf: Treaty) -> None:
    revoked = act("revocation", EventKind.REVOKE_NOTICE, ("us",), "2019-07-20", stops="us-notice")
    row = evaluate(inf, (revoked,), day("2019-07-19")).participant("us")
    assert row is not None
    assert row.standing is StandingKind.WITHDRAWING


def test_when_a_whole_side_leaves_the_treaty_ends_for_all() -> None:
    notice = act("notice", NOTICE, ("us",), "2001-01-10")
    treaty = made_up((withdrawal(Period(months=6)),), (notice,))
    state = evaluate(treaty, (), day("2001-07-10"))
    assert state.phase is Phase.TERMINATED
    assert {row.standing for row in state.participants} == {StandingKind.FORMER}


def test_when_one_of_two_successors_leaves_the_treaty_goes_on() -> None:
    notice = act("notice", NOTICE, ("by",), "2001-01-10")
    treaty = made_up((withdrawal(Period(months=6)),), (notice,))
    state = evaluate(treaty, (), day("2001-07-10"))
    assert state.phase is Phase.IN_FORCE
    standings = {row.actor: row.standing for row in state.participants}
    assert standings == {"us": StandingKind.PARTY, "ru": StandingKind.PARTY, "by": StandingKind.FORMER}


def test_when_both_successors_leave_together_the_treaty_ends() -> None:
    notice = act("notice", NOTICE, ("by", "ru"), "2001-01-10")
    treaty = made_up((withdrawal(Period(months=6)),), (notice,))
    assert evaluate(treaty, (), day("2001-07-09")).phase is Phase.IN_FORCE
    assert evaluate(treaty, (), day("2001-07-10")).phase is Phase.TERMINATED


def test_when_the_last_successor_follows_the_treaty_ends() -> None:
    notices = (
        act("first", NOTICE, ("by",), "2001-01-10"),
        act("second", NOTICE, ("ru",), "2002-01-10"),
    )
    treaty = made_up((withdrawal(Period(months=6)),), notices)
    assert evaluate(treaty, (), day("2002-07-09")).phase is Phase.IN_FORCE
    assert evaluate(treaty, (), day("2002-07-10")).phase is Phase.TERMINATED


def test_a_notice_that_ends_only_its_givers_part_bounds_no_other() -> None:
    notice = act("notice", NOTICE, ("by",), "2001-01-10")
    state = evaluate(made_up((withdrawal(Period(months=6)),), (notice,)), (), day("2001-03-01"))
    assert {row.actor: row.until for row in state.participants} == {"us": None, "ru": None, "by": day("2001-07-10")}


def test_a_suspension_known_before_its_day_is_projected(inf: Treaty) -> None:
    row = evaluate(inf, (), day("2019-02-05"), known=day("2019-02-01")).participant("us")
    assert row is not None
    assert (row.standing, row.operation) == (StandingKind.PARTY, Operation.CLAIMED_SUSPENDED)
    assert row.projected


def test_china_is_no_participant_and_the_answer_says_why(inf: Treaty) -> None:
    row = row_of(evaluate(inf, (), day("2019-07-05")), inf, "cn")
    assert (row.standing, row.operation) == (StandingKind.NONE, Operation.NONE)
    assert "not bound" in (row.grounds[0].note or "")


def test_three_readings_of_who_is_bound_keep_holder_and_ground(inf: Treaty) -> None:
    readings = [one for one in evaluate(inf, (), day("2000-01-01")).readings]
    assert {one.holder for one in readings} == {"svc", "nti", "us"}
    assert all(one.grounds[0].source for one in readings)


def test_inspection_rights_end_while_the_treaty_lives(inf: Treaty) -> None:
    on = day("2001-06-01")
    assert evaluate(inf, (), on).phase is Phase.IN_FORCE
    ended = {row.id: row for row in calendar(inf, (), on)}["deadline:inf:XI.5:short-notice-until"]
    assert ended.last_day == day("2001-05-31")


def test_one_deadline_met_is_not_told_as_past(inf: Treaty) -> None:
    states = {row.id: row.state.value for row in calendar(inf, (), day("2000-01-01"))}
    assert states["deadline:inf:IV.1:elimination"] == "met"
    assert states["deadline:inf:IV.2(a):first-phase"] == "past"


def test_a_running_clock_says_what_would_stop_it(inf: Treaty, new_start: Treaty) -> None:
    told = " ".join(str(stop) for stop in evaluate(inf, (), day("2019-07-05")).clocks[0].stops_if)
    assert "VCLT 68" in told
    assert "unless Russia destroys" in told
    clock = evaluate(new_start, (), day("2019-07-05")).clocks[0]
    assert "XIV.2" in {stop.ground.article for stop in clock.stops_if}


def test_an_expiry_carried_forward_is_projected(new_start: Treaty) -> None:
    state = evaluate(new_start, (), day("2021-03-01"), known=day("2020-12-31"))
    assert (state.phase, state.projected) == (Phase.EXPIRED, True)
    assert evaluate(new_start, (), day("2021-03-01")).projected is False


def test_an_answer_about_the_future_of_today_is_projected(inf: Treaty) -> None:
    ahead = evaluate(inf, (), day("2019-08-01"), known=None, today=day("2019-07-05"))
    row = ahead.participant("us")
    assert row is not None
    assert row.projected


def test_contracting_and_provisional_states_are_told_apart() -> None:
    ratified = act("instrument", EventKind.RATIFY, ("us",), "1999-06-01")
    applied = act("applied", EventKind.APPLY_PROVISIONALLY, ("ru",), "1999-07-01")
    signed = act("signed", EventKind.SIGN, ("us", "ru", "by"), "1999-01-01")
    state = evaluate(made_up((), (signed, ratified, applied)), (), day("1999-08-01"))
    standings = {row.actor: row.standing.value for row in state.participants}
    assert standings == {"us": "contracting", "ru": "provisional", "by": "signatory"}
    assert state.phase is Phase.PROVISIONALLY_APPLIED


def test_the_soviet_union_is_bound_before_1991_and_russia_after(inf: Treaty) -> None:
    before, after = (evaluate(inf, (), day(on)) for on in ("1991-12-25", "1991-12-26"))
    assert before.participant("su") is not None
    assert before.participant("ru") is None
    followed = after.participant("su")
    assert followed is not None
    assert followed.standing is StandingKind.FORMER
    heir = after.participant("ru")
    assert heir is not None
    assert (heir.standing, heir.side) == (StandingKind.PARTY, "ussr")


def test_a_deadline_met_tells_who_doubts_it_from_the_day_of_the_doubt(new_start: Treaty) -> None:
    before, after = (
        {row.id: row for row in calendar(new_start, (), day(on))}["deadline:new-start:II.1(a):limits"]
        for on in ("2018-02-04", "2018-02-05")
    )
    assert (before.state.value, before.note) == ("running", None)
    assert after.state.value == "met"
    assert after.note is not None
    assert after.note.startswith("ru holds")


def test_related_treaties_are_told_only_from_the_day_on_which_they_could_be(inf: Treaty, new_start: Treaty) -> None:
    assert evaluate(inf, (), day("1990-01-01")).related == ()
    assert [one.treaty for one in evaluate(inf, (), day("2019-07-05")).related] == ["new-start"]
    kinds = {one.treaty: one.kind for one in evaluate(new_start, (), day("2011-02-05")).related}
    assert kinds == {"sort": "supersedes", "start-1": "successor-of"}
