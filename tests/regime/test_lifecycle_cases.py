"""All lifecycle cases of the measuring sets, each translated by its own words: treaty, party and act are looked up, none is known here.

A case whose treaty has no folder yet is counted as skipped. Where the plain rule and the official day differ (a trap) both days must be
told, and why.
"""

from __future__ import annotations

import json
import os
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from treatywatch.errors import UsageError
from treatywatch.model.law import Treaty
from treatywatch.model.regime import Reckoning
from treatywatch.model.vocabulary import EventKind, StandingKind
from treatywatch.regime import calendar, evaluate, reckon, row_of
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import open_shelf

pytestmark = pytest.mark.needs_data

_SHELF = open_shelf()
_WORDS = (
    (r"notice revoked", EventKind.REVOKE_NOTICE),
    (r"no longer bound", EventKind.UNSIGN),
    (r"notice", EventKind.NOTIFY_WITHDRAWAL),
    (r"opened for signature|^opening", EventKind.OPEN_FOR_SIGNATURE),
    (r"entry_into_force_for_party", EventKind.RATIFY),
    (r"entry_into_force", EventKind.ENTER_INTO_FORCE),
    (r"extension", EventKind.EXTEND),
    (r"^expiry", EventKind.EXPIRE),
    (r"^termination", EventKind.TERMINATE),
    (r"signature", EventKind.SIGN),
    (r"countermeasure", EventKind.COUNTER_MEASURE),
    (r"participation in", EventKind.LEAVE_BODY),
    (r"suspension|ceases|stops", EventKind.SUSPEND),
)
_BY_CALENDAR = r"deadline|end of|Termination Day"


def _cases() -> list[dict[str, Any]]:
    folder = os.environ.get("TREATYWATCH_DATA")
    if not folder:
        return [{"id": "none"}]
    text = (Path(folder) / "facts" / "lifecycle_cases.json").read_text(encoding="utf-8")
    cases: list[dict[str, Any]] = json.loads(text)["cases"]
    return cases


def _treaty(case: dict[str, Any]) -> Treaty:
    named = re.sub(r".*\((\w+)\)$", r"\1", case["treaty"])
    try:
        found = _SHELF.resolve("treaty", named)
    except UsageError:
        pytest.fail(f"{named}: no treaty of this name")
    if found not in _SHELF.treaty_ids():
        pytest.skip(f"{found} has no folder yet")
    return load_treaty(_SHELF, found)


def _actor(case: dict[str, Any]) -> str | None:
    named = case["party"].replace("(Rep.)", "Republic").split(" (")[0]
    for text in (named, " ".join(reversed(named.split()))):
        try:
            return _SHELF.resolve("state", {"Congo Republic": "COG"}.get(text, text))
        except UsageError:
            continue
    return None


def _kind(case: dict[str, Any]) -> EventKind:
    return next(kind for words, kind in _WORDS if re.search(words, case["act"]))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["id"])
def test_the_official_day_of_every_case(case: dict[str, Any]) -> None:
    treaty = _treaty(case)
    if re.search(_BY_CALENDAR, case["act"]):
        _ask_the_calendar(treaty, case)
        return
    on = date.fromisoformat(case["date_of_act"])
    answer = reckon(treaty, _kind(case), on, _actor(case))
    days = {one.effective for one in answer.candidates}
    official, expected = _day(case["official_effective_date"]), _day(case["expected_effective_date"])
    if official is not None:
        assert answer.effective == official
    if expected is not None:
        assert expected in days
    if official is None and expected is None:
        _ask_the_status(treaty, case, answer)
    if case["agrees"] is False:
        assert {official, expected} <= days
        assert answer.conditions
    assert answer.grounds


def _ask_the_calendar(treaty: Treaty, case: dict[str, Any]) -> None:
    """A deadline: the rule's day is due, and the official one is the same or the last full day that is told beside it."""
    expected, official = _day(case["expected_effective_date"]), _day(case["official_effective_date"])
    rows = [row for row in calendar(treaty, (), date(2026, 11, 22)) if row.due == expected]
    assert rows
    assert official is None or official in {day for row in rows for day in (row.due, row.last_day)}
    if case["agrees"] is False:
        assert any(row.note for row in rows if row.last_day == official)


def _ask_the_status(treaty: Treaty, case: dict[str, Any], answer: Reckoning) -> None:
    """Nothing follows from the act alone: no exit, whatever plain counting gives."""
    assert answer.effective is None or answer.act in (
        EventKind.EXTEND,
        EventKind.REVOKE_NOTICE,
        EventKind.OPEN_FOR_SIGNATURE,
    )
    actor = _actor(case)
    if actor is not None:
        later = date.fromisoformat(case["date_of_act"]) + timedelta(days=800)
        assert row_of(evaluate(treaty, (), later), treaty, actor).standing is not StandingKind.FORMER
