"""Doubts of reports' days, and how a person dispels one: by accepting the day that the report carries."""

from __future__ import annotations

from collections.abc import Sequence

from treatywatch.dates import UncertainDay
from treatywatch.findings.review import REPORT, active
from treatywatch.model.dating import Doubt
from treatywatch.model.judgement import Anchor, Judgement, Verb
from treatywatch.record import Record
from treatywatch.record.codec import to_json

PUBLISHED = "published"
"""The kind of an anchor that holds on to the day of a report; its body is that day, so that another day is judged for itself."""


def standing_doubts(record: Record, judgements: Sequence[Judgement] | None = None) -> dict[str, Doubt]:
    """The doubts that nobody dispelled, by the report; `judgements` are the active ones, where they are at hand."""
    doubts = record.doubts()
    if not doubts:
        return {}
    accepted = _accepted(active(record.judgements()) if judgements is None else judgements)
    return {report: one for report, one in doubts.items() if (report, _body(record.published(report))) not in accepted}


def anchor_day(report: str, day: UncertainDay) -> Anchor:
    """The anchor of a judgement about the day that a report carries."""
    return Anchor(REPORT, report, 0, 0, "", PUBLISHED, _body(day))


def _accepted(judgements: Sequence[Judgement]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (anchor.report, anchor.body)
        for one in judgements
        if one.verb is Verb.ACCEPT
        for anchor in one.anchors
        if (anchor.noun, anchor.kind) == (REPORT, PUBLISHED)
    )


def _body(day: UncertainDay | None) -> str:
    return to_json(day) if day else ""
