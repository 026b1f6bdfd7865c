"""Whether what stands in a record agrees with itself: passages with their texts, and the full-text index with what it indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from treatywatch.record.schema import FOUND

_OUTSIDE = """
    SELECT report, first, after FROM {table} JOIN readings ON number = reading JOIN reports ON id = report
    WHERE first < 0 OR after < first OR after > length(text)
"""
_ALTERED = """
    SELECT 'review:' || judgement, report, first, after FROM anchors JOIN reports ON id = report
    WHERE exact <> substr(text, first + 1, after - first)
"""


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Everything that does not agree, each as *where: found X, expected Y*."""
    for table in FOUND:
        for report, first, after in connection.execute(_OUTSIDE.format(table=table)):
            yield f"{report}: found one of the {table} at {first}-{after}, expected a place in its text"
    for judgement, report, first, after in connection.execute(_ALTERED):
        yield f"{judgement}: found another text in {report} at {first}-{after}, expected the one that was judged"
    missing = connection.execute(
        "SELECT count(*) FROM reports WHERE id NOT IN (SELECT report FROM searchable WHERE noun = 'report')"
    ).fetchone()[0]
    if missing:
        yield f"searchable: found {missing} reports that no search finds, expected none"
