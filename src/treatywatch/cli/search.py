"""`search`: full text over reports and statements."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks
from treatywatch.errors import UsageError


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
@click.option(
    "--limit", type=click.IntRange(min=0), default=50, show_default=True, help="Only the best so many; 0: all."
)
@asks("known", "since", "until", "treaty", "actor")
def command(desk: Desk, words: tuple[str, ...], limit: int) -> None:
    """Find the reports and statements in which all WORDS stand, best first.

    "Words in quotes" stand side by side, a final * is any ending; capitals and diacritics do not count. --treaty and --actor: where the
    text found names it. --since and --until: when the report was published.
    """
    from treatywatch.cli.answer import give

    if not any(sign.isalnum() for word in words for sign in word):
        raise UsageError(f"search: found {' '.join(words)!r}, expected a word or more")
    rows = [{**row, **desk.stamp()} for row in _found(desk, words, limit or None)]
    if limit and len(rows) == limit:
        print(f"treatywatch: the best {limit} are shown; --limit 0 shows all", file=sys.stderr)
    give(desk.question.format, rows, lambda: _page(rows))


def _found(desk: Desk, words: tuple[str, ...], limit: int | None) -> list[dict[str, Any]]:
    """The hits in public reports of the days asked for. A word that the shell took out of quotes is a phrase again."""
    from treatywatch.shapes.search import hit

    asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    doubts = desk.doubts
    found = desk.record.search(asked, desk.treaty, desk.actor, limit, _wanted(desk))
    return [hit(one, report, doubts.get(one.report)) for one in found if (report := desk.record.report(one.report))]


def _wanted(desk: Desk) -> Callable[[str, str], bool]:
    """Whether a report is of the days asked for and public, and a statement not rejected."""
    from treatywatch.cli.choose import in_days

    rejected, question = _rejected(desk), desk.question

    def wanted(report: str, identity: str) -> bool:
        if identity in rejected:
            return False
        if question.known is None and question.since is None and question.until is None:
            return True
        day = desk.record.published(report)
        public = question.known is None or (day is not None and day.surely_by(question.known))
        return public and in_days(day, question)

    return wanted


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
    from treatywatch.cli.read import day_in_words

    table = Table(
        ("kind", "found", "published", "report", "id"),
        [
            (
                row["kind"],
                row["snippet"],
                day_in_words(row["published"], row["doubt"]),
                row["title"] or row["path"],
                short(row["id"]),
            )
            for row in rows
        ],
        f"{len(rows)} found",
        long=("found",),
    )
    return Page([table])
