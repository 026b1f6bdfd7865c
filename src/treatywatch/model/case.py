"""Cases: a question and its answer as a lawyer would write them from the treaty, run against the program."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, TypeAlias

from treatywatch.dates import PlainDay
from treatywatch.model.noun import noun
from treatywatch.model.regime import DeadlineState, Fit
from treatywatch.model.vocabulary import EventKind, Operation, Phase, StandingKind


@noun(frozen=True, slots=True, kw_only=True)
class _Case:
    """What every case carries: a sentence, and where its answer is read (`article` or another text, and `source`)."""

    name: str
    source: str
    verified: bool
    article: str | None = None


@noun(frozen=True, slots=True, kw_only=True)
class ExpectedRow:
    """What is expected of one actor; a field left out is not asked about."""

    actor: str
    standing: StandingKind
    operation: Operation | None = None
    since: date | None = None
    until: date | None = None
    projected: bool | None = None
    disputed_by: tuple[str, ...] | None = None


@noun(frozen=True, slots=True, kw_only=True)
class ExpectedClock:
    """A clock expected to run: of whom (none: of the treaty), and until when. `stopped_by`: words of what would stop it."""

    due: date
    actor: str | None = None
    stopped_by: tuple[str, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class StatusCase(_Case):
    """Where the treaty stands on a day. `clocks`, where given, are all the notices and terms that run; `observed_by` all who keep
    to the treaty without being bound.
    """

    kind: ClassVar[str] = "status"
    on: date
    known: date | None = None
    phase: Phase
    projected: bool = False
    rows: tuple[ExpectedRow, ...] = ()
    clocks: tuple[ExpectedClock, ...] | None = None
    held_by: tuple[str, ...] = ()
    never_in_force: bool | None = None
    observed_by: tuple[str, ...] | None = None


@noun(frozen=True, slots=True, kw_only=True)
class ReckonCase(_Case):
    """What the rule makes of an act. Without `effective` no single day is expected; `candidates` then lists the readings."""

    kind: ClassVar[str] = "reckon"
    act: EventKind
    day: PlainDay
    actor: str | None = None
    effective: date | None = None
    candidates: tuple[date, ...] | None = None
    condition: str | None = None


@noun(frozen=True, slots=True, kw_only=True)
class DeadlineCase(_Case):
    """When a deadline falls, and its state on a day."""

    kind: ClassVar[str] = "deadline"
    deadline: str
    due: date
    on: date
    state: DeadlineState
    last_day: date | None = None


@noun(frozen=True, slots=True, kw_only=True)
class LimitCase(_Case):
    """Whether a weapon of a type and a launch mode falls under a class if its range is from `low` to `high` (None: open).

    `exclusive` names the bounds that the range does not reach. `banned_by`, where given, are all articles that ban the class.
    """

    kind: ClassVar[str] = "limit"
    type: str
    launch: tuple[str, ...]
    fit: Fit
    classes: tuple[str, ...] = ()
    banned_by: tuple[str, ...] | None = None
    low: float | None = None
    high: float | None = None
    unit: str = "km"
    exclusive: tuple[str, ...] = ()


Case: TypeAlias = StatusCase | ReckonCase | DeadlineCase | LimitCase
