"""Counting lines of reporting: corroboration counts origins, not reports."""

from __future__ import annotations

from collections.abc import Iterable

from treatywatch.model.entry import Told
from treatywatch.model.report import Story
from treatywatch.model.vocabulary import Relation

REWORKED = frozenset({Relation.REWRITE, Relation.PARTIAL, Relation.VERSION})
"""Relations of a text whose words may differ from those of its line's origin."""


def line_of_report(stories: Iterable[Story]) -> dict[str, str]:
    """Name the line of each report: its origin, which may stand behind several stories, else its story and place in it."""
    named: dict[str, str] = {}
    for story in stories:
        for place, line in enumerate(story.lines):
            for report in line.reports:
                named[report] = line.origin or f"{story.id}#{place}"
    return named


def reworked_reports(stories: Iterable[Story]) -> frozenset[str]:
    """The reports whose wording is not their origin's own."""
    return frozenset(one.report for story in stories for one in story.members if one.relation in REWORKED)


def count_lines(told: Iterable[Told]) -> int | None:
    """Count the distinct lines behind some tellings; None as soon as one telling's lineage is unknown."""
    lines = [telling.line for telling in told]
    return None if any(line is None for line in lines) else len(set(lines))
