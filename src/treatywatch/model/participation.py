"""Participation: one row of a table of participants, and how complete the table is. Values only; rulebook/ reads the tables."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from treatywatch.dates import PlainDay
from treatywatch.model.noun import noun


class Consent(StrEnum):
    """How a state consented. A continuation is the same party under another name; a succession is a new one."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    CONTINUATION = "continuation"
    CONSENT = "consent"
    PARTICIPATION = "participation"


@noun(frozen=True, slots=True, kw_only=True)
class ToldDay:
    """A day and who gives it: a reference's id, an actor's id, or a place."""

    day: PlainDay
    by: str


@noun(frozen=True, slots=True, kw_only=True)
class ToldDays:
    """Several days, each by somebody: `1981-11-01 dutch-register; 1985-06-17 unoda`."""

    EXPECTS: ClassVar[str] = "a day and who gives it, such as 1981-11-01 dutch-register; several are parted by ;"

    items: tuple[ToldDay, ...]

    @classmethod
    def parse(cls, text: str) -> ToldDays:
        """Read the cell of a table. Raises ValueError for anything else."""
        found = []
        for part in text.split(";"):
            day, _, by = part.strip().partition(" ")
            if not by.strip():
                raise ValueError(f"found {part.strip()!r}, expected {cls.EXPECTS}")
            found.append(ToldDay(day=PlainDay.parse(day), by=by.strip()))
        return cls(items=tuple(found))


@noun(frozen=True, slots=True, kw_only=True)
class Words:
    """Several ids in one cell, parted by spaces."""

    EXPECTS: ClassVar[str] = "ids, parted by spaces"

    items: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Words:
        """Read the cell of a table."""
        return cls(items=tuple(text.split()))


@noun(frozen=True, slots=True, kw_only=True)
class Participation:
    """One participant's row in `participants.csv`. An empty cell means: not known, or not so.

    `ratified`: ratification at home where the deposit has another day. `deposited`: the day of the first deposit, in `place` where
    there are several depositaries, whose `later_deposits` follow. `of`: whose place a successor takes. `in_force`: the day on
    which the treaty entered into force for it as `in_force_by` publishes it (of a succession: the date of state succession);
    empty where the treaty's rule gives it. `other_days`: other published days of its entry into force, each with its holder.
    `waiver`: when it waived conditions that the treaty sets. `provisional`: since when it applied the treaty provisionally.
    `notice`: receipt of its notice; `exit`: the published day of its exit; `ended`: the first day on which the state was no more.
    `disputed_by`: who does not count it. `source`: ids of the treaty's references.
    """

    actor: str
    kind: Consent | None = None
    signed: PlainDay | None = None
    ratified: PlainDay | None = None
    deposited: PlainDay | None = None
    place: str | None = None
    later_deposits: ToldDays | None = None
    of: str | None = None
    in_force: PlainDay | None = None
    in_force_by: str | None = None
    other_days: ToldDays | None = None
    waiver: PlainDay | None = None
    provisional: PlainDay | None = None
    notice: PlainDay | None = None
    exit: PlainDay | None = None
    ended: PlainDay | None = None
    disputed_by: Words | None = None
    verified: bool = False
    source: Words | None = None
    note: str | None = None


@noun(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How complete a table of participants is, and as of when. Every answer that rests on an incomplete one says so.

    `parties` is what the table holds as of that day, `expected` what the depositary or the best source counts. `missing`: states
    that are known to be missing. `unchecked_since`: from when on nobody has looked.
    """

    as_of: PlainDay
    complete: bool
    says: str
    source: tuple[str, ...]
    parties: int | None = None
    expected: int | None = None
    missing: tuple[str, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Hindrance:
    """A state of things that holds an exit back: the leaver is in an armed conflict in `[since, until)`; open where it goes on."""

    actor: str
    condition: str
    since: PlainDay
    says: str
    source: tuple[str, ...]
    verified: bool
    until: PlainDay | None = None
