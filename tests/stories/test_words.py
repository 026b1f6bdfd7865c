"""Words of many texts at once: the same words have the same hashes wherever they stand, and nothing of a text is lost."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.stories.prose import read_prose, read_proses
from treatywatch.stories.words import distinct, read_words

TEXTS = st.lists(st.text(max_size=80), max_size=6)


@given(TEXTS)
def test_words_lie_within_their_texts_and_hold_letters_and_digits_only(texts: list[str]) -> None:
    words = read_words(texts)
    for start, end, number in zip(words.starts.tolist(), words.ends.tolist(), words.text_of.tolist(), strict=True):
        first = int(words.bounds[number])
        word = texts[number][start - first : end - first]
        assert word
        assert all(character.isalnum() or character in ".," for character in word)


@given(st.text(alphabet="abcABC ,.\n12", max_size=60), st.text(alphabet="abc .\n", max_size=30))
def test_hashes_do_not_depend_on_what_stands_before_or_on_capitals(text: str, before: str) -> None:
    alone = read_words([text]).hashes
    after = read_words([before, text.upper()])
    assert alone.tolist() == after.hashes[after.text_of == 1].tolist()


def test_number_with_points_is_one_word() -> None:
    words = read_words(["1,846 SS-20s, 2.5 per cent."])
    told = ["".join(map(chr, words.codes[a:b])) for a, b in zip(words.starts, words.ends, strict=True)]
    assert told == ["1,846", "SS", "20s", "2.5", "per", "cent"]


@given(TEXTS)
def test_prose_of_a_text_is_the_same_alone_and_among_others(texts: list[str]) -> None:
    for text, found in zip(texts, read_proses(texts), strict=True):
        alone = read_prose(text)
        assert (alone.signs.tolist(), alone.ends.tolist()) == (found.signs.tolist(), found.ends.tolist())
        assert (alone.page.tolist(), alone.told.tolist()) == (found.page.tolist(), found.told.tolist())


@given(st.lists(st.integers(min_value=0, max_value=30), max_size=40))
def test_distinct_values_are_sorted_and_stand_once(values: list[int]) -> None:
    assert distinct(np.array(values, np.uint64)).tolist() == sorted(set(values))
