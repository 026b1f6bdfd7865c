"""The news of a report that tells no day is of the week before it; what looks back has none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch.dates import UncertainDay
from treatywatch.events.news_days import with_days_of_news
from treatywatch.model.event import Assertion, Event
from treatywatch.model.vocabulary import EventKind, Modality

from .test_recognise import _read

pytestmark = pytest.mark.needs_model
ON = "2004-11-15"


def _only(text: str, kind: EventKind, published: str | None = ON) -> Event:
    (event,) = [one.event for one in _read(text, published) if one.event.kind is kind]
    return event


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russia has suspended its participation in the New START treaty, the Kremlin said.", EventKind.SUSPEND),
        ("North Korea fired a ballistic missile into the sea.", EventKind.TEST),
        ("Russia left the Open Skies Treaty, dismissing the 1992 pact as irrelevant.", EventKind.WITHDRAW),
        ("The Senate ratified New START. Senators embraced.", EventKind.RATIFY),
        ("Washington welcomed the outcome after talks between Russia and the United States.", EventKind.TALKS),
    ],
)
def test_news_without_a_day_is_of_the_week_before_the_report(text: str, kind: EventKind) -> None:
    event = _only(text, kind)
    assert event.day == UncertainDay("2004-11-08/2004-11-15", date(2004, 11, 8), date(2004, 11, 15), None, "inferred")
    assert event.told_day is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Moscow criticised the United States, which withdrew from the ABM Treaty.", EventKind.WITHDRAW),
        ("The United States had withdrawn from the ABM Treaty, he recalled.", EventKind.WITHDRAW),
        ("The United States previously withdrew from the ABM Treaty.", EventKind.WITHDRAW),
        ("India never signed the NPT.", EventKind.SIGN),
        ("The United States will withdraw from the ABM Treaty.", EventKind.WITHDRAW),
        ("Berlin regretted the withdrawal of the United States from the ABM Treaty.", EventKind.WITHDRAW),
        ("Talk. " * 130 + "\n\nThe United States withdrew from the ABM Treaty.", EventKind.WITHDRAW),
    ],
)
def test_what_looks_back_or_ahead_or_stands_far_below_has_no_day(text: str, kind: EventKind) -> None:
    assert _only(text, kind).day is None


def test_a_day_that_words_tell_is_kept() -> None:
    event = _only("North Korea fired a ballistic missile on Friday.", EventKind.TEST)
    assert event.day is not None
    assert (event.day.best, event.day.how) == (date(2004, 11, 12), "relative")


def test_a_report_without_a_day_infers_none() -> None:
    assert _only("North Korea fired a ballistic missile into the sea.", EventKind.TEST, None).day is None


@given(on=st.dates(date(1946, 1, 1), date(2040, 12, 31)))
@settings(max_examples=50)
def test_an_inferred_day_spans_the_week_up_to_the_report(on: date) -> None:
    told = Assertion("assertion:test:0", Event(EventKind.TEST, ("kp",), Modality.HAPPENED), 0, 10)
    (found,) = with_days_of_news([told], {told.id}, on)
    assert found.event.day is not None
    assert (found.event.day.earliest, found.event.day.latest) == (on - timedelta(days=7), on)
    assert with_days_of_news([told], (), on) == (told,)
