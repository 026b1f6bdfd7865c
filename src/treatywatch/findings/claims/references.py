"""What words of a text refer to beyond themselves: a name of several readings, and a month of the year that was told last."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from treatywatch.dates import PlainDay
from treatywatch.model.annotation import DayMention


@dataclass(frozen=True, slots=True)
class Referred:
    """A treaty as a sentence refers to it; `ids` are several where the name has several readings. `start` is -1 where it is implied."""

    ids: tuple[str, ...]
    start: int
    end: int


def told_apart(found: tuple[Referred, ...], beside: frozenset[str]) -> tuple[Referred, ...]:
    """A name of several readings ("the Moscow Treaty") means the treaty that is named `beside` it, where that is one of them."""
    sure = {one.ids[0] for one in found if len(one.ids) == 1}
    sure = sure if any(sure & set(one.ids) for one in found if len(one.ids) > 1) else sure | beside
    return tuple(
        Referred(tuple(meant), one.start, one.end) if len(meant := sure & set(one.ids)) == 1 else one for one in found
    )


def in_year(one: DayMention, year: int) -> DayMention:
    """A day or month of the calendar as one of a given year; anything else as it is."""
    if one.earliest is None or one.latest is None or not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", one.value):
        return one
    day = PlainDay.parse(f"{year}{one.value[4:]}")
    return replace(one, earliest=day.earliest, latest=day.latest, value=str(day))
