"""What pledges are made of: clauses, pledges, and the moves of their state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from treatywatch.model.entry import EventEntry, StatementEntry
from treatywatch.model.passage import Ground
from treatywatch.model.statement import Condition
from treatywatch.model.vocabulary import EventKind


class PledgeState(StrEnum):
    """Open; met: done, or kept to its term; broken: the promiser did otherwise while bound; lapsed: the condition released the
    promiser, or he took the pledge back; unclear: reports conflict, or it is disputed whether the condition came true.
    """

    OPEN = "open"
    MET = "met"
    BROKEN = "broken"
    LAPSED = "lapsed"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Clause:
    """A promise or a condition, taken apart. `act` is the lexicon's word for what is done, `kind` the event kind that follows it.

    `negated`: what is told is not doing it. `relation` is the conjunction of a condition, None of a promise.
    """

    text: str
    actor: str | None
    act: str | None
    kind: EventKind | None
    object: str
    place: str | None
    negated: bool
    relation: str | None = None
    systems: tuple[str, ...] = ()
    treaties: tuple[str, ...] = ()
    classes: frozenset[str] = frozenset()
    actors: tuple[str, ...] = ()
    there: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """A change of a pledge's state on a day, with what it rests on; `events` and `statements` are ids of entries of the record."""

    day: date
    state: PledgeState
    because: str
    grounds: tuple[Ground, ...] = ()
    events: tuple[EventEntry, ...] = ()
    statements: tuple[StatementEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Pledge:
    """One pledge, however often it was repeated. `day` is the day by which it was surely made; None where no report is dated."""

    id: str
    by: str
    also_by: tuple[str, ...]
    to: tuple[str, ...]
    promise: str
    condition: Condition | None
    parsed: Clause
    parsed_condition: Clause | None
    treaties: tuple[str, ...]
    systems: tuple[str, ...]
    day: date | None
    term: date | None
    statements: tuple[StatementEntry, ...]
    moves: tuple[Move, ...] = ()

    @property
    def state(self) -> PledgeState:
        """The state after the last move."""
        return self.moves[-1].state if self.moves else PledgeState.OPEN
