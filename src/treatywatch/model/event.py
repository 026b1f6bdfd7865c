"""Events: what is said to have happened, and the assertions that say it."""

from __future__ import annotations

from dataclasses import dataclass

from treatywatch.dates import UncertainDay
from treatywatch.model.statement import Condition
from treatywatch.model.vocabulary import EventKind, Modality, Position


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to have happened. `parts` names its parts as told (the items of a package of measures).

    A `day` that is `inferred` no words tell: it is reckoned from the day of the report whose news the event is.
    """

    kind: EventKind
    actors: tuple[str, ...]
    modality: Modality
    targets: tuple[str, ...] = ()
    treaty: str | None = None
    systems: tuple[str, ...] = ()
    day: UncertainDay | None = None
    place: str | None = None
    condition: Condition | None = None
    parts: tuple[str, ...] = ()

    @property
    def told_day(self) -> UncertainDay | None:
        """The day as words tell it; None where it is only inferred."""
        return None if self.day is None or self.day.how == "inferred" else self.day


@dataclass(frozen=True, slots=True)
class Assertion:
    """A text, in `[start, end)`, asserts (or denies, or questions) an event; `said_by` is the statement it stands in, if any."""

    id: str
    event: Event
    start: int
    end: int
    position: Position = Position.AFFIRMS
    said_by: str | None = None
