"""The happenings that can date a report: the settled acts, histories and deadlines of the treaties that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache
from math import log

from treatywatch import rulebook
from treatywatch.errors import TreatywatchError
from treatywatch.findings.dating.concepts import Concepts, stem
from treatywatch.model.law import Act, Treaty
from treatywatch.model.passage import Ground
from treatywatch.model.vocabulary import EventKind, Phase
from treatywatch.regime import calendar, evaluate
from treatywatch.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Happening:
    """Something with a known day, `[earliest, latest]`: an act, an item of a history, a deadline, or what a dated report tells.

    `features` are the stems and concepts of the words that tell it; `main` the concept of its verb; `persons` surnames;
    `announced`: only words are told (an announcement, a proposal), which no report tells as to come.
    """

    id: str
    treaty: str | None
    earliest: date
    latest: date
    actors: frozenset[str]
    main: frozenset[str]
    features: frozenset[str]
    says: str
    grounds: tuple[Ground, ...]
    persons: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    systems: frozenset[str] = frozenset()
    sure: float = 1.0
    announced: bool = False
    single: bool = False
    """Whether it befalls a treaty as a whole and once: its entry into force, its expiry."""

    @property
    def exact(self) -> bool:
        """Whether the day is known to the day."""
        return self.earliest == self.latest


_ANNOUNCED = {
    EventKind.WITHDRAW: EventKind.ANNOUNCE_WITHDRAWAL,
    EventKind.NOTIFY_WITHDRAWAL: EventKind.ANNOUNCE_WITHDRAWAL,
    EventKind.SUSPEND: EventKind.ANNOUNCE_SUSPENSION,
}
_ONCE = frozenset({EventKind.ENTER_INTO_FORCE, EventKind.EXPIRE})
_EFFECT = {EventKind.NOTIFY_WITHDRAWAL: EventKind.WITHDRAW}
_DUE = frozenset({"+beginning", "+ending", "+restoring"})
_UNSURE = 0.8
"""Weight of a day that was not verified in its source, or is rough."""


@dataclass(frozen=True, slots=True)
class Life:
    """The days `[begun, ended)` on which a treaty is in force; None where it never was, or still is."""

    begun: date | None
    ended: date | None
    grounds: tuple[Ground, ...]


_ENDS = frozenset({Phase.EXPIRED, Phase.TERMINATED, Phase.SUPERSEDED})


@dataclass
class Almanac:
    """Happenings by treaty, made when a report first names it; `today` bounds what can have been reported."""

    shelf: Shelf
    concepts: Concepts
    today: date
    _by_treaty: dict[str, tuple[Happening, ...]] = field(default_factory=dict)
    _lives: dict[str, Life] = field(default_factory=dict)

    @classmethod
    def of(cls, shelf: Shelf, today: date) -> Almanac:
        """The almanac of a shelf, made once for as long as the shelf is open."""
        return _made(shelf, today)

    def of_treaties(self, treaties: Iterable[str]) -> tuple[Happening, ...]:
        """The happenings of the treaties that the shelf holds."""
        found: list[Happening] = []
        known = set(self.shelf.treaty_ids())
        for id in sorted(set(treaties) & known):
            if id not in self._by_treaty:
                self._by_treaty[id] = tuple(self._happenings(id))
            found += self._by_treaty[id]
        return tuple(found)

    def life_of(self, id: str) -> Life:
        """From when to when a treaty of the shelf was in force, as far as it was by today."""
        if id not in self._lives:
            state = evaluate(rulebook.load_treaty(self.shelf, id), (), self.today)
            begun = min((step.day for step in state.steps if step.after == Phase.IN_FORCE.value), default=None)
            ended = state.phase_since if begun is not None and state.phase in _ENDS else None
            self._lives[id] = Life(begun, ended, state.grounds)
        return self._lives[id]

    def joined(self, id: str, kinds: tuple[EventKind, ...]) -> tuple[date, ...]:
        """The days on which states did acts of these kinds, in their order; none where the table of participants is not whole."""
        if id not in self.shelf.treaty_ids():
            return ()
        treaty = rulebook.load_treaty(self.shelf, id)
        if treaty.coverage is None or not treaty.coverage.complete:
            return ()
        first: dict[str, date] = {}
        for act in treaty.acts:
            day = act.received or act.notified or act.effective
            for actor in act.actors if act.kind in kinds and day is not None else ():
                assert day is not None
                first[actor] = min(day.earliest, first.get(actor, day.earliest))
        return tuple(sorted(first.values()))

    def _happenings(self, id: str) -> Iterator[Happening]:
        treaty = rulebook.load_treaty(self.shelf, id)
        for act in treaty.acts:
            yield from self._of_act(treaty, act)
        yield from self._of_history(id)
        yield from self._of_deadlines(treaty)

    def _of_act(self, treaty: Treaty, act: Act) -> Iterator[Happening]:
        """An act on each of its days: announced, notified or received, effective."""
        told: dict[tuple[date, EventKind], None] = {}
        if act.announced:
            told[(act.announced.earliest, _ANNOUNCED.get(act.kind, act.kind))] = None
        for day in (act.notified, act.received):
            if day:
                told[(day.earliest, act.kind)] = None
        if act.effective:
            told[(act.effective.earliest, _EFFECT.get(act.kind, act.kind))] = None
        spans = {day.earliest: day.latest for day in (act.announced, act.notified, act.received, act.effective) if day}
        for when, kind in told:
            main = self.concepts.of_kind(kind)
            features = self._features(act.says) if act.row is None else main
            ground = Ground(
                act=f"act:{treaty.id}:{act.id}",
                source="; ".join(_sources(treaty, act.source)),
                source_kind=act.source_kind,
                verified=act.verified,
                note=act.says,
            )
            yield Happening(
                f"act:{treaty.id}:{act.id}",
                treaty.id,
                when,
                spans[when],
                frozenset(act.actors),
                main,
                features | main,
                act.says,
                (ground,),
                self._persons(act.says),
                sure=1.0 if act.verified else _UNSURE,
                announced=kind in _ANNOUNCED.values(),
                single=kind in _ONCE and len(act.actors) != 1,
            )

    def _of_history(self, id: str) -> Iterator[Happening]:
        for item in rulebook.load_chronology(self.shelf, id):
            ground = Ground(
                act=f"history:{id}:{item.id}", source="; ".join(item.source), verified=item.verified, note=item.says
            )
            yield Happening(
                f"history:{id}:{item.id}",
                id,
                item.day.earliest,
                item.day.latest,
                self._principals(item.actors),
                self.concepts.main(item.says),
                self._features(item.says),
                item.says,
                (ground,),
                self._persons(f"{item.by or ''} {item.says}"),
                self.concepts.names(item.place or ""),
                frozenset(item.systems),
                _UNSURE if item.approximate or not item.verified else 1.0,
                self.concepts.announces(item.says),
            )

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The surnames of all holders of offices: persons are compared for themselves."""
        holders = (tenure for office in self.shelf.offices.values() for tenure in office.holders)
        return frozenset(tenure.surname.split()[-1].lower() for tenure in holders if tenure.surname)

    def _persons(self, says: str) -> frozenset[str]:
        return self.concepts.names(says) & self._surnames

    def _features(self, says: str) -> frozenset[str]:
        return self.concepts.features(says) - frozenset(map(stem, self._persons(says)))

    def _principals(self, actors: Iterable[str]) -> frozenset[str]:
        """The actors; for a joint body those whom it is named after: talks of the NATO-Russia Council are talks of both."""
        found: set[str] = set()
        for actor in actors:
            body = self.shelf.organisations.get(actor)
            first = body.name.split()[0] if body is not None else ""
            parts: set[str] = set()
            for part in first.split("-") if "-" in first else ():
                with suppress(TreatywatchError):
                    parts.add(self.shelf.resolve("actor", part))
            found |= parts or {actor}
        return frozenset(found)

    def _of_deadlines(self, treaty: Treaty) -> Iterator[Happening]:
        """What falls due: an exit on its effective day, the end of a term. What recurs for every party dates nothing."""
        for due in calendar(treaty, treaty.acts, self.today, until=self.today + timedelta(days=1500)):
            main = self.concepts.main(due.what)
            if due.actor is None or not main & _DUE:
                continue
            yield Happening(
                due.id,
                treaty.id,
                due.due,
                due.due,
                frozenset({due.actor}),
                main,
                self.concepts.features(due.what) | main,
                due.what,
                due.grounds,
                sure=_UNSURE,
            )


@lru_cache(maxsize=2)
def _made(shelf: Shelf, today: date) -> Almanac:
    return Almanac(shelf, Concepts.of(shelf), today)


def rarities(happenings: Iterable[Happening]) -> dict[str, float]:
    """How telling each feature is: the logarithm of how rarely the happenings have it (inverse document frequency)."""
    counts: dict[str, int] = {}
    total = 0
    for one in happenings:
        total += 1
        for feature in one.features:
            counts[feature] = counts.get(feature, 0) + 1
    return {feature: log((total + 1) / count) for feature, count in counts.items()}


def _sources(treaty: Treaty, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        reference = treaty.reference(name)
        yield str(reference) if reference else name
