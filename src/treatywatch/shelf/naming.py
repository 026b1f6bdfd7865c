"""The names of a shelf: from the compiled index, with what a user's overlay changes gathered anew from its files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
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
_SECTIONS = {
    "state": "states",
    "organisation": "organisations",
    "office": "offices",
    "system": "systems",
    "outlet": "outlets",
}
"""The kinds that a section of the shelf holds by id."""


class Naming:
    """What the names on a shelf mean, and who held which office when."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    # --- The index -------------------------------------------------------------------------------------------------

    def index(self) -> dict[str, Any]:
        """What is compiled beside the trees. Raises ShelfError where a file is broken."""
        return {
            "names": names.to_rows(self.names),
            "persons": self._offices_of,
            "treaties": list(self.treaties),
            "codes": [self._codes.states, self._codes.domains],
        }

    def _compiled(self, name: str) -> Any:
        return self._shelf.bundle.index(name)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every name on the shelf."""
        rows = self._compiled("names")
        if rows is None:
            return names.complete(self._gathered(), self.ambiguous_texts)
        if self._shelf.overlay is None:
            return names.from_rows(rows)
        return names.complete(self._patched(names.from_rows(rows)), self.ambiguous_texts)

    def _gathered(self) -> Iterator[Name]:
        """The names of all files."""
        shelf = self._shelf
        yield from _each(names.of_treaty, self.treaties.values())
        yield from _each(names.of_system, shelf.systems.values())
        yield from _each(names.of_actor, shelf.states.values())
        yield from _each(names.of_actor, shelf.organisations.values())
        yield from _each(names.of_office, shelf.offices.values())
        yield from names.of_persons((person, self.tenures(person)) for person in self._offices_of)
        yield from _each(names.of_outlet, shelf.outlets.values())

    def _patched(self, compiled: Iterable[Name]) -> Iterator[Name]:
        """The compiled names without those of the files that an overlay replaces, and the names of its own files."""
        shelf, over = self._shelf, self._laid_over
        persons = frozenset(tenure.person for id in over["office"] for tenure in shelf.offices[id].holders)
        actors = over["state"] | over["organisation"]
        gone = {"treaty": frozenset(self.treaties), "system": over["system"], "actor": actors, "outlet": over["outlet"]}
        gone |= {"office": over["office"], "person": persons}
        yield from (name for name in compiled if name.id not in gone[name.kind])
        yield from _each(names.of_treaty, self.treaties.values())
        yield from _each(names.of_system, (shelf.systems[id] for id in over["system"]))
        yield from _each(names.of_actor, (shelf.states[id] for id in over["state"]))
        yield from _each(names.of_actor, (shelf.organisations[id] for id in over["organisation"]))
        yield from _each(names.of_office, (shelf.offices[id] for id in over["office"]))
        yield from names.of_persons((person, self.tenures(person)) for person in persons)
        yield from _each(names.of_outlet, (shelf.outlets[id] for id in over["outlet"]))

    @cached_property
    def _laid_over(self) -> Mapping[str, frozenset[str]]:
        """The ids that come from the overlay, by kind."""
        sections = {kind: getattr(self._shelf, section) for kind, section in _SECTIONS.items()}
        return {kind: frozenset(section.laid_over()) for kind, section in sections.items()}

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
        """The compiled codes, or none, and those of the files that are not compiled."""
        shelf, compiled = self._shelf, self._compiled("codes")
        states = shelf.states if compiled is None else {id: shelf.states[id] for id in self._laid_over["state"]}
        outlets = shelf.outlets if compiled is None else {id: shelf.outlets[id] for id in self._laid_over["outlet"]}
        # The Federal Republic of Yugoslavia has its predecessor's code, which means the predecessor.
        codes = {state.alpha3.lower(): state.id for state in states.values() if state.id != "fry"}
        domains = {domain: outlet.id for outlet in outlets.values() for domain in outlet.domains}
        if compiled is None:
            return Codes(codes, domains)
        return Codes(compiled[0] | codes, compiled[1] | domains)

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
            compiled = self._compiled("treaties") if self._shelf.overlay is None else None
            return frozenset(compiled or self.treaties)
        if kind == "person":
            return frozenset(self._offices_of)
        if kind == "actor":
            return frozenset(self._shelf.states) | frozenset(self._shelf.organisations) | frozenset(self._offices_of)
        return frozenset(getattr(self._shelf, _SECTIONS[kind])) if kind in _SECTIONS else frozenset()

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
    def _offices_of(self) -> Mapping[str, list[str]]:
        """The offices of every person; an office that an overlay took from a person stays, without a term."""
        compiled: dict[str, list[str]] | None = self._compiled("persons")
        found = defaultdict(list, compiled or {})
        for id in self._shelf.offices if compiled is None else self._laid_over["office"]:
            for person in dict.fromkeys(tenure.person for tenure in self._shelf.offices[id].holders):
                if id not in found[person]:
                    found[person].append(id)
        return found


def _each(names_of: Callable[[Any], Iterator[Name]], nouns: Iterable[Any]) -> Iterator[Name]:
    for noun in nouns:
        yield from names_of(noun)


def _by_start(row: tuple[str, Tenure]) -> date:
    return row[1].since.earliest if row[1].since else date.min


def covers(tenure: Tenure, on: date) -> bool:
    """Whether the term `[since, until)` may cover the day; one that ends in a month or a year may last to its end."""
    if tenure.since is not None and on < tenure.since.earliest:
        return False
    if tenure.until is None:
        return True
    return on < tenure.until.earliest if tenure.until.exact else on <= tenure.until.latest
