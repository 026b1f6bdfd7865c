"""Tellings that a person judged to be of one happening, or of two: what goes before the comparison of their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of ids of readings: `one` are judged to tell the same, `apart` not to."""

    one: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()

    def overruling(
        self, same: Callable[[_Item, _Item], bool], name: Callable[[_Item], str]
    ) -> Callable[[_Item, _Item], bool]:
        """The comparison `same`, but for the pairs that were judged."""
        if not self.one and not self.apart:
            return same

        def judged(a: _Item, b: _Item) -> bool:
            pair = frozenset((name(a), name(b)))
            return pair in self.one or (pair not in self.apart and same(a, b))

        return judged

    def merged(self, groups: list[list[_Item]], name: Callable[[_Item], str]) -> list[list[_Item]]:
        """The groups, those made one that hold a pair judged to be one, unless a pair of theirs is judged to be apart."""
        if not self.one:
            return groups
        made: list[list[_Item]] = []
        for group in groups:
            ids = [name(item) for item in group]
            home = next((other for other in made if self._belong(ids, [name(item) for item in other])), None)
            if home is None:
                made.append(list(group))
            else:
                home.extend(group)
        return made if len(made) == len(groups) else self.merged(made, name)

    def _belong(self, ours: Iterable[str], theirs: list[str]) -> bool:
        pairs = {frozenset((a, b)) for a in ours for b in theirs}
        return bool(pairs & self.one) and not pairs & self.apart
