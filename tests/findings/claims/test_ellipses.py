"""What a sentence leaves unsaid is read from the one before, and only where the act before is surely the one meant."""

from __future__ import annotations

import pytest

from treatywatch.model.finding import Verdict

from .conftest import Check

pytestmark = pytest.mark.needs_model


def _of(check: Check, text: str, day: str, words: str) -> set[str]:
    return {one.verdict.value for one in check(text, day) if words in one.evidence.exact}


@pytest.mark.parametrize(
    ("text", "words", "verdict"),
    [
        ("France acceded to the NPT in 1992. China did so the same year.", "China", Verdict.CONSISTENT),
        ("France acceded to the NPT in 1992. China did so in 1998.", "China", Verdict.CONTRADICTS),
        ("Cuba acceded to the NPT in 2002, and so did Israel.", "Israel", Verdict.CONTRADICTS),
        ("The United States has not ratified the CTBT, nor has China.", "China", Verdict.CONSISTENT),
        ("The United States has not ratified the CTBT, nor has France.", "France", Verdict.CONTRADICTS),
        ("Cuba joined the NPT in 2002; Israel joined in 1995.", "Israel", Verdict.CONTRADICTS),
    ],
)
def test_an_act_left_unsaid_is_that_of_the_clause_before(check: Check, text: str, words: str, verdict: Verdict) -> None:
    assert _of(check, text, "2012-05-08", words) == {verdict.value}


@pytest.mark.parametrize(
    "text",
    [
        "Cuba joined the NPT in 2002; Israel tested nothing in 1995.",
        "Cuba joined the NPT in 2002. Talks began in Geneva. Diplomats met for weeks there, and Israel joined in 1995.",
        "Cuba joined the NPT in 2002; Israel joined the OECD in 2010.",
    ],
)
def test_no_act_is_taken_up_where_something_else_may_be_meant(check: Check, text: str) -> None:
    assert "contradicts" not in _of(check, text, "2012-05-08", "Israel")


@pytest.mark.parametrize(("month", "verdict"), [("August", "consistent"), ("May", "contradicts")])
def test_out_by_a_day_is_wrong_only_where_the_exit_comes_later(check: Check, month: str, verdict: str) -> None:
    text = f"The United States gave notice on 2 February. It will be out of the INF Treaty by {month}."
    assert _of(check, text, "2019-03-10", "out of") == {verdict}


@pytest.mark.parametrize(("year", "verdict"), [("2021", "consistent"), ("2022", "contradicts")])
def test_a_term_that_was_prolonged_is_told_as_it_was(check: Check, year: str, verdict: str) -> None:
    text = f"New START was saved at the last minute. It would have run until February {year}."
    assert _of(check, text, "2021-03-20", "would have run") == {verdict}


def test_a_term_known_from_memory_contradicts_nothing(check: Check) -> None:
    text = "SORT was superseded by New START this month. It would have run until December 2010."
    assert "contradicts" not in _of(check, text, "2011-02-20", "would have run")


def test_no_treaty_has_a_member_beyond_its_number_of_members(check: Check) -> None:
    text = "Syria became the {}th member of the Chemical Weapons Convention."
    assert _of(check, text.format("195"), "2013-10-20", "195th") == {"contradicts"}
    assert _of(check, text.format("190"), "2013-10-20", "190th") == set()


@pytest.mark.parametrize(("count", "verdict"), [("fifty", "consistent"), ("forty", "contradicts")])
def test_the_number_of_ratifications_that_bring_a_treaty_into_force_is_told_rightly(
    check: Check, count: str, verdict: str
) -> None:
    text = f"The TPNW entered into force in January 2021 after {count} ratifications."
    assert _of(check, text, "2022-07-10", "ratifications") == {verdict}


def test_who_never_did_so_did_not(check: Check) -> None:
    text = "Moscow ratified the CTBT in 2000 and took that back last week; Washington never did so."
    assert _of(check, text, "2023-11-10", "Washington") == {"consistent"}


@pytest.mark.parametrize(("count", "verdict"), [("fifteen", "consistent"), ("eighteen", "contradicts")])
def test_how_long_after_its_beginning_a_treaty_ended_is_reckoned(check: Check, count: str, verdict: str) -> None:
    text = f"START I expired in December 2009, {count} years after it had entered into force."
    assert verdict in _of(check, text, "2010-10-20", "years after")


@pytest.mark.parametrize(("year", "verdict"), [("2002", "consistent"), ("1995", "contradicts")])
def test_a_state_and_a_year_share_the_verb_before(check: Check, year: str, verdict: str) -> None:
    text = f"South Africa joined the NPT in 1991, Cuba in {year}."
    assert verdict in _of(check, text, "2015-05-20", "Cuba")
