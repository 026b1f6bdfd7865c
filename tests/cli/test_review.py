"""`review`: what a person judges moves the answers, says so, and can be undone."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.model.annotation import Annotation
from treatywatch.model.event import Assertion, Event
from treatywatch.model.passage import Span
from treatywatch.model.report import Report
from treatywatch.model.statement import Speaker, Statement
from treatywatch.model.vocabulary import EventKind, Modality, Position, QuoteKind, Stance
from treatywatch.record import Record
from treatywatch.shapes.schema import problems

Ask = Callable[..., Any]

NOTICE = "On 2 March 2026 Russia gave notice that it is leaving the Outer Space Treaty."
DENIAL = "The Kremlin denied that it had given any notice."
BY = ("--by", "R. Khan")
QUESTION = ("status", "outer-space", "--actor", "ru", "--on", "2026-06-01")


def _told(kind: EventKind, start: int, end: int, name: str, **fields: Any) -> Assertion:
    position = fields.pop("position", Position.AFFIRMS)
    event = Event(kind, ("ru",), fields.pop("modality", Modality.HAPPENED), treaty="outer-space", **fields)
    return Assertion(name, event, start, end, position)


def _reading(number: int = 0) -> Annotation:
    """What a reader finds; another `number` is another reader, whose ids and cuts differ."""
    day = UncertainDay.from_plain(PlainDay.parse("2026-03-02"), "told")
    end = len(NOTICE)
    speaker = Speaker("The Kremlin", "ru-kremlin", None, "ru", end + 1, end + 12)
    said = Statement(
        f"statement:said{number}000",
        speaker,
        None,
        (Span(end + 20, end + 1 + len(DENIAL)),),
        QuoteKind.INDIRECT,
        Stance.DENY,
        Span(end + 1, end + 1 + len(DENIAL)),
        treaties=("outer-space",),
    )
    notice = _told(EventKind.NOTIFY_WITHDRAWAL, 4 * number, end, f"assertion:notice{number}000", day=day)
    denied = _told(
        EventKind.NOTIFY_WITHDRAWAL,
        *(end + 1, end + 1 + len(DENIAL)),
        f"assertion:denied{number}000",
        position=Position.DENIES,
        modality=Modality.DENIED,
    )
    return Annotation(statements=(said,), events=(notice, denied))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A record of one report, of 3 March 2026, that tells of a notice and of its denial."""
    path = tmp_path / "desk.db"
    day = UncertainDay.on(date(2026, 3, 3), "given")
    text = f"{NOTICE} {DENIAL}"
    with Record.open(path, create=True, entered_on=lambda: "2026-03-04") as record:
        record.add_report(Report("report:aaaaaaaa", text, "Notice given", None, None, None, "en", day, "a.txt"))
        record.add_reading("report:aaaaaaaa", _reading(), "1")
    return path


def _row(answer: Any) -> dict[str, Any]:
    (row,) = answer.json["participants"]
    return dict(row)


def test_accepted_notice_starts_the_clock_and_is_no_longer_merely_reported(ask: Ask, desk: Path) -> None:
    before = ask(*QUESTION, "--record", desk)
    assert _row(before)["standing"] == "party"
    assert [one["kind"] for one in before.json["reported"]] == ["notify-withdrawal"]
    judged = ask("review", "accept", "event:notice0000", *BY, "--because", "the note is out", "--record", desk)
    assert judged.code == 0, judged.err
    assert problems("review", judged.json) == []
    assert {"aspect": "standing", "before": "party", "after": "withdrawing"}.items() <= judged.json["moves"][0].items()
    after = ask(*QUESTION, "--record", desk)
    assert problems("status", after.json) == []
    row = _row(after)
    assert (row["standing"], row["until"]) == ("withdrawing", "2027-03-02")
    assert after.json["clocks"][0]["due"] == "2027-03-02"
    assert after.json["reported"] == []
    ground = next(one for one in row["grounds"] if one.get("act") == "act:outer-space:accepted-1")
    assert "review:1" in ground["source"]
    assert NOTICE in ground["note"]


def test_accepted_act_is_known_only_from_the_day_of_its_report(ask: Ask, desk: Path) -> None:
    ask("review", "accept", "event:notice0000", *BY, "--record", desk)
    assert _row(ask(*QUESTION, "--known", "2026-03-02", "--record", desk))["standing"] == "party"
    assert _row(ask(*QUESTION, "--known", "2026-03-03", "--record", desk))["standing"] == "withdrawing"


def test_why_leads_from_the_standing_to_the_judgement_and_the_sentence(ask: Ask, desk: Path) -> None:
    ask("review", "accept", "event:notice0000", *BY, "--because", "the note is out", "--record", desk)
    tree = ask("why", "standing:outer-space:ru:2026-06-01", "--record", desk)
    assert problems("why", tree.json) == []
    nodes = {node["id"]: node for node in _nodes(tree.json)}
    assert nodes["review:1"]["says"] == (f"R. Khan, {_today(desk)}: accept notify-withdrawal; because: the note is out")
    assert nodes["review:1"]["grounds"][0]["evidence"]["exact"] == NOTICE
    assert "report:aaaaaaaa" in nodes
    assert ask("why", "review:1", "--record", desk).json["id"] == "review:1"
    assert "accepted by R. Khan" in ask("why", "event:notice0000", "--record", desk).json["says"]
    assert ask("why", "review:9", "--record", desk).code == 2


def _today(desk: Path) -> str:
    with Record.open(desk) as record:
        return record.judgements()[0].on.isoformat()


def _nodes(tree: dict[str, Any]) -> list[dict[str, Any]]:
    return [tree, *(node for child in tree["because"] for node in _nodes(child))]


def test_reckon_and_calendar_count_an_accepted_act(ask: Ask, desk: Path) -> None:
    ask("review", "accept", "event:notice0000", *BY, "--record", desk)
    rows = ask("calendar", "--treaty", "outer-space", "--on", "2026-06-01", "--record", desk).json
    assert any(row["due"] == "2027-03-02" and row["actor"] == "ru" for row in rows)
    again = ["reckon", "outer-space", "notify-withdrawal", "--day", "2026-06-01", "--actor", "ru"]
    assert ask(*again, "--record", desk).json["conditions"] != ask(*again).json["conditions"]


def test_undoing_takes_it_back_and_undoing_that_brings_it_again(ask: Ask, desk: Path) -> None:
    ask("review", "accept", "event:notice0000", *BY, "--record", desk)
    undone = ask("review", "undo", "1", *BY, "--record", desk)
    assert undone.code == 0, undone.err
    assert _row(ask(*QUESTION, "--record", desk))["standing"] == "party"
    assert ask("review", "undo", "review:1", *BY, "--record", desk).code == 2
    ask("review", "undo", "2", *BY, "--record", desk)
    assert _row(ask(*QUESTION, "--record", desk))["standing"] == "withdrawing"
    history = ask("review", "history", "--record", desk).json
    assert problems("review", history) == []
    assert [(row["id"], row["counts"]) for row in history] == [
        ("review:1", True),
        ("review:2", False),
        ("review:3", True),
    ]
    assert ask("review", "undo", "9", *BY, "--record", desk).code == 2


def test_rejected_reading_leaves_the_answers_and_is_still_explained(ask: Ask, desk: Path) -> None:
    ask("review", "reject", "event:notice0000", *BY, "--because", "misread", "--record", desk)
    assert [row["id"] for row in ask("events", "--record", desk).json] == ["event:denied0000"]
    assert ask(*QUESTION, "--record", desk).json["reported"] == []
    assert "rejected by R. Khan" in ask("why", "event:notice0000", "--record", desk).json["says"]
    ask("review", "reject", "statement:said0000", *BY, "--record", desk)
    assert ask("statements", "--record", desk).json == []


def test_correction_shows_both_readings_and_moves_nothing_until_it_is_accepted(ask: Ask, desk: Path) -> None:
    corrected = ask(
        "review", "correct", "event:notice0000", "--day", "2026-03-01", "--kind", "withdraw", *BY, "--record", desk
    )
    assert corrected.code == 0, corrected.err
    events = ask("events", "--record", desk)
    assert problems("events", events.json) == []
    row = next(row for row in events.json if row["id"] == "event:notice0000")
    assert (row["kind"], row["day"]["edtf"], row["review"]["verdict"]) == ("withdraw", "2026-03-01", "corrected")
    assert row["review"]["was"]["event"]["kind"] == "notify-withdrawal"
    assert _row(ask(*QUESTION, "--record", desk))["standing"] == "party"
    ask("review", "accept", "event:notice0000", *BY, "--record", desk)
    row = _row(ask(*QUESTION, "--record", desk))
    assert (row["standing"], row["since"]) == ("former", "2026-03-01")


def test_acceptance_that_moves_nothing_says_why(ask: Ask, desk: Path) -> None:
    assert "denied" in ask("review", "accept", "event:denied0000", *BY, "--record", desk).json["moves_nothing"]
    ask("review", "correct", "event:notice0000", "--actor", "none", *BY, "--record", desk)
    idle = ask("review", "accept", "event:notice0000", *BY, "--record", desk).json
    assert idle["moves"] == []
    assert "--actor" in idle["moves_nothing"]


def test_speaker_is_linked_to_an_actor_and_unlinked(ask: Ask, desk: Path) -> None:
    ask("review", "link", "statement:said0000", "Vladimir Putin", *BY, "--record", desk)
    (row,) = ask("statements", "--record", desk).json
    assert problems("statements", [row]) == []
    assert (row["speaker"]["actor"], row["review"]["verdict"]) == ("vladimir-putin", "corrected")
    ask("review", "unlink", "statement:said0000", "Vladimir Putin", *BY, "--record", desk)
    (row,) = ask("statements", "--record", desk).json
    assert row["speaker"]["actor"] is None


def test_judgement_holds_on_when_a_newer_reader_cuts_and_numbers_otherwise(ask: Ask, desk: Path) -> None:
    ask("review", "accept", "event:notice0000", *BY, "--record", desk)
    with Record.open(desk, create=True) as record:
        record.add_reading("report:aaaaaaaa", _reading(1), "2")
    assert {row["id"] for row in ask("events", "--record", desk).json} == {"event:notice1000", "event:denied1000"}
    assert _row(ask(*QUESTION, "--record", desk))["standing"] == "withdrawing"
    (row,) = ask("review", "history", "--record", desk).json
    assert row["attached"]


def test_judgement_of_what_is_no_longer_read_decides_nothing_and_is_listed_first(ask: Ask, desk: Path) -> None:
    ask("review", "accept", "event:notice0000", *BY, "--record", desk)
    with Record.open(desk, create=True) as record:
        record.add_reading("report:aaaaaaaa", Annotation(), "2")
    assert _row(ask(*QUESTION, "--record", desk))["standing"] == "party"
    assert ask("review", "list", "--record", desk).json[0]["id"] == "review:1"
    assert not ask("review", "history", "--record", desk).json[0]["attached"]


def test_list_puts_contradicted_acts_first_and_leaves_out_what_is_judged(ask: Ask, desk: Path) -> None:
    rows = ask("review", "list", "--record", desk).json
    assert problems("review-list", rows) == []
    assert [row["noun"] for row in rows] == ["event", "event", "statement"]
    assert rows[0]["why"] == "reported act, contradicted"
    ask("review", "accept", rows[0]["id"], *BY, "--record", desk)
    assert rows[0]["id"] not in [row["id"] for row in ask("review", "list", "--record", desk).json]


def test_who_judges_is_asked_for_and_may_come_from_the_environment(
    ask: Ask, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TREATYWATCH_REVIEWER", raising=False)
    nobody = ask("review", "accept", "event:notice0000", "--record", desk)
    assert nobody.code == 2
    assert "TREATYWATCH_REVIEWER" in nobody.err
    monkeypatch.setenv("TREATYWATCH_REVIEWER", "I. Ito")
    assert ask("review", "accept", "event:notice0000", "--record", desk).json["by"] == "I. Ito"


@pytest.mark.parametrize(
    "arguments",
    [
        ("correct", "event:notice0000"),
        ("correct", "event:notice0000", "--stance", "warn"),
        ("correct", "statement:said0000", "--kind", "withdraw"),
        ("accept", "report:aaaaaaaa"),
        ("accept", "event:zzzzzzzz"),
        ("link", "event:notice0000", "statement:said0000"),
        ("unlink", "event:notice0000", "report:aaaaaaaa"),
    ],
)
def test_what_cannot_be_judged_is_wrong_usage_and_enters_nothing(
    ask: Ask, desk: Path, arguments: tuple[str, ...]
) -> None:
    assert ask("review", *arguments, *BY, "--record", desk).code == 2
    assert ask("review", "history", "--record", desk).json == []


def test_event_tells_what_contradicts_it(ask: Ask, desk: Path) -> None:
    rows = {row["id"]: row for row in ask("events", "--record", desk).json}
    (against,) = rows["event:notice0000"]["contradicted_by"]
    assert (against["what"], against["event"], against["lines"]) == ("denied", "event:denied0000", 1)
    assert against["evidence"][0]["exact"] == DENIAL


def test_record_kept_from_writing_can_still_be_asked(ask: Ask, desk: Path, tmp_path: Path) -> None:
    ask("review", "accept", "event:notice0000", *BY, "--record", desk)
    kept = tmp_path / "kept.db"
    assert ask("backup", kept, "--record", desk).json["reports"] == 1
    kept.chmod(0o444)
    assert _row(ask(*QUESTION, "--record", kept))["standing"] == "withdrawing"
    if os.geteuid() != 0:
        assert ask("review", "undo", "1", *BY, "--record", kept).code == 1
