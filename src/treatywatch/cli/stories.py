"""`stories`: who copied whom."""

from __future__ import annotations

from collections import Counter
from typing import Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks


@click.command(
    short_help="Who copied whom, and how many lines there are.",
    epilog="""\b
Examples:
  treatywatch stories
  treatywatch stories --format json
""",
)
@asks("known")
def command(desk: Desk) -> None:
    """List the stories: reports about one happening, their origin, and how many independent lines stand behind them."""
    from treatywatch.cli.answer import give
    from treatywatch.shapes.reports import story

    stamp = desk.stamp()
    titles = {report.id: report.title or report.path for report in desk.findings.reports}
    rows = [{**story(each), **stamp} for each in desk.findings.stories]
    give(desk.question.format, rows, lambda: stories_page(rows, titles), lambda: _flat(rows))


def stories_page(rows: list[dict[str, Any]], titles: dict[str, str]) -> Any:
    """Each story with its reports, for people."""
    from treatywatch.cli.answer import Page, Table, counted, short

    page = Page([(counted(len(rows), "story", "stories"), "bold")])
    for row in rows:
        lines = f"{row['lines']} line" + ("s" if row["lines"] != 1 else "")
        told = [
            (
                titles.get(each["id"], each["id"]),
                short(each["id"]),
                each["relation"],
                _original(each["of"], titles),
                each["because"],
            )
            for each in row["reports"]
        ]
        head = f"{row['id']}: {lines}, origin {row['origin'] or 'unknown'}"
        page.add("", Table(("report", "id", "relation", "of", "because"), told, head, long=("because",)))
    return page


def _original(of: str | None, titles: dict[str, str]) -> str | None:
    """What a report is a copy of: an outlet, or a report by its title; by its id where others have that title too."""
    from treatywatch.cli.answer import short

    if of is None or of not in titles:
        return of
    return titles[of] if Counter(titles.values())[titles[of]] == 1 else short(of)


def _flat(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row per report, for CSV."""
    return [
        {"story": row["id"], "origin": row["origin"], "lines": row["lines"], **report}
        for row in rows
        for report in row["reports"]
    ]
