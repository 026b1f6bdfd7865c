"""What moved between two answers of one question: phases, standings, operations and clocks."""

from __future__ import annotations

from dataclasses import dataclass

from treatywatch.model.regime import RegimeState


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that an answer tells otherwise: `id` of the standing, clock or status, what it was and what it is (None: not there)."""

    id: str
    treaty: str
    actor: str | None
    aspect: str
    before: str | None
    after: str | None


def moves(before: RegimeState, after: RegimeState) -> tuple[Move, ...]:
    """What of `after` differs from `before`, both of one treaty."""
    found = [Move(after.id, after.treaty, None, "phase", before.phase.value, after.phase.value)]
    rows = {row.actor: row for row in before.participants}
    for row in after.participants:
        was = rows.pop(row.actor, None)
        for aspect in ("standing", "operation", "until"):
            told = getattr(row, aspect)
            then = getattr(was, aspect) if was else None
            found.append(Move(row.id, after.treaty, row.actor, aspect, _text(then), _text(told)))
    found += [Move(row.id, after.treaty, actor, "standing", _text(row.standing), None) for actor, row in rows.items()]
    clocks = {(clock.what, clock.actor, clock.due): clock for clock in before.clocks}
    for clock in after.clocks:
        if clocks.pop((clock.what, clock.actor, clock.due), None) is None:
            found.append(Move(clock.id, after.treaty, clock.actor, clock.what, None, _text(clock.due)))
    found += [Move(one.id, after.treaty, one.actor, one.what, _text(one.due), None) for one in clocks.values()]
    return tuple(move for move in found if move.before != move.after)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
