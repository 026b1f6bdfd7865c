"""A meeting that a sentence takes for granted is told by it; one that it only wishes for or leaves open is not."""

from __future__ import annotations

from datetime import date

import pytest

from treatywatch.model.vocabulary import EventKind, Modality

from .test_recognise import _read

pytestmark = pytest.mark.needs_model


def _talks(text: str) -> list[tuple[set[str], Modality, date | None]]:
    found = [one.event for one in _read(text, "2019-07-10") if one.event.kind is EventKind.TALKS]
    return [(set(one.actors), one.modality, one.day.best if one.day is not None else None) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "On the eve of his meeting with Vladimir Putin, Donald Trump told CBS that he expected little.",
        "Donald Trump is on his way to Helsinki for his one-on-one meeting with Vladimir Putin.",
        "As Donald Trump sits down with Vladimir Putin in Helsinki, allies are nervous.",
        "The sanctions will be on the agenda of Donald Trump's meeting with Vladimir Putin in Osaka.",
    ],
)
def test_meeting_of_two_told_sides_that_the_words_only_lead_up_to_is_to_come(text: str) -> None:
    assert [(sides, mood) for sides, mood, _ in _talks(text)] == [({"us", "ru"}, Modality.PLANNED)]


def test_day_between_a_meeting_and_its_sides_is_the_meetings() -> None:
    text = "Trump said nothing bad would come out of his summit Monday with Russia's Vladimir Putin in Finland."
    assert _talks(text) == [({"us", "ru"}, Modality.PLANNED, date(2019, 7, 15))]


def test_surnames_that_a_dash_joins_are_the_two_sides_of_a_meeting() -> None:
    assert _talks("The Trump-Putin summit took place on Monday in Helsinki.") == [
        ({"us", "ru"}, Modality.HAPPENED, date(2019, 7, 8))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Critics fear that a meeting between Trump and Putin would change nothing.",
        "Donald Trump wants a summit with Vladimir Putin.",
        "When Donald Trump and Vladimir Putin meet, they usually quarrel about missiles.",
    ],
)
def test_meeting_that_is_feared_wished_for_or_repeated_tells_nothing(text: str) -> None:
    assert _talks(text) == []
