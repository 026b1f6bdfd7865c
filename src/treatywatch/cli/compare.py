"""`compare`: what one report changed of another."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks
from treatywatch.cli.read import progress

if TYPE_CHECKING:
    from treatywatch.model.report import Report

_SIGNS = {"same": "=", "reworded": "~", "altered": "!", "only_a": "-", "only_b": "+"}
_COLOURS = {"same": "dim", "reworded": "", "altered": "bold", "only_a": "cyan", "only_b": "cyan"}
_MEANINGS = {"kept": "green", "changed": "red", "unclear": "yellow"}


@click.command(
    short_help="What one report changed of another, passage by passage.",
    epilog="""\b
Examples:
  treatywatch compare wire.txt newspaper.html
  treatywatch compare report:1f2e3d4c report:5a6b7c8d --record desk.db
  treatywatch compare first.txt second.txt --format json | jq '.passages[] | select(.relation == "altered")'
""",
)
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@asks()
def command(desk: Desk, first: str, second: str) -> None:
    """Compare two reports (files, or ids of the record): how B relates to A, which passages both have, and what was altered.

    Each alteration has its kind (name, number, date, polarity, agent, speaker, quote, attribution, hedge, headline, pronoun,
    grammar, broken-token, wording) and says whether the meaning is kept, changed or unclear. Files need no record.
    """
    from treatywatch.cli.answer import give
    from treatywatch.language.parse import find_model
    from treatywatch.shapes.compare import comparison
    from treatywatch.stories.alterations import compare_reports, open_comparer

    a, b = _report(desk, first), _report(desk, second)
    with progress() as tell:
        tell("loading the shelf and the language model")
        model = find_model()
        comparer = open_comparer(desk.shelf, model)
        tell("comparing")
        found = compare_reports(a, b, comparer, desk.shelf.outlets)
    if model is None:
        print("treatywatch: no language model found: passages are aligned, alterations are not judged", file=sys.stderr)
    answer = {**comparison(found, a, b), **desk.stamp()}
    give(desk.question.format, answer, lambda: _page(answer), lambda: list(_rows(answer)))


def _report(desk: Desk, named: str) -> Report:
    """The report that an argument names: a file, or an id of the record (its beginning will do)."""
    if named.startswith("report:"):
        return _of_record(desk, named)
    from treatywatch import reading
    from treatywatch.errors import UsageError
    from treatywatch.model.report import Refused

    found = list(reading.read([named], None, outlets=desk.shelf.outlets, today=desk.today))
    if len(found) != 1:
        raise UsageError(f"{named}: found {len(found)} reports, expected one; name a single file")
    if isinstance(found[0], Refused):
        raise UsageError(f"{named}: {found[0].reason}")
    return found[0]


def _of_record(desk: Desk, named: str) -> Report:
    from treatywatch.errors import AmbiguousName, UnknownName

    found = [report for report in desk.record.reports() if report.id.startswith(named)]
    if not found:
        raise UnknownName(
            f"{named}: found no such report in {desk.record_path}, expected an id that 'read' or 'stories' shows"
        )
    if len(found) > 1:
        raise AmbiguousName(named, tuple(report.id for report in found))
    return found[0]


def _rows(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One row per alteration, and one per passage without any, for CSV."""
    for number, passage in enumerate(answer["passages"], 1):
        texts = {f"passage_{side}": passage[side]["exact"] if passage[side] else None for side in "ab"}
        for one in passage["alterations"] or [{}]:
            told = {name: one.get(name) for name in ("kind", "a", "b", "meaning")}
            yield {"passage": number, "relation": passage["relation"], **told, **texts}


def _page(answer: dict[str, Any]) -> Any:
    """Passage by passage, the altered words in brackets, each alteration under it; counts at the end."""
    from treatywatch.cli.answer import Page

    names = [row["title"] or row["path"] for row in answer["reports"]]
    page = Page([(f"A  {names[0]}", "bold"), (f"B  {names[1]}", "bold")])
    page.add(
        f"{answer['relation']}; {answer['containment']:.0%} of the shorter one's prose stands word for word in the other"
    )
    for passage in answer["passages"]:
        page.add("", *_lines(passage))
    page.add("", *_totals(answer["counts"]))
    return page


def _lines(passage: dict[str, Any]) -> Iterator[tuple[str, str]]:
    relation = passage["relation"]
    style, sign = _COLOURS[relation], _SIGNS[relation]
    if relation == "same":
        yield f"{sign}    {_one_line(passage['a']['exact'])}", style
        return
    for side in "ab":
        if passage[side]:
            yield f"{sign} {side.upper()}  {_marked(passage, side)}", style
    for one in passage["alterations"]:
        told = " → ".join(f"“{one[side]}”" if one[side] else "nothing" for side in "ab")
        against = f" (its own text: “{_one_line(one['against']['exact'])}”)" if one.get("against") else ""
        yield f"       {one['kind']}, {one['meaning']}: {told}{against}", _MEANINGS[one["meaning"]]


def _marked(passage: dict[str, Any], side: str) -> str:
    """The passage with its altered words in brackets."""
    text, base = passage[side]["exact"], passage[side]["start"]
    spans = sorted({tuple(one[f"at_{side}"]) for one in passage["alterations"] if one.get(f"at_{side}")})
    told, end = [], 0
    for start, stop in spans:
        low, high = start - base, stop - base
        if end <= low < high <= len(text):
            told += [text[end:low], "[", text[low:high], "]"]
            end = high
    return _one_line("".join([*told, text[end:]]))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _totals(counted: dict[str, dict[str, int]]) -> Iterator[tuple[str, str]]:
    passages = ", ".join(f"{count} {relation.replace('_', ' ')}" for relation, count in counted["passages"].items())
    yield f"passages: {passages or 'none'}", "bold"
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(counted["kinds"].items()))
    meanings = ", ".join(f"{count} {meaning}" for meaning, count in sorted(counted["meanings"].items()))
    yield f"alterations: {kinds} ({meanings})" if kinds else "alterations: none", "bold"
