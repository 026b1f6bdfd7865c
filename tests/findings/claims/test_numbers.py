"""Numbers, their hedges and their rounding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.findings.claims import load_claims
from treatywatch.findings.claims.articles import number_of
from treatywatch.findings.claims.numbers import Fit, Told, find_numbers, value_of
from treatywatch.shelf import open_shelf


@pytest.mark.parametrize(
    ("told", "hedge", "actual", "fit"),
    [
        (2692, "", 2692, Fit.FITS),
        (2700, "", 2692, Fit.FITS),
        (2700, "about", 2692, Fit.FITS),
        (2700, "below", 2692, Fit.FITS),
        (2600, "above", 2692, Fit.FITS),
        (1000, "above", 2692, Fit.NEAR),
        (2800, "above", 2692, Fit.OFF),
        (2000, "about", 2692, Fit.OFF),
        (2000, "about", 1846, Fit.FITS),
        (2000, "below", 2692, Fit.OFF),
        (2611, "", 2692, Fit.OFF),
        (1500, "", 1550, Fit.NEAR),
        (1500, "about", 1550, Fit.FITS),
        (1700, "", 1550, Fit.OFF),
        (850, "about", 846, Fit.FITS),
        (1846, "", 654, Fit.OFF),
    ],
)
def test_rounding_and_hedges_are_judged_as_a_reader_would(told: float, hedge: str, actual: float, fit: Fit) -> None:
    assert Told(0, 1, told, hedge).fit(actual) is fit


@given(st.integers(min_value=1, max_value=10**6), st.sampled_from(["", "about", "below", "above"]))
def test_a_number_fits_itself_however_it_is_hedged(value: int, hedge: str) -> None:
    assert Told(0, 1, value, hedge).fit(value) is Fit.FITS


@given(st.integers(min_value=0, max_value=10**7))
def test_digits_with_and_without_commas_mean_the_same(value: int) -> None:
    assert value_of(f"{value:,}") == value_of(str(value)) == value


@pytest.mark.parametrize(("words", "value"), [("six", 6), ("twenty-nine", 29), ("ninety", 90), ("two hundred", 200)])
def test_numbers_in_words_are_read(words: str, value: int) -> None:
    assert value_of(words) == value


def test_a_hedge_belongs_to_the_number_after_it_and_no_more_than_is_none() -> None:
    lexicon = load_claims(open_shelf())
    text = "about 2,700 missiles, more than 846, no more than 1,550 warheads"
    found = [(one.value, one.hedge) for one in find_numbers(text, text, 0, len(text), lexicon)]
    assert found == [(2700, "about"), (846, "above"), (1550, "")]


@pytest.mark.parametrize(
    ("article", "number"), [("XV.2", 15), ("x", 10), ("IV", 4), ("20.2", 20), ("XIX", 19), ("Protocol I", None)]
)
def test_articles_are_compared_by_their_number(article: str, number: int | None) -> None:
    assert number_of(article) == number


def test_a_number_that_is_part_of_a_name_is_none() -> None:
    text = "ss-20 missiles, 1,700-2,200 warheads"
    found = [one.value for one in find_numbers(text, text.replace("-", " "), 0, len(text), load_claims(open_shelf()))]
    assert found == [1700, 2200]
