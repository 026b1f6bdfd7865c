"""Whether a day that a report prints can be right: what its text tells as past with a full day cannot lie after it.

A page's footer, or a copy put up again years later, prints another day than the text's own.
"""

from __future__ import annotations

from datetime import date, timedelta

from treatywatch.dates import UncertainDay
from treatywatch.model.annotation import Annotation
from treatywatch.model.event import Event
from treatywatch.model.vocabulary import Modality

SLACK = timedelta(days=2)
"""Days by which time zones and editions shift a printed day."""
LONG_PAST = timedelta(days=60)
"""Days after which what is told as to come has long come: beyond, the report is older than the day it prints."""
_AHEAD = frozenset({Modality.PLANNED, Modality.THREATENED})


def doubt(published: UncertainDay | None, annotation: Annotation | None) -> str | None:
    """Why the printed, given or metadata day of a report contradicts its own text; None where nothing does."""
    if published is None or annotation is None or published.how == "inferred":
        return None
    if published.earliest is None or published.latest is None:
        return None
    for assertion in annotation.events:
        told = _contradiction(assertion.event, published.earliest, published.latest)
        if told is not None:
            return f"published {published.edtf} ({published.how}), but the text tells {told}"
    return None


def _contradiction(event: Event, earliest: date, latest: date) -> str | None:
    """What an event told with its full day says against a report of `[earliest, latest]`."""
    day = event.day
    if day is None or day.how != "told" or day.earliest is None or day.latest is None:
        return None
    if event.modality is Modality.HAPPENED and day.earliest > latest + SLACK:
        return f"as past what it dates {day.edtf} ({event.kind.value})"
    if event.modality in _AHEAD and day.latest < earliest - LONG_PAST:
        return f"as to come what it dates {day.edtf} ({event.kind.value})"
    return None
