"""Review conferences: the calendar tells those that were held on their days, and claims none on a day on which none was."""

from __future__ import annotations

import pytest

from treatywatch.model.regime import Deadline, DeadlineState
from treatywatch.regime import calendar
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import Shelf

from .conftest import day

_CONFERENCE = "review conference opens"


def reviews(shelf: Shelf, treaty: str, on: str, known: str | None = None) -> list[Deadline]:
    law = load_treaty(shelf, treaty)
    rows = calendar(law, law.acts, day(on), day(known) if known else None)
    return [row for row in rows if "review" in row.id]


def test_no_conference_of_the_npt_is_told_in_2020_and_the_tenth_in_2022(shelf: Shelf) -> None:
    held = {row.due.year: row for row in reviews(shelf, "npt", "2026-11-22") if _CONFERENCE in row.what}
    assert 2020 not in held
    assert (held[2022].due, held[2022].state) == (day("2022-08-01"), DeadlineState.MET)
    assert held[2026].due == day("2026-04-27")
    assert len(held) == 11


@pytest.mark.parametrize(
    ("on", "due", "state"),
    [
        ("1974-01-01", "1975-03-05", "running"),
        ("2019-07-05", "2020-04-27", "running"),
        ("2021-06-01", "2020-04-27", "past"),
        ("2026-11-22", "2031-04-27", "running"),
    ],
)
def test_the_next_falls_due_five_years_after_the_last_and_no_day_is_claimed_for_it(
    shelf: Shelf, on: str, due: str, state: str
) -> None:
    (row,) = (row for row in reviews(shelf, "npt", on) if _CONFERENCE not in row.what)
    assert (row.due, row.state.value, row.edge) == (day(due), state, "from")
    assert "for the parties to fix" in row.what


def test_a_conference_is_not_told_before_it_was_known(shelf: Shelf) -> None:
    rows = reviews(shelf, "npt", "2026-11-22", known="2021-01-01")
    assert max(row.due for row in rows if _CONFERENCE in row.what) == day("2015-04-27")


def test_days_from_memory_are_marked(shelf: Shelf) -> None:
    rows = {row.due.year: row for row in reviews(shelf, "npt", "2026-11-22")}
    assert any(ground.act and ground.verified is False for ground in rows[1975].grounds)
    assert all(ground.verified for ground in rows[2022].grounds if ground.act)


def test_the_bwc_tells_its_conferences_and_no_next_one_since_no_clause_sets_it(shelf: Shelf) -> None:
    days = {row.due.isoformat() for row in reviews(shelf, "bwc", "2026-11-22")}
    assert {"1980-03-03", "2006-11-20", "2016-11-07"} <= days
    assert max(days) < "2026"
