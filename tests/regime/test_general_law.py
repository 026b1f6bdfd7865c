"""Where a treaty is silent, the Vienna Convention's rules stand in, each cited by its own article."""

from __future__ import annotations

import pytest

from treatywatch.dates import PlainDay
from treatywatch.model.clause import GeneralRule
from treatywatch.model.law import Treaty
from treatywatch.model.regime import Reckoning
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import evaluate, explain, reckon
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import Shelf

from .conftest import day

_WANTED = [f"VCLT {number}" for number in (*range(54, 73), 76, 77, 78)]


@pytest.fixture(scope="module")
def silent(shelf: Shelf) -> Treaty:
    """A treaty without a clause on leaving or suspending, with a depositary: the Environmental Modification Convention."""
    return load_treaty(shelf, "enmod")


def cited(answer: Reckoning) -> list[str | None]:
    return [ground.article for ground in answer.grounds]


@pytest.mark.parametrize("article", _WANTED)
def test_every_article_has_its_meaning_what_it_governs_and_a_source(silent: Treaty, article: str) -> None:
    assert silent.general is not None
    rules = [one for one in silent.general.clauses if isinstance(one, GeneralRule) and one.article == article]
    assert len(rules) == 1
    assert len(rules[0].says) > 40
    assert rules[0].governs
    assert all(silent.reference(name) for name in rules[0].source)
    assert rules[0].verified


@pytest.mark.parametrize(
    ("kind", "articles"),
    [
        ("notify-withdrawal", [54, 56, 65, 67, 76, 77, 78]),
        ("suspend", [57, 58, 60, 61, 62, 63, 65, 66, 67, 72]),
        ("terminate", [54, 59, 60, 61, 62, 63, 64, 65, 66, 67, 69, 70, 71]),
        ("withdraw", [54, 55, 62, 70]),
        ("supersede", [59, 70]),
        ("revoke-notice", [68]),
        ("resume", [57, 72]),
    ],
)
def test_an_act_under_a_silent_treaty_cites_the_rules_that_govern_it(
    silent: Treaty, kind: str, articles: list[int]
) -> None:
    told = cited(reckon(silent, EventKind(kind), PlainDay.parse("2020-03-02"), "de"))
    assert {f"VCLT {number}" for number in articles} <= set(told)


def test_without_a_clause_a_notice_takes_twelve_months(silent: Treaty) -> None:
    answer = reckon(silent, EventKind.NOTIFY_WITHDRAWAL, day("2020-03-02"), "de")
    assert (answer.effective, answer.article) == (day("2021-03-02"), "VCLT 56")
    assert any("nature" in condition for condition in answer.conditions)
    assert any("VCLT 68" in condition for condition in answer.conditions)


def test_a_claim_waits_three_months_from_its_receipt_and_binds_nobody_by_itself(silent: Treaty) -> None:
    answer = reckon(silent, EventKind.SUSPEND, day("2020-03-02"), "de")
    assert answer.effective is None
    assert {one.effective for one in answer.candidates} == {day("2020-03-02"), day("2020-06-02")}
    assert answer.article == "VCLT 65"


def test_breach_of_a_treaty_of_many_is_told_apart_from_one_of_two(silent: Treaty) -> None:
    rule = reckon(silent, EventKind.SUSPEND, day("2020-03-02")).rule
    assert "specially affects" in rule
    assert "(VCLT 60)" in rule


def test_a_notice_counts_as_made_when_the_depositary_has_it(shelf: Shelf, inf: Treaty) -> None:
    ottawa = load_treaty(shelf, "ottawa")
    assert any("VCLT 78" in one for one in reckon(ottawa, EventKind.NOTIFY_WITHDRAWAL, day("2025-07-10")).conditions)
    assert "VCLT 78" not in cited(reckon(inf, EventKind.NOTIFY_WITHDRAWAL, day("2019-02-02"), "us"))


def test_the_law_of_treaties_governs_no_commitment(shelf: Shelf) -> None:
    jcpoa = load_treaty(shelf, "jcpoa")
    assert not any(
        "VCLT" in str(one) for one in cited(reckon(jcpoa, EventKind.NOTIFY_WITHDRAWAL, day("2018-05-08"), "us"))
    )


@pytest.mark.parametrize("number", [56, 62, 69, 73, 78])
def test_why_leads_to_the_article(silent: Treaty, number: int) -> None:
    reason = explain(silent, None, f"clause:vclt:{number}")
    assert [ground.article for ground in reason.grounds] == [f"VCLT {number}"]


# --- Resuming ----------------------------------------------------------------------------------------------------------


def test_what_was_suspended_operates_again_with_the_act_that_ends_the_suspension(new_start: Treaty) -> None:
    answer = reckon(new_start, EventKind.RESUME, day("2024-08-31"), "ru")
    assert (answer.effective, answer.article) == (day("2024-08-31"), "VCLT 72")
    assert evaluate(new_start, (), day("2024-08-30")).participant("ru") is not None


def test_nobody_resumes_what_is_not_suspended(new_start: Treaty) -> None:
    answer = reckon(new_start, EventKind.RESUME, day("2020-01-01"), "ru")
    assert answer.effective is None
    assert any("nothing is suspended by ru" in condition for condition in answer.conditions)


def test_without_an_actor_resuming_is_told_under_its_condition(silent: Treaty) -> None:
    answer = reckon(silent, EventKind.RESUME, day("2020-03-02"))
    assert answer.effective == day("2020-03-02")
    assert "its operation is suspended on that day" in answer.conditions


# --- Who is no party -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("treaty", "actor", "words"),
    [
        ("ottawa", "us", "us is no party on 2024-03-01"),
        ("cwc", "il", "il is only a signatory and no party on 2024-03-01"),
        ("open-skies", "us", "us is no party any more on 2024-03-01"),
    ],
)
def test_a_notice_of_who_is_no_party_is_told_first_to_have_no_effect(
    shelf: Shelf, treaty: str, actor: str, words: str
) -> None:
    answer = reckon(load_treaty(shelf, treaty), EventKind.NOTIFY_WITHDRAWAL, day("2024-03-01"), actor)
    assert answer.conditions[0].startswith(f"{words}: such a notice would have no effect")
    assert answer.effective is not None
