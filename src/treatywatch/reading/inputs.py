"""Which files are meant by the paths given, and their bytes: nothing hidden, nothing outside the folder, nothing that blocks."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from treatywatch.errors import RefusedError
from treatywatch.model.report import Refused
from treatywatch.reading.limits import LARGEST_INPUT

STDIN = "-"
_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a character device",
    stat.S_IFBLK: "a block device",
    stat.S_IFDIR: "a folder",
}


@dataclass(frozen=True, slots=True)
class Input:
    """One file to be read. `inside` is the folder that it must not lead out of, where it was found in one."""

    path: str
    inside: Path | None = None


def find_inputs(paths: Iterable[str | Path]) -> Iterator[Input | Refused]:
    """List the files behind `paths`: folders recursively, in name order, without hidden ones."""
    for path in paths:
        name = str(path)
        if name != STDIN and Path(name).is_dir():
            yield from _in_folder(Path(name))
        else:
            yield Input(name)


def _in_folder(folder: Path) -> Iterator[Input | Refused]:
    """Every file below `folder`. Links to folders are not followed: what they hold inside is met where it stands."""
    root = folder.resolve()
    found = False
    for item in _walk(folder):
        found = True
        if isinstance(item, Refused):
            yield item
        elif item.is_symlink() and not _is_within(item, root):
            yield Refused(
                str(item), f"link: found one that leads out of {folder}, expected a file inside; read its target itself"
            )
        elif not (item.is_symlink() and item.is_dir()):
            yield Input(str(item), root)
    if not found:
        yield Refused(
            str(folder), "folder: found no file, expected texts, saved pages or PDF; name a folder that holds some"
        )


def _walk(folder: Path) -> Iterator[Path | Refused]:
    try:
        items = sorted(folder.iterdir())
    except OSError as error:
        yield Refused(
            str(folder), f"folder: found one that cannot be listed ({error.strerror}), expected read permission"
        )
        return
    for item in items:
        if item.name.startswith("."):
            continue
        if item.is_dir() and not item.is_symlink():
            yield from _walk(item)
        else:
            yield item


def _is_within(item: Path, root: Path) -> bool:
    try:
        return item.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):  # a broken link, or a loop of links
        return False


def load(item: Input) -> bytes:
    """The bytes of one input; RefusedError where there are none to be had, too many, or they would never end."""
    data = sys.stdin.buffer.read(LARGEST_INPUT + 1) if item.path == STDIN else _load_file(item)
    if len(data) > LARGEST_INPUT:
        raise RefusedError(f"size: found more than {LARGEST_INPUT // 1_000_000} MB, expected at most that; split it")
    if not data:
        raise RefusedError("content: found an empty file, expected text")
    return data


def _load_file(item: Input) -> bytes:
    if item.path.startswith(("http://", "https://")):
        raise RefusedError("address: found a web address, expected a file; save the page and read that")
    try:
        # O_NONBLOCK: opening a pipe must not wait for somebody to write into it.
        handle = os.open(item.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        raise RefusedError(_cannot_open(item.path, error)) from error
    with os.fdopen(handle, "rb") as stream:
        mode = os.fstat(handle).st_mode
        if not stat.S_ISREG(mode):
            raise RefusedError(f"file: found {_KINDS.get(stat.S_IFMT(mode), 'no plain file')}, expected a plain file")
        try:
            return stream.read(LARGEST_INPUT + 1)
        except OSError as error:
            raise RefusedError(
                f"file: found one that cannot be read ({error.strerror}), expected a readable file"
            ) from error


def _cannot_open(path: str, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "file: found nothing of this name, expected a file; check the path"
    if isinstance(error, PermissionError):
        return "file: found no permission to read it, expected a readable file; change its mode"
    return f"file: found one that cannot be opened ({error.strerror}), expected a readable file"
