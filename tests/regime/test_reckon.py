"""Reckoning: real and hypothetical acts, month ends, and days that are known only in part."""

from __future__ import annotations

from datetime import date

from treatywatch.dates import Period, PlainDay, Rounding
from treatywatch.model.law import Treaty
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import reckon

from .conftest import made_up, withdrawal

NOTICE = EventKind.NOTIFY_WITHDRAWAL


def test_month_ends_give_both_roundings_with_what_stands_behind_each(inf: Treaty) -> None:
    answer = reckon(inf, NOTICE, date(2017, 8, 31), "us")
    assert answer.effective is None
    assert [candidate.effective.isoformat() for candidate in answer.candidates] == ["2018-02-28", "2018-03-01"]
    assert all(candidate.authority for candidate in answer.candidates)


def test_a_clause_that_names_its_rounding_gives_one_answer() -> None:
    base = withdrawal(Period(months=6))
    from dataclasses import replace

    treaty = made_up((replace(base, rounding=Rounding.NEXT_DAY),), ())
    answer = reckon(treaty, NOTICE, date(2017, 8, 31), "us")
    assert answer.effective == date(2018, 3, 1)


def test_a_silent_treaty_falls_back_on_twelve_months(inf: Treaty) -> None:
    answer = reckon(made_up((), (), general=inf), NOTICE, date(2001, 3, 1), "us")
    assert (answer.effective, answer.article) == (date(2002, 3, 1), "VCLT 56")


def test_an_act_known_by_its_month_gives_the_answers_of_its_first_and_last_day(inf: Treaty) -> None:
    answer = reckon(inf, NOTICE, PlainDay.parse("2018-04"), "us")
    assert answer.effective is None
    assert [candidate.effective.isoformat() for candidate in answer.candidates] == ["2018-10-01", "2018-10-30"]


def test_a_notice_after_the_treatys_end_is_told_and_not_applied(inf: Treaty) -> None:
    answer = reckon(inf, NOTICE, date(2020, 1, 10), "us")
    assert any("not in force" in condition for condition in answer.conditions)


def test_an_exit_without_a_notice_has_no_day(inf: Treaty) -> None:
    answer = reckon(inf, EventKind.WITHDRAW, date(2018, 11, 1), "us")
    assert answer.effective is None
    assert "nobody leaves without one" in answer.conditions[0]


def test_one_sides_instrument_brings_nothing_into_force(inf: Treaty) -> None:
    answer = reckon(inf, EventKind.RATIFY, date(1988, 5, 28), "us")
    assert (answer.effective, answer.article) == (None, "XVII.1")


def test_every_reckoning_under_a_clause_cites_it_with_its_source(new_start: Treaty) -> None:
    answer = reckon(new_start, EventKind.EXTEND, date(2021, 2, 3))
    assert answer.grounds[0].article == "XIV.2"
    assert answer.grounds[0].source
    assert answer.grounds[0].verified is False


def test_a_consent_to_a_text_that_is_not_there_yet_or_no_more_says_so(inf: Treaty) -> None:
    early, late = (reckon(inf, EventKind.RATIFY, date(year, 1, 1), "us") for year in (1980, 2025))
    assert any("not adopted" in condition for condition in early.conditions)
    assert any("has ended" in condition for condition in late.conditions)
    assert not any(
        "told, not applied" in one for one in reckon(inf, EventKind.RATIFY, date(1988, 5, 1), "us").conditions
    )
