"""What a treaty's rule makes of an act, real or hypothetical: the effective day, the article, the rule, the conditions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from treatywatch.dates import Period, PlainDay, Rounding
from treatywatch.model.clause import (
    Clause,
    Duration,
    EntryIntoForce,
    Extension,
    GeneralRule,
    Start,
    Suspension,
    Withdrawal,
)
from treatywatch.model.law import Act, Treaty
from treatywatch.model.noun import noun
from treatywatch.model.passage import Ground
from treatywatch.model.regime import Candidate, Reckoning
from treatywatch.model.vocabulary import EventKind, Phase, StandingKind
from treatywatch.regime import grounds
from treatywatch.regime.days import day_of
from treatywatch.regime.notices import Notice, general_rules, notice_rule, notices
from treatywatch.regime.terms import term
from treatywatch.regime.evaluation import evaluate

_STARTS = {
    Start.NOTICE: "the day of the notice",
    Start.RECEIPT: "the day on which the notice is received",
    Start.DEPOSIT: "the day of the deposit",
    Start.EXCHANGE: "the exchange of the instruments",
    Start.ENTRY_INTO_FORCE: "entry into force",
    Start.SIGNATURE: "signature",
    Start.EXPIRY: "the expiry that it replaces",
}
_NO_CLOCK = {
    EventKind.ANNOUNCE_WITHDRAWAL: "an announcement is no notice and starts no clock, whatever day it names",
    EventKind.ANNOUNCE_SUSPENSION: "an announcement suspends nothing and starts no clock",
    EventKind.VOTE: "a vote at home is no notice and starts no clock",
    EventKind.SIGN_LAW: "a law at home is no notice and starts no clock",
    EventKind.APPROVE: "approval at home is no notice and no ratification; it starts no clock",
    EventKind.SIGN: "signature alone brings no entry into force under this treaty",
}


@noun(frozen=True, slots=True)
class _Answer:
    """What a rule gives for one exact day, before the question's own conditions are added."""

    candidates: tuple[Candidate, ...]
    effective: date | None
    clause: Clause | None
    rule: str
    conditions: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()


def reckon(treaty: Treaty, act: EventKind, day: PlainDay | date, actor: str | None = None) -> Reckoning:
    """What the rules of `treaty` make of an `act` on `day`: the day that starts the clock (receipt where the clause says so).

    Where readings differ each is a candidate, and `effective` is None unless one has authority. A day known only by month or
    year gives the answers of its first and last day.
    """
    plain = day if isinstance(day, PlainDay) else PlainDay.of(day)
    answer = _reckon_day(treaty, act, plain.earliest, actor)
    if not plain.exact:
        answer = _spread(answer, _reckon_day(treaty, act, plain.latest, actor), plain)
    conditions = (*_standing_conditions(treaty, act, plain.earliest, actor), *answer.conditions)
    clause = answer.clause
    told = (*((grounds.of_clause(treaty, clause),) if clause else ()), *answer.grounds)
    return Reckoning(
        treaty=treaty.id,
        act=act,
        day=plain,
        actor=actor,
        effective=answer.effective,
        candidates=answer.candidates,
        article=clause.article if clause else None,
        rule=answer.rule,
        conditions=tuple(dict.fromkeys(conditions)),
        grounds=grounds.distinct(told),
    )


def _reckon_day(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> _Answer:
    rule = _RULES.get(act, _of_general_law)
    return _with_record(treaty, act, day, actor, rule(treaty, act, day, actor))


def _spread(first: _Answer, last: _Answer, day: PlainDay) -> _Answer:
    """The answers for the first and the last possible day of a month or a year."""
    told = [
        replace(candidate, reading=f"{candidate.reading}, if the act is of {on.isoformat()}")
        for answer, on in ((first, day.earliest), (last, day.latest))
        for candidate in answer.candidates
    ]
    same = first.effective if first.effective == last.effective else None
    condition = f"the act is known only as of {day}"
    return replace(first, candidates=tuple(told), effective=same, conditions=(condition, *first.conditions))


# --- Arithmetic ------------------------------------------------------------------------------------------------------


def _candidates(treaty: Treaty, period: Period, day: date, clause: Clause) -> tuple[Candidate, ...]:
    """One candidate, or the two roundings with what stands behind each."""
    ends = period.ends(day)
    if len(ends) == 1:
        reading = "on the same day" if ends[0] == day else f"{period} from {day.isoformat()}"
        return (Candidate(ends[0], reading, None, clause.article),)
    readings = {one.rounding: one for one in (treaty.general.roundings if treaty.general else ())}
    found = []
    for end, rounding in zip(ends, (Rounding.LAST_DAY, Rounding.NEXT_DAY), strict=True):
        told = readings.get(rounding)
        chosen = getattr(clause, "rounding", None) is rounding
        authority = clause.article if chosen else told.authority if told else None
        found.append(Candidate(end, told.says if told else rounding.value, None, authority))
    return tuple(found)


def _decided(clause: Clause, candidates: tuple[Candidate, ...]) -> date | None:
    """The one answer; of two the one that the clause itself chooses; else none."""
    if len({candidate.effective for candidate in candidates}) == 1:
        return candidates[0].effective
    return next((one.effective for one in candidates if one.authority == clause.article), None)


def _rule_text(clause: Clause, period: Period | None, starts: Start | None) -> str:
    if period is None:
        return clause.says
    since = f" from {_STARTS[starts]}" if starts else ""
    return f"{period}{since} ({clause.article}): {clause.says}"


def _ambiguity(candidates: tuple[Candidate, ...]) -> tuple[str, ...]:
    if len(candidates) < 2:
        return ()
    return ("the month has no such day, and the treaty does not say which way to round",)


# --- Rules by kind of act --------------------------------------------------------------------------------------------


def _of_notice(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> _Answer:
    """A notice of withdrawal: the treaty's own clause, else VCLT 56."""
    rule = notice_rule(treaty)
    if rule is None or rule.period is None:
        return _Answer((), None, rule, rule.says if rule else "the treaty has no clause on withdrawal")
    candidates = _candidates(treaty, rule.period, day, rule)
    conditions = _ambiguity(candidates) + (
        _withdrawal_conditions(treaty, rule) if isinstance(rule, Withdrawal) else rule.conditions
    )
    stops = tuple(
        f"what would stop it: {one.says} ({one.article})" for one in general_rules(treaty, EventKind.REVOKE_NOTICE)
    )
    text = _rule_text(rule, rule.period, rule.starts)
    return _Answer(candidates, _decided(rule, candidates), rule, text, conditions + stops)


def _withdrawal_conditions(treaty: Treaty, rule: Withdrawal) -> tuple[str, ...]:
    told = [f"the notice goes to {rule.addressee}"]
    if rule.statement_required:
        told.append("it states the extraordinary events that the leaver sees")
    if rule.later_day_allowed:
        told.append("a notice that names a later day takes effect on that day")
    told += [f"held back on the last day unless: {condition}" for condition in rule.conditions]
    sides = bool(treaty.sides) and rule.ends == "treaty"
    told.append(
        "the treaty ends for all once a side has no member left" if sides else "the treaty goes on among the others"
    )
    return (*told, 'no law, vote or announcement, and no "effective immediately", shortens the period')


def _of_revocation(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> _Answer:
    """A notice may be revoked until it takes effect (VCLT 68)."""
    rule = next(iter(general_rules(treaty, act)), None)
    text = rule.says if rule else "no rule"
    known = [notice for notice in notices(treaty, treaty.acts) if actor is None or actor in notice.act.actors]
    given = [notice for notice in known if notice.starts <= day]
    if not given:
        return _Answer((), None, rule, text, ("there is no notice of that actor to revoke on that day",))
    notice = given[-1]
    told = (grounds.of_act(treaty, notice.act),)
    if notice.due is not None and day >= notice.due:
        late = f"too late: the notice took effect at 00:00 of {notice.due.isoformat()}"
        return _Answer((), None, rule, text, (late,), told)
    reading = Candidate(day, "at once, since the notice has not taken effect", actor, rule.article if rule else None)
    return _Answer((reading,), day, rule, text, _in_time(notice), told)


def _in_time(notice: Notice) -> tuple[str, ...]:
    due = f" on {notice.due.isoformat()}" if notice.due else ""
    return (
        f"it reaches the addressees before the notice takes effect{due}",
        "the clock of the notice stops, and the actor stays a party",
    )


def _of_extension(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> _Answer:
    """An extension, counted from the expiry that it replaces; `effective` is the new last bound of the treaty."""
    clause = next((one for one in treaty.clauses if isinstance(one, Extension)), None)
    if clause is None:
        return _Answer((), None, None, "the treaty has no clause on extension", ("it would need an amendment",))
    before = tuple(one for one in treaty.acts if (day_of(one) or date.max) < day)
    limited = term(treaty, before)
    if limited is None:
        return _Answer((), None, clause, clause.says, ("the treaty is not in force, so that no term runs",))
    conditions = [f"agreed and in effect before the expiry of {limited.due.isoformat()}", "both sides agree"]
    if clause.times is not None and len(limited.extensions) >= clause.times:
        used = limited.extensions[-1]
        told = (grounds.of_act(treaty, used),)
        return _Answer((), None, clause, clause.says, (f"used up: {used.says}",), told)
    if day >= limited.due:
        return _Answer((), None, clause, clause.says, (f"too late: the treaty expired on {limited.due.isoformat()}",))
    candidates = _candidates(treaty, clause.at_most, limited.due, clause)
    text = f"at most {clause.at_most} from the expiry of {limited.due.isoformat()} ({clause.article}): {clause.says}"
    return _Answer(candidates, _decided(clause, candidates), clause, text, (*conditions, *_ambiguity(candidates)))


def _of_expiry(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> _Answer:
    """The term, counted from entry into force on `day`."""
    clause = next((one for one in treaty.clauses if isinstance(one, Duration)), None)
    if clause is None or clause.period is None:
        return _Answer((), None, clause, clause.says if clause else "the treaty says nothing of a term")
    candidates = _candidates(treaty, clause.period, day, clause)
    last = _decided(clause, candidates)
    conditions = (
        [f"over from 00:00 of {last.isoformat()}, its last full day is {(last - timedelta(days=1)).isoformat()}"]
        if last
        else []
    )
    extended = [one for one in treaty.acts if one.kind is EventKind.EXTEND]
    conditions += [f"unless extended; it was: {one.says}" for one in extended]
    told = tuple(grounds.of_act(treaty, one) for one in extended)
    text = _rule_text(clause, clause.period, Start.ENTRY_INTO_FORCE)
    return _Answer(candidates, last, clause, text, tuple(conditions), told)


def _of_entry(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> _Answer:
    """Entry into force: from the exchange, or from the deposits that the clause asks for."""
    clause = next((one for one in treaty.clauses if isinstance(one, EntryIntoForce)), None)
    if clause is None:
        return _Answer((), None, None, "the treaty's files have no clause on entry into force")
    if act is not EventKind.ENTER_INTO_FORCE and clause.by == "exchange":
        waits = "one side's instrument brings nothing into force; the exchange of both does"
        return _Answer((), None, clause, clause.says, (waits,))
    candidates = _candidates(treaty, clause.period, day, clause)
    starts = Start.EXCHANGE if clause.by == "exchange" else Start.DEPOSIT
    text = _rule_text(clause, clause.period, starts)
    return _Answer(candidates, _decided(clause, candidates), clause, text, _ambiguity(candidates))


def _of_suspension(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> _Answer:
    """A suspension: the treaty's clause; where there is none, a claim, beside the procedure of VCLT 65."""
    clause = next((one for one in treaty.clauses if isinstance(one, Suspension)), None)
    if clause is not None:
        candidates = _candidates(treaty, clause.period, day, clause)
        return _Answer(
            candidates, _decided(clause, candidates), clause, _rule_text(clause, clause.period, clause.starts)
        )
    rules = general_rules(treaty, act)
    timed = next((one for one in rules if one.period is not None), None)
    readings = [Candidate(day, "at once, as the suspending state claims", actor, None)]
    if timed is not None and timed.period is not None:
        readings += [
            replace(one, reading=f"{timed.period} from receipt of the claim, if nobody objects", authority=None)
            for one in _candidates(treaty, timed.period, day, timed)[:1]
        ]
    conditions = [
        "the treaty has no clause that foresees a suspension: it is a claim",
        "a suspended party is still a party",
    ]
    conditions += [f"{condition} ({one.article})" for one in rules for condition in one.conditions]
    told = tuple(grounds.of_clause(treaty, one) for one in rules)
    return _Answer(tuple(readings), None, timed, " ".join(one.says for one in rules), tuple(conditions), told)


def _of_exit(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> _Answer:
    """An exit itself: only the running out of a notice brings one."""
    rule = notice_rule(treaty)
    given = [
        one for one in notices(treaty, treaty.acts) if actor in (None, *one.act.actors) and one.due and one.due <= day
    ]
    text = rule.says if rule else "the treaty has no clause on withdrawal"
    if not given or given[-1].due is None:
        return _Answer((), None, rule, text, ("no notice has run out by that day: nobody leaves without one",))
    last = given[-1]
    due = given[-1].due
    reading = Candidate(due, "the notice has run out", None, rule.article if rule else None)
    return _Answer((reading,), due, rule, text, (), (grounds.of_act(treaty, last.act),))


def _of_no_clock(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> _Answer:
    """Acts that start no clock of any treaty."""
    return _Answer((), None, None, _NO_CLOCK[act], (_NO_CLOCK[act],))


def _of_general_law(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> _Answer:
    """Everything else: the rules of general law that govern the act, if any."""
    rules = general_rules(treaty, act)
    if not rules:
        return _Answer((), None, None, "neither the treaty nor the law of treaties gives this act a day of effect")
    timed: GeneralRule | None = next((one for one in rules if one.period is not None), None)
    conditions = tuple(condition for one in rules for condition in one.conditions)
    told = tuple(grounds.of_clause(treaty, one) for one in rules)
    text = " ".join(one.says for one in rules)
    if timed is None or timed.period is None:
        return _Answer((), None, rules[0], text, conditions, told)
    candidates = _candidates(treaty, timed.period, day, timed)
    return _Answer(candidates, _decided(timed, candidates), timed, text, conditions, told)


_Rule = Callable[[Treaty, EventKind, date, "str | None"], _Answer]
_RULES: dict[EventKind, _Rule] = {
    EventKind.NOTIFY_WITHDRAWAL: _of_notice,
    EventKind.REVOKE_NOTICE: _of_revocation,
    EventKind.HALT_NOTICE: _of_revocation,
    EventKind.EXTEND: _of_extension,
    EventKind.EXPIRE: _of_expiry,
    EventKind.ENTER_INTO_FORCE: _of_entry,
    EventKind.RATIFY: _of_entry,
    EventKind.ACCEDE: _of_entry,
    EventKind.SUSPEND: _of_suspension,
    EventKind.WITHDRAW: _of_exit,
    **dict.fromkeys(_NO_CLOCK, _of_no_clock),
}


# --- The question's own conditions -----------------------------------------------------------------------------------


def _with_record(treaty: Treaty, kind: EventKind, day: date, actor: str | None, answer: _Answer) -> _Answer:
    """Where the shelf holds this very act, its own effective day settles what the rule leaves open."""
    act = next((one for one in treaty.acts if _is_this(one, kind, day, actor)), None)
    if act is None:
        return answer
    told = (*answer.grounds, grounds.of_act(treaty, act))
    stated = act.effective.latest if act.effective and act.effective.exact else None
    ruled = answer.effective is not None and not isinstance(answer.clause, GeneralRule)
    if ruled or stated is None or kind in _NO_CLOCK:
        return replace(answer, grounds=told, conditions=(*answer.conditions, f"on the shelf: {act.says}"))
    holder = actor or (act.actors[0] if len(act.actors) == 1 else None)
    claim = Candidate(stated, "as the act itself states", holder, None)
    rest = tuple(one for one in answer.candidates if one.effective != stated)
    return replace(
        answer,
        candidates=(claim, *rest),
        effective=stated,
        grounds=told,
        conditions=(*answer.conditions, f"on the shelf: {act.says}"),
    )


def _is_this(act: Act, kind: EventKind, day: date, actor: str | None) -> bool:
    days = {one.earliest for one in (act.notified, act.received, act.effective) if one is not None and one.exact}
    return act.kind is kind and day in days and (actor is None or actor in act.actors)


_BY_PARTIES = {
    EventKind.NOTIFY_WITHDRAWAL,
    EventKind.REVOKE_NOTICE,
    EventKind.HALT_NOTICE,
    EventKind.WITHDRAW,
    EventKind.SUSPEND,
    EventKind.RESUME,
    EventKind.EXTEND,
    EventKind.COUNTER_MEASURE,
}
_BOUND = {StandingKind.PARTY, StandingKind.WITHDRAWING, StandingKind.CONTESTED, StandingKind.PARTICIPANT}


def _standing_conditions(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> tuple[str, ...]:
    """Whether the actor can do this on that day: a participant, of a treaty in force."""
    if act not in _BY_PARTIES:
        return ()
    state = evaluate(treaty, (), day - timedelta(days=1))
    told = []
    if state.phase is not Phase.IN_FORCE:
        since = f" since {state.phase_since.isoformat()}" if state.phase_since else ""
        told.append(
            f"the treaty is not in force on that day ({state.phase.value}{since}): the rule is told, not applied"
        )
    if actor is not None:
        row = state.participant(actor)
        standing = row.standing if row else StandingKind.NONE
        if standing not in _BOUND and state.phase is Phase.IN_FORCE:
            told.append(f"{actor} is no participant on that day ({standing.value}): its act would have no effect")
        if standing is StandingKind.CONTESTED:
            told.append(f"whether {actor} is bound is contested")
        if standing is StandingKind.WITHDRAWING and act is EventKind.NOTIFY_WITHDRAWAL:
            told.append(f"{actor} has given notice before")
    return tuple(told)
