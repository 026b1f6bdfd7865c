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
  treatywatch systems 9m729 --treaty inf
  treatywatch systems 9m729 --format json
""",
)
@click.argument("system", required=False)
@asks("treaty", "on", "known")
def command(desk: Desk, system: str | None) -> None:
    """List the weapon and defence systems, or tell all about one: an id, or a name in any nomenclature.

    One system is told with its limits: under whose figure which clause takes it in, and what bans it then.
    """
    from treatywatch.cli.answer import Table, give
    from treatywatch.cli.numbers import limits
    from treatywatch.shapes import shelf as shapes

    systems = desk.shelf.systems
    if system is not None:
        weapon = systems[desk.shelf.resolve("system", system)]
        told = {**shapes.system(weapon), "limits": limits(desk, weapon), **desk.stamp()}
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
    return card(told, leave_out=("claims", "limits")).add("", claims, "", *_limits(told["limits"]))


def _fit(row: dict[str, Any]) -> str:
    """The classes, and whether the figure lies in them wholly."""
    part = " (in part)" if row["fit"] == "in-part" else ""
    return ", ".join(row["classes"]) + part if row["classes"] else str(row["fit"])


def _limits(rows: list[dict[str, Any]]) -> list[Any]:
    """What follows from each claim, treaty by treaty."""
    from treatywatch.cli.answer import Table

    tables: list[Any] = []
    for treaty in dict.fromkeys((row["treaty"], row["phase"], row["phase_since"]) for row in rows):
        since = f" since {treaty[2]}" if treaty[2] else ""
        tables.append(
            Table(
                ("under whose figure", "figure", "falls under", "banned by", "because of", "depends on"),
                [
                    (
                        row["by"],
                        row["figure"],
                        _fit(row),
                        ", ".join(row["banned_by"]),
                        row["because"],
                        row["conditions"],
                    )
                    for row in rows
                    if row["treaty"] == treaty[0]
                ],
                f"Limits of {treaty[0]} ({treaty[1]}{since})",
                long=("depends on",),
            )
        )
    return tables or [Table(("",), [], "Limits", empty="no treaty asked about sorts by range what is claimed here")]
