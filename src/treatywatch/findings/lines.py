"""Counting lines of reporting: corroboration counts origins, not reports."""

from __future__ import annotations

from collections.abc import Iterable

from treatywatch.model.entry import Told
from treatywatch.model.report import Story


def line_of_report(stories: Iterable[Story]) -> dict[str, str]:
    """Name the line of each report: the story's id and the line's place in it."""
    named: dict[str, str] = {}
    for story in stories:
        for place, line in enumerate(story.lines):
            for report in line.reports:
                named[report] = f"{story.id}#{place}"
    return named


def count_lines(told: Iterable[Told]) -> int | None:
    """Count the distinct lines behind some tellings; None as soon as one telling's lineage is unknown."""
    lines = [telling.line for telling in told]
    return None if any(line is None for line in lines) else len(set(lines))
