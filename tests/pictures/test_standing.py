"""The course of standings, and its picture."""

from __future__ import annotations

import itertools
import re
from datetime import date

import lxml.etree
import pytest

from treatywatch.model.vocabulary import Operation, StandingKind
from treatywatch.pictures.course import Stretch, alike, clipped, course
from treatywatch.pictures.standing import COLOURS, FAINT, INK, Frame, draw
from treatywatch.regime import evaluate
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import open_shelf

ON = date(2019, 7, 5)


@pytest.fixture(scope="module")
def stretches() -> tuple[Stretch, ...]:
    law = load_treaty(open_shelf(), "inf")
    return course(law, lambda day: evaluate(law, law.acts, day, None), ON)


def test_stretches_follow_each_other_without_a_gap(stretches: tuple[Stretch, ...]) -> None:
    for actor in {stretch.actor for stretch in stretches}:
        own = [stretch for stretch in stretches if stretch.actor == actor]
        assert own[-1].until is None
        for before, after in itertools.pairwise(own):
            assert before.until == after.since
            assert not before.continues(after)


def test_every_stretch_tells_what_the_regime_says_on_its_first_day(stretches: tuple[Stretch, ...]) -> None:
    law = load_treaty(open_shelf(), "inf")
    for stretch in stretches:
        row = evaluate(law, law.acts, stretch.since).participant(stretch.actor)
        assert row is not None
        assert (row.standing, row.operation) == (stretch.standing, stretch.operation)


def test_what_comes_after_the_day_asked_is_projected(stretches: tuple[Stretch, ...]) -> None:
    assert all(stretch.projected for stretch in stretches if stretch.since > ON)
    last = [stretch for stretch in stretches if stretch.actor == "us"][-1]
    assert (last.since, last.standing, last.projected) == (date(2019, 8, 2), StandingKind.FORMER, True)


def test_who_went_the_same_way_stands_together() -> None:
    def bound(actor: str) -> Stretch:
        return Stretch(actor, "ussr", ON, None, StandingKind.PARTY, Operation.FULL)

    suspended = Stretch("ru", "ussr", ON, None, StandingKind.PARTY, Operation.CLAIMED_SUSPENDED)
    assert list(alike([bound("by"), suspended, bound("kz")])) == [("by", "kz"), ("ru",)]


def test_who_differed_only_before_is_alike_within_a_frame() -> None:
    early = Stretch("at", None, date(1998, 1, 1), None, StandingKind.PARTY, Operation.FULL)
    late = Stretch("fi", None, date(2012, 1, 1), None, StandingKind.PARTY, Operation.FULL)
    assert list(alike(clipped([early, late], date(2017, 1, 1), date(2020, 1, 1)))) == [("at", "fi")]
    assert list(alike(clipped([early, late], date(2000, 1, 1), date(2020, 1, 1)))) == [("at",), ("fi",)]


@pytest.mark.slow
def test_the_picture_is_one_whole_element_that_refers_to_nothing_outside(stretches: tuple[Stretch, ...]) -> None:
    names = {stretch.actor: f"<{stretch.actor}> & co" for stretch in stretches}
    svg = draw(stretches, Frame(date(2017, 7, 5), date(2019, 10, 1), ON, names), "A <title>", "b & c", "p")
    root = lxml.etree.fromstring(svg.encode())
    assert root.get("role") == "img"
    assert not re.search(r"(href|src)=|https?://(?!www\.w3\.org/2000/svg)|<script|<style|<image", svg)
    assert [root[0].text, root[1].text] == ["A <title>", "b & c"]
    words = {text.strip() for text in root.itertext()}
    assert {"withdrawing", "claimed-suspended", "party", "<us> & co"} <= words


def test_every_word_has_a_colour_of_its_own_and_its_text_can_be_read() -> None:
    words = {word.value for word in StandingKind} | {word.value for word in Operation}
    assert set(COLOURS) == words
    bars = [bar for bar, _ in COLOURS.values()]
    assert len({*bars, INK, FAINT}) == len(bars) + 2
    for bar, ink in COLOURS.values():
        assert _contrast(bar, ink) >= 4.5


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2, 1.4.3)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
