"""The shelf: treaties, actors, outlets, systems and the lexicon, decoded when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from treatywatch.errors import AmbiguousName, Fault, ShelfError
from treatywatch.model.actor import Office, Organisation, Outlet, State, Tenure
from treatywatch.model.system import System
from treatywatch.shelf import files, names, strict
from treatywatch.shelf.names import AmbiguousText, Name, NamedTreaty
from treatywatch.shelf.resolve import Codes, Resolver
from treatywatch.shelf.yamltext import Tree, parse

T = TypeVar("T")


class Shelf:
    """The data of one run: the shipped files, with a user's overlay laid over them file by file."""

    def __init__(self, home: Path, overlay: Path | None) -> None:
        self.home, self.overlay = home, overlay
        self._roots = {path: home for path in files.stamps(home)}
        if overlay is not None:
            self._roots |= {path: overlay for path in files.stamps(overlay)}

    @cached_property
    def version(self) -> str:
        """The hash of the contents; two shelves with the same files have the same version."""
        return files.version_of({path: files.digest(root, path) for path, root in self._roots.items()})

    def files(self, folder: str) -> tuple[str, ...]:
        """The data files under `folder` (`treaties/inf`, `outlets`), as sorted relative paths."""
        start = folder.rstrip("/") + "/"
        return tuple(sorted(path for path in self._roots if path.startswith(start)))

    def decode(self, relative: str, cls: type[T]) -> T:
        """Decode one file into `cls` (a dataclass or `tuple[X, ...]`). Raises ShelfError with every fault of the file."""
        return strict.load(self._text(relative), cls, self._shown(relative))

    def tree(self, relative: str) -> Tree:
        """One file as a plain tree, its scalars as text. Raises ShelfError for a file that is not well formed."""
        return parse(self._text(relative), self._shown(relative)).tree

    def _text(self, relative: str) -> str:
        root = self._roots.get(relative)
        if root is None:
            raise ShelfError((Fault(relative, 0, "file", "no such file", "a file of the shelf", "no-file"),))
        return files.read(root, relative, self._shown(relative))

    def _shown(self, relative: str) -> str:
        """The name under which faults tell of a file: a user's own files by their full path."""
        root = self._roots.get(relative, self.home)
        return relative if root == self.home else str(root / relative)

    def treaty_ids(self) -> tuple[str, ...]:
        """The ids of the treaties that have a treaty file."""
        found = (path.split("/") for path in self.files("treaties"))
        return tuple(parts[1] for parts in found if len(parts) == 3 and parts[2] == "treaty.yml")

    @cached_property
    def states(self) -> Mapping[str, State]:
        """The states, present and past, by id."""
        return Section(self, "actors/states", State)

    @cached_property
    def organisations(self) -> Mapping[str, Organisation]:
        """The organisations and the organs of states, by id."""
        return Section(self, "actors/organisations", Organisation)

    @cached_property
    def offices(self) -> Mapping[str, Office]:
        """The offices with their holders, by id."""
        return Section(self, "actors/offices", Office)

    @cached_property
    def outlets(self) -> Mapping[str, Outlet]:
        """The outlets and wires, by id."""
        return Section(self, "outlets", Outlet)

    @cached_property
    def systems(self) -> Mapping[str, System]:
        """The weapon and defence systems, by id."""
        return Section(self, "systems", System)

    # --- Names ---------------------------------------------------------------------------------------------------

    @cached_property
    def named_treaties(self) -> Mapping[str, NamedTreaty]:
        """The names of all treaties: those with a folder here, and those known by name only."""
        listed = self.decode("treaties/names.yml", tuple[NamedTreaty, ...])
        paths = {id: f"treaties/{id}/treaty.yml" for id in self.treaty_ids()}
        full = {id: names.treaty_names(self.tree(path), self._shown(path)) for id, path in paths.items()}
        return {treaty.id: treaty for treaty in listed} | full

    @cached_property
    def ambiguous_texts(self) -> tuple[AmbiguousText, ...]:
        """Texts with several readings, and the rule that decides."""
        return self.decode("lexicon/en/ambiguous.yml", tuple[AmbiguousText, ...])

    def names(self) -> tuple[Name, ...]:
        """Every name of treaties, systems, states, organisations, offices, persons and outlets."""
        return self._names

    @cached_property
    def _names(self) -> tuple[Name, ...]:
        return names.complete(self._all_names(), self.ambiguous_texts)

    def _all_names(self) -> Iterator[Name]:
        for treaty in self.named_treaties.values():
            yield from names.of_treaty(treaty)
        for system in self.systems.values():
            yield from names.of_system(system)
        for state in self.states.values():
            yield from names.of_actor(state)
        for organisation in self.organisations.values():
            yield from names.of_actor(organisation)
        for office in self.offices.values():
            yield from names.of_office(office)
        yield from names.of_persons(self.offices.values())
        for outlet in self.outlets.values():
            yield from names.of_outlet(outlet)

    def resolve(self, kind: str, text: str, on: date | None = None) -> str:
        """The id that `text` means as a `kind` (treaty, system, actor, state, organisation, office, person, outlet), by the day if given.

        An office's title asked for as a person or an actor means who held it on that day. Raises AmbiguousName with the choices,
        UnknownName with near names.
        """
        if kind not in ("actor", "person") or on is None:
            return self._resolver.resolve(kind, text, on)
        try:
            return self._holder_by_title(text, on) or self._resolver.resolve(kind, text, on)
        except AmbiguousName as error:
            in_office = [id for id in error.choices if any(_covers(tenure, on) for _, tenure in self.tenures(id))]
            if len(in_office) == 1:
                return in_office[0]
            raise

    def _holder_by_title(self, text: str, on: date) -> str | None:
        looked_up = names.key(text)
        offices = {
            n.id for n in self.names() if n.kind == "office" and names.key(n.text) == looked_up and n.means_on(on)
        }
        holders = {tenure.person for office in offices for tenure in self.holders(office, on)}
        return holders.pop() if len(holders) == 1 else None

    @cached_property
    def _resolver(self) -> Resolver:
        persons = frozenset(name.id for name in self.names() if name.kind == "person")
        ids = {
            "treaty": frozenset(self.named_treaties),
            "system": frozenset(self.systems),
            "actor": frozenset(self.states) | frozenset(self.organisations) | persons,
            "state": frozenset(self.states),
            "organisation": frozenset(self.organisations),
            "office": frozenset(self.offices),
            "person": persons,
            "outlet": frozenset(self.outlets),
        }
        codes = {state.alpha3.lower(): state.id for state in self.states.values() if state.id != "fry"}
        domains = {domain: outlet.id for outlet in self.outlets.values() for domain in outlet.domains}
        return Resolver(self.names(), ids, self.ambiguous_texts, Codes(codes, domains))

    # --- Offices and persons ---------------------------------------------------------------------------------------

    def holders(self, office: str, on: date) -> tuple[Tenure, ...]:
        """Who held `office` on the day; a term that is known by month or year only counts on every day that it may have covered."""
        return tuple(tenure for tenure in self.offices[office].holders if _covers(tenure, on))

    def tenures(self, person: str) -> tuple[tuple[str, Tenure], ...]:
        """The terms of a person, as (office id, term), earliest first."""
        return self._tenures.get(person, ())

    @cached_property
    def _tenures(self) -> Mapping[str, tuple[tuple[str, Tenure], ...]]:
        found: dict[str, list[tuple[str, Tenure]]] = {}
        for office in self.offices.values():
            for tenure in office.holders:
                found.setdefault(tenure.person, []).append((office.id, tenure))
        return {person: tuple(sorted(rows, key=_by_start)) for person, rows in found.items()}


def _by_start(row: tuple[str, Tenure]) -> date:
    return row[1].since.earliest if row[1].since else date.min


def _covers(tenure: Tenure, on: date) -> bool:
    """Whether the term `[since, until)` may cover the day; a term that ends in a month is over from the next month on."""
    if tenure.since is not None and on < tenure.since.earliest:
        return False
    if tenure.until is None:
        return True
    return on < tenure.until.earliest if tenure.until.exact else on <= tenure.until.latest


class Section(Mapping[str, T], Generic[T]):
    """One folder of the shelf as a mapping from id (the file's name) to its decoded noun; each file is decoded at first use."""

    def __init__(self, shelf: Shelf, folder: str, cls: type[T]) -> None:
        self._shelf, self._cls = shelf, cls
        self._paths = {path.rpartition("/")[2].removesuffix(".yml"): path for path in shelf.files(folder)}
        self._loaded: dict[str, T] = {}

    def __getitem__(self, id: str) -> T:
        if id not in self._loaded:
            self._loaded[id] = self._shelf.decode(self._paths[id], self._cls)
        return self._loaded[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __contains__(self, id: object) -> bool:
        return id in self._paths


def open_shelf(overlay: Path | None = None) -> Shelf:
    """The shelf of this installation or checkout, with the files of `overlay` laid over it. Raises UsageError for a wrong overlay."""
    return Shelf(files.home(), files.overlay_root(overlay) if overlay is not None else None)
