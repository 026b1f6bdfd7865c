"""`lint`: faults in the data files of the shelf."""

from __future__ import annotations

from pathlib import Path

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks


@click.command(
    epilog="""\b
Examples:
  treatywatch lint
  treatywatch lint --shelf ./my-shelf
  treatywatch lint ./my-shelf --format csv > faults.csv
"""
)
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@asks()
def command(desk: Desk, folder: Path | None) -> int:
    """List the faults in data files, each with file, line, what was found and what was expected.

    Reads the shipped shelf, with FOLDER (or --shelf) laid over it. Exits 1 where there is an error, else 0.
    """
    from treatywatch.cli.answer import Table, give
    from treatywatch.shapes.faults import fault
    from treatywatch.shelf.lint import lint

    faults = [fault(found) for found in lint(folder or desk.question.shelf)]
    give(
        desk.question.format,
        faults,
        lambda: Table(
            ("where", "field", "found", "expected", "rule", "severity"),
            [
                (
                    f"{row['file']}:{row['line']}",
                    row["field"],
                    row["found"],
                    row["expected"],
                    row["rule"],
                    row["severity"],
                )
                for row in faults
            ],
            empty="no fault found",
        ),
    )
    return int(any(row["severity"] == "error" for row in faults))
