"""Choosing: by day, whether one can lie within --since and --until; by id, also by the beginning of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

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


def any_in_days(days: Iterable[date | None], question: Question) -> bool:
    """Whether one of the days on which something was said or done lies in the days asked for."""
    return any(in_days(UncertainDay.on(day, "told") if day else None, question) for day in days)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Row = TypeVar("_Row", bound=_Named)


def the_one(rows: Iterable[_Row], identity: str) -> _Row | None:
    """The only row whose id begins so; None where there is none, or more than one."""
    found = [row for row in rows if row.id.startswith(identity)]
    return found[0] if len(found) == 1 else None
