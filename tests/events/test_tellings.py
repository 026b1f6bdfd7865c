"""Acts told more than once, or several in one breath: which tellings are one act, whose it is and when."""

from __future__ import annotations

from datetime import date

import pytest

from treatywatch.model.event import Event
from treatywatch.model.vocabulary import EventKind, Modality

from .test_recognise import _read

pytestmark = pytest.mark.needs_model


def _of(kind: EventKind, text: str, published: str) -> list[Event]:
    return [one.event for one in _read(text, published) if one.event.kind is kind]


def test_tests_of_two_years_before_one_noun_are_two_events() -> None:
    found = _of(EventKind.TEST, "North Korea's 2006 and 2009 nuclear tests led to sanctions.", "2013-02-13")
    assert {event.day.edtf for event in found if event.day} == {"2006", "2009"}


def test_tests_told_with_different_ordinals_are_two_events() -> None:
    text = (
        "The council condemned North Korea's second nuclear test. It had met after the North's first nuclear test too."
    )
    assert len(_of(EventKind.TEST, text, "2009-05-26")) == 2


def test_a_test_spoken_of_again_is_the_one_that_has_the_day() -> None:
    text = "North Korea carried out a nuclear test on Tuesday. The nuclear test conducted by the North was condemned in Seoul."
    (test,) = _of(EventKind.TEST, text, "2013-02-12")
    assert test.day is not None
    assert test.day.best == date(2013, 2, 12)


def test_a_rocket_and_a_bomb_are_not_one_test() -> None:
    text = "North Korea launched a rocket on Friday. It has also tested a nuclear bomb."
    assert len(_of(EventKind.TEST, text, "2012-04-14")) == 2


def test_the_news_is_not_one_of_the_meetings_of_before() -> None:
    text = "Russian and American officials have met in Geneva to discuss the INF Treaty. Their ministers met there in June."
    days = [event.told_day and event.told_day.edtf for event in _of(EventKind.TALKS, text, "1986-09-20")]
    assert sorted(days, key=str) == ["1986-06", None]


def test_two_chambers_approve_one_law_in_two_acts() -> None:
    text = "The State Duma passed the bill suspending the INF Treaty. The Federation Council approved the bill as well."
    assert len(_of(EventKind.APPROVE, text, "2019-06-27")) == 2


def test_who_condemns_a_launch_has_not_launched() -> None:
    found = _of(EventKind.TEST, "Tokyo condemned the launch of a North Korean missile on Tuesday.", "2022-10-05")
    assert [event.actors for event in found] == [("kp",)]


def test_the_day_behind_a_verb_of_saying_is_not_that_of_the_act() -> None:
    (test,) = _of(EventKind.TEST, "The Pentagon said on Monday it tested a cruise missile.", "2019-08-20")
    assert test.told_day is None


def test_a_session_called_off_is_denied() -> None:
    text = "American and Soviet negotiators met in March on the INF Treaty. A second session planned for that winter was called off."
    denied = [event for event in _of(EventKind.TALKS, text, "1988-10-06") if event.modality is Modality.DENIED]
    assert [set(event.actors) for event in denied] == [{"us", "su"}]


def test_an_answer_with_a_drill_is_the_drill_of_who_answers() -> None:
    text = "South Korea replied to the missile launch with a live-fire exercise on Wednesday."
    (drill,) = _of(EventKind.EXERCISE, text, "2022-10-06")
    assert drill.actors == ("kr",)


@pytest.mark.parametrize(
    "text",
    [
        "A nuclear test by North Korea would bring sanctions.",
        "Intelligence reports suggest that a North Korean nuclear test may be imminent.",
        "Both presidents called for the fastest possible ratification of the test ban treaty.",
    ],
)
def test_an_act_only_named_has_not_happened(text: str) -> None:
    assert not [one for one in _read(text, "2006-10-06") if one.event.kind in (EventKind.TEST, EventKind.RATIFY)]
