"""Linting a table: records in, faults out, one row at a time. A bad row is told and left out; the rest is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, islice
from typing import BinaryIO

from treatywatch.errors import Fault, UsageError
from treatywatch.findings.tables.across import Across
from treatywatch.findings.tables.columns import DAYS, Columns, Kind, columns_of
from treatywatch.findings.tables.law import Law
from treatywatch.findings.tables.records import Record, lines_of, records_of
from treatywatch.findings.tables.rows import Cell, Row, folded, parted
from treatywatch.findings.tables.rules import CELLS, PARTICIPANTS, TREATIES, Rule
from treatywatch.findings.tables.told import Order, Told, order_of, told
from treatywatch.shelf import Shelf

SAMPLE = 5000
"""Records by which the order of day and month is told; they are held, the rest streams."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user said of a table. `treaty`: the id of the one treaty that it is of, or that alone is asked for."""

    kind: Kind | None = None
    said: Mapping[str, str] = field(default_factory=dict)
    treaty: str | None = None
    order: Order | None = None


def lint_table(
    stream: BinaryIO, file: str, shelf: Shelf, asked: Asked, on: date, tell: Callable[[str], None] = lambda _line: None
) -> Iterator[Fault]:
    """Every contradiction of the table, in itself and with the shelf. `on`: the day of which it speaks where it names none.

    `tell` is given what was guessed, in lines for people. Raises UsageError where the table cannot be read as one.
    """
    records = records_of(lines_of(stream, file))
    header = next(records, None)
    if header is None or header.fault:
        raise UsageError(
            f"{file}: found {header.fault if header else 'nothing'}, expected a first line that names the columns"
        )
    columns = columns_of(header.cells, file, asked.kind, asked.said, asked.treaty)
    sample = list(islice(records, SAMPLE))
    order = asked.order or order_of(_days(sample, columns))
    tell(f"{file}: {columns.says()}")
    if order and not asked.order:
        tell(f"{file}: days told in numbers are read {'day' if order == 'dmy' else 'month'} first, as some can only be")
    yield from _Linting(file, columns, Law(shelf, on), asked.treaty, order).over(chain(sample, records), tell)


def _days(records: Iterable[Record], columns: Columns) -> Iterator[str]:
    places = [columns.places[name] for name in DAYS if name in columns.places]
    return (record.cells[place] for record in records for place in places if place < len(record.cells))


class _Linting:
    """The run over one table."""

    def __init__(self, file: str, columns: Columns, law: Law, treaty: str | None, order: Order | None) -> None:
        self.file, self.columns, self.law, self.only, self.order = file, columns, law, treaty, order
        self.across = Across(file, columns, law)
        self.acts: dict[tuple[str, str], tuple[Row, dict[str, Cell]]] = {}
        self.unclear: dict[str, tuple[Cell, int]] = {}
        self.fields = frozenset() if columns.kind == "acts" else frozenset(columns.places)
        self.rows, self.checked = 0, 0

    def over(self, records: Iterable[Record], tell: Callable[[str], None]) -> Iterator[Fault]:
        """The faults of all records, then those of the table as a whole."""
        above: Row | None = None
        for record in records:
            row = self._row(record)
            if isinstance(row, Fault):
                yield row
            elif row is not None:
                above = row.following(above)
                yield from self._of(above)
        for row, cells in self.acts.values():
            yield from self._judged(replace(row, cells=cells))
        yield from self.across.close()
        yield from self._unclear()
        tell(
            f"{self.file}: {self.rows} rows read, {self.checked} of them of a treaty on the shelf; the others beside themselves alone"
        )

    def _row(self, record: Record) -> Row | Fault | None:
        """The record as a row; a fault where it is none, nothing where it is of another treaty than the one asked for."""
        header = self.columns.header
        if record.fault:
            return Fault(self.file, record.line, "row", record.fault, "a well-formed row", "table-syntax")
        cells = record.cells
        if len(cells) < len(header) or any(cell.strip() for cell in cells[len(header) :]):
            found = f"{len(cells)} cells"
            return Fault(self.file, record.line, "row", found, f"{len(header)} cells, as in line 1", "table-width")
        told_of = parted({name: text for name, place in self.columns.places.items() if (text := cells[place].strip())})
        named = told_of.get("treaty", "")
        treaty = next(
            (id for text in (named, told_of.get("title", "")) if text and (id := self.law.treaty_of(text))), None
        )
        if self.only and named and treaty != self.only:
            return None
        who = told_of.get("participant", "")
        made = {name: self._cell(record.line, name, text) for name, text in told_of.items()}
        says = named or told_of.get("title", "")
        return Row(record.line, made, says, treaty or self.only, self._actor(who), who, self.fields)

    def _actor(self, who: str) -> str | None:
        return self.law.state_of(who) if who else None

    def _cell(self, line: int, name: str, text: str) -> Cell:
        read = told(text, self.order) if name in DAYS else Told()
        cell = Cell(line, self.columns.column(name), text, read)
        if len(read.readings) > 1:
            first, count = self.unclear.get(name, (cell, 0))
            self.unclear[name] = (first, count + 1)
        return cell

    def _of(self, row: Row) -> Iterator[Fault]:
        """The faults of one row."""
        self.rows += 1
        self.checked += row.treaty is not None and self.law.treaty(row.treaty) is not None
        missing = self._missing(row)
        if missing is not None:
            yield missing
            return
        yield from self.across.add(row)
        if self.columns.kind != "acts":
            yield from self._judged(row)
            return
        wrong = list(self._asked(CELLS.items, row, set()))
        yield from wrong
        bad = {one.field for one in wrong}
        row = replace(row, cells={name: cell for name, cell in row.cells.items() if cell.column not in bad})
        key = (row.treaty or row.named.casefold(), row.actor or row.who.casefold())
        _, cells = self.acts.setdefault(key, (replace(row, before=None), {}))
        folded(row, cells)

    def _missing(self, row: Row) -> Fault | None:
        """What a row must say and does not: of what it speaks."""
        wanted = {"treaties": row.named, "participants": row.who, "acts": row.text("act")}[self.columns.kind]
        field = {"treaties": "treaty", "participants": "participant", "acts": "act"}[self.columns.kind]
        if not wanted:
            return Fault(self.file, row.line, self.columns.column(field), "nothing", f"a {field}", "empty-id")
        if self.columns.kind != "treaties" and not row.treaty and not row.named:
            return Fault(self.file, row.line, self.columns.column("treaty"), "nothing", "a treaty", "empty-id")
        return None

    def _judged(self, row: Row) -> Iterator[Fault]:
        """The faults of a row by the rules of its kind, each slip once."""
        of_treaty = self.columns.kind == "treaties" or (self.columns.kind == "acts" and not row.who)
        rules = [
            *([] if self.columns.kind == "acts" else CELLS.items),
            *(TREATIES if of_treaty else PARTICIPANTS).items,
        ]
        yield from self._asked(rules, row, set())

    def _asked(self, rules: Iterable[Rule], row: Row, explained: set[str]) -> Iterator[Fault]:
        for rule in rules:
            for blame in rule.check(row, self.law):
                if explained & {blame.field, *blame.rests_on}:
                    continue
                explained |= {blame.field, *blame.explains}
                cell = row.cells.get(blame.field)
                column = cell.column if cell else self.columns.column(blame.field)
                yield Fault(
                    self.file, row.line_of(blame.field), column, blame.found, blame.expected, rule.name, rule.severity
                )

    def _unclear(self) -> Iterator[Fault]:
        """Once for each column, the days that could be two."""
        for _, (cell, count) in sorted(self.unclear.items(), key=lambda item: self.columns.places[item[0]]):
            both = " or ".join(str(day) for day in cell.told.readings)
            more = f", and {count - 1} more" if count > 1 else ""
            yield Fault(
                self.file,
                cell.line,
                cell.column,
                f"{cell.text!r}{more}",
                f"{both}: say --dates dmy or --dates mdy",
                "ambiguous-day",
                "warning",
            )
