"""Spans are found by place as a walk through all of them would find them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from treatywatch.language.intervals import Intervals

_SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda one: (one[0], one[0] + one[1])))
_WINDOW = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda one: (one[0], one[0] + one[1]))


def _numbered(spans: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    return [(start, end, number) for number, (start, end) in enumerate(spans)]


@given(_SPANS, _WINDOW)
def test_what_shares_a_character_with_a_window_is_found_in_the_order_of_starts(
    spans: list[tuple[int, int]], window: tuple[int, int]
) -> None:
    walked = [one for one in _numbered(spans) if one[0] < window[1] and window[0] < one[1]]
    assert Intervals(_numbered(spans)).over(*window) == sorted(walked, key=lambda one: one[0])


@given(_SPANS, _WINDOW)
def test_what_lies_in_a_window_as_a_whole_is_found_in_the_order_of_starts(
    spans: list[tuple[int, int]], window: tuple[int, int]
) -> None:
    walked = [one for one in _numbered(spans) if window[0] <= one[0] and one[1] <= window[1]]
    assert Intervals(_numbered(spans)).inside(*window) == sorted(walked, key=lambda one: one[0])


def test_a_text_without_spans_has_none_anywhere() -> None:
    assert Intervals[str]([]).over(0, 10) == []
    assert Intervals[str]([]).inside(0, 10) == []
