"""Treaties for the tests of the law: the shelf's own, and small ones made up for one question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from treatywatch.dates import Period, PlainDay
from treatywatch.model.clause import Clause, EntryIntoForce, Withdrawal
from treatywatch.model.clause_parts import Level, Start
from treatywatch.model.law import Act, Member, Side, Treaty
from treatywatch.model.vocabulary import EventKind, SourceKind
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import Shelf, open_shelf


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return open_shelf()


@pytest.fixture(scope="session")
def inf(shelf: Shelf) -> Treaty:
    return load_treaty(shelf, "inf")


@pytest.fixture(scope="session")
def new_start(shelf: Shelf) -> Treaty:
    return load_treaty(shelf, "new-start")


def act(id: str, kind: EventKind, actors: tuple[str, ...], effective: str, **fields: object) -> Act:
    """An act with one day."""
    made = Act(
        id=id,
        kind=kind,
        actors=actors,
        says=id,
        source=("made up",),
        source_kind=SourceKind.OFFICIAL,
        verified=True,
        effective=PlainDay.parse(effective),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def withdrawal(period: Period, starts: Start = Start.NOTICE, ends: str = "treaty") -> Withdrawal:
    """A clause on withdrawal."""
    return Withdrawal(
        article="X",
        says="made up",
        source=("made up",),
        verified=True,
        level=Level.TEXT,
        period=period,
        starts=starts,
        addressee="the other side",
        ends=ends,  # type: ignore[arg-type]
    )


def made_up(clauses: tuple[Clause, ...], acts: tuple[Act, ...], general: Treaty | None = None) -> Treaty:
    """A treaty between `us` and a side of two, `ru` and `by`, in force since 2000."""
    entry = EntryIntoForce(
        article="IX", says="made up", source=("made up",), verified=True, level=Level.TEXT, by="exchange"
    )
    start = act("entry", EventKind.ENTER_INTO_FORCE, ("us", "ru", "by"), "2000-01-01")
    return Treaty(
        id="made-up",
        name="Made-up Treaty",
        short="Made-up Treaty",
        form="treaty",
        binding=True,
        structure="bilateral",
        summary="made up",
        sides=(
            Side(id="us", name="the United States", members=(Member(actor="us"),)),
            Side(id="ussr", name="the successors", members=(Member(actor="ru"), Member(actor="by"))),
        ),
        clauses=(entry, *clauses),
        acts=(start, *acts),
        general=general.general if general else None,
    )


def day(text: str) -> date:
    """A full day."""
    return date.fromisoformat(text)
