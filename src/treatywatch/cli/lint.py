"""`lint`: faults in the data files of the shelf."""

from __future__ import annotations

from pathlib import Path

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks
from treatywatch.errors import Fault, ShelfError


@click.command(
    short_help="Faults in data files.",
    epilog="""\b
Examples:
  treatywatch lint
  treatywatch lint --shelf ./my-shelf
  treatywatch lint ./my-shelf --format csv > faults.csv
""",
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

    faults = [fault(found) for found in (*lint(folder or desk.question.shelf), *_of_law(folder or desk.question.shelf))]
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


def _of_law(overlay: Path | None) -> list[Fault]:
    """What the treaties' files contradict in each other, and the cases that the program answers otherwise."""
    from treatywatch.regime import judge
    from treatywatch.rulebook import faults, load_cases, load_treaty
    from treatywatch.shelf import open_shelf

    shelf = open_shelf(overlay)
    found = list(faults(shelf))
    for id in shelf.treaty_ids():
        path = shelf.shown(f"treaties/{id}/cases.yml")
        try:
            law, cases = load_treaty(shelf, id), load_cases(shelf, id)
        except ShelfError:
            continue
        for case in cases:
            found += [Fault(path, 0, case.name, told, "the case's answer", "case") for told in judge(law, case)]
    return found
