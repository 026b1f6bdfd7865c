"""Whether two day expressions tell one day."""

from __future__ import annotations

import re

from treatywatch.model.annotation import DayMention

_DIRECTIONS = re.compile(
    r"\b(last|past|previous|earlier|ago|yesterday|next|coming|following|later|tomorrow|today|this|early|late|mid|before|after)\b"
)


def same(a: DayMention, b: DayMention) -> bool:
    """Whether both tell one day: by value, as far as either is known, else by the days that both can mean."""
    if not _one_part(a, b):
        return False
    if a.text.lower() == b.text.lower() and None in (a.earliest, b.earliest):
        return True
    if a.value == b.value:
        return any(map(str.isdigit, a.value)) or _direction(a) == _direction(b)
    if _fits(a.value, b.value):
        return True
    if None in (a.earliest, a.latest, b.earliest, b.latest):
        return False
    return (a.earliest, a.latest) == (b.earliest, b.latest)


def comparable(a: DayMention, b: DayMention) -> bool:
    """Whether two expressions that differ surely tell different days: both are resolved, or both are of one form."""
    if None not in (a.earliest, b.earliest):
        return True
    told = any(map(str.isdigit, a.value + b.value))
    return not told or _form(a.value) == _form(b.value)


def _form(value: str) -> str:
    return re.sub(r"\d", "X", value)


def _direction(day: DayMention) -> frozenset[str]:
    return frozenset(_DIRECTIONS.findall(day.text.lower()))


def _one_part(a: DayMention, b: DayMention) -> bool:
    """Not "early 1990s" for "late 1990s"."""
    parts = [
        {word for word in ("early", "late", "mid") if re.search(rf"\b{word}\b", one.text.lower())} for one in (a, b)
    ]
    return not (parts[0] and parts[1]) or parts[0] == parts[1]


def _fits(a: str, b: str) -> bool:
    """Whether one value is the other with less told ("XXXX-07-05", "2019-07-05"; "2017", "2017-FA")."""
    short, long = sorted((a, b), key=len)
    if re.fullmatch(r"[\dX]{4}(-\d\d)?", short) and re.fullmatch(rf"{short}-(\d\d|[A-Z]{{2}})(-\d\d)?", long):
        return True
    if len(a) != len(b) or a.count("X") + b.count("X") == 0:
        return False
    alike = all(one == other or "X" in (one, other) for one, other in zip(a, b, strict=True))
    return alike and any(one == other and one.isdigit() for one, other in zip(a, b, strict=True))
