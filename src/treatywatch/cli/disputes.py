"""`disputes`: who accuses whom of what, who answers what, and who has the last word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks

if TYPE_CHECKING:
    from treatywatch.cli.reasons import Witness
    from treatywatch.findings.disputes import Dispute, LawReading
    from treatywatch.model.regime import Reason


@click.command(
    short_help="Who accuses whom of what, and the answers.",
    epilog="""\b
Examples:
  treatywatch disputes
  treatywatch disputes --treaty inf --on 2019-07-05
  treatywatch disputes --actor Russia --format jsonl
""",
)
@asks("on", "known", "since", "until", "treaty", "actor")
def command(desk: Desk) -> None:
    """List the disputes that the reports tell: claim, answers, last word by the day, and what the law would say under each account.

    Nothing is ruled on: a row tells who claims what. A counter-accusation is a row of its own, and both name each other.
    """
    from treatywatch.cli.answer import Table, counted, give, short
    from treatywatch.shapes.disputes import dispute

    stamp = desk.stamp()
    rows = [{**dispute(row, readings(desk, row)), **stamp} for row in _asked(desk)]
    give(
        desk.question.format,
        rows,
        lambda: Table(
            ("by", "against", "treaty", "about", "claim", "answers", "last word", "lines", "id"),
            [
                (
                    row["by"],
                    row["against"],
                    row["treaty"],
                    row["about"]["systems"] + row["about"]["articles"],
                    row["claim"][-1]["content"],
                    row["answers"][-1]["content"] if row["answers"] else "(no answer told)",
                    _who(row["last_word"]),
                    row["lines"],
                    short(row["id"]),
                )
                for row in rows
            ],
            counted(len(rows), "dispute"),
            long=("claim", "answers"),
        ),
    )


def _who(said: dict[str, Any] | None) -> str:
    from treatywatch.cli.statements import speaker_in_words

    if said is None:
        return ""
    day = f", {said['said_on']['edtf']}" if said["said_on"] else ""
    return f"{speaker_in_words(said['speaker'])}{day}"


def all_disputes(desk: Desk) -> tuple[Dispute, ...]:
    """The disputes by the day asked."""
    from treatywatch.findings.disputes import find_disputes, load_dispute_words
    from treatywatch.findings.sides import Sides

    return find_disputes(desk.findings, load_dispute_words(desk.shelf), Sides(desk.shelf), desk.on)


def readings(desk: Desk, row: Dispute) -> tuple[LawReading, ...]:
    """What the law would say under each account; nothing where the shelf does not hold the treaty."""
    from treatywatch.findings.disputes import readings_of
    from treatywatch.rulebook import load_treaty

    if row.treaty not in desk.shelf.treaty_ids():
        return ()
    return readings_of(row, load_treaty(desk.shelf, row.treaty), desk.shelf, desk.on, desk.question.known)


def _asked(desk: Desk) -> list[Dispute]:
    treaty, actor = desk.treaty, desk.actor
    return [
        row
        for row in all_disputes(desk)
        if (treaty is None or row.treaty == treaty)
        and (actor is None or actor in (row.by, row.against))
        and _in_days(desk, row)
    ]


def _in_days(desk: Desk, row: Dispute) -> bool:
    """Whether anything was said in the days asked for."""
    from treatywatch.cli.choose import any_in_days
    from treatywatch.findings.telling import said_by

    return any_in_days(map(said_by, (*row.claim, *row.answers)), desk.question)


def explained(desk: Desk, identity: str, witness: Witness) -> Reason | None:
    """Why there is a dispute: its statements, each explained by `witness`, and what each account rests on; None for an unknown id."""
    from treatywatch.cli.choose import the_one
    from treatywatch.model.regime import Reason

    row = the_one(all_disputes(desk), identity)
    if row is None:
        return None
    about = ", ".join(filter(None, (row.treaty, *row.systems, *row.articles)))
    claims, answers = (tuple(map(witness.of_statement, entries)) for entries in (row.claim, row.answers))
    accounts = tuple(Reason(one.id, one.says, one.grounds) for one in readings(desk, row))
    return Reason(row.id, f"{row.by} accuses {row.against}: {about}", (), (*claims, *answers, *accounts))
