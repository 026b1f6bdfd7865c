"""`pledges`: who promised what, under which condition, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks

if TYPE_CHECKING:
    from treatywatch.cli.reasons import Witness
    from treatywatch.findings.pledges import Move, Pledge
    from treatywatch.model.regime import Reason


@click.command(
    short_help="Who promised what, and what came of it.",
    epilog="""\b
Examples:
  treatywatch pledges
  treatywatch pledges --actor Russia --on 2019-07-06
  treatywatch pledges --treaty inf --format json
""",
)
@asks("on", "known", "since", "until", "treaty", "actor")
def command(desk: Desk) -> None:
    """List the pledges that the reports tell, each with its condition taken apart and its state on the day.

    A pledge is open; met: done, or kept to its term; broken: the promiser did otherwise while bound; lapsed: its condition released the
    promiser, or he took it back; or unclear: reports conflict, or it is disputed whether the condition came true.
    """
    from treatywatch.cli.answer import Table, counted, give, short
    from treatywatch.shapes.pledges import pledge

    stamp = desk.stamp()
    rows = [{**pledge(row), **stamp} for row in _asked(desk)]
    give(
        desk.question.format,
        rows,
        lambda: Table(
            ("made by", "to", "promise", "condition", "state", "since", "because", "id"),
            [
                (
                    [row["by"], *row["also_by"]],
                    row["to"],
                    row["promise"],
                    row["condition"]["text"] if row["condition"] else "",
                    row["state"],
                    row["moved_on"] or row["made_on"],
                    row["because"],
                    short(row["id"]),
                )
                for row in rows
            ],
            counted(len(rows), "pledge"),
            long=("promise",),
        ),
    )


def all_pledges(desk: Desk) -> tuple[Pledge, ...]:
    """The pledges made by the day asked, each followed up to it through the record and the shelf's chronologies."""
    from treatywatch.findings.pledges import find_pledges, follow, load_pledge_words
    from treatywatch.findings.sides import Sides

    words, sides = load_pledge_words(desk.shelf), Sides(desk.shelf)
    found = find_pledges(desk.findings, words, sides, desk.on)
    return follow(found, desk.findings, words, sides, desk.on, _history(desk, found))


def _history(desk: Desk, pledges: tuple[Pledge, ...]) -> Any:
    """The chronologies of the treaties that the pledges are about, as far as public by the day that --known names."""
    from treatywatch.rulebook import load_chronology

    named = sorted({treaty for row in pledges for treaty in row.treaties} & set(desk.shelf.treaty_ids()))
    known = desk.question.known
    return tuple(
        (treaty, item)
        for treaty in named
        for item in load_chronology(desk.shelf, treaty)
        if known is None or item.day.latest <= known
    )


def _asked(desk: Desk) -> list[Pledge]:
    treaty, actor = desk.treaty, desk.actor
    return [
        row
        for row in all_pledges(desk)
        if (treaty is None or treaty in row.treaties)
        and (actor is None or actor in (row.by, *row.also_by, *row.to))
        and _in_days(desk, row)
    ]


def _in_days(desk: Desk, row: Pledge) -> bool:
    """Whether the pledge was made, repeated or moved in the days asked for."""
    from treatywatch.cli.choose import any_in_days
    from treatywatch.findings.telling import said_by

    return any_in_days([*map(said_by, row.statements), *(move.day for move in row.moves)], desk.question)


def _moving(move: Move) -> tuple[str, ...]:
    """The ids of what moved a pledge."""
    return (*(entry.id for entry in move.events), *(entry.id for entry in move.statements))


def explained(desk: Desk, identity: str, witness: Witness) -> Reason | None:
    """Why a pledge stands as it does: its moves with their grounds, and its statements; None for an unknown id."""
    from treatywatch.cli.choose import the_one
    from treatywatch.model.regime import Reason

    row = the_one(all_pledges(desk), identity)
    if row is None:
        return None
    moves = tuple(
        Reason(
            f"{row.id}:{move.day.isoformat()}",
            f"{move.state.value} from {move.day.isoformat()}: {move.because}",
            move.grounds,
            tuple(filter(None, map(witness.explain, _moving(move)))),
        )
        for move in reversed(row.moves)
    )
    said = tuple(map(witness.of_statement, row.statements))
    condition = f", {row.condition.text}" if row.condition else ""
    return Reason(row.id, f"{row.by} pledged: {row.promise}{condition}; {row.state.value}", (), (*moves, *said))
