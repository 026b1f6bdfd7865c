"""What the rules make of the treaty's own time: provisional application, amendment, extension, the term and its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from treatywatch.model.clause import Amendment, Clause, Duration, Extension, ProvisionalApplication
from treatywatch.model.clause_parts import Start
from treatywatch.model.law import Act, Treaty
from treatywatch.model.regime import Candidate
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import grounds
from treatywatch.regime.answers import Answer, ambiguity, candidates_of, decided, rule_text
from treatywatch.regime.days import day_of
from treatywatch.regime.general import of_general_law
from treatywatch.regime.terms import ends_of, term


def of_provisional(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """Provisional application: from the day of the declaration, as far as the clause goes (VCLT 25)."""
    clause = next((one for one in treaty.clauses if isinstance(one, ProvisionalApplication)), None)
    if clause is None:
        return of_general_law(treaty, act, day, actor)
    reading = Candidate(day, "from the declaration on", actor, clause.article)
    scope = () if clause.whole else (f"only {', '.join(clause.of)}",)
    return Answer(
        (reading,), day, clause, clause.says, (*scope, "it ends when the state says that it will not become a party")
    )


def of_amendment(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """An amendment: the treaty's own procedure; it binds nobody by its adoption alone."""
    clause: Clause | None = next((one for one in treaty.clauses if isinstance(one, Amendment)), None)
    if not isinstance(clause, Amendment):
        return of_general_law(treaty, act, day, actor)
    return Answer((), None, clause, clause.says, (clause.procedure, "its adoption alone binds nobody"))


def of_extension(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """An extension, counted from the expiry that it replaces; `effective` is the new last bound of the treaty."""
    clause = next((one for one in treaty.clauses if isinstance(one, Extension)), None)
    if clause is None:
        return Answer((), None, None, "the treaty has no clause on extension", ("it would need an amendment",))
    if clause.at_most is None:
        how = "a vote of the parties' conference" if clause.by == "vote" else "agreement of the parties"
        return Answer((), None, clause, clause.says, (f"by {how}; it may be without end", *_used(treaty, clause, day)))
    before = tuple(one for one in treaty.acts if (day_of(one) or date.max) < day)
    limited = term(treaty, before)
    if limited is None:
        return Answer((), None, clause, clause.says, ("the treaty is not in force, so that no term runs",))
    conditions = [f"agreed and in effect before the expiry of {limited.due.isoformat()}", "both sides agree"]
    if clause.times is not None and len(limited.extensions) >= clause.times:
        used = limited.extensions[-1]
        return Answer((), None, clause, clause.says, (f"used up: {used.says}",), (grounds.of_act(treaty, used),))
    if day >= limited.due:
        return Answer((), None, clause, clause.says, (f"too late: the treaty expired on {limited.due.isoformat()}",))
    candidates = candidates_of(treaty, clause.at_most, limited.due, clause)
    text = f"at most {clause.at_most} from the expiry of {limited.due.isoformat()} ({clause.article}): {clause.says}"
    return Answer(candidates, decided(clause, candidates), clause, text, (*conditions, *ambiguity(candidates)))


def _used(treaty: Treaty, clause: Extension, day: date) -> tuple[str, ...]:
    """That the extension was made before that day, where the clause allows it so many times only."""
    made: list[Act] = [one for one in treaty.acts if one.kind is EventKind.EXTEND and (day_of(one) or date.max) < day]
    if clause.times is None or len(made) < clause.times:
        return ()
    return (f"used up: {made[-1].says}",)


def of_expiry(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """The term, counted from entry into force on `day`, or to the day that the clause names; and an earlier end, if there was one."""
    clause = next((one for one in treaty.clauses if isinstance(one, Duration)), None)
    if clause is None or not ends_of(clause, day):
        return Answer((), None, clause, clause.says if clause else "the treaty says nothing of a term")
    candidates = _term_ends(treaty, clause, day)
    last = decided(clause, candidates)
    conditions = (
        [f"over from 00:00 of {last.isoformat()}, its last full day is {(last - timedelta(days=1)).isoformat()}"]
        if last
        else []
    )
    extended = [one for one in treaty.acts if one.kind is EventKind.EXTEND]
    conditions += [f"unless extended; it was: {one.says}" for one in extended]
    told = tuple(grounds.of_act(treaty, one) for one in extended)
    text = rule_text(clause, clause.period, Start.ENTRY_INTO_FORCE)
    return _cut_short(treaty, Answer(candidates, last, clause, text, tuple(conditions), told))


def _term_ends(treaty: Treaty, clause: Duration, day: date) -> tuple[Candidate, ...]:
    if clause.until is None and clause.period is not None:
        return candidates_of(treaty, clause.period, day, clause)
    return tuple(Candidate(end, "the day that the clause names", None, clause.article) for end in ends_of(clause, day))


def _cut_short(treaty: Treaty, answer: Answer) -> Answer:
    """Where an act ended the treaty before its term, that day counts and the term never ran out."""
    kinds = (EventKind.TERMINATE, EventKind.SUPERSEDE)
    ended = min(
        (one for one in treaty.acts if one.kind in kinds and day_of(one)),
        key=lambda one: day_of(one) or date.max,
        default=None,
    )
    day = day_of(ended) if ended else None
    if ended is None or day is None or answer.effective is None or day >= answer.effective:
        return answer
    reading = Candidate(day, f"ended before its term: {ended.says}", None, None)
    return replace(
        answer,
        candidates=(reading, *answer.candidates),
        effective=day,
        conditions=(f"the term never ran out: {ended.says}", *answer.conditions),
        grounds=(*answer.grounds, grounds.of_act(treaty, ended)),
    )
