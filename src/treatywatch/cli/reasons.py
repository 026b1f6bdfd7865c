"""Why the record says what it says: from statements, events, reports and stories back to quoted sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from treatywatch.dates import UncertainDay
from treatywatch.errors import AmbiguousName
from treatywatch.findings.gathering import Findings
from treatywatch.model.dating import Bound, DayReason, Doubt, InferredDay
from treatywatch.model.entry import Contradiction, EventEntry, StatementEntry
from treatywatch.model.judgement import Review
from treatywatch.model.passage import Ground, Passage
from treatywatch.model.regime import Reason
from treatywatch.model.report import Membership, Report, Story

KINDS = ("statement", "event", "report", "story")
"""The kinds of ids that the record explains, by what stands before the colon."""

SHORTEST = 6
"""Signs of an id's hash from which its beginning is taken for the whole, where it is the only one."""

ExplainAct = Callable[[str, str], Reason]
"""Explains an act of a treaty (treaty, act)."""


class Witness:
    """Explains what the reports of a record tell together."""

    def __init__(
        self,
        found: Findings,
        explain_act: ExplainAct,
        inferred: Callable[[str], InferredDay | None] = lambda _report: None,
    ) -> None:
        self._found, self._explain_act, self._inferred = found, explain_act, inferred
        self._reports: Mapping[str, Report] = {report.id: report for report in found.reports}
        self._places: Mapping[str, tuple[Story, Membership]] = {
            member.report: (story, member) for story in found.stories for member in story.members
        }

    @property
    def _statements(self) -> tuple[StatementEntry, ...]:
        """All statements, those that a person rejected last."""
        return (*self._found.statements, *self._found.rejected_statements)

    @property
    def _events(self) -> tuple[EventEntry, ...]:
        return (*self._found.events, *self._found.rejected_events)

    def explain(self, identity: str) -> Reason | None:
        """The reason behind an id of the record, or behind the beginning of one; None where the record has no such id."""
        whole = self._whole(identity)
        return self._explained(whole) if whole else None

    def of_statement(self, entry: StatementEntry) -> Reason:
        """The reason behind a statement, also behind one that no reading found and that a report tells in its own words."""
        return self.explain(entry.id) or self._statement(entry)

    def _whole(self, identity: str) -> str | None:
        """The one id that begins so. Raises AmbiguousName where several do."""
        if len(identity.partition(":")[2]) < SHORTEST:
            return None
        found = tuple(known for known in self._ids if known.startswith(identity))
        if identity in found:
            return identity
        if len(found) > 1:
            raise AmbiguousName(identity, found)
        return found[0] if found else None

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        said = [each for entry in self._statements for each in _names(entry)]
        happened = [each for entry in self._events for each in _event_names(entry)]
        return tuple(dict.fromkeys((*said, *happened, *self._reports, *(story.id for story in self._found.stories))))

    def _explained(self, identity: str) -> Reason | None:
        for entry in self._statements:
            if identity in _names(entry):
                return self._statement(entry)
        for happening in self._events:
            if identity in _event_names(happening):
                return self._event(happening)
        if identity in self._reports:
            return self._report(identity, whole=True)
        from treatywatch.stories import find_story  # loads numpy: only where a story is asked for

        story = find_story(self._found.stories, identity)
        return self._story(story) if story else None

    def _statement(self, entry: StatementEntry) -> Reason:
        statement = entry.statement
        who = statement.speaker.name if statement.speaker else "somebody who is not named"
        cue = f" (cue: {statement.cue.text})" if statement.cue else ""
        day = f", on {statement.said_on.edtf}" if statement.said_on else ""
        denied = "not: " if statement.negated else ""
        says = f"{who}: {denied}{statement.stance.value}{cue}{day}: {entry.content}; {in_lines(entry.lines)}{_judged(entry.review)}"
        return Reason(entry.id, says, _quoted(entry.evidence), tuple(map(self._report, entry.reports)))

    def _event(self, entry: EventEntry) -> Reason:
        event = entry.event
        about = ", ".join(filter(None, ("; ".join(event.actors), event.treaty, event.day.edtf if event.day else None)))
        acts = ", ".join(f"act:{event.treaty}:{act}" for act in entry.acts)
        settled = f"settled by {acts}" if entry.settled else "reported, not settled"
        says = f"{event.kind.value} ({event.modality.value}): {about or 'nobody named'}; {settled}; {in_lines(entry.lines)}"
        says += _judged(entry.review) + "".join(f"; {_against(one)}" for one in entry.contradicted_by)
        cited = self._cited(entry)
        because = [self._statement(each) for each in cited]
        if event.treaty:
            because += [self._explain_act(event.treaty, act) for act in entry.acts]
        within = {report for each in cited for report in each.reports}
        because += [self._report(report) for report in entry.reports if report not in within]
        return Reason(entry.id, says, _quoted(entry.evidence), tuple(because))

    def _cited(self, entry: EventEntry) -> list[StatementEntry]:
        """The statements in which the event is told."""
        cited = {told.assertion.said_by for told in entry.members}
        return [each for each in self._found.statements if cited & {told.statement.id for told in each.members}]

    def _report(self, identity: str, whole: bool = False) -> Reason:
        """A report with its day and its line; asked for itself (`whole`), with all that dates it."""
        report = self._reports[identity]
        facts = [report.title or report.path]
        if report.outlet:
            facts.append(f"outlet {report.outlet}")
        doubt = self._found.doubts.get(identity)
        facts.append(f"published {_day(report.published)}{', doubted' if doubt else ''}")
        placed = self._places.get(identity)
        because = (self._membership(*placed),) if placed else ()
        return Reason(
            identity,
            "; ".join(facts),
            self._credit(report),
            (*_doubted(identity, doubt), *self._dating(identity, whole), *because),
        )

    def _dating(self, identity: str, whole: bool) -> tuple[Reason, ...]:
        """Why an inferred day is what it is, one reason for each thing told; what was set aside says so. Else only the strongest."""
        inferred = self._inferred(identity)
        reasons = inferred.reasons if inferred is not None else ()
        if not whole:
            reasons = tuple(one for one in reasons if one.agrees)[:1]
        return tuple(Reason(identity, _bounded(one), tuple(one.grounds)) for one in reasons)

    def _credit(self, report: Report) -> tuple[Ground, ...]:
        if report.credit is None:
            return ()
        note = f"credits {report.credit.outlet} ({report.credit.how})"
        span = report.credit.span
        return (Ground(evidence=Passage.cut(report.id, report.text, span), note=note) if span else Ground(note=note),)

    def _membership(self, story: Story, member: Membership) -> Reason:
        of = f" of {member.of}" if member.of else ""
        says = f"{member.relation.value}{of} in a story with {in_lines(len(story.lines))}, origin {story.origin or 'unknown'}"
        return Reason(story.id, says, tuple(Ground(note=note) for note in member.because))

    def _story(self, story: Story) -> Reason:
        says = f"{len(story.members)} reports, {in_lines(len(story.lines))}, origin {story.origin or 'unknown'}"
        return Reason(story.id, says, (), tuple(self._report(member.report) for member in story.members))


def _doubted(report: str, doubt: Doubt | None) -> tuple[Reason, ...]:
    """Why the day of a report is doubted, with what speaks against it and how to settle it."""
    if doubt is None:
        return ()
    says = f"{doubt.says} (right all the same? review accept {report}; another day? read PATH --published DAY)"
    reasons = tuple(Reason(report, _bounded(one), tuple(one.grounds)) for one in doubt.reasons)
    return (Reason(report, f"doubted: {says}", (), reasons),)


def _names(entry: StatementEntry) -> tuple[str, ...]:
    """The ids under which a statement is known: its own, and those of its tellings."""
    return (entry.id, *(told.statement.id for told in entry.members))


def _event_names(entry: EventEntry) -> tuple[str, ...]:
    """The ids under which an event is known: its own, and those of its assertions."""
    return (entry.id, *(told.assertion.id for told in entry.members))


def _judged(review: Review | None) -> str:
    """What a person decided, in words."""
    if review is None:
        return ""
    last = review.last
    corrected = [one for one in review.corrections if one != last]
    further = "".join(f"; corrected by {one.by} on {one.on.isoformat()} ({one.id})" for one in corrected)
    return f"; {review.verdict} by {last.by} on {last.on.isoformat()} ({last.id}){further}"


def _against(one: Contradiction) -> str:
    where = one.event or (one.ground.act if one.ground else None)
    lines = f", {in_lines(one.lines)}" if one.event else ""
    return f"contradicted ({one.what}) by {where}: {one.says}{lines}"


def _quoted(evidence: tuple[Passage, ...]) -> tuple[Ground, ...]:
    return tuple(Ground(evidence=passage) for passage in evidence)


def _day(day: UncertainDay | None) -> str:
    return f"{day.edtf} ({day.how})" if day else "on an unknown day"


def _bounded(reason: DayReason) -> str:
    """A reason for an inferred day in words: what it bounds, and what is told."""
    days = {
        Bound.NOT_BEFORE: f"not before {reason.earliest}",
        Bound.NOT_AFTER: f"not after {reason.latest}",
        Bound.NEAR: f"between {reason.earliest} and {reason.latest}",
    }
    return f"{'' if reason.agrees else 'set aside: '}{days[reason.bound]}: {reason.says}"


def in_lines(count: int | None) -> str:
    """A number of independent lines in words."""
    return "lineage unknown" if count is None else f"{count} independent line" + ("" if count == 1 else "s")
