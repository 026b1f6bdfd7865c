"""From acts and clauses to effects: what changes on which day. Pure; the transition table says what each effect does.

An act counts once it is public by `known`. Clocks that it starts are run forward by the treaty's own rule: the last needed deposit
brings entry into force, a notice an exit on its due day unless it is stopped before, a term an expiry unless it is extended
before. What lies beyond `known` is marked projected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from treatywatch.model.clause import Clause, Suspension
from treatywatch.model.law import Act, Treaty
from treatywatch.model.noun import noun
from treatywatch.model.participation import Consent, Participation
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime.days import day_of, remembered
from treatywatch.regime.entering import Bound, bound_days, entry_of
from treatywatch.regime.notices import members_on, notice_day, notices
from treatywatch.regime.terms import term
from treatywatch.regime.transitions import When


@noun(frozen=True, slots=True)
class Effect:
    """A change on `day` (from 00:00) for `actors`, by `act` or by the running of `clause`. `of`: whose place a successor takes."""

    day: date
    kind: EventKind
    actors: tuple[str, ...]
    act: Act | None
    clause: Clause | None
    circumstances: frozenset[When]
    projected: bool = False
    of: str | None = None


def effects(treaty: Treaty, acts: tuple[Act, ...], horizon: date | None) -> tuple[Effect, ...]:
    """All effects, in order. `horizon` is the last day of knowledge; later effects are projected."""
    return tuple(_projected(effect, horizon) for effect in _effects(treaty, acts))


@remembered
def _effects(treaty: Treaty, acts: tuple[Act, ...]) -> tuple[Effect, ...]:
    found = [
        *_direct(treaty, acts),
        *_entries(treaty, acts),
        *_ended_states(treaty, acts),
        *_exits(treaty, acts),
        *_expiry(treaty, acts),
    ]
    return tuple(sorted(found, key=lambda effect: (effect.day, _RANK.get(effect.kind, 5), effect.act is None)))


_ENDS = (EventKind.TERMINATE, EventKind.EXPIRE, EventKind.SUPERSEDE)
_RANK = {
    EventKind.OPEN_FOR_SIGNATURE: -1,
    EventKind.SIGN: 0,
    EventKind.RATIFY: 1,
    EventKind.ACCEDE: 1,
    EventKind.APPLY_PROVISIONALLY: 2,
    EventKind.ENTER_INTO_FORCE: 3,
    EventKind.SUCCEED: 4,
    EventKind.WITHDRAW: 6,
    EventKind.TERMINATE: 7,
}
"""On one day: signing before consent before entry into force; an exit before the end that it brings."""


def _projected(effect: Effect, horizon: date | None) -> Effect:
    if horizon is None or effect.day <= horizon:
        return effect
    return Effect(
        effect.day, effect.kind, effect.actors, effect.act, effect.clause, effect.circumstances, True, effect.of
    )


# --- Acts ------------------------------------------------------------------------------------------------------------


def _direct(treaty: Treaty, acts: tuple[Act, ...]) -> Iterator[Effect]:
    """The effects that acts have by themselves on their own day."""
    circumstances = _Circumstances(treaty)
    for act in acts:
        day = notice_day(treaty, act) if act.kind is EventKind.NOTIFY_WITHDRAWAL else day_of(act)
        if day is None or _of_table(treaty, act):
            continue
        if act.kind is EventKind.SUCCEED:
            yield from _successions(treaty, act, day)
            continue
        yield Effect(day, act.kind, act.actors, act, None, circumstances.of(act))


def _of_table(treaty: Treaty, act: Act) -> bool:
    """Whether the effect is reckoned from the deposits or the table: entry into force of a treaty that counts them, succession."""
    if act.kind is EventKind.SUCCEED:
        return act.row is not None
    return act.kind is EventKind.ENTER_INTO_FORCE and treaty.structure == "multilateral" and not act.actors


class _Circumstances:
    """Under which circumstances the acts of a treaty count."""

    def __init__(self, treaty: Treaty) -> None:
        foreseen = any(isinstance(clause, Suspension) for clause in treaty.clauses)
        said = When.FORESEEN if foreseen else When.NOT_FORESEEN
        form = When.BINDING if treaty.binding else When.COMMITMENT
        self._whole = frozenset({When.WHOLE, said, form, When.ALL_READINGS})
        part = When.FORESEEN_IN_PART if foreseen else said
        self._part = frozenset({When.PART, part, form, When.ALL_READINGS})

    def of(self, act: Act) -> frozenset[When]:
        """The circumstances of one act; an end that somebody does not accept has come in some readings only."""
        found = self._part if act.partial else self._whole
        if act.kind in _ENDS and any(not view.accepts for view in act.views):
            return found - {When.ALL_READINGS} | {When.SOME_READINGS}
        return found


def _successions(treaty: Treaty, act: Act, day: date) -> Iterator[Effect]:
    """A succession moves the predecessor out and its heirs in; those that only some readings name are contested."""
    members = {member.actor: member for side in treaty.sides for member in side.members}
    for actor in act.actors:
        sure = all(
            actor in reading.members for reading in treaty.bound_readings if _names_side(treaty, reading.side, actor)
        )
        yield Effect(day, act.kind, (actor,), act, None, frozenset({When.HEIR if sure else When.HEIR_IN_SOME}))
    gone = dict.fromkeys(members[actor].of for actor in act.actors if actor in members)
    left = tuple(actor for actor in gone if actor is not None)
    yield Effect(day, act.kind, left, act, None, frozenset({When.PREDECESSOR}))


def _names_side(treaty: Treaty, side: str, actor: str) -> bool:
    found = treaty.side_of(actor)
    return found is not None and found.id == side


# --- Entry into force of a multilateral treaty, and succession to it ---------------------------------------------------


def _entries(treaty: Treaty, acts: tuple[Act, ...]) -> Iterator[Effect]:
    """The treaty's entry into force, and that for each state."""
    entry = entry_of(treaty, acts)
    if entry is None:
        yield from _published_entry(treaty, acts)
        return
    told = tuple(bound_days(treaty, acts))
    bound = {one.actor: one for one in reversed(told)}
    if entry.day is not None:
        yield Effect(entry.day, EventKind.ENTER_INTO_FORCE, (), entry.act or entry.by, entry.clause, _form(treaty))
    ends = _ends(treaty)
    for one in told:
        end = ends.get(one.actor)
        if end is None or one.day < end:
            yield from _bindings(treaty, one, entry.clause)
    for act in acts:
        if act.kind is EventKind.SUCCEED and act.row is not None:
            yield from _heir(treaty, act, act.row, bound, entry.day, ends, entry.clause)


def _published_entry(treaty: Treaty, acts: Iterable[Act]) -> Iterator[Effect]:
    """Where no deposits are counted: the published day, for all whose consent is known by then."""
    if treaty.structure != "multilateral":
        return
    for act in acts:
        day = day_of(act)
        if act.kind is EventKind.ENTER_INTO_FORCE and not act.actors and day is not None:
            yield Effect(day, act.kind, _consented(acts, day), act, None, _form(treaty))


def _consented(acts: Iterable[Act], day: date) -> tuple[str, ...]:
    kinds = (EventKind.RATIFY, EventKind.ACCEDE)
    found = (act.actors for act in acts if act.kind in kinds and (day_of(act) or date.max) <= day)
    return tuple(dict.fromkeys(actor for actors in found for actor in actors))


def _form(treaty: Treaty) -> frozenset[When]:
    return frozenset({When.BINDING if treaty.binding else When.COMMITMENT, When.ALL_READINGS})


def _bindings(treaty: Treaty, one: Bound, clause: Clause) -> Iterator[Effect]:
    """From when a consent binds: in some readings from an earlier day, in all from this one."""
    some = frozenset({When.SOME_READINGS})
    if one.earlier or not one.sure:
        first = min((*one.earlier, one.day))
        yield Effect(first, EventKind.ENTER_INTO_FORCE, (one.actor,), one.act, clause, some)
    if one.sure:
        yield Effect(one.day, EventKind.ENTER_INTO_FORCE, (one.actor,), one.act, clause, _form(treaty))


def _heir(
    treaty: Treaty,
    act: Act,
    row: Participation,
    bound: Mapping[str, Bound],
    entry: date | None,
    ends: Mapping[str, date],
    clause: Clause,
) -> Iterator[Effect]:
    """A continuation takes its predecessor's place; a succession binds from its own day, and waits for no rule."""
    day = day_of(act)
    if day is None:
        return
    if row.kind is Consent.CONTINUATION:
        yield Effect(day, act.kind, (row.actor,), act, None, frozenset({When.HEIR}), of=row.of)
        first = bound.get(_first_of_line(treaty, row))
        if first is not None and day < first.day < ends.get(row.actor, date.max):
            yield Effect(first.day, EventKind.ENTER_INTO_FORCE, (row.actor,), act, clause, _form(treaty))
        return
    others = [told.day.latest for told in row.other_days.items] if row.other_days else []
    if (earlier := min(others, default=day)) < day:
        yield Effect(earlier, act.kind, (row.actor,), act, None, frozenset({When.SOME_READINGS}))
    begins = ends.get(row.of or "", day)
    if entry is None or begins < entry:
        yield Effect(min(begins, day), act.kind, (row.actor,), act, None, frozenset({When.NOT_IN_FORCE}))
    if entry is not None:
        yield Effect(max(day, entry), act.kind, (row.actor,), act, None, frozenset({When.OWN_NOTICE}))


def _first_of_line(treaty: Treaty, row: Participation) -> str:
    """The state whose consent a continuation rests on."""
    rows = {one.actor: one for one in treaty.participants}
    seen = {row.actor}
    while row.kind is Consent.CONTINUATION and row.of in rows and row.of not in seen:
        row = rows[row.of]
        seen.add(row.actor)
    return row.actor


def _ends(treaty: Treaty) -> Mapping[str, date]:
    """The first day on which each dissolved state was no more."""
    return {row.actor: row.ended.earliest for row in treaty.participants if row.ended is not None}


def _ended_states(treaty: Treaty, acts: Iterable[Act]) -> Iterator[Effect]:
    """States that ended are former participants; what they had deposited still counts."""
    ends = _ends(treaty)
    if not ends:
        return
    told = {act.row.actor: act for act in acts if act.row is not None and act.row.ended is not None}
    for actor, act in told.items():
        yield Effect(ends[actor], EventKind.SUCCEED, (actor,), act, None, frozenset({When.PREDECESSOR}))


# --- Exits and ends --------------------------------------------------------------------------------------------------


def _exits(treaty: Treaty, acts: tuple[Act, ...]) -> Iterator[Effect]:
    """What notices bring when they run out; with the last member of a side gone, a bilateral treaty ends for all."""
    for notice in notices(treaty, acts):
        if notice.first is None or notice.stopped_by is not None:
            continue
        if notice.contested:
            some = frozenset({When.SOME_READINGS})
            yield Effect(notice.first, EventKind.WITHDRAW, notice.actors, notice.act, notice.clause, some)
        last = max((*notice.claims, *([notice.due] if notice.due else [])))
        if not notice.rejected and notice.due is not None:
            sure = frozenset({When.ALL_READINGS})
            yield Effect(last, EventKind.WITHDRAW, notice.actors, notice.act, notice.clause, sure)
        if notice.ends_all and notice.due is not None:
            everyone = tuple(member.actor for side in treaty.sides for member in members_on(side, notice.due))
            yield Effect(
                notice.due, EventKind.TERMINATE, everyone, notice.act, notice.clause, frozenset({When.ALL_READINGS})
            )


def _expiry(treaty: Treaty, acts: tuple[Act, ...]) -> Iterator[Effect]:
    running = term(treaty, acts)
    if running is not None:
        everyone = tuple(member.actor for side in treaty.sides for member in members_on(side, running.due))
        told = (act for act in acts if act.kind is EventKind.EXPIRE and day_of(act) == running.due)
        doubted = any(not view.accepts for act in told for view in act.views)
        readings = frozenset({When.SOME_READINGS if doubted else When.ALL_READINGS})
        yield Effect(running.due, EventKind.EXPIRE, everyone, None, running.clause, readings)
