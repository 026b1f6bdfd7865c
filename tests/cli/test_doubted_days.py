"""A doubted day is told wherever it counts, until a person accepts it or gives another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from treatywatch.dates import UncertainDay
from treatywatch.model.annotation import Annotation
from treatywatch.model.dating import Bound, DayReason, Doubt
from treatywatch.model.event import Assertion, Event
from treatywatch.model.passage import Ground, Passage, Span
from treatywatch.model.report import Report
from treatywatch.model.statement import Speaker, Statement
from treatywatch.model.vocabulary import EventKind, Modality, QuoteKind, Stance
from treatywatch.reading.desk import report_id
from treatywatch.record import Record
from treatywatch.shapes.schema import problems

Ask = Callable[..., Any]
TEXT = "On Saturday Washington gave notice. The treaty is dead, Putin said."
ID = report_id(None, None, TEXT)
PRINTED, GIVEN = UncertainDay.on(date(2024, 3, 11), "printed"), UncertainDay.on(date(2019, 2, 3), "given")
REASON = DayReason(
    Bound.NEAR,
    date(2019, 2, 2),
    date(2019, 2, 8),
    "tells “Saturday” of a notice",
    (Ground(act="act:inf:us-notice", evidence=Passage.cut(ID, TEXT, Span(0, 35))),),
)
DOUBT = Doubt("published 2024-03-11 (printed), but the text speaks for 2019", reasons=(REASON,))


def _report(day: UncertainDay) -> Report:
    return Report(ID, TEXT, "Notice", None, None, None, "en", day, "a.txt")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.db"
    with Record.open(path, create=True, entered_on=lambda: "2026-03-04") as record:
        record.add_report(_report(PRINTED))
        event = Event(
            *(EventKind.NOTIFY_WITHDRAWAL, ("us",), Modality.HAPPENED),
            treaty="inf",
            day=UncertainDay.on(date(2024, 3, 9), "relative"),
        )
        speaker = Speaker("Putin", "vladimir-putin", None, "ru", 56, 61)
        place = Span(36, len(TEXT))
        said = Statement("statement:said0000", speaker, None, (place,), QuoteKind.INDIRECT, Stance.ASSESS, place)
        found = Annotation(statements=(said,), events=(Assertion("assertion:a000000", event, 0, 35),))
        record.add_reading(ID, found, "1")
        record.add_doubt(ID, DOUBT, "1")
    return path


def _doubted(ask: Ask, desk: Path) -> list[bool]:
    """Whether search, events, statements, status, review list and why tell the doubt."""
    told = {
        "search": ask("search", "notice", "--record", desk).json,
        "events": ask("events", "--record", desk).json,
        "statements": ask("statements", "--record", desk).json,
        "review-list": ask("review", "list", "--record", desk).json,
        "why": ask("why", "statement:said0000", "--record", desk).json,
    }
    assert [fault for name, answer in told.items() for fault in problems(name, answer)] == []
    reported = ask("status", "inf", "--on", "2024-04-01", "--record", desk).json["reported"]
    return [
        told["search"][0]["doubt"] is not None,
        told["events"][0]["doubted"] == [ID],
        told["statements"][0]["doubted"] == [ID],
        reported[0]["doubted"] == [ID],
        told["review-list"][0]["why"] == "doubted day",
        ", doubted" in told["why"]["because"][0]["says"],
    ]


def test_doubt_is_told_wherever_the_day_counts(ask: Ask, desk: Path) -> None:
    assert _doubted(ask, desk) == [True] * 6
    changes = ask("changes", "--since", "2026-03-04", "--record", desk).json
    assert problems("changes", changes) == []
    assert [row["says"] for row in changes if row["kind"] == "doubt"] == [DOUBT.says]


def test_why_leads_from_the_doubt_to_the_sentence_and_the_act(ask: Ask, desk: Path) -> None:
    tree = ask("why", ID, "--record", desk).json
    (doubt,) = [one for one in tree["because"] if one["says"].startswith("doubted: ")]
    assert DOUBT.says in doubt["says"]
    assert "review accept" in doubt["says"]
    (ground,) = doubt["because"][0]["grounds"]
    assert ground["act"] == "act:inf:us-notice"
    assert ground["evidence"]["exact"] == TEXT[:35]


def test_accepted_day_is_doubted_no_more_until_that_is_undone(ask: Ask, desk: Path) -> None:
    accepted = ask("review", "accept", ID[:14], "--by", "R. Khan", "--record", desk)
    assert accepted.code == 0, accepted.err
    assert problems("review", accepted.json) == []
    assert accepted.json["subject"] == ID
    assert _doubted(ask, desk) == [False] * 6
    explained = ask("why", "review:1", "--record", desk)
    assert "accept published" in explained.json["says"]
    again = ask("review", "accept", ID, "--by", "R. Khan", "--record", desk)
    assert again.code == 2
    assert "whose day nobody doubts" in again.err
    ask("review", "undo", "1", "--by", "R. Khan", "--record", desk)
    assert _doubted(ask, desk) == [True] * 6


def test_another_day_is_not_doubted_for_the_old_ones_sake(ask: Ask, desk: Path) -> None:
    ask("review", "accept", ID, "--by", "R. Khan", "--record", desk)
    with Record.open(desk, create=True) as record:
        record.add_report(_report(GIVEN))
    assert _doubted(ask, desk) == [False] * 6
    with Record.open(desk, create=True) as record:
        record.add_doubt(ID, DOUBT, "1")
    assert _doubted(ask, desk)[0], "the day that was accepted was another one"


def test_report_cannot_be_rejected_or_corrected_and_is_told_what_to_do(ask: Ask, desk: Path) -> None:
    for verb in (("reject",), ("correct", "--day", "2019-02-03")):
        refused = ask("review", *verb, ID, "--by", "R. Khan", "--record", desk)
        assert refused.code == 2
        assert "read PATH --published DAY" in refused.err


def test_dossier_says_that_a_reports_day_is_doubted(ask: Ask, desk: Path, tmp_path: Path) -> None:
    page = tmp_path / "inf.html"
    assert ask("dossier", "inf", "-o", page, "--on", "2024-04-01", "--record", desk).code == 0
    assert "a day that its text speaks against" in page.read_text(encoding="utf-8")
    ask("review", "accept", ID, "--by", "R. Khan", "--record", desk)
    ask("dossier", "inf", "-o", page, "--on", "2024-04-01", "--record", desk)
    assert "a day that its text speaks against" not in page.read_text(encoding="utf-8")
