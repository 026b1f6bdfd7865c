"""What the reports of a record tell together: stories, statements and events, with the lines behind each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from treatywatch import rulebook
from treatywatch.findings.accepted import accepted_acts, unsettled
from treatywatch.findings.contradict import contradict
from treatywatch.findings.corroborate import corroborate_events, corroborate_statements
from treatywatch.findings.dispelling import standing_doubts
from treatywatch.findings.lines import line_of_report, reworked_reports
from treatywatch.findings.rearrange import rearranged
from treatywatch.findings.review import Judged, active, counting, judge_events, judge_statements
from treatywatch.findings.settle import LEGAL, reported_acts, settle
from treatywatch.model.dating import Doubt
from treatywatch.model.entry import EventEntry, StatementEntry, Told, ToldEvent, ToldStatement
from treatywatch.model.event import Assertion
from treatywatch.model.judgement import Anchor, Judgement, Review, Verb
from treatywatch.model.law import Act, Treaty
from treatywatch.model.report import Report, Story
from treatywatch.model.statement import Statement
from treatywatch.record import Record
from treatywatch.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Findings:
    """What the reports of a record tell together.

    What a person rejected stands in none of them, but apart, so that it can be explained; `loose` are judgements whose reading is
    read no more; `doubts` tell, by the report, why its day is doubted.
    """

    reports: tuple[Report, ...]
    stories: tuple[Story, ...]
    statements: tuple[StatementEntry, ...]
    events: tuple[EventEntry, ...]
    rejected_statements: tuple[StatementEntry, ...] = ()
    rejected_events: tuple[EventEntry, ...] = ()
    loose: tuple[tuple[Judgement, Anchor], ...] = ()
    doubts: Mapping[str, Doubt] = field(default_factory=dict)


def find(record: Record, shelf: Shelf, known: date | None = None) -> Findings:
    """Group the reports public by `known` into stories, and corroborate what they tell; nothing of this is stored."""
    judgements = active(record.judgements())
    reports = record.reports(known)
    grouped = _grouped(reports, shelf, judgements)
    doubts = standing_doubts(record, judgements)
    told = _told(reports, grouped, doubts)
    said = judge_statements([one for one in record.statements() if one[0] in told], judgements)
    happened = judge_events([one for one in record.assertions() if one[0] in told], judgements)
    events = _reviewed(corroborate_events(_events(happened.counted, told), happened.pairs), happened.reviews)
    acts = _acts(events, shelf, accepted_acts(happened, told))
    return Findings(
        reports,
        grouped,
        _said(said.counted, told, said),
        contradict(settle(events, acts), acts),
        _said(said.rejected, told, said),
        _reviewed(corroborate_events(_events(happened.rejected, told)), happened.reviews),
        (*happened.loose, *said.loose),
        {report.id: doubts[report.id] for report in reports if report.id in doubts},
    )


def find_reported(
    record: Record, shelf: Shelf, treaty: Treaty, on: date | None = None, known: date | None = None
) -> tuple[EventEntry, ...]:
    """Find the reported, unsettled acts of one treaty: what `status` shows, without corroborating all else that reports tell.

    `treaty` may hold accepted acts among its own: what they settle is no longer merely reported. Where each telling is settled for
    itself, as of a treaty long closed, not even lineage is asked for.
    """
    reports = record.reports(known)
    ids = {report.id for report in reports}
    judgements = active(record.judgements())
    judged = judge_events([one for one in record.assertions() if one[0] in ids], judgements)
    happened = [
        (report, one) for report, one in judged.counted if one.event.treaty == treaty.id and one.event.kind in LEGAL
    ]
    acts = {treaty.id: treaty.acts}
    alone = _told(reports, ())
    singly = [corroborate_events([each])[0] for each in _events(happened, alone)]
    if not reported_acts(settle(singly, acts), treaty.id, on, known):
        return ()
    told = _told(reports, _grouped(reports, shelf, judgements), standing_doubts(record, judgements))
    entries = _reviewed(corroborate_events(_events(happened, told), judged.pairs), judged.reviews)
    return reported_acts(contradict(settle(entries, acts), acts), treaty.id, on, known)


def find_accepted(
    record: Record, known: date | None = None, judged_before: date | None = None
) -> dict[str, tuple[Act, ...]]:
    """The reported acts that a person accepted, by treaty, from reports public by `known`.

    With `judged_before` only the judgements that were entered before that day, undoings among them.
    """
    entered = [one for one in record.judgements() if judged_before is None or one.on < judged_before]
    judgements = active(entered)
    about = {anchor.report for one in judgements if one.verb is Verb.ACCEPT for anchor in one.anchors}
    if not about:
        return {}
    told = {id: one for id, one in _told(record.reports(known), ()).items() if id in about}
    return accepted_acts(judge_events(record.assertions(told), judgements), told)


def with_accepted(treaty: Treaty, accepted: Mapping[str, Sequence[Act]]) -> Treaty:
    """The treaty with accepted acts among its own, so that every rule sees them; where none are new, the treaty itself."""
    made = unsettled(accepted.get(treaty.id, ()), treaty.acts)
    return replace(treaty, acts=(*treaty.acts, *made)) if made else treaty


def _events(found: Iterable[tuple[str, Assertion]], told: Mapping[str, Told]) -> list[ToldEvent]:
    return [ToldEvent(told[report], one) for report, one in found]


def _said(
    found: Iterable[tuple[str, Statement]], told: Mapping[str, Told], judged: Judged[Statement]
) -> tuple[StatementEntry, ...]:
    entries = corroborate_statements([ToldStatement(told[report], one) for report, one in found], judged.pairs)
    if not judged.reviews:
        return entries
    return tuple(
        replace(each, review=counting(judged.reviews, [one.statement.id for one in each.members])) for each in entries
    )


def _reviewed(entries: tuple[EventEntry, ...], reviews: Mapping[str, Review]) -> tuple[EventEntry, ...]:
    if not reviews:
        return entries
    return tuple(
        replace(each, review=counting(reviews, [one.assertion.id for one in each.members])) for each in entries
    )


def _acts(
    events: Iterable[EventEntry], shelf: Shelf, accepted: Mapping[str, Sequence[Act]]
) -> dict[str, Sequence[Act]]:
    """The acts of the treaties that are told of, with those accepted; of treaties that the shelf only names it holds none."""
    told = {event.event.treaty for event in events}
    own = {id: rulebook.load_treaty(shelf, id).acts for id in shelf.treaty_ids() if id in told}
    return {id: (*acts, *unsettled(accepted.get(id, ()), acts)) for id, acts in own.items()}


def _grouped(reports: tuple[Report, ...], shelf: Shelf, judgements: Sequence[Judgement]) -> tuple[Story, ...]:
    from treatywatch import stories  # loads numpy: only where lineage is asked for

    return rearranged(stories.group(reports, shelf.outlets), judgements)


def _told(reports: tuple[Report, ...], grouped: tuple[Story, ...], doubted: Collection[str] = ()) -> dict[str, Told]:
    line_of, reworked = line_of_report(grouped), reworked_reports(grouped)
    return {
        one.id: Told(
            *(one.id, one.text, one.published, line_of.get(one.id), one.outlet),
            near=one.id not in reworked,
            doubted=one.id in doubted,
        )
        for one in reports
    }
