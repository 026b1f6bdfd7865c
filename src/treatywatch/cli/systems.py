"""`systems`: weapon and defence systems, with every range and capability as somebody's claim."""

from __future__ import annotations

from typing import Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks


@click.command(
    short_help="The weapon systems, with every figure as a claim.",
    epilog="""\b
Examples:
  treatywatch systems
  treatywatch systems SSC-8
  treatywatch systems 9m729 --format json
""",
)
@click.argument("system", required=False)
@asks()
def command(desk: Desk, system: str | None) -> None:
    """List the weapon and defence systems, or tell all about one: an id, or a name in any nomenclature."""
    from treatywatch.cli.answer import Table, give
    from treatywatch.shapes import shelf as shapes

    systems = desk.shelf.systems
    if system is not None:
        told = {**shapes.system(systems[desk.shelf.resolve("system", system)]), **desk.stamp()}
        give(desk.question.format, told, lambda: _one(told))
        return
    stamp = desk.stamp()
    listed: list[dict[str, Any]] = [{**shapes.system(systems[each]), **stamp} for each in sorted(systems)]
    give(
        desk.question.format,
        listed,
        lambda: Table(
            ("id", "name", "type", "owner", "launched from", "claims"),
            [
                (row["id"], row["name"], row["type"], row["owner"], row["launch_mode"], len(row["claims"]))
                for row in listed
            ],
        ),
    )


def _one(told: dict[str, Any]) -> Any:
    from treatywatch.cli.answer import Table
    from treatywatch.cli.cards import card

    claims = Table(
        ("attribute", "claimed", "by", "day", "verified", "source"),
        [
            (
                row["attribute"],
                row["says"],
                row["by"],
                row["day"],
                "yes" if row["verified"] else "no",
                row["source"],
            )
            for row in told["claims"]
        ],
        "Claims",
    )
    return card(told, leave_out=("claims",)).add("", claims)
