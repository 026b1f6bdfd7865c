"""`status`: where treaties stand on a day, for whom, why, and what comes next."""

from __future__ import annotations

from collections import Counter
from typing import Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks


@click.command(
    short_help="Where treaties stand on a day, for whom, and why.",
    epilog="""\b
Examples:
  treatywatch status
  treatywatch status inf --on 2019-07-05
  treatywatch status inf --on 2019-07-05 --known 2019-01-31
  treatywatch status "New START" --actor Russia --format json
""",
)
@click.argument("treaty", required=False)
@asks("on", "known", "treaty", "actor")
def command(desk: Desk, treaty: str | None) -> None:
    """Tell the phase of TREATY, each participant's standing and operation, and the clocks that run, with reasons.

    TREATY is an id, an alias or a name; without it, all treaties of the shelf. Needs no record; with one, acts that reports tell
    count where a person accepted them (see review), and are else shown beside the law as reported, and change nothing.
    """
    from treatywatch.cli.answer import give

    name = treaty or desk.question.treaty
    if name is None:
        answers = [standing_of(desk, each) for each in desk.shelf.treaty_ids()]
        give(
            desk.question.format,
            answers,
            lambda: _all(desk, answers),
            lambda: [row for each in answers for row in _rows(each)],
        )
        return
    answer = standing_of(desk, desk.treaty_id(name))
    give(desk.question.format, answer, lambda: _one(desk, answer), lambda: _rows(answer))


def standing_of(desk: Desk, treaty: str) -> dict[str, Any]:
    """The answer of `status` for one treaty."""
    from dataclasses import replace

    from treatywatch.regime import evaluate, row_of
    from treatywatch.shapes.standing import status

    law = desk.law(treaty)
    state = evaluate(law, law.acts, desk.on, desk.question.known, desk.today)
    if desk.actor is not None:
        state = replace(state, participants=(row_of(state, law, desk.actor),))
    return status(state, desk.reported(law), desk.stamp(), desk.actor)


def _rows(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """One row per participant, for CSV."""
    head = {key: answer[key] for key in ("treaty", "on", "known", "phase")}
    return [{**head, **row} for row in answer["participants"]] or [head]


FEW = 4
"""Participants that are told one by one; more are counted by their standing."""


def _participants(rows: list[dict[str, Any]]) -> list[str]:
    if len(rows) <= FEW:
        return [f"{row['actor']}: {row['standing']}" for row in rows]
    return [f"{count} {standing}" for standing, count in Counter(row["standing"] for row in rows).most_common()]


def _all(desk: Desk, answers: list[dict[str, Any]]) -> Any:
    from treatywatch.cli.answer import Page, Table

    rows = []
    for each in answers:
        due = sorted(clock["due"] for clock in each["clocks"] if clock["due"])
        parties = _participants(each["participants"])
        if each.get("coverage") and not each["coverage"]["complete"]:
            parties.append("table incomplete")
        rows.append((each["treaty"], each["phase"], parties, due[0] if due else "", "yes" if each["readings"] else ""))
    table = Table(("treaty", "phase", "participants", "next due", "readings differ"), rows, f"On {desk.on.isoformat()}")
    return Page([table])


def _one(desk: Desk, answer: dict[str, Any]) -> Any:
    from treatywatch.cli.answer import Page
    from treatywatch.cli.layout import STYLES
    from treatywatch.cli.standing import (
        clocks_table,
        incomplete,
        participants_table,
        readings_table,
        reported_table,
    )

    known = f", known by {answer['known']}" if answer["known"] else ""
    page = Page([(f"{answer['treaty']} on {answer['on']}{known}", "bold")])
    since = f" since {answer['phase_since']}" if answer["phase_since"] else ""
    projected = " (projected: rests on a clock still running)" if answer["projected"] else ""
    page.add((f"phase: {answer['phase']}{since}{projected}", STYLES.get(answer["phase"], "")))
    if answer.get("never_in_force"):
        page.add("it never entered into force")
    for row in answer.get("observed", []):
        page.add(f"observed by {', '.join(row['actors'])} without being bound: {row['says']}")
    if gaps := incomplete(answer.get("coverage")):
        page.add((gaps, "yellow"))
    page.add("", participants_table(answer), "", clocks_table(answer))
    if answer["readings"]:
        page.add("", readings_table(answer))
    if answer["reported"]:
        page.add("", reported_table(answer))
    if answer["related"]:
        page.add("", *(f"{row['kind']}: {row['treaty']}" for row in answer["related"]))
    return page.add("", (f"why: treatywatch why {answer['id']}", "dim"))
