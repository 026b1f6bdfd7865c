"""`why` with --known, of what stands in reports that have no day or were published later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from treatywatch.dates import UncertainDay
from treatywatch.model.annotation import Annotation
from treatywatch.model.event import Assertion, Event
from treatywatch.model.report import Report
from treatywatch.model.vocabulary import EventKind, Modality
from treatywatch.record import Record

Ask = Callable[..., Any]
TEXT = "Washington gave notice."


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.db"
    with Record.open(path, create=True) as record:
        for id, day in (("report:undated0", None), ("report:later000", UncertainDay.on(date(2019, 8, 5), "given"))):
            record.add_report(Report(id, TEXT, None, None, None, None, "en", day, "a.txt"))
        event = Event(EventKind.NOTIFY_WITHDRAWAL, ("us",), Modality.HAPPENED, treaty="inf")
        record.add_reading("report:undated0", Annotation(events=(Assertion("event:a0000000", event, 0, 23),)), "1")
    return path


@pytest.mark.parametrize(
    ("id", "day"), [("report:undated0", "no day"), ("event:a000000", "no day"), ("report:later000", "2019-08-05")]
)
def test_what_was_not_surely_public_by_then_is_told_with_its_day_and_what_to_do(
    ask: Ask, desk: Path, id: str, day: str
) -> None:
    assert ask("why", id, "--record", desk).code == 0
    answer = ask("why", id, "--known", "2019-07-05", "--record", desk)
    assert answer.code == 2
    assert f"found it only in reports of {day}, expected one that was surely public by 2019-07-05" in answer.err
    assert "--published DAY" in answer.err


def test_id_that_there_is_not_is_told_so_with_and_without_known(ask: Ask, desk: Path) -> None:
    for known in ((), ("--known", "2019-07-05")):
        assert "found no such id" in ask("why", "report:nothing", *known, "--record", desk).err
    assert "found 3 signs of an id, expected 6 or more" in ask("why", "report:unk", "--record", desk).err
