"""What the rules make of joining: deposits, entry into force, succession."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from treatywatch.model.clause import EntryIntoForce
from treatywatch.model.clause_parts import Cutoff, Start
from treatywatch.model.law import Treaty
from treatywatch.model.participation import Consent, Participation
from treatywatch.model.passage import Ground
from treatywatch.model.regime import Candidate
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import grounds
from treatywatch.regime.answers import Answer, ambiguity, candidates_of, decided, rule_text
from treatywatch.regime.entering import (
    Entry,
    bound_days,
    entry_clause,
    entry_of,
    opened_candidates,
    row_of_actor,
    ruled_days,
)
from treatywatch.regime.general import of_general_law

_FROM = {"exchange": Start.EXCHANGE, "deposits": Start.DEPOSIT, "waiver": Start.DEPOSIT, "signature": Start.SIGNATURE}
_CUTOFFS = {
    Cutoff.KTH_DEPOSIT: "deposited after the last of the deposits that entry into force needed, so that an own clock runs",
    Cutoff.ENTRY_INTO_FORCE: "deposited after the treaty had entered into force, so that an own clock runs",
}
_SUCCESSION = "a successor is bound from the date of state succession; no waiting period of the treaty runs for it"


# --- Entry into force ------------------------------------------------------------------------------------------------


def of_entry(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """Entry into force of the treaty: from the exchange, or from the last deposit that the clause asks for, on `day`."""
    clause = entry_clause(treaty)
    if clause is None:
        return Answer((), None, None, "the treaty's files have no clause on entry into force")
    if clause.by in ("deposits", "waiver") and actor is not None:
        return of_consent(treaty, act, day, actor)
    starts = _FROM.get(clause.by)
    text = rule_text(clause, clause.period, starts)
    candidates = candidates_of(treaty, clause.period, day, clause)
    floored = opened_candidates(clause, day, treaty.acts)
    if clause.by == "deposits" and floored != clause.period.ends(day):
        waits = f"not before {clause.not_before} from the opening for signature"
        candidates = tuple(Candidate(one, waits, None, clause.article) for one in floored)
    conditions = (*_needs(clause), *ambiguity(candidates))
    return Answer(candidates, decided(clause, candidates), clause, text, conditions)


def _needs(clause: EntryIntoForce) -> tuple[str, ...]:
    if clause.by != "deposits":
        return ()
    told = [f"the deposit of that day is the last of {clause.deposits} that are needed"] if clause.deposits else []
    told += ["all signatories have deposited"] if clause.all_signatories else []
    told += [f"among them {', '.join(clause.named)}"] if clause.named else []
    return tuple(told)


def of_consent(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """A deposit on `day`: bound with the treaty, or by the late joiner's rule; on the shelf, also as registers publish it."""
    row = row_of_actor(treaty, actor) if actor else None
    if row is not None and row.kind in (Consent.SUCCESSION, Consent.CONTINUATION) and _is_day(row.deposited, day):
        return of_succession(treaty, EventKind.SUCCEED, day, actor)
    entry = entry_of(treaty, treaty.acts)
    if entry is None:
        return _without_deposits(treaty, act, day, actor)
    told = _first_deposit(row, day)
    answer = _by_deposit(treaty, entry, day if told is None else told[0], row)
    if told is not None:
        answer = replace(answer, conditions=(told[1], *answer.conditions))
    return _as_published(answer, row, day if told is None else told[0])


def _without_deposits(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    clause = entry_clause(treaty)
    if clause is None:
        return Answer((), None, None, "the treaty's files have no clause on entry into force")
    if clause.by == "exchange":
        waits = "one side's instrument brings nothing into force; the exchange of both does"
        return Answer((), None, clause, clause.says, (waits,))
    return of_entry(treaty, act, day, None)


def _is_day(day: object, on: date) -> bool:
    return getattr(day, "earliest", None) == on and getattr(day, "exact", False)


def _first_deposit(row: Participation | None, day: date) -> tuple[date, str] | None:
    """The deposit that counts where `day` is of another capital, or of the ratification at home."""
    if row is None or row.deposited is None or _is_day(row.deposited, day):
        return None
    where = f" in {row.place}" if row.place else ""
    for later in row.later_deposits.items if row.later_deposits else ():
        if _is_day(later.day, day):
            return (
                row.deposited.latest,
                f"deposited first{where} on {row.deposited}; {later.by} came later and starts nothing",
            )
    if _is_day(row.ratified, day):
        return (
            row.deposited.latest,
            f"ratified at home on that day; what counts is the deposit of {row.deposited}{where}",
        )
    return None


def _by_deposit(treaty: Treaty, entry: Entry, day: date, row: Participation | None) -> Answer:
    """What the clause gives for a deposit on `day`."""
    clause = entry.clause
    if clause.by == "waiver":
        return _by_waiver(entry, day, row)
    if entry.day is None:
        return Answer((), None, clause, clause.says, _lacking(entry))
    days, article, period = ruled_days(entry, day)
    if article == clause.article:
        reading = "with the treaty: the deposit comes before the cut-off, and starts no clock of its own"
        candidates: tuple[Candidate, ...] = (Candidate(days[0], reading, None, article),)
    elif days == period.ends(day):
        candidates = tuple(
            replace(one, authority=one.authority and article) for one in candidates_of(treaty, period, day, clause)
        )
    else:
        candidates = tuple(Candidate(one, "with the treaty", None, article) for one in days)
    conditions = (_CUTOFFS[clause.late.cutoff],) if clause.late and article != clause.article else ()
    text = f"{period} ({article}): {clause.says}"
    effective = days[0] if len(days) == 1 else None
    told = _of_late(treaty, clause, article) if article != clause.article else ()
    return Answer(candidates, effective, clause, text, (*conditions, *ambiguity(candidates)), told, article)


def _of_late(treaty: Treaty, clause: EntryIntoForce, article: str) -> tuple[Ground, ...]:
    """The late joiner's own article: one of the same treaty, read with its clause on entry into force; or VCLT 24(3)."""
    if clause.late is not None:
        return (replace(grounds.of_clause(treaty, clause), article=article),)
    rules = treaty.general.clauses if treaty.general else ()
    return tuple(grounds.of_clause(treaty, one) for one in rules if one.article == article)


def _by_waiver(entry: Entry, day: date, row: Participation | None) -> Answer:
    """With its own waiver, but not before the treaty itself is in force among as many states as it needs."""
    clause = entry.clause
    if row is None or row.waiver is None:
        return Answer(
            (), None, clause, clause.says, ("not in force for it until it has waived, or met, the treaty's conditions",)
        )
    bound = max(day, row.waiver.latest, entry.day or day)
    reading = Candidate(bound, "once it has deposited and waived the conditions", None, clause.article)
    return Answer((reading,), bound, clause, clause.says, (f"it waived the conditions on {row.waiver}",))


def _lacking(entry: Entry) -> tuple[str, ...]:
    told = [f"the treaty is not in force: {entry.deposited} deposits count"]
    if entry.missing:
        told.append(f"still needed: {', '.join(sorted(entry.missing))}")
    return tuple(told)


def _as_published(answer: Answer, row: Participation | None, day: date) -> Answer:
    """A published day stands beside the rule's; where they differ both are told, and the table's own comes first."""
    if row is None or not _is_day(row.deposited, day) or row.in_force is None or not row.in_force.exact:
        return answer
    stated = row.in_force.latest
    by = row.in_force_by
    others = [(told.day.latest, told.by) for told in row.other_days.items] if row.other_days else []
    known = {one.effective for one in answer.candidates}
    if known == {stated} and not others:
        return answer
    published = Candidate(stated, f"as {by or 'the table'} publishes it", by, None)
    rest = tuple(one for one in answer.candidates if one.effective != stated)
    more = tuple(
        Candidate(other, f"as {who} publishes it", who, None) for other, who in others if other not in {*known, stated}
    )
    return replace(answer, candidates=(published, *rest, *more), effective=stated)


# --- Succession ------------------------------------------------------------------------------------------------------


def of_succession(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """A succession waits for no rule; a continuation is the same party since its predecessor was bound."""
    general = of_general_law(treaty, act, day, actor)
    row = row_of_actor(treaty, actor) if actor else None
    if row is None or row.kind not in (Consent.SUCCESSION, Consent.CONTINUATION):
        return _unknown_succession(general, day)
    if row.kind is Consent.CONTINUATION:
        return _continued(treaty, general, row)
    found = [(told.day.latest, told.by) for told in row.other_days.items] if row.other_days else []
    if row.in_force is not None or row.deposited is not None:
        main = (row.in_force or row.deposited).latest  # type: ignore[union-attr]
        found.append((main, row.in_force_by or "the table"))
    candidates = tuple(Candidate(on, f"as {by} counts it", by, None) for on, by in sorted(found))
    effective = candidates[0].effective if len({one.effective for one in candidates}) == 1 else None
    differ = ("registers differ: some count from the notification, others from independence or state succession",)
    conditions = (*general.conditions, *(differ if effective is None else ()))
    return replace(
        general,
        candidates=candidates,
        effective=effective,
        rule=f"{_SUCCESSION}. {general.rule}",
        conditions=conditions,
    )


def _unknown_succession(general: Answer, day: date) -> Answer:
    reading = Candidate(day, "from the notification, as some registers count", None, None)
    tell = "others count from the date of state succession, which the notification names"
    return replace(
        general,
        candidates=(reading,),
        effective=None,
        rule=f"{_SUCCESSION}. {general.rule}",
        conditions=(tell, *general.conditions),
    )


def _continued(treaty: Treaty, general: Answer, row: Participation) -> Answer:
    """The same party: bound since its predecessor was."""
    rows = {one.actor: one for one in treaty.participants}
    seen = {row.actor}
    first = row
    while first.kind is Consent.CONTINUATION and first.of in rows and first.of not in seen:
        first = rows[first.of]
        seen.add(first.actor)
    bound = next((one for one in bound_days(treaty, treaty.acts) if one.actor == first.actor), None)
    same = f"the same party as {row.of}: a continuation is neither a succession nor an accession"
    if bound is None:
        return replace(general, candidates=(), effective=None, rule=same)
    reading = Candidate(bound.day, f"since {first.actor} was bound", None, None)
    told = (*general.grounds, grounds.of_act(treaty, bound.act))
    return replace(general, candidates=(reading,), effective=bound.day, rule=same, grounds=told)
