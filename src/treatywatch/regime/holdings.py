"""Numerical limits against declared numbers: beside each number its limit, whether it was within it, and whether the limit held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from treatywatch.model.clause import Limit
from treatywatch.model.holdings import Declaration, Holding, OtherCount, Recount
from treatywatch.model.law import Treaty
from treatywatch.model.passage import Ground
from treatywatch.model.vocabulary import Phase
from treatywatch.regime import grounds
from treatywatch.regime.deadlines import calendar
from treatywatch.regime.evaluation import evaluate


def measured(
    treaty: Treaty, declarations: Iterable[Declaration], on: date | None = None, known: date | None = None
) -> tuple[Holding, ...]:
    """One answer for each declared number (and each limit for which nothing was declared), by day, actor and article.

    Declarations of later days than `on`, and those not public by `known`, are left out.
    """
    limits = {one.article: one for one in treaty.clauses if isinstance(one, Limit)}
    told = [row for row in declarations if _counts(row, on, known)]
    spoken = {article for row in told for article, _ in row.counts}
    days = {row.day.earliest for row in told}
    held = {day: (_due(treaty, day), evaluate(treaty, (), day).phase) for day in days}
    found: list[Holding] = []
    for row in told:
        due, phase = held[row.day.earliest]
        numbers: dict[str, int | None] = dict(row.counts)
        for article in sorted(numbers or spoken):
            limit = limits[article]
            since = due.get(grounds.clause_id(treaty, limit))
            applies = phase is Phase.IN_FORCE and (since is None or since <= row.day.earliest)
            found.append(_holding(treaty, row, limit, numbers.get(article), since, applies))
    return tuple(sorted(found, key=lambda one: (one.day.earliest, one.actor, one.article)))


def _counts(row: Declaration, on: date | None, known: date | None) -> bool:
    return (on is None or row.day.earliest <= on) and (known is None or row.public <= known)


def _due(treaty: Treaty, on: date) -> dict[str, date]:
    """From when each limit holds, by the id of its clause: the first of its deadlines as of that day."""
    due: dict[str, date] = {}
    for row in calendar(treaty, (), on):
        if row.clause is not None:
            due.setdefault(row.clause, row.due)
    return due


def _holding(
    treaty: Treaty, row: Declaration, limit: Limit, number: int | None, due: date | None, applies: bool
) -> Holding:
    within = None if number is None else number <= limit.at_most
    return Holding(
        id=grounds.answer_id("holding", treaty.id, row.id, limit.article),
        treaty=treaty.id,
        actor=row.actor,
        day=row.day,
        by=row.by or row.actor,
        article=limit.article,
        counts=limit.counts,
        unit=limit.unit,
        number=number,
        at_most=limit.at_most,
        within=within,
        due=due,
        applies=applies,
        says=_says(row, limit, number, due, applies),
        others=tuple(_others(treaty, row, limit, number)),
        grounds=(_told(treaty, row), grounds.of_clause(treaty, limit)),
    )


def _says(row: Declaration, limit: Limit, number: int | None, due: date | None, applies: bool) -> str:
    by = row.by or row.actor
    if number is None:
        return f"{by} declared no number as of {row.day}; the limit is {limit.at_most:,} ({limit.article})"
    over = number - limit.at_most
    beside = f"{over:,} above" if over > 0 else f"{-over:,} below" if over < 0 else "exactly"
    held = "" if applies else f", which held only from {due.isoformat()}" if due else ", which did not hold on that day"
    return f"{by} declared {number:,} as of {row.day}: {beside} the limit of {limit.at_most:,} ({limit.article}){held}"


def _others(treaty: Treaty, row: Declaration, limit: Limit, number: int | None) -> Iterator[OtherCount]:
    """What the number would be in the view of those who count otherwise."""
    for view in row.recounts:
        if view.article == limit.article and number is not None:
            theirs = number + view.more
            yield OtherCount(view.holder, theirs, theirs <= limit.at_most, view.says, (_told(treaty, view),))


def _told(treaty: Treaty, told: Declaration | Recount) -> Ground:
    return Ground(
        source=grounds.cited(treaty, told.source),
        source_kind=grounds.kind_of(treaty, told.source),
        verified=told.verified,
        note=told.note if isinstance(told, Declaration) else None,
    )
