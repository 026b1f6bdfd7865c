"""What the rules make of leaving: notices, their revocation, exits, suspensions, snapback."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from treatywatch.model.clause import Clause, Snapback, Suspension, Withdrawal
from treatywatch.model.law import Treaty
from treatywatch.model.passage import Ground
from treatywatch.model.regime import Candidate
from treatywatch.model.vocabulary import EventKind, Operation
from treatywatch.regime import grounds
from treatywatch.regime.answers import Answer, ambiguity, candidates_of, counted, decided, rule_text
from treatywatch.regime.evaluation import evaluate
from treatywatch.regime.general import in_words
from treatywatch.regime.notices import Notice, first_notice, general_rules, hindrance, members_on, notice_rule, notices


def of_notice(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """A notice of withdrawal: the treaty's own clause, else VCLT 56."""
    rule = notice_rule(treaty)
    if rule is None or rule.period is None:
        none = "it has no clause on withdrawal"
        loose = () if treaty.binding else (f"{none} and does not bind in law: the law of treaties sets no period",)
        return Answer((), None, rule, rule.says if rule else none, loose)
    text = rule_text(rule, rule.period, rule.starts)
    first = first_notice(treaty, treaty.acts, rule, actor, day)
    if first is not None and day < first:
        return Answer((), None, rule, text, (f"too early: no notice can be given before {first.isoformat()}",))
    candidates = counted(treaty, rule.period, day, rule)
    conditions = ambiguity(candidates) + (
        _withdrawal_conditions(treaty, rule) if isinstance(rule, Withdrawal) else rule.conditions
    )
    conditions += _others_left(treaty, rule, actor, day)
    stops = tuple(
        f"what would stop it: {one.says} ({one.article})" for one in general_rules(treaty, EventKind.REVOKE_NOTICE)
    )
    form, told = _form(treaty, rule)
    answer = Answer(candidates, decided(rule, candidates), rule, text, conditions + form + stops, told)
    return _held_back(treaty, rule, actor, answer)


def _form(treaty: Treaty, rule: Clause) -> tuple[tuple[str, ...], tuple[Ground, ...]]:
    """What general law says of the notice's form, where the treaty has no clause; and of its receipt, where it goes to a depositary."""
    silent = not isinstance(rule, Withdrawal)
    deposited = treaty.depositary is not None if silent else "depositar" in getattr(rule, "addressee", "")
    others = (one for one in general_rules(treaty, EventKind.NOTIFY_WITHDRAWAL) if one is not rule)
    kept = [one for one in others if (deposited if one.article in _OF_DEPOSITARIES else silent)]
    said = tuple(f"{one.says} ({one.article})" for one in kept if one.article in _ON_FORM)
    return said, tuple(grounds.of_clause(treaty, one) for one in kept)


_OF_DEPOSITARIES = ("VCLT 76", "VCLT 77", "VCLT 78")
_ON_FORM = ("VCLT 67", "VCLT 78")
"""The rules on how a notice is made, and when it counts as made; the others are told as grounds alone."""


def _held_back(treaty: Treaty, rule: Clause, actor: str | None, answer: Answer) -> Answer:
    """Where something holds the exit back on the last day, no day is told before it ends."""
    last = answer.candidates[0].effective
    bar = hindrance(treaty, rule, actor, last) if actor else None
    if bar is None:
        return answer
    source = (*answer.grounds, grounds.of_hindrance(treaty, bar))
    held = f"held back, and not before {last.isoformat()}: {bar.condition} ({bar.says})"
    if bar.until is None:
        none = f"no day can be named while this lasts ({actor}: {bar.condition})"
        return replace(
            answer, candidates=(), effective=None, conditions=(held, none, *answer.conditions), grounds=source
        )
    end = bar.until.latest
    freed = Candidate(end, f"when what holds it back has ended: {bar.condition}", None, rule.article)
    return replace(answer, candidates=(freed,), effective=end, conditions=(held, *answer.conditions), grounds=source)


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


def _others_left(treaty: Treaty, rule: Clause, actor: str | None, day: date) -> tuple[str, ...]:
    """That the leaver's side keeps other members, as the side of several successors does."""
    side = treaty.side_of(actor) if actor else None
    if side is None or not isinstance(rule, Withdrawal) or rule.ends != "treaty":
        return ()
    members = [member.actor for member in members_on(side, day)]
    others = [member for member in members if member != actor]
    if actor not in members or not others:
        return ()
    return (f"{actor}'s side keeps other members ({', '.join(others)}): its exit alone does not end the treaty",)


def of_revocation(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """A notice may be revoked until it takes effect (VCLT 68)."""
    rule = next(iter(general_rules(treaty, act)), None)
    text = rule.says if rule else "no rule"
    known = [notice for notice in notices(treaty, treaty.acts) if actor is None or actor in notice.actors]
    given = [notice for notice in known if notice.starts <= day]
    if not given:
        return Answer((), None, rule, text, ("there is no notice of that actor to revoke on that day",))
    notice = given[-1]
    told = (grounds.of_act(treaty, notice.act),)
    if notice.due is not None and day >= notice.due:
        late = f"too late: the notice took effect at 00:00 of {notice.due.isoformat()}"
        return Answer((), None, rule, text, (late,), told)
    reading = Candidate(day, "at once, since the notice has not taken effect", actor, rule.article if rule else None)
    return Answer((reading,), day, rule, text, _in_time(notice), told)


def _in_time(notice: Notice) -> tuple[str, ...]:
    due = f" on {notice.due.isoformat()}" if notice.due else ""
    return (
        f"it reaches the addressees before the notice takes effect{due}",
        "the clock of the notice stops, and the actor stays a party",
    )


def of_exit(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """An exit itself: only the running out of a notice brings one."""
    rule = notice_rule(treaty)
    given = [one for one in notices(treaty, treaty.acts) if actor in (None, *one.actors) and one.due and one.due <= day]
    text = rule.says if rule else "the treaty has no clause on withdrawal"
    general = tuple(grounds.of_clause(treaty, one) for one in general_rules(treaty, act))
    if not given or given[-1].due is None:
        return Answer((), None, rule, text, ("no notice has run out by that day: nobody leaves without one",), general)
    last, due = given[-1], given[-1].due
    reading = Candidate(due, "the notice has run out", None, rule.article if rule else None)
    return Answer((reading,), due, rule, text, (), (grounds.of_act(treaty, last.act), *general))


def of_suspension(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """A suspension: the treaty's clause; where there is none, a claim, beside the procedure of VCLT 65."""
    clause = next((one for one in treaty.clauses if isinstance(one, Suspension)), None)
    if clause is not None:
        candidates = candidates_of(treaty, clause.period, day, clause)
        return Answer(candidates, decided(clause, candidates), clause, rule_text(clause, clause.period, clause.starts))
    rules = general_rules(treaty, act)
    timed = next((one for one in rules if one.period is not None), None)
    readings = [Candidate(day, "at once, as the suspending state claims", actor, None)]
    if timed is not None and timed.period is not None:
        readings += [
            replace(one, reading=f"{timed.period} from receipt of the claim, if nobody objects", authority=None)
            for one in candidates_of(treaty, timed.period, day, timed)[:1]
        ]
    conditions = [
        "the treaty has no clause that foresees a suspension: it is a claim",
        "a suspended party is still a party",
    ]
    conditions += [f"{condition} ({one.article})" for one in rules for condition in one.conditions]
    told = tuple(grounds.of_clause(treaty, one) for one in rules)
    return Answer(tuple(readings), None, timed, in_words(rules), tuple(conditions), told)


def of_resumption(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """The end of a suspension: what was only suspended operates again with the act that ends it; no article sets a period (VCLT 57, 72)."""
    rules = general_rules(treaty, act)
    text = in_words(rules) or "nothing here sets a period for taking up again what was suspended"
    told = tuple(grounds.of_clause(treaty, one) for one in rules)
    clause = next((one for one in rules if one.article == _RESUMED_UNDER), None)
    row = evaluate(treaty, treaty.acts, day - timedelta(days=1)).participant(actor) if actor else None
    if actor is not None and (row is None or row.operation not in _HELD):
        none = f"nothing is suspended by {actor} on that day, so that there is nothing to resume"
        return Answer((), None, clause, text, (none,), told)
    reading = Candidate(
        day, "with the act or the notice that ends the suspension", actor, clause.article if clause else None
    )
    conditions: tuple[str, ...] = (
        "whoever suspended it takes the suspension back, or what it was made to depend on has come",
        _EACH,
    )
    if actor is None:
        conditions = ("its operation is suspended on that day", *conditions)
    return Answer((reading,), day, clause, text, conditions, told)


_RESUMED_UNDER = "VCLT 72"
_HELD = (Operation.SUSPENDED, Operation.PARTLY_SUSPENDED, Operation.CLAIMED_SUSPENDED)
_EACH = "where several suspended it, each resumes for itself alone"


def of_snapback(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """A snapback: the period of its clause from the notification, in every way in which it is counted."""
    clause = next((one for one in treaty.clauses if isinstance(one, Snapback)), None)
    if clause is None:
        return Answer((), None, None, "nothing here foresees a snapback")
    candidates = counted(treaty, clause.period, day, clause)
    conditions = (f"it brings back {clause.restores}", *ambiguity(candidates))
    text = rule_text(clause, clause.period, clause.starts)
    return Answer(candidates, decided(clause, candidates), clause, text, conditions)
