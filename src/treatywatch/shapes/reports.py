"""Reports: what became of each input, and who copied whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from treatywatch.model.report import Refused, Report, Story
from treatywatch.shapes.days import uncertain


def read_report(report: Report, known: bool) -> dict[str, Any]:
    """A report that was read: `new`, or `known` where the record held it already."""
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
    }


def refused_input(refused: Refused) -> dict[str, Any]:
    """An input that was not read, with the reason."""
    empty = dict.fromkeys(("title", "outlet", "credit", "language", "published"))
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
