"""What a treaty's rule makes of an act, real or hypothetical: the effective day, the article, the rule, the conditions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from treatywatch.dates import PlainDay
from treatywatch.model.clause import GeneralRule
from treatywatch.model.law import Act, Treaty
from treatywatch.model.regime import Candidate, Reckoning
from treatywatch.model.vocabulary import EventKind, Phase, StandingKind
from treatywatch.regime import grounds
from treatywatch.regime.answers import DEPOSITARY, Answer
from treatywatch.regime.consents import of_consent, of_entry, of_succession
from treatywatch.regime.evaluation import evaluate
from treatywatch.regime.exits import of_exit, of_notice, of_resumption, of_revocation, of_snapback, of_suspension
from treatywatch.regime.general import NO_CLOCK, of_general_law, of_no_clock
from treatywatch.regime.lasting import of_amendment, of_expiry, of_extension, of_provisional

_Rule: TypeAlias = "Callable[[Treaty, EventKind, date, str | None], Answer]"
_RULES: dict[EventKind, _Rule] = {
    EventKind.NOTIFY_WITHDRAWAL: of_notice,
    EventKind.REVOKE_NOTICE: of_revocation,
    EventKind.HALT_NOTICE: of_revocation,
    EventKind.EXTEND: of_extension,
    EventKind.EXPIRE: of_expiry,
    EventKind.ENTER_INTO_FORCE: of_entry,
    EventKind.RATIFY: of_consent,
    EventKind.ACCEDE: of_consent,
    EventKind.SUCCEED: of_succession,
    EventKind.APPLY_PROVISIONALLY: of_provisional,
    EventKind.AMEND: of_amendment,
    EventKind.SUSPEND: of_suspension,
    EventKind.WITHDRAW: of_exit,
    EventKind.SNAPBACK: of_snapback,
    EventKind.RESUME: of_resumption,
    **dict.fromkeys(NO_CLOCK, of_no_clock),
}


def reckon(treaty: Treaty, act: EventKind, day: PlainDay | date, actor: str | None = None) -> Reckoning:
    """What the rules of `treaty` make of an `act` on `day`: the day that starts the clock (receipt where the clause says so).

    Where readings differ each is a candidate, and `effective` is None unless one has authority. A day known only by month or
    year gives the answers of its first and last day.
    """
    plain = day if isinstance(day, PlainDay) else PlainDay.of(day)
    answer = _reckon_day(treaty, act, plain.earliest, actor)
    if not plain.exact:
        answer = _spread(answer, _reckon_day(treaty, act, plain.latest, actor), plain)
    conditions = (*_standing_conditions(treaty, act, plain.earliest, actor), *answer.conditions, *_gaps(treaty))
    clause = answer.clause
    told = (*((grounds.of_clause(treaty, clause),) if clause else ()), *answer.grounds)
    told = tuple(sorted(told, key=lambda ground: answer.article is None or ground.article != answer.article))
    return Reckoning(
        treaty=treaty.id,
        act=act,
        day=plain,
        actor=actor,
        effective=answer.effective,
        candidates=answer.candidates,
        article=answer.article or (clause.article if clause else None),
        rule=answer.rule,
        conditions=tuple(dict.fromkeys(conditions)),
        grounds=grounds.distinct(told),
    )


def _reckon_day(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    rule = _RULES.get(act, of_general_law)
    return _with_record(treaty, act, day, actor, rule(treaty, act, day, actor))


def _spread(first: Answer, last: Answer, day: PlainDay) -> Answer:
    """The answers for the first and the last possible day of a month or a year."""
    told = [
        replace(candidate, reading=f"{candidate.reading}, if the act is of {on.isoformat()}")
        for answer, on in ((first, day.earliest), (last, day.latest))
        for candidate in answer.candidates
    ]
    same = first.effective if first.effective == last.effective else None
    condition = f"the act is known only as of {day}"
    return replace(first, candidates=tuple(told), effective=same, conditions=(condition, *first.conditions))


# --- The question's own conditions -----------------------------------------------------------------------------------


def _with_record(treaty: Treaty, kind: EventKind, day: date, actor: str | None, answer: Answer) -> Answer:
    """Where the shelf holds this very act, its own effective day settles what the rule leaves open."""
    act = next((one for one in treaty.acts if _is_this(one, kind, day, actor)), None)
    if act is None:
        return answer
    against = (f"{view.holder} holds: {view.says}" for view in act.views if not view.accepts)
    held = replace(
        answer,
        grounds=(*answer.grounds, grounds.of_act(treaty, act)),
        conditions=(*against, *answer.conditions, f"on the shelf: {act.says}"),
    )
    if any(view.effective is not None for view in act.views):
        return _viewed(act, held)
    stated = act.effective.latest if act.effective and act.effective.exact else None
    ruled = answer.effective is not None and not isinstance(answer.clause, GeneralRule)
    if ruled or stated is None or kind in NO_CLOCK or act.row is not None:
        return held
    holder = actor or (act.actors[0] if len(act.actors) == 1 else None)
    claim = Candidate(stated, "as the act itself states", holder, None)
    rest = tuple(one for one in answer.candidates if one.effective != stated)
    return replace(held, candidates=(claim, *rest), effective=stated)


def _viewed(act: Act, answer: Answer) -> Answer:
    """Where views differ on the day, each is a candidate with its holder; only the depositary's own has authority."""
    told = [
        Candidate(view.effective.latest, view.says, view.holder, DEPOSITARY if view.depositary else None)
        for view in act.views
        if view.effective is not None
    ]
    known = {one.effective for one in told}
    rest = [one for one in answer.candidates if one.effective not in known]
    recorded = next((one.effective for one in told if one.authority), None)
    agreed = known.pop() if len(known) == 1 and not rest else None
    rejected = any(not view.accepts for view in act.views)
    return replace(answer, candidates=(*told, *rest), effective=recorded or (None if rejected else agreed))


def _is_this(act: Act, kind: EventKind, day: date, actor: str | None) -> bool:
    days = {one.earliest for one in (act.notified, act.received, act.effective) if one is not None and one.exact}
    named = actor in act.actors if actor is not None else act.row is None
    same = act.kind is kind or {act.kind, kind} == _CONSENTS
    return same and day in days and named


_CONSENTS = {EventKind.RATIFY, EventKind.ACCEDE}
"""One act under two names: a state consents by ratification if it signed, else by accession."""


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


def _gaps(treaty: Treaty) -> tuple[str, ...]:
    """That the table of participants is incomplete, where an answer may rest on it."""
    told = treaty.coverage
    if told is None or told.complete:
        return ()
    return (f"the table of participants is incomplete as of {told.as_of}: {told.says}",)


def _text_conditions(treaty: Treaty, day: date) -> tuple[str, ...]:
    """Whether there is a text to consent to on that day: one is adopted (VCLT 9), and has not ended."""
    phase = evaluate(treaty, (), day).phase
    if phase is Phase.NEGOTIATING:
        return (
            "the text was not adopted on that day, so that nobody could consent to it: the rule is told, not applied",
        )
    if phase in (Phase.EXPIRED, Phase.TERMINATED, Phase.SUPERSEDED):
        return (f"the treaty has ended by that day ({phase.value}): the rule is told, not applied",)
    return ()


def _no_party(treaty: Treaty, act: EventKind, actor: str, standing: StandingKind, day: date) -> str:
    """That only a party can do this. The rule's day is told all the same: it is what the treaty says, and what a party would get."""
    noun = "party" if treaty.binding else "participant"
    bound = {
        StandingKind.SIGNATORY: f"only a signatory and no {noun}",
        StandingKind.CONTRACTING: f"not bound yet and no {noun}",
        StandingKind.PROVISIONAL: f"applying it provisionally and no {noun}",
        StandingKind.FORMER: f"no {noun} any more",
    }.get(standing, f"no {noun}")
    deed = "a notice" if act in (EventKind.NOTIFY_WITHDRAWAL, EventKind.REVOKE_NOTICE) else "an act"
    return f"{actor} is {bound} on {day.isoformat()}: such {deed} would have no effect (a {noun}'s would, as told)"


def _standing_conditions(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> tuple[str, ...]:
    """Whether the actor can do this on that day: a participant, of a treaty in force."""
    if act in _CONSENTS:
        return _text_conditions(treaty, day)
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
            told.insert(0, _no_party(treaty, act, actor, standing, day))
        if standing is StandingKind.CONTESTED:
            told.append(f"whether {actor} is bound is contested")
        if standing is StandingKind.WITHDRAWING and act is EventKind.NOTIFY_WITHDRAWAL:
            told.append(f"{actor} has given notice before")
    return tuple(told)
