"""Tables as text: a CSV file becomes the same plain tree, with lines, as YAML does: a list of rows, each with its filled cells."""

from __future__ import annotations

import csv
import io

from treatywatch.errors import Fault, ShelfError
from treatywatch.shelf.trees import Lines, Tree

SUFFIX = ".csv"


def parse(text: str, file: str) -> tuple[Tree, Lines]:
    """Read a table whose first line names its columns. Empty cells are left out. Raises ShelfError with every fault of form."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    faults: list[Fault] = []
    rows: list[Tree] = []
    lines = Lines(1)
    try:
        header = next(reader, [])
        faults += _of_header(header, file)
        begins = reader.line_num + 1
        for cells in reader:
            if cells and len(cells) != len(header):
                found = f"{len(cells)} cells"
                faults.append(Fault(file, begins, "row", found, f"{len(header)} cells, as in line 1", "table-width"))
            elif cells:
                rows.append({name: cell.strip() for name, cell in zip(header, cells, strict=True) if cell.strip()})
                lines.items.append(_line(header, begins))
            begins = reader.line_num + 1
    except csv.Error as error:
        faults.append(Fault(file, reader.line_num, "file", str(error), "a well-formed table", "table-syntax"))
    if faults:
        raise ShelfError(tuple(faults))
    return rows, lines


def _of_header(header: list[str], file: str) -> list[Fault]:
    if not header:
        return [Fault(file, 1, "file", "nothing", "a first line with the names of the columns", "empty")]
    twice = sorted({name for name in header if header.count(name) > 1})
    return [Fault(file, 1, name or "column", "the column twice", "each column once", "duplicate-key") for name in twice]


def _line(header: list[str], line: int) -> Lines:
    """All cells of a row stand on its line."""
    return Lines(line, values=dict.fromkeys(header, Lines(line)), keys=dict.fromkeys(header, line))
