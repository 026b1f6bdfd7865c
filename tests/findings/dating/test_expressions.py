"""What a day expression says of the report's day, once the day of what it tells is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.dates import UncertainDay
from treatywatch.findings.dating.expressions import publication, read_expressions
from treatywatch.language.days import find_days

FRIDAY = date(2019, 7, 5)
DAYS = st.dates(date(1986, 1, 1), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("sentence", "ahead", "first", "last"),
    [
        ("The talks failed on Friday.", False, date(2019, 7, 5), date(2019, 7, 11)),
        ("The treaty ends on Friday.", True, date(2019, 6, 28), date(2019, 7, 5)),
        ("The talks failed yesterday.", False, date(2019, 7, 6), date(2019, 7, 6)),
        ("Ministers met last week.", False, date(2019, 7, 8), date(2019, 7, 14)),
        ("Ministers met last month.", False, date(2019, 8, 1), date(2019, 8, 31)),
        ("Ministers met last year.", False, date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_expression_bounds_the_day_of_the_report(sentence: str, ahead: bool, first: date, last: date) -> None:
    (told,) = read_expressions(sentence, ())
    assert publication(told, FRIDAY, FRIDAY, ahead) == [(first, last)]


def test_another_weekday_cannot_tell_of_that_day() -> None:
    (told,) = read_expressions("The talks failed on Thursday.", ())
    assert publication(told, FRIDAY, FRIDAY, False) == []


def test_a_day_of_the_year_tells_only_of_itself() -> None:
    (told,) = read_expressions("He signed it on July 3.", ())
    assert publication(told, FRIDAY, FRIDAY, False) == []
    assert publication(told, date(2019, 7, 3), date(2019, 7, 3), False) is not None


def test_a_day_counted_from_another_says_nothing_of_the_report() -> None:
    (told,) = read_expressions("Later that month they met.", ())
    assert publication(told, FRIDAY, FRIDAY, False) is None


@given(DAYS)
def test_every_day_found_for_a_weekday_reads_it_back(day: date) -> None:
    sentence = f"The talks failed on {day:%A}."
    (told,) = read_expressions(sentence, ())
    ((first, last),) = publication(told, day, day, False) or [(day, day)]
    for step in range((last - first).days + 1):
        published = UncertainDay.on(first + timedelta(days=step), "given")
        assert [one.earliest for one in find_days(sentence, published)] == [day]
