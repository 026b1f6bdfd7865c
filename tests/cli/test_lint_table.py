"""`lint` of a table, as a user asks it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Ask = Callable[..., Any]

_TABLE = "Land,Joined,Bound\nAFG,2003-09-24,2003-09-24\n"
_MAP = ("--map", "Land=participant", "--map", "Joined=deposited", "--map", "Bound=in_force")


def test_a_table_answers_in_the_shape_of_lint_and_exits_1(ask: Ask, tmp_path: Path) -> None:
    table = tmp_path / "parties.csv"
    table.write_text(_TABLE)
    answer = ask("lint", table, "--treaty", "CWC", *_MAP)
    assert answer.code == 1
    assert answer.json == [
        {
            "file": table.as_posix(),
            "line": 2,
            "field": "Bound",
            "found": "2003-09-24",
            "expected": "2003-10-24: 2003-09-24 is the day of deposit",
            "rule": "deposit-day-in-force",
            "severity": "error",
        }
    ]
    assert "read as a table of participants" in answer.err


def test_a_mapping_may_stand_in_a_file(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "parties.csv").write_text(_TABLE)
    (tmp_path / "map.yml").write_text("Land: participant\nJoined: deposited\nBound: in_force\n")
    answer = ask("lint", "parties.csv", "--treaty", "cwc", "--map-file", "map.yml")
    assert [row["rule"] for row in answer.json] == ["deposit-day-in-force"]


def test_a_clean_table_and_one_with_warnings_exit_0(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("treaty,in force\nNPT,1970-03-05\n")
    assert (ask("lint", "t.csv").code, ask("lint", "t.csv").json) == (0, [])
    (tmp_path / "t.csv").write_text("treaty,in force\nNPT,one day\n")
    answer = ask("lint", "t.csv")
    assert (answer.code, answer.json[0]["severity"]) == (0, "warning")


def test_a_table_that_cannot_be_mapped_is_wrong_usage(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a,b\n1,2\n")
    answer = ask("lint", "t.csv")
    assert answer.code == 2
    assert "found columns a, b, expected one that holds the treaty" in answer.err + answer.out
    assert ask("lint", "t.csv", "--map", "a").code == 2
    assert ask("lint", "--map", "a=treaty").code == 2


def test_a_treaty_that_is_not_on_the_shelf_is_checked_beside_itself(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("state,signed,deposited\nFrance,2001-05-20,2000-05-20\n")
    answer = ask("lint", "t.csv", "--treaty", "Convention on Nuclear Safety")
    assert [row["rule"] for row in answer.json] == ["days-out-of-order"]
    assert "checked beside themselves alone" in answer.err


def test_what_a_table_says_acts_on_no_terminal(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("treaty,in force\n\x1b[31mNPT,\x1b]0;x\x07soon\n=1+1,=2+2\n")
    for form in ("json", "jsonl", "csv", "table"):
        answer = ask("lint", "t.csv", "--format", form)
        assert "\x1b" not in answer.out + answer.err
        assert "\x07" not in answer.out


def test_standard_input_is_read(program: Ask) -> None:
    answer = program("lint", "-", "--treaty", "cwc", *_MAP, given=_TABLE.encode())
    assert answer.code == 1
    assert json.loads(answer.out)[0]["file"] == "-"


def test_every_rule_is_listed_with_its_ground(ask: Ask) -> None:
    rules = ask("lint", "--rules", "--format", "json").json
    assert len(rules) > 40
    assert all(row["ground"].endswith(".") for row in rules)
