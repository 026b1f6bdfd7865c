"""From acts and clauses to effects: what changes on which day. Pure; the transition table says what each effect does.

An act counts once it is public by `known`. Clocks that it starts are run forward by the treaty's own rule: a notice brings an
exit on its due day unless it is stopped before, a term brings an expiry unless it is extended before. What lies beyond `known`
is marked projected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from treatywatch.dates import PlainDay
from treatywatch.model.clause import Clause, Duration, Extension, GeneralRule, Start, Suspension, Withdrawal
from treatywatch.model.law import Act, Member, Side, Treaty
from treatywatch.model.noun import noun
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime.transitions import When


@noun(frozen=True, slots=True)
class Effect:
    """A change on `day` (from 00:00) for `actors`, by `act` or by the running of `clause`."""

    day: date
    kind: EventKind
    actors: tuple[str, ...]
    act: Act | None
    clause: Clause | None
    circumstances: frozenset[When]
    projected: bool = False


@noun(frozen=True, slots=True)
class Notice:
    """A notice of withdrawal with the clause that rules it. `due` is None where month arithmetic has no single answer.

    `ends_all`: with it a side of a bilateral treaty has no member left, so that the treaty ends for all.
    """

    act: Act
    clause: Withdrawal | GeneralRule
    starts: date
    candidates: tuple[date, ...]
    due: date | None
    stopped_by: Act | None
    ends_all: bool = False


@noun(frozen=True, slots=True)
class Term:
    """The term of a treaty of limited duration, as extended by the acts given."""

    clause: Duration
    starts: date
    due: date
    extensions: tuple[Act, ...]


def day_of(act: Act) -> date | None:
    """The day from which an act has its own effect: effective, else notified, received or announced.

    Of a month or a year only its last day is certain.
    """
    day = act.effective or act.notified or act.received or act.announced
    return day.latest if day else None


def public_acts(treaty: Treaty, acts: Iterable[Act], known: date | None) -> tuple[Act, ...]:
    """The treaty's own acts and accepted ones, each once, public on or before `known`, by day and id."""
    all_acts = {act.id: act for act in (*acts, *treaty.acts)}.values()
    counted = (act for act in all_acts if known is None or act.public is None or act.public <= known)
    return tuple(sorted(counted, key=lambda act: (day_of(act) or date.max, act.id)))


def effects(treaty: Treaty, acts: tuple[Act, ...], horizon: date | None) -> tuple[Effect, ...]:
    """All effects, in order. `horizon` is the last day of knowledge; later effects are projected."""
    found = [*_direct(treaty, acts), *_exits(treaty, acts), *_expiry(treaty, acts)]
    marked = (_projected(effect, horizon) for effect in found)
    return tuple(sorted(marked, key=lambda effect: (effect.day, _RANK.get(effect.kind, 5), effect.act is None)))


_RANK = {
    EventKind.SIGN: 0,
    EventKind.RATIFY: 1,
    EventKind.ENTER_INTO_FORCE: 2,
    EventKind.WITHDRAW: 6,
    EventKind.TERMINATE: 7,
}
"""On one day: signing before consent before entry into force; an exit before the end that it brings."""


def _projected(effect: Effect, horizon: date | None) -> Effect:
    late = horizon is not None and effect.day > horizon
    return Effect(effect.day, effect.kind, effect.actors, effect.act, effect.clause, effect.circumstances, late)


# --- Acts ------------------------------------------------------------------------------------------------------------


def _direct(treaty: Treaty, acts: tuple[Act, ...]) -> Iterator[Effect]:
    """The effects that acts have by themselves on their own day."""
    foreseen = any(isinstance(clause, Suspension) for clause in treaty.clauses)
    for act in acts:
        day = notice_day(treaty, act) if act.kind is EventKind.NOTIFY_WITHDRAWAL else day_of(act)
        if day is None:
            continue
        if act.kind is EventKind.SUCCEED:
            yield from _successions(treaty, act, day)
            continue
        circumstances = frozenset(
            {When.PART if act.partial else When.WHOLE, When.FORESEEN if foreseen else When.NOT_FORESEEN}
        )
        yield Effect(day, act.kind, act.actors, act, None, circumstances)


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


# --- Notices ---------------------------------------------------------------------------------------------------------


def notice_rule(treaty: Treaty) -> Withdrawal | GeneralRule | None:
    """The clause on withdrawal; where there is none, the general rule for notices (VCLT 56)."""
    own = next((clause for clause in treaty.clauses if isinstance(clause, Withdrawal)), None)
    if own is not None:
        return own
    return next(iter(general_rules(treaty, EventKind.NOTIFY_WITHDRAWAL)), None)


def general_rules(treaty: Treaty, kind: EventKind) -> tuple[GeneralRule, ...]:
    """The rules of general law that govern an act of this kind."""
    clauses = treaty.general.clauses if treaty.general else ()
    return tuple(clause for clause in clauses if isinstance(clause, GeneralRule) and kind in clause.governs)


def start_day(act: Act, starts: Start | None) -> date | None:
    """The day that starts a clause's clock: receipt where it says so and it is known, else the notice itself."""
    told: PlainDay | None = act.notified or act.received or act.effective or act.announced
    if starts is Start.RECEIPT:
        told = act.received or told
    return told.latest if told else None


def notice_day(treaty: Treaty, act: Act) -> date | None:
    """The day on which a notice is made."""
    rule = notice_rule(treaty)
    return start_day(act, rule.starts if rule else None)


def notices(treaty: Treaty, acts: tuple[Act, ...]) -> tuple[Notice, ...]:
    """Every notice of withdrawal with its clock."""
    rule = notice_rule(treaty)
    found: list[Notice] = []
    for act in acts:
        starts = notice_day(treaty, act)
        if act.kind is not EventKind.NOTIFY_WITHDRAWAL or rule is None or rule.period is None or starts is None:
            continue
        candidates = rule.period.ends(starts)
        due = _due(rule, act, candidates)
        found.append(Notice(act, rule, starts, candidates, due, _stopper(act, acts, due or candidates[0])))
    return tuple(replace(one, ends_all=_ends_all(treaty, one, found)) for one in found)


def _ends_all(treaty: Treaty, notice: Notice, beside: list[Notice]) -> bool:
    """Whether a side has no member left. When one of several successors on a side leaves, the treaty goes on."""
    due = notice.due
    if due is None or not isinstance(notice.clause, Withdrawal) or notice.clause.ends != "treaty":
        return False
    gone = {
        actor
        for one in beside
        if one is notice or (one.due is not None and one.due <= due and one.stopped_by is None)
        for actor in one.act.actors
    }
    on_sides = ({member.actor for member in members_on(side, due)} for side in treaty.sides)
    return any(members and members <= gone for members in on_sides)


def _due(rule: Withdrawal | GeneralRule, act: Act, candidates: tuple[date, ...]) -> date | None:
    """The due day: the later one that a notice names where the clause allows it, else the rule's."""
    named = act.effective.latest if act.effective else None
    if named is not None and isinstance(rule, Withdrawal) and rule.later_day_allowed and named > candidates[-1]:
        return named
    if len(candidates) == 1:
        return candidates[0]
    if isinstance(rule, Withdrawal) and rule.rounding is not None and rule.period is not None:
        starts = start_day(act, rule.starts)
        return rule.period.end(starts, rule.rounding) if starts else None
    return named if named in candidates else None


def _stopper(notice: Act, acts: tuple[Act, ...], due: date) -> Act | None:
    """The act that revokes or halts this notice before it takes effect (VCLT 68)."""
    for act in acts:
        day = day_of(act)
        if act.kind not in (EventKind.REVOKE_NOTICE, EventKind.HALT_NOTICE) or day is None or day >= due:
            continue
        if act.stops == notice.id or (act.stops is None and set(act.actors) & set(notice.actors)):
            return act
    return None


def _exits(treaty: Treaty, acts: tuple[Act, ...]) -> Iterator[Effect]:
    """What notices bring when they run out; with the last member of a side gone, a bilateral treaty ends for all."""
    for notice in notices(treaty, acts):
        if notice.due is None or notice.stopped_by is not None:
            continue
        yield Effect(notice.due, EventKind.WITHDRAW, notice.act.actors, notice.act, notice.clause, frozenset())
        if notice.ends_all:
            everyone = tuple(member.actor for side in treaty.sides for member in members_on(side, notice.due))
            yield Effect(notice.due, EventKind.TERMINATE, everyone, notice.act, notice.clause, frozenset())


def members_on(side: Side, day: date) -> tuple[Member, ...]:
    """The members of a side on a day."""
    return tuple(
        member
        for member in side.members
        if (member.since is None or member.since.earliest <= day)
        and (member.until is None or day < member.until.earliest)
    )


# --- The term --------------------------------------------------------------------------------------------------------


def in_force_day(acts: Iterable[Act]) -> date | None:
    """The day of entry into force."""
    days = [day_of(act) for act in acts if act.kind is EventKind.ENTER_INTO_FORCE]
    return min((day for day in days if day is not None), default=None)


def term(treaty: Treaty, acts: tuple[Act, ...], on: date | None = None) -> Term | None:
    """The term of a treaty of limited duration; with `on`, only by the extensions in effect on that day."""
    clause = next((one for one in treaty.clauses if isinstance(one, Duration)), None)
    starts = in_force_day(acts)
    if clause is None or clause.period is None or starts is None:
        return None
    due = clause.period.ends(starts)[0]
    used: list[Act] = []
    for act in acts:
        day = day_of(act)
        if act.kind is EventKind.EXTEND and day is not None and day < due and (on is None or day <= on):
            due = act.until.latest if act.until else _longest(treaty, due)
            used.append(act)
    return Term(clause, starts, due, tuple(used))


def _longest(treaty: Treaty, due: date) -> date:
    """The most that the clause on extension allows, counted from the expiry that it replaces."""
    clause = next((one for one in treaty.clauses if isinstance(one, Extension)), None)
    return clause.at_most.ends(due)[0] if clause else due


def _expiry(treaty: Treaty, acts: tuple[Act, ...]) -> Iterator[Effect]:
    running = term(treaty, acts)
    if running is not None:
        everyone = tuple(member.actor for side in treaty.sides for member in members_on(side, running.due))
        yield Effect(running.due, EventKind.EXPIRE, everyone, None, running.clause, frozenset())
