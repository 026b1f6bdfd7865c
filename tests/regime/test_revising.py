"""The number by which calendar programs see that a deadline has changed: it rises with the change, and at no other time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch.cli.ics import sequence
from treatywatch.dates import PlainDay
from treatywatch.model.law import Act, Treaty
from treatywatch.model.regime import Deadline
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import calendar, revisions
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import Shelf, open_shelf

from .conftest import act, day

_SHELF = open_shelf()
_FEW = [load_treaty(_SHELF, id) for id in ("inf", "new-start", "jcpoa", "start-1", "abm", "unesco", "open-skies")]
_NOTICE = "deadline:inf:XV.2:us-notice"


def seen(treaty: Treaty, on: date) -> dict[str, tuple[Deadline, int]]:
    """What a subscriber fetched on that day: each deadline with its number."""
    found = revisions(treaty, on)
    rows = calendar(treaty, treaty.acts, on, on)
    return {row.id: (row, sequence(row.state.value, found.get(row.id, 0))) for row in rows}


def with_acts(treaty: Treaty, *acts: Act) -> Treaty:
    return replace(treaty, acts=(*treaty.acts, *acts))


def test_a_revocation_raises_the_number_of_the_end_that_it_stops(inf: Treaty) -> None:
    stopped = with_acts(inf, act("us-revokes", EventKind.REVOKE_NOTICE, ("us",), "2019-07-20"))
    row, before = seen(stopped, day("2019-07-19"))[_NOTICE]
    assert (row.due, row.state.value, before) == (day("2019-08-02"), "running", 0)
    row, after = seen(stopped, day("2019-07-20"))[_NOTICE]
    assert row.state.value == "stopped"
    assert after > before
    assert seen(stopped, day("2019-12-31"))[_NOTICE][1] == after


def test_a_vote_in_between_raises_nothing(inf: Treaty) -> None:
    voted = with_acts(inf, act("us-votes", EventKind.VOTE, ("us",), "2019-03-20"))
    assert seen(voted, day("2019-03-19"))[_NOTICE][1] == seen(voted, day("2019-03-21"))[_NOTICE][1] == 0


def test_the_end_itself_raises_the_number_once(inf: Treaty) -> None:
    numbers = [seen(inf, day(on))[_NOTICE][1] for on in ("2019-02-02", "2019-08-01", "2019-08-02", "2026-11-22")]
    assert numbers == [0, 0, 1, 1]


def test_an_end_that_moves_keeps_its_id_and_rises(shelf: Shelf) -> None:
    """A war that becomes known during the notice holds the exit back (Ottawa 20(3)): one deadline, with another day."""
    ottawa = load_treaty(shelf, "ottawa")
    war = ottawa.hindrances[0]
    began = replace(war, actor="fi", since=PlainDay.parse("2025-11-01"), until=PlainDay.parse("2026-09-01"))
    moved = replace(ottawa, hindrances=(*ottawa.hindrances, began))
    found = {id for id in seen(moved, day("2025-10-01")) if "fi" in id.split(":")[-1] and "20" in id}
    (id,) = found
    row, before = seen(moved, day("2025-10-01"))[id]
    later, after = seen(moved, day("2025-11-01"))[id]
    assert row.due == day("2026-01-10")
    assert later.due == day("2026-09-01")
    assert after > before


def test_the_extension_moves_the_expiry_of_new_start_on_the_day_of_the_exchange(new_start: Treaty) -> None:
    old, new = (f"deadline:new-start:XIV.2:term:{day}" for day in ("2021-02-05", "2026-02-05"))
    before, after = seen(new_start, day("2021-02-02")), seen(new_start, day("2021-02-03"))
    assert before[old][0].state.value == "running"
    assert after[old][0].state.value == "stopped"
    assert after[old][1] > before[old][1]
    assert new not in before
    assert (after[new][0].due, after[new][1]) == (day("2026-02-05"), 0)
    assert seen(new_start, day("2026-02-05"))[new][1] == 1


@pytest.mark.parametrize("treaty", _FEW, ids=lambda treaty: treaty.id)
def test_the_same_question_gives_the_same_numbers(treaty: Treaty) -> None:
    again = replace(treaty, acts=tuple(reversed(treaty.acts)))
    for known in (None, day("2019-07-05"), day("2021-03-01")):
        assert revisions(treaty, known) == revisions(treaty, known) == revisions(again, known)


_DAYS = st.dates(date(1990, 1, 1), date(2026, 12, 31))


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(_FEW), _DAYS, st.integers(1, 1500))
def test_a_deadline_that_changed_has_a_higher_number_and_one_that_did_not_has_the_same(
    treaty: Treaty, on: date, later: int
) -> None:
    first, second = seen(treaty, on), seen(treaty, on + timedelta(days=later))
    for id in first.keys() & second.keys():
        (before, low), (after, high) = first[id], second[id]
        assert high > low if before != after else high == low
