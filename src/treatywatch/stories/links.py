"""Which reports share copy: every pair that is proposed is verified here, and every pair that is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from treatywatch.stories.happening import Telling, far_apart
from treatywatch.stories.kinship import Kinship, compare
from treatywatch.stories.prose import Prose

REMEMBERED = 1 << 14
"""Pairs whose comparison is kept: a story's reports are asked for in turn, and each is compared with few others."""


class Links:
    """The pairs of reports, by place, that were found to be kin, or perhaps so."""

    def __init__(self, prose: Callable[[int], Prose], telling: Callable[[int], Telling]) -> None:
        self._prose, self._telling = prose, telling
        self._kin: defaultdict[int, set[int]] = defaultdict(set)
        self._doubtful: defaultdict[int, set[int]] = defaultdict(set)
        self._compared = lru_cache(maxsize=REMEMBERED)(self._compare)

    def verify(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Compare pairs, and keep those that are kin or perhaps so."""
        for a, b in pairs:
            kinship = self._compared(a, b)
            if is_linked(kinship, self._telling(a), self._telling(b)):
                self.enter(a, b, kinship.kin)

    def enter(self, a: int, b: int, kin: bool) -> None:
        """Keep a pair that was compared elsewhere."""
        if kin:
            self._kin[a].add(b)
            self._kin[b].add(a)
        else:
            self._doubtful[a].add(b)
            self._doubtful[b].add(a)

    def kin_of(self, place: int) -> set[int]:
        """The reports that share copy with one."""
        return self._kin.get(place, set())

    def near(self, place: int) -> set[int]:
        """The reports that share copy with one, or perhaps do."""
        return self.kin_of(place) | self._doubtful.get(place, set())

    def are_kin(self, a: int, b: int) -> bool:
        """Whether two share copy; a pair that nobody proposed is compared now."""
        if b in self.kin_of(a):
            return True
        if b not in self._doubtful.get(a, ()):
            self.verify([(min(a, b), max(a, b))])
        return b in self.kin_of(a)

    def between(self, a: int, b: int) -> Kinship | None:
        """What A has of B, if the pair was found to be kin or doubtful."""
        if b not in self.near(a):
            return None
        low, high = min(a, b), max(a, b)
        kinship = self._compared(low, high)
        return kinship if a == low else kinship.turned

    def _compare(self, a: int, b: int) -> Kinship:
        return compare(self._prose(a), self._prose(b))


def is_linked(kinship: Kinship, a: Telling, b: Telling) -> bool:
    """Whether a pair shares copy, or perhaps so; a small common part is background that a desk prints again days later."""
    return (kinship.kin or kinship.doubtful) and not (far_apart(a, b) and not kinship.mostly)
