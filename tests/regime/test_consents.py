"""Dated consents that a naive program gets wrong: the measuring set's cases for the treaties on the shelf."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from treatywatch.model.vocabulary import EventKind, StandingKind
from treatywatch.regime import evaluate, reckon
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import open_shelf

_RECKONED = {
    "p-cut-att-gin": ("att", EventKind.RATIFY, "gn"),
    "p-ddmm": ("ptbt", EventKind.RATIFY, "af"),
    "p-eif-enmod": ("enmod", EventKind.ENTER_INTO_FORCE, None),
    "p-eif-sem": ("semipalatinsk", EventKind.ENTER_INTO_FORCE, None),
    "p-prot-usa": ("ccw-p3", EventKind.RATIFY, "us"),
    "p-suc-bih": ("ccw", EventKind.SUCCEED, "ba"),
}
_CONTINUED = ("bwc", "ccw", "enmod", "ptbt", "seabed")


def _standing(treaty: str, actor: str, on: date) -> tuple[StandingKind, date | None]:
    row = evaluate(load_treaty(open_shelf(), treaty), (), on).participant(actor)
    return (row.standing, row.since) if row else (StandingKind.NONE, None)


@pytest.mark.needs_data
@pytest.mark.parametrize("id", _RECKONED)
def test_reckon_gives_the_right_day(data: Path, id: str) -> None:
    cases = json.loads((data / "facts" / "participants" / "cases.json").read_text(encoding="utf-8"))["cases"]
    case = next(one for one in cases if one["id"] == id)
    treaty, kind, actor = _RECKONED[id]
    answer = reckon(load_treaty(open_shelf(), treaty), kind, date.fromisoformat(case["date_of_act"]), actor)
    found = [answer.effective] if answer.effective else [one.effective for one in answer.candidates]
    assert " | ".join(day.isoformat() for day in found) == case["right_result"]


def test_a_state_that_only_signed_has_not_ratified() -> None:
    for actor in ("us", "cn", "eg", "ir", "il", "np", "ye"):
        assert _standing("ctbt", actor, date(2026, 2, 3))[0] is StandingKind.SIGNATORY, actor


def test_an_insufficient_instrument_makes_no_party() -> None:
    assert _standing("bwc", "bi", date(2005, 1, 1))[0] is StandingKind.SIGNATORY
    assert _standing("bwc", "gn", date(2012, 1, 1))[0] is StandingKind.NONE
    assert _standing("bwc", "bi", date(2012, 1, 1)) == (StandingKind.PARTY, date(2011, 10, 18))


@pytest.mark.parametrize("treaty", _CONTINUED)
def test_russia_is_the_party_that_the_soviet_union_was(treaty: str) -> None:
    before, after = _standing(treaty, "su", date(1991, 6, 1)), _standing(treaty, "ru", date(1992, 6, 1))
    assert before == after
    assert before[0] is StandingKind.PARTY


def test_dissolved_states_count_among_those_whose_deposits_were_needed() -> None:
    for state in ("cs", "dd"):
        assert _standing("enmod", state, date(1978, 10, 5)) == (StandingKind.PARTY, date(1978, 10, 5))
        assert _standing("enmod", state, date(2020, 1, 1))[0] is StandingKind.FORMER


def test_ratifiers_of_a_treaty_that_is_not_in_force_are_no_parties() -> None:
    state = evaluate(load_treaty(open_shelf(), "ctbt"), (), date(2026, 11, 22))
    kinds = [row.standing for row in state.participants]
    assert StandingKind.PARTY not in kinds
    assert kinds.count(StandingKind.CONTRACTING) == 178
    assert state.phase_since == date(1996, 9, 24)
