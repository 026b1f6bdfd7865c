"""`reckon`: what a treaty's rule makes of an act, real or hypothetical."""

from __future__ import annotations

from typing import Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import any_day, asks
from treatywatch.dates import PlainDay
from treatywatch.model.vocabulary import EventKind


@click.command(
    short_help="When an act takes effect under the treaty's rule.",
    epilog="""\b
Examples:
  treatywatch reckon inf notify-withdrawal --day 2019-02-02 --actor us
  treatywatch reckon "New START" extend --day 2021-02-03
  treatywatch reckon new-start notify-withdrawal --day 2023-02-28 --format json
""",
)
@click.argument("treaty")
@click.argument("act", type=click.Choice([kind.value for kind in EventKind]), metavar="ACT")
@click.option(
    "--day",
    required=True,
    callback=any_day,
    metavar="DAY",
    help="The day that starts the treaty's clock: deposit, receipt or notice.",
)
@asks("actor")
def command(desk: Desk, treaty: str, act: str, day: PlainDay) -> None:
    """Reckon when an ACT of DAY takes effect under TREATY's own rule, and under which conditions.

    ACT is an event kind such as notify-withdrawal, ratify, accede, extend or suspend. Where readings differ, each is a
    candidate with its holder; `effective` is then empty unless one has the depositary's authority.
    """
    from treatywatch.cli.answer import give
    from treatywatch.regime import reckon
    from treatywatch.shapes.clocks import reckoning

    law = desk.law(desk.treaty_id(treaty))
    actor = desk.actor_id(desk.question.actor, day.earliest) if desk.question.actor else None
    answer = reckoning(reckon(law, EventKind(act), day, actor), desk.stamp())
    give(desk.question.format, answer, lambda: _page(answer))


def _page(answer: dict[str, Any]) -> Any:
    from treatywatch.cli.answer import Page, Table
    from treatywatch.cli.standing import basis

    who = f" by {answer['actor']}" if answer["actor"] else ""
    page = Page([(f"{answer['treaty']}: {answer['act']} of {answer['day']}{who}", "bold")])
    page.add(f"effective: {answer['effective'] or 'no single answer'}", f"rule: {answer['rule']}")
    if answer["article"]:
        page.add(f"article: {answer['article']}")
    page.add(*(f"condition: {each}" for each in answer["conditions"]))
    if len(answer["candidates"]) > 1 or not answer["effective"]:
        rows = [(row["effective"], row["reading"], row["holder"], row["authority"]) for row in answer["candidates"]]
        page.add("", Table(("effective", "reading", "holder", "authority"), rows, "Readings"))
    return page.add("", (f"because of: {basis(answer['grounds'])}", "dim"))
