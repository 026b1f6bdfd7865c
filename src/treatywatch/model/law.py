"""The law: treaties with their sides, clauses and settled acts. Values only; rulebook/ loads them, regime/ evaluates them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from treatywatch.dates import PlainDay, Rounding
from treatywatch.model.actor import Alias
from treatywatch.model.clause import Clause
from treatywatch.model.noun import noun
from treatywatch.model.participation import Coverage, Hindrance, Participation
from treatywatch.model.vocabulary import EventKind, SourceKind


@noun(frozen=True, slots=True, kw_only=True)
class Reference:
    """A source that clauses and acts cite by its `id`: what it is, where it stands, and of what kind it is."""

    id: str
    title: str
    kind: SourceKind
    url: str | None = None

    def __str__(self) -> str:
        return f"{self.title} ({self.url})" if self.url else self.title


@noun(frozen=True, slots=True, kw_only=True)
class Member:
    """A state on a side of a bilateral treaty, `[since, until)`; open ends mean always.

    `how`: original, continuation (the same party goes on) or succession; `of` is the predecessor.
    """

    actor: str
    how: Literal["original", "continuation", "succession"] = "original"
    of: str | None = None
    since: PlainDay | None = None
    until: PlainDay | None = None


@noun(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two sides of a bilateral treaty. After a state's end its successors share the side."""

    id: str
    name: str
    members: tuple[Member, ...]


@noun(frozen=True, slots=True, kw_only=True)
class BoundReading:
    """One view of who is bound on a side, with its holder and ground. Where readings differ, the states they differ on are contested."""

    id: str
    holder: str
    says: str
    side: str
    members: tuple[str, ...]
    source: tuple[str, ...]
    verified: bool
    since: PlainDay


@noun(frozen=True, slots=True, kw_only=True)
class Outsider:
    """A state often taken for a participant, and why it is none."""

    actor: str
    says: str
    source: tuple[str, ...]
    verified: bool


@noun(frozen=True, slots=True, kw_only=True)
class Observance:
    """States that say they keep to a treaty which does not bind them: never in force, or lapsed. `[since, until)`, open where it goes on.

    A policy of each, without legal force; it changes no standing and no operation.
    """

    actors: tuple[str, ...]
    since: PlainDay
    says: str
    source: tuple[str, ...]
    verified: bool
    until: PlainDay | None = None


@noun(frozen=True, slots=True, kw_only=True)
class View:
    """What somebody holds about an act. `accepts`: whether the holder grants the act the effect that it claims.

    `effective`: the day that the holder reckons, where views differ on it. `depositary`: whether this is the depositary's view.
    """

    holder: str
    says: str
    accepts: bool
    source: tuple[str, ...]
    verified: bool
    since: PlainDay
    effective: PlainDay | None = None
    depositary: bool = False


@noun(frozen=True, slots=True, kw_only=True)
class Stop:
    """Something that would stop a running clock: who says so, and where (`article`, or `source`)."""

    says: str
    holder: str | None = None
    article: str | None = None
    source: tuple[str, ...] = ()
    verified: bool = False


@noun(frozen=True, slots=True, kw_only=True)
class Act:
    """A settled act. Announced, notified, received and effective are four days and four fields; each may be missing.

    `public_on` is told where it differs from the act's own day. `stops`: the act whose clock this one stops. `until`: the day
    to which an extension runs. `partial`: touches only parts of the treaty. `invokes`: articles that the actor claims. `row`: the
    row of the table of participants that tells it.
    """

    id: str
    kind: EventKind
    actors: tuple[str, ...]
    says: str
    source: tuple[str, ...]
    source_kind: SourceKind
    verified: bool
    toward: tuple[str, ...] = ()
    announced: PlainDay | None = None
    notified: PlainDay | None = None
    received: PlainDay | None = None
    effective: PlainDay | None = None
    public_on: PlainDay | None = None
    until: PlainDay | None = None
    stops: str | None = None
    invokes: tuple[str, ...] = ()
    partial: bool = False
    stops_if: tuple[Stop, ...] = ()
    views: tuple[View, ...] = ()
    evidence: str | None = None
    note: str | None = None
    row: Participation | None = None

    @property
    def own_day(self) -> PlainDay | None:
        """The day of the deed itself: notice before receipt before effect before announcement."""
        return self.notified or self.received or self.effective or self.announced

    @property
    def public(self) -> date | None:
        """From which day it counts for `known`: `public_on`, else its own day (interfaces.md, Time)."""
        day = self.public_on or self.own_day
        return day.latest if day else None


@noun(frozen=True, slots=True, kw_only=True)
class Related:
    """Another treaty that this one touches; `kind`: supersedes, superseded-by, successor-of, succeeded-by, linked. Told from `since`."""

    treaty: str
    kind: Literal["supersedes", "superseded-by", "successor-of", "succeeded-by", "linked"]
    says: str
    since: PlainDay
    source: tuple[str, ...] = ()
    article: str | None = None
    verified: bool = False


@noun(frozen=True, slots=True, kw_only=True)
class ChronologyItem:
    """One dated line of a treaty's history, in our own words. `approximate`: the day is not in the cited source, or rough.

    `answers`: the item that this one answers; `reported_wrongly`: readings met in print that are wrong.
    """

    id: str
    day: PlainDay
    actors: tuple[str, ...]
    says: str
    source: tuple[str, ...]
    verified: bool
    approximate: bool = False
    by: str | None = None
    targets: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    place: str | None = None
    answers: str | None = None
    condition: str | None = None
    reported_wrongly: tuple[str, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class RoundingReading:
    """A way to read "n months later" where that month has no such day, and what stands behind it (binding on no treaty here)."""

    rounding: Rounding
    says: str
    authority: str
    source: tuple[str, ...]
    verified: bool


@noun(frozen=True, slots=True, kw_only=True)
class GeneralLaw:
    """The law of treaties as it stands in where a treaty is silent."""

    id: str
    name: str
    references: tuple[Reference, ...]
    clauses: tuple[Clause, ...]
    roundings: tuple[RoundingReading, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Treaty:
    """A treaty, a political commitment or a resolution: its names, who it is between, its clauses and its settled acts."""

    id: str
    name: str
    short: str
    form: Literal["treaty", "political-commitment", "resolution"]
    binding: bool
    structure: Literal["bilateral", "multilateral"]
    summary: str
    aliases: tuple[Alias, ...] = ()
    depositary: str | None = None
    sides: tuple[Side, ...] = ()
    bound_readings: tuple[BoundReading, ...] = ()
    outsiders: tuple[Outsider, ...] = ()
    observances: tuple[Observance, ...] = ()
    related: tuple[Related, ...] = ()
    references: tuple[Reference, ...] = ()
    clauses: tuple[Clause, ...] = ()
    acts: tuple[Act, ...] = ()
    general: GeneralLaw | None = None
    participants: tuple[Participation, ...] = ()
    coverage: Coverage | None = None
    hindrances: tuple[Hindrance, ...] = ()

    def side_of(self, actor: str) -> Side | None:
        """The side that a state is or was on."""
        return next((side for side in self.sides if any(member.actor == actor for member in side.members)), None)

    def reference(self, name: str) -> Reference | None:
        """The source of this id, of the treaty's own or of the general law's."""
        general = self.general.references if self.general else ()
        return next((one for one in (*self.references, *general) if one.id == name), None)
