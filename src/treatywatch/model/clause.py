"""Clauses: what an article says, as data. The kinds are a closed set of classes; a treaty file only chooses one and gives values."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from treatywatch.dates import Period, PlainDay, Rounding
from treatywatch.model.clause_parts import (
    SAME_DAY,
    ClockRule,
    CountedPeriod,
    Interval,
    LateJoiner,
    Level,
    Quota,
    RangeMeasure,
    Start,
)
from treatywatch.model.noun import noun
from treatywatch.model.vocabulary import EventKind


@noun(frozen=True, slots=True, kw_only=True)
class _Clause:
    """What every clause carries.

    `says` is in our own words. `verified` is true only where the clause was read in a text or a verbatim quotation; `unread`
    tells which parts of it nobody read. `source` names entries of the treaty's references. `binds`: sides; empty means all.
    """

    article: str
    says: str
    source: tuple[str, ...]
    verified: bool
    level: Level
    unread: str | None = None
    note: str | None = None
    binds: tuple[str, ...] = ()
    clocks: tuple[ClockRule, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Definition(_Clause):
    """Defines a term; a class of weapons also by launch mode, type and range.

    Or it lists `members` by name (ids of systems), which are then of the class whose term is `of`, whatever range is claimed.
    """

    kind: ClassVar[str] = "definition"
    term: str
    launch: str | None = None
    types: tuple[str, ...] = ()
    range: Interval | None = None
    members: tuple[str, ...] = ()
    of: str | None = None


@noun(frozen=True, slots=True, kw_only=True)
class Ban(_Clause):
    """Bans acts (possess, produce, flight-test, launch …) with the members of defined classes, from a day on."""

    kind: ClassVar[str] = "ban"
    bans: tuple[str, ...]
    classes: tuple[str, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Limit(_Clause):
    """A ceiling on a number."""

    kind: ClassVar[str] = "limit"
    counts: str
    at_most: int
    unit: str


@noun(frozen=True, slots=True, kw_only=True)
class Counting(_Clause):
    """How something counts against a limit, or which range a type is given (`measures`)."""

    kind: ClassVar[str] = "counting"
    counts: str
    measures: tuple[RangeMeasure, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Elimination(_Clause):
    """Members of defined classes must be gone by a day (its clock)."""

    kind: ClassVar[str] = "elimination"
    classes: tuple[str, ...]
    items: tuple[str, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Obligation(_Clause):
    """Obliges to something that no narrower kind covers."""

    kind: ClassVar[str] = "obligation"
    obliges: str


@noun(frozen=True, slots=True, kw_only=True)
class Permission(_Clause):
    """Allows something, or takes something out of a ban."""

    kind: ClassVar[str] = "permission"
    allows: str
    quotas: tuple[Quota, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class InspectionRight(_Clause):
    """A right to inspect, with its quotas; its clocks say from when and until when."""

    kind: ClassVar[str] = "inspection-right"
    inspection: str
    quotas: tuple[Quota, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class DataExchange(_Clause):
    """Data that must be given, and when."""

    kind: ClassVar[str] = "data-exchange"
    data: str


@noun(frozen=True, slots=True, kw_only=True)
class Body(_Clause):
    """Sets up a commission or a channel."""

    kind: ClassVar[str] = "body"
    name: str


@noun(frozen=True, slots=True, kw_only=True)
class EntryIntoForce(_Clause):
    """When the treaty enters into force, and for whom.

    `by`: exchange of instruments, signature, `deposits` (so many, or `all_signatories`, and among them the `named` states; then
    `period` runs, and the day is not before `not_before` from the opening for signature), `waiver` (state by state, once each has
    waived or met the conditions), or a `day` that the instrument names. `late`: the rule for those who consent later.
    """

    kind: ClassVar[str] = "entry-into-force"
    by: Literal["exchange", "signature", "deposits", "waiver", "day"]
    deposits: int | None = None
    named: tuple[str, ...] = ()
    all_signatories: bool = False
    period: Period = SAME_DAY
    not_before: Period | None = None
    late: LateJoiner | None = None


@noun(frozen=True, slots=True, kw_only=True)
class ProvisionalApplication(_Clause):
    """Parts applied before entry into force; `whole` where it is the treaty as such."""

    kind: ClassVar[str] = "provisional-application"
    of: tuple[str, ...]
    whole: bool = False


@noun(frozen=True, slots=True, kw_only=True)
class Duration(_Clause):
    """How long the treaty lasts: a `period` from its entry into force, or `until` a day that it names; neither: without end.

    `until` is the day from whose 00:00 the treaty is over: of a treaty in force *through* 31 December it is 1 January.
    """

    kind: ClassVar[str] = "duration"
    period: Period | None = None
    until: PlainDay | None = None


@noun(frozen=True, slots=True, kw_only=True)
class Extension(_Clause):
    """May be extended by so much at most, so many times, counted from the expiry that it replaces.

    Without `at_most` it may be extended without end. `by`: agreement of the parties, or a vote of their conference.
    """

    kind: ClassVar[str] = "extension"
    at_most: Period | None = None
    times: int | None = None
    by: Literal["agreement", "vote"] = "agreement"


@noun(frozen=True, slots=True, kw_only=True)
class Withdrawal(_Clause):
    """Notice of withdrawal: how long, from which day, to whom, and what ends with it.

    `ends`: `treaty` where nothing is left once one side is out, `leaver` where the treaty goes on among the others.
    `conditions` must hold on the last day or the exit is held back (Ottawa 20.3). `not_before`: no notice before so long after entry
    into force: the treaty's (Outer Space XVI), or with `not_before_starts` the leaver's own (Paris 28). `counted`: other ways in
    which the period is counted.
    """

    kind: ClassVar[str] = "withdrawal"
    period: Period
    starts: Start
    addressee: str
    ends: Literal["treaty", "leaver"]
    statement_required: bool = False
    later_day_allowed: bool = False
    rounding: Rounding | None = None
    conditions: tuple[str, ...] = ()
    not_before: Period | None = None
    not_before_starts: Start = Start.ENTRY_INTO_FORCE
    counted: tuple[CountedPeriod, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Snapback(_Clause):
    """Brings back what the arrangement had ended (Resolution 2231, OP11-12): `period` after the notification, unless stopped."""

    kind: ClassVar[str] = "snapback"
    period: Period
    starts: Start
    restores: str
    counted: tuple[CountedPeriod, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Suspension(_Clause):
    """Foresees that its operation be suspended, and how."""

    kind: ClassVar[str] = "suspension"
    period: Period
    starts: Start = Start.NOTICE


@noun(frozen=True, slots=True, kw_only=True)
class Supersession(_Clause):
    """Replaces another treaty when this one enters into force."""

    kind: ClassVar[str] = "supersession"
    treaty: str


@noun(frozen=True, slots=True, kw_only=True)
class Amendment(_Clause):
    """How the treaty is amended."""

    kind: ClassVar[str] = "amendment"
    procedure: str


@noun(frozen=True, slots=True, kw_only=True)
class GeneralRule(_Clause):
    """A rule of general law that stands in where a treaty is silent (Vienna Convention on the Law of Treaties).

    `period` runs from `starts`; without one the rule sets no clock. `conditions` are told with every answer that rests on it.
    """

    kind: ClassVar[str] = "general-rule"
    governs: tuple[EventKind, ...]
    period: Period | None = None
    starts: Start | None = None
    conditions: tuple[str, ...] = ()


Clause: TypeAlias = (
    Definition
    | Ban
    | Limit
    | Counting
    | Elimination
    | Obligation
    | Permission
    | InspectionRight
    | DataExchange
    | Body
    | EntryIntoForce
    | ProvisionalApplication
    | Duration
    | Extension
    | Withdrawal
    | Suspension
    | Snapback
    | Supersession
    | Amendment
    | GeneralRule
)
"""Any clause. A treaty that fits no kind means a new class with a test, never a mini-language in the files."""
