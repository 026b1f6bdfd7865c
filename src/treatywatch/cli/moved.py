"""What a judgement moved: the answers of today before it and after it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from treatywatch.cli.desk import Desk


def moved(before: Desk, after: Desk) -> list[dict[str, Any]]:
    """The phases, standings and clocks that two desks tell otherwise, of the treaties under which something was accepted."""
    return [row for treaty in sorted({*before.accepted, *after.accepted}) for row in _of(before, after, treaty)]


def _of(before: Desk, after: Desk, treaty: str) -> list[dict[str, Any]]:
    from treatywatch.findings.moves import moves
    from treatywatch.regime import evaluate

    states = []
    for desk in (before, after):
        law = desk.law(treaty)
        states.append(evaluate(law, law.acts, desk.on, desk.question.known, desk.today))
    return [asdict(move) for move in moves(*states)]
