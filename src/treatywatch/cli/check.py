"""`check`: what reports claim about the law and its history, beside the rules and the acts of the shelf."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import any_day, asks
from treatywatch.cli.read import SOME_REFUSED, progress
from treatywatch.dates import PlainDay

if TYPE_CHECKING:
    from treatywatch.model.regime import Reason
    from treatywatch.model.report import Report

ORDER = ("contradicts", "unknown", "consistent")
"""A table tells contradictions first."""
_COLOURS = {"contradicts": "red", "unknown": "yellow", "consistent": "green"}
_BATCH = 32


@click.command(
    short_help="Reported claims beside the rules.",
    epilog="""\b
Examples:
  treatywatch check story.txt --published 2019-07-05
  treatywatch check ./reports --format jsonl | jq 'select(.verdict == "contradicts")'
  pdftotext report.pdf - | treatywatch check -
""",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--published",
    callback=any_day,
    metavar="DAY",
    help="The day of reports that carry none (a month or a year will do).",
)
@asks("on", "known", "treaty")
def command(desk: Desk, paths: tuple[str, ...], published: PlainDay | None) -> int:
    """Check what reports claim about treaties: dates, deadlines, parties, articles, ranges, limits, counts and standing.

    Each claim is consistent with the rule or act, contradicts it, or is unknown where the matter is disputed or not surely known.
    What is told as true now is judged as of the report's day, or of --on. No record is needed. The exit code is 0 whatever is
    found, and 3 where a file could not be read.
    """
    from treatywatch.cli.answer import Table, give

    rows, refused = _checked(desk, paths, published)
    counts = Counter(row["verdict"] for row in rows)
    told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in ORDER)
    print(f"treatywatch: {len(rows)} claims: {told}", file=sys.stderr)
    give(
        desk.question.format,
        rows,
        lambda: Table(
            ("verdict", "claim", "as told", "what the rule or act says", "article"),
            [
                (
                    (row["verdict"], _COLOURS[row["verdict"]]),
                    row["claim"],
                    row["evidence"]["exact"],
                    row["fact"],
                    _articles(row),
                )
                for row in sorted(rows, key=lambda row: ORDER.index(row["verdict"]))
            ],
            f"{len(rows)} claims: {told}",
            empty="no claim about the law that could be checked",
            long=("what the rule or act says",),
        ),
    )
    return SOME_REFUSED if refused else 0


def _checked(desk: Desk, paths: tuple[str, ...], published: PlainDay | None) -> tuple[list[dict[str, Any]], int]:
    """A row for each claim, and how many files were refused."""
    from treatywatch import reading
    from treatywatch.model.report import Refused
    from treatywatch.pipeline import open_reader

    rows: list[dict[str, Any]] = []
    reports: list[Report] = []
    refused = 0
    with progress() as tell:
        tell("loading the shelf and the language model")
        reader = open_reader(desk.shelf)
        if reader.model is None:
            print("treatywatch: no language model found: claims about acts are not read", file=sys.stderr)
        for found in reading.read(paths, published, outlets=desk.shelf.outlets, today=desk.today):
            if isinstance(found, Refused):
                refused += 1
                print(f"treatywatch: refused {found.path}: {found.reason}", file=sys.stderr)
                continue
            tell(f"checking {found.path}")
            reports.append(found)
            if len(reports) == _BATCH:
                rows += _rows(desk, reader, reports)
                reports = []
        rows += _rows(desk, reader, reports)
    return rows, refused


def _rows(desk: Desk, reader: Any, reports: list[Report]) -> Iterator[dict[str, Any]]:
    from treatywatch.language.prose import Source
    from treatywatch.pipeline import check_many
    from treatywatch.shapes.check import finding

    stamp = desk.stamp()
    told = [(one.id, Source(one.text, one.published)) for one in reports]
    findings = check_many(told, reader, known=desk.question.known, on=desk.question.on)
    for report, found in zip(reports, findings, strict=True):
        for one in found:
            if desk.treaty in (None, one.treaty):
                yield {**finding(one, report.path), **stamp}


def _articles(row: dict[str, Any]) -> str:
    """The articles that a finding rests on; where it rests on none, its acts."""
    articles = [ground["article"] for ground in row["grounds"] if "article" in ground]
    acts = [ground["act"] for ground in row["grounds"] if "act" in ground]
    return "; ".join(dict.fromkeys(articles or acts))


_ID = re.compile(r"finding:(?P<report>[^:]+):(?P<start>\d+)-(?P<end>\d+):(?P<kind>[a-z-]+)(?::(?P<rests>.+))?")


def explained(desk: Desk, identity: str, of_law: Any) -> Reason:
    """Why a finding is told so: the acts and clauses that its id names, and its words where the record has the report.

    Raises UnknownName for what is no finding's id.
    """
    from treatywatch.errors import UnknownName
    from treatywatch.model.passage import Ground
    from treatywatch.model.regime import Reason

    match = _ID.fullmatch(identity)
    if match is None:
        raise UnknownName(f"why: found {identity!r}, expected the id of a finding; copy one from an answer of check")
    passage = _passage(desk, match)
    words = f"“{' '.join(passage.exact.split())}”" if passage else f"signs {match['start']} to {match['end']}"
    says = f"a claim ({match['kind']}) in report {match['report']}: {words}, beside what the shelf has"
    because = tuple(of_law(desk, each) for each in (match["rests"] or "").split("+") if each)
    return Reason(identity, says, (Ground(evidence=passage),) if passage else (), because)


def _passage(desk: Desk, match: re.Match[str]) -> Any:
    """The claim's words, where there is a record and it holds the report."""
    from treatywatch.model.passage import Passage, Span

    record = desk.record_if_any
    reports = record.reports() if record else ()
    report = next((one for one in reports if one.id.startswith(f"report:{match['report']}")), None)
    return Passage.cut(report.id, report.text, Span(int(match["start"]), int(match["end"]))) if report else None
