"""`calendar`: deadlines, past and coming; also for calendar programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import FORMATS, asks

if TYPE_CHECKING:
    from datetime import date

    from treatywatch.cli.answer import Page
    from treatywatch.model.regime import Deadline


@click.command(
    short_help="Deadlines, past and coming; also as iCalendar.",
    epilog="""\b
Examples:
  treatywatch calendar
  treatywatch calendar --treaty inf --on 2019-07-05
  treatywatch calendar --since 2026 --format ics > deadlines.ics
""",
)
@asks("on", "known", "since", "until", "treaty", "actor", formats=FORMATS)
def command(desk: Desk) -> None:
    """List the deadlines that the treaties set: past, running, stopped or met on the day asked about."""
    from treatywatch.cli.answer import give
    from treatywatch.shapes.clocks import deadline

    stamp = desk.stamp()
    rows = [deadline(each, stamp) for each in deadlines(desk)]
    if desk.question.format == "ics":
        from treatywatch.cli.ics import feed

        sys.stdout.write(feed(rows, desk.now, _revisions(desk, {row["treaty"] for row in rows})))
        return
    give(desk.question.format, rows, lambda: _page(rows, desk.on))


def _page(rows: list[dict[str, Any]], on: date) -> Page:
    """The deadlines as a table, and under it whose table of participants is incomplete."""
    from treatywatch.cli.answer import Page, Table
    from treatywatch.cli.standing import basis, incomplete

    gaps = {row["treaty"]: said for row in rows if (said := incomplete(row["coverage"]))}
    table = Table(
        ("due", "state", "treaty", "actor", "what", "because of", "participants"),
        [
            (
                *(row["due"], row["state"], row["treaty"], row["actor"], row["what"], basis(row["grounds"])),
                "table incomplete" if row["treaty"] in gaps else "",
            )
            for row in rows
        ],
        f"On {on.isoformat()}",
        empty="no deadline",
        long=("what",),
    )
    return Page([table]).add(*((f"{treaty}: {said}", "yellow") for treaty, said in gaps.items()))


def _revisions(desk: Desk, treaties: set[str]) -> dict[str, int]:
    """How often what became public changed each deadline, by its id."""
    from treatywatch.regime import revisions

    laws = (desk.law(each) for each in sorted(treaties))
    return {id: count for law in laws for id, count in revisions(law, desk.question.known).items()}


def deadlines(desk: Desk) -> list[Deadline]:
    """The deadlines that the question asks for, by day."""
    from treatywatch.regime import calendar

    asked, actor, since, until = desk.treaty, desk.actor, desk.question.since, desk.question.until
    first, last = since.earliest if since else None, until.latest if until else None
    found: list[Deadline] = []
    for treaty in (asked,) if asked else desk.shelf.treaty_ids():
        law = desk.law(treaty)
        found += calendar(law, law.acts, desk.on, desk.question.known, first, last)
    kept = (row for row in found if actor is None or row.actor in (None, actor))
    return sorted(kept, key=lambda row: (row.due, row.treaty, row.id))
