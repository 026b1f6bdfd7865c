"""Compiling the shelf: every YAML file into the bundle, with the indexes of names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from treatywatch.errors import ShelfError
from treatywatch.shelf import files
from treatywatch.shelf.bundle import FORMAT, Bundle, Writer
from treatywatch.shelf.catalog import Shelf
from treatywatch.shelf.files import Stamp
from treatywatch.shelf.naming import Naming
from treatywatch.shelf.trees import Tree
from treatywatch.shelf.yamltext import parse


def compile_shelf(home: Path, code: str = "", former: Bundle | None = None) -> Bundle:
    """Compile the YAML files under `home`. Never raises ShelfError: a broken file is left out, and then there are no indexes.

    Trees of files that have not changed are taken from a `former` bundle.
    """
    trees = _compile_trees(home, files.stamps(home), code, former)
    try:
        indexes = Naming(Shelf(home, trees)).index()
    except ShelfError:
        return trees
    writer = Writer([trees.data])
    placed = {name: writer.add(index) for name, index in indexes.items()}
    return Bundle({**trees.head, "indexes": placed, "size": writer.size}, b"".join(writer.blobs), 0)


def _compile_trees(root: Path, stamps: Mapping[str, Stamp], code: str, former: Bundle | None) -> Bundle:
    """The bundle of all well-formed files, without indexes."""
    writer = Writer()
    placed: dict[str, list[int]] = {}
    for path, stamp in stamps.items():
        tree = _tree(root, path, stamp, former)
        if tree is not None:
            placed[path] = writer.add(tree)
    digests = {path: files.digest(root, path) for path in stamps}
    head = {
        "format": FORMAT,
        "version": files.version_of(digests),
        "code": code,
        "files": placed,
        "stamps": {path: list(stamp) for path, stamp in stamps.items()},
        "digests": writer.add(digests),
        "indexes": {},
        "size": writer.size,
    }
    return Bundle(head, b"".join(writer.blobs), 0)


def _tree(root: Path, path: str, stamp: Stamp, former: Bundle | None) -> Tree | None:
    """The tree of one file, from the former bundle if the file has not changed; None for a broken file."""
    if former is not None and path in former.paths and former.head["stamps"].get(path) == list(stamp):
        return former.tree(path)
    try:
        return parse(files.read(root, path), path).tree
    except ShelfError:
        return None
