"""What can go wrong with the file: it is said in words, and what was entered is kept."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from treatywatch.errors import RecordError
from treatywatch.model.annotation import Annotation
from treatywatch.model.report import Report
from treatywatch.record import Record
from treatywatch.record import connection as connection_module
from treatywatch.record.schema import APPLICATION_ID, SCHEMA

ENTER = """
    import sys
    from treatywatch.errors import RecordError
    from treatywatch.model.annotation import Annotation, Mention
    from treatywatch.model.report import Report
    from treatywatch.record import Record

    def reports(count, size):
        for number in range(count):
            yield Report(f"report:{number:04}", "word " * size, None, None, None, None, "en", None, f"{number}.txt")

    def enter(record, report):
        with record.transaction():
            status = record.add_report(report)
            mentions = tuple(Mention(at, at + 4, "treaty", "inf", "word") for at in range(0, 200, 5))
            record.add_reading(report.id, Annotation(mentions=mentions), "1")
        return status
"""


def _python(script: str, *arguments: str) -> subprocess.Popen[str]:
    code = textwrap.dedent(ENTER) + textwrap.dedent(script)
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_reader_makes_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="found no record, expected one; make it with: treatywatch read"):
        Record.open(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_reader_writes_nothing_and_leaves_no_file_behind(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "a.db"
    with Record.open(path, create=True) as record:
        record.add_report(report)
    with Record.open(path) as record:
        record.reports()
        with pytest.raises(RecordError, match="may not be written"):
            record.add_report(report)
    assert [one.name for one in tmp_path.iterdir()] == ["a.db"]


def test_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE notes (text TEXT)")
    other.commit()
    other.close()
    for create in (False, True):
        with pytest.raises(
            RecordError, match=r"other\.db: found a database of another program, expected a Treatywatch record"
        ):
            Record.open(path, create=create)


def test_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Not a database, but long enough to be taken for one. " * 40)
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(RecordError, match=r"notes\.txt: found a file that is no record"):
            Record.open(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("version", "advice"),
    [
        (SCHEMA + 1, "update Treatywatch"),
        (1, "bring it up with: treatywatch migrate"),
        (0, "read the texts into a new record"),
    ],
)
def test_record_of_another_schema_is_refused_with_what_to_do(tmp_path: Path, version: int, advice: str) -> None:
    path = tmp_path / "new.db"
    Record.open(path, create=True).close()
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {version}")
    raw.close()
    with pytest.raises(RecordError, match=f"found a record of schema {version}, expected schema {SCHEMA}; {advice}"):
        Record.open(path)


def test_empty_file_is_no_record_to_read_but_may_become_one(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(RecordError, match="found an empty file, expected a record"):
        Record.open(path)
    Record.open(path, create=True).close()
    Record.open(path).close()


def test_database_without_tables_is_no_record_to_read(tmp_path: Path) -> None:
    path = tmp_path / "blank.db"
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.close()
    with pytest.raises(RecordError, match="found an empty database, expected a record"):
        Record.open(path)
    Record.open(path, create=True).close()


def test_folder_and_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="found a folder, expected a file"):
        Record.open(tmp_path, create=True)
    with pytest.raises(RecordError, match="found no folder"):
        Record.open(tmp_path / "none" / "a.db", create=True)


def test_file_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Record.open(path, create=True).close()
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    strict = raw.execute(
        "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    assert all(flag == 1 for _, flag in strict)
    assert len(strict) >= 8
    raw.close()


def test_killed_read_leaves_whole_reports_and_a_second_run_completes_it(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    script = """
        with Record.open(sys.argv[1], create=True) as record:
            for report in reports(400, 2000):
                enter(record, report)
                print(report.id, flush=True)
    """
    first = _python(script, str(path))
    assert first.stdout is not None
    for _ in range(60):
        first.stdout.readline()
    os.kill(first.pid, signal.SIGKILL)
    first.communicate()
    with Record.open(path) as record:
        record.check()
        entered = len(record.reports())
        assert 60 <= entered < 400
        assert record.needs_reading("1") == ()
        assert len(record.mentions()) == entered * 40
    second = _python(script, str(path))
    second.communicate(timeout=60)
    assert second.returncode == 0
    with Record.open(path) as record:
        record.check()
        assert len(record.reports()) == 400
        assert len(record.mentions()) == 400 * 40


def test_full_disk_is_said_and_what_was_entered_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "full.db"
    script = """
        import resource, signal
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        record = Record.open(sys.argv[1], create=True)
        for report in reports(10, 2000):
            enter(record, report)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        try:
            for report in reports(400, 2000):
                enter(record, report)
        except RecordError as error:
            print(error)
            sys.exit(1)
    """
    run = _python(script, str(path))
    said, complaint = run.communicate(timeout=60)
    assert run.returncode == 1, complaint
    assert "full" in said
    assert "Traceback" not in complaint
    with Record.open(path) as record:
        record.check()
        assert len(record.reports()) >= 10
        assert record.needs_reading("1") == ()


def test_page_limit_reads_as_a_full_disk(tmp_path: Path, report: Report) -> None:
    with Record.open(tmp_path / "a.db", create=True) as record:
        record._connection.execute("PRAGMA max_page_count = 60")
        big = Report("report:big", "word " * 100_000, None, None, None, None, "en", None, "big.txt")
        with pytest.raises(RecordError, match="found a full disk, expected room to write"):
            record.add_report(big)
        assert record.add_report(report) == "new"
        assert record.reports() == (report,)


def test_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    path = tmp_path / "two.db"
    script = """
        with Record.open(sys.argv[1], create=True) as record:
            for report in reports(80, 50):
                enter(record, report)
    """
    writers = [_python(script, str(path)) for _ in range(2)]
    for writer in writers:
        _, complaint = writer.communicate(timeout=90)
        assert writer.returncode == 0, complaint
    with Record.open(path) as record:
        record.check()
        assert len(record.reports()) == 80
        assert len(record.mentions()) == 80 * 40


def test_writer_that_never_ends_is_said(tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "busy.db"
    monkeypatch.setattr(connection_module, "BUSY_SECONDS", 0.2)
    with Record.open(path, create=True) as first, Record.open(path, create=True) as second, first.transaction():
        first.add_report(report)
        began = time.monotonic()
        with pytest.raises(RecordError, match="found another writer"):
            second.add_report(report)
        assert time.monotonic() - began < 5


def test_reader_sees_a_whole_record_while_another_program_writes(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "both.db"
    with Record.open(path, create=True) as writer, writer.transaction():
        writer.add_report(report)
        writer.add_reading(report.id, Annotation(), "1")
        with Record.open(path) as reader:
            assert reader.reports() == ()
