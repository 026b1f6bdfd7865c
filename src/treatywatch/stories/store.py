"""What is kept of each of a million reports while their stories are found: arrays in files, read back one report at a time."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from treatywatch.stories.prose import Prose

REMEMBERED = 1 << 14
"""Reports whose words are kept in memory: pairs are compared in the order of their first report."""
Packed = dict[str, tuple[bytes, NDArray[np.int64]]]
"""Of each part of some reports the bytes of all of them, and the size of each."""
PARTS = {"signs": np.uint32, "ends": np.uint32, "page": np.uint32, "told": np.uint64}


class Store:
    """Writes and reads back prose. Opened anew in each process: file positions are not shared."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bounds: dict[str, NDArray[np.int64]] = {}
        self._files: dict[str, int] = {}
        self.prose = lru_cache(maxsize=REMEMBERED)(self._read)

    def told(self, place: int) -> NDArray[np.uint64]:
        """The names, numbers and long words of a report."""
        return self._part("told", place).astype(np.uint64, copy=False)

    def length(self, place: int) -> int:
        """Words of a report's page."""
        return int(self._bound("page")[place + 1] - self._bound("page")[place])

    def _read(self, place: int) -> Prose:
        ends = self._part("ends", place).astype(np.int64)
        return Prose(self._part("signs", place), ends, self._part("page", place), self.told(place))

    def _part(self, name: str, place: int) -> NDArray[Any]:
        kind = np.dtype(PARTS[name])
        first, after = self._bound(name)[place : place + 2].tolist()
        if name not in self._files:
            self._files[name] = os.open(self._folder / name, os.O_RDONLY)
        return np.frombuffer(os.pread(self._files[name], (after - first) * kind.itemsize, first * kind.itemsize), kind)

    def _bound(self, name: str) -> NDArray[np.int64]:
        if name not in self._bounds:
            self._bounds[name] = np.load(self._folder / f"{name}.npy")
        return self._bounds[name]


class Writer:
    """Writes prose, report after report."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = {name: (folder / name).open("wb", buffering=1 << 20) for name in PARTS}
        self._sizes: dict[str, list[NDArray[np.int64]]] = {name: [] for name in PARTS}

    def add(self, parts: Packed) -> None:
        """Write some reports."""
        for name, (body, sizes) in parts.items():
            self._files[name].write(body)
            self._sizes[name].append(sizes)

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        """Finish the files."""
        for name, stream in self._files.items():
            stream.close()
            sizes = np.concatenate([np.zeros(1, np.int64), *self._sizes[name]])
            np.save(self._folder / f"{name}.npy", np.cumsum(sizes))


def packed(proses: list[Prose]) -> Packed:
    """Some reports as bytes."""
    found: Packed = {}
    for name, kind in PARTS.items():
        arrays = [np.ascontiguousarray(getattr(one, name), kind) for one in proses]
        sizes = np.array([len(array) for array in arrays], np.int64)
        found[name] = (b"".join(array.tobytes() for array in arrays), sizes)
    return found
