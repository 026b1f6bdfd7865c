"""Commitments that do not bind in law, and ends that somebody does not accept: both views stand, each with its holder."""

from __future__ import annotations

from datetime import date

import pytest

from treatywatch.model.law import Treaty
from treatywatch.model.vocabulary import EventKind, Operation, Phase, StandingKind
from treatywatch.regime import evaluate, reckon
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import Shelf

from .conftest import day


@pytest.fixture(scope="module")
def jcpoa(shelf: Shelf) -> Treaty:
    return load_treaty(shelf, "jcpoa")


def test_an_end_that_some_reject_leaves_the_participants_contested_and_each_view_with_its_own_phase(
    jcpoa: Treaty,
) -> None:
    state = evaluate(jcpoa, (), day("2026-01-01"))
    row = state.participant("ir")
    assert row is not None
    assert row.standing is StandingKind.CONTESTED
    for holders, phase in ((("ir", "ru", "cn"), Phase.EXPIRED), (("us", "gb", "fr", "de"), Phase.IN_FORCE)):
        assert {reading.phase for reading in state.readings if reading.holder in holders} == {phase}


def test_an_end_is_only_projected_and_not_yet_disputed_before_it_comes(jcpoa: Treaty) -> None:
    state = evaluate(jcpoa, (), day("2026-01-01"), known=day("2024-01-01"))
    row = state.participant("ir")
    assert row is not None
    assert (row.standing, row.projected) == (StandingKind.FORMER, True)


def test_a_snapback_keeps_both_views_and_decides_neither(jcpoa: Treaty) -> None:
    answer = reckon(jcpoa, EventKind.SNAPBACK, date(2025, 8, 28), "gb")
    assert {one.effective for one in answer.candidates} == {date(2025, 9, 28), date(2025, 9, 27)}
    assert any(condition.startswith("ir holds:") for condition in answer.conditions)
    holders = {reading.holder for reading in evaluate(jcpoa, (), day("2025-10-01")).readings}
    assert {"gb", "fr", "de", "us", "ir", "ru", "cn"} <= holders


def test_the_law_of_treaties_sets_no_notice_for_a_commitment_that_does_not_bind(jcpoa: Treaty) -> None:
    answer = reckon(jcpoa, EventKind.NOTIFY_WITHDRAWAL, date(2018, 5, 8), "ru")
    assert answer.effective is None
    assert answer.candidates == ()
    assert any("does not bind in law" in condition for condition in answer.conditions)


def test_who_takes_part_in_a_commitment_is_a_participant_and_no_party(jcpoa: Treaty) -> None:
    state = evaluate(jcpoa, (), day("2016-06-01"))
    assert state.binding is False
    assert {row.standing for row in state.participants} == {StandingKind.PARTICIPANT}


def test_what_a_clause_lets_a_participant_stop_in_part_is_suspended_in_part(jcpoa: Treaty) -> None:
    row = evaluate(jcpoa, (), day("2020-06-01")).participant("ir")
    assert row is not None
    assert row.operation is Operation.PARTLY_SUSPENDED
    assert row.disputed_by == ("gb", "fr", "de")
