"""Options, formats, streams and exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]
NEEDS_A_RECORD = ["statements", "events", "stories"]


def test_shared_options_work_before_and_after_the_command(ask: Ask) -> None:
    after = ask("status", "inf", "--on", "2019-07-05").json
    before = ask("--on", "2019-07-05", "--format", "json", "status", "inf").json
    assert before["participants"] == after["participants"]
    assert before["on"] == "2019-07-05"


def test_what_stands_after_the_command_goes_first(ask: Ask) -> None:
    assert ask("--on", "2019-07-05", "status", "inf", "--on", "2019-08-02").json["phase"] == "terminated"


def test_an_option_that_makes_no_sense_is_refused(ask: Ask) -> None:
    answer = ask("--on", "2019-07-05", "outlets")
    assert answer.code == 2
    assert "outlets takes no --on" in answer.err


@pytest.mark.parametrize("day", ["2019-13-01", "5 July 2019", "2019-02-30", "yesterday"])
def test_a_day_that_cannot_be_is_wrong_usage(ask: Ask, day: str) -> None:
    answer = ask("status", "inf", "--on", day)
    assert answer.code == 2
    assert answer.json["error"]["exit_code"] == 2


@pytest.mark.parametrize("command", NEEDS_A_RECORD)
def test_what_needs_a_record_says_so_without_one_and_makes_none(ask: Ask, tmp_path: Path, command: str) -> None:
    answer = ask(command)
    assert answer.code == 1
    assert "found no record" in answer.err
    assert answer.json["error"]["kind"] == "RecordError"
    assert list(tmp_path.iterdir()) == []


def test_the_shelf_answers_without_a_record(ask: Ask, tmp_path: Path) -> None:
    answer = ask("status", "inf").json
    assert answer["record"] is None
    assert answer["as_of"].endswith("Z")
    assert answer["shelf"]
    assert list(tmp_path.iterdir()) == []


def test_names_and_aliases_serve_where_an_id_is_wanted(ask: Ask) -> None:
    assert ask("status", "INF Treaty").json["treaty"] == "inf"
    assert (
        ask("reckon", "INF", "notify-withdrawal", "--day", "2019-02-02", "--actor", "Washington").json["actor"] == "us"
    )


def test_an_unknown_name_is_wrong_usage_with_a_hint(ask: Ask) -> None:
    answer = ask("status", "in")
    assert answer.code == 2
    assert answer.json["error"]["kind"] == "UnknownName"


def test_errors_are_text_alone_where_the_format_is_no_json(ask: Ask) -> None:
    answer = ask("status", "nothing-of-the-kind", "--format", "csv")
    assert answer.out == ""
    assert answer.err.startswith("treatywatch: ")


def test_json_lines_carry_one_row_each(ask: Ask) -> None:
    rows = [json.loads(line) for line in ask("calendar", "--treaty", "inf", "--format", "jsonl").out.splitlines()]
    assert len(rows) > 3
    assert all(row["treaty"] == "inf" for row in rows)


def test_csv_has_a_row_for_each_participant(ask: Ask) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("status", "inf", "--on", "2019-07-05", "--format", "csv").out)))
    assert {row["actor"] for row in rows} >= {"us", "ru"}
    assert {row["phase"] for row in rows} == {"in-force"}


@pytest.mark.parametrize("width", ["80", "160"])
def test_a_table_has_no_colour_and_whole_words_away_from_a_terminal(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    answer = ask("status", "inf", "--on", "2019-07-05", "--format", "table")
    assert all(word in answer.out for word in ("withdrawing", "claimed-suspended", "2019-08-02", "contested"))
    assert max(map(len, answer.out.splitlines())) <= 200
    assert "\x1b" not in answer.out


@pytest.mark.slow
@pytest.mark.parametrize(("environment", "styled"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_a_table_and_no_color_is_honoured(
    tmp_path: Path, environment: dict[str, str], styled: bool
) -> None:
    import pty

    here, there = pty.openpty()
    settings = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {"TERM": "xterm-256color"}
    command = [sys.executable, "-m", "treatywatch.cli.main", "status", "new-start", "--on", "2026-03-01"]
    process = subprocess.Popen(command, stdout=there, stdin=there, cwd=tmp_path, env=settings | environment)
    os.close(there)
    shown = b""
    while True:
        try:
            read = os.read(here, 4096)
        except OSError:  # the other end is closed: all has been said
            break
        if not read:
            break
        shown += read
    assert process.wait(timeout=60) == 0
    os.close(here)
    assert b"expired" in shown
    assert not shown.startswith(b"{")
    assert (b"\x1b[" in shown) is styled


@pytest.mark.slow
def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    command = f"{sys.executable} -m treatywatch.cli.main calendar --format jsonl | head -n 1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, cwd=tmp_path, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.slow
@pytest.mark.needs_model
def test_an_interrupt_ends_annotate_with_130_and_no_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "treatywatch.cli.main", "annotate"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b'{"id": 1, "text": "Moscow denied the charge on Friday, and the ministry said so."}\n')
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == 1  # it answers at once, and waits for more
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.slow
@pytest.mark.needs_model
def test_bad_lines_are_refused_in_place_and_never_stop_the_run(program: Ask) -> None:
    given = (
        b'{"id": 1, "text": "Moscow denied the charge, the ministry said."}\n'
        b"not json\n\xff\xfe\n[1]\n"
        b'{"id": 5}\n{"id": 6, "text": "x", "published": "soon"}\n'
        b'{"id": 7, "text": "Washington denied the charge, the ministry said."}\n'
    )
    answer = program("annotate", given=given)
    rows = [json.loads(line) for line in answer.out.splitlines()]
    assert answer.code == 3
    assert [row["id"] for row in rows] == [1, None, None, None, 5, 6, 7]
    assert [row["refused"] is None for row in rows] == [True, False, False, False, False, False, True]
    assert "line 2" in rows[1]["refused"]


def test_calendar_events_have_stable_ids_and_all_day_dates(ask: Ask) -> None:
    from icalendar import Calendar

    def events() -> dict[str, Any]:
        feed = Calendar.from_ical(ask("calendar", "--treaty", "inf", "--on", "2019-07-05", "--format", "ics").out)
        return {str(event["uid"]): event for event in feed.walk("VEVENT")}

    first, second = events(), events()
    rows = ask("calendar", "--treaty", "inf", "--on", "2019-07-05").json
    assert list(first) == list(second)
    assert len(first) == len(rows)
    assert all(event["dtstart"].params["VALUE"] == "DATE" for event in first.values())
    assert all(int(str(event["sequence"])) >= 0 for event in first.values())


def test_the_sequence_rises_when_a_deadline_stops_running(ask: Ask) -> None:
    from icalendar import Calendar

    def sequences(on: str) -> dict[str, int]:
        feed = Calendar.from_ical(ask("calendar", "--treaty", "inf", "--on", on, "--format", "ics").out)
        return {str(event["uid"]): int(str(event["sequence"])) for event in feed.walk("VEVENT")}

    before, after = sequences("2019-07-05"), sequences("2019-08-05")
    shared = before.keys() & after.keys()
    assert shared
    assert all(after[uid] >= before[uid] for uid in shared)
    assert any(after[uid] > before[uid] for uid in shared)


def test_a_fixed_epoch_makes_answers_equal_to_the_byte(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1562284800")
    answers = {ask("status", "inf").out for _ in range(2)}
    assert len(answers) == 1
    assert json.loads(answers.pop())["as_of"] == "2019-07-05T00:00:00Z"


def test_environment_names_the_record_and_an_option_goes_before_it(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TREATYWATCH_RECORD", str(tmp_path / "elsewhere.db"))
    assert "elsewhere.db" in ask("statements").err
    assert "here.db" in ask("statements", "--record", "here.db").err


def test_lint_exits_1_on_an_error_and_0_without(ask: Ask, tmp_path: Path) -> None:
    broken = tmp_path / "systems"
    broken.mkdir()
    (broken / "thing.yml").write_text("id: thing\nnmae: Thing\n", encoding="utf-8")
    answer = ask("lint", "--shelf", tmp_path)
    assert answer.code == 1
    assert any("nmae" in row["found"] or "nmae" in row["field"] for row in answer.json)
