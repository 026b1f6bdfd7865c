"""What was destroyed by when: by type, with the day by which the treaty wanted it gone."""

from __future__ import annotations

from datetime import date

from treatywatch.dates import PlainDay
from treatywatch.model.clause import Elimination
from treatywatch.model.holdings import Destroyed, DestroyedBy, DestroyedType, Destruction, TotalDestroyed
from treatywatch.model.law import Treaty
from treatywatch.model.passage import Ground
from treatywatch.regime import grounds
from treatywatch.regime.deadlines import calendar


def destroyed_by(treaty: Treaty, told: Destruction, on: date) -> DestroyedBy:
    """What was gone by the day, by type; where no source tells how many, at least what milestones tell."""
    dues = {row.clause: row.due for row in reversed(calendar(treaty, (), on)) if row.clause is not None}
    articles = {one.article: one for one in treaty.clauses if isinstance(one, Elimination)}
    begun = {one.actor: one.first for one in told.totals}
    types = tuple(_type(treaty, row, articles[row.article], begun.get(row.actor), dues, on) for row in told.types)
    whole = [one for one in told.totals if one.actor is None]
    return DestroyedBy(
        id=grounds.answer_id("destroyed", treaty.id, on=on),
        treaty=treaty.id,
        on=on,
        gone=sum(one.gone or 0 for one in types),
        at_least=any(one.at_least for one in types),
        count=sum(one.count for one in types),
        unit=" and ".join(dict.fromkeys(one.unit for one in types)),
        types=types,
        totals=tuple(
            TotalDestroyed(one.actor, one.count, (_told(treaty, one.source, one.verified),)) for one in told.totals
        ),
        rivals=told.rivals,
        grounds=tuple(_told(treaty, one.source, one.verified) for one in whole),
    )


def _type(
    treaty: Treaty, row: Destroyed, clause: Elimination, begun: PlainDay | None, dues: dict[str, date], on: date
) -> DestroyedType:
    """One type; `begun` is the day on which its side destroyed its first missile of any type."""
    due = dues.get(grounds.clause_id(treaty, clause))
    gone, at_least = _gone(row, row.first or begun, on)
    done = row.last or row.done_by
    over = done is not None and done.latest <= on
    in_time = done.latest <= due if done is not None and due is not None and over else None
    return DestroyedType(
        id=grounds.answer_id("destroyed", treaty.id, row.system, row.actor, on=on),
        system=row.system,
        actor=row.actor,
        article=row.article,
        count=row.count,
        unit=row.unit,
        gone=gone,
        at_least=at_least,
        first=row.first if row.first and row.first.earliest <= on else None,
        last=row.last if over else None,
        due=due,
        in_time=in_time,
        says=_says(row, gone, at_least, due, in_time),
        grounds=(
            _told(treaty, row.source, row.verified, row.note),
            *(_told(treaty, one.source, one.verified, one.says) for one in row.milestones if one.day.latest <= on),
            grounds.of_clause(treaty, clause),
        ),
    )


def _gone(row: Destroyed, begun: PlainDay | None, on: date) -> tuple[int | None, bool]:
    """How many were gone, and whether more may have been. Nothing was gone before the first; None where no source tells."""
    done = row.last or row.done_by
    if done is not None and done.latest <= on:
        return row.count, False
    if begun is not None and on < begun.earliest:
        return 0, False
    reached = [one.count for one in row.milestones if one.day.latest <= on]
    if row.first is not None and row.first.latest <= on:
        reached.append(1)
    return (max(reached), True) if reached else (None, True)


def _says(row: Destroyed, gone: int | None, at_least: bool, due: date | None, in_time: bool | None) -> str:
    many = "no source tells how many" if gone is None else f"{'at least ' if at_least else ''}{gone:,}"
    term = f"; {row.article} wants all gone by {due.isoformat()}" if due else ""
    kept = {True: ", which was kept", False: ", which was missed", None: ""}[in_time]
    return f"{many} of {row.count:,} {row.unit} of type {row.system} gone{term}{kept if due else ''}"


def _told(treaty: Treaty, source: tuple[str, ...], verified: bool, note: str | None = None) -> Ground:
    return Ground(
        source=grounds.cited(treaty, source),
        source_kind=grounds.kind_of(treaty, source),
        verified=verified,
        note=note,
    )
