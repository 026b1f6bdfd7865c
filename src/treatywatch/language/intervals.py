"""Spans of one text, found by place without walking through all of them (a long report has thousands)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


class Intervals(Generic[T]):
    """Things of the spans `[start, end)`, in the order of their starts (of one start: as given)."""

    def __init__(self, spans: Iterable[tuple[int, int, T]]) -> None:
        self._spans = sorted(spans, key=lambda one: one[0])
        self._starts = [start for start, _, _ in self._spans]
        self._longest = max((end - start for start, end, _ in self._spans), default=0)

    def over(self, start: int, end: int) -> list[tuple[int, int, T]]:
        """Those that share a character with `[start, end)`."""
        low, high = bisect_right(self._starts, start - self._longest), bisect_left(self._starts, end)
        return [one for one in self._spans[low:high] if start < one[1]]

    def inside(self, start: int, end: int) -> list[tuple[int, int, T]]:
        """Those that lie in `[start, end)` as a whole."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [one for one in self._spans[low:high] if one[1] <= end]
