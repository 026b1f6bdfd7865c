"""`treaties`: the treaties of the shelf, with their clauses, acts and history."""

from __future__ import annotations

from typing import Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks


@click.command(
    short_help="The treaties: sides, clauses, acts, history.",
    epilog="""\b
Examples:
  treatywatch treaties
  treatywatch treaties inf
  treatywatch treaties "New START" --format json
""",
)
@click.argument("treaty", required=False)
@asks()
def command(desk: Desk, treaty: str | None) -> None:
    """List the treaties, or tell all about one: sides, clauses with article and source, settled acts, history."""
    from treatywatch.cli.answer import Table, give
    from treatywatch.rulebook import load_chronology, load_treaty
    from treatywatch.shapes import treaties as shapes

    shelf = desk.shelf
    if treaty is not None:
        identity = desk.treaty_id(treaty)
        told = {**shapes.treaty(load_treaty(shelf, identity), load_chronology(shelf, identity)), **desk.stamp()}
        give(desk.question.format, told, lambda: _one(told), lambda: told["clauses"])
        return
    stamp = desk.stamp()
    listed = [{**shapes.summary(load_treaty(shelf, each)), **stamp} for each in shelf.treaty_ids()]
    give(
        desk.question.format,
        listed,
        lambda: Table(
            ("id", "name", "form", "clauses", "acts"),
            [(row["id"], row["name"], row["form"], row["clauses"], row["acts"]) for row in listed],
        ),
    )


def _day_of(act: dict[str, Any]) -> str:
    told = [(word, act.get(word)) for word in ("announced", "notified", "received", "effective")]
    return "; ".join(f"{word} {day}" for word, day in told if day)


def _one(told: dict[str, Any]) -> Any:
    from treatywatch.cli.answer import Page, Table

    def sure(row: dict[str, Any]) -> str:
        return "" if row["verified"] else "unverified"

    clauses = [(row["article"], row["kind"], row["says"], sure(row)) for row in told["clauses"]]
    acts = [(_day_of(row), row["kind"], row["actors"], row["says"], sure(row)) for row in told["acts"]]
    history = [(row["day"], row["actors"], row["says"], sure(row)) for row in told["chronology"]]
    page = Page([(told["name"], "bold"), told["summary"], ""])
    for side in told["sides"]:
        page.add(f"side {side['id']}: {side['name']} ({', '.join(member['actor'] for member in side['members'])})")
    return page.add(
        "",
        Table(("article", "kind", "says", ""), clauses, "Clauses"),
        "",
        Table(("days", "act", "actors", "says", ""), acts, "Acts"),
        "",
        Table(("day", "actors", "says", ""), history, "History"),
    )
