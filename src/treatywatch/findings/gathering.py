"""What the reports of a record tell together: stories, statements and events, with the lines behind each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from treatywatch import rulebook
from treatywatch.findings.corroborate import corroborate_events, corroborate_statements
from treatywatch.findings.lines import line_of_report, reworked_reports
from treatywatch.findings.settle import LEGAL, reported_acts, settle
from treatywatch.model.entry import EventEntry, StatementEntry, Told, ToldEvent, ToldStatement
from treatywatch.model.law import Act, Treaty
from treatywatch.model.report import Report, Story
from treatywatch.record import Record
from treatywatch.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Findings:
    """What the reports of a record tell together."""

    reports: tuple[Report, ...]
    stories: tuple[Story, ...]
    statements: tuple[StatementEntry, ...]
    events: tuple[EventEntry, ...]


def find(record: Record, shelf: Shelf, known: date | None = None) -> Findings:
    """Group the reports public by `known` into stories, and corroborate what they tell; nothing of this is stored."""
    reports = record.reports(known)
    grouped = _grouped(reports, shelf)
    told = _told(reports, grouped)
    said = [ToldStatement(told[report], one) for report, one in record.statements() if report in told]
    happened = [ToldEvent(told[report], one) for report, one in record.assertions() if report in told]
    events = corroborate_events(happened)
    return Findings(reports, grouped, corroborate_statements(said), settle(events, _acts(events, shelf)))


def find_reported(
    record: Record, shelf: Shelf, treaty: Treaty, on: date | None = None, known: date | None = None
) -> tuple[EventEntry, ...]:
    """Find the reported, unsettled acts of one treaty: what `status` shows, without corroborating all else that reports tell.

    Where each telling is settled for itself, as of a treaty long closed, not even lineage is asked for.
    """
    reports = record.reports(known)
    ids = {report.id for report in reports}
    happened = [
        (report, one)
        for report, one in record.assertions()
        if report in ids and one.event.treaty == treaty.id and one.event.kind in LEGAL
    ]
    acts = {treaty.id: treaty.acts}
    alone = _told(reports, ())
    singly = [corroborate_events([ToldEvent(alone[report], one)])[0] for report, one in happened]
    if not reported_acts(settle(singly, acts), treaty.id, on, known):
        return ()
    told = _told(reports, _grouped(reports, shelf))
    entries = corroborate_events([ToldEvent(told[report], one) for report, one in happened])
    return reported_acts(settle(entries, acts), treaty.id, on, known)


def _acts(events: Iterable[EventEntry], shelf: Shelf) -> dict[str, Sequence[Act]]:
    """The acts of the treaties that are told of; of those that the shelf only names it holds none."""
    told = {event.event.treaty for event in events}
    return {id: rulebook.load_treaty(shelf, id).acts for id in shelf.treaty_ids() if id in told}


def _grouped(reports: tuple[Report, ...], shelf: Shelf) -> tuple[Story, ...]:
    from treatywatch import stories  # loads numpy: only where lineage is asked for

    return stories.group(reports, shelf.outlets)


def _told(reports: tuple[Report, ...], grouped: tuple[Story, ...]) -> dict[str, Told]:
    line_of, reworked = line_of_report(grouped), reworked_reports(grouped)
    return {
        one.id: Told(one.id, one.text, one.published, line_of.get(one.id), one.outlet, one.id not in reworked)
        for one in reports
    }
