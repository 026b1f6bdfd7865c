"""What `annotate` is given: JSON lines, read as they arrive, each a text to annotate or the reason why it is none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from treatywatch.dates import UncertainDay

CHUNK = 65536
"""Bytes asked for at once."""

LONGEST_LINE = 16_000_000
"""Bytes of a line; of a longer one no more is kept than this, and it is refused: memory must not grow with one bad line."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Half a pair, as broken JSON has it: no character. It is read as U+FFFD, so that all offsets stay."""

_MOST_CONTROLS = 0.05
"""Share of control and replacement characters from which a text is binary; none of 2,228 texts of the measuring sets holds one."""

_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?", re.I
)
"""A day with the time of it, as feeds and archives give it (RFC 3339, ISO 8601)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the input: a text to annotate, or why it is none."""

    id: Any
    text: str = ""
    published: UncertainDay | None = None
    refused: str | None = None


def lines(file: IO[bytes]) -> Iterator[Line]:
    """The lines of the file, blank ones left out; each is read as soon as it has arrived."""
    for number, raw in enumerate(_raw_lines(file), 1):
        if raw.strip():
            yield read_line(raw, number)


def _raw_lines(file: IO[bytes]) -> Iterator[bytes]:
    """The lines, read without Python's buffer: a thread that waits in it would hold its lock when Ctrl-C ends the run."""
    source = getattr(file, "raw", file)
    kept: list[bytes] = []
    length = 0
    while chunk := source.read(CHUNK):
        *whole, rest = chunk.split(b"\n")
        if whole:
            yield b"".join((*kept, whole[0]))
            yield from whole[1:]
            kept, length = [], 0
        if length <= LONGEST_LINE:
            kept.append(rest)
            length += len(rest)
    yield b"".join(kept)


def read_line(raw: bytes, number: int) -> Line:
    """The text of one line, or the reason of its refusal; never raises."""
    if len(raw) > LONGEST_LINE:
        return Line(None, refused=f"line {number}: found over {LONGEST_LINE:,} bytes, expected one text a line")
    try:
        told = json.loads(raw)
    except (ValueError, RecursionError) as error:
        return Line(None, refused=f"line {number}: found no JSON ({error}), expected an object with id and text")
    if not isinstance(told, dict):
        return Line(None, refused=f"line {number}: found {_kind(told)}, expected an object with id and text")
    return checked(told, number)


def checked(told: dict[str, Any], number: int) -> Line:
    """The text and the day of publication of one object, or the reason of its refusal."""
    from treatywatch.errors import DayError

    identity, text, day = told.get("id"), told.get("text"), told.get("published")
    if isinstance(identity, bool) or not isinstance(identity, str | int | None):
        return Line(None, refused=f"line {number}: id: found {_kind(identity)}, expected a string or an integer")
    if not isinstance(text, str):
        return Line(identity, refused=f"line {number}: text: found {_kind(text)}, expected a string")
    if (reason := _unreadable(text)) is not None:
        return Line(identity, refused=f"line {number}: text: {reason}")
    if day is not None and not isinstance(day, str):
        return Line(identity, refused=f"line {number}: published: found {_kind(day)}, expected a day")
    try:
        published = published_on(day, text) if day else None
    except DayError as error:
        return Line(identity, refused=f"line {number}: published: {error}")
    return Line(identity, _SURROGATE.sub("\ufffd", text), published)


def _unreadable(text: str) -> str | None:
    from treatywatch.reading.limits import LARGEST_TEXT

    if len(text) > LARGEST_TEXT:
        return f"found {len(text):,} characters, expected up to {LARGEST_TEXT:,}"
    controls = len(_CONTROLS.findall(text))
    if controls > _MOST_CONTROLS * len(text):
        return f"found {controls:,} control characters in {len(text):,}, expected text (is it binary?)"
    return None


def published_on(told: str, text: str) -> UncertainDay:
    """The day of publication: a plain day, or the day on which a moment falls where the text was written.

    A moment keeps the day of its own zone unless the text's dateline tells another place ("MOSCOW", 22:30Z: the next day).
    DayError is raised where it is neither.
    """
    from treatywatch.dates import PlainDay, UncertainDay
    from treatywatch.language.days_zones import day_where_written

    match = _MOMENT.fullmatch(told.strip())
    if match is None:
        return UncertainDay.from_plain(PlainDay.parse(told), "given")
    day = PlainDay.parse(match[1])
    moment = _moment(day.earliest, match)
    return (
        UncertainDay.on(day_where_written(text, moment), "given") if moment else UncertainDay.from_plain(day, "given")
    )


def _moment(day: date, match: re.Match[str]) -> datetime | None:
    """The moment, where it tells its zone; without one the day stands as it is printed."""
    from treatywatch.errors import DayError

    try:
        clock = time(int(match[2]), int(match[3]), min(int(match[4] or 0), 59))
        zone = match[5]
        if zone is None:
            return None
        zone = "+00:00" if zone[0] not in "+-" else zone
        return datetime.fromisoformat(f"{day.isoformat()}T{clock.isoformat()}{zone}")
    except ValueError as error:
        raise DayError(f"day: found {match[0]!r}, expected a time of the day ({error})") from error


def _kind(value: Any) -> str:
    """What a JSON value is, in words."""
    if value is None:
        return "nothing"
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(value), type(value).__name__)
