"""The treaty's own time: its entry into force, and its term where its duration is limited."""

from __future__ import annotations

from datetime import date

from treatywatch.model.clause import Duration, Extension
from treatywatch.model.law import Act, Treaty
from treatywatch.model.noun import noun
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime.days import day_of
from treatywatch.regime.entering import entry_of


@noun(frozen=True, slots=True)
class Term:
    """The term of a treaty of limited duration, as extended by the acts given."""

    clause: Duration
    starts: date
    due: date
    extensions: tuple[Act, ...]


def in_force_day(treaty: Treaty, acts: tuple[Act, ...]) -> date | None:
    """The day of entry into force: as an act tells it, else as the deposits give it."""
    entry = entry_of(treaty, acts)
    if entry is not None and entry.day is not None:
        return entry.day
    days = [day_of(act) for act in acts if act.kind is EventKind.ENTER_INTO_FORCE]
    return min((day for day in days if day is not None), default=None)


def term(treaty: Treaty, acts: tuple[Act, ...], on: date | None = None) -> Term | None:
    """The term of a treaty of limited duration; with `on`, only by the extensions in effect on that day."""
    clause = next((one for one in treaty.clauses if isinstance(one, Duration)), None)
    if clause is None or (clause.period is None and clause.until is None):
        return None
    starts = in_force_day(treaty, acts)
    if starts is None:
        return None
    due = ends_of(clause, starts)[0]
    used: list[Act] = []
    for act in acts:
        day = day_of(act)
        if act.kind is EventKind.EXTEND and day is not None and day < due and (on is None or day <= on):
            due = act.until.latest if act.until else _longest(treaty, due)
            used.append(act)
    return Term(clause, starts, due, tuple(used))


def ends_of(clause: Duration, starts: date) -> tuple[date, ...]:
    """The day on which the term is over: the one that the clause names, else its period from `starts`; two where months are ambiguous."""
    if clause.until is not None:
        return (clause.until.latest,)
    return clause.period.ends(starts) if clause.period is not None else ()


def outlived(treaty: Treaty, on: date) -> bool:
    """Whether the treaty's own term, where it names its day, is over on `on`; then a treaty not yet in force never will be."""
    return any(isinstance(one, Duration) and one.until is not None and one.until.latest <= on for one in treaty.clauses)


def _longest(treaty: Treaty, due: date) -> date:
    """The most that the clause on extension allows, counted from the expiry that it replaces."""
    clause = next((one for one in treaty.clauses if isinstance(one, Extension)), None)
    return clause.at_most.ends(due)[0] if clause and clause.at_most else due
