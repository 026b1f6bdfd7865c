"""Clues add up, and the days on which most agree are the candidates."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from treatywatch.findings.dating.clues import LAST, Clue, Option
from treatywatch.findings.dating.weighing import NEAR_PEAK, candidates, held, is_open, support
from treatywatch.model.dating import Bound

TODAY = date(2026, 11, 22)


def clue(first: date, last: date, weight: float, about: date | None = None) -> Clue:
    place = ("inf", about) if about else None
    return Clue(None, (Option(first, last, weight, Bound.NEAR, "", about=place),))


def test_two_bounds_leave_what_lies_between() -> None:
    clues = [clue(date(2019, 7, 3), LAST, 2), clue(date(2018, 1, 1), date(2019, 8, 2), 2)]
    (only,) = candidates(support(clues, TODAY))
    assert (only.first, only.last) == (date(2019, 7, 3), date(2019, 8, 2))


def test_two_days_that_fit_alike_stay_two_candidates() -> None:
    week = timedelta(days=6)
    clues = [clue(day, day + week, 2) for day in (date(2019, 1, 25), date(2019, 7, 5))]
    assert [one.first for one in candidates(support(clues, TODAY))] == [date(2019, 1, 25), date(2019, 7, 5)]


def test_one_happening_told_twice_counts_once() -> None:
    day = date(2019, 7, 5)
    twice = support([clue(day, day, 2, day), clue(day, day, 1, day)], TODAY)
    assert max(one.support for one in twice) == 2


def test_a_bound_on_one_side_leaves_the_other_open() -> None:
    (only,) = candidates(support([clue(date(2019, 7, 3), LAST, 2)], TODAY))
    assert is_open(only, TODAY)


@given(
    st.lists(
        st.tuples(st.dates(date(1990, 1, 1), TODAY), st.integers(0, 900), st.floats(0.1, 3)), min_size=1, max_size=8
    )
)
def test_no_day_outside_the_candidates_has_as_much_support(drawn: list[tuple[date, int, float]]) -> None:
    clues = [clue(first, first + timedelta(days=length), weight) for first, length, weight in drawn]
    found = candidates(support(clues, TODAY))
    best = max(one.support for one in found)
    outside = [
        one for one in support(clues, TODAY) if not any(a.first <= one.first and one.last <= a.last for a in found)
    ]
    assert all(one.support < best - NEAR_PEAK for one in outside)
    assert all(held(each, found[0].first) is None or each.options for each in clues)
