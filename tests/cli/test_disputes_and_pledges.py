"""`disputes` and `pledges` on the shipped examples and on the founding reports, as a user sees them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from treatywatch.cli.main import main
from treatywatch.shapes.schema import problems

pytestmark = pytest.mark.needs_model

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def founding(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("founding") / "record.db"
    assert (
        main(["read", str(data / "seeds"), "--published", "2019-07-05", "--record", str(path), "--format", "json"]) == 0
    )
    return path


def row(rows: list[dict[str, Any]], **wanted: Any) -> dict[str, Any]:
    (found,) = [each for each in rows if all(each[name] == value for name, value in wanted.items())]
    return found


@pytest.mark.parametrize("command", ["disputes", "pledges"])
def test_answers_fit_their_schema(ask: Ask, examples_record: Path, command: str) -> None:
    answer = ask(command, "--record", examples_record)
    assert answer.json
    assert problems(command, answer.json) == []


@pytest.mark.parametrize("command", ["disputes", "pledges"])
@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_every_format_is_given(ask: Ask, examples_record: Path, command: str, form: str) -> None:
    answer = ask(command, "--record", examples_record, "--format", form)
    assert answer.code == 0
    assert answer.out.strip()


def test_moratorium_is_one_pledge_that_lapses_with_the_ministrys_word(ask: Ask, examples_record: Path) -> None:
    def state(on: str) -> dict[str, Any]:
        rows = ask("pledges", "--treaty", "inf", "--actor", "Russia", "--on", on, "--record", examples_record).json
        return row(rows, by="ru")

    assert state("2019-07-06")["state"] == "open"
    ended = state("2026-01-01")
    assert (ended["state"], ended["moved_on"], ended["to"]) == ("lapsed", "2025-08-04", ["us"])
    assert ended["parsed"]["condition"]["actor"] == "us"
    assert ended["parsed"]["condition"]["act"] == "deploy"
    assert "no longer considers itself bound" in ended["because"]
    assert len(ended["statements"]) == 2


def test_disputed_release_is_told_as_unclear_before_the_pledge_is_taken_back(ask: Ask, examples_record: Path) -> None:
    (found,) = ask("pledges", "--treaty", "inf", "--on", "2025-01-01", "--record", examples_record).json
    assert (found["state"], found["moved_on"]) == ("unclear", "2024-04-11")


def test_dispute_over_the_missile_has_both_sides_and_their_accounts(ask: Ask, examples_record: Path) -> None:
    rows = ask("disputes", "--treaty", "inf", "--on", "2019-02-20", "--record", examples_record).json
    found = row(rows, by="us", against="ru")
    assert found["about"]["systems"] == ["9m729"]
    assert found["answers"]
    accounts = {one["holder"]: one["fit"] for one in found["readings"] if one["figure"] in ("480 km", "500–5,500 km")}
    assert accounts == {"ru": "outside", "us": "inside"}
    assert row(rows, by="nato", against="ru")["about"] == found["about"]


def test_nothing_said_after_the_day_asked_is_told(ask: Ask, examples_record: Path) -> None:
    early = ask("disputes", "--on", "2018-11-01", "--record", examples_record).json
    assert [each["by"] for each in early] == ["us"]
    assert len(early[0]["claim"]) < 5


@pytest.mark.parametrize("command", ["disputes", "pledges"])
def test_why_leads_from_a_row_to_its_sentences(ask: Ask, examples_record: Path, command: str) -> None:
    for found in ask(command, "--record", examples_record).json[:1]:
        told = ask("why", found["id"], "--record", examples_record)
        assert told.code == 0, told.err
        assert problems("why", told.json) == []
        statements = found.get("claim") or found["statements"]
        assert statements[0]["evidence"][0]["exact"] in str(told.json) or statements[0]["content"][:20] in str(
            told.json
        )


def test_unknown_dispute_is_refused_with_a_reason(ask: Ask, examples_record: Path) -> None:
    answer = ask("why", "dispute:0000000000000000", "--record", examples_record)
    assert answer.code == 2
    assert "found no such id" in answer.err


@pytest.mark.needs_data
def test_founding_reports_tell_the_dispute_and_the_counter_accusation(ask: Ask, founding: Path) -> None:
    rows = ask("disputes", "--treaty", "inf", "--on", "2019-07-05", "--record", founding).json
    ours, theirs = row(rows, by="us", against="ru"), row(rows, by="ru", against="us")
    assert (ours["counter"], theirs["counter"]) == ([theirs["id"]], [ours["id"]])
    assert theirs["about"]["systems"] == []
    assert ours["about"]["systems"] == row(rows, by="nato")["about"]["systems"] == ["9m729"]
    assert (ours["lines"], row(rows, by="nato")["lines"]) == (1, 1)
    assert "unjustified" in ours["answers"][-1]["content"]


@pytest.mark.needs_data
def test_founding_reports_tell_the_pledge_and_shelf_and_record_tell_its_end(ask: Ask, founding: Path) -> None:
    (made,) = ask("pledges", "--on", "2019-07-06", "--record", founding).json
    assert (made["by"], made["state"], made["events"]) == ("ru", "open", [])
    assert made["condition"]["relation"] == "unless"
    assert made["parsed"]["promise"] | {"object": None} == {
        "actor": "ru",
        "act": "deploy",
        "does": "deploy",
        "object": None,
        "place": "Europe",
        "negated": True,
        "relation": None,
    }
    (ended,) = ask("pledges", "--on", "2025-08-05", "--record", founding).json
    assert (ended["state"], ended["moved_on"]) == ("lapsed", "2025-08-04")
    (then,) = ask("pledges", "--on", "2025-08-05", "--known", "2020-01-01", "--record", founding).json
    assert then["state"] == "open"


def test_an_answer_that_a_report_tells_in_its_own_words_is_explained_down_to_its_sentence(
    ask: Ask, tmp_path: Path
) -> None:
    report, record = tmp_path / "report.txt", tmp_path / "record.db"
    report.write_text(
        "Britain accused Syria on Monday of dropping chlorine bombs in breach of the Chemical Weapons Convention.\n\n"
        "Damascus pleaded not guilty.\n",
        encoding="utf-8",
    )
    ask("read", report, "--published", "2017-04-06", "--record", record)
    (dispute,) = ask("disputes", "--record", record).json
    (answer,) = dispute["answers"]
    assert answer["evidence"][0]["exact"] == "Damascus pleaded not guilty."
    for identity in (dispute["id"], answer["id"]):
        assert "Damascus pleaded not guilty." in ask("why", identity, "--record", record, "--format", "table").out
