"""What the tellings of a report say of which acts they mean, gathered while its sentences are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from treatywatch.dates import UncertainDay
from treatywatch.events.happenings import Doubts
from treatywatch.events.marks import Mark
from treatywatch.model.event import Assertion
from treatywatch.model.vocabulary import EventKind

_SEVERAL = 2
_SPOKEN_OF = frozenset({EventKind.TEST, EventKind.INSPECT, EventKind.DEPLOY, EventKind.VOTE})
"""Kinds of which a report speaks again without their day ("the test", "the inspectors' visit")."""


@dataclass(slots=True)
class Tellings:
    """By their ids: `unsure`, `faint` and `marks` as in `Doubts`; `borrowed`: nobody is told to act, who does was sought around them."""

    unsure: set[str] = field(default_factory=set)
    faint: set[str] = field(default_factory=set)
    borrowed: set[str] = field(default_factory=set)
    news: set[str] = field(default_factory=set)
    marks: dict[str, Mark] = field(default_factory=dict)

    def note(self, told: Assertion, mark: Mark, unsure: bool, known: bool) -> None:
        """Keep what a telling says; `known`: its words speak of an act as of one that the reader has heard of ("his meeting with him")."""
        self.marks[told.id] = mark
        if unsure:
            self.unsure.add(told.id)
        if told.event.day is None and (known or (told.event.kind in _SPOKEN_OF and mark.known)):
            self.faint.add(told.id)

    def of_one(self, one: Assertion, other: Assertion) -> bool:
        """Whether two tellings of a sentence with the same kind and actors may be of one act."""
        if self.marks[one.id].speaks_against(self.marks[other.id]):
            return False
        day, former = one.event.day, other.event.day
        if one.event.kind is EventKind.TEST and (day is None) != (former is None):
            return False  # the fuller one is kept when all have been read
        return day is None or former is None or day.overlaps(former)

    def each_day(self, told: Assertion, days: Sequence[tuple[int, UncertainDay]]) -> Iterator[Assertion]:
        """As in "its 2006 and 2009 tests": one act for each of several days (with their offsets) before the noun; else the act itself."""
        if len(days) < _SEVERAL:
            yield told
            return
        for start, day in days:
            id = f"assertion:{told.event.kind.value}:{start}"
            self.marks[id] = self.marks[told.id]
            yield replace(told, id=id, event=replace(told.event, day=day))

    def each_treaty(self, told: Assertion, others: Sequence[tuple[int, str]]) -> Iterator[Assertion]:
        """As in "signed the NPT and the CTBT": the act, and one like it for each of the `others` (with their offsets)."""
        yield told
        for start, treaty in others:
            id = f"assertion:{told.event.kind.value}:{start}"
            self.marks[id] = self.marks[told.id]
            yield replace(told, id=id, event=replace(told.event, treaty=treaty))

    def doubts(self, sides: tuple[str, ...], on: date | None, houses: Mapping[str, str]) -> Doubts:
        """What is doubtful about the report's tellings; `sides`, `on` and `houses` as in `Doubts`."""
        return Doubts(frozenset(self.unsure), frozenset(self.faint), sides, self.marks, on, houses)
