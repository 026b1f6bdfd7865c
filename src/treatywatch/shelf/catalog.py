"""The shelf: treaties, actors, outlets, systems and the lexicon, decoded when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from treatywatch.errors import Fault, ShelfError
from treatywatch.model.actor import Office, Organisation, Outlet, State
from treatywatch.model.system import System
from treatywatch.shelf import files, strict

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
        root = self._roots.get(relative)
        if root is None:
            raise ShelfError((Fault(relative, 0, "file", "no such file", "a file of the shelf", "no-file"),))
        shown = relative if root == self.home else str(root / relative)
        return strict.load(files.read(root, relative, shown), cls, shown)

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
