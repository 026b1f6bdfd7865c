"""Days as the shapes tell them: plain days are ISO text, uncertain ones carry their bounds."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from treatywatch.dates import PlainDay, UncertainDay


def plain(day: date | PlainDay | None) -> str | None:
    """A plain day as ISO text, shortened where no more is known."""
    if day is None:
        return None
    return day.isoformat() if isinstance(day, date) else day.text


def uncertain(day: UncertainDay | None) -> dict[str, Any] | None:
    """An uncertain day as `{"edtf","earliest","latest","best","how"}`; open bounds are null."""
    if day is None:
        return None
    return {
        "edtf": day.edtf,
        "earliest": plain(day.earliest),
        "latest": plain(day.latest),
        "best": plain(day.best),
        "how": day.how,
    }


def moment(now: datetime) -> str:
    """A moment in UTC to the second, as `as_of` carries it."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
