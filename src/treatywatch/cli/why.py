"""`why`: from any answer back to articles, acts and quoted sentences."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks


@click.command(
    short_help="From an answer back to articles, acts and sentences.",
    epilog="""\b
Examples:
  treatywatch why standing:inf:us:2019-07-05
  treatywatch why clause:inf:XV.2
  treatywatch check story.txt --format json | jq -r '.[0].id' | xargs treatywatch why
  treatywatch statements --format json | jq -r '.[0].id' | xargs treatywatch why
  treatywatch why report:1f2e3d4c --known 2019-07-05
""",
)
@click.argument("identity", metavar="ID")
@asks("on", "known")
def command(desk: Desk, identity: str) -> None:
    """Explain an answer: a tree that leads from ID to articles, acts and quoted sentences.

    ID is what any answer carries as its id: a standing, clock, deadline, act or clause of a treaty, or a statement, event,
    report or story of the record, or a judgement (review:7).
    """
    from treatywatch.cli.answer import give
    from treatywatch.shapes.explanation import explanation

    answer = {**explanation(_explain(desk, identity)), **desk.stamp()}
    give(desk.question.format, answer, lambda: _page(answer), lambda: list(_rows(answer)))


def _explain(desk: Desk, identity: str) -> Any:
    from treatywatch.cli.reasons import KINDS, SHORTEST, Witness
    from treatywatch.errors import UnknownName

    if identity.startswith("finding:"):
        from treatywatch.cli.check import explained

        return explained(desk, identity, _of_law)
    if identity.startswith("review:"):
        from treatywatch.cli.reviewed import Reviewer

        return Reviewer(desk).explain(identity)
    if identity.partition(":")[0] in (*KINDS, *_COMPUTED):
        witness = Witness(desk.findings, lambda treaty, act: _of_law(desk, f"act:{treaty}:{act}"), desk.record.inferred)
        found = _computed(desk, identity, witness) or witness.explain(identity) or _retold(desk, identity, witness)
        if found is None:
            raise UnknownName(_unknown(desk, identity, SHORTEST))
        return found
    return _of_law(desk, identity)


def _unknown(desk: Desk, identity: str, shortest: int) -> str:
    """What is wrong with an id that the record does not have."""
    signs = len(identity.partition(":")[2])
    if signs < shortest:
        return f"{identity}: found {signs} signs of an id, expected {shortest} or more; copy it from an answer"
    if desk.question.known is not None and (told := _later(desk, identity)):
        return told
    return f"{identity}: found no such id in {desk.record_path}, expected one that an answer carries"


def _later(desk: Desk, identity: str) -> str | None:
    """What is wrong with an id whose reports were not surely public by the day that --known names; None for one that there is not."""
    known, whole = desk.question.known, Desk(replace(desk.question, known=None)).findings
    said = [(one.id, one.reports) for one in (*whole.statements, *whole.rejected_statements)]
    happened = [(one.id, one.reports) for one in (*whole.events, *whole.rejected_events)]
    told = {report for id, reports in (*said, *happened) if id.startswith(identity) for report in reports}
    about = [report for report in whole.reports if report.id in told or report.id.startswith(identity)]
    if not about or known is None:
        return None
    days = sorted({report.published.edtf if report.published else "no day" for report in about})
    return (
        f"{identity}: found it only in reports of {', '.join(days)}, expected one that was surely public by {known.isoformat()}; "
        "ask without --known, or give the report its day with: treatywatch read PATH --published DAY"
    )


_COMPUTED = {"dispute": "disputes", "pledge": "pledges"}
"""Kinds of answers that are computed from a record, each with the command that tells how."""


def _computed(desk: Desk, identity: str, witness: Any) -> Any:
    """The reason behind a dispute or a pledge; None for another kind of id, or for one that is not found."""
    from treatywatch.cli.reasons import SHORTEST

    kind, _, rest = identity.partition(":")
    if kind not in _COMPUTED or len(rest) < SHORTEST:
        return None
    return import_module(f"treatywatch.cli.{_COMPUTED[kind]}").explained(desk, identity, witness)


def _retold(desk: Desk, identity: str, witness: Any) -> Any:
    """The reason behind a statement of a dispute or a pledge that no reading found, and that a report tells in its own words."""
    from treatywatch.cli.reasons import SHORTEST

    if not identity.startswith("statement:") or len(identity.partition(":")[2]) < SHORTEST:
        return None
    from treatywatch.cli.disputes import all_disputes
    from treatywatch.cli.pledges import all_pledges

    told = [entry for row in all_disputes(desk) for entry in (*row.claim, *row.answers)]
    told += [entry for row in all_pledges(desk) for entry in row.statements]
    found = {entry.id: entry for entry in told if entry.id.startswith(identity)}
    return witness.of_statement(*found.values()) if len(found) == 1 else None


def _of_law(desk: Desk, identity: str) -> Any:
    """The law's own explanation; an id of general law (`clause:vclt:65`) is explained with any treaty, since it stands behind all."""
    from treatywatch.cli.numbers import explained
    from treatywatch.regime import explain
    from treatywatch.regime.numbers import KINDS as NUMBERS

    known = desk.shelf.treaty_ids()
    named = [part for part in identity.split(":")[1:2] if part in known]
    law = desk.law((named or list(known))[0])
    if identity.partition(":")[0] in NUMBERS:
        return explained(desk, law, identity)
    found = explain(law, None, identity)
    if law.id not in desk.accepted:
        return found
    from treatywatch.cli.reviewed import Reviewer

    return Reviewer(desk).under_acts(found)


def _rows(node: dict[str, Any], depth: int = 0) -> Any:
    """The tree as rows, for CSV."""
    yield {"depth": depth, "id": node["id"], "says": node["says"], "grounds": node["grounds"]}
    for child in node["because"]:
        yield from _rows(child, depth + 1)


def _page(answer: dict[str, Any]) -> Any:
    from treatywatch.cli.answer import Page

    page = Page()
    _draw(answer, page, "")
    return page


def _draw(node: dict[str, Any], page: Any, indent: str) -> None:
    page.add((f"{indent}{node['says']}", "" if indent else "bold"), (f"{indent}  {node['id']}", "dim"))
    for ground in node["grounds"]:
        page.add(*((f"{indent}  {line}", "cyan") for line in ground_in_words(ground)))
    for child in node["because"]:
        _draw(child, page, indent + "    ")


def ground_in_words(ground: dict[str, Any]) -> list[str]:
    """A ground as lines: what it is, its source, and the sentence."""
    head = " ".join(filter(None, (ground.get("article"), ground.get("act"), ground.get("note"))))
    unverified = " (unverified)" if ground.get("verified") is False else ""
    lines = [f"- {head}{unverified}"] if head else []
    if ground.get("source"):
        lines.append(f"  {ground['source']}" + ("" if head else unverified))
    if ground.get("evidence"):
        told = ground["evidence"]
        lines.append(f"  “{' '.join(told['exact'].split())}” ({told['report']}, {told['start']}–{told['end']})")
    return lines
