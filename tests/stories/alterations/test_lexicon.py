"""The words by which changes are judged."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.shelf import open_shelf
from treatywatch.stories.alterations.lexicon import Words, load_words
from treatywatch.stories.alterations.stems import spelling

WORD = re.compile(r"[a-z][a-z_'-]*")


@pytest.fixture(scope="module")
def words() -> Words:
    return load_words(open_shelf())


def test_lists_written_as_prose_hold_words_and_nothing_else(words: Words) -> None:
    """An entry that slips into the folded text of its neighbour is lost without an error."""
    own = words.own
    for listed in (
        own.loaded,
        own.reporting,
        own.neutral,
        own.plain,
        own.collective,
        own.hedges.words,
        own.negation.complements,
    ):
        assert [word for word in listed.split() if not WORD.fullmatch(word)] == []


def test_opposites_hold_both_ways_and_no_word_is_its_own(words: Words) -> None:
    for entry in words.own.opposite:
        for one in entry.one:
            for other in entry.other:
                assert one != other
                assert words.opposite(one, other)
                assert words.opposite(other, one)


@pytest.mark.parametrize(("a", "b"), [("legal", "illegal"), ("willing", "unwilling"), ("compliance", "non-compliance")])
def test_a_prefix_turns_a_word_round(words: Words, a: str, b: str) -> None:
    assert words.opposite(a, b)
    assert not words.akin(a, b)


@pytest.mark.parametrize(("a", "b"), [("invasion", "war"), ("regime", "government"), ("militant", "activist")])
def test_words_that_take_a_side_are_no_synonyms(words: Words, a: str, b: str) -> None:
    assert not words.same(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("defence", "defense"), ("organise", "organize"), ("metre", "meter"), ("programme", "program")]
)
def test_british_and_american_spellings_are_one(a: str, b: str) -> None:
    assert spelling(a) == spelling(b)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14))
def test_spelling_is_settled_after_one_step_for_short_words_and_never_empty(word: str) -> None:
    assert spelling(word)
    assert len(word) >= 5 or spelling(word) == word
