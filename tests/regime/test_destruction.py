"""What was destroyed by when."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.model.holdings import Destruction
from treatywatch.model.law import Treaty
from treatywatch.regime.destruction import destroyed_by
from treatywatch.rulebook import load_destroyed
from treatywatch.shelf import Shelf


@pytest.fixture(scope="module")
def told(shelf: Shelf, inf: Treaty) -> Destruction:
    found = load_destroyed(shelf, inf)
    assert found is not None
    return found


def test_2692_missiles_of_nine_types_were_destroyed(inf: Treaty, told: Destruction) -> None:
    answer = destroyed_by(inf, told, date(2019, 1, 1))
    assert (answer.gone, answer.count, answer.at_least, len(answer.types)) == (2692, 2692, False, 9)
    assert {total.actor: total.count for total in answer.totals} == {"su": 1846, "us": 846, None: 2692}


def test_all_were_gone_before_the_articles_days(inf: Treaty, told: Destruction) -> None:
    types = {row.system: row for row in destroyed_by(inf, told, date(1991, 6, 1)).types}
    assert {row.in_time for row in types.values()} == {True}
    assert (types["ss-23"].due, types["ss-20"].due) == (date(1989, 12, 1), date(1991, 6, 1))


@pytest.mark.parametrize(
    ("day", "gone"),
    [("1988-07-21", 0), ("1988-07-22", 1), ("1988-11-28", 72), ("1991-05-11", 72), ("1991-05-12", 654)],
)
def test_of_the_ss_20_so_many_were_gone(inf: Treaty, told: Destruction, day: str, gone: int) -> None:
    row = next(row for row in destroyed_by(inf, told, date.fromisoformat(day)).types if row.system == "ss-20")
    assert (row.gone, row.at_least) == (gone, gone not in (0, 654))


def test_nothing_was_gone_before_a_sides_first_missile(inf: Treaty, told: Destruction) -> None:
    american = [row for row in destroyed_by(inf, told, date(1988, 9, 7)).types if row.actor == "us"]
    assert [row.gone for row in american] == [0, 0, 0]


def test_where_no_source_tells_a_number_none_is_told(inf: Treaty, told: Destruction) -> None:
    row = next(row for row in destroyed_by(inf, told, date(1990, 1, 1)).types if row.system == "ss-4")
    assert (row.gone, row.at_least, row.in_time) == (None, True, None)
    assert "no source tells" in row.says


def test_the_future_is_not_told(inf: Treaty, told: Destruction) -> None:
    row = next(row for row in destroyed_by(inf, told, date(1988, 7, 1)).types if row.system == "ss-20")
    assert (row.first, row.last, row.in_time) == (None, None, None)


def test_figures_that_differ_stay_with_who_gives_them(told: Destruction) -> None:
    rivals = {one.count: one for one in told.rivals}
    assert rivals[1752 + 859].by.startswith("the Memorandum")
    assert "654" in rivals[1846].because


@given(first=st.dates(date(1988, 1, 1), date(1992, 1, 1)), later=st.integers(min_value=0, max_value=900))
def test_what_is_gone_never_grows_less(inf: Treaty, told: Destruction, first: date, later: int) -> None:
    second = date.fromordinal(first.toordinal() + later)
    before, after = destroyed_by(inf, told, first), destroyed_by(inf, told, second)
    assert before.gone <= after.gone <= after.count
    for one, other in zip(before.types, after.types, strict=True):
        assert (one.gone or 0) <= (other.gone or 0)
