"""What a judgement is about: an id of an answer, and the passages that stand behind it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from treatywatch.cli.desk import Desk
from treatywatch.errors import AmbiguousName, UnknownName, UsageError
from treatywatch.findings.gathering import Findings
from treatywatch.findings.review import EVENT, REPORT, STATEMENT, anchor_event, anchor_statement
from treatywatch.model.entry import EventEntry, StatementEntry, Told
from treatywatch.model.event import Assertion
from treatywatch.model.judgement import Anchor
from treatywatch.model.statement import Statement

SHORTEST = 6
"""Signs of an id's hash from which its beginning is taken for the whole."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An event, a statement, a report or a story of the record. `entry` is None for a report and a story."""

    id: str
    noun: str
    entry: EventEntry | StatementEntry | None = None
    reports: tuple[str, ...] = ()


class Subjects:
    """Finds what ids mean, and makes anchors of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._found: Findings = desk.findings

    @cached_property
    def _all(self) -> dict[str, Subject]:
        found = self._found
        named: dict[str, Subject] = {}
        for event in (*found.events, *found.rejected_events):
            subject = Subject(event.id, EVENT, event, event.reports)
            named |= dict.fromkeys((event.id, *(one.assertion.id for one in event.members)), subject)
        for said in (*found.statements, *found.rejected_statements):
            subject = Subject(said.id, STATEMENT, said, said.reports)
            named |= dict.fromkeys((said.id, *(one.statement.id for one in said.members)), subject)
        named |= {report.id: Subject(report.id, REPORT, None, (report.id,)) for report in found.reports}
        stories = {each.id: tuple(one.report for one in each.members) for each in found.stories}
        return named | {id: Subject(id, "story", None, reports) for id, reports in stories.items()}

    def named(self, identity: str) -> Subject:
        """What an id, or the beginning of one, means. Raises UnknownName or AmbiguousName."""
        if identity in self._all:
            return self._all[identity]
        if identity.startswith("story:") and (story := self._story(identity)) is not None:
            return story
        long_enough = len(identity.partition(":")[2]) >= SHORTEST
        ids = tuple(id for id in self._all if long_enough and id.startswith(identity))
        found = {self._all[id].id: self._all[id] for id in ids}
        if len(found) > 1:
            raise AmbiguousName(identity, tuple(found))
        if not found:
            where = self._desk.record_path
            raise UnknownName(
                f"{identity}: found no such id in {where}, expected one that events, statements or stories show"
            )
        return next(iter(found.values()))

    def _story(self, identity: str) -> Subject | None:
        """The story that an earlier id of it leads to."""
        from treatywatch.stories import find_story  # loads numpy: only where a story is asked for

        story = find_story(self._found.stories, identity)
        return Subject(story.id, "story", None, tuple(one.report for one in story.members)) if story else None

    def reading(self, identity: str) -> Subject:
        """An event or a statement: what a machine read."""
        subject = self.named(identity)
        if subject.entry is None:
            hint = "; give it another day with: treatywatch read PATH --published DAY" if subject.noun == REPORT else ""
            raise UsageError(f"{identity}: found a {subject.noun}, expected an event or a statement{hint}")
        return subject

    def anchors(self, subject: Subject, side: int = 0, of: frozenset[str] | None = None) -> tuple[Anchor, ...]:
        """Where a judgement on the subject holds on; with `of`, its tellings in these reports alone."""
        entry = subject.entry
        if entry is None:
            return tuple(Anchor(REPORT, report, 0, 0, "", "", "", side) for report in subject.reports)
        if isinstance(entry, EventEntry):
            return tuple(
                anchor_event(told.report, told.text, self._asserted[id], side) for told, id in self._told(entry, of)
            )
        return tuple(
            anchor_statement(told.report, told.text, self._stated[id], side) for told, id in self._told(entry, of)
        )

    def _told(self, entry: EventEntry | StatementEntry, of: frozenset[str] | None) -> list[tuple[Told, str]]:
        members = (
            [(one.told, one.assertion.id) for one in entry.members]
            if isinstance(entry, EventEntry)
            else [(one.told, one.statement.id) for one in entry.members]
        )
        return [(told, id) for told, id in members if of is None or told.report in of]

    @cached_property
    def _asserted(self) -> dict[str, Assertion]:
        """Assertions as the machine read them: what is judged is its reading, not an earlier correction of it."""
        return {one.id: one for _, one in self._desk.record.assertions()}

    @cached_property
    def _stated(self) -> dict[str, Statement]:
        return {one.id: one for _, one in self._desk.record.statements()}
