"""What a record takes in: reports, the days they are judged to be of and doubts of them, refusals, readings, judgements."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Literal

from treatywatch.dates import UncertainDay
from treatywatch.model.annotation import Annotation, DayMention, Mention
from treatywatch.model.dating import Doubt, InferredDay
from treatywatch.model.event import Assertion
from treatywatch.model.judgement import Judgement
from treatywatch.model.report import Refused, Report
from treatywatch.model.statement import Statement
from treatywatch.record import doubting, judging, searching
from treatywatch.record.answering import Answering
from treatywatch.record.codec import to_json
from treatywatch.record.connection import connect, translated

Known = Literal["new", "known"]


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


class Record(Answering):
    """One record file. What has been entered stays: a later entry supersedes, nothing is altered.

    Every method that writes is one transaction, or part of the one opened by `transaction()`; so a program that is killed
    leaves whole reports behind, and a second run enters what is missing. Errors are RecordError.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, entered_on: Callable[[], str]) -> None:
        super().__init__(connection, path)
        self._entered_on = entered_on

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

    def add_doubt(self, report: str, doubt: Doubt | None, reader: str) -> None:
        """Enter why the day that a report is now judged to be of is doubted; None: that it is doubted no more. What stands is known."""
        with self.transaction():
            doubting.insert(self._connection, report, doubt, reader, self._entered_on())

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


def _offsets(item: Statement | Assertion | DayMention | Mention) -> tuple[int, int]:
    if isinstance(item, Statement):
        return item.evidence.start, item.evidence.end
    return item.start, item.end
