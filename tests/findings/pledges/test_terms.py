"""Until when a pledge holds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.findings.pledges.terms import term_of

SAID = date(2020, 1, 15)


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("to destroy them by the end of 2018", date(2019, 1, 1)),
        ("not to test before July 1993", date(1993, 7, 1)),
        ("to keep to the limits until it expires in February 2026", date(2026, 3, 1)),
        ("to keep to the limits until 5 February 2026", date(2026, 2, 5)),
        ("not to deploy them for one year", date(2021, 1, 15)),
        ("to keep to the limits for one year after 5 February 2026", date(2027, 2, 5)),
        ("to halt tests for 90 days", date(2020, 4, 14)),
        ("to disable the plant by 31 December", date(2020, 12, 31)),
        ("to disable the plant by January 10", date(2021, 1, 10)),
        ("to freeze tests until June", date(2020, 7, 1)),
        ("to destroy them by the end of the year", date(2021, 1, 1)),
        ("to destroy them by year's end", date(2021, 1, 1)),
        ("to destroy them by the end of next year", date(2022, 1, 1)),
        ("not to test before next year", date(2021, 1, 1)),
        ("not to deploy them until the others do", None),
        ("not to be moved by the year that was", None),
        ("not to test on 31 February 2020", None),
    ],
)
def test_term_is_read_from_its_words(text: str, over: date | None) -> None:
    assert term_of(text, SAID) == over


def test_length_without_a_known_start_gives_no_term() -> None:
    assert term_of("not to test for one year", None) is None


@given(st.text(max_size=80), st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_any_text_is_read_without_an_error(text: str, said: date) -> None:
    assert term_of(text, said) is None or isinstance(term_of(text, said), date)


@given(
    st.integers(1, 999), st.sampled_from(["day", "week", "month", "year"]), st.dates(date(1950, 1, 1), date(2050, 1, 1))
)
def test_a_length_ends_after_it_began(count: int, unit: str, said: date) -> None:
    over = term_of(f"to halt tests for {count} {unit}s", said)
    assert over is not None
    assert over > said


def test_a_year_from_a_leap_day_ends_on_the_first_of_march() -> None:
    assert term_of("for one year", date(2000, 2, 29)) == date(2001, 3, 1)
