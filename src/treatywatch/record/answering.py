"""What a record gives back: reports, the days they are judged to be of and why those are doubted, readings, judgements, hits."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TypeVar

from treatywatch.dates import UncertainDay
from treatywatch.errors import RecordError
from treatywatch.model.annotation import Annotation, DayMention, Mention
from treatywatch.model.dating import Doubt, InferredDay
from treatywatch.model.event import Assertion
from treatywatch.model.judgement import Judgement
from treatywatch.model.report import Credit, Refused, Report
from treatywatch.model.statement import Statement
from treatywatch.record import checking, doubting, entering, judging, searching
from treatywatch.record.codec import from_json, to_json
from treatywatch.record.connection import translated
from treatywatch.record.entering import Entered
from treatywatch.record.migrating import copy
from treatywatch.record.schema import FOUND
from treatywatch.record.searching import Hit

_Found = TypeVar("_Found", Statement, Assertion, DayMention, Mention)

_REPORT = "SELECT id, text, title, outlet, url, credit, language, path FROM reports"
_LATEST = "SELECT max(number) FROM readings GROUP BY report"
"""The reading that counts for each report is the last one entered; earlier ones are kept."""


class Answering:
    """A record that is asked. What counts is always the last that was entered. Errors are RecordError."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self.path = connection, path

    def reports(self, known: date | None = None) -> tuple[Report, ...]:
        """All reports, in the order of entry; with `known`, those that were public by that day.

        An undated report is public on the last day that it can be of; where that is open, it counts only without `known`.
        """
        with translated(self.path):
            rows = self._connection.execute(f"{_REPORT} ORDER BY rowid").fetchall()
            days = self._published_days()
        reports = (_report(row, days.get(row[0])) for row in rows)
        return tuple(report for report in reports if known is None or _public_by(report, known))

    def report(self, report: str) -> Report | None:
        """The report of this id, or None."""
        with translated(self.path):
            row = self._connection.execute(f"{_REPORT} WHERE id = ?", (report,)).fetchone()
        return _report(row, self.published(report)) if row else None

    def published(self, report: str) -> UncertainDay | None:
        """The day that the report is judged to be of."""
        with translated(self.path):
            row = self._connection.execute(
                "SELECT day FROM published WHERE report = ? ORDER BY how = 'given' DESC, number DESC LIMIT 1", (report,)
            ).fetchone()
        return from_json(row[0], UncertainDay) if row else None

    def inferred(self, report: str) -> InferredDay | None:
        """The day inferred for a report, with its reasons; None where its day is printed, given or unknown."""
        with translated(self.path):
            row = self._connection.execute(
                "SELECT day, how FROM published WHERE report = ? ORDER BY how = 'given' DESC, number DESC LIMIT 1",
                (report,),
            ).fetchone()
        return from_json(row[0], InferredDay) if row and row[1] == "inferred" else None

    def _published_days(self) -> dict[str, UncertainDay]:
        rows = self._connection.execute("SELECT report, day FROM published ORDER BY how = 'given', number").fetchall()
        return {report: from_json(day, UncertainDay) for report, day in rows}

    def doubt(self, report: str) -> Doubt | None:
        """Why the day that a report is judged to be of is doubted, by the last reader that read it as of that day; None where it is not."""
        with translated(self.path):
            return doubting.select(self._connection, report).get(report)

    def doubts(self) -> dict[str, Doubt]:
        """Why days are doubted, by the report; only of the days that the reports are judged to be of now."""
        with translated(self.path):
            return doubting.select(self._connection)

    def is_confirmed(self, report: str) -> bool:
        """Whether the user gave a report the very day that stands in it."""
        with translated(self.path):
            return doubting.is_confirmed(self._connection, report)

    def entered_on(self, report: str) -> date | None:
        """The day on which this record learned of a report."""
        with translated(self.path):
            row = self._connection.execute("SELECT entered_on FROM reports WHERE id = ?", (report,)).fetchone()
        return date.fromisoformat(row[0]) if row else None

    def refusals(self) -> tuple[Refused, ...]:
        """What was not read, and why, in the order of entry."""
        with translated(self.path):
            rows = self._connection.execute("SELECT path, reason FROM refusals ORDER BY number").fetchall()
        return tuple(Refused(path, reason) for path, reason in rows)

    def needs_reading(self, reader: str) -> tuple[str, ...]:
        """The ids of reports that this reader has not read, or not as of the day that they are now judged to be of."""
        with translated(self.path):
            ids = [row[0] for row in self._connection.execute("SELECT id FROM reports ORDER BY rowid")]
            days = self._published_days()
            rows = self._connection.execute("SELECT report, published FROM readings WHERE reader = ?", (reader,))
            read = {(report, published) for report, published in rows}
        return tuple(one for one in ids if (one, to_json(days[one]) if one in days else "") not in read)

    def annotation(self, report: str) -> Annotation | None:
        """The reading of a report that counts, or None where it has not been read."""
        with translated(self.path):
            row = self._connection.execute(
                "SELECT number, refused, degraded FROM readings WHERE report = ? ORDER BY number DESC LIMIT 1",
                (report,),
            ).fetchone()
            if row is None:
                return None
            bodies = {
                table: [
                    body
                    for (body,) in self._connection.execute(
                        f"SELECT body FROM {table} WHERE reading = ? ORDER BY place", row[:1]
                    )
                ]
                for table in FOUND
            }
        return Annotation(
            refused=row[1],
            statements=tuple(from_json(body, Statement) for body in bodies["statements"]),
            events=tuple(from_json(body, Assertion) for body in bodies["assertions"]),
            dates=tuple(from_json(body, DayMention) for body in bodies["days"]),
            mentions=tuple(from_json(body, Mention) for body in bodies["mentions"]),
            degraded=bool(row[2]),
        )

    def statements(self) -> tuple[tuple[str, Statement], ...]:
        """Every statement of the readings that count, with its report's id."""
        return self._all_found("statements", Statement)

    def assertions(self, of: Collection[str] | None = None) -> tuple[tuple[str, Assertion], ...]:
        """Every assertion of an event in the readings that count, with its report's id; with `of`, those of these reports alone."""
        return self._all_found("assertions", Assertion, of)

    def mentions(self) -> tuple[tuple[str, Mention], ...]:
        """Every name in the readings that count, with its report's id."""
        return self._all_found("mentions", Mention)

    def days(self) -> tuple[tuple[str, DayMention], ...]:
        """Every day expression in the readings that count, with its report's id."""
        return self._all_found("days", DayMention)

    def _all_found(
        self, table: str, noun: type[_Found], of: Collection[str] | None = None
    ) -> tuple[tuple[str, _Found], ...]:
        chosen = "" if of is None else "AND report IN (SELECT value FROM json_each(?)) "
        query = (
            f"SELECT report, body FROM {table} JOIN readings ON reading = number "
            f"WHERE number IN ({_LATEST}) {chosen}ORDER BY number, place"
        )
        with translated(self.path):
            rows = self._connection.execute(query, () if of is None else (json.dumps(sorted(of)),)).fetchall()
        return tuple((report, from_json(body, noun)) for report, body in rows)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement in the order of entry, those that were undone among them."""
        with translated(self.path):
            return judging.select(self._connection)

    def search(
        self,
        words: str,
        treaty: str | None = None,
        actor: str | None = None,
        limit: int | None = None,
        wanted: Callable[[str, str], bool] = lambda _report, _id: True,
    ) -> tuple[Hit, ...]:
        """Reports and statements in which all the words stand, best first; with `treaty`, `actor`: where the text found names it.

        `wanted` chooses among them by the report's id and their own, before `limit` counts.
        """
        with translated(self.path):
            return tuple(islice(searching.find(self._connection, words, treaty, actor, wanted), limit))

    def entered(self, since: date) -> tuple[Entered, ...]:
        """What was entered on `since` or later, in the order of kind and entry: reports, days, readings, refusals, judgements."""
        with translated(self.path):
            return entering.select(self._connection, since)

    def faults(self) -> tuple[str, ...]:
        """What is wrong inside the file, each in words: passages that the kept text does not have; damage raises RecordError."""
        self.check()
        with translated(self.path):
            return tuple(checking.faults(self._connection))

    def copy(self, to: str | Path) -> None:
        """Copy the record to a new file; RecordError where one lies there."""
        copy(self._connection, self.path, Path(to))

    def check(self) -> None:
        """Raise RecordError unless the file is whole (SQLite's own check, and every reference)."""
        with translated(self.path):
            verdict = self._connection.execute("PRAGMA integrity_check").fetchone()[0]
            loose = self._connection.execute("PRAGMA foreign_key_check").fetchall()
        if verdict != "ok" or loose:
            raise RecordError(f"{self.path}: found a damaged record ({verdict}), expected a whole one; restore a copy")


def _report(
    row: tuple[str, str, str | None, str | None, str | None, str | None, str | None, str], day: UncertainDay | None
) -> Report:
    key, text, title, outlet, url, credit, language, path = row
    return Report(key, text, title, outlet, url, from_json(credit, Credit) if credit else None, language, day, path)


def _public_by(report: Report, known: date) -> bool:
    return report.published is not None and report.published.surely_by(known)
