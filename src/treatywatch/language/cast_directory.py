"""The directory: offices, their titles and holders, organs and states, indexed once for all reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from treatywatch.model.actor import Office, Organisation, State


@dataclass(frozen=True, slots=True)
class TreatyFact:
    """What anaphora needs of a treaty: the years that name it ("the 1987 treaty") and its two sides, if it has two."""

    id: str
    years: tuple[int, ...] = ()
    parties: tuple[str, ...] = ()
    nature: str = "treaty"


class ShelfLike(Protocol):
    """The part of the shelf that the cast reads."""

    @property
    def states(self) -> Mapping[str, State]:
        """States by id."""

    @property
    def organisations(self) -> Mapping[str, Organisation]:
        """Organisations and organs by id."""

    @property
    def offices(self) -> Mapping[str, Office]:
        """Offices by id."""


@dataclass(slots=True)
class Directory:
    """Who can be meant: read once from the shelf, shared by all reports."""

    states: Mapping[str, State]
    organisations: Mapping[str, Organisation]
    offices: Mapping[str, Office]
    facts: Mapping[str, TreatyFact] = field(default_factory=dict)

    @classmethod
    def of(cls, shelf: ShelfLike, facts: Mapping[str, TreatyFact] | None = None) -> Directory:
        """The directory of a shelf."""
        return cls(shelf.states, shelf.organisations, shelf.offices, facts or {})
