"""Where a cross-check's fault stands: the line of the entry that it speaks of."""

from __future__ import annotations

import re
from dataclasses import replace

from treatywatch.errors import Fault

_ANCHORS = ("article", "id", "actor", "term")


def placed(fault: Fault, text: str, file: str) -> Fault:
    """The fault with the shown name of its file, and with the line where its entry begins or its finding stands.

    A field reads `clauses XV.2`, `us-notice stops` or a key alone; the entry is the one whose `article` or `id` is named.
    """
    lines = text.splitlines()
    start = _entry(lines, fault.field)
    found = _finding(lines, start, fault.found)
    return replace(fault, file=file, line=(found if found is not None else start) + 1)


def _entry(lines: list[str], field: str) -> int:
    """The index of the first line that names the entry; 0 where none does."""
    names = [field.partition(" ")[2], *field.split(" ")]
    for name in filter(None, names):
        told = re.compile(rf"(?:{'|'.join(_ANCHORS)}): *[\"']?{re.escape(name)}[\"']?(?:[,}}\s]|$)")
        for index, line in enumerate(lines):
            if told.search(line):
                return index
    return 0


def _finding(lines: list[str], start: int, found: str) -> int | None:
    """The index of the line, from the entry on, that holds what was found (told in quotation marks)."""
    quoted = re.match(r"'([^']+)'", found)
    if quoted is None:
        return None
    hits = [index for index, line in enumerate(lines) if quoted.group(1) in line]
    return next((index for index in hits if index >= start), hits[0] if hits else None)
