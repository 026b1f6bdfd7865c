"""`backup`: copies the record, also while another program writes to it."""

from __future__ import annotations

from pathlib import Path

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks


@click.command(
    short_help="Copy the record, even while it is written.",
    epilog="""\b
Examples:
  treatywatch backup copies/2026-11-22.db
  treatywatch backup copy.db --record desk.db
""",
)
@click.argument("to", type=click.Path(path_type=Path), metavar="FILE")
@asks()
def command(desk: Desk, to: Path) -> None:
    """Copy the record to FILE, which must not be there yet. The copy is whole, and is checked."""
    from treatywatch.cli.answer import Page, give
    from treatywatch.record import Record

    desk.record.copy(to)
    with Record.open(to) as copied:
        copied.check()
        count = len(copied.reports())
    answer = {"record": str(desk.record_path), "copy": str(to), "reports": count}
    give(desk.question.format, answer, lambda: Page([f"{to}: {count} reports"]))
