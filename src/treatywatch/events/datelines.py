"""The day at the head of a report ("Oslo, 3 December 2008"), from which its "today" counts where it came out later."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from treatywatch.language.prose import Prose
from treatywatch.model.annotation import DayMention

_HEAD = 300
"""Characters within which a dateline stands; own reports."""
_LATE = 3
"""Days after its dateline by which a report is read as published."""
_BEFORE = re.compile(r"[^\n.:;!?”\"]{0,60}")
_AFTER = re.compile(r"\s*(?:\n|$|[-–—(/:.,)])")
_SHIFTS = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": 1,
    "earlier today": 0,
}


def anchored(prose: Prose, day: DayMention) -> DayMention:
    """The mention, its "today" counted from the dateline where the report has one."""
    shift = _SHIFTS.get(day.text.lower())
    if shift is None or prose.on is None:
        return day
    base = next((one.earliest for one in prose.days if one.start < _HEAD and _is_dateline(prose, one)), None)
    if base is None or not 0 < (prose.on - base).days <= _LATE:
        return day
    told = base - timedelta(days=shift)
    return replace(day, value=told.isoformat(), earliest=told, latest=told)


def _is_dateline(prose: Prose, day: DayMention) -> bool:
    """Whether an exact day stands alone on its line, or after a place, before the text begins."""
    if day.type != "DATE" or day.earliest is None or day.earliest != day.latest or not re.search(r"\d", day.text):
        return False
    line = prose.text.rfind("\n", 0, day.start) + 1
    opens = _BEFORE.fullmatch(prose.text, line, day.start)
    return bool(opens and _AFTER.match(prose.text, day.end))
