"""Days: what expressions mean, with exact offsets, against our own cases and, where it is at hand, TimeBank."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch.dates import UncertainDay
from treatywatch.language.days import find_days, to_uncertain
from treatywatch.language.days_value import VALUE, bounds_of
from treatywatch.model.annotation import DayMention

HERE = Path(__file__).parent
CASES: dict[str, Any] = yaml.safe_load((HERE / "days_cases.yml").read_text(encoding="utf-8"))
FLOORS: dict[str, dict[str, float]] = json.loads((HERE.parent / "floors" / "days.json").read_text(encoding="utf-8"))
FRIDAY = UncertainDay.on(date(2019, 7, 5), "given")
_PIECES = [
    "on Friday",
    "last week",
    "July 3",
    "5.7.2019",
    "the third quarter of 2018",
    "a week after",
    "two days earlier",
    "May",
    "March",
    "1987",
    "2000 km",
    "that year",
    "early next month",
    "the end of",
    "10 p.m.",
    "2100 GMT",
    "every",
    "months",
    "ago",
    "three",
    "-",
    ", ",
    "\n\n",
    ". ",
    "will",
    "met",
    "it was signed",
    "the 1980s",
    "’90s",
    "99/99/9999",
    "0000-13-45",
    "February 30",
    "31 April",
    "nineteen ninety-six",
    "midnight on",
    "02:30 Moscow time",
    "(2330 GMT",
    "the eighth day of",
    "Christmas",
    "New Year's Eve",
    "the turn of the century",
    "first quarter of fiscal",
    "a year and a half",
    "three days from now",
    "the night before",
    "a year earlier",
    "the year-ago quarter",
    "later in the day",
    "of",
    "to",
    "and",
]


def _published(day: str | None) -> UncertainDay | None:
    return UncertainDay.on(date.fromisoformat(day), "given") if day else None


def _found(words: str, mentions: list[DayMention]) -> DayMention | None:
    return next((day for day in mentions if words in day.text or day.text in words), None)


def _scores() -> dict[str, float]:
    """Shares of right values, and of bounds that hold the expected ones, over all own cases; recall and precision of spans."""
    counts = dict.fromkeys(("gold", "found", "value", "bounds", "extra"), 0)
    for block in CASES["cases"]:
        for case in block["told"]:
            left = list(find_days(case["text"], _published(block["published"])))
            for words, value, low, high in case["days"]:
                counts["gold"] += 1
                day = _found(str(words), left)
                if day is None:
                    continue
                left.remove(day)
                counts["found"] += 1
                counts["value"] += value in ("-", day.value)
                counts["bounds"] += _hold(day.earliest, low, 1) and _hold(day.latest, high, -1)
            counts["extra"] += len(left)
    gold = counts["gold"]
    return {
        "expressions": gold,
        "recall": counts["found"] / gold,
        "precision": counts["found"] / (counts["found"] + counts["extra"]),
        "value": counts["value"] / gold,
        "bounds": counts["bounds"] / gold,
    }


def _hold(bound: date | None, told: str | None, sign: int) -> bool:
    """Whether a bound leaves in what it must hold (an open bound holds all)."""
    if told in ("-", None) or bound is None:
        return told in ("-", None) or bound is None
    limit = date.fromisoformat(told)
    return bound <= limit if sign > 0 else bound >= limit


def test_own_expressions_keep_to_the_floors() -> None:
    scores = _scores()
    for name, floor in FLOORS["own"].items():
        assert scores[name] >= floor, f"{name}: {scores[name]:.3f} < {floor}"


@pytest.mark.parametrize("text", CASES["none"])
def test_names_and_numbers_are_no_days(text: str) -> None:
    assert find_days(text, FRIDAY) == ()


def test_a_weekday_told_in_the_past_is_the_last_one_and_told_ahead_the_next() -> None:
    past, ahead = find_days("They met on Monday. They will meet on Monday.", FRIDAY)
    assert (past.value, ahead.value) == ("2019-07-01", "2019-07-08")


def test_an_anchored_phrase_is_a_duration_and_no_day() -> None:
    (found,) = find_days("The talks came a week after the ministers agreed.", FRIDAY)
    assert (found.type, found.value, found.earliest) == ("DURATION", "P1W", None)


def test_without_a_report_day_relative_days_stay_open() -> None:
    friday, week = find_days("Ministers met on Friday and agreed last week.")
    assert (friday.value, week.value) == ("XXXX-WXX-5", "XXXX-WXX")
    assert friday.earliest is friday.latest is week.earliest is None


def test_a_day_known_only_to_the_month_resolves_nothing_relative() -> None:
    month = UncertainDay("2019-07", date(2019, 7, 1), date(2019, 7, 31), None, "metadata")
    (found,) = find_days("They met on Friday.", month)
    assert found.value == "XXXX-WXX-5"


def test_an_uncertain_day_says_whether_the_text_tells_it_or_the_report_day_does() -> None:
    told, relative = (
        to_uncertain(day) for day in find_days("Signed on 8 December 1987, it was suspended in March.", FRIDAY)
    )
    assert (told.edtf, told.how, told.best) == ("1987-12-08", "told", date(1987, 12, 8))
    assert (relative.edtf, relative.how, relative.best) == ("2019-03", "relative", None)


def test_weeks_and_seasons_become_edtf() -> None:
    week, season = (to_uncertain(day) for day in find_days("Last week and in the summer of 2018 they met.", FRIDAY))
    assert (week.edtf, season.edtf) == ("2019-06-24/2019-06-30", "2018-22")


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=12), max_size=12).map(" ".join), st.none() | st.dates())
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_with_exact_offsets_and_sound_values(text: str, published: date | None) -> None:
    end = 0
    for day in find_days(text, UncertainDay.on(published, "given") if published else None):
        assert end <= day.start < day.end <= len(text)
        assert day.text == text[day.start : day.end]
        assert VALUE.match(day.value), day.value
        assert day.type in ("DATE", "TIME", "DURATION", "SET")
        assert day.earliest is None or day.latest is None or day.earliest <= day.latest
        assert to_uncertain(day).earliest == day.earliest
        end = day.end


@given(st.dates())
def test_the_bounds_of_a_full_day_are_that_day(day: date) -> None:
    assert bounds_of(day.isoformat()) == (day, day)


@pytest.mark.needs_data
def test_timebank_and_aquaint_keep_to_the_floors(data: Path) -> None:
    relaxed, value = _timebank(data / "data" / "timex" / "dev.jsonl")
    floors = FLOORS["timebank"]
    assert relaxed >= floors["relaxed_f1"]
    assert value >= floors["value_f1"]


def _timebank(path: Path) -> tuple[float, float]:
    """Relaxed and value F1, in per cent, matched as TempEval-3 does."""
    relaxed = value = total = 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            left = list(find_days(document["text"], _published(document["dct"][:10])))
            total += len(left) + len(document["timex3"])
            for want in document["timex3"]:
                over = [day for day in left if day.start < want["end"] and want["start"] < day.end]
                if over:
                    best = max(over, key=lambda day: min(day.end, want["end"]) - max(day.start, want["start"]))
                    left.remove(best)
                    relaxed += 1
                    value += best.value == want["value"]
    return 200 * relaxed / total, 200 * value / total
