"""Reports: what became of each input, and who copied whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from treatywatch.model.dating import DayReason, Doubt, InferredDay
from treatywatch.model.report import Refused, Report, Story
from treatywatch.shapes.days import plain, uncertain
from treatywatch.shapes.grounds import grounds


def read_report(
    report: Report, known: bool, inferred: InferredDay | None = None, doubted: Doubt | None = None
) -> dict[str, Any]:
    """A report that was read: `new`, or `known` where the record held it already.

    `dating` tells how its day was inferred, `doubt` why the day that it carries contradicts its text.
    """
    credit = report.credit
    return {
        "id": report.id,
        "path": report.path,
        "title": report.title,
        "outlet": report.outlet,
        "credit": {"outlet": credit.outlet, "how": credit.how} if credit else None,
        "language": report.language,
        "published": uncertain(report.published),
        "status": "known" if known else "new",
        "reason": None,
        "dating": dating(inferred),
        "doubt": doubted.says if doubted else None,
    }


def dating(inferred: InferredDay | None) -> dict[str, Any] | None:
    """How a day was inferred: the stretches in which it can lie, and each reason with what it bounds; None where it was not."""
    if inferred is None:
        return None
    return {
        "candidates": [{"earliest": plain(first), "latest": plain(last)} for first, last in inferred.candidates],
        "reasons": [day_reason(reason) for reason in inferred.reasons],
    }


def day_reason(reason: DayReason) -> dict[str, Any]:
    """One reason for an inferred day: `bound` is `not before`, `not after` or `near`; `agrees` is false where it was set aside."""
    return {
        "bound": reason.bound.value,
        "earliest": plain(reason.earliest),
        "latest": plain(reason.latest),
        "says": reason.says,
        "agrees": reason.agrees,
        "grounds": grounds(reason.grounds),
    }


def refused_input(refused: Refused) -> dict[str, Any]:
    """An input that was not read, with the reason."""
    empty = dict.fromkeys(("title", "outlet", "credit", "language", "published", "dating", "doubt"))
    return {"id": None, "path": refused.path, **empty, "status": "refused", "reason": refused.reason}


def reading(rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The answer of `read`: every input with what became of it, and how many of each."""
    reports = list(rows)
    counts = {status: sum(row["status"] == status for row in reports) for status in ("new", "known", "refused")}
    return {"reports": reports, "counts": counts}


def story(told: Story) -> dict[str, Any]:
    """A story: its origin, its number of independent lines, and each report's relation with the reasons."""
    return {
        "id": told.id,
        "origin": told.origin,
        "lines": len(told.lines),
        "reports": [
            {
                "id": member.report,
                "relation": member.relation.value,
                "of": member.of,
                "because": list(member.because),
            }
            for member in told.members
        ],
    }
