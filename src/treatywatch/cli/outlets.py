"""`outlets`: who reports, and how their copy is credited."""

from __future__ import annotations

from typing import Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks


@click.command(
    short_help="Outlets and wires, and how they are credited.",
    epilog="""\b
Examples:
  treatywatch outlets
  treatywatch outlets AFP --format json
""",
)
@click.argument("outlet", required=False)
@asks()
def command(desk: Desk, outlet: str | None) -> None:
    """List the outlets and wires, or tell all about one: an id, an alias or a name."""
    from treatywatch.cli.answer import Table, give
    from treatywatch.cli.cards import card
    from treatywatch.shapes import shelf as shapes

    outlets = desk.shelf.outlets
    if outlet is not None:
        told = {**shapes.outlet(outlets[desk.shelf.resolve("outlet", outlet)]), **desk.stamp()}
        give(desk.question.format, told, lambda: card(told))
        return
    stamp = desk.stamp()
    listed: list[dict[str, Any]] = [{**shapes.outlet(outlets[each]), **stamp} for each in sorted(outlets)]
    give(
        desk.question.format,
        listed,
        lambda: Table(
            ("id", "name", "kind", "country", "state relation", "wire"),
            [
                (
                    row["id"],
                    row["name"],
                    row["kind"],
                    row["country"],
                    row["state_relation"],
                    "wire" if row["is_wire"] else "",
                )
                for row in listed
            ],
        ),
    )
