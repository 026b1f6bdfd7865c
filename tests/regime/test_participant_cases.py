"""All cases of the tables of participants, each by `reckon`, by `status` or by the table: treaty, party and act are looked up."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from treatywatch.dates import PlainDay
from treatywatch.errors import UsageError
from treatywatch.model.law import Treaty
from treatywatch.model.vocabulary import EventKind, StandingKind
from treatywatch.regime import evaluate, reckon, row_of
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import open_shelf

pytestmark = pytest.mark.needs_data

_SHELF = open_shelf()
_KINDS = {
    "ratification": EventKind.RATIFY,
    "accession": EventKind.ACCEDE,
    "consent": EventKind.RATIFY,
    "succession": EventKind.SUCCEED,
    "continued": EventKind.SUCCEED,
}
_IDS = {"OST_SKIES": "open-skies", "APMBC": "ottawa"}
_DAYS = re.compile(r"\d{4}-\d\d-\d\d")


def _cases() -> list[dict[str, Any]]:
    folder = os.environ.get("TREATYWATCH_DATA")
    if not folder:
        return [{"id": "none"}]
    text = (Path(folder) / "facts" / "participants" / "cases.json").read_text(encoding="utf-8")
    cases: list[dict[str, Any]] = json.loads(text)["cases"]
    return cases


def _treaty(code: str) -> Treaty:
    id = _IDS.get(code, code.lower().replace("_", "-"))
    if id not in _SHELF.treaty_ids():
        pytest.skip(f"{id} has no folder yet")
    return load_treaty(_SHELF, id)


def _actor(code: str) -> str | None:
    try:
        return _SHELF.resolve("state", code)
    except UsageError:
        return None


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["id"])
def test_the_right_result_of_every_case(case: dict[str, Any]) -> None:
    right = [date.fromisoformat(text) for text in _DAYS.findall(case["right_result"])]
    if not right:
        _ask_the_status(case)
        return
    treaty, actor = _treaty(case["treaty"]), _actor(case["party"])
    if "depositaries" in case["rule"]:
        row = next(row for row in treaty.participants if row.actor == actor)
        assert row.deposited == PlainDay.of(right[0])
        return
    kind = EventKind.ENTER_INTO_FORCE if actor is None else _KINDS[case["act"].split()[0]]
    answer = reckon(treaty, kind, PlainDay.parse(case["date_of_act"]), actor)
    if len(right) > 1:
        assert answer.effective is None
        assert {one.effective for one in answer.candidates} == set(right)
        assert all(one.holder for one in answer.candidates)
        return
    assert answer.effective == right[0]
    if actor is not None and case["date_of_act"] != case["naive_result"]:
        assert evaluate(treaty, (), right[0]).participant(actor) is not None


def _ask_the_status(case: dict[str, Any]) -> None:
    """Cases that tell a standing, not a day: who only signed, whose instrument was void, who is the same party."""
    codes = case["treaty"].split(", ")
    for treaty in (_treaty(code) for code in codes):
        _STANDINGS[case["act"]](treaty, case)


def _only_signed(treaty: Treaty, case: dict[str, Any]) -> None:
    row = row_of(evaluate(treaty, (), date(2026, 1, 1)), treaty, str(_actor(case["party"])))
    assert row.standing is StandingKind.SIGNATORY


def _not_yet(treaty: Treaty, case: dict[str, Any]) -> None:
    day = PlainDay.parse(case["date_of_act"]).latest
    row = row_of(evaluate(treaty, (), day), treaty, str(_actor(case["party"])))
    assert row.standing is not StandingKind.PARTY


def _same_party(treaty: Treaty, case: dict[str, Any]) -> None:
    before, after = (_actor(code) for code in case["party"].split("/"))
    first = row_of(evaluate(treaty, (), date(1991, 12, 1)), treaty, str(before))
    assert first.standing is StandingKind.PARTY
    then = evaluate(treaty, (), date(1991, 12, 31))
    second = row_of(then, treaty, str(after))
    assert (second.standing, second.since) == (StandingKind.PARTY, first.since)
    assert row_of(then, treaty, str(before)).standing is StandingKind.FORMER


_STANDINGS = {"none": _only_signed, "instrument": _not_yet, "continuity": _same_party}
