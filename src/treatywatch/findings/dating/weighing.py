"""From clues to a day: the stretch of days on which most of what is told agrees.

Each clue gives every day the weight of its best option that holds the day; the weights of all clues add up. What is only told
in passing is outvoted, and listed as set aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from treatywatch.findings.dating.clues import FIRST, LAST, Clue, Option

NEAR_PEAK = 1.2
"""How far below the best-supported day a day may stay and still be a candidate (calibrated on the labelled sets together)."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days `[first, last]` with the same support."""

    first: date
    last: date
    support: float


def support(clues: Sequence[Clue], today: date) -> list[Stretch]:
    """The support of all days up to `today`, as stretches in their order."""
    end = today + _DAY
    edges = {FIRST, end}
    for clue in clues:
        for option in clue.options:
            edges |= {edge for edge in (option.earliest, min(option.latest, today) + _DAY) if FIRST <= edge <= end}
    ordered = sorted(edges)
    return [Stretch(low, high - _DAY, _weight(clues, low)) for low, high in pairwise(ordered)]


def _weight(clues: Sequence[Clue], day: date) -> float:
    """The weights of all clues for a day; of those that rest on one happening only the best."""
    total, best = 0.0, dict[object, float]()
    for clue in clues:
        option = held(clue, day)
        if option is None:
            continue
        if option.about is None:
            total += option.weight
        else:
            best[option.about] = max(option.weight, best.get(option.about, 0.0))
    return total + sum(best.values())


def held(clue: Clue, day: date) -> Option | None:
    """The option of a clue that counts for a day."""
    fitting = [option for option in clue.options if option.earliest <= day <= option.latest]
    return max(fitting, key=lambda option: (option.weight, option.earliest), default=None)


def candidates(stretches: Sequence[Stretch], slack: float = NEAR_PEAK) -> list[Stretch]:
    """The separate stretches of days whose support comes near the best, the best one first."""
    best = max((one.support for one in stretches), default=0.0)
    found: list[Stretch] = []
    for one in stretches:
        if one.support < best - slack:
            continue
        if found and found[-1].last + _DAY == one.first:
            found[-1] = Stretch(found[-1].first, one.last, max(found[-1].support, one.support))
        else:
            found.append(one)
    return sorted(found, key=lambda one: -one.support)


def is_open(stretch: Stretch, today: date) -> bool:
    """Whether nothing bounds the stretch on one side."""
    return stretch.first <= FIRST or stretch.last >= min(today, LAST)
