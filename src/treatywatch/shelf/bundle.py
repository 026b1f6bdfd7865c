"""The compiled shelf: all data files as JSON trees in one file, with an index of names, so that a command starts at once.

Layout: a first line of JSON (the head), then the blobs. The head tells of every data file where its tree lies, and of which size and
age the YAML was; a checkout compiles anew when these differ. A file that is not well formed is left out and read from its YAML, so
that its faults are told with their lines. The wheel carries a bundle made when it was built.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from treatywatch.shelf.files import Stamp
    from treatywatch.shelf.trees import Tree

FORMAT = 1
"""Raise it when the layout changes; a bundle of another format is not read."""

NAME = "shelf.bundle"
CACHE = Path("build") / "shelf" / NAME
"""Where a checkout keeps its bundle, under its root; not under version control."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A compiled shelf in memory: `data` from `start` on holds the blobs that `head` points into."""

    head: dict[str, Any]
    data: bytes
    start: int

    @property
    def version(self) -> str:
        """The hash of the YAML files' contents."""
        return str(self.head["version"])

    @property
    def paths(self) -> Mapping[str, Any]:
        """The data files that it holds."""
        found: dict[str, Any] = self.head["files"]
        return found

    def tree(self, path: str) -> Tree:
        """The tree of one data file."""
        loaded: Tree = self._blob(self.head["files"][path][:2])
        return loaded

    def index(self, name: str) -> Any:
        """One of the indexes that were compiled beside the trees; None where it could not be made."""
        place = self.head["indexes"].get(name)
        return None if place is None else self._blob(place)

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of every data file, also of those that are not well formed."""
        found: dict[str, str] = self._blob(self.head["digests"])
        return found

    def _blob(self, place: Iterable[int]) -> Any:
        offset, length = place
        begin = self.start + offset
        return json.loads(self.data[begin : begin + length])

    def is_of(self, stamps: Mapping[str, Stamp], code: str) -> bool:
        """Whether it was compiled from files of these sizes and ages, by this code."""
        told = self.head["stamps"]
        if self.head["code"] != code or len(told) != len(stamps):
            return False
        return all(told.get(path) == list(stamp) for path, stamp in stamps.items())


def read(path: Path) -> Bundle | None:
    """The bundle in a file; None where there is none, or one of another format, or a torn one."""
    try:
        data = path.read_bytes()
        end = data.index(b"\n")
        head = json.loads(data[:end])
        return (
            Bundle(head, data, end + 1)
            if head.get("format") == FORMAT and head["size"] == len(data) - end - 1
            else None
        )
    except (OSError, ValueError, KeyError, AttributeError):
        return None


def write(bundle: Bundle, path: Path) -> None:
    """Write the bundle, whole or not at all; where the folder cannot be written, do without."""
    import tempfile  # only wanted here, and slow to load

    head = json.dumps(bundle.head, separators=(",", ":")).encode()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=NAME)
        with os.fdopen(handle, "wb") as file:
            file.write(head + b"\n" + bundle.data[bundle.start :])
        Path(temporary).replace(path)


class Writer:
    """Lays blobs one behind the other."""

    def __init__(self, blobs: list[bytes] | None = None) -> None:
        self.blobs = blobs or []
        self.size = sum(len(blob) for blob in self.blobs)

    def add(self, value: Any) -> list[int]:
        """Lay one value down; answers its offset and length."""
        blob = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        place = [self.size, len(blob)]
        self.blobs.append(blob)
        self.size += len(blob)
        return place
