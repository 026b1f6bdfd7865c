"""Quotation marks: every kind, pairs over paragraphs, and marks in odd numbers."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.language.quotations import Quotations, pair
from treatywatch.language.sentences import paragraphs

TEXTS = st.text(alphabet="ab. ,\n\"'“”‘’«»„`", max_size=80) | st.text(max_size=80)


def read(text: str) -> Quotations:
    return pair(text, paragraphs(text))


def quoted(text: str) -> list[str]:
    return [text[one.inner_start : one.inner_end] for one in read(text).found]


@given(text=TEXTS)
def test_quotations_are_ordered_disjoint_and_inside_the_text(text: str) -> None:
    found = read(text).found
    assert all(0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text) for q in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


@given(text=TEXTS)
def test_what_is_refused_is_not_quoted(text: str) -> None:
    reading = read(text)
    assert all(0 <= span.start < span.end <= len(text) for span in reading.refused)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "no" twice.', ["no"]),
        ("He said “no” and “never”.", ["no", "never"]),
        ("Er sagte „nein“ dazu.", ["nein"]),
        ("Il a dit «non» hier.", ["non"]),
        ("Han sagde »nej« til det.", ["nej"]),
        ("It is ''over'' now.", ["over"]),
        ("He called it a ‘joke’ again.", ["joke"]),
        ("The allies' plan isn't 'shifting blame', he said.", ["shifting blame"]),
        ("‘It is the allies’ plan,’ he said.", ["It is the allies’ plan,"]),
        ("It’s Russia’s missile, isn’t it?", []),
        ('A 5" pipe and a "plan".', ["plan"]),
        ("“He said ‘no’ to us.”", ["He said ‘no’ to us."]),
    ],
)
def test_pairs_are_found(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


def test_a_quotation_over_paragraphs_is_kept_in_linked_pieces() -> None:
    found = read("“First part.\n\n“Second part.\n\n“Last part,” he said.").found
    assert [(q.continued, q.open_end) for q in found] == [(False, True), (True, True), (True, False)]


@pytest.mark.parametrize("text", ['He said "no and left.', "He said “no and left.", 'He "said" it "again.'])
def test_an_odd_mark_is_refused_and_the_rest_is_kept(text: str) -> None:
    reading = read(text + '\n\nShe said "yes" later.')
    assert len(reading.refused) == 1
    assert "yes" in [(text + '\n\nShe said "yes" later.')[q.inner_start : q.inner_end] for q in reading.found]
