"""Choosing by day: whether an uncertain day can lie within --since and --until."""

from __future__ import annotations

from datetime import date

from treatywatch.cli.options import Question
from treatywatch.dates import UncertainDay


def in_days(day: UncertainDay | None, question: Question) -> bool:
    """Whether the day can lie in the days asked for; an unknown day lies in them only where none are asked for."""
    if question.since is None and question.until is None:
        return True
    if day is None:
        return False
    first = question.since.earliest if question.since else date.min
    last = question.until.latest if question.until else date.max
    return (day.earliest or date.min) <= last and (day.latest or date.max) >= first
