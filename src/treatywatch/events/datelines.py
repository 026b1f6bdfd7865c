"""The day at the head of a report ("Oslo, 3 December 2008"), from which its "today" counts where it came out later."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from treatywatch.language.prose import Prose
from treatywatch.model.annotation import DayMention

_HEAD = 300
"""Characters within which a dateline stands; own reports."""
_LATE = 3
"""Days after its dateline by which a report is read as published."""
_BEFORE = re.compile(r"[^\n.:;!?”\"]{0,60}")
_AFTER = re.compile(r"\s*(?:\n|$|[-–—(/:.,)])")
_QUOTE = re.compile(r"[\"“”]|''")
_QUOTED = re.compile(r"(?:[\"“]|``)[^\"“”]*\Z")
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
    said = _said_on(prose, day)
    if said is not None:
        return _told(day, said - timedelta(days=shift))
    base = next((one.earliest for one in prose.days if one.start < _HEAD and _is_dateline(prose, one)), None)
    if base is None or not 0 < (prose.on - base).days <= _LATE:
        return day
    return _told(day, base - timedelta(days=shift))


def _told(day: DayMention, told: date) -> DayMention:
    return replace(day, value=told.isoformat(), earliest=told, latest=told)


def _said_on(prose: Prose, day: DayMention) -> date | None:
    """The day on which words between quotation marks were said ("“I am leaving it today,” he said Tuesday"); None where it is not told."""
    sentence = next((one for one in prose.sentences if one.start <= day.start < one.end), None)
    if sentence is None or not _QUOTED.search(prose.text, sentence.start, day.start):
        return None
    end = _QUOTE.search(prose.text, day.end, sentence.end)
    later = [one for one in prose.days if end is not None and end.start() < one.start < sentence.end]
    exact = [one.earliest for one in later if one.type == "DATE" and one.earliest and one.earliest == one.latest]
    near = prose.on is not None and len(exact) == 1 and 0 <= (prose.on - exact[0]).days <= _LATE
    return exact[0] if near else None


def _is_dateline(prose: Prose, day: DayMention) -> bool:
    """Whether an exact day stands alone on its line, or after a place, before the text begins."""
    if day.type != "DATE" or day.earliest is None or day.earliest != day.latest or not re.search(r"\d", day.text):
        return False
    line = prose.text.rfind("\n", 0, day.start) + 1
    opens = _BEFORE.fullmatch(prose.text, line, day.start)
    return bool(opens and _AFTER.match(prose.text, day.end))
