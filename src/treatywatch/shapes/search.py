"""What a search finds."""

from __future__ import annotations

from typing import Any

from treatywatch.model.dating import Doubt
from treatywatch.model.report import Report
from treatywatch.record import Hit
from treatywatch.record.searching import CLOSE, OPEN
from treatywatch.shapes.days import uncertain

MARKS = ("[", "]")
"""What stands around a found word in a snippet."""


def hit(found: Hit, report: Report, doubt: Doubt | None = None) -> dict[str, Any]:
    """One hit: found words in brackets; `score` is bm25, more is better; `start` and `end` are offsets in the report's text.

    `doubt` tells why the report's day is doubted.
    """
    words = found.snippet.replace(OPEN, MARKS[0]).replace(CLOSE, MARKS[1])
    return {
        "kind": found.noun,
        "id": found.id,
        "snippet": " ".join(words.split()),
        "report": found.report,
        "score": round(found.score, 4),
        "start": found.start,
        "end": found.end,
        "title": report.title,
        "path": report.path,
        "published": uncertain(report.published),
        "doubt": doubt.says if doubt else None,
    }
