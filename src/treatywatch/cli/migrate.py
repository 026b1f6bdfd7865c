"""`migrate`: brings a record of an older schema to the present one."""

from __future__ import annotations

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks


@click.command(
    short_help="Bring a record of an older program up to date.",
    epilog="""\b
Examples:
  treatywatch migrate
  treatywatch migrate --record desk.db --no-backup
""",
)
@click.option("--backup/--no-backup", "backup", default=True, help="Keep a copy of the record as it was (default).")
@asks()
def command(desk: Desk, backup: bool) -> None:
    """Bring the record to this program's schema, in one transaction; a copy of what it was is kept beside it.

    A record that is up to date is left alone. Close other programs that use the record first.
    """
    from treatywatch.cli.answer import Page, give
    from treatywatch.record import migrate
    from treatywatch.record.schema import SCHEMA

    before, copy = migrate(desk.record_path, backup)
    answer = {"record": str(desk.record_path), "from": before, "to": SCHEMA, "copy": str(copy) if copy else None}
    says = (
        f"{desk.record_path}: schema {SCHEMA} already"
        if before == SCHEMA
        else f"{desk.record_path}: schema {before} → {SCHEMA}"
    )
    page = Page([says + (f"; as it was: {copy}" if copy else "")])
    give(desk.question.format, answer, lambda: page)
