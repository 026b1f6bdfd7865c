"""How a table is laid out: as a grid where its columns fit beside each other, else row by row, so that no id is ever cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from treatywatch.cli.answer import Table
from treatywatch.shapes.escape import one_line

STYLES = {
    "in-force": "green",
    "party": "green",
    "full": "green",
    "withdrawing": "yellow",
    "claimed-suspended": "yellow",
    "suspended": "yellow",
    "partly-suspended": "yellow",
    "contested": "magenta",
    "disputed": "magenta",
    "expired": "red",
    "terminated": "red",
    "superseded": "red",
    "former": "red",
    "refused": "red",
    "error": "red",
    "warning": "yellow",
    "running": "yellow",
    "new": "green",
    "known": "dim",
    "past": "dim",
    "stopped": "dim",
    "met": "green",
}
"""Colours of the words of the vocabularies; a word is always shown too, so that nothing is told by colour alone."""


ROOM = 40
"""Characters that a sentence's column gets at least, where there are four times as many."""
NARROW = 110
"""Characters under which spare columns are left out: the widest table of ours with them (participants of the INF Treaty)."""
WORD = 12
"""Characters under which a column of words is hard to read."""
GAP = 2
_ID = "id"
_WHOLE = (_ID, "day", "due", "since", "until", "said on", "standing", "operation")
"""Columns whose words are not broken over lines."""


def laid_out(table: Table, width: int) -> Iterator[Any]:
    """What to print for a table in so many characters. A table whose rows have ids, and which does not fit, is told row by row."""
    spare = table.spare if width < NARROW else ()
    told = [place for place, name in enumerate(table.columns) if name not in spare]
    kept = [place for place in told if any(_words(row[place]) for row in table.rows)]
    least = [_least(table, place, width) for place in kept]
    room = width - GAP * (len(kept) - 1) - sum(least)
    if room < 0 and _ID in table.columns:
        for row in table.rows:
            yield from _told_alone(table, kept, row)
    else:
        yield _grid(table, kept, _widened(table, kept, least, room) if room >= 0 else None)


def _least(table: Table, place: int, width: int) -> int:
    """How narrow a column may become: an id or a day stays whole, a sentence gets room, other columns that of their longest word."""
    name, words = table.columns[place], [_words(row[place]) for row in table.rows]
    natural = max(map(len, (name, *words)))
    if name in _WHOLE:
        return natural
    if name in table.long:
        return min(natural, ROOM, width // 4)
    longest = max(len(word) for text in words for word in text.split() or [""])
    return max(len(name), min(longest, WORD))


def _widened(table: Table, kept: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """The columns' widths, when what room there is goes to those that can use it, in equal shares."""
    widths = list(least)
    natural = [max(len(_words(row[place])) for row in table.rows) for place in kept]
    while needy := [at for at, width in enumerate(widths) if width < natural[at]]:
        share = room // len(needy)
        if not share:
            break
        for at in needy:
            more = min(share, natural[at] - widths[at])
            widths[at] += more
            room -= more
    return widths


def _grid(table: Table, kept: Sequence[int], widths: Sequence[int] | None) -> Grid:
    """The table with its columns beside each other; without widths they are as wide as it comes."""
    grid = Grid(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="dim")
    for at, place in enumerate(kept):
        name = table.columns[place]
        grid.add_column(Text(name), no_wrap=name in _WHOLE, overflow="fold", width=widths[at] if widths else None)
    for row in table.rows:
        grid.add_row(*(_cell(row[place]) for place in kept))
    return grid


def _told_alone(table: Table, kept: Sequence[int], row: Sequence[Any]) -> Iterator[Any]:
    """One row: its id, then what is short in one line, then each sentence in its own."""
    said = [(table.columns[place], row[place]) for place in kept if _words(row[place])]
    long = {name for name, value in said if name in table.long or len(_words(value)) > ROOM}
    yield Text(next((_words(value) for name, value in said if name == _ID), ""), style="bold")
    brief = Text()
    for name, value in said:
        if name != _ID and name not in long:
            brief += Text(" · " if brief else "") + Text(f"{name} ", style="dim") + _cell(value)
    yield Padding(brief, (0, 0, 0, 2))
    for name, value in said:
        if name in long:
            yield Padding(Text(f"{name} ", style="dim") + _cell(value), (0, 0, 0, 2))


def _words(value: Any) -> str:
    text = value[0] if isinstance(value, tuple) else value
    return one_line("; ".join(map(str, text)) if isinstance(text, list) else "" if text is None else str(text))


def _cell(value: Any) -> Text:
    shown = _words(value)
    return Text(shown, style=(value[1] if isinstance(value, tuple) else "") or STYLES.get(shown, ""))
