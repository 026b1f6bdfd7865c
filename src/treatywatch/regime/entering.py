"""Entry into force of a multilateral treaty: when the needed deposits are reached, and from which day each state is bound.

The treaty's day follows from its clause and the deposits known (the k-th of them, named states, every signatory); a published day
settles it where one is known. A state that consents late is bound by the late joiner's rule, whose cut-off is either the k-th
deposit or the entry into force itself. A successor waits for no rule; a continuation is the same party.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from treatywatch.dates import Period
from treatywatch.model.clause import EntryIntoForce
from treatywatch.model.clause_parts import Cutoff
from treatywatch.model.law import Act, Treaty
from treatywatch.model.noun import noun
from treatywatch.model.participation import Consent, Participation
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime.days import day_of, remembered

_CONSENTS = (EventKind.RATIFY, EventKind.ACCEDE)


@noun(frozen=True, slots=True)
class Needs:
    """What entry into force needs: so many deposits (None: no number), and those of these states."""

    number: int | None
    states: frozenset[str]


@noun(frozen=True, slots=True)
class Entry:
    """Entry into force as far as it is known. `reached`: the day of the last needed deposit, `by` it. `ruled`: what the rule gives.

    `day` is the published day (of `act`) or else the rule's; None where it cannot be told yet. `candidates` are both roundings
    where month arithmetic has no single answer. `deposited`: how many deposits count; `missing`: needed states without one.
    """

    clause: EntryIntoForce
    day: date | None
    reached: date | None
    by: Act | None
    ruled: date | None
    act: Act | None
    candidates: tuple[date, ...]
    deposited: int
    missing: frozenset[str]


@noun(frozen=True, slots=True)
class Bound:
    """Since when a consent binds. `earlier`: days from which others count it; from the first of them the place is contested.

    `ruled` is what the treaty's rule gives; `by`: who published `day`, None where the rule gives it. `sure` is False where
    somebody does not count the state at all.
    """

    act: Act
    actor: str
    day: date
    earlier: tuple[date, ...]
    ruled: tuple[date, ...]
    by: str | None
    sure: bool = True


def entry_clause(treaty: Treaty) -> EntryIntoForce | None:
    """The clause on entry into force."""
    return next((clause for clause in treaty.clauses if isinstance(clause, EntryIntoForce)), None)


@remembered
def entry_of(treaty: Treaty, acts: tuple[Act, ...]) -> Entry | None:
    """Entry into force by the deposits among `acts`; None where the clause counts none."""
    clause = entry_clause(treaty)
    if clause is None or clause.by not in ("deposits", "waiver"):
        return None
    deposits = tuple(counted_deposits(treaty, acts, clause))
    needs = needs_of(treaty, acts, clause)
    by, reached = _last_needed(needs, _counted_from(deposits, waivers(acts)), _revocations(acts))
    act = _published(acts)
    if reached is None and act is not None and act.received is not None:
        reached = act.received.latest
    candidates = opened_candidates(clause, reached, acts) if reached else ()
    ruled = candidates[0] if len(candidates) == 1 else None
    day = (day_of(act) if act else None) or ruled
    held = _held(deposits, _revocations(acts))
    deposited = len(held)
    held |= {heir for of, heir in _continued(treaty) if of in held}
    return Entry(clause, day, reached, by, ruled, act, candidates, deposited, needs.states - held)


def _held(deposits: Iterable[Act], revoked: Iterable[Act]) -> set[str]:
    """Whose deposits stand: all but those that were revoked since."""
    last = {act.actors[0]: day_of(act) or date.min for act in deposits}
    gone = {actor for act in revoked for actor in act.actors if (day_of(act) or date.max) >= last.get(actor, date.max)}
    return last.keys() - gone


def opened_candidates(clause: EntryIntoForce, reached: date, acts: Iterable[Act]) -> tuple[date, ...]:
    """The days that the clause's period gives, none before the first day that the clause allows."""
    ends = clause.period.ends(reached)
    opening = min(
        (day for act in acts if act.kind is EventKind.OPEN_FOR_SIGNATURE and (day := day_of(act))), default=None
    )
    if clause.not_before is None or opening is None:
        return ends
    floor = clause.not_before.ends(opening)[0]
    return tuple(dict.fromkeys(max(end, floor) for end in ends))


def _published(acts: Iterable[Act]) -> Act | None:
    """The act by which the treaty entered into force, as published."""
    return next((act for act in acts if act.kind is EventKind.ENTER_INTO_FORCE), None)


# --- Deposits --------------------------------------------------------------------------------------------------------


def counted_deposits(treaty: Treaty, acts: Iterable[Act], clause: EntryIntoForce) -> Iterator[Act]:
    """The deposits that count, by day: none of a state that is not counted, and with a waiver only from the waiver's day on."""
    waived = waivers(acts)
    for act in acts:
        if act.kind not in _CONSENTS or day_of(act) is None or (act.row and act.row.disputed_by):
            continue
        if clause.by == "waiver" and act.actors[0] not in waived:
            continue
        yield act


def waivers(acts: Iterable[Act]) -> Mapping[str, date]:
    """When each state waived the treaty's conditions, as its row tells and as far as the acts are known."""
    return {
        act.row.actor: act.row.waiver.latest
        for act in acts
        if act.kind is EventKind.OTHER and act.row is not None and act.row.waiver is not None
    }


def needs_of(treaty: Treaty, acts: Iterable[Act], clause: EntryIntoForce) -> Needs:
    """What the clause needs. A signatory that ended is needed no more where others stand in its place."""
    states = set(clause.named)
    if clause.all_signatories:
        heirs = _heirs(treaty)
        deposited = {act.actors[0] for act in acts if act.kind in _CONSENTS}
        signed = {actor for act in acts if act.kind is EventKind.SIGN for actor in act.actors}
        for state in signed:
            states |= {state} if state in deposited or not heirs.get(state) else heirs[state]
    return Needs(clause.deposits, frozenset(states))


def _heirs(treaty: Treaty) -> Mapping[str, set[str]]:
    """Who consented in the place of a state that ended; a succession waits for nothing and is needed for nothing."""
    found: dict[str, set[str]] = {}
    for row in treaty.participants:
        if row.of is not None and row.kind not in (None, Consent.SUCCESSION, Consent.CONTINUATION):
            found.setdefault(row.of, set()).add(row.actor)
    return found


def _continued(treaty: Treaty) -> tuple[tuple[str, str], ...]:
    """States and those that continue them as the same party."""
    return tuple(
        (row.of, row.actor) for row in treaty.participants if row.of is not None and row.kind is Consent.CONTINUATION
    )


def _revocations(acts: Iterable[Act]) -> tuple[Act, ...]:
    return tuple(act for act in acts if act.kind is EventKind.REVOKE_RATIFICATION)


def _counted_from(deposits: Iterable[Act], waived: Mapping[str, date]) -> Iterator[tuple[date, Act]]:
    """Each deposit with the day from which it counts: its own, or that of the waiver without which it does not."""
    for act in deposits:
        day = day_of(act) or date.max
        yield max(day, waived.get(act.actors[0], day)), act


def _last_needed(
    needs: Needs, deposits: Iterable[tuple[date, Act]], revoked: Iterable[Act]
) -> tuple[Act, date] | tuple[None, None]:
    """The deposit with which all needs are met, and its day; a consent that was revoked before counts no more."""
    moves = [(day, act.id, act, True) for day, act in deposits]
    moves += [(day_of(act) or date.max, act.id, act, False) for act in revoked]
    held: set[str] = set()
    for day, _, act, gives in sorted(moves, key=lambda move: move[:2]):
        if not gives:
            held -= set(act.actors)
            continue
        held |= set(act.actors)
        if (needs.number is None or len(held) >= needs.number) and needs.states <= held and held:
            return act, day
    return None, None


# --- Since when each is bound ----------------------------------------------------------------------------------------


@remembered
def bound_days(treaty: Treaty, acts: tuple[Act, ...]) -> tuple[Bound, ...]:
    """Since when each consent among `acts` binds, as far as that can be told yet."""
    entry = entry_of(treaty, acts)
    if entry is None or entry.day is None:
        return ()
    waived = waivers(acts)
    bounds = (_bound(entry, act, waived) for act in acts if act.kind in _CONSENTS)
    return tuple(one for one in bounds if one is not None)


def bound_since(treaty: Treaty, acts: tuple[Act, ...]) -> Mapping[str, date]:
    """Since when each state is bound: by its consent, or by its own succession."""
    entry = entry_of(treaty, acts)
    if entry is None or entry.day is None:
        return {}
    found = {one.actor: one.day for one in bound_days(treaty, acts) if one.sure}
    for act in acts:
        day = day_of(act)
        if act.kind is EventKind.SUCCEED and act.row and act.row.kind is Consent.SUCCESSION and day is not None:
            found[act.row.actor] = max(day, entry.day)
    return found


def _bound(entry: Entry, act: Act, waived: Mapping[str, date]) -> Bound | None:
    deposit, row = day_of(act), act.row
    if deposit is None or entry.day is None:
        return None
    if entry.clause.by == "waiver":
        if act.actors[0] not in waived:
            return None
        ruled: tuple[date, ...] = (max(deposit, waived[act.actors[0]], entry.day),)
    else:
        ruled = ruled_days(entry, deposit)[0]
    published = _exact(row.in_force) if row else None
    day = published or ruled[-1]
    others = [told.day.latest for told in row.other_days.items] if row and row.other_days else []
    earlier = tuple(sorted({one for one in (*others, *(() if published else ruled)) if one < day}))
    by = (row.in_force_by if row else None) if published else None
    return Bound(act, act.actors[0], day, earlier, ruled, by, sure=not (row and row.disputed_by))


def _exact(day: object) -> date | None:
    return getattr(day, "latest", None) if getattr(day, "exact", False) else None


def ruled_days(entry: Entry, deposit: date) -> tuple[tuple[date, ...], str, Period]:
    """The days from which a deposit on that day binds, the article, and the period: the treaty's own day, or the late joiner's rule.

    The two cut-offs: after the k-th deposit (Ottawa, CCM, CCW, TPNW), or after entry into force (CWC, ATT, CTBT, NPT). Without a
    rule for late joiners they are bound on the day of their consent (VCLT 24(3)).
    """
    assert entry.day is not None
    clause, late = entry.clause, entry.clause.late
    if not is_late(entry, deposit):
        return (entry.day,), clause.article, clause.period
    if late is None:
        return (deposit,), "VCLT 24(3)", Period(word="same-day")
    ends = late.period.ends(deposit)
    return tuple(dict.fromkeys(max(end, entry.day) for end in ends)), late.article, late.period


def is_late(entry: Entry, deposit: date) -> bool:
    """Whether a deposit on that day comes after the clause's cut-off."""
    assert entry.day is not None
    late = entry.clause.late
    if late is not None and late.cutoff is Cutoff.KTH_DEPOSIT and entry.reached is not None:
        return deposit > entry.reached
    return deposit > entry.day


def row_of_actor(treaty: Treaty, actor: str) -> Participation | None:
    """The row of a state in the table of participants."""
    return next((row for row in treaty.participants if row.actor == actor), None)
