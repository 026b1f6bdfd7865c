"""Rule: whatever a file refers to by id stands on the shelf."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from treatywatch.model.actor import Alias, Member, Office, Organisation, Outlet, State
from treatywatch.model.clause import Definition
from treatywatch.model.holdings import Declaration, Destroyed, DestroyedTotal, Recount
from treatywatch.model.law import Act, BoundReading, ChronologyItem, Outsider, Related, Side, Stop, View
from treatywatch.model.law import Member as SideMember
from treatywatch.model.participation import Hindrance, Participation
from treatywatch.model.system import Claim, System
from treatywatch.shelf.lint.rule import Files, Found
from treatywatch.shelf.names import AmbiguousText
from treatywatch.shelf.trees import Path

_REFERENCES: Mapping[type, Mapping[str, str]] = {
    State: {"continuator": "state", "successors": "state", "predecessor": "state"},
    Alias: {"via": "organisation"},
    Organisation: {"state": "state", "parent": "organisation", "successor": "organisation"},
    Member: {"state": "state"},
    Office: {"actor": "actor"},
    Outlet: {"country": "state", "organisation": "organisation", "carries": "outlet"},
    System: {"owner": "actor", "co_owners": "actor", "not_to_confuse_with": "system"},
    Claim: {"holder": "actor"},
    SideMember: {"actor": "actor", "of": "actor"},
    BoundReading: {"holder": "actor", "members": "actor"},
    Outsider: {"actor": "actor"},
    View: {"holder": "actor"},
    Stop: {"holder": "actor"},
    Act: {"actors": "actor", "toward": "actor"},
    ChronologyItem: {"actors": "actor", "targets": "actor", "systems": "system"},
    Related: {"treaty": "treaty"},
    Participation: {"actor": "actor", "of": "actor"},
    Hindrance: {"actor": "actor"},
    Definition: {"members": "system"},
    Declaration: {"actor": "actor", "by": "actor"},
    Recount: {"holder": "actor"},
    Destroyed: {"actor": "actor", "system": "system"},
    DestroyedTotal: {"actor": "actor"},
    Side: {},
    AmbiguousText: {"candidates": "anything", "default": "anything"},
}
"""Which field of which noun holds ids of which kind."""


def references(files: Files, ids: Mapping[str, frozenset[str]]) -> Iterator[Found]:
    """Ids that nothing on the shelf has."""
    for file, steps, noun in files.parts:
        for name, kind in _REFERENCES.get(type(noun), {}).items():
            for way, id in _ids(getattr(noun, name), (*steps, name)):
                if id not in ids[kind]:
                    expected = "an id of the shelf" if kind == "anything" else f"the id of a known {kind}"
                    yield Found(file, way, f"the unknown id {id!r}", expected, "unknown-id")


def _ids(held: Any, steps: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(held, tuple):
        yield from (((*steps, index), id) for index, id in enumerate(held))
    elif held is not None:
        yield steps, held
