"""Days as tables tell them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.dates import PlainDay
from treatywatch.findings.tables.told import order_of, swapped, told

from .conftest import Lint

_DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-07-05", "2019-07-05"), ("2019/7/5", "2019-07-05"), ("20190705", "2019-07-05"), ("2019-07-05 00:00:00", "2019-07-05"),
        ("2019-07-05T00:00:00Z", "2019-07-05"), ("5 July 2019", "2019-07-05"), ("5th of July, 2019", "2019-07-05"),
        ("July 5, 2019", "2019-07-05"), ("5-Jul-2019", "2019-07-05"), ("Sept. 5, 2019", "2019-09-05"), ("5.7.2019", "2019-07-05"),
        ("25/07/2019", "2019-07-25"), ("07/25/2019", "2019-07-25"), ("05/05/2019", "2019-05-05"),
        ("July 2019", "2019-07"), ("2019-07", "2019-07"),
        ("2019", "2019"), ("2019.0", "2019"), ("1802-04-18?", "1802-04-18"), ("2019-07-??", "2019-07"),
    ],
)  # fmt: skip
def test_a_day_in_many_forms(text: str, day: str) -> None:
    found = told(text, None).day
    assert found is not None
    assert (found.earliest, found.latest) == (PlainDay.parse(day).earliest, PlainDay.parse(day).latest)


@pytest.mark.parametrize("text", ["", "-", "NA", "n/a", "9999-12-31", "None", "not yet"])
def test_a_cell_that_tells_no_day(text: str) -> None:
    assert told(text, None) == told("", None)


@pytest.mark.parametrize(
    "text", ["2019-02-30", "31/04/2019", "2019-13-01", "13/13/2019", "30 February 2019", "00/01/2019"]
)
def test_a_day_that_cannot_be(text: str) -> None:
    assert told(text, None).problem == "impossible"


@pytest.mark.parametrize("text", ["someday", "5/7/19", "43651", "2019-07-05-01", "Tuesday"])
def test_a_cell_that_cannot_be_read(text: str) -> None:
    assert told(text, None).problem == "unreadable"


def test_the_letters_of_the_united_nations_tell_the_kind() -> None:
    assert told("11 Sep 2002 a", None).kind == "accession"
    assert told("2002-09-11 (A)", None).kind == "acceptance"
    assert str(told("23 Oct 2006 d", None).day) == "2006-10-23"


def test_five_seven_is_two_days_until_the_order_is_known() -> None:
    assert [str(day) for day in told("05/07/2019", None).readings] == ["2019-07-05", "2019-05-07"]
    assert str(told("05/07/2019", "dmy").day) == "2019-07-05"
    assert str(told("05/07/2019", "mdy").day) == "2019-05-07"


def test_a_number_above_twelve_tells_the_order_and_two_that_differ_do_not() -> None:
    assert order_of(["05/07/2019", "25/07/2019"]) == "dmy"
    assert order_of(["05/07/2019", "07/25/2019"]) == "mdy"
    assert order_of(["25/07/2019", "07/25/2019"]) is None


def test_an_unclear_day_is_told_once_for_its_column_and_not_compared(lint: Lint) -> None:
    table = "state,deposited,in force\nAFG,09/08/2003,01/02/2003\nALB,11/05/1994,\n"
    found = lint(table, treaty="cwc")
    assert [(one.rule, one.field, one.severity) for one in found] == [
        ("ambiguous-day", "deposited", "warning"),
        ("ambiguous-day", "in force", "warning"),
    ]
    assert found[0].found == "'09/08/2003', and 1 more"
    assert found[0].expected == "2003-08-09 or 2003-09-08: say --dates dmy or --dates mdy"
    assert lint(table, treaty="cwc", order="dmy")[0].rule == "in-force-before-consent"


@given(_DAYS)
def test_every_calendar_day_is_read_back(day: date) -> None:
    for text in (day.isoformat(), f"{day:%d %B %Y}", f"{day:%B %d, %Y}", f"{day:%d.%m.%Y}"):
        assert told(text, None).day == PlainDay(day, day, day.isoformat())


@given(_DAYS)
def test_exchanging_day_and_month_twice_changes_nothing(day: date) -> None:
    turned = swapped(PlainDay.of(day))
    assert turned is None or swapped(PlainDay.of(turned)) == day


@given(st.text(max_size=30))
def test_no_cell_stops_the_reading(text: str) -> None:
    told(text, None)
