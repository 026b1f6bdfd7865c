"""When something was said, at the latest; and which treaty a report is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from treatywatch.findings.gathering import Findings
from treatywatch.findings.sides import Sides
from treatywatch.model.entry import EventEntry, StatementEntry, Told


def said_by(entry: StatementEntry) -> date | None:
    """The day by which a statement was surely made: the day told, else the first day on which it was surely in print.

    What is in print was said before, whatever day its words seem to name.
    """
    told = entry.statement.said_on
    printed = [member.told.published for member in entry.members]
    days = [day.latest for day in (told, *printed) if day is not None and day.latest is not None]
    return min(days, default=None)


def happened_by(entry: EventEntry) -> date | None:
    """The day by which an event had happened, as told: its own day, else that of the first report."""
    day = entry.event.day
    if day is not None and day.latest is not None:
        return day.latest
    printed = [member.told.published for member in entry.members]
    days = [one.latest for one in printed if one is not None and one.latest is not None]
    return min(days, default=None)


def place_in_text(entry: StatementEntry) -> tuple[str, int]:
    """Report and offset of a statement's first telling, to tell what stands before what."""
    member = entry.members[0]
    return member.told.report, member.statement.evidence.start


def main_treaties(found: Findings) -> Mapping[str, str]:
    """Report → the treaty that most of its statements and events speak of; nothing where two are told equally often."""
    counted: dict[str, Counter[str]] = {}
    for said in found.statements:
        for one in said.members:
            counted.setdefault(one.told.report, Counter()).update(one.statement.treaties)
    for happened in found.events:
        for each in happened.members:
            treaty = each.assertion.event.treaty
            counted.setdefault(each.told.report, Counter()).update([treaty] if treaty else [])
    return {report: chosen for report, counts in counted.items() if (chosen := _main(counts))}


def _main(counts: Counter[str]) -> str | None:
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


class MainTreaties:
    """Report → the treaty that it is about: that which most of its readings speak of, else that which its text names most often."""

    def __init__(self, found: Findings, sides: Sides) -> None:
        self._read, self._sides = main_treaties(found), sides
        self._texts = {report.id: report.text for report in found.reports}
        self._named: dict[str, str | None] = {}

    def of(self, report: str) -> str | None:
        """The treaty of a report; None where it names none, or two equally often."""
        if report in self._read:
            return self._read[report]
        if report not in self._named:
            told = self._sides.told_treaties(self._texts.get(report, ""))
            self._named[report] = _main(Counter(told))
        return self._named[report]


def tellings(found: Findings) -> Iterator[Told]:
    """The reports, each as its statements tell it."""
    known = {one.told.report: one.told for entry in found.statements for one in entry.members}
    for report in found.reports:
        yield known.get(report.id) or Told(report.id, report.text, report.published, None, report.outlet)


def first_day(days: Iterable[date | None]) -> date | None:
    """The first of some days, None where none is known."""
    return min((day for day in days if day is not None), default=None)
