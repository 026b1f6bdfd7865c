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
    from treatywatch.stories.alterations import Comparer

_SIGNS = {"same": "=", "reworded": "~", "altered": "!", "only_a": "-", "only_b": "+"}
_COLOURS = {"same": "dim", "reworded": "", "altered": "bold", "only_a": "cyan", "only_b": "cyan"}
_MEANINGS = {"kept": "green", "changed": "red", "unclear": "yellow"}


@click.command(
    short_help="What one report changed of another, passage by passage.",
    epilog="""\b
Examples:
  treatywatch compare wire.txt newspaper.html
  treatywatch compare wire.txt first-paper.txt second-paper.txt
  treatywatch compare report:1f2e3d4c report:5a6b7c8d --record desk.db
  treatywatch compare first.txt second.txt --format json | jq '.passages[] | select(.relation == "altered")'
""",
)
@click.argument("first", metavar="A")
@click.argument("others", metavar="B...", nargs=-1, required=True)
@asks()
def command(desk: Desk, first: str, others: tuple[str, ...]) -> None:
    """Compare two reports (files, or ids of the record): how B relates to A, which passages both have, and what was altered.

    Each alteration has its kind (name, number, date, polarity, agent, speaker, quote, attribution, hedge, headline, pronoun,
    grammar, broken-token, wording) and says whether the meaning is kept, changed or unclear. Files need no record.

    More than two reports are answered with their details (schema `details`): what all have, what only one has, which had it
    first; and with what each outlet did to its own text: corrected, withdrawn, silently changed.
    """
    from treatywatch.cli.answer import give
    from treatywatch.language.parse import find_model
    from treatywatch.shapes.compare import comparison
    from treatywatch.stories.alterations import compare_reports, open_comparer

    reports = [_report(desk, named) for named in (first, *others)]
    with progress() as tell:
        tell("loading the shelf and the language model")
        model = find_model()
        comparer = open_comparer(desk.shelf, model)
        tell("comparing")
        if len(reports) > 2:
            _give_details(desk, reports, comparer)
            return
        a, b = reports
        found = compare_reports(a, b, comparer, desk.shelf.outlets)
    if model is None:
        print("treatywatch: no language model found: passages are aligned, alterations are not judged", file=sys.stderr)
    answer = {**comparison(found, a, b), **desk.stamp()}
    give(desk.question.format, answer, lambda: _page(answer), lambda: list(_rows(answer)))


def _give_details(desk: Desk, reports: list[Report], comparer: Comparer) -> None:
    from treatywatch.cli.answer import give
    from treatywatch.shapes.compare import told_details
    from treatywatch.stories.alterations import changes, details

    answer = {**told_details(details(reports, comparer), changes(reports, comparer), reports), **desk.stamp()}
    give(desk.question.format, answer, lambda: _details_page(answer), lambda: list(_detail_rows(answer)))


def _details_page(answer: dict[str, Any]) -> Any:
    """Each passage with the reports that have it, and what the outlets changed."""
    from treatywatch.cli.answer import Page, Table, counted

    letters = {row["id"]: chr(ord("A") + number % 26) for number, row in enumerate(answer["reports"])}
    page = Page([(f"{letters[row['id']]}  {_named(row)}", "bold") for row in answer["reports"]])
    rows = [
        (
            " ".join(letters[one["report"]] + _otherwise(one, row["versions"][0]) for one in row["versions"]),
            "all" if row["in_all"] else "one" if row["in_one"] else "",
            letters.get(row["first"] or "", ""),
            row["versions"][0]["exact"],
        )
        for row in answer["details"]
    ]
    title = f"{counted(len(rows), 'passage')}; * in other words"
    page.add("", Table(("in", "", "first", "passage"), rows, title, long=("passage",)))
    for row in answer["updates"]:
        told = f": “{_one_line(row['notice']['exact'])}”" if row["notice"] else ""
        pair = (letters[row["before"]], letters[row["after"]])
        page.add("", f"{row['outlet']}, {pair[0]} → {pair[1]}: {row['update']}{told}")
        page.add(*(line for passage in row["passages"] if passage["alterations"] for line in _lines(passage, pair)))
    many = answer["counts"]
    page.add("", (f"{many['in_all']} in all, {many['in_one']} in one only, {many['in_some']} in some", "bold"))
    return page


def _otherwise(one: dict[str, Any], first: dict[str, Any]) -> str:
    """A star where a report tells a passage in other words than the first."""
    return "" if _one_line(one["exact"]) == _one_line(first["exact"]) else "*"


def _named(row: dict[str, Any]) -> str:
    """A report by its title, with its outlet and path, since versions of one text share their title."""
    if not row["title"]:
        return str(row["path"])
    return f"{row['title']} ({', '.join(filter(None, (row['outlet'], row['path'])))})"


def _detail_rows(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One row per passage and report, for CSV."""
    for number, row in enumerate(answer["details"], 1):
        for one in row["versions"]:
            yield {"detail": number, "in_all": row["in_all"], "in_one": row["in_one"], "first": row["first"], **one}


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

    names = [_named(row) for row in answer["reports"]]
    page = Page([(f"A  {names[0]}", "bold"), (f"B  {names[1]}", "bold")])
    page.add(
        f"{answer['relation']}; {answer['containment']:.0%} of the shorter one's prose stands word for word in the other"
    )
    for passage in answer["passages"]:
        page.add("", *_lines(passage))
    page.add("", *_totals(answer["counts"]))
    return page


def _lines(passage: dict[str, Any], letters: tuple[str, str] = ("A", "B")) -> Iterator[tuple[str, str]]:
    relation = passage["relation"]
    style, sign = _COLOURS[relation], _SIGNS[relation]
    if relation == "same":
        yield f"{sign}    {_one_line(passage['a']['exact'])}", style
        return
    for side, letter in zip("ab", letters, strict=True):
        if passage[side]:
            yield f"{sign} {letter}  {_marked(passage, side)}", style
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
