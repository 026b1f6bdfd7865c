"""Rows of tables as the rules see them: cells by field, days read, words of status folded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from treatywatch.dates import PlainDay
from treatywatch.findings.tables.told import Told
from treatywatch.model.participation import Consent


class Cell(NamedTuple):
    """One filled cell: where it stands, its text, and what day it tells."""

    line: int
    column: str
    text: str
    told: Told


class Says(StrEnum):
    """What a word of status says."""

    IN_FORCE = "in force"
    NEVER = "never in force"
    ENDED = "ended"
    BOUND = "bound"
    SIGNATORY = "signatory"
    LEFT = "left"


_STATUS: tuple[tuple[Says, tuple[str, ...]], ...] = (
    (Says.NEVER, ("never", "not in force", "not entered", "not yet in force", "unratified", "not_in_force")),
    (
        Says.ENDED,
        ("terminat", "expired", "lapsed", "no longer", "superseded", "defunct", "inactive", "replaced", "ended", "dead"),
    ),
    (Says.IN_FORCE, ("in force", "in-force", "in_force", "active", "operative", "entered into force", "current", "inforce")),
    (Says.LEFT, ("withdr", "former", "left", "denounced")),
    (Says.SIGNATORY, ("signatory", "signed", "not ratified")),
    (Says.BOUND, ("party", "member", "ratified", "bound", "acceded", "contracting")),
)  # fmt: skip
"""Words of status, the more telling first: `not in force` before `in force`, `terminated` before `in force until`."""
_YES = frozenset({"yes", "true", "1", "y", "x", "never", "t"})
_STANDS = frozenset({"yes", "true", "1", "y", "in force"})

_KINDS: tuple[tuple[Consent, tuple[str, ...]], ...] = (
    (Consent.CONTINUATION, ("contin",)),
    (Consent.SUCCESSION, ("succ",)),
    (Consent.ACCESSION, ("acce", "adher")),
    (Consent.RATIFICATION, ("ratif",)),
    (Consent.APPROVAL, ("approv",)),
    (Consent.CONSENT, ("consent",)),
    (Consent.SIGNATURE, ("signature",)),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `treaty` and `actor`: ids of the shelf where the names are known there; `named`, `who`: what the table itself says.

    `columns`: the fields that the table has a column for, so that an empty cell says something; none of a table of acts.
    """

    line: int
    cells: Mapping[str, Cell]
    named: str = ""
    treaty: str | None = None
    actor: str | None = None
    who: str = ""
    columns: frozenset[str] = frozenset()
    before: Row | None = field(default=None, repr=False)

    def day(self, name: str) -> PlainDay | None:
        """The day that a field tells, if it tells one."""
        cell = self.cells.get(name)
        return cell.told.day if cell else None

    def exact(self, name: str) -> date | None:
        """The one calendar day that a field tells, if it tells one."""
        day = self.day(name)
        return day.earliest if day is not None and day.exact else None

    def days(self, *names: str) -> Iterator[tuple[str, PlainDay]]:
        """The fields among `names` that tell a day."""
        for name in names:
            if (day := self.day(name)) is not None:
                yield name, day

    def text(self, name: str) -> str:
        """The text of a field; empty where the cell is."""
        cell = self.cells.get(name)
        return cell.text if cell else ""

    def line_of(self, name: str) -> int:
        """The line of a field's cell."""
        cell = self.cells.get(name)
        return cell.line if cell else self.line

    @property
    def kind(self) -> Consent | None:
        """How the state consented, by its own column or by the letter behind the day of deposit."""
        cell = self.cells.get("deposited")
        words = self.text("kind").casefold() or (cell.told.kind or "" if cell else "")
        if words.startswith("accept"):
            return Consent.ACCEPTANCE
        return next((kind for kind, starts in _KINDS if any(start in words for start in starts)), None)

    @property
    def status(self) -> Says | None:
        """What the row's status says."""
        if self.text("never").casefold() in _YES:
            return Says.NEVER
        words = self.text("status").casefold()
        return next((says for says, starts in _STATUS if any(start in words for start in starts)), None)

    def as_of(self, on: date) -> date:
        """The day of which the row speaks: its own, or `on`."""
        own = self.day("as_of")
        return own.latest if own else on

    def following(self, row: Row | None) -> Row:
        """The row, with the one above it (which forgets its own)."""
        return replace(self, before=replace(row, before=None) if row else None)


ACTS: Mapping[str, tuple[str, str | None]] = {
    "adopt": ("adopted", None),
    "open-for-signature": ("signed", None),
    "sign": ("signed", None),
    "ratify": ("deposited", "in_force"),
    "accept": ("deposited", "in_force"),
    "approve": ("deposited", "in_force"),
    "accede": ("deposited", "in_force"),
    "succeed": ("deposited", "in_force"),
    "deposit": ("deposited", "in_force"),
    "enter-into-force": ("in_force", None),
    "notify-withdrawal": ("notice", "exit"),
    "notice": ("notice", "exit"),
    "withdraw": ("exit", None),
    "terminate": ("ended", None),
    "expire": ("ended", None),
}
"""The kinds of acts that the rules check: which field an act's day fills, and which its effective day."""
_KIND_OF = {
    "ratify": "ratification",
    "accept": "acceptance",
    "approve": "approval",
    "accede": "accession",
    "succeed": "succession",
}
_WORDS: tuple[tuple[str, str], ...] = (
    ("notif", "notify-withdrawal"), ("notice", "notify-withdrawal"), ("withdr", "withdraw"), ("exit", "withdraw"),
    ("denounc", "withdraw"), ("open", "open-for-signature"), ("enter", "enter-into-force"), ("entry", "enter-into-force"),
    ("adopt", "adopt"), ("sign", "sign"), ("ratif", "ratify"), ("accept", "accept"), ("approv", "approve"), ("acce", "accede"),
    ("succe", "succeed"), ("deposit", "deposit"), ("terminat", "terminate"), ("expir", "expire"), ("lapse", "expire"),
)  # fmt: skip


def parted(texts: dict[str, str]) -> dict[str, str]:
    """The cells of a row by field; what a column of days on entry into force says in words goes to the status."""
    words = texts.get("in_force", "").casefold()
    if words in _STANDS or "not" in words or "never" in words:
        texts.setdefault("status", "in force" if words in _STANDS else texts["in_force"])
        del texts["in_force"]
    return texts


def act_of(text: str) -> str | None:
    """The kind of act that a word names, if the rules check it."""
    word = text.strip().casefold().replace("_", "-")
    return word if word in ACTS else next((act for start, act in _WORDS if word.startswith(start)), None)


def folded(row: Row, into: dict[str, Cell]) -> bool:
    """Fold the row of an act into the cells of its actor; False where the rules know no such act, or have an earlier one."""
    act = act_of(row.text("act"))
    if act is None:
        return False
    first, second = ACTS[act]
    if first in into and not _is_earlier(row, into[first]):
        return False
    for name, source in ((first, "day"), (second, "effective")):
        if name is not None and source in row.cells:
            into[name] = row.cells[source]
    if first == "deposited" and act in _KIND_OF:
        into["kind"] = row.cells["act"]._replace(text=row.text("kind") or _KIND_OF[act])
    return True


def _is_earlier(row: Row, cell: Cell) -> bool:
    """Whether an act came before the one that was folded: of several deposits the first counts."""
    day, other = row.day("day"), cell.told.day
    return day is not None and (other is None or day.earliest < other.earliest)
