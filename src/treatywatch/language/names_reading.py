"""What an alias can mean, and where it was met: the nouns of the alias gate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from treatywatch.dates import PlainDay
from treatywatch.language.names_folding import lower
from treatywatch.model.actor import Office, Organisation, State

_ACTORS = ("state", "organisation", "actor")
_NOT_WORDY = re.compile(r"[^\w.'&+ ]|(?<!\w)['.]|\.(?=\w\w)")


class NameLike(Protocol):
    """One alias of the shelf."""

    @property
    def text(self) -> str:
        """The alias as printed."""

    @property
    def kind(self) -> str:
        """What it names: treaty, system, state, organisation, office, person, outlet."""

    @property
    def id(self) -> str:
        """The shelf's id."""

    @property
    def since(self) -> PlainDay | date | None:
        """The first day on which it means this."""

    @property
    def until(self) -> PlainDay | date | None:
        """The day from which on it no longer does."""

    @property
    def ambiguous(self) -> bool:
        """Whether it can mean something else."""

    @property
    def via(self) -> str | None:
        """The state organ that it names."""

    @property
    def alias_kind(self) -> str:
        """How it names: name, adjective, metonym, …"""


class Names(Protocol):
    """The part of the shelf that the gate reads."""

    @property
    def offices(self) -> Mapping[str, Office]:
        """The offices, with who held them when."""

    @property
    def organisations(self) -> Mapping[str, Organisation]:
        """The organisations and the organs of states."""

    @property
    def states(self) -> Mapping[str, State]:
        """The states."""

    @property
    def ambiguous_texts(self) -> Iterable[Ambiguous]:
        """Texts with several readings."""

    def names(self) -> Iterable[NameLike]:
        """Every alias of the shelf."""


class Ambiguous(Protocol):
    """A text with the ids that it can mean."""

    @property
    def text(self) -> str:
        """The text."""

    @property
    def candidates(self) -> tuple[str, ...]:
        """The ids, the likelier first."""

    @property
    def default(self) -> str | None:
        """The id that is meant where nothing tells otherwise."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of one alias: `form` is its folded spelling; `[low, high)` its days; `organ` the organ named, if any.

    `plain` is the form as it is compared, with spaces for punctuation; `lone` tells that print may write all of it in lower case.
    """

    form: str
    kind: str
    id: str
    low: date
    high: date
    ambiguous: bool
    organ: str | None
    alias_kind: str
    plain: str
    lone: bool

    def holds(self, on: date | None) -> bool:
        """Whether the alias means this on the day (any day fits where none is known)."""
        return on is None or self.low <= on < self.high


def _bound(day: PlainDay | date | None, open_end: date, latest: bool = False) -> date:
    """A day of an interval; a month or a year as `until` lets its last day still count."""
    if day is None:
        return open_end
    if isinstance(day, PlainDay):
        return day.latest if latest else day.earliest
    return day


def reading_of(name: NameLike, form: str) -> Reading:
    """The reading of one folded form of a name."""
    low, high = _bound(name.since, date.min), _bound(name.until, date.max, latest=True)
    kind = "actor" if name.kind in _ACTORS else name.kind
    lone = kind == "office" or (kind == "treaty" and form.count(" ") >= 2)
    return Reading(form, kind, name.id, low, high, name.ambiguous, name.via, name.alias_kind or "", spaced(form), lone)


@dataclass(frozen=True, slots=True)
class Hits:
    """A place in the text with the readings that fit; `near` marks a misspelling, `whole` one confirmed by the given name."""

    start: int
    end: int
    readings: tuple[Reading, ...]
    near: bool = False
    whole: bool = False

    def joined(self, other: Hits) -> Hits:
        """Both hits of one place."""
        return replace(self, readings=self.readings + other.readings, near=self.near and other.near)


def spaced(folded: str) -> str:
    """The folded text with spaces for all that names do not hold (quotation marks, brackets, a stop that opens a word)."""
    return _NOT_WORDY.sub(" ", folded)


def key(form: str) -> str:
    """The form as it is looked up."""
    return spaced(lower(form))
