"""`demo`: the main job, end to end, on the shipped examples."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from treatywatch.cli.answer import Page, Table, counted
from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks
from treatywatch.dates import PlainDay

DAYS = (("inf", date(2019, 7, 5)), ("new-start", date(2026, 3, 1)))
"""The two treaties that the examples are about, each on a day on which much can be told of it."""

SYSTEM = "9m729"
"""The missile that the examples dispute about."""


@click.command(
    short_help="The main job, on the shipped examples.",
    epilog="""\b
Examples:
  treatywatch demo
  treatywatch demo -o ./demo
""",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where to keep the demo's record and dossiers (default: a new folder among the temporary files).",
)
@asks(formats=())
def command(desk: Desk, output: Path | None) -> None:
    """Read the shipped examples into a fresh record, ask the main questions, and write the dossiers.

    The examples are short reports of our own writing on public events of 2018 to 2026 around the INF Treaty and New START:
    wire copies, a garbled copy and contradictory reports among them.
    """
    from treatywatch.cli.answer import print_page

    folder = _folder(output)
    record = folder / "demo.db"
    for leftover in folder.glob("demo.db*"):  # the demo's own record of an earlier run
        leftover.unlink()
    own = Desk(replace(desk.question, record=record))
    for page in _steps(own, folder):
        print_page(page)
        sys.stdout.flush()


def _folder(output: Path | None) -> Path:
    if output is None:
        from tempfile import mkdtemp

        return Path(mkdtemp(prefix="treatywatch-demo-"))
    output.mkdir(parents=True, exist_ok=True)
    return output


def _steps(desk: Desk, folder: Path) -> Iterator[Page]:
    yield _reading(desk)
    yield _lineage(desk)
    for treaty, on in DAYS:
        yield _standing(desk, treaty, on)
    yield _sayings(desk)
    yield _dispute(desk)
    yield _dossiers(desk, folder)


def _title(number: int, says: str, command: str) -> list[Any]:
    return ["", (f"{number}. {says}", "bold"), (f"   $ {command}", "dim")]


def _reading(desk: Desk) -> Page:
    from treatywatch.cli.read import read_rows

    rows = list(read_rows(desk, _examples()))
    told = [
        (
            row["published"]["edtf"] if row["published"] else "undated",
            row["credit"]["outlet"] if row["credit"] else "",
            row["title"],
        )
        for row in rows
    ]
    found = desk.findings
    counts = ", ".join(
        (counted(len(rows), "report"), counted(len(found.statements), "statement"), counted(len(found.events), "event"))
    )
    page = Page(_title(1, "We read reports into a record", f"treatywatch read EXAMPLES --record {desk.record_path}"))
    return page.add(Table(("day", "credits", "title"), told, counts))


def _examples() -> Iterator[tuple[tuple[str, ...], PlainDay | None]]:
    """The shipped reports, each with the day of its publication, where the index tells one."""
    from treatywatch.shelf import examples
    from treatywatch.shelf.yamltext import parse

    folder = examples()
    index: Any = parse((folder / "index.yml").read_text(encoding="utf-8"), "examples/index.yml").tree
    for row in index["reports"]:
        told = row["published"]  # every scalar is text here, a missing day too
        yield (str(folder / row["file"]),), None if told in ("", "null") else PlainDay.parse(told)


def _lineage(desk: Desk) -> Page:
    from treatywatch.shapes.reports import story

    found = desk.findings
    titles = {report.id: report.title or report.path for report in found.reports}
    rows = []
    for each in map(story, found.stories):
        for member in each["reports"]:
            if len(each["reports"]) > 1:
                of = titles.get(member["of"], member["of"])
                rows.append((each["origin"], each["lines"], titles[member["id"]], member["relation"], of))
    alone = sum(len(each.members) == 1 for each in found.stories)
    page = Page(_title(2, "Who copied whom: copies of one wire are one line, not two reports", "treatywatch stories"))
    return page.add(
        Table(("origin", "lines", "report", "relation", "of"), rows, empty="no two reports tell one story"),
        f"{alone} more stand alone.",
    )


def _standing(desk: Desk, treaty: str, on: date) -> Page:
    from treatywatch.cli.standing import clocks_table, participants_table, readings_table
    from treatywatch.cli.status import standing_of

    answer = standing_of(Desk(replace(desk.question, on=on)), treaty)
    number = 3 + [each for each, _ in DAYS].index(treaty)
    page = Page(
        _title(
            number, f"Where {treaty} stands on {on.isoformat()}", f"treatywatch status {treaty} --on {on.isoformat()}"
        )
    )
    page.add(f"phase: {answer['phase']}, since {answer['phase_since']}")
    page.add("", participants_table(answer), "", clocks_table(answer), "", readings_table(answer))
    if answer["participants"]:
        page.add((f"why: treatywatch why {answer['participants'][0]['id']} --record {desk.record_path}", "dim"))
    return page


def _sayings(desk: Desk) -> Page:
    """The statements that tell most: on a condition, or in several lines of reporting."""
    from treatywatch.cli.statements import speaker_in_words
    from treatywatch.shapes.statements import told_statement

    rows = [told_statement(entry) for entry in desk.findings.statements]
    rows.sort(key=lambda row: (row["condition"] is None, -(row["lines"] or 0), -len(row["reports"])))
    told = [
        (
            speaker_in_words(row["speaker"]),
            row["stance"],
            row["content"],
            row["condition"]["text"] if row["condition"] else "",
            row["lines"],
        )
        for row in rows[:6]
    ]
    page = Page(
        _title(5, "Who said what, and under which condition", f"treatywatch statements --record {desk.record_path}")
    )
    return page.add(Table(("speaker", "stance", "content", "condition", "lines"), told, long=("content",)))


def _dispute(desk: Desk) -> Page:
    """One missile, several ranges: what is claimed, and by whom."""
    from treatywatch.shapes.shelf import system
    from treatywatch.shapes.statements import told_statement

    weapon = system(desk.shelf.systems[SYSTEM])
    claims = [
        (row["by"], row["day"], row["says"], row["source"]) for row in weapon["claims"] if "range" in row["attribute"]
    ]
    about = [told_statement(entry) for entry in desk.findings.statements if SYSTEM in entry.statement.systems]
    said = [
        (row["speaker"]["name"] if row["speaker"] else "", row["stance"], row["content"], row["lines"])
        for row in about
        if row["stance"] in ("accuse", "deny", "assess", "reject")
    ]
    page = Page(
        _title(
            6,
            f"The dispute about the {weapon['name']}: every figure is somebody's claim",
            f"treatywatch systems {SYSTEM}",
        )
    )
    page.add(Table(("claimed by", "day", "range", "source"), claims))
    return page.add("", Table(("speaker", "stance", "says", "lines"), said[:6], empty="no report accuses or denies"))


def _dossiers(desk: Desk, folder: Path) -> Page:
    from treatywatch.cli.dossier import page_of

    page = Page(
        _title(
            7,
            "The dossiers: everything above on one page each, down to the sentences",
            "treatywatch dossier inf -o inf.html",
        )
    )
    for treaty, on in DAYS:
        path = folder / f"{treaty}.html"
        path.write_text(page_of(Desk(replace(desk.question, on=on)), treaty), encoding="utf-8")
        page.add(f"   {path}")
    page.add("", ("Next", "bold"))
    return page.add(*(f"   {each}" for each in _next(desk.record_path)))


def _next(record: Path) -> tuple[str, ...]:
    return (
        "treatywatch status inf --on 2019-07-05 --known 2019-03-01",
        "treatywatch reckon inf notify-withdrawal --day 2019-02-02 --actor us",
        "treatywatch calendar --treaty new-start",
        f"treatywatch events --treaty inf --record {record}",
        "treatywatch read YOUR-REPORTS/",
    )
