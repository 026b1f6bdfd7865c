"""`changes`: what is new in the record, and what moved by it and by the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks
from treatywatch.errors import UsageError

if TYPE_CHECKING:
    from treatywatch.findings.moves import Move
    from treatywatch.model.law import Treaty


@click.command(
    short_help="What is new since a day: entries, judgements, standings.",
    epilog="""\b
Examples:
  treatywatch changes --since 2026-11-15
  treatywatch changes --since 2026-11 --treaty new-start --format jsonl
""",
)
@asks("since", "treaty")
def command(desk: Desk) -> None:
    """List what this record learned since a day (--since): reports, readings, refusals, judgements, and the standings that they moved.

    Then what the calendar moved: standings that are other today than on the eve of that day, and deadlines that came due. With
    --treaty only what moved under it. Days of entry are UTC.
    """
    from treatywatch.cli.answer import Table, counted, give

    if desk.question.since is None:
        raise UsageError("changes: found no day, expected one; say --since DAY")
    since = desk.question.since.earliest
    rows = [{**row, **desk.stamp()} for row in _changes(desk, since)]
    table = Table(
        ("on", "kind", "what", "id"),
        [(row["on"], row["kind"], row["says"], row["id"]) for row in rows],
        f"{counted(len(rows), 'change')} since {since.isoformat()}",
        empty="nothing is new",
        long=("what",),
    )
    give(desk.question.format, rows, lambda: table)


def _changes(desk: Desk, since: date) -> Iterator[dict[str, Any]]:
    if desk.treaty is None:
        for entry in desk.record.entered(since):
            yield _row(entry.kind, entry.id, entry.on, entry.says)
    treaties = [desk.treaty] if desk.treaty else desk.shelf.treaty_ids()
    before = _accepted_before(desk, since)
    for treaty in treaties:
        if {*before, *desk.accepted} & {treaty}:
            yield from _moved_by_judgement(desk, treaty, before)
    for treaty in treaties:
        yield from _moved_by_calendar(desk, desk.law(treaty), since)


def _row(kind: str, id: str, on: date, says: str, **more: Any) -> dict[str, Any]:
    told = {"treaty": None, "actor": None, "before": None, "after": None, **more}
    return {"kind": kind, "id": id, "on": on.isoformat(), "says": says, **told}


def _accepted_before(desk: Desk, since: date) -> dict[str, Any]:
    """The accepted acts as of the eve of the day, from the judgements entered by then."""
    from treatywatch.findings.gathering import find_accepted

    return find_accepted(desk.record, judged_before=since)


def _moved_by_judgement(desk: Desk, treaty: str, before: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What is otherwise today because of judgements entered since."""
    from treatywatch.findings.gathering import with_accepted
    from treatywatch.findings.moves import moves
    from treatywatch.regime import evaluate
    from treatywatch.rulebook import load_treaty

    old, new = with_accepted(load_treaty(desk.shelf, treaty), before), desk.law(treaty)
    states = [evaluate(law, law.acts, desk.today, None, desk.today) for law in (old, new)]
    for move in moves(states[0], states[1]):
        yield _of_move("standing", move, desk.today, "by review")


def _moved_by_calendar(desk: Desk, law: Treaty, since: date) -> Iterator[dict[str, Any]]:
    """What is otherwise today than on the eve of the day, and the deadlines that came due between."""
    from treatywatch.findings.moves import moves
    from treatywatch.regime import calendar, evaluate

    eve = since - timedelta(days=1)
    states = [evaluate(law, law.acts, on, None, desk.today) for on in (eve, desk.today)]
    for move in moves(states[0], states[1]):
        if move.aspect in ("phase", "standing", "operation"):
            yield _of_move("standing", move, desk.today, f"since {eve.isoformat()}")
    for row in calendar(law, law.acts, desk.today, None, since, desk.today):
        who = f" ({row.actor})" if row.actor else ""
        says = f"{law.id}{who}: {row.what}, {row.state.value}"
        yield _row("deadline", row.id, row.due, says, treaty=law.id, actor=row.actor)


def _of_move(kind: str, move: Move, on: date, how: str) -> dict[str, Any]:
    who = f" {move.actor}" if move.actor else ""
    says = f"{move.treaty}{who}: {move.aspect} {move.before or 'none'} → {move.after or 'none'} ({how})"
    return _row(kind, move.id, on, says, treaty=move.treaty, actor=move.actor, before=move.before, after=move.after)
