"""What stands beside an act and is its own or not: the day of another verb, the doer in the clause behind, the sides of a treaty."""

from __future__ import annotations

import pytest

from treatywatch.model.event import Event

from .test_recognise import _read

pytestmark = pytest.mark.needs_model


def _told(text: str, published: str, kind: str) -> Event:
    (event,) = [one.event for one in _read(text, published) if one.event.kind.value == kind]
    return event


def test_what_has_been_done_since_is_not_of_the_day_of_the_verb_before() -> None:
    text = "The CFE Treaty was amended in 1999 in Istanbul and has so far only been ratified by Russia and Belarus."
    assert _told(text, "2007-07-16", "ratify").day is None


def test_who_did_it_stands_in_the_clause_behind_the_noun() -> None:
    text = "The Security Council condemned the nuclear test that North Korea said it conducted Monday."
    assert _told(text, "2006-10-14", "test").actors == ("kp",)


def test_no_plan_has_a_day_that_is_over_so_it_is_that_of_the_announcement() -> None:
    text = "Pyongyang announced it would pull out of the Non-Proliferation Treaty on January 10, 2003."
    day = _told(text, "2003-02-01", "announce-withdrawal").day
    assert day is not None
    assert day.edtf == "2003-01-10"


def test_a_treaty_between_two_was_signed_by_both() -> None:
    assert _told("It began with the signing of the INF Treaty.", "1991-05-13", "sign").actors == ("us", "su")


@pytest.mark.parametrize(
    ("text", "published", "kind", "treaty"),
    [
        ("More than 100 nations signed a treaty banning chemical weapons on Wednesday.", "1993-01-14", "sign", "cwc"),
        ("The two leaders signed a treaty to scrap medium-range missiles on Tuesday.", "1987-12-09", "sign", "inf"),
        ("Norway ratified the convention prohibiting cluster bombs on Thursday.", "2009-01-02", "ratify", "ccm"),
        ("Norway will ratify a treaty banning cluster munitions.", "2006-01-02", "ratify", None),
    ],
)
def test_a_treaty_is_known_by_what_it_is_about_once_there_is_one(
    text: str, published: str, kind: str, treaty: str | None
) -> None:
    assert _told(text, published, kind).treaty == treaty
