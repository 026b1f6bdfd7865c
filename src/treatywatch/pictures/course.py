"""The course of standings: each participant's standing and operation from day to day, as stretches that pictures and tables show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from treatywatch.model.law import Treaty
from treatywatch.model.regime import RegimeState, Standing
from treatywatch.model.vocabulary import Operation, StandingKind

Evaluate = Callable[[date], RegimeState]
"""The regime on a day, from what the question lets be known."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A participant's standing and operation over `[since, until)`; `until` None: open. `projected`: a clock carried forward."""

    actor: str
    side: str | None
    since: date
    until: date | None
    standing: StandingKind
    operation: Operation
    disputed_by: tuple[str, ...] = ()
    projected: bool = False

    def continues(self, other: Stretch) -> bool:
        """Whether `other`, which follows, tells the same."""
        mine = (self.actor, self.standing, self.operation, self.projected)
        return mine == (other.actor, other.standing, other.operation, other.projected)


def turning_days(treaty: Treaty, states: Iterable[RegimeState]) -> tuple[date, ...]:
    """The days on which something may change: the days of all acts, of the steps that led to the given states, and of clocks."""
    days: set[date] = set()
    for act in treaty.acts:
        told = (act.announced, act.notified, act.received, act.effective, act.until)
        days.update(day.earliest for day in told if day is not None)
    for state in states:
        days.update(step.day for step in state.steps)
        days.update(step.day for row in state.participants for step in row.steps)
        days.update(clock.due for clock in state.clocks if clock.due)
    return tuple(sorted(days))


def course(treaty: Treaty, evaluate: Evaluate, on: date) -> tuple[Stretch, ...]:
    """Every participant's stretches up to the last clock that runs on `on`; those after `on` are projected."""
    now = evaluate(on)
    horizon = max([on, *(clock.due for clock in now.clocks if clock.due)])
    days = [day for day in turning_days(treaty, [now]) if day <= horizon]
    found: dict[str, list[Stretch]] = {}
    for day in sorted({*days, *([on] if not days else [])}):
        for row in evaluate(day).participants:
            _extend(found.setdefault(row.actor, []), _stretch(row, day, day > on))
    return tuple(stretch for stretches in found.values() for stretch in stretches)


def _stretch(row: Standing, day: date, later: bool) -> Stretch:
    return Stretch(row.actor, row.side, day, None, row.standing, row.operation, row.disputed_by, later or row.projected)


def _extend(stretches: list[Stretch], following: Stretch) -> None:
    if stretches and stretches[-1].continues(following):
        return
    if stretches:
        stretches[-1] = replace(stretches[-1], until=following.since)
    stretches.append(following)


def alike(stretches: Iterable[Stretch]) -> dict[tuple[str, ...], tuple[Stretch, ...]]:
    """The stretches by the participants that share them: who went the same way stands together, in the order of first appearance."""
    by_actor: dict[str, list[Stretch]] = {}
    for stretch in stretches:
        by_actor.setdefault(stretch.actor, []).append(stretch)
    together: dict[tuple[Stretch, ...], list[str]] = {}
    for actor, own in by_actor.items():
        together.setdefault(tuple(replace(each, actor="", disputed_by=()) for each in own), []).append(actor)
    return {tuple(actors): tuple(replace(each, actor=actors[0]) for each in own) for own, actors in together.items()}


def clipped(stretches: Iterable[Stretch], since: date, until: date) -> tuple[Stretch, ...]:
    """The stretches as far as they lie in `[since, until)`: who differed only before or after is alike within it."""
    cut = ((each, max(each.since, since), min(each.until or until, until)) for each in stretches)
    return tuple(replace(each, since=first, until=last) for each, first, last in cut if first < last)
