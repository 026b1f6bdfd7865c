"""Parts of clauses: what sets a clock and what it brings, ranges and quotas, how a clause was read, who joins late."""

from __future__ import annotations

from enum import StrEnum

from treatywatch.dates import Period, PlainDay
from treatywatch.model.noun import noun

SAME_DAY = Period(word="same-day")
"""No time at all between what starts a clock and what it brings."""


class Level(StrEnum):
    """How a clause was read: in a treaty text, in a verbatim quotation, in an official account, elsewhere, or not at all."""

    TEXT = "text"
    QUOTATION = "quotation"
    OFFICIAL = "official"
    SECONDARY = "secondary"
    MEMORY = "memory"


class Start(StrEnum):
    """The day that starts a treaty's clock."""

    SIGNATURE = "signature"
    ENTRY_INTO_FORCE = "entry-into-force"
    OWN_ENTRY = "own-entry-into-force"
    OPENING = "opening-for-signature"
    NOTICE = "notice"
    RECEIPT = "receipt"
    DEPOSIT = "deposit"
    EXCHANGE = "exchange"
    EXPIRY = "expiry"


class Edge(StrEnum):
    """Whether something must be done by the day, is allowed or due from it, or ends with it."""

    BY = "by"
    FROM = "from"
    UNTIL = "until"


@noun(frozen=True, slots=True, kw_only=True)
class ClockRule:
    """A dated consequence of a clause. `period` runs from `starts`; or the clause names a `day`, told once `starts` has come.

    With `every` it recurs: the first interval begins at the end of `period`, each lasts `every`, and the deadline is `closes`
    after the interval's last day. `last_day` is the last full day that an official source prints. `met_by`: acts that met it.
    `held`: acts by which what recurs was held, on days that only the parties fix; the next falls due `every` after the last of them.
    """

    id: str
    says: str
    starts: Start
    period: Period = SAME_DAY
    day: PlainDay | None = None
    edge: Edge = Edge.BY
    every: Period | None = None
    closes: Period | None = None
    last_day: PlainDay | None = None
    met_by: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    note: str | None = None


@noun(frozen=True, slots=True, kw_only=True)
class Interval:
    """A range of a measured quantity. An open end excludes its bound (II.5 of the INF Treaty: above 1,000 km, to 5,500 km)."""

    unit: str
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False


@noun(frozen=True, slots=True, kw_only=True)
class Quota:
    """So many of something in a stretch of time."""

    what: str
    count: int
    per: str
    first_year: int | None = None
    last_year: int | None = None


@noun(frozen=True, slots=True, kw_only=True)
class RangeMeasure:
    """What counts as the range of a type: `says` completes "its range is …"; `basis` is the basis of a claim that shows it, if any.

    With `greatest` the greatest of several such figures counts.
    """

    type: str
    says: str
    basis: str | None = None
    greatest: bool = False


class Cutoff(StrEnum):
    """From which point on a state's own instrument starts its own clock: after the k-th deposit, or after entry into force."""

    KTH_DEPOSIT = "kth-deposit"
    ENTRY_INTO_FORCE = "entry-into-force"


@noun(frozen=True, slots=True, kw_only=True)
class LateJoiner:
    """The rule for states that consent late: `period` from their own deposit, for deposits after the `cutoff`."""

    article: str
    cutoff: Cutoff
    period: Period = SAME_DAY


@noun(frozen=True, slots=True, kw_only=True)
class CountedPeriod:
    """Another way in which somebody counts a clause's period (150 full days). `depositary`: whether the depositary records it so."""

    period: Period
    holder: str
    says: str
    source: tuple[str, ...]
    verified: bool
    depositary: bool = False
