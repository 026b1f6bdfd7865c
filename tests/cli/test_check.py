"""`check`: claims of a file beside the law, in every format, and explained by `why`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from treatywatch.reading.desk import report_id
from treatywatch.shapes.schema import problems

Ask = Callable[..., Any]

TOLD = (
    "The INF Treaty, signed in 1987, entered into force in 1987 and bans missiles with a range of 500 to 5,500 kilometres. "
    "Russia suspended its participation in the treaty in March."
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(TOLD, encoding="utf-8")
    return path


@pytest.mark.needs_model
def test_a_report_is_checked_and_every_finding_leads_to_articles_and_acts(ask: Ask, story: Path) -> None:
    answer = ask("check", story, "--published", "2019-07-05")
    assert answer.code == 0
    assert problems("check", answer.json) == []
    assert [(row["verdict"], row["kind"]) for row in answer.json] == [
        ("consistent", "act"),
        ("contradicts", "act"),
        ("consistent", "range"),
        ("consistent", "act"),
    ]
    assert answer.json[0]["id"].startswith(f"finding:{report_id(None, None, TOLD).partition(':')[2][:16]}:")
    for row in answer.json:
        evidence = row["evidence"]
        assert TOLD[evidence["start"] : evidence["end"]] == evidence["exact"]
        reason = ask("why", row["id"])
        assert reason.code == 0, reason.err
        assert reason.json["because"], row["id"]
    assert "4 claims: 1 contradicts, 0 unknown, 3 consistent" in answer.err


@pytest.mark.needs_model
def test_a_table_tells_contradictions_first(ask: Ask, story: Path) -> None:
    told = ask("check", story, "--published", "2019-07-05", "--format", "table").out
    assert told.index("contradicts") < told.rindex("consistent")


@pytest.mark.needs_model
def test_a_file_that_cannot_be_read_is_listed_and_only_the_treaty_asked_for_is_told(ask: Ask, story: Path) -> None:
    answer = ask("check", story.parent / "none.txt", story, "--treaty", "new-start")
    assert answer.code == 3
    assert "none.txt" in answer.err
    assert answer.json == []


def test_why_refuses_what_is_no_finding(ask: Ask) -> None:
    answer = ask("why", "finding:nothing")
    assert answer.code in (1, 2)
    assert "expected the id of a finding" in answer.err
