"""`dossier`: one self-contained page about a treaty."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks


@click.command(
    short_help="One self-contained page about a treaty.",
    epilog="""\b
Examples:
  treatywatch dossier inf -o inf.html
  treatywatch dossier "New START" --on 2023-03-01 -o new-start.html
  treatywatch dossier inf -o - | less
""",
)
@click.argument("treaty", required=False)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write the page; - is standard output.",
)
@asks("on", "known", "treaty", formats=())
def command(desk: Desk, treaty: str | None, output: Path) -> None:
    """Write TREATY's dossier as one HTML page that works offline and prints.

    It shows the treaty's phase, its clocks, each side's standing over time, a timeline, what was said by whom, and the
    reports with their lineage; every item opens on its sentence, or on its article and source.
    """
    name = treaty or desk.question.treaty
    if name is None:
        raise click.UsageError("dossier: found no treaty, expected one", click.get_current_context())
    page = page_of(desk, desk.treaty_id(name))
    if str(output) == "-":
        sys.stdout.write(page)
        return
    output.write_text(page, encoding="utf-8")
    print(f"treatywatch: wrote {output} ({len(page.encode()) // 1024} KiB)", file=sys.stderr)


def page_of(desk: Desk, treaty: str) -> str:
    """The dossier of a treaty, from the record where there is one."""
    from treatywatch.dossier import gather, render
    from treatywatch.dossier.material import Asked

    found = desk.findings if desk.record_if_any is not None else None
    record = str(desk.record_path) if found else None
    asked = Asked(treaty, desk.on, desk.question.known, desk.now)
    return render(gather(desk.shelf, asked, found, record, desk.accepted))
