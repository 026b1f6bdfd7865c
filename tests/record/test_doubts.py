"""A doubt of a report's day is kept with the report, counts for that day alone, and goes when a newer reader has it no more."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from treatywatch.dates import UncertainDay
from treatywatch.errors import RecordError
from treatywatch.model.dating import Bound, DayReason, Doubt
from treatywatch.model.passage import Ground, Passage
from treatywatch.model.report import Report
from treatywatch.record import Record

PASSAGE = Passage("report:1", 0, 3, "The", "", " mission")
DOUBT = Doubt(
    "published 2019-07-05, but the text speaks for 2010",
    date(2010, 1, 1),
    date(2010, 12, 31),
    (DayReason(Bound.NEAR, date(2010, 1, 1), None, "tells it so", (Ground(act="act:inf:x", evidence=PASSAGE),)),),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.db"


@pytest.fixture
def record(path: Path, report: Report) -> Iterator[Record]:
    with Record.open(path, create=True, entered_on=lambda: "2026-11-22") as opened:
        opened.add_report(replace(report, published=UncertainDay.on(date(2019, 7, 5), "printed")))
        yield opened


def test_doubt_comes_back_as_it_went_in_when_the_record_is_opened_again(record: Record, path: Path) -> None:
    record.add_doubt("report:1", DOUBT, "1")
    with Record.open(path) as again:
        assert again.doubts() == {"report:1": DOUBT}
        assert again.doubt("report:1") == DOUBT
        assert again.doubt("report:2") is None
        assert again.faults() == ()


def test_same_doubt_is_entered_once_and_no_doubt_leaves_no_row(record: Record, path: Path) -> None:
    record.add_doubt("report:1", None, "1")
    for _ in range(2):
        record.add_doubt("report:1", DOUBT, "1")
    raw = sqlite3.connect(path)
    assert raw.execute("SELECT count(*) FROM doubts").fetchone() == (1,)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute("DELETE FROM doubts")
    raw.close()


def test_newer_reader_that_doubts_no_more_counts_and_both_are_told_as_new(record: Record) -> None:
    record.add_doubt("report:1", DOUBT, "1")
    record.add_doubt("report:1", None, "2")
    assert record.doubts() == {}
    told = [one.says for one in record.entered(date(2026, 11, 22)) if one.kind == "doubt"]
    assert told == [DOUBT.says, "2019-07-05 is doubted no more"]


def test_doubt_is_of_one_day_and_returns_with_it(record: Record, report: Report) -> None:
    record.add_doubt("report:1", DOUBT, "1")
    record.add_report(replace(report, published=UncertainDay.on(date(2010, 3, 1), "given")))
    assert record.doubts() == {}
    assert not record.is_confirmed("report:1")
    record.add_doubt("report:1", replace(DOUBT, says="of the day given"), "1")
    assert record.doubts()["report:1"].says == "of the day given"


def test_day_that_is_given_as_it_is_printed_is_confirmed(record: Record, report: Report) -> None:
    record.add_report(replace(report, published=UncertainDay.on(date(2010, 3, 1), "given")))
    record.add_report(replace(report, published=UncertainDay.on(date(2019, 7, 5), "given")))
    assert record.is_confirmed("report:1")
    record.add_report(replace(report, published=UncertainDay.on(date(2010, 3, 1), "given")))
    assert not record.is_confirmed("report:1")


def test_day_that_was_only_given_is_not_confirmed_by_itself(record: Record, report: Report) -> None:
    record.add_report(replace(report, id="report:2"))
    assert not record.is_confirmed("report:2")


def test_doubt_of_an_unknown_report_is_an_error(record: Record) -> None:
    with pytest.raises(RecordError):
        record.add_doubt("report:none", DOUBT, "1")
