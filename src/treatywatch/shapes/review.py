"""Reviews: what a person decided about a reading, and the history of judgements."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from treatywatch.findings.settle import LEGAL
from treatywatch.model.dating import Doubt
from treatywatch.model.entry import EventEntry, StatementEntry
from treatywatch.model.judgement import Anchor, Judgement, Review
from treatywatch.model.report import Report
from treatywatch.shapes.days import uncertain
from treatywatch.shapes.grounds import evidence

if TYPE_CHECKING:
    from treatywatch.findings.gathering import Findings


def review(told: Review | None) -> dict[str, Any] | None:
    """What counts for a reading; `was` is the machine's own reading where it was corrected. Null where nobody judged."""
    if told is None:
        return None
    last = told.last
    return {
        "id": last.id,
        "by": last.by,
        "on": last.on.isoformat(),
        "verdict": told.verdict,
        "because": last.because,
        "accepted": told.accepted,
        "was": json.loads(told.was) if told.was else None,
    }


def judgement(one: Judgement, counts: bool, loose: Iterable[Anchor] = ()) -> dict[str, Any]:
    """One judgement; `counts` is false where it was undone, `attached` where none of its readings is read so any more."""
    held = set(one.anchors) - set(loose)
    return {
        "id": one.id,
        "verb": one.verb.value,
        "by": one.by,
        "on": one.on.isoformat(),
        "because": one.because,
        "fields": dict(one.fields),
        "undoes": f"review:{one.undoes}" if one.undoes else None,
        "counts": counts,
        "attached": bool(held) or not one.anchors,
        "anchors": [
            {
                "noun": each.noun,
                "kind": each.kind,
                "evidence": {"report": each.report, "start": each.start, "end": each.end, "exact": each.exact},
                "side": each.side,
                "attached": each in held,
            }
            for each in one.anchors
        ],
    }


def queue(found: Findings) -> list[dict[str, Any]]:
    """What a person should look at, most consequential first: loose judgements, doubted days, unsettled acts, other events, statements."""
    open_events = [entry for entry in found.events if entry.review is None]
    acts = [one for one in open_events if one.event.treaty and one.event.kind in LEGAL and not one.settled]
    rest = [one for one in open_events if one not in acts]
    return [
        *(_loose(judgement, anchor) for judgement, anchor in found.loose),
        *(_doubted(report, found.doubts[report.id]) for report in found.reports if report.id in found.doubts),
        *(_to_review("reported act", one) for one in sorted(acts, key=_weight)),
        *(_to_review("event", one) for one in sorted(rest, key=_weight)),
        *(_statement_to_review(one) for one in sorted(found.statements, key=_weight) if one.review is None),
    ]


def _weight(entry: EventEntry | StatementEntry) -> tuple[bool, int]:
    """Contradicted ones first, then by lines and reports."""
    return not getattr(entry, "contradicted_by", ()), -10 * (entry.lines or 0) - len(entry.reports)


def _to_review(why: str, entry: EventEntry) -> dict[str, Any]:
    event = entry.event
    return {
        "id": entry.id,
        "noun": "event",
        "why": f"{why}, contradicted" if entry.contradicted_by else why,
        "says": " ".join(filter(None, (", ".join(event.actors), event.kind.value, f"({event.modality.value})"))),
        "treaties": [event.treaty] if event.treaty else [],
        "day": uncertain(event.day),
        "lines": entry.lines,
        "settled": entry.settled,
        "evidence": [evidence(passage) for passage in entry.evidence],
    }


def _statement_to_review(entry: StatementEntry) -> dict[str, Any]:
    statement = entry.statement
    who = statement.speaker.name if statement.speaker else "(nobody named)"
    return {
        "id": entry.id,
        "noun": "statement",
        "why": "statement",
        "says": f"{who}: {'not: ' if statement.negated else ''}{statement.stance.value}",
        "treaties": list(statement.treaties),
        "day": uncertain(statement.said_on),
        "lines": entry.lines,
        "settled": False,
        "evidence": [evidence(passage) for passage in entry.evidence],
    }


def _doubted(report: Report, doubt: Doubt) -> dict[str, Any]:
    passages = [ground.evidence for reason in doubt.reasons for ground in reason.grounds if ground.evidence]
    return {
        "id": report.id,
        "noun": "report",
        "why": "doubted day",
        "says": f"{report.title or report.path}: {doubt.says}",
        "treaties": [],
        "day": uncertain(report.published),
        "lines": None,
        "settled": False,
        "evidence": [evidence(passage) for passage in passages],
    }


def _loose(judged: Judgement, anchor: Anchor) -> dict[str, Any]:
    place = {"report": anchor.report, "start": anchor.start, "end": anchor.end, "exact": anchor.exact}
    return {
        "id": judged.id,
        "noun": "review",
        "why": "no longer read so: judge anew",
        "says": f"{judged.verb.value} {anchor.kind} by {judged.by}",
        "treaties": [],
        "day": None,
        "lines": None,
        "settled": False,
        "evidence": [{**place, "prefix": "", "suffix": ""}],
    }
