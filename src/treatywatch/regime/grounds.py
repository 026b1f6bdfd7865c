"""What answers rest on: acts, clauses and views as grounds; and the ids of computed answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from treatywatch.model.clause import Clause
from treatywatch.model.law import Act, BoundReading, Observance, Reference, Related, Stop, Treaty, View
from treatywatch.model.participation import Hindrance
from treatywatch.model.passage import Ground
from treatywatch.model.vocabulary import SourceKind


def answer_id(kind: str, treaty: str, *parts: str, on: date | None = None, known: date | None = None) -> str:
    """The id of a computed answer, which carries its question: `standing:inf:us:2019-07-05:2019-03-01`."""
    question = [day.isoformat() for day in (on, known) if day is not None]
    return ":".join([kind, treaty, *parts, *question])


def clause_id(treaty: Treaty, clause: Clause) -> str:
    """`clause:inf:XV.2`; with its kind where an article carries several (`clause:new-start:XIV.2:extension`).

    A rule of general law carries that law's id (`clause:vclt:65`).
    """
    general = treaty.general
    if general is not None and any(one is clause for one in general.clauses):
        return f"clause:{general.id}:{clause.article.removeprefix('VCLT').strip()}"
    beside = sum(one.article == clause.article for one in treaty.clauses)
    return f"clause:{treaty.id}:{clause.article}" + (f":{clause.kind}" if beside > 1 else "")


def act_id(treaty: Treaty, act: Act) -> str:
    """`act:inf:us-notice`."""
    return f"act:{treaty.id}:{act.id}"


def cited(treaty: Treaty, names: Iterable[str]) -> str:
    """Sources in words: references by title and address, anything else as it stands."""
    return "; ".join(str(treaty.reference(name) or name) for name in names)


def kind_of(treaty: Treaty, names: Iterable[str]) -> SourceKind | None:
    """The strongest kind among sources (official before register before press before memory)."""
    known = [one.kind for one in map(treaty.reference, names) if isinstance(one, Reference)]
    order = list(SourceKind)
    return min(known, key=order.index) if known else None


def of_clause(treaty: Treaty, clause: Clause, act: Act | None = None) -> Ground:
    """The ground that an article gives."""
    return Ground(
        article=clause.article,
        act=act_id(treaty, act) if act else None,
        source=cited(treaty, clause.source),
        source_kind=kind_of(treaty, clause.source),
        verified=clause.verified,
        note=clause.unread and f"not read: {clause.unread}",
    )


def of_act(treaty: Treaty, act: Act) -> Ground:
    """The ground that a settled act gives."""
    return Ground(
        article=act.invokes[0] if act.invokes else None,
        act=act_id(treaty, act),
        source=cited(treaty, act.source),
        source_kind=act.source_kind,
        verified=act.verified,
        note=act.evidence or act.note,
    )


def of_view(treaty: Treaty, act: Act, view: View) -> Ground:
    """The ground that somebody's view of an act gives."""
    return Ground(
        act=act_id(treaty, act),
        source=cited(treaty, view.source),
        source_kind=kind_of(treaty, view.source) or SourceKind.PRESS,
        verified=view.verified,
    )


def of_sources(treaty: Treaty, told: BoundReading | Related | Stop | Observance) -> Ground:
    """The ground of anything else that names sources."""
    return Ground(
        article=getattr(told, "article", None),
        source=cited(treaty, told.source) or None,
        source_kind=kind_of(treaty, told.source),
        verified=told.verified,
    )


def of_hindrance(treaty: Treaty, one: Hindrance) -> Ground:
    """The ground of what holds an exit back."""
    return Ground(
        source=cited(treaty, one.source), source_kind=kind_of(treaty, one.source), verified=one.verified, note=one.says
    )


def distinct(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    """Each ground once, in order."""
    return tuple(dict.fromkeys(grounds))
