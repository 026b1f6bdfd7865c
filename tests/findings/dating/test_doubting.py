"""A day that a report carries is doubted where its own text speaks against it."""

from __future__ import annotations

from datetime import date

import pytest

from treatywatch.dates import UncertainDay
from treatywatch.findings.dating import doubt
from treatywatch.model.annotation import Annotation
from treatywatch.model.dating import Bound
from treatywatch.model.event import Assertion, Event
from treatywatch.model.report import Report
from treatywatch.model.vocabulary import EventKind, Modality


def of(day: date, how: str = "printed") -> Report:
    return Report(
        "report:1", "The United States left.", None, None, None, None, "en", UncertainDay.on(day, how), "a.txt"
    )


def told(day: date, modality: Modality, how: str = "told") -> Annotation:
    event = Event(EventKind.WITHDRAW, ("us",), modality, treaty="inf", day=UncertainDay.on(day, how))
    return Annotation(events=(Assertion("assertion:withdraw:0", event, 0, 10),))


@pytest.mark.parametrize(
    ("published", "modality", "doubted"),
    [
        (date(2019, 7, 5), Modality.HAPPENED, True),
        (date(2019, 8, 1), Modality.HAPPENED, False),
        (date(2019, 8, 5), Modality.HAPPENED, False),
        (date(2019, 7, 5), Modality.PLANNED, False),
        (date(2024, 7, 5), Modality.PLANNED, True),
        (date(2019, 7, 5), Modality.HYPOTHETICAL, False),
    ],
)
def test_printed_day_is_doubted_where_tense_speaks_against_it(
    published: date, modality: Modality, doubted: bool
) -> None:
    found = doubt(of(published), told(date(2019, 8, 2), modality))
    assert (found is not None) is doubted
    if found is not None:
        assert found.reasons[0].bound is (Bound.NOT_BEFORE if modality is Modality.HAPPENED else Bound.NOT_AFTER)
        assert found.reasons[0].grounds[0].evidence is not None
        assert found.reasons[0].grounds[0].evidence.exact == "The United"


def test_days_counted_from_the_printed_day_cannot_contradict_it() -> None:
    assert doubt(of(date(2019, 7, 5)), told(date(2019, 8, 2), Modality.HAPPENED, "relative")) is None


def test_inferred_day_is_not_doubted() -> None:
    assert doubt(of(date(2019, 7, 5), "inferred"), told(date(2019, 8, 2), Modality.HAPPENED)) is None


def test_term_that_is_set_is_no_day_told_as_past() -> None:
    text = "Each side keeps 1,700 to 2,200 deployed warheads by 2012. The ministers met in 2012."
    published = UncertainDay.on(date(2002, 5, 27), "printed")
    report = Report("report:1", text, None, None, None, None, "en", published, "a.txt")
    year = UncertainDay("2012", date(2012, 1, 1), date(2012, 12, 31), None, "told")
    event = Event(EventKind.DEPLOY, ("us",), Modality.HAPPENED, treaty="sort", day=year)
    by_2012, in_2012 = (Assertion("assertion:deploy:0", event, *span) for span in ((0, 57), (58, len(text))))
    assert doubt(report, Annotation(events=(by_2012,))) is None
    assert doubt(report, Annotation(events=(in_2012,))) is not None
