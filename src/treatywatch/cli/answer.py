"""Answers, in the format asked for: a table for people, JSON, JSON lines or CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from treatywatch.shapes.escape import cell, json_text, one_line, visible

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A table for people. A cell is text, or a pair of text and style; `empty` is said where there is no row.

    Columns in which no row says anything are left out; those named in `long` get room for a sentence; those named in `spare` are
    left out where there is little room, since `why` tells them too.
    """

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Any]]
    title: str = ""
    empty: str = "nothing found"
    long: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Tables and lines for people, one after the other; a line may be a pair of text and style."""

    blocks: list[Any] = field(default_factory=list)

    def add(self, *blocks: Any) -> Page:
        """Add to the page, and answer it."""
        self.blocks.extend(blocks)
        return self


def chosen_format(asked: str | None) -> str:
    """The format asked for, or the one that fits where the answer goes."""
    return asked or ("table" if sys.stdout.isatty() else "json")


def give(
    asked: str | None, answer: Any, page: Callable[[], Page | Table], rows: Callable[[], Iterable[Row]] | None = None
) -> None:
    """Write an answer to standard output. `rows` flattens it for CSV; a list needs none."""
    form = chosen_format(asked)
    if form == "table":
        print_page(page())
    elif form == "csv":
        print_csv(rows() if rows else answer if isinstance(answer, list) else [answer])
    elif form == "jsonl" and isinstance(answer, list):
        for row in answer:
            print_json(row)
    else:
        print_json(answer, indent=2 if form == "json" else None)


def print_json(answer: Any, indent: int | None = None) -> None:
    """Write one JSON value, safe to show on a terminal."""
    sys.stdout.write(json_text(json.dumps(answer, ensure_ascii=False, indent=indent)) + "\n")


def print_csv(rows: Iterable[Row]) -> None:
    """Write rows as CSV (RFC 4180); inner objects become dotted columns, lists of words are joined, other lists are JSON."""
    flat = [dict(_flattened(row)) for row in rows]
    columns = list(dict.fromkeys(name for row in flat for name in row))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\r\n", restval="")
    writer.writeheader()
    writer.writerows(flat)
    sys.stdout.write(out.getvalue())


def _flattened(row: Row, prefix: str = "") -> Iterable[tuple[str, Any]]:
    for name, value in row.items():
        key = f"{prefix}{name}"
        if isinstance(value, Mapping) and value:
            yield from _flattened(value, f"{key}.")
        else:
            yield cell(key), _csv_value(value)


def _csv_value(value: Any) -> Any:
    if value is None or value == [] or value == {}:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        words = all(isinstance(item, str) for item in value)
        return cell("; ".join(value) if words else json_text(json.dumps(value, ensure_ascii=False)))
    return cell(value) if isinstance(value, str) else value


def print_page(page: Page | Table) -> None:
    """Write a page to standard output, coloured on a terminal unless NO_COLOR is set."""
    from rich.console import Console
    from rich.text import Text

    from treatywatch.cli.layout import laid_out

    terminal = sys.stdout.isatty()
    console = Console(
        file=sys.stdout,
        highlight=False,
        markup=False,
        emoji=False,
        width=None if terminal else _width(),
        color_system=None if os.environ.get("NO_COLOR") else "auto",  # no colour means no bold either: plain text
    )
    for block in page.blocks if isinstance(page, Page) else [page]:
        if not isinstance(block, Table):
            text, style = block if isinstance(block, tuple) else (block, "")
            console.print(Text(visible(text, keep="\n"), style=style), soft_wrap=not terminal)
            continue
        if block.title:
            console.print(Text(one_line(block.title), style="bold"))
        if not block.rows:
            console.print(Text(f"  {block.empty}", style="dim"))
            continue
        for part in laid_out(block, console.width):
            console.print(part)


def _width() -> int:
    """How wide a table is that goes to a file: COLUMNS, where it is set, else wide enough for all columns of ours."""
    told = os.environ.get("COLUMNS", "")
    return int(told) if told.isdigit() and int(told) else 160


def counted(number: int, noun: str, many: str = "") -> str:
    """A number with its noun: 1 event, 2 events, 3 stories."""
    return f"{number} {noun if number == 1 else many or noun + 's'}"


def short(identity: str) -> str:
    """An id as a table shows it: its kind and the first eight signs; `why` takes it so."""
    kind, _, rest = identity.partition(":")
    return f"{kind}:{rest[:8]}"
