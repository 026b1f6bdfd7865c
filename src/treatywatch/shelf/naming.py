"""The names of a shelf: from the compiled index where nothing is laid over it, else gathered from its files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from treatywatch.errors import AmbiguousName
from treatywatch.model.actor import Tenure
from treatywatch.shelf import names
from treatywatch.shelf.names import AmbiguousText, Name, NamedTreaty
from treatywatch.shelf.resolve import Codes, Resolver

if TYPE_CHECKING:
    from treatywatch.shelf.catalog import Shelf

_TREATY_NAMES = "treaties/names.yml"
_AMBIGUOUS = "lexicon/en/ambiguous.yml"


class Naming:
    """What the names on a shelf mean, and who held which office when."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    # --- The index -------------------------------------------------------------------------------------------------

    def index(self) -> dict[str, Any]:
        """What is compiled beside the trees. Raises ShelfError where a file is broken."""
        offices: dict[str, list[str]] = defaultdict(list)
        for office in self._shelf.offices.values():
            for tenure in office.holders:
                if office.id not in offices[tenure.person]:
                    offices[tenure.person].append(office.id)
        return {
            "names": names.to_rows(self.names),
            "persons": offices,
            "treaties": list(self.treaties),
            "codes": [self._codes.states, self._codes.domains],
        }

    def _compiled(self, name: str) -> Any:
        """A compiled index, where the shelf is as it was compiled."""
        return self._shelf.bundle.index(name) if self._shelf.overlay is None else None

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every name on the shelf."""
        rows = self._compiled("names")
        return names.from_rows(rows) if rows is not None else names.complete(self._gathered(), self.ambiguous_texts)

    def _gathered(self) -> Iterator[Name]:
        shelf = self._shelf
        for treaty in self.treaties.values():
            yield from names.of_treaty(treaty)
        for system in shelf.systems.values():
            yield from names.of_system(system)
        for state in shelf.states.values():
            yield from names.of_actor(state)
        for organisation in shelf.organisations.values():
            yield from names.of_actor(organisation)
        for office in shelf.offices.values():
            yield from names.of_office(office)
        yield from names.of_persons(shelf.offices.values())
        for outlet in shelf.outlets.values():
            yield from names.of_outlet(outlet)

    @cached_property
    def treaties(self) -> Mapping[str, NamedTreaty]:
        """The names of all treaties; a treaty's own file goes before the list of names."""
        shelf = self._shelf
        listed = shelf.decode(_TREATY_NAMES, tuple[NamedTreaty, ...])
        paths = {id: f"treaties/{id}/treaty.yml" for id in shelf.treaty_ids()}
        full = {id: names.treaty_names(shelf.tree(path), shelf.shown(path)) for id, path in paths.items()}
        return {treaty.id: treaty for treaty in listed} | full

    @cached_property
    def ambiguous_texts(self) -> tuple[AmbiguousText, ...]:
        """Texts with several readings."""
        return self._shelf.decode(_AMBIGUOUS, tuple[AmbiguousText, ...])

    @cached_property
    def _codes(self) -> Codes:
        compiled = self._compiled("codes")
        if compiled is not None:
            return Codes(*compiled)
        # The Federal Republic of Yugoslavia has its predecessor's code, which means the predecessor.
        states = {state.alpha3.lower(): state.id for state in self._shelf.states.values() if state.id != "fry"}
        domains = {domain: outlet.id for outlet in self._shelf.outlets.values() for domain in outlet.domains}
        return Codes(states, domains)

    # --- From a name to an id --------------------------------------------------------------------------------------

    def resolve(self, kind: str, text: str, on: date | None) -> str:
        """The id that `text` means; see Shelf.resolve."""
        typed = text.strip().casefold()
        if typed in self._ids(kind):
            return typed
        if kind not in ("actor", "person") or on is None:
            return self._resolver.resolve(kind, text, on)
        try:
            return self._holder_by_title(text, on) or self._resolver.resolve(kind, text, on)
        except AmbiguousName as error:
            in_office = [id for id in error.choices if any(covers(tenure, on) for _, tenure in self.tenures(id))]
            if len(in_office) == 1:
                return in_office[0]
            raise

    def _holder_by_title(self, text: str, on: date) -> str | None:
        looked_up = names.key(text)
        offices = {n.id for n in self.names if n.kind == "office" and names.key(n.text) == looked_up and n.means_on(on)}
        holders = {tenure.person for office in offices for tenure in self.holders(office, on)}
        return holders.pop() if len(holders) == 1 else None

    def _ids(self, kind: str) -> frozenset[str]:
        """The known ids of a kind; empty for a kind that is none, which the resolver tells."""
        if kind == "treaty":
            return frozenset(self._compiled("treaties") or self.treaties)
        if kind == "person":
            return frozenset(self._offices_of)
        if kind == "actor":
            return frozenset(self._shelf.states) | frozenset(self._shelf.organisations) | frozenset(self._offices_of)
        sections = {
            "state": "states",
            "organisation": "organisations",
            "office": "offices",
            "system": "systems",
            "outlet": "outlets",
        }
        return frozenset(getattr(self._shelf, sections[kind])) if kind in sections else frozenset()

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self.names, self._ids, self.ambiguous_texts, self._codes)

    # --- Offices and persons ---------------------------------------------------------------------------------------

    def holders(self, office: str, on: date) -> tuple[Tenure, ...]:
        """Who held the office on the day."""
        return tuple(tenure for tenure in self._shelf.offices[office].holders if covers(tenure, on))

    def tenures(self, person: str) -> tuple[tuple[str, Tenure], ...]:
        """The terms of a person, as (office id, term), earliest first."""
        offices = self._offices_of.get(person, ())
        rows = [(id, tenure) for id in offices for tenure in self._shelf.offices[id].holders if tenure.person == person]
        return tuple(sorted(rows, key=_by_start))

    @cached_property
    def _offices_of(self) -> Mapping[str, tuple[str, ...] | list[str]]:
        compiled: dict[str, list[str]] | None = self._compiled("persons")
        if compiled is not None:
            return compiled
        found: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for office in self._shelf.offices.values():
            for person in dict.fromkeys(tenure.person for tenure in office.holders):
                found[person] += (office.id,)
        return found


def _by_start(row: tuple[str, Tenure]) -> date:
    return row[1].since.earliest if row[1].since else date.min


def covers(tenure: Tenure, on: date) -> bool:
    """Whether the term `[since, until)` may cover the day; one that ends in a month or a year may last to its end."""
    if tenure.since is not None and on < tenure.since.earliest:
        return False
    if tenure.until is None:
        return True
    return on < tenure.until.earliest if tenure.until.exact else on <= tenure.until.latest
