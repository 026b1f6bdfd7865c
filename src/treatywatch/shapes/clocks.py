"""What the rules make of acts and days: reckonings and deadlines."""

from __future__ import annotations

from typing import Any

from treatywatch.model.regime import Deadline, Reckoning
from treatywatch.shapes.days import plain
from treatywatch.shapes.grounds import grounds
from treatywatch.shapes.standing import coverage


def reckoning(answer: Reckoning, stamp: dict[str, Any]) -> dict[str, Any]:
    """The answer of `reckon`; `effective` is null where readings differ and none has the depositary's authority."""
    return {
        "treaty": answer.treaty,
        "act": answer.act.value,
        "day": plain(answer.day),
        "actor": answer.actor,
        "effective": plain(answer.effective),
        "candidates": [
            {
                "effective": plain(candidate.effective),
                "reading": candidate.reading,
                "holder": candidate.holder,
                "authority": candidate.authority,
            }
            for candidate in answer.candidates
        ],
        "article": answer.article,
        "rule": answer.rule,
        "conditions": list(answer.conditions),
        "grounds": grounds(answer.grounds),
        **stamp,
    }


def deadline(row: Deadline, stamp: dict[str, Any]) -> dict[str, Any]:
    """One deadline; `edge` tells whether something is due by the day, allowed from it, or over with it."""
    return {
        "id": row.id,
        "due": plain(row.due),
        "what": row.what,
        "treaty": row.treaty,
        "actor": row.actor,
        "state": row.state.value,
        "grounds": grounds(row.grounds),
        "edge": row.edge,
        "last_day": plain(row.last_day),
        "note": row.note,
        "coverage": coverage(row.coverage),
        **stamp,
    }
