"""Promises and conditions are taken apart into actor, act, thing, place and direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.findings.pledges.lexicon import load_pledge_words
from treatywatch.findings.pledges.nouns import Clause
from treatywatch.findings.pledges.parsing import ClauseReader
from treatywatch.findings.sides import Sides
from treatywatch.model.statement import Condition
from treatywatch.shelf import open_shelf

SHELF = open_shelf()
READER = ClauseReader(load_pledge_words(SHELF), Sides(SHELF))


def promise(text: str, by: str = "ru") -> Clause:
    return READER.promise(text, None, by, None)


def condition(text: str, relation: str, of: Clause, others: tuple[str, ...] = ()) -> Clause:
    return READER.condition(Condition(0, len(text), text, relation), of, others, None)


@pytest.mark.parametrize(
    ("text", "does", "negated"),
    [
        ("Russia would not deploy such missiles in Europe", "deploy", True),
        ("to refrain from nuclear tests", "test", True),
        ("to halt uranium enrichment", "enrich", True),
        ("it would never be the first to use nuclear weapons", "use", True),
        ("to destroy its chemical weapons", "destroy", False),
        ("Russia won't stop inspections", "inspect", False),
        ("to keep to the limits of the treaty", "comply", False),
    ],
)
def test_promise_tells_its_act_and_whether_it_is_left_undone(text: str, does: str, negated: bool) -> None:
    read = promise(text)
    assert (read.act, read.negated) == (does, negated)


def test_condition_with_a_passive_names_whose_weapons_are_meant() -> None:
    made = promise("we are not intended to deploy missile systems in Europe and other regions")
    read = condition("unless the US intermediate- and shorter-range missiles are deployed there", "unless", made)
    assert (read.actor, read.act, read.negated, read.relation, read.there) == ("us", "deploy", False, "unless", True)
    assert made.place == "Europe"


def test_condition_that_only_says_the_same_takes_the_act_of_the_promise() -> None:
    made = promise("Washington would keep to the central limits", "us")
    read = condition("as long as Russia did the same", "as long as", made)
    assert (read.actor, read.act, read.object) == ("ru", "comply", made.object)


def test_unnamed_other_side_is_whom_the_promise_is_made_to() -> None:
    made = promise("Russia will not test nuclear weapons")
    assert condition("unless the other side tests", "unless", made, ("us",)).actor == "us"


def test_place_of_a_capital_that_stands_for_a_state_is_no_actor() -> None:
    read = promise("NATO would not deploy nuclear weapons in Finland", "nato")
    assert (read.actor, read.place) == ("nato", "Finland")


@given(st.text(max_size=120))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read = promise(text)
    assert read.actor == "ru"
    assert (read.act is None) == (read.kind is None)


@given(st.sampled_from(["deploy", "test", "destroy", "use nuclear weapons"]), st.integers(0, 4))
def test_each_further_denial_turns_the_direction(act: str, times: int) -> None:
    words = " ".join(["not"] * times)
    assert promise(f"Russia would {words} {act} missiles").negated == (times % 2 == 1)
