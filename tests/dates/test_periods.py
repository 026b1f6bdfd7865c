"""The treaty calendar: counts as treaties count, and refuses what has two answers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.dates import Period, PlainDay, Rounding, add_months, month_candidates, parse_exact
from treatywatch.errors import AmbiguousDay, DayError

_DAYS = st.dates(min_value=date(1945, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (Period(days=180), "1996-10-31", "1997-04-29"),  # CWC XXI, depositary
        (Period(days=90), "2020-10-24", "2021-01-22"),  # TPNW 15
        (Period(first_of_month=6), "2000-02-29", "2000-08-01"),  # Ottawa 17
        (Period(months=6), "2025-06-27", "2025-12-27"),  # Ottawa 20
        (Period(full_days=150), "2023-06-09", "2023-11-07"),  # CFE XIX as Russia counted it
        (Period(full_days=150), "2007-07-14", "2007-12-12"),
        (Period(month_after_days=60), "2002-04-11", "2002-07-01"),  # Rome Statute 126.1
        (Period(month_after_days=60), "2004-09-21", "2004-12-01"),  # 126.2, Burundi
        (Period(month_after_days=60), "2023-12-31", "2024-03-01"),  # the sixtieth day is 29 February
        (Period(month_after_days=60), "2024-01-01", "2024-04-01"),  # the sixtieth day is itself the first of a month
        (Period(years=3), "1988-06-01", "1991-06-01"),  # INF IV.1
        (Period(months=29), "1988-06-01", "1990-11-01"),  # INF IV.2(a)
        (Period(word="end-of-following-year"), "2017-10-12", "2018-12-31"),  # UNESCO II.6
        (Period(word="same-day"), "2011-02-05", "2011-02-05"),
    ],
)
def test_periods_end_on_the_official_day(period: Period, start: str, end: str) -> None:
    assert period.end(parse_exact(start)) == parse_exact(end)


def test_six_months_from_31_august_have_no_single_answer() -> None:
    with pytest.raises(AmbiguousDay, match="name a rounding: 2019-02-28 or 2019-03-01"):
        Period(months=6).end(date(2018, 8, 31))


def test_a_named_rounding_decides_the_month_end() -> None:
    assert Period(months=6).end(date(2018, 8, 31), Rounding.LAST_DAY) == date(2019, 2, 28)
    assert Period(months=6).end(date(2018, 8, 31), Rounding.NEXT_DAY) == date(2019, 3, 1)


def test_one_year_from_29_february_has_no_single_answer() -> None:
    assert Period(years=1).ends(date(2024, 2, 29)) == (date(2025, 2, 28), date(2025, 3, 1))


@pytest.mark.parametrize("fields", [{}, {"months": 6, "days": 3}, {"days": -1}, {"word": "soon"}])
def test_a_period_says_exactly_one_thing(fields: dict[str, int | str]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Period(**fields)  # type: ignore[arg-type]


@given(_DAYS, st.integers(0, 240))
def test_month_arithmetic_keeps_the_day_or_refuses(day: date, months: int) -> None:
    candidates = month_candidates(day, months)
    if len(candidates) == 1:
        assert candidates[0].day == day.day
        assert add_months(day, months) == candidates[0]
    else:
        assert candidates[1] - candidates[0] == timedelta(days=1)
        assert candidates[1].day == 1
        with pytest.raises(AmbiguousDay):
            add_months(day, months)


@given(_DAYS, st.integers(0, 240))
def test_months_move_the_month_by_their_count(day: date, months: int) -> None:
    first = month_candidates(day, months)[0]
    assert (first.year * 12 + first.month) - (day.year * 12 + day.month) == months


@given(_DAYS, st.integers(0, 5000))
def test_full_days_end_one_day_after_plain_days(day: date, count: int) -> None:
    assert Period(full_days=count).end(day) - Period(days=count).end(day) == timedelta(days=1)


@given(_DAYS, st.integers(1, 24))
def test_the_first_of_a_month_is_a_first_and_lies_ahead(day: date, count: int) -> None:
    end = Period(first_of_month=count).end(day)
    assert end.day == 1
    assert end > day


@given(_DAYS)
def test_a_plain_day_reads_what_it_writes(day: date) -> None:
    for text in (day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}"):
        plain = PlainDay.parse(text)
        assert str(plain) == text
        assert plain.earliest <= day <= plain.latest
        assert plain.exact == (text == day.isoformat())


@pytest.mark.parametrize("text", ["2019-02-30", "2019-13", "19-07-05", "5 July 2019", "", "2019-7-5"])
def test_an_impossible_day_is_refused(text: str) -> None:
    with pytest.raises(DayError, match="day: found"):
        PlainDay.parse(text)


def test_a_month_is_no_full_day() -> None:
    with pytest.raises(DayError, match="expected a full day"):
        parse_exact("1991-12")
