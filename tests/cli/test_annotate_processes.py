"""`annotate` as a filter: order, bounds on what is held, bad lines, processes that die."""

from __future__ import annotations

import importlib
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from treatywatch.cli import annotate_lines
from treatywatch.cli.annotate_flow import BATCH, Flow
from treatywatch.cli.annotate_lines import Line, lines, read_line
from treatywatch.cli.annotate_rows import Row
from treatywatch.cli.annotate_workers import Crew
from treatywatch.errors import TreatywatchError

from .conftest import Ask


@pytest.fixture
def readers(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Readers that a spawned process finds by name."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return importlib.import_module("dying_readers")


class Echo:
    """Rows without a reader."""

    def of(self, batch: Sequence[Line]) -> list[Row]:
        """The ids."""
        return [Row(f"{line.id}", line.refused is not None) for line in batch]


def rows_of(texts: Sequence[str], does: Any, processes: int = 2) -> list[Row]:
    flow = Flow((Line(number, text) for number, text in enumerate(texts)), processes)
    crew = Crew(processes, None, "v", flow.wake, does)
    try:
        return [row for rows in flow.in_order(crew, processes) for row in rows]
    finally:
        crew.close()


def test_rows_come_in_the_order_of_the_lines_also_when_an_early_one_is_slow(readers: ModuleType) -> None:
    texts = ["SLOW", *["quick"] * (5 * BATCH)]
    assert [row.json for row in rows_of(texts, readers.fragile)] == [str(number) for number in range(len(texts))]


def test_a_process_that_dies_loses_no_line_and_the_deadly_one_is_refused(readers: ModuleType) -> None:
    texts = ["a", "b", "POISON", "c", *["d"] * BATCH, "POISON", "e"]
    rows = rows_of(texts, readers.fragile)
    refused = [number for number, row in enumerate(rows) if row.refused]
    assert len(rows) == len(texts)
    assert refused == [2, 4 + BATCH]
    told = json.loads(rows[2].json)
    assert told["id"] == 2
    assert "exit code 7" in told["refused"]
    assert [row.json for row in rows if not row.refused] == [str(n) for n in range(len(texts)) if n not in refused]


def test_a_process_killed_from_outside_is_replaced(readers: ModuleType) -> None:
    woken = threading.Event()
    crew = Crew(1, None, "v", woken.set, readers.fragile)
    try:
        for number in range(2):
            task = crew.give([Line(number, "quick")])
            assert woken.wait(20)
            woken.clear()
            assert task.rows == [Row(str(number), False)]
            os.kill(crew.pids[0], signal.SIGKILL)
    finally:
        crew.close()


def test_a_process_that_cannot_start_ends_the_run_with_a_reason(readers: ModuleType) -> None:
    with pytest.raises(TreatywatchError, match="exit code 4"):
        rows_of(["a"], readers.unable, 1)


def test_what_is_held_is_bounded_however_long_the_input() -> None:
    given = 0

    def endless() -> Iterator[Line]:
        nonlocal given
        while True:
            given += 1
            yield Line(given, "x" * 1000)

    flow = Flow(endless(), 1)
    rows = flow.alone(Echo())  # type: ignore[arg-type]  # it needs no reader
    next(rows)
    time.sleep(0.2)
    assert given < 20 * BATCH


def test_an_input_that_breaks_off_says_so() -> None:
    def broken() -> Iterator[Line]:
        yield Line(1, "a")
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk"):
        list(Flow(broken(), 1).alone(Echo()))  # type: ignore[arg-type]  # it needs no reader


def test_a_line_without_end_is_refused_and_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotate_lines, "LONGEST_LINE", 200_000)
    after = b'{"id": 2, "text": "Moscow denied it."}\n'
    long, short = lines(io.BytesIO(b'{"id": 1, "text": "' + b"x" * 5_000_000 + b'"}\n' + after))
    assert long.refused is not None
    assert "line 1" in long.refused
    assert (short.id, short.refused) == (2, None)


@pytest.mark.parametrize(
    "raw",
    [b"not json", b"\xff\xfe", b"[1]", b"{}", b'{"id": [1], "text": "x"}', b'{"id": true, "text": "x"}',
     b'{"text": 5}', b'{"text": "x", "published": 3}', b"[" * 100_000,
     b'{"text": "\\u0000\\u0001\\u0002PNG\\u0003\\u0004"}', b'{"text": "x", "published": "2019-13-01"}',
     b'{"id": 1' + b"0" * 5000 + b', "text": "x"}'],
)  # fmt: skip
def test_a_bad_line_is_refused_with_its_number(raw: bytes) -> None:
    refused = read_line(raw, 12).refused
    assert refused is not None
    assert refused.startswith("line 12: ")


def test_half_a_surrogate_pair_keeps_its_place() -> None:
    line = read_line(b'{"text": "Moscow \\ud83d denied it."}', 1)
    assert (line.refused, line.text) == (None, "Moscow \ufffd denied it.")


def test_without_the_model_direct_quotations_are_found_and_the_reading_says_that_it_is_degraded(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("treatywatch.pipeline.find_model", lambda: None)
    text = "“The treaty is dead and nobody should mourn it,” Sergei Ryabkov said on Friday."
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"id": 1, "text": text, "published": "2019-07-05"}), encoding="utf-8")
    said = ask("annotate", path)
    row = json.loads(said.out)
    assert said.code == 0
    assert "degraded" in said.err
    assert row["degraded"] is True
    (statement,) = row["statements"]
    assert statement["kind"] == "direct"
    assert statement["speaker"]["name"].endswith("Ryabkov")
    assert [day["value"] for day in row["dates"]] == ["2019-07-05"]


@pytest.mark.slow
@pytest.mark.needs_model
def test_two_processes_answer_as_one_does(program: Ask, root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "examples" / "reports").rglob("*.txt"))[:4]]
    given = [json.dumps({"id": number, "text": text, "published": "2019-07-05"}) for number, text in enumerate(texts)]
    given.insert(3, "not json")
    given.append(json.dumps({"id": "ru", "text": "Министерство иностранных дел отвергло обвинения."}))
    given.append(json.dumps({"id": "de", "text": "Das Ministerium wies die Vorwürfe am Freitag zurück. " * 4}))
    stream = "\n".join(given).encode()
    alone, together = (program("annotate", "--processes", count, given=stream) for count in ("1", "2"))
    rows = [json.loads(line) for line in alone.out.splitlines()]
    assert (alone.code, together.code, alone.err, together.err) == (3, 3, "", "")
    assert together.out == alone.out
    assert [row["refused"] is None for row in rows] == [True] * 3 + [False, True, False, False]
    assert "language" in rows[-1]["refused"]


@pytest.mark.slow
@pytest.mark.needs_model
def test_an_interrupt_of_the_whole_group_ends_all_processes_quietly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "treatywatch.cli.main", "annotate", "--processes", "2"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        start_new_session=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b'{"id": 1, "text": "Moscow denied the charge on Friday, and the ministry said so."}\n')
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == 1
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert b"Traceback" not in process.stderr.read()
        for _ in range(50):
            try:
                os.killpg(process.pid, 0)
            except ProcessLookupError:
                return
            time.sleep(0.1)
        pytest.fail("a process outlived the interrupt")


@pytest.mark.slow
@pytest.mark.needs_model
def test_the_progress_on_a_terminal_takes_no_row_from_the_output(tmp_path: Path) -> None:
    import pty

    here, there = pty.openpty()
    given = tmp_path / "in.jsonl"
    given.write_text('{"id": 1, "text": "Moscow denied the charge."}\n', encoding="utf-8")
    command = [sys.executable, "-m", "treatywatch.cli.main", "annotate", str(given)]
    settings = {**os.environ, "TERM": "xterm-256color"}
    shown = b""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=there, cwd=tmp_path, env=settings) as process:
        os.close(there)
        while True:
            try:
                shown += os.read(here, 4096)
            except OSError:  # the other end is closed: all has been said
                break
        os.close(here)
        assert process.stdout
        assert json.loads(process.stdout.read())["id"] == 1
    assert b"1 texts read" in shown
