"""Declared numbers beside their limits."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.dates import PlainDay
from treatywatch.model.holdings import Declaration, Recount
from treatywatch.model.law import Treaty
from treatywatch.regime.holdings import measured
from treatywatch.rulebook import load_holdings, load_treaty
from treatywatch.shelf import Shelf


def _declared(number: int, day: str = "2019-03-01", **fields: object) -> Declaration:
    return Declaration(
        **{  # type: ignore[arg-type]
            "id": "x",
            "actor": "us",
            "day": PlainDay.parse(day),
            "source": ("made up",),
            "verified": True,
            "counts": (("II.1(b)", number),),
            **fields,
        }
    )


@pytest.mark.parametrize(("number", "within"), [(1549, True), (1550, True), (1551, False)])
def test_the_limit_itself_is_within_it(new_start: Treaty, number: int, within: bool) -> None:
    (row,) = measured(new_start, [_declared(number)])
    assert (row.within, row.at_most, row.article) == (within, 1550, "II.1(b)")


@given(number=st.integers(min_value=0, max_value=10_000))
def test_a_number_is_within_exactly_where_it_is_not_above(new_start: Treaty, number: int) -> None:
    (row,) = measured(new_start, [_declared(number)])
    assert row.within is (number <= 1550)
    assert f"{abs(number - 1550):,}" in row.says or number == 1550


@pytest.mark.parametrize(("day", "applies"), [("2018-02-04", False), ("2018-02-05", True), ("2026-02-05", False)])
def test_a_limit_holds_from_its_deadline_to_the_treatys_end(new_start: Treaty, day: str, applies: bool) -> None:
    (row,) = measured(new_start, [_declared(2000, day)])
    assert row.applies is applies
    assert row.due == date(2018, 2, 5)


def test_both_sides_were_within_all_limits_on_the_day_they_fell_due(new_start: Treaty, shelf: Shelf) -> None:
    rows = [row for row in measured(new_start, load_holdings(shelf, new_start)) if row.day.text == "2018-02-05"]
    assert {(row.actor, row.article, row.number) for row in rows} == {
        ("us", "II.1(a)", 652),
        ("us", "II.1(b)", 1350),
        ("us", "II.1(c)", 800),
        ("ru", "II.1(a)", 527),
        ("ru", "II.1(b)", 1444),
        ("ru", "II.1(c)", 779),
    }
    assert all(row.within and row.applies for row in rows)


def test_russias_count_of_the_us_launchers_stands_beside_the_declared_one(new_start: Treaty, shelf: Shelf) -> None:
    rows = measured(new_start, load_holdings(shelf, new_start))
    us = next(row for row in rows if (row.day.text, row.actor, row.article) == ("2018-02-05", "us", "II.1(c)"))
    (other,) = us.others
    assert (us.within, other.holder, other.number, other.within) == (True, "ru", 901, False)
    assert other.grounds[0].source


def test_what_was_not_declared_is_told_as_such(new_start: Treaty, shelf: Shelf) -> None:
    rows = measured(new_start, load_holdings(shelf, new_start))
    silent = [row for row in rows if row.day.text == "2023-03-01" and row.actor == "ru"]
    assert [row.article for row in silent] == ["II.1(a)", "II.1(b)", "II.1(c)"]
    assert all((row.number, row.within) == (None, None) for row in silent)


def test_later_days_and_what_was_not_public_are_left_out(new_start: Treaty) -> None:
    told = [_declared(1, "2019-03-01", public_on=PlainDay.parse("2019-05"))]
    assert measured(new_start, told, on=date(2019, 2, 28)) == ()
    assert measured(new_start, told, known=date(2019, 5, 30)) == ()
    assert len(measured(new_start, told, known=date(2019, 5, 31))) == 1


def test_the_order_of_declarations_is_irrelevant(new_start: Treaty, shelf: Shelf) -> None:
    told = load_holdings(shelf, new_start)
    assert measured(new_start, told) == measured(new_start, tuple(reversed(told)))


def test_a_view_of_another_limit_changes_nothing(new_start: Treaty) -> None:
    view = Recount(holder="ru", article="II.1(c)", says="x", source=("made up",), verified=True, more=5)
    (row,) = measured(new_start, [_declared(1, recounts=(view,))])
    assert row.others == ()


def test_ceilings_of_one_state_stand_beside_what_it_declared(shelf: Shelf) -> None:
    cfe = load_treaty(shelf, "cfe")
    rows = {
        (row.actor, row.article): row
        for row in measured(cfe, load_holdings(shelf, cfe))
        if row.day.text == "1995-11-17"
    }
    assert (rows["de", "VI(A)"].number, rows["de", "VI(A)"].at_most, rows["de", "VI(A)"].within) == (3061, 13300, True)
    assert all(row.within and row.applies for row in rows.values())


def test_a_treaty_without_declarations_has_no_holdings(shelf: Shelf, inf: Treaty) -> None:
    assert load_holdings(shelf, inf) == ()
