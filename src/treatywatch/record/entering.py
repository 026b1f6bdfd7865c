"""What was entered since a day: by the days that the rows themselves carry."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entered:
    """One row of the record. `kind`: report, published (the day a report is judged to be of), doubt (of that day), reading, refusal or
    review.

    `id` is the report's, the judgement's (`review:7`), or the path of what was refused.
    """

    kind: str
    id: str
    on: date
    says: str


_QUERIES = (
    (
        "report",
        "SELECT id, entered_on, coalesce(title, path) FROM reports WHERE entered_on >= ? ORDER BY entered_on, rowid",
    ),
    (
        "published",
        "SELECT p.report, p.entered_on, json_extract(p.day, '$.edtf') || ' (' || p.how || ')' FROM published AS p "
        "WHERE p.entered_on >= ? AND EXISTS (SELECT 1 FROM published AS q WHERE q.report = p.report AND q.number < p.number) "
        "ORDER BY p.number",
    ),
    (
        "doubt",
        "SELECT report, entered_on, CASE body WHEN '' THEN json_extract(day, '$.edtf') || ' is doubted no more' "
        "ELSE json_extract(body, '$.says') END FROM doubts WHERE entered_on >= ? ORDER BY number",
    ),
    (
        "reading",
        "SELECT report, entered_on, coalesce('refused: ' || refused, "
        "(SELECT count(*) FROM statements WHERE reading = number) || ' statements, ' || "
        "(SELECT count(*) FROM assertions WHERE reading = number) || ' events, reader ' || reader) "
        "FROM readings WHERE entered_on >= ? ORDER BY number",
    ),
    ("refusal", "SELECT path, entered_on, reason FROM refusals WHERE entered_on >= ? ORDER BY number"),
    (
        "review",
        "SELECT 'review:' || number, entered_on, verb || coalesce(' review:' || undoes, '') || ' by ' || by || "
        "coalesce(': ' || because, '') FROM judgements WHERE entered_on >= ? ORDER BY number",
    ),
)


def select(connection: sqlite3.Connection, since: date) -> tuple[Entered, ...]:
    """What was entered on `since` or later."""
    return tuple(
        Entered(kind, id, date.fromisoformat(on), says)
        for kind, query in _QUERIES
        for id, on, says in connection.execute(query, (since.isoformat(),))
    )
