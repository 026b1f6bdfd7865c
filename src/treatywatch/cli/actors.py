"""`actors`: states, organisations, offices and the people who held them."""

from __future__ import annotations

from typing import Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks


@click.command(
    short_help="States, organisations, offices and who held them.",
    epilog="""\b
Examples:
  treatywatch actors
  treatywatch actors "NATO chief" --on 2019-07-05
  treatywatch actors su --format json
""",
)
@click.argument("actor", required=False)
@asks("on")
def command(desk: Desk, actor: str | None) -> None:
    """List states, organisations and offices, or tell all about one actor: an id, an alias, a title or a name.

    --on says on which day a name or a title is meant ("Moscow" in 1987 is the Soviet Union).
    """
    from treatywatch.cli.answer import Table, give
    from treatywatch.cli.cards import card

    if actor is not None:
        told = {**_one(desk, desk.actor_id(actor)), **desk.stamp()}
        give(desk.question.format, told, lambda: card(told))
        return
    stamp = desk.stamp()
    listed = [{**row, **stamp} for row in _all(desk)]
    give(
        desk.question.format,
        listed,
        lambda: Table(
            ("id", "name", "kind", "of", "since", "until"),
            [
                (
                    row["id"],
                    row["name"],
                    row["kind"],
                    row.get("state") or row.get("actor"),
                    row.get("since"),
                    row.get("until"),
                )
                for row in listed
            ],
        ),
    )


def _all(desk: Desk) -> list[dict[str, Any]]:
    from treatywatch.shapes import shelf as shapes

    shelf = desk.shelf
    return [
        *(shapes.state(shelf.states[each]) for each in sorted(shelf.states)),
        *(shapes.organisation(shelf.organisations[each]) for each in sorted(shelf.organisations)),
        *(shapes.office(shelf.offices[each]) for each in sorted(shelf.offices)),
    ]


def _one(desk: Desk, identity: str) -> dict[str, Any]:
    from treatywatch.shapes import shelf as shapes

    shelf = desk.shelf
    if identity in shelf.states:
        return shapes.state(shelf.states[identity])
    if identity in shelf.organisations:
        return shapes.organisation(shelf.organisations[identity])
    if identity in shelf.offices:
        return shapes.office(shelf.offices[identity])
    held = [(post, term) for post in shelf.offices.values() for term in post.holders if term.person == identity]
    return shapes.person(identity, held)
