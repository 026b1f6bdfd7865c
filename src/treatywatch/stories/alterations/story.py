"""Across the versions of one story: what all have, what only one has, which had it first; and what an outlet did to its own text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise

from treatywatch.model.passage import Span
from treatywatch.model.report import Report
from treatywatch.stories.alterations.align import align
from treatywatch.stories.alterations.comparison import compare
from treatywatch.stories.alterations.kinds import Likeness, Meaning, Pair
from treatywatch.stories.alterations.sides import Comparer, Side


class Update(StrEnum):
    """What an outlet did to its own report."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    SILENTLY_CHANGED = "silently-changed"
    EXTENDED = "extended"
    UNCHANGED = "unchanged"


@dataclass(slots=True)
class Detail:
    """A passage with its counterparts: the span in each report that has it, in the order of the reports.

    `first` is the report that had it first, None where the days do not tell.
    """

    spans: dict[str, Span] = field(default_factory=dict)
    first: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Two successive versions of one outlet: what it did, the sentence that says so, and the passages side by side."""

    before: str
    after: str
    update: Update
    notice: Span | None
    pairs: tuple[Pair, ...]


def details(reports: Sequence[Report], comparer: Comparer) -> tuple[Detail, ...]:
    """Every passage of the reports, counterparts together, the earliest report's first; nothing is parsed."""
    ordered = in_order(reports)
    sides = {report.id: comparer.read(report) for report in ordered}
    found: list[Detail] = []
    of: dict[tuple[str, int], Detail] = {}
    for number, report in enumerate(ordered):
        side = sides[report.id]
        met = _met(side, [(one.id, sides[one.id]) for one in ordered[:number]])
        for place in range(len(side.prose.sentences)):
            detail = of.get(met[place]) if place in met else None
            if detail is None:
                detail = Detail()
                found.append(detail)
            detail.spans.setdefault(report.id, side.span([place]))
            of[report.id, place] = detail
    for detail in found:
        detail.first = _first([report for report in ordered if report.id in detail.spans])
    return tuple(found)


def _met(side: Side, earlier: Sequence[tuple[str, Side]]) -> dict[int, tuple[str, int]]:
    """For each sentence its counterpart in the earliest report that has one."""
    met: dict[int, tuple[str, int]] = {}
    for name, other in earlier:
        for link in align(other.known_by, side.known_by):
            for place in link.b:
                met.setdefault(place, (name, link.a[0]))
    return met


def in_order(reports: Sequence[Report]) -> list[Report]:
    """The reports by day of publication, undated ones last; reports of one day stay in the order given."""
    return sorted(reports, key=lambda report: (report.published and report.published.best) or date.max)


def _first(having: Sequence[Report]) -> str | None:
    """The report that surely had it before all others; the only one, where one alone has it."""
    head, *others = having
    if not others:
        return head.id
    latest = head.published.latest if head.published else None
    for other in others:
        earliest = other.published.earliest if other.published else None
        if latest is None or earliest is None or earliest <= latest:
            return None
    return head.id


def changes(reports: Sequence[Report], comparer: Comparer) -> tuple[Change, ...]:
    """What each outlet did to its own report: its versions in turn, by day of publication. Reports of no known outlet are left out."""
    found = []
    by_outlet: dict[str, list[Report]] = {}
    for report in in_order(reports):
        if report.outlet is not None:
            by_outlet.setdefault(report.outlet, []).append(report)
    for versions in by_outlet.values():
        found += [_change(*pair, comparer) for pair in pairwise(versions)]
    return tuple(found)


def _change(before: Report, after: Report, comparer: Comparer) -> Change:
    pairs = compare(comparer.read(before), comparer.read(after), comparer)
    new = [pair.b for pair in pairs if pair.b and pair.likeness is not Likeness.SAME]
    for update in (Update.WITHDRAWN, Update.CORRECTED):
        said = comparer.words.notices[update.value]
        notice = next((span for span in new if any(one in span.of(after.text).lower() for one in said)), None)
        if notice is not None:
            return Change(before.id, after.id, update, notice, pairs)
    return Change(before.id, after.id, _unsaid(pairs), None, pairs)


def _unsaid(pairs: Sequence[Pair]) -> Update:
    """What was done without a word about it."""
    told_otherwise = any(
        one.meaning is not Meaning.KEPT for pair in pairs for one in pair.alterations if pair.a and pair.b
    )
    likenesses = {pair.likeness for pair in pairs}
    if told_otherwise or Likeness.ONLY_A in likenesses:
        return Update.SILENTLY_CHANGED
    return Update.EXTENDED if Likeness.ONLY_B in likenesses else Update.UNCHANGED
