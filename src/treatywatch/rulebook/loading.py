"""Treaty files to treaties: `treaties/ID/treaty.yml` with `acts.yml`, the chronology, and the law of treaties beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from treatywatch.errors import Fault, ShelfError, UnknownName
from treatywatch.model.law import Act, ChronologyItem, GeneralLaw, Treaty
from treatywatch.model.participation import Participation
from treatywatch.rulebook import holdings
from treatywatch.rulebook.checks import RULES, check
from treatywatch.rulebook.participants import RULES as TABLE_RULES
from treatywatch.rulebook.participants import acts_of, at_lines, faults_of
from treatywatch.shelf import Shelf

if TYPE_CHECKING:
    from treatywatch.model.case import Case

TABLE = "treaties/{id}/participants.csv"
"""A treaty's table of participants."""

GENERAL_LAW = "treaties/general-law.yml"
"""The law that stands in where a treaty is silent."""


def load_treaty(shelf: Shelf, id: str) -> Treaty:
    """The treaty `id` with its acts and the general law. Raises UnknownName, or ShelfError with every fault of its files."""
    if id not in shelf.treaty_ids():
        raise UnknownName(f"treaty: found {id!r}, expected one of {', '.join(shelf.treaty_ids())}")
    treaty = shelf.decode(f"treaties/{id}/treaty.yml", Treaty)
    acts = _acts(shelf, id)
    general = shelf.decode(GENERAL_LAW, GeneralLaw) if GENERAL_LAW in shelf.files("treaties") else None
    rows = load_participants(shelf, id)
    acts = (*acts, *acts_of(rows, acts, treaty))
    whole = replace(treaty, acts=acts, general=general, participants=rows)
    _check_participants(shelf, whole)
    try:
        check(whole, id)
    except ShelfError as error:
        raise ShelfError(tuple(_placed(shelf, fault) for fault in error.faults)) from None
    return whole


def load_all(shelf: Shelf) -> tuple[Treaty, ...]:
    """All treaties of the shelf, by id."""
    return tuple(load_treaty(shelf, id) for id in shelf.treaty_ids())


def faults(shelf: Shelf) -> tuple[Fault, ...]:
    """What the cross-checks find in the treaties whose files can be read; the faults of a single file are the lint's."""
    found: list[Fault] = []
    for id in shelf.treaty_ids():
        try:
            found += holdings.faults(shelf, load_treaty(shelf, id))
        except ShelfError as error:
            found += [fault for fault in error.faults if fault.rule in RULES | TABLE_RULES]
    return tuple(found)


def _placed(shelf: Shelf, fault: Fault) -> Fault:
    """A fault of a cross-check, with the line where its entry stands."""
    from treatywatch.rulebook.placing import placed

    if fault.file not in shelf.files("treaties"):
        return fault
    return placed(fault, shelf.text(fault.file), shelf.shown(fault.file))


def load_chronology(shelf: Shelf, id: str) -> tuple[ChronologyItem, ...]:
    """The treaty's history in the order of its days; empty where the shelf has none."""
    path = f"treaties/{id}/chronology.yml"
    if path not in shelf.files(f"treaties/{id}"):
        return ()
    items = shelf.decode(path, tuple[ChronologyItem, ...])
    return tuple(sorted(items, key=lambda item: (item.day.earliest, item.id)))


def load_participants(shelf: Shelf, id: str) -> tuple[Participation, ...]:
    """The table of participants; empty where the shelf has none. Raises ShelfError with every fault, by line."""
    path = TABLE.format(id=id)
    return shelf.decode(path, tuple[Participation, ...]) if path in shelf.files(f"treaties/{id}") else ()


def _check_participants(shelf: Shelf, treaty: Treaty) -> None:
    """Raise ShelfError with what is wrong in the table of participants."""
    path = TABLE.format(id=treaty.id)
    found = tuple(faults_of(treaty.participants, treaty, path))
    if found:
        from treatywatch.shelf.tables import parse  # only wanted where there are faults

        _, lines = parse(shelf.text(path), path)
        raise ShelfError(tuple(replace(fault, file=shelf.shown(path)) for fault in at_lines(found, lines)))


def _acts(shelf: Shelf, id: str) -> tuple[Act, ...]:
    path = f"treaties/{id}/acts.yml"
    return shelf.decode(path, tuple[Act, ...]) if path in shelf.files(f"treaties/{id}") else ()


def load_cases(shelf: Shelf, id: str) -> tuple[Case, ...]:
    """The treaty's cases; empty where the shelf has none."""
    from treatywatch.model.case import Case

    path = f"treaties/{id}/cases.yml"
    return shelf.decode(path, tuple[Case, ...]) if path in shelf.files(f"treaties/{id}") else ()
