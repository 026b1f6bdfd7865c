"""Every command's real output fits its schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from treatywatch.shapes.schema import problems

Ask = Callable[..., Any]

FROM_THE_SHELF = [
    ("treaties", ["treaties"]),
    ("treaties", ["treaties", "inf"]),
    ("treaties", ["treaties", "New START"]),
    ("systems", ["systems"]),
    ("systems", ["systems", "SSC-8"]),
    ("actors", ["actors", "ru"]),
    ("actors", ["actors", "Jens Stoltenberg"]),
    ("actors", ["actors", "NATO chief", "--on", "2019-07-05"]),
    ("outlets", ["outlets", "AFP"]),
    ("status", ["status"]),
    ("status", ["status", "inf", "--on", "2019-07-05"]),
    ("status", ["status", "inf", "--on", "2019-07-05", "--known", "2019-01-31"]),
    ("status", ["status", "inf", "--on", "2019-07-05", "--known", "2019-03-01"]),
    ("status", ["status", "inf", "--on", "1987-01-01"]),
    ("status", ["status", "new-start", "--on", "2026-03-01", "--actor", "Russia"]),
    ("reckon", ["reckon", "inf", "notify-withdrawal", "--day", "2019-02-02", "--actor", "us"]),
    ("reckon", ["reckon", "inf", "notify-withdrawal", "--day", "2019-08-31"]),
    ("reckon", ["reckon", "new-start", "extend", "--day", "2021-02"]),
    ("calendar", ["calendar"]),
    ("calendar", ["calendar", "--treaty", "inf", "--on", "2019-07-05", "--since", "2019"]),
    ("why", ["why", "standing:inf:us:2019-07-05"]),
    ("why", ["why", "clause:inf:XV.2"]),
]
FROM_THE_RECORD = [
    ("statements", ["statements"]),
    ("statements", ["statements", "--treaty", "inf", "--actor", "Putin"]),
    ("events", ["events"]),
    ("events", ["events", "--treaty", "new-start", "--since", "2020"]),
    ("stories", ["stories"]),
    ("stories", ["stories", "--known", "2019-02-03"]),
    ("status", ["status", "inf", "--on", "2019-07-05"]),
]


@pytest.mark.parametrize(
    ("shape", "arguments"), FROM_THE_SHELF, ids=lambda value: " ".join(value) if isinstance(value, list) else value
)
def test_answers_from_the_shelf_alone_fit_their_schema(ask: Ask, shape: str, arguments: list[str]) -> None:
    answer = ask(*arguments)
    assert answer.code == 0, answer.err
    assert problems(shape, answer.json) == []


@pytest.mark.needs_model
@pytest.mark.parametrize(
    ("shape", "arguments"), FROM_THE_RECORD, ids=lambda value: " ".join(value) if isinstance(value, list) else value
)
def test_answers_from_the_examples_fit_their_schema(
    ask: Ask, examples_record: Path, shape: str, arguments: list[str]
) -> None:
    answer = ask(*arguments, "--record", examples_record)
    assert answer.code == 0, answer.err
    assert answer.json
    assert problems(shape, answer.json) == []


def _ids(value: Any) -> set[str]:
    """The ids of an answer that `why` takes."""
    found = set()
    if isinstance(value, dict):
        if isinstance(value.get("id"), str) and ":" in value["id"]:
            found.add(value["id"])
        for inner in value.values():
            found |= _ids(inner)
    elif isinstance(value, list):
        for inner in value:
            found |= _ids(inner)
    return found


def _ends(tree: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for child in tree["because"] for each in _ends(child)] if tree["because"] else [tree]


@pytest.mark.parametrize(
    "question",
    [
        ["status", "inf", "--on", "2019-07-05"],
        ["status", "new-start", "--on", "2023-03-01"],
        ["calendar", "--treaty", "inf", "--since", "2019"],
    ],
)
def test_everything_with_an_id_is_explained_down_to_an_article_or_an_act(ask: Ask, question: list[str]) -> None:
    ids = _ids(ask(*question).json)
    assert ids
    for identity in sorted(ids):
        answer = ask("why", identity)
        assert answer.code == 0, f"{identity}: {answer.err}"
        assert problems("why", answer.json) == [], identity
        assert any(
            ground.get("article") or ground.get("act") or ground.get("source")
            for end in _ends(answer.json)
            for ground in end["grounds"]
        ), identity


@pytest.mark.needs_model
def test_what_the_record_tells_is_explained_down_to_its_sentences(ask: Ask, examples_record: Path) -> None:
    for command in ("statements", "events", "stories"):
        for row in ask(command, "--record", examples_record).json[:3]:
            answer = ask("why", row["id"], "--record", examples_record)
            assert answer.code == 0, answer.err
            assert problems("why", answer.json) == []
            assert command == "stories" or any("evidence" in ground for ground in answer.json["grounds"])


def test_the_faults_of_a_broken_shelf_fit_their_schema(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "systems").mkdir()
    (tmp_path / "systems" / "thing.yml").write_text("id: thing\nnmae: Thing\n", encoding="utf-8")
    answer = ask("lint", tmp_path)
    assert answer.json
    assert problems("lint", answer.json) == []


def test_an_error_fits_its_schema_and_names_the_choices(ask: Ask) -> None:
    answer = ask("status", "OST")
    assert answer.code == 2
    assert problems("error", answer.json) == []


@pytest.mark.needs_model
def test_annotations_fit_their_schema_line_by_line(program: Ask, root: Path) -> None:
    text = (root / "examples" / "reports" / "02-ultimatum-wire.txt").read_text(encoding="utf-8")
    lines = [{"id": "a", "text": text, "published": "2018-12-04"}, {"id": 7, "text": "Moscow denied it."}]
    answer = program("annotate", given="\n".join(map(json.dumps, lines)).encode())
    told = [json.loads(line) for line in answer.out.splitlines()]
    assert [row["id"] for row in told] == ["a", 7]
    for row in told:
        assert problems("annotate", row) == []
    for statement in told[0]["statements"]:
        for start, end in statement["content"]:
            assert 0 <= start < end <= len(text)


@pytest.mark.needs_model
def test_reading_answers_in_its_shape_and_says_what_was_refused(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(
        "Moscow denied the charge on Friday, the ministry said.\n\nMore talks are planned next week.", encoding="utf-8"
    )
    (tmp_path / "empty.txt").write_bytes(b"")
    first = ask("read", tmp_path / "good.txt", tmp_path / "empty.txt", "--published", "2019-07-05")
    assert first.code == 3
    assert problems("read", first.json) == []
    assert first.json["counts"] == {"new": 1, "known": 0, "refused": 1}
    assert ask("read", tmp_path / "good.txt", "--published", "2019-07-05").json["counts"]["known"] == 1
