"""Day expressions labelled before they were run (tests/labels/days): their values, and bounds that hold the true day."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch.cli.annotate_lines import published_on
from treatywatch.language.days import find_days
from treatywatch.language.days_zones import day_where_written
from treatywatch.model.annotation import DayMention

TESTS = Path(__file__).parent.parent
SETS = sorted((TESTS / "labels" / "days").glob("*.yml"))
FLOORS: dict[str, dict[str, float]] = json.loads((TESTS / "floors" / "days.json").read_text(encoding="utf-8"))


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def days_in(text: str, published: str | None) -> list[DayMention]:
    return list(find_days(text, published_on(published, text) if published else None))


def holds(day: DayMention, true: str | None) -> bool:
    """Whether the bounds hold the true day or span; an expression that stands for no day must tell none."""
    if true == "-":
        return True
    if true is None or (day.earliest is None and day.latest is None):
        return true is None and day.earliest is None and day.latest is None
    first, _, last = true.partition("/")
    low, high = date.fromisoformat(first), date.fromisoformat(last or first)
    return (day.earliest is None or day.earliest <= low) and (day.latest is None or day.latest >= high)


def scores(label: Any) -> dict[str, float]:
    """Recall and precision of expressions; of all expressions, the shares with the right value and with bounds that hold."""
    gold = found = value = bounds = extra = 0
    for case in label["told"]:
        left = days_in(case["text"], case["published"])
        for words, wanted, true in case["days"]:
            gold += 1
            day = next((day for day in left if str(words) in day.text or day.text in str(words)), None)
            if day is None:
                continue
            left.remove(day)
            found += 1
            value += wanted in ("-", day.value)
            bounds += holds(day, true)
        extra += len(left)
    return {
        "expressions": gold,
        "recall": found / gold,
        "precision": found / (found + extra),
        "value": value / gold,
        "bounds": bounds / gold,
    }


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_labelled_expressions_keep_to_the_floors(path: Path) -> None:
    got = scores(read(path))
    for name, floor in FLOORS[path.stem].items():
        assert got[name] >= floor, f"{path.stem} {name}: {got[name]:.3f} < {floor}"


@pytest.mark.parametrize("text", [text for path in SETS for text in read(path)["none"]])
def test_labelled_names_and_numbers_are_no_days(text: str) -> None:
    assert days_in(text, "2019-07-05") == []


def test_two_readings_of_one_moment_fall_on_the_days_of_their_zones() -> None:
    moscow, london = days_in("It flew at 02:30 Moscow time on Friday (2330 GMT).", "2019-07-05")
    assert (moscow.value, london.value) == ("2019-07-05T02:30", "2019-07-04T23:30")


def test_the_reading_that_tells_the_day_may_stand_second() -> None:
    tehran, london = days_in("The strike came at 1:20 a.m. Tehran time (2150 GMT on Tuesday).", "2020-01-08")
    assert (tehran.value, london.value) == ("2020-01-08T01:20", "2020-01-07T21:50")


def test_a_clock_of_no_known_zone_is_left_alone() -> None:
    first, second = days_in("It flew at 02:30 local time on Friday (2330 GMT).", "2019-07-05")
    assert (first.value, second.value) == ("2019-07-05T02:30", "2019-07-05T23:30")


@pytest.mark.parametrize(
    ("published", "text", "day"),
    [
        ("2023-02-21T21:45:00Z", "MOSCOW (Wire) - The Duma voted.", "2023-02-22"),
        ("2023-02-21T20:30:00Z", "MOSCOW (Wire) - The Duma voted.", "2023-02-21"),
        ("2011-07-01T20:30:00Z", "MOSCOW (Wire) - The Duma voted.", "2011-07-02"),  # UTC+4 from 2011 to 2014
        ("2018-05-09T01:40:00Z", "Deal over\n\nWASHINGTON, May 8 (Wire) -- He left it.", "2018-05-08"),
        ("2018-05-09T01:40:00Z", "SPRINGFIELD, May 8 (Wire) -- He left it.", "2018-05-08"),
        ("2018-05-09T01:40:00Z", "SPRINGFIELD, May 3 (Wire) -- He left it.", "2018-05-09"),
        ("2018-05-09T01:40:00+03:00", "He left it.", "2018-05-09"),
        ("2018-05-09 23:40", "MOSCOW (Wire) - He left it.", "2018-05-09"),
        ("2018-05-09", "MOSCOW (Wire) - He left it.", "2018-05-09"),
        ("9999-12-31T23:00:00Z", "TOKYO (Wire) - It is late.", "9999-12-31"),
    ],
)
def test_a_moment_falls_on_the_day_of_the_place_where_the_text_is_written(published: str, text: str, day: str) -> None:
    assert published_on(published, text).edtf == day


@given(
    st.text(max_size=40) | st.sampled_from(["MOSCOW, Feb 30 (Wire) - Yes.", "NO WHERE, May 1 - Yes.", "A/B..C -- x"]),
    st.datetimes(timezones=st.builds(timezone, st.integers(-23, 23).map(lambda hours: timedelta(hours=hours)))),
)
@settings(max_examples=100, deadline=None)
def test_the_day_where_a_text_is_written_is_at_most_a_day_from_the_stamp(text: str, moment: datetime) -> None:
    assert abs((day_where_written(text, moment) - moment.date()).days) <= 2
