"""What the reports of a record tell together: stories, statements and events, with the lines behind each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from treatywatch import rulebook, stories
from treatywatch.findings.corroborate import corroborate_events, corroborate_statements
from treatywatch.findings.lines import line_of_report, reworked_reports
from treatywatch.findings.settle import settle
from treatywatch.model.entry import EventEntry, StatementEntry, Told, ToldEvent, ToldStatement
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
    grouped = stories.group(reports, shelf.outlets)
    line_of = line_of_report(grouped)
    reworked = reworked_reports(grouped)
    told = {
        one.id: Told(one.id, one.text, one.published, line_of.get(one.id), one.outlet, one.id not in reworked)
        for one in reports
    }
    said = [ToldStatement(told[report], one) for report, one in record.statements() if report in told]
    happened = [ToldEvent(told[report], one) for report, one in record.assertions() if report in told]
    acts = {treaty.id: treaty.acts for treaty in rulebook.load_all(shelf)}
    return Findings(reports, grouped, corroborate_statements(said), settle(corroborate_events(happened), acts))
