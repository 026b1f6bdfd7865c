"""`annotate`: a filter from texts to what is said and told in them."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import IO, TYPE_CHECKING

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks
from treatywatch.cli.read import SOME_REFUSED, progress

if TYPE_CHECKING:
    from treatywatch.cli.annotate_flow import Flow
    from treatywatch.cli.annotate_rows import Row

MOST_PROCESSES = 64


@click.command(
    short_help="Annotate JSON lines: a filter, no record needed.",
    epilog="""\b
Examples:
  treatywatch annotate < texts.jsonl > annotations.jsonl
  treatywatch annotate --processes 4 texts.jsonl > annotations.jsonl
  treatywatch annotate texts.jsonl | jq '.statements | length'
  echo '{"id": 1, "text": "Moscow denied it.", "published": "2019-07-05"}' | treatywatch annotate
""",
)
@click.argument("file", type=click.File("rb"), default="-")
@click.option(
    "--processes",
    type=click.IntRange(1, MOST_PROCESSES),
    default=1,
    show_default=True,
    metavar="N",
    help="Read in N processes at once; worth it from a few hundred texts on, since each loads the model.",
)
@asks(formats=("json", "jsonl"))
def command(desk: Desk, file: IO[bytes], processes: int) -> int:
    """Annotate JSON lines {"id", "text", "published"?}: one line out for each line in, in the same order.

    Each line out carries statements, events, dates and mentions by offsets into its text. A line that cannot be read comes
    out refused, with the reason, and the exit code is 3. `published` is a day, or a time with its zone. No record is needed.
    """
    from treatywatch.cli.annotate_flow import Flow
    from treatywatch.cli.annotate_lines import lines

    out = sys.stdout  # as long as the line of progress is shown, rich puts its own in this place
    with _progress() as tell:
        tell("loading the shelf and the language model")
        flow = Flow(lines(file), processes)
        read = _read_side_by_side if processes > 1 else _read_here
        refused = _write(read(desk, flow, processes), out, tell)
    return SOME_REFUSED if refused else 0


def _progress() -> AbstractContextManager[Callable[[str], None]]:
    """The line on a terminal that says how far it is; none where the rows themselves go to a terminal, which they would tear."""
    return nullcontext(lambda _words: None) if sys.stdout.isatty() else progress()


def _read_here(desk: Desk, flow: Flow, _processes: int) -> Iterator[list[Row]]:
    from treatywatch.cli.annotate_rows import Rows
    from treatywatch.pipeline import open_reader

    reader = open_reader(desk.shelf)
    _tell_degraded(reader.model is None)
    yield from flow.alone(Rows(reader, desk.shelf.version))


def _read_side_by_side(desk: Desk, flow: Flow, processes: int) -> Iterator[list[Row]]:
    from treatywatch.cli.annotate_workers import Crew
    from treatywatch.language.parse import find_model

    _tell_degraded(find_model() is None)
    crew = Crew(processes, desk.question.shelf, desk.shelf.version, flow.wake)
    try:
        yield from flow.in_order(crew, processes)
    finally:
        crew.close()


def _tell_degraded(degraded: bool) -> None:
    if degraded:
        print("treatywatch: no language model found: reading degraded to direct quotations", file=sys.stderr)


def _write(batches: Iterator[list[Row]], out: IO[str], tell: Callable[[str], None]) -> int:
    """Write the rows as they come; how many of them are refusals."""
    begun = time.monotonic()
    done = refused = 0
    for rows in batches:
        for row in rows:
            out.write(row.json + "\n")
        out.flush()
        done += len(rows)
        refused += sum(row.refused for row in rows)
        tell(f"{done:,} texts read, {refused:,} refused, {done / max(time.monotonic() - begun, 0.001):.1f} a second")
    return refused
