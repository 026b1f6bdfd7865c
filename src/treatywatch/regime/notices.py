"""Notices of withdrawal and their clocks: when each takes effect, what stops it, what holds it back, and who reads it otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from treatywatch.dates import PlainDay
from treatywatch.model.clause import Clause, GeneralRule, Withdrawal
from treatywatch.model.clause_parts import CountedPeriod, Start
from treatywatch.model.law import Act, Member, Side, Treaty
from treatywatch.model.noun import noun
from treatywatch.model.participation import Hindrance
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime.days import day_of, remembered
from treatywatch.regime.entering import bound_days
from treatywatch.regime.terms import in_force_day


@noun(frozen=True, slots=True)
class Notice:
    """A notice of withdrawal of `actors` with the clause that rules it.

    `due` is None where month arithmetic has no single answer, or while `held` back without an end. `claims`: the days that
    somebody holds instead; `contested`: somebody does not accept it, or they differ on the day.
    """

    act: Act
    clause: Withdrawal | GeneralRule
    starts: date
    candidates: tuple[date, ...]
    due: date | None
    stopped_by: Act | None
    ends_all: bool = False
    actors: tuple[str, ...] = ()
    held: Hindrance | None = None
    claims: tuple[date, ...] = ()
    rejected: bool = False

    @property
    def actor(self) -> str | None:
        """The one actor; None where several gave notice together."""
        return self.actors[0] if len(self.actors) == 1 else None

    @property
    def name(self) -> str:
        """What tells it apart: its act, and the actor where the clocks of several in one act part."""
        parted = len(self.actors) < len(self.act.actors)
        return f"{self.act.id}:{'-'.join(self.actors)}" if parted else self.act.id

    @property
    def contested(self) -> bool:
        """Whether views differ on whether, or when, it takes effect."""
        return self.rejected or len(self.claims) > 1

    @property
    def first(self) -> date | None:
        """The first day on which it takes effect in anybody's view."""
        return min((*self.claims, *([self.due] if self.due else [])), default=None)


def withdrawal_clause(treaty: Treaty) -> Withdrawal | None:
    """The treaty's own clause on withdrawal."""
    return next((clause for clause in treaty.clauses if isinstance(clause, Withdrawal)), None)


def notice_rule(treaty: Treaty) -> Withdrawal | GeneralRule | None:
    """The clause on withdrawal; where there is none, the general rule for notices (VCLT 56)."""
    general = (one for one in general_rules(treaty, EventKind.NOTIFY_WITHDRAWAL) if one.period is not None)
    return withdrawal_clause(treaty) or next(general, None)


def general_rules(treaty: Treaty, kind: EventKind) -> tuple[GeneralRule, ...]:
    """The rules of general law that govern an act of this kind; the law of treaties governs no commitment that does not bind."""
    clauses = treaty.general.clauses if treaty.general and treaty.binding else ()
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


def counted_ways(rule: Clause | None) -> tuple[CountedPeriod, ...]:
    """The other ways in which a clause's period is counted."""
    found: tuple[CountedPeriod, ...] = getattr(rule, "counted", ())
    return found


@remembered
def notices(treaty: Treaty, acts: tuple[Act, ...]) -> tuple[Notice, ...]:
    """Every notice of withdrawal with its clock; those who are held back apart from those who are not."""
    rule = notice_rule(treaty)
    if rule is None or rule.period is None:
        return ()
    found = [
        notice
        for act in acts
        if act.kind is EventKind.NOTIFY_WITHDRAWAL
        for notice in _of_act(treaty, acts, act, rule)
    ]  # fmt: skip
    return tuple(replace(one, ends_all=_ends_all(treaty, one, found)) for one in found)


def _of_act(treaty: Treaty, acts: tuple[Act, ...], act: Act, rule: Withdrawal | GeneralRule) -> Iterator[Notice]:
    starts = start_day(act, rule.starts)
    if starts is None or rule.period is None or too_early(treaty, acts, rule, act.actors[0], starts):
        return
    candidates = tuple(dict.fromkeys((*rule.period.ends(starts), *_counted_ends(rule, starts))))
    due = _due(rule, act, candidates)
    stopped = _stopper(act, acts, due or candidates[0])
    claims = tuple(dict.fromkeys(view.effective.latest for view in act.views if view.effective is not None))
    rejected = any(not view.accepts for view in act.views)
    held = {actor: hindrance(treaty, rule, actor, due) for actor in act.actors}
    free = tuple(actor for actor in act.actors if held[actor] is None)
    if free:
        yield Notice(act, rule, starts, candidates, due, stopped, False, free, None, claims, rejected)
    for actor, bar in held.items():
        if bar is not None:
            until = bar.until.latest if bar.until else None
            yield Notice(act, rule, starts, candidates, until, stopped, False, (actor,), bar, claims, rejected)


def _counted_ends(rule: Clause, starts: date) -> tuple[date, ...]:
    return tuple(end for way in counted_ways(rule) for end in way.period.ends(starts))


def too_early(treaty: Treaty, acts: tuple[Act, ...], rule: Clause, actor: str | None, day: date) -> bool:
    """Whether the clause allows `actor` no notice yet on that day (Paris 28: not before three years)."""
    first = first_notice(treaty, acts, rule, actor, day)
    return first is not None and day < first


def first_notice(treaty: Treaty, acts: tuple[Act, ...], rule: Clause, actor: str | None, on: date) -> date | None:
    """The first day on which the clause allows a notice of `actor`, as seen from `on`; None where it sets none."""
    if not isinstance(rule, Withdrawal) or rule.not_before is None:
        return None
    since = in_force_day(treaty, acts)
    if rule.not_before_starts is Start.OWN_ENTRY:
        own = (one.day for one in bound_days(treaty, acts) if one.actor == actor and one.day <= on)
        since = max(own, default=since)
    return rule.not_before.ends(since)[0] if since else None


def hindrance(treaty: Treaty, rule: Clause | None, actor: str, last_day: date | None) -> Hindrance | None:
    """What holds the exit of `actor` back on the last day of its notice, where the clause knows such a condition."""
    if last_day is None or not isinstance(rule, Withdrawal) or not rule.conditions:
        return None
    for one in treaty.hindrances:
        if one.actor == actor and one.since.earliest <= last_day and (not one.until or last_day < one.until.latest):
            return one
    return None


def _due(rule: Withdrawal | GeneralRule, act: Act, candidates: tuple[date, ...]) -> date | None:
    """The due day: the later one that a notice names where the clause allows it, else the rule's."""
    named = act.effective.latest if act.effective else None
    if named is not None and isinstance(rule, Withdrawal) and rule.later_day_allowed and named >= candidates[0]:
        return named
    if len(candidates) == 1:
        return candidates[0]
    return _chosen(rule, act) or (named if named in candidates else None)


def _chosen(rule: Withdrawal | GeneralRule, act: Act) -> date | None:
    """Of several candidates the one that the depositary's counting gives, or the clause's own rounding."""
    starts = start_day(act, rule.starts)
    if starts is None or rule.period is None:
        return None
    recorded = next((way for way in counted_ways(rule) if way.depositary), None)
    if recorded is not None:
        return recorded.period.ends(starts)[0]
    rounding = rule.rounding if isinstance(rule, Withdrawal) else None
    return rule.period.end(starts, rounding) if rounding is not None else None


def _stopper(notice: Act, acts: tuple[Act, ...], due: date) -> Act | None:
    """The act that revokes or halts this notice before it takes effect (VCLT 68)."""
    for act in acts:
        day = day_of(act)
        if act.kind not in (EventKind.REVOKE_NOTICE, EventKind.HALT_NOTICE) or day is None or day >= due:
            continue
        if act.stops == notice.id or (act.stops is None and set(act.actors) & set(notice.actors)):
            return act
    return None


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


def members_on(side: Side, day: date) -> tuple[Member, ...]:
    """The members of a side on a day."""
    return tuple(
        member
        for member in side.members
        if (member.since is None or member.since.earliest <= day)
        and (member.until is None or day < member.until.earliest)
    )
