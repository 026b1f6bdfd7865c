"""`verify`: whether the record is whole, and whether every text and passage is what it was."""

from __future__ import annotations

from collections.abc import Iterator

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks


@click.command(
    short_help="Check that the record is whole and unaltered.",
    epilog="""\b
Examples:
  treatywatch verify
  treatywatch verify --record desk.db --format json
""",
)
@asks()
def command(desk: Desk) -> int:
    """Check the record: the file itself, every reference, every text against its report's id, every passage of a judgement.

    The exit code is 1 where anything is wrong.
    """
    from treatywatch.cli.answer import Page, give

    faults = [*desk.record.faults(), *_altered(desk)]
    answer = {"record": str(desk.record_path), "ok": not faults, "faults": faults}
    page = Page([f"{desk.record_path}: " + ("whole" if not faults else f"{len(faults)} faults"), *faults])
    give(desk.question.format, answer, lambda: page)
    return 1 if faults else 0


def _altered(desk: Desk) -> Iterator[str]:
    """The reports whose text is not the one that their id was made of."""
    from treatywatch.reading.desk import report_id

    for report in desk.record.reports():
        made = report_id(report.outlet, report.url, report.text)
        if made != report.id:
            yield f"{report.id}: found a text of {made}, expected the text that was read; restore a copy"
