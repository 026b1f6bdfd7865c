"""Where treaties stand: phase, standings, clocks and readings of a day, from `RegimeState`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from treatywatch.model.participation import Coverage
from treatywatch.model.regime import Clock, Observed, Reading, RegimeState, RelatedTreaty, Standing
from treatywatch.shapes.days import plain
from treatywatch.shapes.grounds import grounds

if TYPE_CHECKING:
    from treatywatch.model.entry import EventEntry


def standing(row: Standing) -> dict[str, Any]:
    """One participant on the day."""
    return {
        "id": row.id,
        "actor": row.actor,
        "side": row.side,
        "standing": row.standing.value,
        "operation": row.operation.value,
        "toward": list(row.toward),
        "since": plain(row.since),
        "until": plain(row.until),
        "disputed_by": list(row.disputed_by),
        "projected": row.projected,
        "grounds": grounds(row.grounds),
        "operation_since": plain(row.operation_since),
        "disavowed": row.disavowed,
    }


def clock(row: Clock) -> dict[str, Any]:
    """A clock that runs on the day; `stops_if` lists in words what would stop it, `stops` the same with holder and grounds."""
    return {
        "id": row.id,
        "what": row.what,
        "actor": row.actor,
        "due": plain(row.due),
        "stops_if": [str(stop) for stop in row.stops_if],
        "grounds": grounds(row.grounds),
        "starts": plain(row.starts),
        "candidates": [plain(day) for day in row.candidates],
        "stops": [
            {"says": stop.says, "holder": stop.holder, "grounds": grounds([stop.ground])} for stop in row.stops_if
        ],
    }


def reading(row: Reading) -> dict[str, Any]:
    """One holder's view of the treaty, where views differ."""
    return {
        "id": row.id,
        "holder": row.holder,
        "phase": row.phase.value,
        "says": row.says,
        "grounds": grounds(row.grounds),
    }


def observed(row: Observed) -> dict[str, Any]:
    """Who keeps to the treaty without being bound by it; `until` is null where no end is known."""
    return {
        "id": row.id,
        "actors": list(row.actors),
        "says": row.says,
        "since": plain(row.since),
        "until": plain(row.until),
        "grounds": grounds(row.grounds),
    }


def coverage(told: Coverage | None) -> dict[str, Any] | None:
    """How complete the table of participants is, and as of when; null where the treaty has none."""
    if told is None:
        return None
    return {
        "as_of": str(told.as_of),
        "complete": told.complete,
        "parties": told.parties,
        "expected": told.expected,
        "missing": list(told.missing),
        "says": told.says,
    }


def related(row: RelatedTreaty) -> dict[str, Any]:
    """Another treaty that this one touches."""
    return {"treaty": row.treaty, "kind": row.kind, "says": row.says, "grounds": grounds(row.grounds)}


def _reported(entries: tuple[EventEntry, ...]) -> list[dict[str, Any]]:
    """The reported acts; their nouns are loaded only where there are any, so that `status` without a record starts at once."""
    if not entries:
        return []
    from treatywatch.shapes.events import told_event

    return [told_event(entry) for entry in entries]


def status(
    state: RegimeState, reported: Iterable[EventEntry], stamp: dict[str, Any], actor: str | None = None
) -> dict[str, Any]:
    """The answer of `status` for one treaty; with `actor`, that participant's rows alone."""
    return {
        "id": state.id,
        "treaty": state.treaty,
        "on": plain(state.on),
        "known": plain(state.known),
        "phase": state.phase.value,
        "readings": [reading(row) for row in state.readings],
        "participants": [standing(row) for row in state.participants if actor in (None, row.actor)],
        "clocks": [clock(row) for row in state.clocks if actor is None or row.actor in (None, actor)],
        "reported": _reported(tuple(reported)),
        "related": [related(row) for row in state.related],
        "phase_since": plain(state.phase_since),
        "binding": state.binding,
        "projected": state.projected,
        **({"never_in_force": True} if state.never_in_force else {}),
        "observed": [observed(row) for row in state.observed if actor is None or actor in row.actors],
        "coverage": coverage(state.coverage),
        "grounds": grounds(state.grounds),
        **stamp,
    }
