"""`events`: what the reports assert to have happened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks

if TYPE_CHECKING:
    from treatywatch.model.entry import EventEntry


@click.command(
    short_help="What is reported to have happened.",
    epilog="""\b
Examples:
  treatywatch events
  treatywatch events --treaty inf --since 2019
  treatywatch events --actor Russia --format jsonl
""",
)
@asks("known", "since", "until", "treaty", "actor")
def command(desk: Desk) -> None:
    """List the events that the reports tell, each with its modality, its number of independent lines, and whether an act settles it.

    A reported event changes no standing: `settled` says whether an act of the shelf matches it.
    """
    from treatywatch.cli.answer import Table, counted, give, short
    from treatywatch.shapes.events import told_event

    stamp = desk.stamp()
    rows = [{**told_event(entry), **stamp} for entry in _asked(desk)]
    give(
        desk.question.format,
        rows,
        lambda: Table(
            ("day", "event", "modality", "actors", "treaty", "settled", "lines", "as told", "id"),
            [
                (
                    row["day"]["edtf"] if row["day"] else "",
                    row["kind"],
                    row["modality"] if row["position"] == "affirms" else f"{row['modality']} ({row['position']})",
                    row["actors"],
                    row["treaty"],
                    "settled" if row["settled"] else "reported",
                    row["lines"],
                    row["evidence"][0]["exact"],
                    short(row["id"]),
                )
                for row in rows
            ],
            counted(len(rows), "event"),
            long=("as told",),
        ),
    )


def _asked(desk: Desk) -> list[EventEntry]:
    from treatywatch.cli.choose import in_days

    treaty, actor = desk.treaty, desk.actor
    chosen = [
        entry
        for entry in desk.findings.events
        if (treaty is None or entry.event.treaty == treaty)
        and (actor is None or actor in (*entry.event.actors, *entry.event.targets))
        and in_days(entry.event.day, desk.question)
    ]
    return sorted(chosen, key=_by_day)


def _by_day(entry: EventEntry) -> tuple[bool, date, str]:
    day = entry.event.day
    first = (day.best or day.earliest or day.latest) if day else None
    return first is None, first or date.max, entry.id
