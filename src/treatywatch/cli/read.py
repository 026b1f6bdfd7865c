"""`read`: texts, folders, saved pages and PDF into the record."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import any_day, asks
from treatywatch.dates import PlainDay

SOME_REFUSED = 3


@click.command(
    short_help="Read texts, saved pages, PDF and folders into the record.",
    epilog="""\b
Examples:
  treatywatch read ./reports
  treatywatch read story.txt page.html --published 2019-07-05
  pdftotext report.pdf - | treatywatch read - --record desk.db
""",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--published",
    callback=any_day,
    metavar="DAY",
    help="The day of reports that carry none (a month or a year will do).",
)
@asks()
def command(desk: Desk, paths: tuple[str, ...], published: PlainDay | None) -> int:
    """Read texts, saved HTML pages, PDF and folders of them into the record (- is standard input).

    Reading the same file again changes nothing. What cannot be read is refused with the reason, the rest is read, and the
    exit code is 3.
    """
    from treatywatch.cli.answer import Table, give
    from treatywatch.shapes.reports import reading

    rows = list(read_rows(desk, [(paths, published)]))
    answer = {**reading(rows), **desk.stamp()}
    counts = answer["counts"]
    told = ", ".join(f"{count} {status}" for status, count in counts.items())
    table = Table(
        ("status", "title", "outlet", "credit", "published", "path", "reason"),
        [
            (
                row["status"],
                row["title"],
                row["outlet"],
                row["credit"]["outlet"] if row["credit"] else "",
                day_in_words(row["published"], row["doubt"]),
                row["path"],
                row["reason"] or row["doubt"],
            )
            for row in rows
        ],
        f"{told}; record {desk.record_path}",
    )
    give(desk.question.format, answer, lambda: table, lambda: rows)
    return SOME_REFUSED if counts["refused"] else 0


def read_rows(desk: Desk, inputs: Iterable[tuple[tuple[str, ...], PlainDay | None]]) -> Iterator[dict[str, Any]]:
    """Read paths, each with the day of those that carry none, into the record; a row for each input."""
    from treatywatch.findings.dispelling import standing_doubts
    from treatywatch.model.report import Refused
    from treatywatch.pipeline import open_reader, read_into
    from treatywatch.record import Record
    from treatywatch.shapes.reports import read_report, refused_input

    with progress() as tell, Record.open(desk.record_path, create=True) as record:
        tell("loading the shelf and the language model")
        reader = open_reader(desk.shelf)
        if reader.model is None:
            print("treatywatch: no language model found: reading degraded to direct quotations", file=sys.stderr)
        tell("reading")
        done = []
        for paths, published in inputs:
            for found, status in read_into(record, paths, reader, published, today=desk.today):
                tell(f"{status}: {found.path}")
                done.append((found, status))
        doubts = standing_doubts(record)
        for found, status in done:  # by now reports without a day are dated by the company they are in
            if isinstance(found, Refused):
                yield refused_input(found)
            else:
                kept = replace(found, published=record.published(found.id))
                yield read_report(kept, status == "known", record.inferred(found.id), doubts.get(found.id))


def day_in_words(day: dict[str, Any] | None, doubt: str | None = None) -> str:
    """A report's day for a table: as printed or given, marked where it is doubted; or "~", the best guess and the stretch, if inferred."""
    if day is None:
        return ""
    if day["how"] != "inferred":
        return f"{day['edtf']} (doubted)" if doubt else str(day["edtf"])
    stretch = day["earliest"] if day["earliest"] == day["latest"] else f"{day['earliest']} to {day['latest']}"
    return f"~{day['best']} (inferred: {stretch})" if day["best"] else f"~{stretch} (inferred)"


@contextmanager
def progress() -> Iterator[Any]:
    """A line on standard error that says what is being done, where that is a terminal; else nothing."""
    if not sys.stderr.isatty():
        yield lambda _words: None
        return
    from rich.console import Console
    from rich.text import Text

    from treatywatch.shapes.escape import one_line

    with Console(stderr=True).status("") as shown:
        yield lambda words: shown.update(Text(one_line(words)))
