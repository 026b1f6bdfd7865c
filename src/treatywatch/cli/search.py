"""`search`: full text over reports and statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks

if TYPE_CHECKING:
    from treatywatch.model.report import Report


@click.command(
    short_help="Full text over reports and statements.",
    epilog="""\b
Examples:
  treatywatch search missile shield
  treatywatch search '"open skies" withdraw*' --since 2019
  treatywatch search ракеты --treaty inf --format json
""",
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--limit", type=click.IntRange(min=1), default=None, help="Only the best so many.")
@asks("known", "since", "until", "treaty", "actor")
def command(desk: Desk, words: tuple[str, ...], limit: int | None) -> None:
    """Find the reports and statements in which all WORDS stand, best first.

    "Words in quotes" stand side by side, a final * is any ending; capitals and diacritics do not count. --treaty and --actor: where the
    text found names it. --since and --until: when the report was published.
    """
    from treatywatch.cli.answer import give

    rows = [{**row, **desk.stamp()} for row in _found(desk, words, limit)]
    give(desk.question.format, rows, lambda: _page(rows))


def _found(desk: Desk, words: tuple[str, ...], limit: int | None) -> list[dict[str, Any]]:
    """The hits in public reports of the days asked for. A word that the shell took out of quotes is a phrase again."""
    from treatywatch.shapes.search import hit

    asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    reports = _reports(desk)
    rejected = _rejected(desk)
    rows = []
    for found in desk.record.search(asked, desk.treaty, desk.actor):
        report = reports.get(found.report)
        if report is not None and found.id not in rejected:
            rows.append(hit(found, report))
        if limit is not None and len(rows) == limit:
            break
    return rows


def _reports(desk: Desk) -> dict[str, Report]:
    """The reports that the question asks for."""
    from treatywatch.cli.choose import in_days

    reports = desk.record.reports(desk.question.known)
    return {one.id: one for one in reports if in_days(one.published, desk.question)}


def _rejected(desk: Desk) -> frozenset[str]:
    """The statements that a person rejected."""
    judgements = desk.record.judgements()
    if not judgements:
        return frozenset()
    from treatywatch.findings.review import active, judge_statements

    judged = judge_statements(desk.record.statements(), active(judgements))
    return frozenset(one.id for _, one in judged.rejected)


def _page(rows: list[dict[str, Any]]) -> Any:
    from treatywatch.cli.answer import Page, Table, short

    table = Table(
        ("kind", "found", "published", "report", "id"),
        [
            (
                row["kind"],
                row["snippet"],
                row["published"]["edtf"] if row["published"] else "",
                row["title"] or row["path"],
                short(row["id"]),
            )
            for row in rows
        ],
        f"{len(rows)} found",
        long=("found",),
    )
    return Page([table])
