"""Why a limit, a declared number or a count of the destroyed is told as it is: trees of reasons down to articles and sources."""

from __future__ import annotations

from collections.abc import Iterable

from treatywatch.model.clause import Clause
from treatywatch.model.holdings import DestroyedBy, DestroyedType, Holding
from treatywatch.model.law import Treaty
from treatywatch.model.regime import ClassAnswer, Reason
from treatywatch.regime import grounds

KINDS = ("limit", "holding", "destroyed")
"""The kinds of id that are explained here."""


def of_class(treaty: Treaty, answer: ClassAnswer) -> Reason:
    """Why a system falls under a class, or does not, if a claim holds."""
    conditions = "".join(f"; {one}" for one in answer.conditions)
    articles = (ground.article for ground in answer.grounds if ground.article)
    told = tuple(ground for ground in answer.grounds if not ground.article)
    return Reason(answer.id, f"{answer.says}{conditions}", told, _clauses(treaty, articles))


def of_holding(treaty: Treaty, row: Holding) -> Reason:
    """Why a declared number is within its limit, or is not."""
    others = tuple(
        Reason(f"{row.id}:{other.holder}", f"{other.holder} counts {other.number:,}: {other.says}", other.grounds)
        for other in row.others
    )
    return Reason(row.id, row.says, row.grounds[:1], (*_clauses(treaty, (row.article,)), *others))


def of_destroyed(treaty: Treaty, answer: DestroyedBy) -> Reason:
    """Why so many are told to be gone."""
    many = f"{'at least ' if answer.at_least else ''}{answer.gone:,} of {answer.count:,} {answer.unit}"
    types = tuple(of_type(treaty, row) for row in answer.types)
    return Reason(answer.id, f"gone by {answer.on.isoformat()}: {many}", answer.grounds, types)


def of_type(treaty: Treaty, row: DestroyedType) -> Reason:
    """Why so many of a type are told to be gone."""
    return Reason(
        row.id, row.says, tuple(one for one in row.grounds if not one.article), _clauses(treaty, (row.article,))
    )


def _clauses(treaty: Treaty, articles: Iterable[str]) -> tuple[Reason, ...]:
    wanted = tuple(dict.fromkeys(articles))
    return tuple(_clause(treaty, one) for one in treaty.clauses if one.article in wanted)


def _clause(treaty: Treaty, clause: Clause) -> Reason:
    read = "" if clause.verified else " [unverified]"
    return Reason(
        grounds.clause_id(treaty, clause),
        f"{clause.article}: {clause.says}{read}",
        (grounds.of_clause(treaty, clause),),
    )
