"""The record keeps what was entered, gives it back unchanged, and supersedes instead of altering."""

from __future__ import annotations

import dataclasses
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.errors import RecordError
from treatywatch.model.annotation import Annotation, Mention
from treatywatch.model.report import Credit, Refused, Report
from treatywatch.model.statement import Statement
from treatywatch.record import Record
from treatywatch.record.codec import from_json, to_json
from treatywatch.record.schema import FOUND, TABLES


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "treatywatch.db"


def test_report_and_reading_come_back_as_they_went_in(path: Path, report: Report, annotation: Annotation) -> None:
    with Record.open(path, create=True) as record:
        assert record.add_report(report) == "new"
        assert record.add_reading(report.id, annotation, "1") == "new"
    with Record.open(path) as record:
        assert record.report(report.id) == report
        assert record.reports() == (report,)
        assert record.annotation(report.id) == annotation
        assert record.statements() == ((report.id, annotation.statements[0]),)
        assert record.assertions() == ((report.id, annotation.events[0]),)
        assert record.days() == ((report.id, annotation.dates[0]),)
        assert record.mentions() == ((report.id, annotation.mentions[0]),)
        record.check()


def test_entering_twice_changes_nothing(path: Path, report: Report, annotation: Annotation) -> None:
    with Record.open(path, create=True) as record:
        record.add_report(report)
        record.add_reading(report.id, annotation, "1")
        assert record.add_report(dataclasses.replace(report, path="elsewhere.txt")) == "known"
        assert record.add_reading(report.id, annotation, "1") == "known"
        record.add_refusal(Refused("b.txt", "empty"))
        record.add_refusal(Refused("b.txt", "empty"))
        assert record.reports() == (report,)
        assert len(record.statements()) == 1
        assert record.refusals() == (Refused("b.txt", "empty"),)


def test_newer_reader_supersedes_and_the_older_reading_is_kept(
    path: Path, report: Report, annotation: Annotation
) -> None:
    with Record.open(path, create=True) as record:
        record.add_report(report)
        assert record.needs_reading("1") == (report.id,)
        record.add_reading(report.id, annotation, "1")
        assert record.needs_reading("1") == ()
        assert record.needs_reading("2") == (report.id,)
        record.add_reading(report.id, Annotation(), "2")
        assert record.statements() == ()
        assert record.annotation(report.id) == Annotation()
    kept = sqlite3.connect(path)
    assert kept.execute("SELECT count(*) FROM statements").fetchone() == (1,)
    kept.close()


def test_later_day_given_supersedes_and_asks_for_another_reading(
    path: Path, report: Report, annotation: Annotation
) -> None:
    later = dataclasses.replace(report, published=UncertainDay.on(date(2019, 7, 6), "given"))
    with Record.open(path, create=True) as record:
        record.add_report(report)
        record.add_reading(report.id, annotation, "1")
        assert record.add_report(later) == "known"
        assert record.published(report.id) == later.published
        assert record.reports() == (later,)
        assert record.needs_reading("1") == (report.id,)
        record.add_report(report)
        assert record.published(report.id) == report.published
        assert record.needs_reading("1") == ()


@pytest.mark.parametrize("how", ["printed", "metadata"])
def test_day_that_was_only_read_does_not_supersede_one_that_was_given(path: Path, report: Report, how: str) -> None:
    read_day = UncertainDay.on(date(2018, 1, 1), how)
    with Record.open(path, create=True) as record:
        record.add_report(dataclasses.replace(report, published=read_day))
        assert record.published(report.id) == read_day
        record.add_report(report)
        record.add_report(dataclasses.replace(report, published=read_day))
        record.add_report(dataclasses.replace(report, published=None))
        assert record.published(report.id) == report.published


def test_known_counts_reports_public_by_that_day(path: Path, report: Report) -> None:
    month = UncertainDay.from_plain(PlainDay.parse("2019-07"), "given")
    reports = [
        report,
        dataclasses.replace(report, id="report:2", published=month),
        dataclasses.replace(report, id="report:3", published=None),
    ]
    with Record.open(path, create=True) as record:
        for one in reports:
            record.add_report(one)
        assert [one.id for one in record.reports(known=date(2019, 7, 4))] == []
        assert [one.id for one in record.reports(known=date(2019, 7, 5))] == ["report:1"]
        assert [one.id for one in record.reports(known=date(2019, 7, 31))] == ["report:1", "report:2"]
        assert len(record.reports()) == 3


def test_rows_can_be_neither_altered_nor_deleted(path: Path, report: Report, annotation: Annotation) -> None:
    with Record.open(path, create=True) as record:
        record.add_report(report)
        record.add_reading(report.id, annotation, "1")
        record.add_refusal(Refused("b.txt", "empty"))
    raw = sqlite3.connect(path)
    for table in (*TABLES, *FOUND):
        for command in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid = rowid + 1 WHERE true"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                raw.execute(command)
    raw.close()


def test_rows_say_when_they_were_entered(path: Path, report: Report) -> None:
    with Record.open(path, create=True, entered_on=lambda: "2026-11-22") as record:
        record.add_report(report)
        assert record.entered_on(report.id) == date(2026, 11, 22)
        assert record.entered_on("report:none") is None
        assert record.report("report:none") is None
        assert record.annotation("report:none") is None


def test_failed_transaction_leaves_nothing(path: Path, report: Report, annotation: Annotation) -> None:
    def enter(record: Record) -> None:
        with record.transaction():
            record.add_report(report)
            record.add_reading(report.id, annotation, "1")
            raise KeyError("on purpose")

    with Record.open(path, create=True) as record:
        with pytest.raises(KeyError):
            enter(record)
        assert record.reports() == ()
        assert record.statements() == ()


def test_reading_of_an_unknown_report_is_an_error(path: Path) -> None:
    with Record.open(path, create=True) as record, pytest.raises(RecordError, match="FOREIGN KEY"):
        record.add_reading("report:none", Annotation(), "1")


_DAYS = st.dates() | st.none()
_UNCERTAIN = st.builds(UncertainDay, st.text(), _DAYS, _DAYS, _DAYS, st.sampled_from(["printed", "given"]))
_REPORTS = st.builds(
    Report,
    id=st.just("report:x"),
    text=st.text(),
    title=st.none() | st.text(),
    outlet=st.none() | st.text(),
    url=st.none() | st.text(),
    credit=st.none() | st.builds(Credit, st.text(), st.text(), st.none()),
    language=st.none() | st.just("en"),
    published=st.none() | _UNCERTAIN,
    path=st.text(),
)


@given(_REPORTS)
def test_any_report_survives_its_json(report: Report) -> None:
    assert from_json(to_json(report), Report) == report


@given(st.from_type(Statement))
def test_any_statement_survives_its_json(statement: Statement) -> None:
    assert from_json(to_json(statement), Statement) == statement


@given(st.from_type(Annotation))
def test_any_annotation_survives_its_json(annotation: Annotation) -> None:
    assert from_json(to_json(annotation), Annotation) == annotation


def test_field_added_later_takes_its_default_in_older_rows() -> None:
    older = '{"start":0,"end":3,"kind":"treaty","id":"inf","text":"INF","long_gone":1}'
    assert from_json(older, Mention) == Mention(0, 3, "treaty", "inf", "INF")
