"""`lint`: faults in the data files of the shelf, and contradictions in somebody else's table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks
from treatywatch.errors import Fault, ShelfError, UsageError

_COLUMNS = ("where", "field", "found", "expected", "rule", "severity")


@click.command(
    short_help="Faults in data files or in somebody else's table.",
    epilog="""\b
Examples:
  treatywatch lint
  treatywatch lint --shelf ./my-shelf
  treatywatch lint ./my-shelf --format csv > faults.csv
  treatywatch lint treaties.csv --on 2021-12-31
  treatywatch lint parties.csv --treaty ottawa --map "Date joined=deposited"
  treatywatch lint --rules
""",
)
@click.argument("path", required=False, type=click.Path(path_type=Path, exists=True, allow_dash=True))
@click.option(
    "--as", "kind", type=click.Choice(["treaties", "acts", "participants"]), help="What a row of the table tells."
)
@click.option(
    "--map", "said", multiple=True, metavar="COLUMN=FIELD", help="What a column holds (or ignore); repeat it."
)
@click.option("--map-file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="The same as YAML.")
@click.option("--dates", "order", type=click.Choice(["dmy", "mdy"]), help="What comes first in 05/07/2019.")
@click.option("--rules", is_flag=True, help="List the rules for tables, each with its ground.")
@asks("on", "treaty")
def command(desk: Desk, path: Path | None, rules: bool, **said: Any) -> int:
    """List the faults in data files, each with file, line, what was found and what was expected.

    Without PATH, or with a folder, it reads the shipped shelf, with the folder (or --shelf) laid over it. With a table (CSV, or -
    for standard input) it reports what contradicts itself, the treaty's own rules or the registers on the shelf, as of the day
    that --on names. Exits 1 where there is an error, else 0.
    """
    from treatywatch.shapes.faults import fault

    if rules:
        return _rules(desk)
    if path is not None and not path.is_dir():
        from treatywatch.cli.lint_table import of_table

        found = of_table(desk, path, **said)
    else:
        _refuse_options_of_tables(desk, said)
        from treatywatch.shelf.lint import lint

        overlay = path or desk.question.shelf
        found = [*lint(overlay), *_of_law(overlay)]
    _show(desk, [fault(one) for one in found])
    return int(any(one.severity == "error" for one in found))


def _show(desk: Desk, faults: list[dict[str, Any]]) -> None:
    from treatywatch.cli.answer import Table, give

    def table() -> Table:
        rows = [(f"{row['file']}:{row['line']}", *(row[name] for name in _COLUMNS[1:])) for row in faults]
        return Table(_COLUMNS, rows, empty="no fault found")

    give(desk.question.format, faults, table)


def _refuse_options_of_tables(desk: Desk, said: dict[str, Any]) -> None:
    told = [name for name, value in said.items() if value]
    if told or desk.question.on or desk.question.treaty:
        raise UsageError(
            "lint: found options for a table, expected a table; name the file, or say --shelf alone for data files"
        )


def _rules(desk: Desk) -> int:
    """The rules for tables."""
    from treatywatch.cli.answer import Table, give
    from treatywatch.cli.lint_table import rules

    told = rules()
    columns = ("rule", "of", "severity", "ground")
    give(
        desk.question.format,
        told,
        lambda: Table(columns, [[row[name] for name in columns] for row in told], long=("ground",)),
    )
    return 0


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
