"""The shelf: treaties, actors, outlets, systems and the lexicon, decoded when they are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from treatywatch.errors import Fault, ShelfError
from treatywatch.model.actor import Office, Organisation, Outlet, State, Tenure
from treatywatch.model.system import System
from treatywatch.shelf import files, strict
from treatywatch.shelf.bundle import Bundle

if TYPE_CHECKING:
    from treatywatch.shelf.names import AmbiguousText, Name, NamedTreaty
    from treatywatch.shelf.naming import Naming
    from treatywatch.shelf.trees import Tree

T = TypeVar("T")


class Shelf:
    """The data of one run: the shipped files, compiled, with a user's overlay laid over them file by file."""

    def __init__(self, home: Path, bundle: Bundle, overlay: Path | None = None) -> None:
        self.home, self.bundle, self.overlay = home, bundle, overlay
        self._laid_over = frozenset(files.stamps(overlay)) if overlay is not None else frozenset()
        self._paths = frozenset(bundle.head["stamps"]) | self._laid_over

    @cached_property
    def _naming(self) -> Naming:
        from treatywatch.shelf.naming import Naming  # not wanted where ids are told, and slow to load

        return Naming(self)

    @cached_property
    def version(self) -> str:
        """The hash of the contents; two shelves with the same files have the same version."""
        if self.overlay is None:
            return self.bundle.version
        laid_over = {path: files.digest(self.overlay, path) for path in self._laid_over}
        return files.version_of(self.bundle.digests | laid_over)

    # --- Files -----------------------------------------------------------------------------------------------------

    def files(self, folder: str) -> tuple[str, ...]:
        """The data files under `folder` (`treaties/inf`, `outlets`), as sorted relative paths."""
        start = folder.rstrip("/") + "/"
        return tuple(sorted(path for path in self._paths if path.startswith(start)))

    def is_laid_over(self, relative: str) -> bool:
        """Whether a file comes from the user's overlay."""
        return relative in self._laid_over

    def decode(self, relative: str, cls: type[T]) -> T:
        """Decode one file into `cls` (a dataclass or `tuple[X, ...]`). Raises ShelfError with every fault of the file, by line."""
        if not self._is_compiled(relative):
            return self.load(relative, cls)
        try:
            return strict.decode(self.bundle.tree(relative), cls, relative)
        except ShelfError:
            return self.load(relative, cls)

    def load(self, relative: str, cls: type[T]) -> T:
        """Decode one file from its YAML, not from the compiled shelf, so that faults have their lines."""
        return strict.load(self.text(relative), cls, self.shown(relative))

    def tree(self, relative: str) -> Tree:
        """One file as a plain tree, its scalars as text. Raises ShelfError for a file that is not well formed."""
        if self._is_compiled(relative):
            return self.bundle.tree(relative)
        from treatywatch.shelf.yamltext import parse  # as in strict.load

        return parse(self.text(relative), self.shown(relative)).tree

    def text(self, relative: str) -> str:
        """One file as it stands. Raises ShelfError where there is no such file, or none that can be read."""
        if relative not in self._paths:
            raise ShelfError((Fault(relative, 0, "file", "no such file", "a file of the shelf", "no-file"),))
        return files.read(self._root(relative), relative, self.shown(relative))

    def shown(self, relative: str) -> str:
        """The name under which faults tell of a file: a user's own files by their full path."""
        return str(self._root(relative) / relative) if relative in self._laid_over else relative

    def _is_compiled(self, relative: str) -> bool:
        return relative in self.bundle.paths and relative not in self._laid_over

    def _root(self, relative: str) -> Path:
        return self.overlay if self.overlay is not None and relative in self._laid_over else self.home

    def lexicon(self, name: str, cls: type[T]) -> T:
        """The English lexicon file `name` (`cues`, `actions`) decoded into `cls`."""
        return self.decode(f"lexicon/en/{name}.yml", cls)

    # --- What stands on the shelf ----------------------------------------------------------------------------------

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

    # --- Names -----------------------------------------------------------------------------------------------------

    @property
    def named_treaties(self) -> Mapping[str, NamedTreaty]:
        """The names of all treaties: those with a folder here, and those known by name only."""
        return self._naming.treaties

    @property
    def ambiguous_texts(self) -> tuple[AmbiguousText, ...]:
        """Texts with several readings, and the rule that decides."""
        return self._naming.ambiguous_texts

    def names(self) -> tuple[Name, ...]:
        """Every name of treaties, systems, states, organisations, offices, persons and outlets."""
        return self._naming.names

    def resolve(self, kind: str, text: str, on: date | None = None) -> str:
        """The id that `text` means as a `kind` (treaty, system, actor, state, organisation, office, person, outlet), by the day if given.

        An office's title asked for as a person or an actor means who held it on that day. Raises AmbiguousName with the choices,
        UnknownName with near names.
        """
        typed = text.strip().casefold()
        return typed if typed in self._sections.get(kind, ()) else self._naming.resolve(kind, text, on)

    @cached_property
    def _sections(self) -> Mapping[str, Collection[str]]:
        """What can be told by its id at once, by kind; persons and treaties without a folder need the index of names."""
        return {
            "treaty": self.treaty_ids(),
            "state": self.states,
            "organisation": self.organisations,
            "office": self.offices,
            "system": self.systems,
            "outlet": self.outlets,
        }

    def holders(self, office: str, on: date) -> tuple[Tenure, ...]:
        """Who held `office` on the day; a term known by month or year only counts on every day that it may have covered."""
        return self._naming.holders(office, on)

    def tenures(self, person: str) -> tuple[tuple[str, Tenure], ...]:
        """The terms of a person, as (office id, term), earliest first."""
        return self._naming.tenures(person)


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

    def laid_over(self) -> tuple[str, ...]:
        """The ids that come from the user's overlay."""
        return tuple(id for id, path in self._paths.items() if self._shelf.is_laid_over(path))
