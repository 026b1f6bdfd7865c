"""`search`, `changes`, `verify` and `backup`: finding what is there, what is new, and that it is whole."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.dates import UncertainDay
from treatywatch.model.annotation import Annotation, Mention
from treatywatch.model.event import Assertion, Event
from treatywatch.model.passage import Span
from treatywatch.model.report import Refused, Report
from treatywatch.model.statement import Speaker, Statement
from treatywatch.model.vocabulary import EventKind, Modality, QuoteKind, Stance
from treatywatch.reading.desk import report_id
from treatywatch.record import Record
from treatywatch.shapes.schema import problems

Ask = Callable[..., Any]

FIRST = "On 2 March 2026 Russia gave notice. The café talks, Putin said, were over."
SECOND = "Россия вышла из договора. No missile shield is planned."
IDS = tuple(report_id(None, None, text) for text in (FIRST, SECOND))


def _fill(path: Path, entered: str = "2026-03-04") -> None:
    with Record.open(path, create=True, entered_on=lambda: entered) as record:
        for id, text, day, name in zip(IDS, (FIRST, SECOND), (3, 9), ("talks.txt", "b.txt"), strict=True):
            published = UncertainDay.on(date(2026, 3, day), "given")
            record.add_report(
                Report(id, text, "Talks over" if day == 3 else None, None, None, None, "en", published, name)
            )
        day_told = UncertainDay.on(date(2026, 3, 2), "told")
        notice = Event(EventKind.NOTIFY_WITHDRAWAL, ("ru",), Modality.HAPPENED, treaty="outer-space", day=day_told)
        speaker = Speaker("Putin", "vladimir-putin", None, "ru", 52, 57)
        place = Span(36, len(FIRST))
        said = Statement("statement:said0000", speaker, None, (place,), QuoteKind.INDIRECT, Stance.ANNOUNCE, place)
        named = Mention(52, 57, "actor", "vladimir-putin", "Putin")
        record.add_reading(
            IDS[0],
            Annotation(statements=(said,), events=(Assertion("assertion:a000000", notice, 0, 35),), mentions=(named,)),
            "1",
        )
        record.add_refusal(Refused("scan.pdf", "found no text"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.db"
    _fill(path)
    return path


def _found(answer: Any) -> list[str]:
    assert answer.code == 0, answer.err
    assert problems("search", answer.json) == []
    return [row["id"] for row in answer.json]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["TALKS"], [IDS[0], "statement:said0000"]),
        (["cafe"], [IDS[0], "statement:said0000"]),
        (["gave notice"], [IDS[0]]),
        (["notice gave"], []),
        (["notice", "gave"], [IDS[0]]),
        (["not*", "russ*"], [IDS[0]]),
        (["россия"], [IDS[1]]),
        (["shield"], [IDS[1]]),
        (["absent"], []),
    ],
)
def test_search_finds_words_phrases_beginnings_and_other_scripts(
    ask: Ask, desk: Path, words: list[str], ids: list[str]
) -> None:
    assert sorted(_found(ask("search", *words, "--record", desk))) == sorted(ids)


def test_search_marks_what_it_found_and_tells_where(ask: Ask, desk: Path) -> None:
    (row,) = [each for each in ask("search", "putin", "--record", desk).json if each["kind"] == "statement"]
    assert "[Putin]" in row["snippet"]
    assert FIRST[row["start"] : row["end"]].startswith("The café talks")
    assert row["report"] == IDS[0]
    assert ask("why", row["id"], "--record", desk).code == 0


def test_search_keeps_to_the_days_and_names_asked_for(ask: Ask, desk: Path) -> None:
    search = ("search", "the* OR n*", "--record", desk)
    assert ask(*search).code == 0
    assert _found(ask("search", "no*", "--since", "2026-03-05", "--record", desk)) == [IDS[1]]
    assert _found(ask("search", "no*", "--until", "2026-03-05", "--record", desk)) == [IDS[0]]
    assert _found(ask("search", "no*", "--known", "2026-03-04", "--record", desk)) == [IDS[0]]
    assert IDS[0] in _found(ask("search", "were", "--actor", "Putin", "--record", desk))
    assert _found(ask("search", "shield", "--actor", "Putin", "--record", desk)) == []
    assert len(_found(ask("search", "talks", "--limit", "1", "--record", desk))) == 1


@given(st.text(max_size=40))
def test_no_question_to_search_is_an_error(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    path = tmp_path_factory.getbasetemp() / "searched.db"
    if not path.exists():
        _fill(path)
    with Record.open(path) as record:
        for asked in (words, f'"{words}"', f"{words}*", f"{words} AND NEAR("):
            assert all(hit.report in IDS for hit in record.search(asked))


def test_search_leaves_out_what_was_rejected_and_readings_that_are_superseded(ask: Ask, desk: Path) -> None:
    ask("review", "reject", "statement:said0000", "--by", "R. Khan", "--record", desk)
    assert _found(ask("search", "putin", "--record", desk)) == [IDS[0]]
    ask("review", "undo", "1", "--by", "R. Khan", "--record", desk)
    assert "statement:said0000" in _found(ask("search", "putin", "--record", desk))
    with Record.open(desk, create=True) as record:
        record.add_reading(IDS[0], Annotation(), "2")
    assert _found(ask("search", "putin", "--record", desk)) == [IDS[0]]


def test_changes_tell_what_was_entered_and_what_moved(ask: Ask, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    epoch = int(time.mktime((2026, 11, 22, 12, 0, 0, 0, 0, 0)))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch))
    accepted = ask("review", "accept", "event:a000000", "--by", "R. Khan", "--record", desk)
    assert accepted.code == 0, accepted.err
    answer = ask("changes", "--since", "2026-03-04", "--record", desk)
    assert answer.code == 0, answer.err
    assert problems("changes", answer.json) == []
    rows = answer.json
    entered = [row["kind"] for row in rows if row["kind"] not in ("standing", "deadline")]
    assert entered == ["report", "report", "reading", "refusal", "review"]
    moved = [row for row in rows if row["kind"] == "standing" and row["treaty"] == "outer-space"]
    assert ("party", "withdrawing") in [(row["before"], row["after"]) for row in moved]
    later = ask("changes", "--since", "2026-03-05", "--treaty", "outer-space", "--record", desk).json
    assert {row["kind"] for row in later} <= {"standing", "deadline"}
    assert ask("changes", "--record", desk).code == 2


def test_changes_tell_deadlines_that_came_due(ask: Ask, desk: Path) -> None:
    rows = ask("changes", "--since", "2026-02-01", "--treaty", "new-start", "--record", desk).json
    assert any(row["kind"] == "deadline" and row["on"] == "2026-02-05" for row in rows)
    assert any((row["before"], row["after"]) == ("in-force", "expired") for row in rows)


def test_verify_finds_a_text_that_was_altered(ask: Ask, desk: Path) -> None:
    whole = ask("verify", "--record", desk)
    assert (whole.code, whole.json["ok"]) == (0, True)
    assert problems("verify", whole.json) == []
    raw = sqlite3.connect(desk)
    raw.execute("DROP TRIGGER reports_no_update")
    raw.execute("UPDATE reports SET text = 'Another text.' WHERE id = ?", (IDS[0],))
    raw.commit()
    raw.close()
    altered = ask("verify", "--record", desk)
    assert altered.code == 1
    assert any(IDS[0] in fault for fault in altered.json["faults"])


def test_backup_is_whole_and_overwrites_nothing(ask: Ask, desk: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    made = ask("backup", copy, "--record", desk)
    assert problems("backup", made.json) == []
    assert ask("search", "shield", "--record", copy).json[0]["id"] == IDS[1]
    assert ask("backup", copy, "--record", desk).code == 1
