"""What a dossier is made of: the law, its state on the day, and what the record tells of the treaty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from treatywatch.dates import UncertainDay
from treatywatch.findings.gathering import Findings, with_accepted
from treatywatch.model.entry import EventEntry, StatementEntry
from treatywatch.model.holdings import DestroyedBy, Holding
from treatywatch.model.law import Act, ChronologyItem, Treaty
from treatywatch.model.regime import ClassAnswer, Deadline, RegimeState
from treatywatch.model.report import Report, Story
from treatywatch.model.system import System
from treatywatch.pictures.course import Stretch, course
from treatywatch.regime import calendar, classes_of, evaluate
from treatywatch.regime.destruction import destroyed_by
from treatywatch.regime.holdings import measured
from treatywatch.rulebook import load_chronology, load_destroyed, load_holdings, load_treaty
from treatywatch.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Asked:
    """The question a dossier answers, and when it was answered."""

    treaty: str
    on: date
    known: date | None
    now: datetime


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that the page shows, as nouns."""

    asked: Asked
    law: Treaty
    state: RegimeState
    stretches: tuple[Stretch, ...]
    deadlines: tuple[Deadline, ...]
    chronology: tuple[ChronologyItem, ...]
    systems: tuple[System, ...]
    shelf_version: str
    names: Mapping[str, str]
    record: str | None = None
    statements: tuple[StatementEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    stories: tuple[Story, ...] = ()
    reports: Mapping[str, Report] = field(default_factory=dict)
    limits: Mapping[str, tuple[ClassAnswer, ...]] = field(default_factory=dict)
    holdings: tuple[Holding, ...] = ()
    destroyed: DestroyedBy | None = None

    def name(self, identity: str) -> str:
        """The name of an actor, an outlet or a system."""
        return self.names.get(identity) or identity.replace("-", " ")


def gather(
    shelf: Shelf,
    asked: Asked,
    found: Findings | None,
    record: str | None,
    accepted: Mapping[str, Sequence[Act]] | None = None,
) -> Material:
    """Gather the material of one treaty's dossier; without a record, the shelf's alone.

    `accepted`: the reported acts that a person accepted, by treaty; they count among the treaty's own.
    """
    law = with_accepted(load_treaty(shelf, asked.treaty), accepted or {})
    state = evaluate(law, law.acts, asked.on, asked.known)
    about = _about(_by_then(found, asked.on), asked.treaty) if found else None
    statements = about.statements if about else ()
    systems = tuple(
        shelf.systems[each] for each in sorted(shelf.systems) if _in_dispute(shelf.systems[each], statements)
    )
    gone = load_destroyed(shelf, law)
    return Material(
        asked=asked,
        law=law,
        state=state,
        stretches=course(law, lambda day: evaluate(law, law.acts, day, asked.known), asked.on),
        deadlines=tuple(calendar(law, law.acts, asked.on, asked.known)),
        chronology=tuple(item for item in load_chronology(shelf, asked.treaty) if item.day.earliest <= asked.on),
        systems=systems,
        shelf_version=shelf.version,
        names=_names(shelf) | {row.system: shelf.systems[row.system].name for row in (gone.types if gone else ())},
        record=record,
        statements=statements,
        events=about.events if about else (),
        stories=about.stories if about else (),
        reports={report.id: report for report in about.reports} if about else {},
        limits={each.id: classes_of(law, each) for each in systems},
        holdings=measured(law, load_holdings(shelf, law), asked.on, asked.known),
        destroyed=destroyed_by(law, gone, asked.on) if gone else None,
    )


def _by_then(found: Findings, on: date) -> Findings:
    """What was said, or had happened or been told, by the day asked about; later statements are no part of a page of that day."""
    published = {report.id: report.published for report in found.reports}
    told = {each: _could_be_by(day, on) for each, day in published.items()}

    def kept(day: UncertainDay | None, reports: tuple[str, ...]) -> bool:
        return _could_be_by(day, on) if day else any(told[report] for report in reports)

    statements = tuple(entry for entry in found.statements if kept(entry.statement.said_on, entry.reports))
    events = tuple(
        entry
        for entry in found.events
        if any(told[report] for report in entry.reports) or (entry.event.day and _could_be_by(entry.event.day, on))
    )
    return Findings(found.reports, found.stories, statements, events)


def _could_be_by(day: UncertainDay | None, on: date) -> bool:
    return day is None or day.earliest is None or day.earliest <= on


def _about(found: Findings, treaty: str) -> Findings:
    """What the record tells of one treaty: its events, the statements that name it, and those of reports about it that name no other."""
    events = tuple(entry for entry in found.events if entry.event.treaty == treaty)
    naming = [entry for entry in found.statements if treaty in entry.statement.treaties]
    reports = {report for entry in events for report in entry.reports} | {
        report for entry in naming for report in entry.reports
    }
    statements = tuple(
        entry
        for entry in found.statements
        if treaty in entry.statement.treaties or (not entry.statement.treaties and reports & set(entry.reports))
    )
    stories = tuple(story for story in found.stories if reports & {member.report for member in story.members})
    kept = reports | {member.report for story in stories for member in story.members}
    return Findings(tuple(report for report in found.reports if report.id in kept), stories, statements, events)


def _in_dispute(system: System, statements: tuple[StatementEntry, ...]) -> bool:
    """Whether the claims about a system differ in holder, and somebody speaks of it here."""
    holders = {claim.by for claim in system.claims}
    return len(holders) > 1 and any(system.id in entry.statement.systems for entry in statements)


def _names(shelf: Shelf) -> dict[str, str]:
    names = {each: shelf.states[each].name for each in shelf.states}
    names |= {each: shelf.organisations[each].name for each in shelf.organisations}
    names |= {each: shelf.outlets[each].name for each in shelf.outlets}
    for office in shelf.offices.values():
        names[office.id] = office.title
        names |= {term.person: term.name for term in office.holders}
    return names
