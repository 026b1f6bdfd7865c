"""Leaving and coming back: a second consent binds by the late joiner's rule, and a wait before notice runs from it anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from treatywatch.dates import Period, PlainDay
from treatywatch.model.clause import EntryIntoForce, Withdrawal
from treatywatch.model.clause_parts import Cutoff, LateJoiner, Level, Start
from treatywatch.model.law import Act, Treaty
from treatywatch.model.vocabulary import EventKind, StandingKind
from treatywatch.regime import evaluate, reckon

from .conftest import act, day

_READ = {"says": "made up", "source": ("made up",), "verified": True, "level": Level.TEXT}
_ENTRY = EntryIntoForce(
    article="9",
    by="deposits",
    deposits=3,
    period=Period(days=30),
    late=LateJoiner(article="9.2", cutoff=Cutoff.KTH_DEPOSIT, period=Period(days=30)),
    **_READ,  # type: ignore[arg-type]
)
_EXIT = Withdrawal(
    article="10",
    period=Period(years=1),
    starts=Start.RECEIPT,
    addressee="the depositary",
    ends="leaver",
    not_before=Period(years=3),
    not_before_starts=Start.OWN_ENTRY,
    **_READ,  # type: ignore[arg-type]
)


def _notice(id: str, on: str) -> Act:
    return replace(act(id, EventKind.NOTIFY_WITHDRAWAL, ("us",), on), effective=None, received=PlainDay.parse(on))


def _treaty(*acts: Act) -> Treaty:
    published = act("entry", EventKind.ENTER_INTO_FORCE, (), "2000-02-01", received=PlainDay.parse("2000-01-02"))
    consent = act("us-consents", EventKind.RATIFY, ("us",), "1999-06-01")
    return Treaty(
        id="made-up",
        name="Made-up Treaty",
        short="Made-up Treaty",
        form="treaty",
        binding=True,
        structure="multilateral",
        summary="made up",
        clauses=(_ENTRY, _EXIT),
        acts=(published, consent, *acts),
    )


_AGAIN = (
    _notice("first-notice", "2004-03-01"),
    act("us-again", EventKind.RATIFY, ("us",), "2006-01-20"),
)


@pytest.mark.parametrize(
    ("on", "standing", "since"),
    [
        ("2000-02-01", StandingKind.PARTY, "2000-02-01"),
        ("2004-06-01", StandingKind.WITHDRAWING, "2004-03-01"),
        ("2005-03-01", StandingKind.FORMER, "2005-03-01"),
        ("2006-01-20", StandingKind.CONTRACTING, "2006-01-20"),
        ("2006-02-19", StandingKind.PARTY, "2006-02-19"),
    ],
)
def test_who_has_left_and_consents_anew_is_bound_by_the_rule_for_late_joiners(
    on: str, standing: StandingKind, since: str
) -> None:
    row = evaluate(_treaty(*_AGAIN), (), day(on)).participant("us")
    assert row is not None
    assert (row.standing, row.since) == (standing, day(since))


@pytest.mark.parametrize(
    ("on", "effective"),
    [
        (date(2002, 12, 1), None),
        (date(2003, 2, 1), date(2004, 2, 1)),
        (date(2008, 1, 27), None),
        (date(2009, 2, 19), date(2010, 2, 19)),
    ],
)
def test_the_wait_before_a_notice_runs_from_the_leavers_own_last_entry(on: date, effective: date | None) -> None:
    answer = reckon(_treaty(*_AGAIN), EventKind.NOTIFY_WITHDRAWAL, on, "us")
    assert answer.effective == effective
    assert effective is not None or any("too early" in condition for condition in answer.conditions)


def test_a_notice_given_too_early_starts_no_clock() -> None:
    hasty = _notice("hasty", "2001-06-01")
    assert evaluate(_treaty(hasty), (), day("2001-07-01")).clocks == ()


def test_where_the_table_is_short_the_published_day_of_the_last_needed_deposit_draws_the_line() -> None:
    for deposit, expected in ((date(2000, 1, 2), date(2000, 2, 1)), (date(2000, 1, 20), date(2000, 2, 19))):
        assert reckon(_treaty(), EventKind.RATIFY, deposit, "fr").effective == expected
