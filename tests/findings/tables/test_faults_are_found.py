"""Every kind of fault that published tables show is found, once, and nothing is found where nothing is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from treatywatch.errors import Fault
from treatywatch.findings.tables import CELLS, OF_FILES, PARTICIPANTS, TREATIES

from .conftest import HERE, Lint

_TREATIES = [
    (3, "status", "never-beside-a-day"),
    (4, "status", "in-force-after-its-end"),
    (5, "status", "in-force-after-its-end"),
    (6, "ended", "day-month-swapped"),
    (7, "in_force", "year-slip"),
    (9, "name", "treaty-twice"),
    (11, "name", "treaty-twice"),
    (12, "in_force", "never-entered-into-force"),
    (13, "in_force", "year-slip"),
    (14, "in_force", "day-not-of-the-rule"),
    (15, "in_force", "impossible-day"),
    (16, "ended", "ended-before-in-force"),
    (17, "status", "not-yet-over"),
    (18, "name", "empty-id"),
    (19, "in_force", "in-force-before-adoption"),
    (20, "row", "table-width"),
    (21, "signed", "signed-before-adoption"),
    (22, "in_force", "unreadable-day"),
    (23, "signed", "future-day"),
]
_PARTICIPANTS = [
    (2, "deposited", "day-month-swapped"),
    (4, "deposited", "filled-down"),
    (5, "in_force", "deposit-day-in-force"),
    (6, "deposited", "later-deposit"),
    (7, "exit", "notice-not-run"),
    (8, "in_force", "day-not-of-the-rule"),
    (9, "status", "signatory-as-bound"),
    (10, "deposited", "erased-consent"),
    (11, "deposited", "predecessor-day"),
    (12, "status", "dissolved-state-as-party"),
    (13, "deposited", "continuity-as-new-party"),
    (14, "signed", "after-the-state-ended"),
    (15, "deposited", "year-slip"),
    (16, "deposited", "register-differs"),
    (18, "state", "duplicate-row"),
    (19, "state", "empty-id"),
    (20, "signed", "impossible-day"),
    (21, "signed", "before-the-opening"),
    (22, "signed", "future-day"),
    (23, "signed", "ratified-unsigned"),
    (24, "in_force", "in-force-before-consent"),
    (25, "signed", "swapped-by-order"),
    (26, "exit", "days-out-of-order"),
    (27, "exit", "exit-before-notice"),
    (28, "in_force", "signatory-in-force"),
    (29, "in_force", "in-force-nowhere"),
    (30, "status", "standing-differs"),
    (31, "treaty", "treaty-twice"),
    (32, "deposited", "unreadable-day"),
]
_ACTS = [
    (4, "effective", "deposit-day-in-force"),
    (5, "effective", "notice-not-run"),
    (6, "country", "duplicate-row"),
    (9, "date", "year-slip"),
]
_ELSEWHERE = {"table-syntax", "ambiguous-day", "erased-row", "ratified-not-deposited"}
"""Rules with a test of their own below or beside this file."""


def told(faults: list[Fault]) -> list[tuple[int, str, str]]:
    return sorted((one.line, one.field, one.rule) for one in faults)


@pytest.mark.parametrize(
    ("table", "expected"),
    [("faulty_treaties", _TREATIES), ("faulty_participants", _PARTICIPANTS), ("faulty_acts", _ACTS)],
)
def test_each_fault_is_found_exactly_once(lint: Lint, table: str, expected: list[tuple[int, str, str]]) -> None:
    assert told(lint(HERE / f"{table}.csv")) == expected


def test_each_rule_is_broken_by_some_table() -> None:
    broken = {rule for _, _, rule in (*_TREATIES, *_PARTICIPANTS, *_ACTS)} | _ELSEWHERE
    assert broken == {rule.name for rules in (CELLS, TREATIES, PARTICIPANTS) for rule in rules.items} | set(OF_FILES)


@pytest.mark.parametrize("table", ["correct_treaties", "correct_participants"])
def test_nothing_is_found_in_a_correct_table(lint: Lint, table: str) -> None:
    assert told(lint(HERE / f"{table}.csv")) == []


def test_what_was_right_when_a_table_was_made_is_no_fault(lint: Lint) -> None:
    from datetime import date

    table = "treaty,status\nNew START,in force\nINF Treaty,in force\n"
    assert told(lint(table, on=date(2019, 7, 5))) == []
    assert [rule for _, _, rule in told(lint(table))] == ["in-force-after-its-end"] * 2
    dated = "treaty,status,as_of\nNew START,in force,2021-12-31\n"
    assert told(lint(dated)) == []


def test_a_fault_says_what_was_found_and_what_was_expected(lint: Lint) -> None:
    (fault,) = lint("participant,deposited,in_force\nAFG,2003-09-24,2003-09-24\n", treaty="cwc")
    assert (
        str(fault) == "table.csv:2: in_force: found 2003-09-24, expected 2003-10-24: 2003-09-24 is the day of deposit"
    )
    assert fault.severity == "error"


def test_a_continuing_state_is_the_same_party_of_a_bilateral_treaty(lint: Lint) -> None:
    header = "treaty,participant,kind,deposited\n"
    (fault,) = lint(f"{header}INF Treaty,RUS,accession,1991-12-26\n")
    assert fault.rule == "continuity-as-new-party"
    assert lint(f"{header}INF Treaty,RUS,continuation,1991-12\n") == []


def test_a_ratification_at_home_is_no_deposit(lint: Lint, tmp_path: Path) -> None:
    from treatywatch.shelf import open_shelf

    own = tmp_path / "treaties" / "ccm"
    own.mkdir(parents=True)
    (own / "participants.csv").write_text(
        "actor,kind,signed,ratified,deposited,verified\nat,ratification,2008-12-03,2009-01-15,2009-04-02,true\n"
    )
    table = "participant,signed,deposited,kind\nAustria,2008-12-03,2009-01-15,ratification\n"
    (fault,) = lint(table, treaty="ccm", laid=open_shelf(tmp_path))
    assert fault.rule == "ratified-not-deposited"


def test_states_that_left_are_missed_in_a_table_that_tells_exits(lint: Lint, shelf: object) -> None:
    from treatywatch.rulebook import load_treaty
    from treatywatch.shelf import open_shelf

    rows = load_treaty(open_shelf(), "ccm").participants
    present = [f"{row.actor},,{row.deposited or ''}" for row in rows if row.actor != "lt"]
    (fault,) = lint("\n".join(["participant,exit,deposited", *present]), treaty="ccm")
    assert (fault.rule, fault.found) == ("erased-row", "no row of lt")
    assert (
        lint(
            "\n".join(["participant,deposited", *(f"{row.actor},{row.deposited or ''}" for row in rows[:9])]),
            treaty="ccm",
        )
        == []
    )


def test_a_state_that_came_back_stands_twice_without_fault(lint: Lint) -> None:
    table = "treaty,state,signed,deposited,exit\nSome Pact,Spain,1990-01-02,1991-01-02,1995-01-02\nSome Pact,Spain,1999-01-02,2000-01-02,\n"
    assert lint(table) == []


def test_treaties_of_one_title_and_other_days_are_different_treaties(lint: Lint) -> None:
    table = (
        "title,signature,force\nTreaty between A and B,1763-02-10,1763-03-10\nTreaty between A and B,1783-10-03,NA\n"
    )
    assert lint(table) == []


def test_an_abbreviation_and_its_title_with_the_same_days_are_one_treaty(lint: Lint) -> None:
    table = "name,signed,in force\nCNS,1994-09-20,1996-10-24\nConvention on Nuclear Safety,1994-09-20,1996-10-24\n"
    (fault,) = lint(table)
    assert (fault.line, fault.rule) == (3, "treaty-twice")


def test_a_successor_bound_from_its_first_day_is_no_fault_where_no_kind_is_told(lint: Lint) -> None:
    table = "treaty,state,deposited,in force\nSome Pact,Montenegro,2006-10-23,2006-06-03\n"
    assert lint(table) == []
