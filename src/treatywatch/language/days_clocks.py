"""Clock times: "at 10 p.m.", "2330 GMT", joined with the day beside them, and two zones' readings of one moment."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from treatywatch.language import days_value as values
from treatywatch.language.days_frame import Found, Frame, Match
from treatywatch.language.days_patterns import CLOCK, ZONE, S
from treatywatch.language.days_zones import offset_of

_BARE = re.compile(rf"(?:the{S})?{CLOCK}")
_BETWEEN = re.compile(rf"(?:{S}|,{S}|{S}?\()?(?:on{S})?")
_SAME_MOMENT = re.compile(rf"(?:{S}|,)*[(\[]?(?:{S})?(?:or{S}|that{S}is,?{S})?", re.IGNORECASE)
_ZONED = re.compile(rf"(?:{ZONE})(?!\w)")
_CLOCK_VALUE = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})")
_TOLERANCE = timedelta(minutes=45)
"""Two readings of one moment differ by less: one of them may be rounded."""


def clock_value(match: Match) -> str:
    """The clock part of a TIME value (`T22:00`), from the groups of CLOCK."""
    groups = match.groupdict()
    if groups.get("noon"):
        return "T24" if groups["noon"].lower() == "midnight" else "T12:00"
    if groups.get("military"):
        return f"T{groups['military'][:2]}:{groups['military'][2:]}"
    if groups.get("hour24"):
        return f"T{int(groups['hour24']):02d}:{groups['minute24']}"
    if not groups.get("hour"):
        return ""
    hour = int(groups["hour"]) % 12 + (12 if groups["half"].lower().startswith("p") else 0)
    return f"T{hour:02d}:{groups['minute'] or '00'}"


def read_clock(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "at 10 p.m.", "2100 GMT": a time of the day told last, else of the report's."""
    if match["noon"] and not re.search(
        r"(?i)\b(?:at|by|until|since|before|after|around|about)\W+$", frame.text[: match.start()][-8:]
    ):
        return ()
    anchor = frame.anchor(match.start()) or frame.base
    value = (anchor.isoformat() if anchor else "XXXX-XX-XX") + clock_value(match)
    return (Found.of(match.start(), match.end(), value, kind="TIME"),)


def accept(frame: Frame, found: Found) -> None:
    """Add an expression to the trail; a clock time takes the day that follows it ("at 5 p.m. on August 2")."""
    last = frame.trail[-1] if frame.trail else None
    if last is None or last.type != "TIME" or found.type not in ("DATE", "TIME"):
        frame.trail.append(found)
        return
    between = frame.text[last.end : found.start]
    if found.type == "DATE" and _is_bare(frame, last) and _BETWEEN.fullmatch(between) and "(" not in between:
        if re.fullmatch(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)", found.value):
            value = found.value + last.value[last.value.index("T") :]
            frame.trail[-1] = Found(last.start, found.end, "TIME", value, found.bounds)
            return
    elif found.type == "TIME" and _SAME_MOMENT.fullmatch(between):
        frame.trail[-1], found = _one_moment(frame, last, found)
    frame.trail.append(found)


def _is_bare(frame: Frame, found: Found) -> bool:
    return _BARE.fullmatch(frame.text, found.start, found.end) is not None


def _one_moment(frame: Frame, first: Found, second: Found) -> tuple[Found, Found]:
    """Two readings of one moment: the one that tells no day takes the day that its zone has then ("02:47 Moscow time (2347 GMT)")."""
    if _is_bare(frame, second):
        return first, _in_step(frame, second, first)
    return (_in_step(frame, first, second), second) if _is_bare(frame, first) else (first, second)


def _in_step(frame: Frame, undated: Found, dated: Found) -> Found:
    moment, clock = _utc(frame, dated), _CLOCK_VALUE.fullmatch(undated.value)
    if moment is None or clock is None:
        return undated
    day = date.fromisoformat(clock[1])
    known = date.fromisoformat(dated.value[:10])
    for step in (0, -1, 1):
        day = values.shift_days(known, step) or known
        value = f"{day.isoformat()}T{clock[2]}:{clock[3]}"
        other = _utc(frame, Found.of(undated.start, undated.end, value, kind="TIME"))
        if other is not None and abs(other - moment) < _TOLERANCE:
            return Found.of(undated.start, undated.end, value, kind="TIME")
    return undated


def _utc(frame: Frame, found: Found) -> datetime | None:
    """The moment in UTC of a TIME that tells its zone."""
    clock, zone = _CLOCK_VALUE.fullmatch(found.value), _ZONED.search(frame.text, found.start, found.end)
    if clock is None or zone is None:
        return None
    day = date.fromisoformat(clock[1])
    offset = offset_of(zone.group(), day)
    if offset is None:
        return None
    try:
        return datetime(day.year, day.month, day.day, int(clock[2]) % 24, int(clock[3])) - offset
    except (OverflowError, ValueError):
        return None
