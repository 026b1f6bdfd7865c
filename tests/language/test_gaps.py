"""Gaps: a text parses as if its white space were single, and every word stands at its own offset."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch.language.parse import find_model

MODEL = find_model()
PLAIN = "He accused Iran of destabilizing the region by supporting armed groups."
WORDS = st.sampled_from(["Moscow", "said", "it", "would", "leave", "the", "treaty", ".", ",", "“", "9M729", "re-armed"])


@pytest.mark.skipif(MODEL is None, reason="no language model is installed")
@pytest.mark.parametrize("torn", [PLAIN.replace(" the ", "  \xa0 the "), "   " + PLAIN, PLAIN.replace(" ", "   ")])
def test_white_space_changes_no_head(torn: str) -> None:
    assert MODEL is not None
    plain, gapped = MODEL.parse([PLAIN, torn])
    words = [token for token in gapped if not token.is_space]
    assert [(t.text, t.dep_, t.head.text) for t in words] == [(t.text, t.dep_, t.head.text) for t in plain]
    assert [one.text for one in gapped.ents] == [one.text for one in plain.ents]


@pytest.mark.skipif(MODEL is None, reason="no language model is installed")
@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(WORDS, st.integers(0, 3)), max_size=12))
def test_every_word_stands_at_its_own_offset(pieces: list[tuple[str, int]]) -> None:
    assert MODEL is not None
    text = "".join(word + " " * spaces for word, spaces in pieces)
    (doc,) = MODEL.parse([text])
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token.text)] == token.text for token in doc)


@pytest.mark.skipif(MODEL is None, reason="no language model is installed")
def test_prefix_and_its_word_are_parsed_as_one() -> None:
    assert MODEL is not None
    (doc,) = MODEL.parse(["He said Moscow de-ratified the treaty and co-operates no more."])
    lemmas = {token.text: token.lemma_ for token in doc}
    assert (lemmas["de-ratified"], lemmas["co-operates"]) == ("de-ratify", "co-operate")
