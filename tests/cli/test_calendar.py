"""`calendar`: what a deadline carries, and what calendar programs are told when it changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., Any]

_SHORT = "the table of participants is incomplete"


def entries(ask: Ask, *question: str) -> dict[str, Any]:
    """The events of the calendar as a calendar program reads them, by UID."""
    from icalendar import Calendar

    feed = Calendar.from_ical(ask("calendar", *question, "--format", "ics").out)
    return {str(event["uid"]): event for event in feed.walk("VEVENT")}


# --- Incomplete tables -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("treaty", ["ptbt", "outer-space", "unesco"])
def test_a_deadline_of_an_incomplete_table_says_so_in_every_format(ask: Ask, treaty: str) -> None:
    rows = ask("calendar", "--treaty", treaty, "--on", "2026-11-22").json
    assert rows
    assert all(row["coverage"]["complete"] is False and row["coverage"]["says"] for row in rows)
    table = ask("calendar", "--treaty", treaty, "--on", "2026-11-22", "--format", "table").out
    assert "table incomplete" in table
    assert f"{treaty}: {_SHORT}" in table
    events = entries(ask, "--treaty", treaty, "--on", "2026-11-22")
    assert events
    assert all(_SHORT in str(event["description"]) for event in events.values())


def test_a_deadline_of_a_complete_table_carries_no_such_words(ask: Ask) -> None:
    rows = ask("calendar", "--treaty", "cwc", "--on", "2026-11-22").json
    assert all(row["coverage"]["complete"] is True for row in rows)
    assert "incomplete" not in ask("calendar", "--treaty", "cwc", "--on", "2026-11-22", "--format", "table").out
    assert not any(_SHORT in str(event["description"]) for event in entries(ask, "--treaty", "cwc").values())


def test_a_deadline_between_two_sides_rests_on_no_table(ask: Ask) -> None:
    assert {str(row["coverage"]) for row in ask("calendar", "--treaty", "inf").json} == {"None"}


def test_status_and_calendar_tell_the_same_gap(ask: Ask) -> None:
    told = ask("status", "ptbt").json["coverage"]
    assert {row["coverage"]["says"] for row in ask("calendar", "--treaty", "ptbt").json} == {told["says"]}


# --- Revisions ---------------------------------------------------------------------------------------------------------


def test_the_feed_cancels_the_expiry_that_an_extension_replaced_and_numbers_it_higher(ask: Ask) -> None:
    uid = "deadline:new-start:XIV.2:term:2021-02-05@treatywatch"
    before, after = (
        entries(ask, "--treaty", "new-start", "--on", day, "--known", day)[uid] for day in ("2021-02-02", "2021-02-03")
    )
    assert (str(before["status"]), str(after["status"])) == ("CONFIRMED", "CANCELLED")
    assert int(str(after["sequence"])) > int(str(before["sequence"]))
    assert before["dtstart"].dt == after["dtstart"].dt


def test_the_same_feed_twice_is_the_same_to_the_byte(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1562284800")
    assert len({ask("calendar", "--treaty", "inf", "--format", "ics").out for _ in range(2)}) == 1
