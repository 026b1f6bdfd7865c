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
  treatywatch treaties inf --on 1990-01-01
  treatywatch treaties "New START" --format json
""",
)
@click.argument("treaty", required=False)
@asks("on", "known")
def command(desk: Desk, treaty: str | None) -> None:
    """List the treaties, or tell all about one: sides, clauses with article and source, settled acts, history.

    With its numbers, where the shelf has any: what was declared beside the limits, and what was destroyed, by the day asked.
    """
    from treatywatch.cli.answer import Table, give
    from treatywatch.cli.numbers import numbers
    from treatywatch.rulebook import load_chronology, load_treaty
    from treatywatch.shapes import treaties as shapes

    shelf = desk.shelf
    if treaty is not None:
        identity = desk.treaty_id(treaty)
        law = load_treaty(shelf, identity)
        told = {**shapes.treaty(law, load_chronology(shelf, identity)), **numbers(desk, law), **desk.stamp()}
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
        *_holdings(told["holdings"]),
        *_destroyed(told["destroyed"]),
    )


def _holdings(rows: list[dict[str, Any]]) -> list[Any]:
    from treatywatch.cli.answer import Table

    if not rows:
        return []
    words = {True: "yes", False: "no", None: "not declared"}
    told = [
        (
            row["day"],
            row["actor"],
            row["article"],
            "" if row["number"] is None else f"{row['number']:,}",
            f"{row['at_most']:,} {row['unit']}",
            words[row["within"]],
            "" if row["applies"] else f"not before {row['due']}" if row["due"] else "no",
            [f"{other['holder']}: {other['number']:,}" for other in row["others"]],
        )
        for row in rows
    ]
    columns = ("as of", "actor", "article", "declared", "limit", "within", "limit held", "others count")
    return ["", Table(columns, told, "Declared numbers beside their limits")]


def _destroyed(told: dict[str, Any] | None) -> list[Any]:
    from treatywatch.cli.answer import Table

    if told is None:
        return []

    def many(row: dict[str, Any]) -> str:
        return "not told" if row["gone"] is None else f"{'at least ' if row['at_least'] else ''}{row['gone']:,}"

    rows = [
        (
            row["system"],
            row["actor"],
            row["article"],
            many(row),
            f"{row['count']:,}",
            row["last"],
            row["due"],
            {True: "yes", False: "no", None: ""}[row["in_time"]],
            "" if all(ground["verified"] for ground in row["grounds"] if "article" not in ground) else "unverified",
        )
        for row in told["types"]
    ]
    title = f"Destroyed by {told['on']}: {many(told)} of {told['count']:,} {told['unit']}"
    columns = ("type", "actor", "article", "gone", "of", "last one", "all due by", "in time", "")
    rivals = [(one["says"], one["by"], one["because"]) for one in told["rivals"]]
    return ["", Table(columns, rows, title), "", Table(("figure", "by", "why it differs"), rivals, "Other figures")]
