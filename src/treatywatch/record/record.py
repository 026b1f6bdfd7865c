"""What a record takes in and gives back: reports, the days they are judged to be of, refusals, and readings."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Literal, TypeVar

from treatywatch.dates import UncertainDay
from treatywatch.errors import RecordError
from treatywatch.model.annotation import Annotation, DayMention, Mention
from treatywatch.model.dating import InferredDay
from treatywatch.model.event import Assertion
from treatywatch.model.judgement import Judgement
from treatywatch.model.report import Credit, Refused, Report
from treatywatch.model.statement import Statement
from treatywatch.record import checking, entering, judging, searching
from treatywatch.record.codec import from_json, to_json
from treatywatch.record.connection import connect, translated
from treatywatch.record.entering import Entered
from treatywatch.record.migrating import copy
from treatywatch.record.schema import FOUND
from treatywatch.record.searching import Hit

Known = Literal["new", "known"]
_Found = TypeVar("_Found", Statement, Assertion, DayMention, Mention)

_REPORT = "SELECT id, text, title, outlet, url, credit, language, path FROM reports"
_LATEST = "SELECT max(number) FROM readings GROUP BY report"
"""The reading that counts for each report is the last one entered; earlier ones are kept."""


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


class Record:
    """One record file. What has been entered stays: a later entry supersedes, nothing is altered.

    Every method that writes is one transaction, or part of the one opened by `transaction()`; so a program that is killed
    leaves whole reports behind, and a second run enters what is missing. Errors are RecordError.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, entered_on: Callable[[], str]) -> None:
        self._connection, self.path, self._entered_on = connection, path, entered_on

    @classmethod
    def open(cls, path: str | Path, create: bool = False, entered_on: Callable[[], str] = _today) -> Record:
        """Open the record at `path` for reading; with `create` for writing, made if it is not there.

        `entered_on` gives the day (ISO, UTC) that new rows carry.
        """
        place = Path(path)
        return cls(connect(place, create), place, entered_on)

    def close(self) -> None:
        """Let go of the file."""
        with translated(self.path):
            self._connection.close()

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Enter all of what follows, or none of it."""
        if self._connection.in_transaction:
            yield
            return
        with translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    # --- Entering -------------------------------------------------------------------------------------------------

    def add_report(self, report: Report) -> Known:
        """Enter a report, or learn that it is known. The day it is of is entered as a judgement of its own."""
        with self.transaction():
            row = (report.id, report.text, report.title, report.outlet, report.url)
            credit = to_json(report.credit) if report.credit else None
            cursor = self._connection.execute(
                "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                (*row, credit, report.language, report.path, self._entered_on()),
            )
            if cursor.rowcount:
                searching.index_report(self._connection, report.id)
            if report.published is not None:
                self._judge_published(report.id, report.published)
        return "new" if cursor.rowcount else "known"

    def _judge_published(self, report: str, day: UncertainDay) -> None:
        """A day given by the user goes before one that was read, and a later one before an earlier one."""
        current = self.published(report)
        if current == day or (current is not None and current.how == "given" and day.how != "given"):
            return
        if current is not None and current.how == "inferred" and day.earliest is None and day.latest is None:
            return  # a printed day without its year, from which, among others, the day was inferred
        self._enter_published(report, day)

    def _enter_published(self, report: str, day: UncertainDay | InferredDay) -> None:
        self._connection.execute(
            "INSERT INTO published (report, day, how, entered_on) VALUES (?, ?, ?, ?)",
            (report, to_json(day), day.how, self._entered_on()),
        )

    def infer_published(self, report: str, day: InferredDay) -> Known:
        """Enter the day inferred for a report, with its reasons; a day that is printed or given stays, and goes before it."""
        with self.transaction():
            current = self.published(report)
            known = current is not None and current.how != "inferred" and (current.earliest or current.latest)
            if known or self.inferred(report) == day:
                return "known"
            self._enter_published(report, day)
        return "new"

    def add_refusal(self, refused: Refused) -> None:
        """Enter that an input was not read, and why; the same refusal again changes nothing."""
        with self.transaction():
            self._connection.execute(
                "INSERT INTO refusals (path, reason, entered_on) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (refused.path, refused.reason, self._entered_on()),
            )

    def add_reading(self, report: str, annotation: Annotation, reader: str) -> Known:
        """Enter what the reader of version `reader` found in a report, for the day that the report is now judged to be of."""
        with self.transaction():
            day = self.published(report)
            cursor = self._connection.execute(
                "INSERT INTO readings (report, reader, published, refused, degraded, entered_on) VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (report, reader, published) DO NOTHING",
                (
                    report,
                    reader,
                    to_json(day) if day else "",
                    annotation.refused,
                    int(annotation.degraded),
                    self._entered_on(),
                ),
            )
            if not cursor.rowcount:
                return "known"
            reading = int(cursor.lastrowid or 0)
            self._add_found(reading, annotation)
            searching.index_statements(self._connection, reading)
        return "new"

    def _add_found(self, reading: int, annotation: Annotation) -> None:
        found: dict[str, Sequence[Statement | Assertion | DayMention | Mention]] = {
            "statements": annotation.statements,
            "assertions": annotation.events,
            "days": annotation.dates,
            "mentions": annotation.mentions,
        }
        for table, items in found.items():
            rows = ((reading, place, *_offsets(item), to_json(item)) for place, item in enumerate(items))
            self._connection.executemany(f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?)", rows)

    def judge(self, judgement: Judgement) -> Judgement:
        """Enter a person's judgement, for the present day; answers it with its number."""
        dated = replace(judgement, on=date.fromisoformat(self._entered_on()))
        with self.transaction():
            return replace(dated, number=judging.insert(self._connection, dated))

    # --- Asking ---------------------------------------------------------------------------------------------------

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


def _offsets(item: Statement | Assertion | DayMention | Mention) -> tuple[int, int]:
    if isinstance(item, Statement):
        return item.evidence.start, item.evidence.end
    return item.start, item.end


def _report(
    row: tuple[str, str, str | None, str | None, str | None, str | None, str | None, str], day: UncertainDay | None
) -> Report:
    key, text, title, outlet, url, credit, language, path = row
    return Report(key, text, title, outlet, url, from_json(credit, Credit) if credit else None, language, day, path)


def _public_by(report: Report, known: date) -> bool:
    return report.published is not None and report.published.surely_by(known)
