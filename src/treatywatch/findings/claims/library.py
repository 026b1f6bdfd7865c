"""The law beside which claims are put: treaties with their occasions, standings and numbers, loaded when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from treatywatch.dates import MONTHS, PlainDay
from treatywatch.findings.claims.occasions import Occasion, occasions
from treatywatch.model.clause import Clause
from treatywatch.model.holdings import Destruction
from treatywatch.model.law import Act, Treaty
from treatywatch.model.regime import RegimeState
from treatywatch.model.vocabulary import EventKind, Phase
from treatywatch.regime import evaluate
from treatywatch.regime.days import as_known, public_acts
from treatywatch.rulebook import load_destroyed, load_treaty
from treatywatch.shelf import Shelf

RUSSIAN = frozenset({"ru", "su"})
"""Reports say Russia for the Soviet Union and the reverse; the one loosely fits where the other is meant."""

ENDED = (Phase.EXPIRED, Phase.TERMINATED, Phase.SUPERSEDED)


def loosely(actors: Iterable[str]) -> frozenset[str]:
    """The actors as reports mean them: Russia also for the Soviet Union."""
    told = frozenset(actors)
    return told | RUSSIAN if told & RUSSIAN else told


@dataclass(frozen=True)
class Law:
    """One treaty with what is asked of it. `known`: only from acts that were public by that day."""

    treaty: Treaty
    destruction: Destruction | None
    known: date | None

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """The acts that count."""
        return public_acts(self.treaty, (), self.known)

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """All days that count."""
        return tuple(
            one
            for one in occasions(as_known(self.treaty, self.known))
            if self.known is None or one.public is None or one.public <= self.known
        )

    def on(self, day: date) -> RegimeState:
        """Where the treaty stands on a day."""
        return evaluate(self.treaty, self.treaty.acts, day, self.known)

    def when(self, kinds: Iterable[EventKind], actors: Iterable[str] = ()) -> tuple[Occasion, ...]:
        """The occasions of these kinds by one of the actors, loosely."""
        wanted, told = frozenset(kinds), loosely(actors)
        return tuple(one for one in self.occasions if one.kind in wanted and one.of(told))

    @property
    def complete(self) -> bool:
        """Whether a state that the shelf does not name as a participant is surely none."""
        coverage = self.treaty.coverage
        return bool(self.treaty.sides) or (coverage is not None and coverage.complete)

    def knows(self, actor: str) -> bool:
        """Whether the shelf can tell that a state is no participant: its table is complete, or lacks others only, or a note that was
        read says so.
        """
        coverage = self.treaty.coverage
        if self.complete or any(one.actor == actor and one.verified for one in self.treaty.outsiders):
            return True
        if coverage is None or coverage.parties is None or coverage.expected is None or actor in coverage.missing:
            return False
        return 0 < coverage.expected - coverage.parties <= len(coverage.missing)

    def clauses(self, kind: type[Clause]) -> tuple[Clause, ...]:
        """The clauses of one kind."""
        return tuple(one for one in self.treaty.clauses if isinstance(one, kind))


class Library:
    """The treaties of the shelf, each loaded when it is first asked for."""

    def __init__(self, shelf: Shelf, known: date | None = None) -> None:
        self.shelf, self.known = shelf, known
        self._laws: dict[str, Law] = {}

    @cached_property
    def ids(self) -> frozenset[str]:
        """The treaties that have a file."""
        return frozenset(self.shelf.treaty_ids())

    def law(self, treaty: str) -> Law | None:
        """One treaty; None where the shelf only knows its name."""
        if treaty not in self.ids:
            return None
        if treaty not in self._laws:
            loaded = load_treaty(self.shelf, treaty)
            self._laws[treaty] = Law(loaded, load_destroyed(self.shelf, loaded), self.known)
        return self._laws[treaty]

    def name(self, actor: str) -> str:
        """What an actor is called."""
        found = self.shelf.states.get(actor) or self.shelf.organisations.get(actor)
        return found.name if found else actor

    def is_state(self, actor: str) -> bool:
        """Whether an actor is a state."""
        return actor in self.shelf.states

    def names(self, actors: Iterable[str]) -> str:
        """Several actors in words."""
        told = [self.name(actor) for actor in actors]
        return ", ".join(told[:-1]) + (" and " if len(told) > 1 else "") + told[-1] if told else ""


def in_words(day: PlainDay) -> str:
    """A plain day in words: `8 December 1987`, `March 2019`, `1991`."""
    parts = str(day).split("-")
    words = [parts[0], *(MONTHS[int(part) - 1] for part in parts[1:2]), *(str(int(part)) for part in parts[2:])]
    return " ".join(reversed(words))
