"""`compare`: what a user types, and what comes back."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from treatywatch.language import parse
from treatywatch.shapes.schema import problems

Ask = Callable[..., Any]
MODEL = parse.find_model()

pytestmark = pytest.mark.needs_model

WIRE = """Two sides end talks in Oslo without a deal

OSLO, March 3 - Norway accused Sweden of breaking the fisheries accord on Monday.

The boats may return in May, officials said.

Some 1,550 nets were seized."""
COPY = """Two sides end talks in Oslo without a deal

Sweden accused Norway of breaking the fisheries accord on Monday.

The boats will return in May, officials said.

Some 1550 nets were seized.

Denmark was not at the table."""


@pytest.fixture(autouse=True)
def _model(monkeypatch: pytest.MonkeyPatch) -> None:
    """One model for all questions of this file: to load it costs more than to compare."""
    monkeypatch.setattr(parse, "find_model", lambda: MODEL)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "copy.txt").write_text(COPY, encoding="utf-8")
    return tmp_path / "wire.txt", tmp_path / "copy.txt"


def test_two_files_are_compared_without_a_record_and_fit_the_schema(ask: Ask, files: tuple[Path, Path]) -> None:
    answer = ask("compare", *files)
    assert answer.code == 0, answer.err
    assert problems("compare", answer.json) == []
    assert answer.json["record"] is None
    told = {(one["kind"], one["meaning"]) for passage in answer.json["passages"] for one in passage["alterations"]}
    assert {("agent", "changed"), ("hedge", "changed"), ("number", "kept")} <= told


def test_evidence_and_marks_point_at_the_exact_words(ask: Ask, files: tuple[Path, Path]) -> None:
    answer = ask("compare", *files).json
    texts = dict(zip("ab", (WIRE, COPY), strict=True))
    for passage in answer["passages"]:
        for side, text in texts.items():
            told = passage[side]
            assert told is None or text[told["start"] : told["end"]] == told["exact"]
            for one in passage["alterations"]:
                if one[f"at_{side}"] and not one.get("against"):
                    start, end = one[f"at_{side}"]
                    assert " ".join(text[start:end].split()).replace(" ", "") == one[side].replace(" ", "")


def test_a_passage_that_only_one_report_has_is_listed_for_it(ask: Ask, files: tuple[Path, Path]) -> None:
    answer = ask("compare", *files).json
    only = [row["b"]["exact"] for row in answer["passages"] if row["relation"] == "only_b"]
    assert only == ["Denmark was not at the table."]
    assert answer["counts"]["passages"]["only_b"] == 1


def test_turning_the_reports_round_turns_the_alterations_round(ask: Ask, files: tuple[Path, Path]) -> None:
    there, back = ask("compare", *files).json, ask("compare", *reversed(files)).json
    told = [(one["kind"], one["a"], one["b"]) for row in there["passages"] for one in row["alterations"]]
    turned = [(one["kind"], one["b"], one["a"]) for row in back["passages"] for one in row["alterations"]]
    assert sorted(told, key=str) == sorted(turned, key=str)


def test_a_table_marks_the_altered_words_and_counts(ask: Ask, files: tuple[Path, Path]) -> None:
    out = ask("compare", *files, "--format", "table").out
    assert "[may return]" in out
    assert "hedge, changed: “may return” → “will return”" in out
    assert "passages: " in out
    assert "1 agent" in out


def test_csv_has_one_row_for_each_alteration(ask: Ask, files: tuple[Path, Path]) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("compare", *files, "--format", "csv").out)))
    assert {"agent", "hedge"} <= {row["kind"] for row in rows}


def test_a_report_compared_with_itself_is_the_same_throughout(ask: Ask, files: tuple[Path, Path]) -> None:
    answer = ask("compare", files[0], files[0]).json
    assert answer["relation"] == "same"
    assert {row["relation"] for row in answer["passages"]} == {"same"}


def test_ids_of_the_record_stand_for_reports(ask: Ask, examples_record: Path) -> None:
    members = next(
        row["reports"] for row in ask("stories", "--record", examples_record).json if len(row["reports"]) > 1
    )
    a, b = members[0]["id"], members[1]["id"]
    answer = ask("compare", a, b, "--record", examples_record)
    assert answer.code == 0, answer.err
    assert [row["id"] for row in answer.json["reports"]] == [a, b]
    assert problems("compare", answer.json) == []


def test_what_is_no_report_is_refused_with_the_reason(ask: Ask, files: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    answer = ask("compare", files[0], tmp_path / "empty.txt")
    assert answer.code == 2
    assert "empty.txt" in answer.err
    missing = ask("compare", "report:0000", files[0])
    assert missing.code == 1
    assert "found no record" in missing.err


def test_several_versions_are_answered_with_their_details(ask: Ask, files: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "third.txt").write_text(f"{WIRE}\n\nFinland watched.", encoding="utf-8")
    answer = ask("compare", *files, tmp_path / "third.txt")
    assert answer.code == 0, answer.err
    assert problems("details", answer.json) == []
    alone = {row["versions"][0]["exact"] for row in answer.json["details"] if row["in_one"]}
    assert alone == {"Denmark was not at the table.", "Finland watched."}
    assert answer.json["counts"]["in_all"] == 4
    assert "in all" in ask("compare", *files, tmp_path / "third.txt", "--format", "table").out
