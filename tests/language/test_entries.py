"""Lines of a chronology: the day at their head."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.language.entries import as_prose, entry_head, year_above


@pytest.mark.parametrize(
    ("line", "day", "told"),
    [
        ("Dec. 8, 1987: Reagan and Gorbachev sign the treaty.", "Dec. 8, 1987", "Reagan"),
        ("3 December 1997 – 122 states sign it.", "3 December 1997", "122"),
        ("• May 1991 — The last missile is destroyed.", "May 1991", "The"),
        ("Late 2012: Finland accedes.", "Late 2012", "Finland"),
        ("2019-08-02: The treaty ends.", "2019-08-02", "The"),
        ("March 11-15, 1992 - Talks are held.", "March 11-15, 1992", "Talks"),
    ],
)
def test_a_line_may_open_with_its_day(line: str, day: str, told: str) -> None:
    head = entry_head(line)
    assert head is not None
    assert line[head[0] : head[1]] == day
    assert line[head[2] :].startswith(told)


@pytest.mark.parametrize(
    "line",
    [
        "In 1987: a year of hope, they signed.",
        "1,550: that is the limit.",
        "2018-2019: nothing.",
        "MOSCOW, July 5 (Wire) - Russia left.",
        "May: a difficult month.",
        "9M729: the missile in question.",
        "Article 15: withdrawal",
    ],
)
def test_other_lines_have_no_head(line: str) -> None:
    assert entry_head(line) is None


def test_the_head_is_read_as_prose_would_have_it() -> None:
    assert as_prose("• May 1991 — The last is destroyed.") == "  May 1991,  The last is destroyed."


@given(st.text(max_size=60) | st.just("2 May 1991 - ").flatmap(lambda head: st.text(max_size=30).map(head.__add__)))
def test_no_line_changes_its_length(line: str) -> None:
    assert len(as_prose(line)) == len(line)


def test_the_year_of_a_line_stands_at_its_head_or_above_it() -> None:
    text = "2007: Russia suspends it in December.\n\n2019\nFeb. 1: Washington suspends it.\nAug. 2: It ends.\n"
    assert year_above(text, text.index("December")) == 2007
    assert year_above(text, text.index("Feb.")) == 2019
    assert year_above(text, text.index("Aug.")) == 2019
    assert year_above("Russia left it in December.", 18) is None
