"""Comparisons: how one report relates to another, passage by passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from treatywatch.model.passage import Passage, Span
from treatywatch.model.report import Report
from treatywatch.shapes.grounds import evidence
from treatywatch.stories.alterations.kinds import Alteration, Comparison, Pair
from treatywatch.stories.alterations.story import Change, Detail


def comparison(found: Comparison, a: Report, b: Report) -> dict[str, Any]:
    """A comparison of two reports, with how many passages and alterations there are of each kind."""
    passages = [_passage(pair, a, b) for pair in found.pairs]
    return {
        "relation": found.relation.value,
        "containment": found.containment,
        "reports": [_named(a), _named(b)],
        "passages": passages,
        "counts": counts(passages),
    }


def _named(report: Report) -> dict[str, Any]:
    return {"id": report.id, "title": report.title, "path": report.path, "outlet": report.outlet}


def _passage(pair: Pair, a: Report, b: Report) -> dict[str, Any]:
    own = a if pair.a else b
    return {
        "relation": pair.likeness.value,
        "a": _evidence(a, pair.a),
        "b": _evidence(b, pair.b),
        "alterations": [_alteration(one, own) for one in pair.alterations],
    }


def _evidence(report: Report, span: Span | None) -> dict[str, Any] | None:
    return evidence(Passage.cut(report.id, report.text, span)) if span else None


def _alteration(one: Alteration, own: Report) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": one.kind.value, "a": one.a, "b": one.b, "meaning": one.meaning.value}
    for name, span in (("at_a", one.at_a), ("at_b", one.at_b)):
        told[name] = [span.start, span.end] if span else None
    if one.against:
        told["against"] = _evidence(own, one.against)
    return told


def counts(passages: list[dict[str, Any]]) -> dict[str, dict[str, int]]:
    """How many passages there are of each relation, and how many alterations of each kind and of each meaning."""
    found: dict[str, dict[str, int]] = {"passages": {}, "kinds": {}, "meanings": {}}
    for passage in passages:
        _count(found["passages"], passage["relation"])
        for one in passage["alterations"]:
            _count(found["kinds"], one["kind"])
            _count(found["meanings"], one["meaning"])
    return found


def _count(counted: dict[str, int], name: str) -> None:
    counted[name] = counted.get(name, 0) + 1


def told_details(found: Sequence[Detail], changes: Sequence[Change], reports: Sequence[Report]) -> dict[str, Any]:
    """The details of several versions of a story, and what each outlet did to its own text."""
    by_id = {report.id: report for report in reports}
    rows = [_detail(one, by_id) for one in found]
    counted = {"in_all": sum(row["in_all"] for row in rows), "in_one": sum(row["in_one"] for row in rows)}
    return {
        "reports": [_named(report) for report in by_id.values()],
        "details": rows,
        "updates": [_update(one, by_id) for one in changes],
        "counts": {**counted, "in_some": len(rows) - sum(counted.values())},
    }


def _detail(one: Detail, reports: dict[str, Report]) -> dict[str, Any]:
    return {
        "in_all": len(one.spans) == len(reports),
        "in_one": len(one.spans) == 1,
        "first": one.first,
        "versions": [_evidence(reports[report], span) for report, span in one.spans.items()],
    }


def _update(one: Change, reports: dict[str, Report]) -> dict[str, Any]:
    before, after = reports[one.before], reports[one.after]
    return {
        "outlet": after.outlet,
        "before": one.before,
        "after": one.after,
        "update": one.update.value,
        "notice": _evidence(after, one.notice),
        "passages": [_passage(pair, before, after) for pair in one.pairs],
    }
