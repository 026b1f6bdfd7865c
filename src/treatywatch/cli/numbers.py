"""What several commands ask of limits: the classes of a system, declared numbers, what was destroyed, and why."""

from __future__ import annotations

from datetime import date
from typing import Any

from treatywatch.cli.desk import Desk
from treatywatch.model.law import Treaty
from treatywatch.model.regime import Reason
from treatywatch.model.system import System


def limits(desk: Desk, system: System) -> list[dict[str, Any]]:
    """Where a system falls in the classes of the treaty asked about, or of all treaties that define a class by range."""
    from treatywatch.regime import classes_of, evaluate
    from treatywatch.rulebook import load_treaty, treaties_with_classes
    from treatywatch.shapes.limits import limit

    wanted = [desk.treaty] if desk.treaty else treaties_with_classes(desk.shelf)
    found = []
    for law in (load_treaty(desk.shelf, each) for each in wanted):
        answers = classes_of(law, system)
        if answers:
            state = evaluate(law, law.acts, desk.on, desk.question.known)
            found += [limit(answer, state) for answer in answers]
    return found


def numbers(desk: Desk, law: Treaty) -> dict[str, Any]:
    """The declared numbers of a treaty beside their limits, and what was destroyed by the day asked; null where the shelf tells none."""
    from treatywatch.regime.destruction import destroyed_by
    from treatywatch.regime.holdings import measured
    from treatywatch.rulebook import load_destroyed, load_holdings
    from treatywatch.shapes import limits as shapes

    gone = load_destroyed(desk.shelf, law)
    rows = measured(law, load_holdings(desk.shelf, law), desk.on, desk.question.known)
    return {
        "holdings": [shapes.holding(row) for row in rows],
        "destroyed": shapes.destroyed(destroyed_by(law, gone, desk.on)) if gone else None,
    }


def explained(desk: Desk, law: Treaty, identity: str) -> Reason:
    """Why a limit, a holding or what was destroyed is told so. Raises UnknownName for an id that names nothing here."""
    from treatywatch.errors import UnknownName

    made = {"limit": _limit, "holding": _holding, "destroyed": _destroyed}[identity.partition(":")[0]]
    found = made(desk, law, identity)
    if found is None:
        raise UnknownName(
            f"why: found {identity!r}, expected the id of an answer, an act or a clause; copy one from an answer"
        )
    return found


def _limit(desk: Desk, law: Treaty, identity: str) -> Reason | None:
    from treatywatch.regime import classes_of
    from treatywatch.regime.numbers import of_class

    named = identity.split(":")[2:3]
    systems = [desk.shelf.systems[each] for each in named if each in desk.shelf.systems]
    answers = (answer for system in systems for answer in classes_of(law, system))
    return next((of_class(law, answer) for answer in answers if answer.id == identity), None)


def _holding(desk: Desk, law: Treaty, identity: str) -> Reason | None:
    from treatywatch.regime.holdings import measured
    from treatywatch.regime.numbers import of_holding
    from treatywatch.rulebook import load_holdings

    rows = measured(law, load_holdings(desk.shelf, law))
    return next((of_holding(law, row) for row in rows if row.id == identity), None)


def _destroyed(desk: Desk, law: Treaty, identity: str) -> Reason | None:
    from treatywatch.dates import parse_exact
    from treatywatch.errors import DayError
    from treatywatch.regime.destruction import destroyed_by
    from treatywatch.regime.numbers import of_destroyed, of_type
    from treatywatch.rulebook import load_destroyed

    told = load_destroyed(desk.shelf, law)
    try:
        on: date = parse_exact(identity.rpartition(":")[2])
    except DayError:
        return None
    if told is None:
        return None
    answer = destroyed_by(law, told, on)
    if answer.id == identity:
        return of_destroyed(law, answer)
    return next((of_type(law, row) for row in answer.types if row.id == identity), None)
