"""Whose an organ or an office is: the state (or organisation) of each, by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from treatywatch.shelf import Shelf


class Belonging(Mapping[str, str]):
    """The state of each organ and the actor of each office of a shelf; offices are looked up one by one, for they are many."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @cached_property
    def _organs(self) -> dict[str, str]:
        return {one.id: one.state for one in self._shelf.organisations.values() if one.state}

    def __getitem__(self, id: str) -> str:
        if id in self._organs:
            return self._organs[id]
        return self._shelf.offices[id].actor

    def __contains__(self, id: object) -> bool:
        return id in self._organs or id in self._shelf.offices

    def __iter__(self) -> Iterator[str]:
        yield from self._organs
        yield from self._shelf.offices

    def __len__(self) -> int:
        return len(self._organs) + len(self._shelf.offices)
