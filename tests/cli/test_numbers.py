"""Limits and numbers as a user gets them: with a system, with a treaty, and explained by `why`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from treatywatch.shapes.schema import problems

Ask = Callable[..., Any]


@pytest.mark.parametrize(
    ("shape", "arguments", "field"),
    [
        ("systems", ["systems", "9m729"], "limits"),
        ("systems", ["systems", "mk-41", "--treaty", "INF"], "limits"),
        ("systems", ["systems", "ss-23", "--on", "1990-01-01"], "limits"),
        ("treaties", ["treaties", "new-start"], "holdings"),
        ("treaties", ["treaties", "cfe"], "holdings"),
        ("treaties", ["treaties", "inf"], "destroyed"),
        ("treaties", ["treaties", "inf", "--on", "1989-01-01"], "destroyed"),
    ],
)
def test_limits_and_numbers_fit_their_schema(ask: Ask, shape: str, arguments: list[str], field: str) -> None:
    answer = ask(*arguments)
    assert answer.code == 0, answer.err
    assert answer.json[field]
    assert problems(shape, answer.json) == []


@pytest.mark.parametrize(("shape", "arguments"), [("systems", ["systems", "9m729"]), ("treaties", ["treaties", "inf"])])
def test_the_schema_refuses_numbers_of_the_wrong_kind(ask: Ask, shape: str, arguments: list[str]) -> None:
    told = ask(*arguments).json
    field = "limits" if shape == "systems" else "destroyed"
    assert problems(shape, {**told, field: [{"id": 1}]})


def test_a_system_is_told_with_its_limits_under_each_figure(ask: Ask) -> None:
    rows = ask("systems", "SSC-8", "--treaty", "inf", "--on", "2019-07-05").json["limits"]
    by = {row["figure"]: row for row in rows}
    assert by["480 km"]["fit"] == "outside"
    assert by["500–5,500 km"]["classes"] == ["II.5", "II.6"]
    assert {row["phase"] for row in rows} == {"in-force"}
    assert all(row["by"] in row["says"] for row in rows)


def test_the_phase_is_of_the_day_asked_and_the_answer_is_not(ask: Ask) -> None:
    before, after = (ask("systems", "9m729", "--on", day).json["limits"] for day in ("2019-08-01", "2019-08-02"))
    assert [row["phase"] for row in before] == ["in-force"] * len(before)
    assert [row["phase"] for row in after] == ["terminated"] * len(after)
    assert [row["says"] for row in before] == [row["says"] for row in after]


def test_a_treaty_that_sorts_nothing_by_range_gives_no_limits(ask: Ask) -> None:
    assert ask("systems", "9m729", "--treaty", "new-start").json["limits"] == []
    assert "no treaty asked about" in ask("systems", "9m729", "--treaty", "new-start", "--format", "table").out


def test_numbers_stop_at_the_day_asked_and_at_what_was_public(ask: Ask) -> None:
    days = [row["day"] for row in ask("treaties", "new-start", "--on", "2018-02-05").json["holdings"]]
    assert max(days) == "2018-02-05"
    known = ask("treaties", "new-start", "--on", "2018-03-01", "--known", "2018-02-10").json["holdings"]
    assert {row["actor"] for row in known if row["day"] == "2018-02-05"} == {"ru"}


def test_tables_tell_the_numbers_to_people(ask: Ask) -> None:
    inf = ask("treaties", "inf", "--format", "table").out
    assert "2,692 of 2,692 missiles" in inf
    assert "ru: 901" in ask("treaties", "new-start", "--format", "table").out
    assert "Limits of inf (terminated since 2019-08-02)" in ask("systems", "9m729", "--format", "table").out


@pytest.mark.parametrize(
    "arguments",
    [["systems", "ss-23"], ["systems", "mk-41"], ["treaties", "cfe"], ["treaties", "inf", "--on", "1990-01-01"]],
)
def test_every_id_of_a_limit_or_number_is_explained_down_to_a_source(ask: Ask, arguments: list[str]) -> None:
    told = ask(*arguments).json
    gone = told.get("destroyed") or {"types": []}
    rows = [*told.get("limits", []), *told.get("holdings", [])[:6], *gone["types"], *([gone] if "id" in gone else [])]
    assert rows
    for row in rows:
        answer = ask("why", row["id"])
        assert answer.code == 0, answer.err
        assert problems("why", answer.json) == []
        assert answer.json["id"] == row["id"]
        assert answer.json["because"] or answer.json["grounds"]


@pytest.mark.parametrize(
    "identity",
    [
        "limit:inf:9m729:99",
        "limit:inf:nothing:1",
        "holding:new-start:us-1900-01-01:II.1(a)",
        "destroyed:inf:ss-20",
        "destroyed:new-start:2020-01-01",
        "destroyed:inf:nothing:1990-01-01",
    ],
)
def test_an_id_of_no_number_is_refused(ask: Ask, identity: str) -> None:
    answer = ask("why", identity)
    assert answer.code == 2
    assert identity in answer.err + answer.out
