"""Limits: whether a system falls under a class, declared numbers beside their limits, and what was destroyed by when."""

from __future__ import annotations

from typing import Any

from treatywatch.model.holdings import DestroyedBy, DestroyedType, Holding, RivalFigure
from treatywatch.model.regime import ClassAnswer, RegimeState
from treatywatch.shapes.days import plain
from treatywatch.shapes.grounds import grounds


def limit(answer: ClassAnswer, state: RegimeState) -> dict[str, Any]:
    """Where a system falls if one claim holds; `phase` is the treaty's on the day asked, since the answer does not depend on it."""
    return {
        "id": answer.id,
        "treaty": answer.treaty,
        "phase": state.phase.value,
        "phase_since": plain(state.phase_since),
        "by": answer.by,
        "holder": answer.holder,
        "figure": answer.figure,
        "fit": answer.fit.value,
        "because": answer.because,
        "classes": list(answer.classes),
        "banned_by": list(answer.banned_by),
        "conditions": list(answer.conditions),
        "says": answer.says,
        "grounds": grounds(answer.grounds),
    }


def holding(row: Holding) -> dict[str, Any]:
    """A declared number beside its limit; `number` and `within` are null where nothing was declared."""
    return {
        "id": row.id,
        "actor": row.actor,
        "day": plain(row.day),
        "by": row.by,
        "article": row.article,
        "counts": row.counts,
        "unit": row.unit,
        "number": row.number,
        "at_most": row.at_most,
        "within": row.within,
        "due": plain(row.due),
        "applies": row.applies,
        "says": row.says,
        "others": [
            {
                "holder": other.holder,
                "number": other.number,
                "within": other.within,
                "says": other.says,
                "grounds": grounds(other.grounds),
            }
            for other in row.others
        ],
        "grounds": grounds(row.grounds),
    }


def destroyed(answer: DestroyedBy) -> dict[str, Any]:
    """What was destroyed by a day: in all, by type, the totals that sources give, and figures that differ."""
    return {
        "id": answer.id,
        "on": plain(answer.on),
        "gone": answer.gone,
        "at_least": answer.at_least,
        "count": answer.count,
        "unit": answer.unit,
        "types": [_type(row) for row in answer.types],
        "totals": [
            {"actor": total.actor, "count": total.count, "grounds": grounds(total.grounds)} for total in answer.totals
        ],
        "rivals": [_rival(one) for one in answer.rivals],
        "grounds": grounds(answer.grounds),
    }


def _type(row: DestroyedType) -> dict[str, Any]:
    return {
        "id": row.id,
        "system": row.system,
        "actor": row.actor,
        "article": row.article,
        "count": row.count,
        "unit": row.unit,
        "gone": row.gone,
        "at_least": row.at_least,
        "first": plain(row.first),
        "last": plain(row.last),
        "due": plain(row.due),
        "in_time": row.in_time,
        "says": row.says,
        "grounds": grounds(row.grounds),
    }


def _rival(one: RivalFigure) -> dict[str, Any]:
    return {"says": one.says, "by": one.by, "count": one.count, "because": one.because, "verified": one.verified}
