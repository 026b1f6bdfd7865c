"""Deadlines as iCalendar (RFC 5545): all-day events with stable UIDs, cancelled where a clock was stopped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from treatywatch.cli.standing import basis, incomplete
from treatywatch.shapes.escape import visible


def feed(deadlines: Iterable[Mapping[str, Any]], now: datetime, revisions: Mapping[str, int]) -> str:
    """The deadlines as one calendar. `now` stamps it; `revisions` tells by id how often what became public changed a deadline."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Treatywatch//Deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Treaty deadlines")
    for row in deadlines:
        calendar.add_component(_event(row, now, revisions.get(row["id"], 0)))
    return str(calendar.to_ical().decode("utf-8"))


def _event(row: Mapping[str, Any], now: datetime, revision: int) -> Any:
    from icalendar import Event

    due = date.fromisoformat(row["due"])
    event = Event()
    event.add("uid", f"{row['id']}@treatywatch")
    event.add("sequence", sequence(row["state"], revision))
    event.add("dtstamp", now)
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", visible(f"{row['treaty']}: {row['what']}"))
    event.add("description", visible(_description(row)))
    event.add("status", "CANCELLED" if row["state"] == "stopped" else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("categories", [row["treaty"], row["state"]])
    return event


def _description(row: Mapping[str, Any]) -> str:
    """The entry's state, what it rests on, what is to be noted, and whether the table of participants behind it is incomplete."""
    told = (row["state"], f"because of {basis(row['grounds'])}", row["note"], incomplete(row["coverage"]))
    return "; ".join(part for part in told if part)


def sequence(state: str, revision: int) -> int:
    """The number of the revision (RFC 5545, 3.8.7.4): it rises when a deadline changes, and at no other time.

    A deadline is changed by what becomes public, `revision` times so far; and by time alone once at most, when it stops running. So the
    number is the same whenever the same question is asked, and nothing needs to be stored.
    """
    return 2 * revision + (state != "running")
