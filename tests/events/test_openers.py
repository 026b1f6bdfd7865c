"""Words that open a sentence to the parser: beginnings, short words with their endings, and phrases of several words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.events.openers import Openers

OPENERS = Openers(("withdra", "no longer", "re-join", "tête-à"), ("bar", "sign", "free"))


@pytest.mark.parametrize(
    "text",
    ["Withdrawal followed", "it is no longer bound", "to re-join", "a tête-à-tête", "barred", "signing", "was freed"],
)
def test_word_opens(text: str) -> None:
    assert OPENERS.within(text, 0, len(text))


@pytest.mark.parametrize("text", ["barley", "a signal", "freedom", "longer", "join", "", "unbarred"])
def test_word_that_only_begins_alike_opens_nothing(text: str) -> None:
    assert not OPENERS.within(text, 0, len(text))


def test_only_the_stretch_that_is_asked_for_is_looked_at() -> None:
    text = "They sign. They wait."
    assert OPENERS.within(text, 0, 10)
    assert not OPENERS.within(text, 11, len(text))


@given(st.text(alphabet="abc sign'-", max_size=40))
def test_answer_is_that_of_one_pattern_over_the_whole_text(text: str) -> None:
    whole = re.compile(
        r"(?<![A-Za-z])(?:ab|ca-n)|(?<![A-Za-z])(?:sig(?:nn?))(?:e?s|ies|e?d|ied|t|t?en|n|ne|ing)?(?:n't)?(?![A-Za-z])"
    )
    assert Openers(("ab", "ca-n"), ("sign",)).within(text, 0, len(text)) == bool(whole.search(text))
