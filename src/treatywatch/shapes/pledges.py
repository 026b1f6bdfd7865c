"""Pledges: who promised what to whom under which condition, and what came of it."""

from __future__ import annotations

from typing import Any

from treatywatch.findings.pledges import Clause, Move, Pledge
from treatywatch.shapes.events import told_event
from treatywatch.shapes.grounds import grounds
from treatywatch.shapes.statements import told_statement


def pledge(row: Pledge) -> dict[str, Any]:
    """A pledge on the day asked. `events` are those that moved it; `moves` tell each change of its state with its grounds."""
    condition, last = row.condition, row.moves[-1] if row.moves else None
    events = {entry.id: entry for move in row.moves for entry in move.events}
    return {
        "id": row.id,
        "by": row.by,
        "also_by": list(row.also_by),
        "to": list(row.to),
        "promise": row.promise,
        "condition": {"text": condition.text, "relation": condition.relation} if condition else None,
        "state": row.state.value,
        "moved_on": last.day.isoformat() if last else None,
        "because": last.because if last else None,
        "made_on": row.day.isoformat() if row.day else None,
        "until": row.term.isoformat() if row.term else None,
        "treaties": list(row.treaties),
        "systems": list(row.systems),
        "parsed": {
            "promise": clause(row.parsed),
            "condition": clause(row.parsed_condition) if row.parsed_condition else None,
        },
        "statements": [told_statement(entry) for entry in row.statements],
        "events": [told_event(entry) for entry in events.values()],
        "moves": [move(one) for one in row.moves],
    }


def clause(one: Clause) -> dict[str, Any]:
    """A promise or a condition taken apart; `act` is an event kind, `does` the kind of deed where that is finer."""
    return {
        "actor": one.actor,
        "act": one.kind.value if one.kind else None,
        "does": one.act,
        "object": one.object or None,
        "place": one.place,
        "negated": one.negated,
        "relation": one.relation,
    }


def move(one: Move) -> dict[str, Any]:
    """One change of a pledge's state; `events` and `statements` are ids of the record."""
    return {
        "on": one.day.isoformat(),
        "state": one.state.value,
        "because": one.because,
        "events": [entry.id for entry in one.events],
        "statements": [entry.id for entry in one.statements],
        "grounds": grounds(one.grounds),
    }
