"""Promises that a report tells in its own words, where no statement is read. No model is needed."""

from __future__ import annotations

import pytest

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.findings.pledges import load_pledge_words
from treatywatch.findings.pledges.conditions import condition_of
from treatywatch.findings.pledges.vows import Vows
from treatywatch.findings.sides import Sides
from treatywatch.model.entry import StatementEntry, Told
from treatywatch.shelf import open_shelf

SHELF = open_shelf()
WORDS, SIDES = load_pledge_words(SHELF), Sides(SHELF)


def vows(text: str, day: str = "2004-11-15") -> list[StatementEntry]:
    told = Told("report:a", text, UncertainDay.from_plain(PlainDay.parse(day), "given"), None, None)
    return list(Vows(WORDS, SIDES).told([told]))


@pytest.mark.parametrize(
    ("text", "side", "content"),
    [
        ("Libya gave its word that it would destroy its shells.", "ly", "that it would destroy its shells"),
        ("Libya committed itself on Monday to destroying its shells.", "ly", "to destroying its shells"),
        ("Iran pledged in a letter to the IAEA on Sunday to suspend enrichment.", "ir", "to suspend enrichment"),
        (
            "Iran gave its word to Britain, France and Germany on Tuesday that it would suspend it.",
            "ir",
            "that it would suspend it",
        ),
        ("A promise by Libya to destroy its shells was read out.", "ly", "to destroy its shells was read out"),
        (
            "Russia will station no missiles there, its minister assured a meeting.",
            "ru",
            "Russia will station no missiles there",
        ),
        ("North Korea agreed to dismantle its reactor.", "kp", "to dismantle its reactor"),
    ],
)
def test_vow_has_its_side_and_what_is_promised(text: str, side: str, content: str) -> None:
    assert [(SIDES.of_entry(entry), entry.content) for entry in vows(text)] == [((side,), content)]


@pytest.mark.parametrize(
    "text",
    [
        "Libya has yet to promise to destroy its shells.",
        "Libya refused to pledge to destroy its shells.",
        "Britain urged Libya to pledge to destroy its shells.",
        "Libya broke its promise to destroy its shells.",
        "Russia and the United States agreed to destroy the shells.",
        "Libya agreed to hold talks on Thursday.",
    ],
)
def test_promise_that_is_not_made_is_none(text: str) -> None:
    assert vows(text) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("In exchange for an end to sanctions, Libya undertook to destroy its shells.", "in exchange for"),
        ("Libya undertook to destroy its shells, if the Europeans make good on their word.", "if"),
        ("Libya undertook to destroy its shells. It made this conditional on American aid.", "conditional on"),
        ("Libya undertook to destroy its shells. The offer depends on an end to sanctions.", "depends on"),
        ("Libya undertook to destroy its shells. The offer does not depend on sanctions.", None),
        ("Libya undertook to destroy its shells. London was pleased.", None),
    ],
)
def test_condition_stands_before_behind_or_after_a_promise(text: str, relation: str | None) -> None:
    entry = vows(text)[0]
    found = condition_of(entry, entry.content, WORDS, SIDES)
    assert (found.relation if found else None) == relation
