"""The answer for a day: phase, standings, clocks, readings, and the reasons for each. All computed, none stored as truth."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from treatywatch.dates import PlainDay
from treatywatch.model.noun import noun
from treatywatch.model.participation import Coverage
from treatywatch.model.passage import Ground
from treatywatch.model.vocabulary import EventKind, Operation, Phase, StandingKind


@noun(frozen=True, slots=True)
class StopCondition:
    """What would stop a running clock: in words, by whose say, and on which ground."""

    says: str
    holder: str | None
    ground: Ground

    def __str__(self) -> str:
        return f"{self.says} ({self.ground.article})" if self.ground.article else self.says


@noun(frozen=True, slots=True)
class Step:
    """One change on the way to an answer: on `day`, by `kind`, under the rule `says`. `projected`: a clock carried forward."""

    id: str
    day: date
    kind: EventKind
    aspect: str
    before: str
    after: str
    says: str
    grounds: tuple[Ground, ...]
    act: str | None = None
    clause: str | None = None
    projected: bool = False


@noun(frozen=True, slots=True)
class Standing:
    """One participant on one day. `since`/`until` bound the standing `[since, until)`; `until` is told where a clock ends it.

    `disputed_by`: who disputes an act on which the row rests. `steps` lead back to acts and clauses.
    """

    id: str
    actor: str
    side: str | None
    standing: StandingKind
    operation: Operation
    toward: tuple[str, ...]
    since: date | None
    until: date | None
    disputed_by: tuple[str, ...]
    projected: bool
    grounds: tuple[Ground, ...]
    operation_since: date | None = None
    disavowed: bool = False
    steps: tuple[Step, ...] = ()


@noun(frozen=True, slots=True)
class Clock:
    """A clock that runs on the day asked. `due`: the day from whose 00:00 its effect holds; None where readings differ."""

    id: str
    what: str
    actor: str | None
    due: date | None
    stops_if: tuple[StopCondition, ...]
    grounds: tuple[Ground, ...]
    starts: date | None = None
    candidates: tuple[date, ...] = ()
    act: str | None = None
    clause: str | None = None


@noun(frozen=True, slots=True)
class Reading:
    """One holder's view of the treaty on the day, where views differ."""

    id: str
    holder: str
    phase: Phase
    says: str
    grounds: tuple[Ground, ...]


@noun(frozen=True, slots=True)
class Observed:
    """Who keeps to the treaty on the day without being bound by it, since when, and until when (None: no end is known)."""

    id: str
    actors: tuple[str, ...]
    says: str
    since: PlainDay
    until: PlainDay | None
    grounds: tuple[Ground, ...]


@noun(frozen=True, slots=True)
class RelatedTreaty:
    """Another treaty that this one touches, and on whose word."""

    treaty: str
    kind: str
    says: str
    grounds: tuple[Ground, ...]


@noun(frozen=True, slots=True)
class RegimeState:
    """Where a treaty stands on the day `on`, from what was public by `known` (None: all that the shelf holds)."""

    id: str
    treaty: str
    on: date
    known: date | None
    phase: Phase
    phase_since: date | None
    binding: bool
    never_in_force: bool
    projected: bool
    readings: tuple[Reading, ...]
    participants: tuple[Standing, ...]
    clocks: tuple[Clock, ...]
    related: tuple[RelatedTreaty, ...]
    grounds: tuple[Ground, ...]
    steps: tuple[Step, ...] = ()
    coverage: Coverage | None = None
    observed: tuple[Observed, ...] = ()

    def participant(self, actor: str) -> Standing | None:
        """The row of one actor."""
        return next((row for row in self.participants if row.actor == actor), None)


class DeadlineState(StrEnum):
    """Past (and not known to be met), still running, stopped before it was due, or met."""

    PAST = "past"
    RUNNING = "running"
    STOPPED = "stopped"
    MET = "met"


@noun(frozen=True, slots=True)
class Deadline:
    """A dated consequence of a clause. `last_day`: the last full day, where the term is over from 00:00 of `due`.

    `coverage`: how complete the table of participants is from which the treaty's deadlines are reckoned.
    """

    id: str
    due: date
    what: str
    treaty: str
    actor: str | None
    state: DeadlineState
    grounds: tuple[Ground, ...]
    edge: str = "by"
    last_day: date | None = None
    note: str | None = None
    clause: str | None = None
    coverage: Coverage | None = None


@noun(frozen=True, slots=True)
class Candidate:
    """One answer where readings differ. `authority`: what stands behind it, None where nothing binding does."""

    effective: date
    reading: str
    holder: str | None
    authority: str | None


@noun(frozen=True, slots=True)
class Reckoning:
    """What the treaty's rule makes of an act, real or hypothetical. `effective` is None where no one answer has authority."""

    treaty: str
    act: EventKind
    day: PlainDay
    actor: str | None
    effective: date | None
    candidates: tuple[Candidate, ...]
    article: str | None
    rule: str
    conditions: tuple[str, ...]
    grounds: tuple[Ground, ...]


@noun(frozen=True, slots=True)
class Reason:
    """A node of `why`: what it says, what it rests on, and because of what."""

    id: str
    says: str
    grounds: tuple[Ground, ...]
    because: tuple[Reason, ...] = ()


class Fit(StrEnum):
    """How a claimed figure lies to the classes that a treaty defines: wholly inside, in part, outside, or not to be told."""

    INSIDE = "inside"
    IN_PART = "in-part"
    OUTSIDE = "outside"
    OPEN = "open"


@noun(frozen=True, slots=True)
class ClassAnswer:
    """Whether a system falls under a treaty's classes if one claim holds. `because` tells what decided: range, type or launch.

    `classes` and `banned_by` are articles; the answer is conditional on the claim of `by` and rules on nothing.
    """

    id: str
    treaty: str
    system: str
    by: str
    holder: str | None
    figure: str
    fit: Fit
    because: str
    classes: tuple[str, ...]
    banned_by: tuple[str, ...]
    conditions: tuple[str, ...]
    says: str
    grounds: tuple[Ground, ...]
