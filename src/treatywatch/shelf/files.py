"""Where the data files are: the checkout's folders, the installed package's own copy, and a user's overlay laid over them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypeAlias

from treatywatch.errors import Fault, ShelfError, UsageError

FOLDERS = ("treaties", "systems", "actors", "outlets", "lexicon")
"""The folders of a shelf; `examples` lies beside them and is no part of it."""

_PACKAGE = Path(__file__).resolve().parents[1]
INSTALLED = _PACKAGE / "_data"
"""The data of an installed package, put there when the wheel is built."""


Stamp: TypeAlias = tuple[int, int]
"""What tells cheaply whether a file has changed: its size, and when it was written (ns)."""


def home() -> Path:
    """The folder that holds the shipped data: the package's own copy, or the checkout's root. Raises ShelfError if neither is there."""
    if INSTALLED.is_dir():
        return INSTALLED
    checkout = _PACKAGE.parents[1]
    if (checkout / "treaties").is_dir():
        return checkout
    found = "no folder treaties"
    raise ShelfError((Fault(str(checkout), 0, "shelf", found, "the data of the wheel or of a checkout", "no-shelf"),))


def overlay_root(folder: Path) -> Path:
    """The user's folder, checked. Raises UsageError where it is no folder or holds none of the shelf's folders."""
    if not folder.is_dir():
        raise UsageError(f"{folder}: found no folder, expected one with {', '.join(FOLDERS)}; check --shelf")
    if not any((folder / name).is_dir() for name in FOLDERS):
        raise UsageError(
            f"{folder}: found none of the folders {', '.join(FOLDERS)}, expected at least one; check --shelf"
        )
    return folder


def stamps(root: Path) -> dict[str, Stamp]:
    """Every data file (`*.yml`, `*.csv`) under `root` by its relative path, sorted, with its stamp. Hidden files are passed over."""
    found: dict[str, Stamp] = {}
    for folder in FOLDERS:
        _collect(root / folder, folder, found)
    return dict(sorted(found.items()))


def _collect(folder: Path, relative: str, found: dict[str, Stamp]) -> None:
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = f"{relative}/{entry.name}"
            if entry.is_dir():
                _collect(folder / entry.name, path, found)
            elif entry.name.endswith((".yml", ".csv")):
                stat = entry.stat()
                found[path] = (stat.st_size, stat.st_mtime_ns)


def read(root: Path, relative: str, shown: str | None = None) -> str:
    """The text of one data file. Raises ShelfError where it cannot be read as UTF-8; faults name `shown`."""
    name = shown or relative
    try:
        return (root / relative).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        found = f"the byte 0x{error.object[error.start]:02x}"
        raise ShelfError((Fault(name, line, "file", found, "UTF-8 text", "encoding"),)) from error
    except OSError as error:
        found = error.strerror or "an error"
        raise ShelfError((Fault(name, 0, "file", found.lower(), "a file that can be read", "unreadable"),)) from error


def digest(root: Path, relative: str) -> str:
    """The SHA-256 of one data file, with line ends as on Unix, so that a checkout on any system has the same."""
    import hashlib  # slow to load, and only wanted where something is compiled or laid over

    return hashlib.sha256((root / relative).read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def version_of(digests: dict[str, str]) -> str:
    """The version of a shelf: twelve digits of the hash over its files' names and hashes."""
    import hashlib  # as above

    lines = "".join(f"{path} {value}\n" for path, value in sorted(digests.items()))
    return hashlib.sha256(lines.encode()).hexdigest()[:12]
