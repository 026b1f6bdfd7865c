"""The lifecycle cases of the measuring sets, for the treaties on the shelf: each by reckon, by status or by the calendar."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from treatywatch.model.law import Treaty
from treatywatch.model.vocabulary import EventKind, Operation, Phase, StandingKind
from treatywatch.regime import calendar, evaluate, reckon
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import open_shelf

pytestmark = pytest.mark.needs_data

_ACTS = {
    "ctbt-sign": ("ctbt", EventKind.OPEN_FOR_SIGNATURE, None),
    "nst-sign": ("new-start", EventKind.SIGN, None),
    "nst-eif": ("new-start", EventKind.ENTER_INTO_FORCE, None),
    "nst-extend": ("new-start", EventKind.EXTEND, None),
    "nst-ru-suspend-law": ("new-start", EventKind.SUSPEND, "ru"),
    "nst-us-counter": ("new-start", EventKind.COUNTER_MEASURE, "us"),
    "inf-ru-suspend-law": ("inf", EventKind.SUSPEND, "ru"),
    "inf-terminate": ("inf", EventKind.TERMINATE, None),
    "abm-us-withdraw": ("abm", EventKind.NOTIFY_WITHDRAWAL, "us"),
    "start1-expiry": ("start-1", EventKind.EXPIRE, None),
    "start2-russia": ("start-2", EventKind.UNSIGN, "ru"),
    "sort-eif": ("sort", EventKind.ENTER_INTO_FORCE, None),
    "sort-expiry-planned": ("sort", EventKind.EXPIRE, None),
    "salt1-interim": ("salt-1", EventKind.EXPIRE, None),
}
_ALPHA2 = {"BLR": "by", "KAZ": "kz", "RUS": "ru", "UKR": "ua", "USA": "us"}
_DEADLINES = {
    "inf-deadline-ir": ("inf", "deadline:inf:IV.1:elimination"),
    "nst-limits": ("new-start", "deadline:new-start:II.1(a):limits"),
}


def _case(data: Path, id: str) -> dict[str, str | None]:
    cases = json.loads((data / "facts" / "lifecycle_cases.json").read_text(encoding="utf-8"))["cases"]
    return next(case for case in cases if case["id"] == id)


def _law(id: str) -> Treaty:
    return load_treaty(open_shelf(), id)


@pytest.mark.parametrize("id", _ACTS)
def test_reckon_gives_the_official_day(data: Path, id: str) -> None:
    case, (treaty, kind, actor) = _case(data, id), _ACTS[id]
    answer = reckon(_law(treaty), kind, date.fromisoformat(str(case["date_of_act"])), actor)
    found = answer.effective.isoformat() if answer.effective else None
    assert found == case["official_effective_date"]


@pytest.mark.parametrize("id", _DEADLINES)
def test_the_calendar_gives_the_official_day(data: Path, id: str) -> None:
    case, (treaty, deadline) = _case(data, id), _DEADLINES[id]
    due = {row.id: row.due for row in calendar(_law(treaty), (), date(2020, 1, 1))}[deadline]
    assert due.isoformat() == case["official_effective_date"]


def test_the_end_of_inspections_keeps_both_days_with_the_reason(data: Path) -> None:
    case = _case(data, "inf-insp-end")
    rows = {row.id: row for row in calendar(_law("inf"), (), date(2001, 6, 2))}
    row = rows["deadline:inf:XI.6:portal-until"]
    assert row.due.isoformat() == case["expected_effective_date"]
    assert row.last_day is not None
    assert row.last_day.isoformat() == case["official_effective_date"]
    assert row.note


def test_the_superseded_expiry_of_the_facts_is_seen_by_status_too(data: Path) -> None:
    official = str(_case(data, "nst-extend")["official_effective_date"])
    assert evaluate(_law("new-start"), (), date.fromisoformat(official)).phase is Phase.EXPIRED


def test_both_pictures_of_2023_are_told(data: Path) -> None:
    case = _case(data, "nst-ru-suspend-law")
    state = evaluate(_law("new-start"), (), date(2023, 7, 1))
    row = state.participant("ru")
    assert row is not None
    assert row.operation is Operation.CLAIMED_SUSPENDED
    assert row.operation_since == date.fromisoformat(str(case["official_effective_date"]))
    assert row.disputed_by == ("us",)


def test_the_planned_expiry_that_never_came_is_told_with_its_reason(data: Path) -> None:
    case, sort = _case(data, "sort-expiry-planned"), _law("sort")
    planned, official = str(case["expected_effective_date"]), str(case["official_effective_date"])
    answer = reckon(sort, EventKind.EXPIRE, date.fromisoformat(str(case["date_of_act"])))
    assert [one.effective.isoformat() for one in answer.candidates] == [official, planned]
    assert any("never ran out" in condition for condition in answer.conditions)
    assert evaluate(sort, (), date.fromisoformat(official)).phase is Phase.SUPERSEDED
    term = next(row for row in calendar(sort, (), date.fromisoformat(planned)) if ":term:" in row.id)
    assert (term.due.isoformat(), term.state.value) == (planned, "stopped")


def test_the_parties_of_start_have_the_days_of_the_table(data: Path) -> None:
    with (data / "facts" / "participants" / "start1.csv").open(encoding="utf-8", newline="") as file:
        table = {_ALPHA2[row["participant"]]: row for row in csv.DictReader(file)}
    start = _law("start-1")
    for actor, row in table.items():
        in_force, exit_ = date.fromisoformat(row["in_force"]), date.fromisoformat(row["exit"])
        party, former = (evaluate(start, (), on).participant(actor) for on in (in_force, exit_))
        assert party is not None
        assert former is not None
        assert (party.standing, party.since, party.until) == (StandingKind.PARTY, in_force, exit_)
        assert (former.standing, former.since) == (StandingKind.FORMER, exit_)
        if actor != "ru":  # signed by the Soviet Union
            signed = evaluate(start, (), date.fromisoformat(row["signed"])).participant(actor)
            assert signed is not None
            assert (signed.standing, signed.since) == (StandingKind.SIGNATORY, date.fromisoformat(row["signed"]))
