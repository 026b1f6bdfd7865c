from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.findings.gathering import find, find_reported
from treatywatch.findings.settle import reported_acts
from treatywatch.language.prose import Source
from treatywatch.pipeline import Reader, annotate, annotate_many, open_reader, read_into
from treatywatch.record import Record
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import open_shelf

pytestmark = pytest.mark.needs_model

TODAY = date(2026, 1, 1)
TEXT = """Russia warns over test ban

MOSCOW, May 4 (Reuters) - Russian Foreign Minister Sergei Lavrov said on Thursday that Moscow would suspend the New START treaty unless
Washington resumed inspections. The State Department rejected the charge.

"We will answer in kind," Lavrov told reporters.
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return open_reader(open_shelf())


def read(record: Record, path: Path, reader: Reader, published: str | None = "2023-05-04") -> list[str]:
    day = PlainDay.parse(published) if published else None
    return [outcome for _, outcome in read_into(record, [path], reader, day, today=TODAY)]


def test_a_file_read_twice_is_new_and_then_known(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    with Record.open(tmp_path / "record.db", create=True) as record:
        assert read(record, tmp_path / "report.txt", reader) == ["new"]
        first = find(record, reader.shelf)
        assert read(record, tmp_path / "report.txt", reader) == ["known"]
        assert find(record, reader.shelf) == first
        assert first.statements


def test_a_day_given_later_dates_the_reading_anew_and_keeps_one_report(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    with Record.open(tmp_path / "record.db", create=True) as record:
        read(record, tmp_path / "report.txt", reader, None)
        read(record, tmp_path / "report.txt", reader, "2023-05-04")
        found = find(record, reader.shelf)
        assert len(found.reports) == 1
        days = {one.statement.said_on.edtf for one in found.statements if one.statement.said_on}
        assert "2023-05-04" in days


def test_one_input_that_cannot_be_read_does_not_stop_the_rest(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 400)
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    with Record.open(tmp_path / "record.db", create=True) as record:
        assert read(record, tmp_path, reader) == ["refused", "new"]
        assert len(record.refusals()) == 1


def test_the_same_text_from_two_files_keeps_its_own_ids(tmp_path: Path, reader: Reader) -> None:
    """Ids of statements are the report's own, so that evidence never moves from one report to another."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT + f"\nFile {name}.\n", encoding="utf-8")
    with Record.open(tmp_path / "record.db", create=True) as record:
        read(record, tmp_path, reader)
        ids = [statement.id for _, statement in record.statements()]
        assert len(ids) == len(set(ids))


def test_texts_read_together_are_read_as_each_alone(reader: Reader) -> None:
    day = UncertainDay.on(date(2023, 5, 4), "given")
    texts = [TEXT, "Nothing to see here.", "", TEXT.replace("Lavrov", "Ryabkov")]
    together = list(annotate_many([Source(text, day) for text in texts], reader))
    assert together == [annotate(text, day, reader) for text in texts]


def test_what_status_asks_for_is_what_all_findings_would_tell(tmp_path: Path, reader: Reader) -> None:
    treaty = load_treaty(reader.shelf, "new-start")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        "The Russian parliament voted on Wednesday to withdraw from the New START treaty, officials in Moscow said.\n"
        * 2,
        encoding="utf-8",
    )
    with Record.open(tmp_path / "record.db", create=True) as record:
        read(record, tmp_path, reader)
        everything = find(record, reader.shelf)
        for on in (None, date(2023, 5, 5), date(2019, 1, 1)):
            whole = reported_acts(everything.events, treaty.id, on, None)
            assert {one.id for one in find_reported(record, reader.shelf, treaty, on)} == {one.id for one in whole}


def test_without_a_model_the_reading_says_that_it_is_degraded() -> None:
    bare = open_reader(open_shelf(), model=None)
    reading = annotate(TEXT, None, bare)
    assert reading.degraded
    assert any("answer in kind" in "".join(span.of(TEXT) for span in one.content) for one in reading.statements)
