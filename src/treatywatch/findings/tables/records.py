"""Bytes of a table into records, one at a time: encodings, delimiters, quotation marks that nobody closed.

Nothing is held but a few lines.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from treatywatch.errors import UsageError

DELIMITERS = ",;\t|"
LONGEST_CELL = 50
"""Lines over which one quoted cell may run; a longer one is a mark that nobody closed (the longest note we met had nine)."""
LONGEST_LINE = 1 << 20
"""Bytes of one line that are read; what is longer is no table."""
_MARKS = ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF8, "utf-8"))
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Record:
    """One record and the line on which it begins. `fault`: why it could not be read, None where it could."""

    line: int
    cells: tuple[str, ...]
    fault: str | None = None


def lines_of(stream: BinaryIO, name: str) -> Iterator[str]:
    """The lines as text. Each line is UTF-8, or else Windows-1252: many tables were pasted together from both.

    Raises UsageError for what is no text.
    """
    head = stream.read(1 << 16)
    rest = _Rejoined(head, stream)
    for mark, encoding in (*_MARKS, *_WIDE):
        if head.startswith(mark):
            rest.skip(len(mark))
            if encoding != "utf-8":
                yield from io.TextIOWrapper(io.BufferedReader(rest), encoding, errors="replace")
                return
            break
    if b"\x00" in head or head.startswith(b"PK\x03\x04"):
        raise UsageError(f"{name}: found binary data, expected a table as text; save the sheet as CSV (UTF-8)")
    yield from _decoded(io.BufferedReader(rest), old_mac=b"\r" in head and b"\n" not in head, name=name)


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were already read."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def skip(self, count: int) -> None:
        """Leave out the first bytes."""
        self._head = self._head[count:]

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer: what was read before, then the rest."""
        data = self._head[: len(buffer)] if self._head else self._stream.read(len(buffer))
        self._head = self._head[len(data) :] if self._head else b""
        buffer[: len(data)] = data
        return len(data)


def _decoded(stream: io.BufferedReader, old_mac: bool, name: str) -> Iterator[str]:
    for line in _old_lines(stream) if old_mac else iter(lambda: stream.readline(LONGEST_LINE), b""):
        if len(line) >= LONGEST_LINE and not line.endswith(b"\n"):
            raise UsageError(f"{name}: found a line of over {LONGEST_LINE} bytes, expected a table; save it as CSV")
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            yield line.decode("cp1252", errors="replace")


def _old_lines(stream: io.BufferedReader) -> Iterator[bytes]:
    """Lines that end with a carriage return alone."""
    rest = b""
    while block := stream.read(1 << 16):
        *lines, rest = (rest + block).split(b"\r")
        yield from (line + b"\n" for line in lines)
    if rest:
        yield rest


def delimiter_of(header: str) -> str:
    """What parts the columns: the commonest of comma, semicolon, tab and bar outside of quotation marks; a comma where none is."""
    bare = re.sub(r'"[^"]*"', "", header)
    return max(DELIMITERS, key=bare.count)


def records_of(lines: Iterable[str], delimiter: str | None = None) -> Iterator[Record]:
    """The records, the header first. A record that cannot be read is told with its reason, and the next line begins anew."""
    source = _Lines(lines)
    first = True
    while (line := source.take()) is not None:
        begins = source.number
        if first:
            if line.casefold().startswith("sep=") and len(line.strip()) == 5:
                delimiter = line.strip()[-1]
                continue
            delimiter = delimiter or delimiter_of(line)
            first = False
        if line.strip():
            yield _record(source, line, begins, delimiter or ",")


class _Lines:
    """Lines that can be given back, numbered from 1."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines, self._back, self.number = iter(lines), deque[str](), 0

    def take(self) -> str | None:
        """The next line, or None."""
        line = self._back.popleft() if self._back else next(self._lines, None)
        self.number += line is not None
        return line

    def give_back(self, lines: list[str]) -> None:
        """Have the lines come again."""
        self._back.extendleft(reversed(lines))
        self.number -= len(lines)


def _record(source: _Lines, line: str, begins: int, delimiter: str) -> Record:
    taken = [line]
    while (cells := _parsed(taken, delimiter)) is None:
        more = source.take() if len(taken) < LONGEST_CELL else None
        if more is None:
            source.give_back(taken[1:])
            return Record(begins, (), "a quotation mark that nobody closes")
        taken.append(more)
    return Record(begins, cells)


def _parsed(taken: list[str], delimiter: str) -> tuple[str, ...] | None:
    """The cells, or None where a quoted cell runs on. What a strict reader refuses otherwise is read leniently."""
    if '"' not in taken[0]:
        return tuple(taken[0].rstrip("\r\n").split(delimiter))
    try:
        return tuple(next(csv.reader(taken, delimiter=delimiter, strict=True)))
    except csv.Error as error:
        if "unexpected end" in str(error):
            return None
    try:
        return tuple(next(csv.reader(taken, delimiter=delimiter)))
    except csv.Error:
        return None
