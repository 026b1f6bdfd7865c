"""`annotate`: a filter from texts to what is said and told in them."""

from __future__ import annotations

import json
import queue
import re
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks
from treatywatch.cli.read import SOME_REFUSED, progress

if TYPE_CHECKING:
    from treatywatch.dates import UncertainDay
    from treatywatch.model.annotation import Annotation
    from treatywatch.pipeline import Reader

BATCH = 32
"""Texts that are parsed together at most. What has arrived is worked on at once; nobody waits for a batch to fill."""

CHUNK = 65536


@click.command(
    short_help="Annotate JSON lines: a filter, no record needed.",
    epilog="""\b
Examples:
  treatywatch annotate < texts.jsonl > annotations.jsonl
  treatywatch annotate texts.jsonl | jq '.statements | length'
  echo '{"id": 1, "text": "Moscow denied it.", "published": "2019-07-05"}' | treatywatch annotate
""",
)
@click.argument("file", type=click.File("rb"), default="-")
@asks(formats=("json", "jsonl"))
def command(desk: Desk, file: IO[bytes]) -> int:
    """Annotate JSON lines {"id", "text", "published"?}: one line out for each line in, in the same order.

    Each line out carries statements, events, dates and mentions by offsets into its text. A line that cannot be read comes
    out refused, with the reason, and the exit code is 3. No record is needed.
    """
    from treatywatch.cli.answer import print_json
    from treatywatch.pipeline import open_reader
    from treatywatch.shapes.annotation import annotation

    with progress() as tell:
        tell("loading the shelf and the language model")
        reader = open_reader(desk.shelf)
    if reader.model is None:
        print("treatywatch: no language model found: reading degraded to direct quotations", file=sys.stderr)
    refused, version = False, desk.shelf.version
    for batch in _batches(file):
        for line, read in zip(batch, _annotate(batch, reader), strict=True):
            refused = refused or read.refused is not None
            print_json({**annotation(line.id, read), "shelf": version})
        sys.stdout.flush()
    return SOME_REFUSED if refused else 0


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the input: a text to annotate, or why it is none."""

    id: Any
    text: str = ""
    published: UncertainDay | None = None
    refused: str | None = None


def _batches(file: IO[bytes]) -> Iterator[list[_Line]]:
    """The lines as they arrive, up to BATCH together."""
    arrived: queue.Queue[_Line | None] = queue.Queue(maxsize=2 * BATCH)

    def fetch() -> None:
        for number, raw in enumerate(_lines(file), 1):
            if raw.strip():
                arrived.put(_parsed(raw, number))
        arrived.put(None)

    threading.Thread(target=fetch, daemon=True).start()
    while (line := arrived.get()) is not None:
        batch = [line]
        while len(batch) < BATCH and not arrived.empty():
            if (line := arrived.get()) is None:
                yield batch
                return
            batch.append(line)
        yield batch


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of the file, read without Python's buffer: a thread that waits in it would hold its lock when Ctrl-C ends the run."""
    source = getattr(file, "raw", file)
    kept: list[bytes] = []
    while chunk := source.read(CHUNK):
        *whole, rest = chunk.split(b"\n")
        if whole:
            yield b"".join((*kept, whole[0]))
            yield from whole[1:]
            kept = []
        kept.append(rest)
    yield b"".join(kept)


def _parsed(raw: bytes, number: int) -> _Line:
    try:
        told = json.loads(raw)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        return _Line(None, refused=f"line {number}: found no JSON ({error}), expected an object with id and text")
    if not isinstance(told, dict):
        return _Line(None, refused=f"line {number}: found {type(told).__name__}, expected an object with id and text")
    return _checked(told, number)


def _checked(told: dict[str, Any], number: int) -> _Line:
    from treatywatch.dates import PlainDay, UncertainDay
    from treatywatch.errors import DayError
    from treatywatch.reading.limits import LARGEST_TEXT

    identity, text, day = told.get("id"), told.get("text"), told.get("published")
    if not isinstance(text, str):
        return _Line(identity, refused=f"line {number}: text: found {type(text).__name__}, expected a string")
    if len(text) > LARGEST_TEXT:
        return _Line(
            identity, refused=f"line {number}: text: found {len(text):,} characters, expected up to {LARGEST_TEXT:,}"
        )
    if day is not None and not isinstance(day, str):
        return _Line(identity, refused=f"line {number}: published: found {type(day).__name__}, expected a day")
    try:
        published = UncertainDay.from_plain(PlainDay.parse(_day_of(day)), "given") if day else None
    except DayError as error:
        return _Line(identity, refused=f"line {number}: published: {error}")
    return _Line(identity, text, published)


_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}\S*")
"""A day with the time of it, as feeds and archives give it (RFC 3339, ISO 8601); the day is that of the time's own zone."""


def _day_of(published: str) -> str:
    moment = _MOMENT.fullmatch(published.strip())
    return moment[1] if moment else published


def _annotate(batch: Sequence[_Line], reader: Reader) -> Iterator[Annotation]:
    """The readings of a batch, in its order; a text on which the reader breaks is refused alone."""
    from treatywatch.language.prose import Source
    from treatywatch.model.annotation import Annotation
    from treatywatch.pipeline import annotate_many

    sources = [Source(line.text, line.published) for line in batch if line.refused is None]
    try:
        readings = list(annotate_many(sources, reader))
    except Exception:
        readings = [_alone(source, reader) for source in sources]
    found = iter(readings)
    for line in batch:
        yield Annotation(refused=line.refused) if line.refused is not None else next(found)


def _alone(source: Any, reader: Reader) -> Annotation:
    from treatywatch.model.annotation import Annotation
    from treatywatch.pipeline import annotate_many

    try:
        return next(annotate_many([source], reader))
    except Exception as error:  # a fault of ours must not end somebody's run; it is told, and counted
        return Annotation(refused=f"text: the reader failed ({type(error).__name__}: {error}); please report it")
