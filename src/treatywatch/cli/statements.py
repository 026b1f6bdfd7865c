"""`statements`: who is reported to have said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks

if TYPE_CHECKING:
    from treatywatch.model.entry import StatementEntry


@click.command(
    short_help="Who is reported to have said what.",
    epilog="""\b
Examples:
  treatywatch statements
  treatywatch statements --treaty inf --actor Stoltenberg
  treatywatch statements --since 2019-07 --format csv > statements.csv
""",
)
@asks("known", "since", "until", "treaty", "actor")
def command(desk: Desk) -> None:
    """List the speech acts that the reports tell: speaker, stance, content, condition, and the number of independent lines."""
    from treatywatch.cli.answer import Table, counted, give, short
    from treatywatch.shapes.statements import told_statement

    stamp = desk.stamp()
    rows = [{**told_statement(entry), **stamp} for entry in _asked(desk)]
    give(
        desk.question.format,
        rows,
        lambda: Table(
            ("said on", "speaker", "stance", "targets", "content", "condition", "lines", "id"),
            [
                (
                    row["said_on"]["edtf"] if row["said_on"] else "",
                    speaker_in_words(row["speaker"]),
                    ("not: " if row["negated"] else "") + row["stance"],
                    row["targets"],
                    row["content"],
                    row["condition"]["text"] if row["condition"] else "",
                    row["lines"],
                    short(row["id"]),
                )
                for row in rows
            ],
            counted(len(rows), "statement"),
            long=("content",),
        ),
    )


def speaker_in_words(speaker: dict[str, Any] | None) -> str:
    """A speaker with the state or organisation spoken for."""
    if speaker is None:
        return "(nobody named)"
    whom = speaker["on_behalf_of"]
    return f"{speaker['name']} ({whom})" if whom and whom != speaker["actor"] else str(speaker["name"])


def _asked(desk: Desk) -> list[StatementEntry]:
    from treatywatch.cli.choose import in_days

    found = desk.findings.statements
    treaty, actor = desk.treaty, desk.actor
    return [
        entry
        for entry in found
        if (treaty is None or treaty in entry.statement.treaties)
        and (actor is None or actor in _speakers(entry))
        and in_days(entry.statement.said_on, desk.question)
    ]


def _speakers(entry: StatementEntry) -> set[str | None]:
    statement = entry.statement
    told = [who for who in (statement.speaker, *statement.co_speakers) if who]
    return {identity for who in told for identity in (who.actor, who.office, who.on_behalf_of)}
