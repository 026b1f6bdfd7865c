"""What reports say harms neither a terminal nor a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.shapes.escape import cell, json_text, one_line, visible

Ask = Callable[..., Any]
HARMFUL = "\x1b\x07\x9b\u202e\u2066\u200f\x00\x7f"
REPORT = (
    "=cmd|' /C calc'!A0\n\n"
    'MOSCOW: Foreign Minister Sergei Lavrov said on Friday that "<script>alert(1)</script> \x1b[31mthe INF Treaty\u202e'
    ' is [bold]dead[/bold]".\n\n'
    "Lavrov warned that Russia would answer any deployment, and the ministry said that talks were planned.\n"
)


@given(st.text())
def test_no_control_or_direction_character_survives(text: str) -> None:
    for made in (visible(text), one_line(text), json_text(json.dumps(text, ensure_ascii=False))):
        assert not set(made) & set(HARMFUL)


@given(st.text())
def test_json_keeps_every_character_by_its_escape(text: str) -> None:
    assert json.loads(json_text(json.dumps(text, ensure_ascii=False))) == text


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    assert not cell(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_a_formula_becomes_text(text: str) -> None:
    assert cell(text).startswith("'")


@pytest.fixture
def hostile(ask: Ask, tmp_path: Path) -> Path:
    """A record of one hostile report."""
    (tmp_path / "hostile.txt").write_text(REPORT, encoding="utf-8")
    answer = ask("read", tmp_path / "hostile.txt", "--published", "2019-07-05", "--record", "hostile.db")
    assert answer.json["counts"]["new"] == 1, answer.out
    return tmp_path / "hostile.db"


@pytest.mark.needs_model
@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl"])
def test_a_hostile_report_is_shown_harmlessly(ask: Ask, hostile: Path, form: str) -> None:
    for command in ("statements", "events", "stories"):
        answer = ask(command, "--record", hostile, "--format", form)
        assert answer.code == 0
        assert not set(answer.out) & set(HARMFUL)


@pytest.mark.needs_model
def test_a_hostile_title_is_no_formula_in_csv(ask: Ask, hostile: Path, tmp_path: Path) -> None:
    answer = ask("read", tmp_path / "hostile.txt", "--published", "2019-07-05", "--record", hostile, "--format", "csv")
    for row in csv.DictReader(io.StringIO(answer.out)):
        assert not any((value or "").startswith(("=", "+", "-", "@")) for value in row.values())


@pytest.mark.needs_model
def test_markup_in_a_report_stays_text_in_a_table(ask: Ask, hostile: Path) -> None:
    assert "[bold]dead[/bold]" in " ".join(ask("statements", "--record", hostile, "--format", "json").out.split())


@pytest.mark.needs_model
def test_a_hostile_report_adds_no_script_to_the_dossier(ask: Ask, hostile: Path) -> None:
    page = ask("dossier", "inf", "--on", "2019-07-05", "--record", hostile, "-o", "-").out
    assert "<script>alert" not in page
    assert page.count("<script") == 1
    assert not set(page) & set(HARMFUL)
