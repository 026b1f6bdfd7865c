"""For whom somebody speaks or acts: the state or the organisation behind a person, an office or a state's organ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from treatywatch.language.names import Gazetteer
from treatywatch.model.annotation import Mention
from treatywatch.model.entry import StatementEntry
from treatywatch.model.statement import Speaker
from treatywatch.regime import classes_of
from treatywatch.rulebook import load_treaty, treaties_with_classes
from treatywatch.shelf import Shelf


class Sides:
    """The states and organisations of a shelf, and the names under which texts tell them."""

    def __init__(self, shelf: Shelf, gazetteer: Gazetteer | None = None) -> None:
        self._shelf, self._given = shelf, gazetteer

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return self._given or Gazetteer.of(self._shelf)

    def of(self, identity: str | None) -> str | None:
        """The state that an organ belongs to, or the state or organisation itself; None of a person, or of nobody."""
        if identity is None:
            return None
        if identity in self._shelf.states:
            return identity
        if identity not in self._shelf.organisations:
            return None
        return self._shelf.organisations[identity].state or identity

    def of_speaker(self, speaker: Speaker | None) -> str | None:
        """For whom a speaker speaks."""
        return self.of(speaker.on_behalf_of) or self.of(speaker.actor) if speaker else None

    def of_entry(self, entry: StatementEntry) -> tuple[str, ...]:
        """For whom the speakers of a statement speak, the first one's side first."""
        statement = entry.statement
        told = (self.of_speaker(speaker) for speaker in (statement.speaker, *statement.co_speakers))
        return tuple(dict.fromkeys(side for side in told if side))

    def named(self, identities: Iterable[str]) -> tuple[str, ...]:
        """The sides of some actors, each once."""
        return tuple(dict.fromkeys(side for side in map(self.of, identities) if side))

    def mentions(self, text: str, on: date | None = None) -> Iterator[tuple[Mention, str]]:
        """The sides that a text names, in its order, each with the mention."""
        for mention in self._gazetteer.find(text, on):
            side = self.of(mention.id) if mention.kind == "actor" else None
            if side:
                yield mention, side

    def things(self, text: str, on: date | None = None) -> dict[str, tuple[str, ...]]:
        """The systems and treaties that a text names: `system` and `treaty` → ids."""
        found: dict[str, list[str]] = {"system": [], "treaty": []}
        for mention in self._gazetteer.find(text, on):
            if mention.kind in found and mention.id is not None:
                found[mention.kind].append(mention.id)
        return {kind: tuple(dict.fromkeys(ids)) for kind, ids in found.items()}

    def owners(self, system: str) -> tuple[str, ...]:
        """Who owns a system, as the shelf tells; nobody where it does not know the system."""
        if system not in self._shelf.systems:
            return ()
        known = self._shelf.systems[system]
        return (known.owner, *known.co_owners)

    def kind_of(self, system: str) -> str:
        """What a system is, in plain words; nothing where the shelf does not know it."""
        return self._shelf.systems[system].type if system in self._shelf.systems else ""

    def classing_treaty(self, system: str) -> str | None:
        """The one treaty of the shelf whose classes measure a system by somebody's figure; None where none or several do."""
        if system not in self._shelf.systems:
            return None
        known = self._shelf.systems[system]
        found = [id for id in treaties_with_classes(self._shelf) if classes_of(load_treaty(self._shelf, id), known)]
        return found[0] if len(found) == 1 else None
