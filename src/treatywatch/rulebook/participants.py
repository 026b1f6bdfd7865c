"""Tables of participants: each row becomes the acts that it tells, and is checked against itself and the treaty's references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from treatywatch.dates import PlainDay
from treatywatch.errors import Fault
from treatywatch.model.clause import ProvisionalApplication
from treatywatch.model.law import Act, Reference, Treaty
from treatywatch.model.participation import Consent, Participation
from treatywatch.model.vocabulary import EventKind, SourceKind
from treatywatch.shelf.trees import Lines

_KINDS: Mapping[Consent, tuple[EventKind, str, str]] = {
    Consent.SIGNATURE: (EventKind.RATIFY, "consents", "Signs, and consents by its signature"),
    Consent.RATIFICATION: (EventKind.RATIFY, "ratifies", "Deposits its instrument of ratification"),
    Consent.ACCEPTANCE: (EventKind.RATIFY, "accepts", "Deposits its instrument of acceptance"),
    Consent.APPROVAL: (EventKind.RATIFY, "approves", "Deposits its instrument of approval"),
    Consent.CONSENT: (EventKind.RATIFY, "consents", "Notifies its consent to be bound"),
    Consent.ACCESSION: (EventKind.ACCEDE, "accedes", "Deposits its instrument of accession"),
    Consent.SUCCESSION: (EventKind.SUCCEED, "succeeds", "Is bound by succession; no waiting period runs"),
    Consent.CONTINUATION: (EventKind.SUCCEED, "continues", "Continues as the same party under another name"),
    Consent.PARTICIPATION: (EventKind.RATIFY, "joins", "Takes part in the commitment"),
}
_UNTHREATENED = (Consent.SUCCESSION, Consent.CONTINUATION)
_ORDER = ("signed", "deposited", "notice", "exit")

RULES = frozenset({"participant-twice", "participant-kind", "participant-order", "participant-source", "predecessor"})
"""The rules that these checks keep."""


def acts_of(rows: tuple[Participation, ...], acts: tuple[Act, ...], treaty: Treaty) -> Iterator[Act]:
    """The acts that the rows tell and that no act of the treaty's own files tells already, by kind and actors."""
    told = {(act.kind, actor) for act in acts for actor in act.actors}
    ends = {row.actor: row.ended for row in rows if row.ended is not None}
    kinds = {one.id: one.kind for one in treaty.references}
    default = treaty.coverage.source if treaty.coverage else ()
    provisional = [clause for clause in treaty.clauses if isinstance(clause, ProvisionalApplication)]
    partial = bool(provisional) and not any(clause.whole for clause in provisional)
    for row in rows:
        source = row.source.items if row.source else default
        maker = _Maker(row, source, _strongest(source, kinds), partial)
        for act in maker.acts(ends):
            if (act.kind, row.actor) not in told:
                yield act


def _strongest(source: Iterable[str], kinds: Mapping[str, SourceKind]) -> SourceKind:
    order = list(SourceKind)
    return min((kinds[name] for name in source if name in kinds), key=order.index, default=SourceKind.MEMORY)


class _Maker:
    """Makes the acts of one row."""

    def __init__(self, row: Participation, source: tuple[str, ...], kind: SourceKind, partial: bool) -> None:
        self.row, self.source, self.source_kind, self.partial = row, source, kind, partial

    def acts(self, ends: Mapping[str, PlainDay]) -> Iterator[Act]:
        """The row's acts: signature, consent, provisional application, notice."""
        row = self.row
        if row.signed is not None:
            yield self._act(EventKind.SIGN, "signs", "Signs the treaty", effective=row.signed)
        if row.ratified is not None and row.ratified != row.deposited:
            says = "Ratifies at home; without the deposit this binds nobody"
            yield self._act(EventKind.APPROVE, "approves-at-home", says, effective=row.ratified)
        if row.kind is not None:
            yield from self._consent(row.kind, ends)
        if row.provisional is not None:
            says = "Declares that it applies the treaty provisionally"
            act = self._act(EventKind.APPLY_PROVISIONALLY, "applies-provisionally", says, effective=row.provisional)
            yield replace(act, partial=self.partial)
        if row.waiver is not None:
            says = "Waives the conditions that the treaty sets for its entry into force"
            yield self._act(EventKind.OTHER, "waives", says, effective=row.waiver)
        if row.notice is not None:
            says = "Its notice of withdrawal reaches the depositary"
            yield self._act(EventKind.NOTIFY_WITHDRAWAL, "notice", says, received=row.notice)

    def _consent(self, kind: Consent, ends: Mapping[str, PlainDay]) -> Iterator[Act]:
        """The consent. A succession works from the date of state succession and is public with its notification."""
        row = self.row
        event, name, says = _KINDS[kind]
        if kind in _UNTHREATENED:
            day = row.in_force or ends.get(row.of or "") or row.deposited
            yield self._act(event, name, says, notified=row.deposited, effective=day, public_on=row.deposited)
        elif row.deposited is not None:
            where = f" in {row.place}" if row.place else ""
            yield self._act(event, name, says + where, effective=row.deposited)

    def _act(
        self,
        event: EventKind,
        name: str,
        says: str,
        *,
        effective: PlainDay | None = None,
        notified: PlainDay | None = None,
        received: PlainDay | None = None,
        public_on: PlainDay | None = None,
    ) -> Act:
        row = self.row
        return Act(
            id=f"{row.actor}-{name}",
            kind=event,
            actors=(row.actor,),
            says=f"{says}.",
            source=self.source,
            source_kind=self.source_kind,
            verified=row.verified,
            note=row.note,
            row=row,
            effective=effective,
            notified=notified,
            received=received,
            public_on=public_on,
        )


# --- Checks ----------------------------------------------------------------------------------------------------------


def faults_of(rows: tuple[Participation, ...], treaty: Treaty, file: str) -> Iterator[Fault]:
    """What is wrong in a table. The line of a fault is the row's place, from 0, until `at_lines` sets it right."""
    known = {one.id for one in treaty.references if isinstance(one, Reference)}
    actors = Counter(row.actor for row in rows)
    for place, row in enumerate(rows):
        if actors[row.actor] > 1:
            yield Fault(file, place, "actor", f"{row.actor!r} twice", "each participant once", "participant-twice")
        yield from _of_kind(row, file, place)
        yield from _of_days(row, file, place)
        yield from _of_sources(row, treaty, known, file, place)
        if row.of is not None and row.kind is Consent.CONTINUATION and row.of not in actors:
            yield Fault(file, place, "of", repr(row.of), "a participant of this table", "predecessor")


def _of_sources(row: Participation, treaty: Treaty, known: set[str], file: str, place: int) -> Iterator[Fault]:
    """A row has a source, and whoever publishes its day of entry into force is one of the treaty's references."""
    for name in row.source.items if row.source else ():
        if name not in known:
            yield Fault(file, place, "source", repr(name), "an id of references", "participant-source")
    if row.source is None and not (treaty.coverage and treaty.coverage.source):
        yield Fault(file, place, "source", "none", "a source, here or under coverage", "participant-source")
    if row.in_force_by is not None and row.in_force_by not in known:
        yield Fault(file, place, "in_force_by", repr(row.in_force_by), "an id of references", "participant-source")


def at_lines(faults: Iterable[Fault], lines: Lines) -> tuple[Fault, ...]:
    """The faults with the lines of their cells."""
    return tuple(
        Fault(
            one.file, lines.at((one.line, one.field)), one.field, one.found, one.expected, one.rule, one.severity
        )
        for one in faults
    )  # fmt: skip


def _of_kind(row: Participation, file: str, place: int) -> Iterator[Fault]:
    if row.deposited is not None and row.kind is None:
        yield Fault(file, place, "kind", "a deposit without its kind", "ratification, accession …", "participant-kind")
    if row.kind is Consent.CONTINUATION and row.of is None:
        yield Fault(file, place, "of", "a continuation of nobody", "the predecessor", "participant-kind")
    consented = row.deposited is not None or row.kind in (*_UNTHREATENED, Consent.PARTICIPATION)
    if row.kind is not None and not consented:
        yield Fault(file, place, "deposited", f"{row.kind} without a day", "the day of the deposit", "participant-kind")


def _of_days(row: Participation, file: str, place: int) -> Iterator[Fault]:
    """The days of a row come in their order, save that a successor may sign nothing."""
    days = [(name, day) for name in _ORDER if (day := getattr(row, name)) is not None]
    for (first, before), (second, after) in pairwise(days):
        if before.earliest > after.latest:
            yield Fault(file, place, second, str(after), f"no day before {first} {before}", "participant-order")
