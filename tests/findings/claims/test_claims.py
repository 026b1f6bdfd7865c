"""Single claims, one trap each."""

from __future__ import annotations

from datetime import date

import pytest

from treatywatch.model.finding import Finding, Verdict

from .conftest import Check

pytestmark = pytest.mark.needs_model


def _only(found: tuple[Finding, ...], kind: str) -> Finding:
    (one,) = [one for one in found if one.kind == kind]
    return one


def _verdicts(found: tuple[Finding, ...]) -> set[str]:
    return {one.verdict.value for one in found}


def test_a_withdrawal_told_on_the_day_of_its_announcement_contradicts_and_tells_the_days(check: Check) -> None:
    one = _only(check("The United States withdrew from the INF Treaty in October 2018.", "2020-01-01"), "act")
    assert one.verdict is Verdict.CONTRADICTS
    assert "2 August 2019" in one.fact
    assert "20 October 2018" in one.fact
    assert any(rest.startswith("act:inf:") for rest in one.rests_on)


@pytest.mark.parametrize("day", ["in February 2019", "on 4 March 2019", "in July 2019"])
def test_each_day_of_a_suspension_is_one(check: Check, day: str) -> None:
    assert _verdicts(check(f"Russia suspended the INF Treaty {day}.", "2019-08-10")) == {"consistent"}


def test_the_wrong_actor_contradicts_and_the_right_one_is_told(check: Check) -> None:
    one = _only(check("Russia withdrew from the INF Treaty on 2 August 2019.", "2019-08-03"), "act")
    assert one.verdict is Verdict.CONTRADICTS
    assert "2 August 2019: United States" in one.fact


def test_russia_may_stand_for_the_soviet_union(check: Check) -> None:
    assert _verdicts(check("The United States and Russia signed the INF Treaty in 1987.", "2019-01-01")) == {
        "consistent"
    }


def test_a_disputed_exit_is_unknown_with_both_days(check: Check) -> None:
    found = check("North Korea withdrew from the Non-Proliferation Treaty on 11 January 2003.", "2006-01-01")
    assert _only(found, "act").verdict is Verdict.UNKNOWN


def test_a_counter_measure_told_as_a_suspension_is_unknown(check: Check) -> None:
    found = check("The United States suspended New START in June 2023.", "2024-01-01")
    assert _only(found, "act").verdict is Verdict.UNKNOWN


def test_a_fact_from_memory_alone_contradicts_nothing(check: Check) -> None:
    found = check(
        "The Convention on Cluster Munitions gives a state six years to destroy its stockpiles.", "2020-01-01"
    )
    assert _only(found, "period").verdict is Verdict.UNKNOWN


def test_a_clause_known_from_an_account_of_it_settles_as_an_act_known_from_the_press_does(check: Check) -> None:
    found = check("Either side can leave New START with six months' notice.", "2020-01-01")
    assert _only(found, "period").verdict is Verdict.CONTRADICTS


def test_what_is_threatened_or_supposed_is_not_held_against_anybody(check: Check) -> None:
    assert check("Russia threatened to leave the INF Treaty in 2007.", "2019-01-01") == ()
    assert check("If China joined the INF Treaty, it would have to scrap most of its missiles.", "2019-01-01") == ()
    assert check("Is China a party to the INF Treaty?", "2019-01-01") == ()


def test_standing_is_told_as_of_the_reports_day_or_the_day_asked_for(check: Check) -> None:
    told = "New START remains in force."
    assert _verdicts(check(told, "2022-01-01")) == {"consistent"}
    assert _verdicts(check(told, "2026-03-01")) == {"contradicts"}
    assert _verdicts(check(told, "2026-03-01", on=date(2022, 1, 1))) == {"consistent"}
    assert check(told) == ()


def test_only_acts_that_were_public_count_by_the_day_of_knowledge(check: Check) -> None:
    told = "The United States will withdraw from the INF Treaty on 2 August 2019."
    assert _verdicts(check(told, "2019-03-01")) == {"consistent"}
    assert check(told, "2019-03-01", known=date(2018, 12, 1)) == ()


def test_of_two_ranges_side_by_side_one_wrong_makes_the_claim_wrong(check: Check) -> None:
    told = "The INF Treaty bans land-based missiles with a range of 300-3,100 miles (900-5,500 km)."
    assert _only(check(told), "range").verdict is Verdict.CONTRADICTS
    told = "The INF Treaty bans land-based missiles with a range of 310-3,400 miles (500-5,500 km)."
    assert _only(check(told), "range").verdict is Verdict.CONSISTENT


def test_the_range_of_one_missile_is_somebodys_claim_and_left_alone(check: Check) -> None:
    assert check("The 9M729, which the INF Treaty bans, has a range of 200 to 480 kilometres, Moscow says.") == ()


def test_the_soviet_total_told_of_one_type_contradicts(check: Check) -> None:
    one = _only(check("Under the INF Treaty the Soviet Union destroyed 1,846 SS-20s.", "1991-05-20"), "count")
    assert one.verdict is Verdict.CONTRADICTS
    assert "654" in one.fact


def test_figures_declared_at_the_signing_are_told_beside_what_was_destroyed(check: Check) -> None:
    one = _only(check("Under the INF Treaty 2,611 missiles were destroyed.", "1991-06-20"), "count")
    assert one.verdict is Verdict.UNKNOWN
    assert "declared" in one.fact


def test_six_months_are_not_180_days(check: Check) -> None:
    assert _verdicts(check("The INF Treaty requires 180 days' notice.", "2019-01-01")) == {"contradicts"}
    assert _verdicts(check("The INF Treaty requires about 180 days' notice.", "2019-01-01")) == {"consistent"}


def test_a_name_with_two_readings_is_not_judged_by_the_wrong_one(check: Check) -> None:
    found = check("The Moscow Treaty, signed in 1963, banned tests in the atmosphere.", "1990-01-01")
    assert "contradicts" not in _verdicts(found)


def test_nothing_is_found_in_text_about_other_things(check: Check) -> None:
    assert check("The minister visited a school on 2 August 2019 and opened a bridge that is 5,500 metres long.") == ()


def test_what_is_told_of_an_amendment_is_not_told_of_the_treaty(check: Check) -> None:
    assert check("Amendments to the ABM Treaty were signed in New York in 1997.", "2001-01-01") == ()
    assert check("The adapted CFE Treaty, signed in 1999, never took effect.", "2008-01-01") == ()


def test_who_acted_first_is_judged_by_the_days_of_both(check: Check) -> None:
    assert _verdicts(check("Moscow was the first to suspend the INF Treaty.", "2020-01-01")) == {"contradicts"}
    assert _verdicts(check("The United States left the Open Skies Treaty before Russia.", "2022-03-01")) == {
        "consistent"
    }


def test_more_than_the_limit_that_nobody_may_have_is_the_limit_itself(check: Check) -> None:
    told = "Under New START neither side may have more than {} deployed warheads."
    assert _verdicts(check(told.format("1,550"), "2020-01-01")) == {"consistent"}
    assert _verdicts(check(told.format("2,200"), "2020-01-01")) == {"contradicts"}


def test_an_extension_that_is_offered_is_no_claim(check: Check) -> None:
    assert check("Russia offered to extend New START by one year.", "2020-12-01") == ()
    assert _verdicts(check("New START was extended by one year.", "2021-03-01")) == {"contradicts"}


def test_a_term_that_was_prolonged_did_not_end_on_its_first_day(check: Check) -> None:
    found = check("New START expired in 2021.", "2023-09-01")
    assert _only(found, "act").verdict is Verdict.CONTRADICTS


def test_ratification_taken_back_is_no_signature_taken_back(check: Check) -> None:
    told = "In November 2023 Russia withdrew its {} from the CTBT."
    assert "contradicts" in _verdicts(check(told.format("signature"), "2024-05-08"))
    assert "contradicts" not in _verdicts(check(told.format("ratification"), "2024-05-08"))


def test_acts_listed_after_a_colon_are_those_of_the_treaty_before_it(check: Check) -> None:
    found = check("Open Skies: signed in March 1992; in force since 1994; left by Russia in June 2021.", "2024-06-08")
    wrong = {one.evidence.exact for one in found if one.verdict is Verdict.CONTRADICTS}
    assert wrong == {"in force since 1994", "left by Russia in June 2021"}
