"""`lint` of a table: opens it, hands over what the user said of its columns, and tells on standard error what was guessed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from treatywatch.cli.desk import Desk
from treatywatch.errors import Fault, UnknownName, UsageError
from treatywatch.findings.tables import CELLS, OF_FILES, PARTICIPANTS, TREATIES, Asked, lint_table
from treatywatch.shapes.escape import one_line


def of_table(desk: Desk, path: Path, kind: Any, said: Iterable[str], map_file: Path | None, order: Any) -> list[Fault]:
    """The faults of one table. Raises UsageError where it cannot be read as one."""
    told = {**(_of_file(map_file) if map_file else {}), **dict(_pair(one) for one in said)}
    asked = Asked(kind, told, _treaty(desk), order)
    name = "-" if str(path) == "-" else path.as_posix()
    if name == "-":
        found = list(lint_table(sys.stdin.buffer, name, desk.shelf, asked, desk.on, _tell))
    else:
        with path.open("rb") as stream:
            found = list(lint_table(stream, name, desk.shelf, asked, desk.on, _tell))
    return sorted(found, key=lambda one: one.line)


def rules() -> list[dict[str, str]]:
    """Every rule for tables: its name, what it is of, its severity and its ground."""
    told = [
        {"rule": rule.name, "of": of, "severity": rule.severity, "ground": rule.ground}
        for of, listed in (("cells", CELLS), ("treaties", TREATIES), ("participants", PARTICIPANTS))
        for rule in listed.items
    ]
    warned = ("ambiguous-day", "erased-row")
    told += [
        {"rule": name, "of": "tables", "severity": "warning" if name in warned else "error", "ground": ground}
        for name, ground in OF_FILES.items()
    ]
    return told


def _tell(line: str) -> None:
    print(f"treatywatch: {one_line(line)}", file=sys.stderr)


def _treaty(desk: Desk) -> str | None:
    """The treaty that the user names; one that is not on the shelf stands for itself, and only the table's own rows tell of it."""
    try:
        return desk.treaty
    except UnknownName as error:
        _tell(f"--treaty {error}; its rows are checked beside themselves alone")
        return desk.question.treaty


def _pair(text: str) -> tuple[str, str]:
    column, parted, field = text.rpartition("=")
    if not parted or not column.strip() or not field.strip():
        raise UsageError(f"--map: found {text!r}, expected COLUMN=FIELD, such as 'Date joined=deposited'")
    return column.strip(), field.strip()


def _of_file(path: Path) -> dict[str, str]:
    """The mapping of a file: columns and their fields, as YAML. Raises ShelfError for what is no YAML."""
    from treatywatch.shelf.yamltext import parse

    tree = parse(path.read_text(encoding="utf-8-sig", errors="replace"), path.as_posix()).tree
    if not isinstance(tree, dict) or not all(isinstance(value, str) for value in tree.values()):
        raise UsageError(f"{path}: found no mapping, expected lines such as 'Date joined: deposited'")
    return {column: str(field) for column, field in tree.items()}
