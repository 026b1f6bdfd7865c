"""Sentences and paragraphs: what ends one, and that nothing is lost."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.language.sentences import paragraphs, split

PIECES = st.sampled_from(
    [
        *(
            "Gen. Smith",
            "the U.S.",
            "No. 5",
            "missiles.Both",
            "START .",
            "...",
            "…",
            "?",
            "!",
            ".",
            '"',
            "”",
            "“",
            ". .",
            "\n",
            "\n\n",
        ),
        *(
            "BRUSSELS (AP) -",
            "- item",
            "1. first",
            "a.m.",
            "word",
            "The",
            "ALL CAPS",
            "\t",
            "\x0c",
            "\u2029",
            "\u00a0",
            "é",
            "🙂",
            ")",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=150)


def pieces(text: str) -> list[str]:
    return [sentence.of(text) for sentence in split(text)]


@given(text=TEXTS)
def test_sentences_are_ordered_disjoint_and_lose_no_visible_character(text: str) -> None:
    found = split(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    assert all(before.paragraph <= after.paragraph for before, after in itertools.pairwise(found))
    covered = {at for one in found for at in range(one.start, one.end)}
    assert all(char.isspace() for at, char in enumerate(text) if at not in covered)
    assert all(not one.of(text)[0].isspace() and not one.of(text)[-1].isspace() for one in found)


@given(text=TEXTS)
def test_every_sentence_stands_in_its_paragraph(text: str) -> None:
    found = paragraphs(text)
    for one in split(text):
        start, end = found[one.paragraph]
        assert start <= one.start
        assert one.end <= end


@pytest.mark.parametrize(
    "text",
    [
        "He met Gen. Lee in St. Petersburg on Jan. 4.",
        "The U.S. Army tested it.",
        "See No. 5 of the list.",
        "Article VI.2 counts them, Mr. Lavrov said.",
        "“Why now?” he asked.",
        '"Enough!" President Putin said.',
        "It flies 480.5 km, i.e. too little.",
        "The talks ... went on for hours.",
        "J. K. Smith signed it.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert pieces(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They left. The door closed.", 2),
        ("It was made in the U.S. The test failed.", 2),
        ("It cannot stop missiles.Both sides know it.", 2),
        ("“It is over.” He left.", 2),
        ("“It is over. We are done,” he said.", 2),
        ("He left... Then it rained.", 2),
        ("Is it over? Nobody knows! Ask again.", 3),
        ("THE TREATY IS DEAD. NATO SAYS SO.", 2),
    ],
)
def test_a_sentence_ends_where_the_next_begins(text: str, count: int) -> None:
    assert len(pieces(text)) == count


@pytest.mark.parametrize("text", ["Visit www.example.Com today", "Write to a.b@c.De now", "Mail U.S.Navy there"])
def test_a_name_with_full_stops_is_not_torn(text: str) -> None:
    assert pieces(text) == [text]


def test_a_heading_is_not_fused_into_the_paragraph_below() -> None:
    found = split("Cornerstone of arms control\n\nThe treaty was signed in 1987. It held.")
    assert [(one.heading, one.paragraph) for one in found] == [(True, 0), (False, 1), (False, 1)]


@pytest.mark.parametrize(
    "label",
    [
        "BRUSSELS:",
        "BRUSSELS (AFP) -",
        "SEOUL (Agence-style) --",
        "MOSCOW, July 5 (Reuters) -",
        "FLINT, Mich., Oct. 4 (UPI) —",
    ],
)
def test_a_dateline_is_a_piece_of_its_own(label: str) -> None:
    found = split(f"{label} The talks failed. They will resume.")
    assert [one.heading for one in found] == [True, False, False]
    assert found[0].end == len(label)


def test_a_stray_full_stop_belongs_to_the_sentence_before() -> None:
    assert pieces("It limits warheads. . The rest follows.") == ["It limits warheads. .", "The rest follows."]


def test_lines_wrapped_at_a_column_are_one_paragraph() -> None:
    first = "The ministers agreed on a package of measures that would be used if the"
    text = f"{first}\nother side let the deadline pass without destroying the missile.\n"
    assert len(paragraphs(text)) == 1


def test_items_of_a_list_are_paragraphs() -> None:
    assert len(paragraphs("Agreed:\n- more exercises\n- more radars\n- fewer words")) == 4


def test_an_empty_text_has_no_sentence() -> None:
    assert split("") == ()
    assert split(" \n\t ") == ()


SPLIT = """Moscow answered on Friday .
" We leave nothing unanswered , " the minister said .

" The treaty stands .
It stands for both , " he added .

The talks go on in Geneva .
A date was not told .
"""


def test_text_that_has_a_sentence_a_line_keeps_its_paragraphs_and_its_lines() -> None:
    found = split(SPLIT)
    assert [one.paragraph for one in found] == [0, 0, 1, 1, 2, 2]
    assert [one.of(SPLIT) for one in found] == [line for line in SPLIT.splitlines() if line]


def test_paragraphs_of_several_sentences_on_single_lines_are_no_sentences() -> None:
    text = "\n".join(["Moscow answered on Friday. It said no more.", "Berlin waits. So does Paris.", ""] * 6)
    assert len(split(text)) == 24


def test_a_line_that_breaks_off_within_a_word_goes_on_in_the_next() -> None:
    long = "The Union deeply deplores the decision of the Russian Federation to revoke its ratification of the Comprehensive Nuclear-"
    text = f"{long}\nTest-Ban Treaty. It calls on Russia to respect it."
    assert [one.of(text) for one in split(text)] == [f"{long}\nTest-Ban Treaty.", "It calls on Russia to respect it."]


@pytest.mark.parametrize("label", ["10:14", "(2/4)", "9.05 p.m. -", "(1/3) BREAKING:", "13:20 Recap:"])
def test_what_opens_an_entry_or_a_post_is_a_piece_of_its_own(label: str) -> None:
    text = f"{label} The North has fired a missile."
    assert [one.of(text) for one in split(text)] == [label, "The North has fired a missile."]


@pytest.mark.parametrize("text", ["10:14 was the time of it.", "3/4 of them left.", "2.50 dollars it cost."])
def test_other_numbers_open_no_entry(text: str) -> None:
    assert [one.of(text) for one in split(text)] == [text]
