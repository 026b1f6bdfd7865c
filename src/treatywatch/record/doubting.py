"""Doubts of a report's day in and out of the record's tables.

A doubt is of one report and of one day that it was judged to be of: another day, given later, is another matter. The last row of a report
and day counts; an empty one says that a newer reader doubts the day no more.
"""

from __future__ import annotations

import sqlite3

from treatywatch.model.dating import Doubt
from treatywatch.record.codec import from_json, to_json

CURRENT_DAY = "(SELECT day FROM published WHERE report = {report} ORDER BY how = 'given' DESC, number DESC LIMIT 1)"
"""The day that a report is judged to be of: one that the user gave goes before all others, a later one before an earlier one."""
_LAST = f"""
    SELECT report, body FROM doubts AS d
    WHERE number = (SELECT max(number) FROM doubts WHERE report = d.report AND day = {CURRENT_DAY.format(report="d.report")})
"""
_CONFIRMED = """
    SELECT EXISTS (
        SELECT 1 FROM published AS given JOIN published AS own ON own.report = given.report
        WHERE given.report = :report AND given.number = (SELECT max(number) FROM published WHERE report = :report AND how = 'given')
          AND own.how NOT IN ('given', 'inferred')
          AND json_extract(own.day, '$.earliest') IS json_extract(given.day, '$.earliest')
          AND json_extract(own.day, '$.latest') IS json_extract(given.day, '$.latest')
    )
"""


def insert(connection: sqlite3.Connection, report: str, doubt: Doubt | None, reader: str, entered_on: str) -> None:
    """Enter a doubt of the report's present day, or that there is none, unless that is what stands."""
    body = to_json(doubt) if doubt else ""
    last = connection.execute(f"{_LAST} AND report = ?", (report,)).fetchone()
    if body == (last[1] if last else ""):
        return
    connection.execute(
        "INSERT INTO doubts (report, day, reader, body, entered_on) "
        f"VALUES (:report, {CURRENT_DAY.format(report=':report')}, :reader, :body, :entered_on)",
        {"report": report, "reader": reader, "body": body, "entered_on": entered_on},
    )


def select(connection: sqlite3.Connection, report: str | None = None) -> dict[str, Doubt]:
    """The doubts that stand, by the report; with `report`, of that one alone."""
    chosen = "" if report is None else " AND report = ?"
    rows = connection.execute(f"{_LAST} AND body <> ''{chosen} ORDER BY number", () if report is None else (report,))
    return {id: from_json(body, Doubt) for id, body in rows}


def is_confirmed(connection: sqlite3.Connection, report: str) -> bool:
    """Whether the day that the user gave is the one that stands in the report."""
    return bool(connection.execute(_CONFIRMED, {"report": report}).fetchone()[0])
