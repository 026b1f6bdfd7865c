"""Rules over several rows: what stands twice, one treaty under two names, and who is missing. Only keys are kept, never rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from treatywatch.errors import Fault
from treatywatch.findings.tables.columns import Columns
from treatywatch.findings.tables.law import Law
from treatywatch.findings.tables.rows import Row
from treatywatch.shelf.names import key

ALIKE = 85
"""Ratio of two names, words sorted, from which they are one name with a slip or a former word, given the same days: two codes of conduct
on missiles under their two names have 90, the unlike treaties of one day at most 70 (the ABM Treaty and SALT I)."""
_NUMERAL = re.compile(r"\b(?:[ivx]+|\d+|one|two|three|four|five|first|second|third|additional|amended|revised)\b")
_ENOUGH = 0.5
"""Share of a register's rows from which a table is one of that treaty's participants, so that the missing ones are told."""


class _Seen(NamedTuple):
    line: int
    name: str
    left: date | None


class _Named(NamedTuple):
    line: int
    name: str
    treaty: str | None
    days: tuple[date | None, ...]


class Across:
    """Remembers the keys of the rows of one table."""

    def __init__(self, file: str, columns: Columns, law: Law) -> None:
        self.file, self.columns, self.law = file, columns, law
        self._rows: dict[tuple[str, ...], _Seen] = {}
        self._treaties: dict[str, _Named] = {}
        self._dated: dict[date, list[_Named]] = defaultdict(list)
        self._present: dict[str, set[str]] = defaultdict(set)

    def add(self, row: Row) -> Iterator[Fault]:
        """What a row has in common with those before it."""
        if self.columns.kind == "treaties":
            yield from self._twice_treaty(row)
            return
        yield from self._twice_row(row)
        yield from self._two_names(row)
        if row.treaty and row.actor:
            self._present[row.treaty].add(row.actor)

    def _fault(self, line: int, field: str, found: str, expected: str, rule: str, severity: str = "error") -> Fault:
        return Fault(self.file, line, self.columns.column(field), found, expected, rule, severity)

    def _twice_row(self, row: Row) -> Iterator[Fault]:
        """A participant, or an act, that stands twice; one who had left and came back may."""
        who = row.actor or row.who.casefold()
        same: tuple[str, ...] = (key(row.named) or row.treaty or "", who, row.text("place").casefold())
        if self.columns.kind == "acts":
            same = (*same, row.text("act").casefold(), row.text("day"))
        before = self._rows.get(same)
        deed = row.day("signed") or row.day("deposited")
        returned = before and before.left and deed and deed.earliest >= before.left
        if before and not returned:
            found = f"{row.who or row.named!r} as on line {before.line}"
            yield self._fault(row.line, "participant", found, "each once", "duplicate-row")
        left = row.day("exit")
        self._rows.setdefault(same, _Seen(row.line, row.who, left.earliest if left else None))

    def _two_names(self, row: Row) -> Iterator[Fault]:
        """One treaty of the shelf under two names, told where the second comes first."""
        if row.treaty is None or "treaty" not in row.cells:
            return
        name = key(row.named)
        first = self._treaties.setdefault(row.treaty, _Named(row.line, row.named, row.treaty, ()))
        if key(first.name) != name and f"{row.treaty} {name}" not in self._treaties:
            self._treaties[f"{row.treaty} {name}"] = first
            yield self._same(row, first)

    def _same(self, row: Row, first: _Named) -> Fault:
        found = f"{row.named!r}, which is {first.name!r} of line {first.line}"
        return self._fault(row.line, "treaty", found, "one row, one name for each treaty", "treaty-twice")

    def _twice_treaty(self, row: Row) -> Iterator[Fault]:
        """A treaty that stands twice: by the shelf's names, by its own name, or by days and a name much like another."""
        days = tuple(row.exact(name) for name in ("adopted", "signed", "in_force"))
        named = _Named(row.line, row.named, row.treaty, days)
        known = row.treaty or f"? {key(row.named)} {days}"
        first = self._treaties.setdefault(known, named)
        if first is named:
            first = next((one for day in days if day for one in self._dated[day] if _alike(one, named)), named)
        if first is not named and key(first.name) == key(row.named):
            found = f"{row.named!r} as on line {first.line}"
            yield self._fault(row.line, "treaty", found, "each treaty once", "duplicate-row")
        elif first is not named:
            yield self._same(row, first)
        for day in days:
            if day:
                self._dated[day].append(named)

    def close(self) -> Iterator[Fault]:
        """What is missing now that all rows were read: those that left, ended or revoked, where the table tells exits at all."""
        if self.columns.kind != "participants" or not {"exit", "status"} & set(self.columns.places):
            return
        for id, present in sorted(self._present.items()):
            law = self.law.treaty(id)
            rows = law.participants if law else ()
            if len(present & {row.actor for row in rows}) < max(3, _ENOUGH * len(rows)):
                continue
            for row in rows:
                if not row.verified:
                    continue  # what rests on memory is no measure of somebody else's table
                if not self.law.present(row.actor, present) and (row.ended or row.exit) and row.deposited:
                    gone = f"bound from its deposit of {row.deposited} until {row.exit or row.ended}"
                    yield self._fault(1, "participant", f"no row of {row.actor}", gone, "erased-row", "warning")


def _alike(one: _Named, other: _Named) -> bool:
    """Whether two rows are likely of one treaty: the same days as far as both tell, and names alike but for a word."""
    from rapidfuzz import fuzz

    if one.treaty and other.treaty:
        return one.treaty == other.treaty
    if any(a != b for a, b in zip(one.days, other.days, strict=True) if a and b):
        return False
    first, second = key(one.name), key(other.name)
    if sorted(_NUMERAL.findall(first)) != sorted(_NUMERAL.findall(second)):
        return False
    return fuzz.token_sort_ratio(first, second) >= ALIKE or _is_abbreviation(one.name, other.name)


def _is_abbreviation(one: str, other: str) -> bool:
    """Whether the shorter name is made of the first letters of the longer one's words."""
    short, long = sorted((one, other), key=len)
    if " " in short.strip() or not 3 <= len(short.strip()) <= 10:
        return False
    words = [word for word in re.split(r"[\W_]+", long) if word]
    letters = {
        "".join(word[0] for word in words).casefold(),
        "".join(word[0] for word in words if word[0].isupper()).casefold(),
    }
    return len(words) > 2 and short.strip().casefold() in letters
