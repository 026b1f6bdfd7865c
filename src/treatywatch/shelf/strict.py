"""Strict decoding: a plain tree (see yamltext) into frozen dataclasses, by their annotations alone.

The declared type reads the text. Unknown keys, wrong types, missing keys, missing sources, impossible dates and empty values are
faults; all faults of a file are collected and raised at once. A class may say more about itself:

- `parse(text)` as a classmethod reads it from one scalar, and only so (raise ValueError to refuse);
- `EXPECTS: ClassVar[str]` is its expectation in messages ("a period such as {months: 6}");
- `kind: ClassVar[str]` tells the members of a union of dataclasses apart by the key `kind`;
- a field's `metadata={"key": "from"}` is its key in the file, where Python reserves the word.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar, Union, cast, get_args, get_origin

from treatywatch.errors import ShelfError
from treatywatch.shelf.expectations import (
    describe,
    expectation,
    fields_of,
    has_default,
    hints_of,
    list_of,
    one_of,
    vocabulary_of,
)
from treatywatch.shelf.scalars import MISSING, SCALARS, Decoder, Faults, vocabulary

if TYPE_CHECKING:
    from treatywatch.shelf.trees import Lines, Path, Tree

T = TypeVar("T")


def load(text: str, cls: type[T], file: str) -> T:
    """Decode YAML `text` into `cls` (a dataclass, or `tuple[X, ...]`). Raises ShelfError with every fault found."""
    from treatywatch.shelf.yamltext import parse  # a compiled shelf needs no YAML, which is slow to load

    document = parse(text, file)
    return decode(document.tree, cls, file, document.lines)


def decode(tree: Tree, cls: type[T], file: str, lines: Lines | None = None) -> T:
    """Decode a plain tree into `cls`. Raises ShelfError; without `lines` every fault stands on line 0."""
    faults = Faults(file, lines)
    value = decoder(cast(Any, cls))(tree, (), faults)
    if faults.found:
        raise ShelfError(tuple(sorted(faults.found, key=lambda fault: fault.line)))
    return cast(T, value)


@cache
def decoder(declared: Any) -> Decoder:
    """The decoder of a declared type. Raises TypeError for a type that no data file can carry: a fault of ours."""
    if declared in SCALARS:
        return SCALARS[declared]
    origin = get_origin(declared)
    if origin in (Union, types.UnionType):
        return _union(get_args(declared))
    if origin in _CONTAINERS:
        return _CONTAINERS[origin](get_args(declared))
    words = vocabulary_of(declared)
    if words:
        return vocabulary(words, str if origin is Literal else declared)
    if dataclasses.is_dataclass(declared) or hasattr(declared, "parse"):
        return _dataclass(cast(type, declared))
    raise TypeError(f"{declared!r}: no data file can carry this type")


# --- Lists and mappings ------------------------------------------------------------------------------------------


def _tuple(arguments: tuple[Any, ...]) -> Decoder:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        item = arguments[0]
        if get_origin(item) is tuple and len(get_args(item)) == 2 and get_args(item)[1] is not Ellipsis:
            return _pairs(get_args(item))
        return _sequence(item, tuple)
    return _fixed(arguments)


def _sequence(item: Any, make: Callable[[list[Any]], Any]) -> Decoder:
    """A list of any length."""
    take_item, what = None, list_of(item)

    def take(tree: Tree, path: Path, faults: Faults) -> Any:
        nonlocal take_item
        if not isinstance(tree, list):
            return faults.add(path, describe(tree), what, "empty" if tree == "" else "wrong-type")
        take_item = take_item or decoder(item)
        return make([take_item(entry, (*path, index), faults) for index, entry in enumerate(tree)])

    return take


def _fixed(arguments: tuple[Any, ...]) -> Decoder:
    """A list of exactly so many values."""
    what = f"a list of {len(arguments)} values"

    def take(tree: Tree, path: Path, faults: Faults) -> Any:
        if not isinstance(tree, list) or len(tree) != len(arguments):
            return faults.add(path, describe(tree), what, "wrong-type")
        rows = enumerate(zip(arguments, tree, strict=True))
        return tuple(decoder(declared)(entry, (*path, index), faults) for index, (declared, entry) in rows)

    return take


def _pairs(arguments: tuple[Any, ...], make: Callable[[list[Any]], Any] = tuple) -> Decoder:
    """Pairs (key, value) from a mapping, in the file's order."""
    take_key, take_value = (decoder(argument) for argument in arguments)

    def take(tree: Tree, path: Path, faults: Faults) -> Any:
        if not isinstance(tree, dict):
            return faults.add(path, describe(tree), "a mapping", "empty" if tree == "" else "wrong-type")
        steps = ((key, value, (*path, key)) for key, value in tree.items())
        return make([(take_key(key, step, faults), take_value(value, step, faults)) for key, value, step in steps])

    return take


_CONTAINERS: dict[Any, Callable[[tuple[Any, ...]], Decoder]] = {
    tuple: _tuple,
    frozenset: lambda arguments: _sequence(arguments[0], frozenset),
    dict: lambda arguments: _pairs(arguments, dict),
    Mapping: lambda arguments: _pairs(arguments, dict),
}


# --- Unions ------------------------------------------------------------------------------------------------------


def _union(arguments: tuple[Any, ...]) -> Decoder:
    """`X | None` (None: leave the key out), or dataclasses told apart by `kind`, with at most one scalar beside them."""
    members = tuple(argument for argument in arguments if argument is not types.NoneType)
    if len(members) == 1:
        return decoder(members[0])
    kinds = {getattr(member, "kind", None): member for member in members if dataclasses.is_dataclass(member)}
    scalars = [decoder(member) for member in members if not dataclasses.is_dataclass(member)]
    if None in kinds or len(scalars) > 1:
        raise TypeError(f"{arguments!r}: a union needs dataclasses with a `kind`, and at most one other type")
    words = tuple(str(kind) for kind in kinds)

    def take(tree: Tree, path: Path, faults: Faults) -> Any:
        if not isinstance(tree, dict) and scalars:
            return scalars[0](tree, path, faults)
        if not isinstance(tree, dict):
            return faults.add(path, describe(tree), f"a mapping with kind: {one_of(words)}", "wrong-type")
        kind = tree.get("kind", "")
        if not isinstance(kind, str) or kind not in kinds:
            rule = "unknown-kind" if kind else "missing-key"
            told = kind if isinstance(kind, str) else ""
            return faults.add((*path, "kind"), describe(kind), one_of(words, told), rule)
        return decoder(cast(Any, kinds[kind]))(tree, path, faults)

    return take


# --- Dataclasses -------------------------------------------------------------------------------------------------


class _Dataclass:
    """Decodes one dataclass; its fields' decoders are made at first use, so that classes may refer to each other."""

    def __init__(self, cls: type) -> None:
        self.cls = cls
        self.expected = expectation(cls)
        self.reader: Callable[[str], Any] | None = getattr(cls, "parse", None)
        self.kind = getattr(cls, "kind", None) if _is_class_variable(cls, "kind") else None
        self.fields = fields_of(cls) if dataclasses.is_dataclass(cls) else ()
        self.absent = [one.name for _, required, one in self.fields if not required and not has_default(one)]
        self.takers: dict[str, tuple[str, Decoder]] | None = None

    def __call__(self, tree: Tree, path: Path, faults: Faults) -> Any:
        """Take one value."""
        if isinstance(tree, str) and tree and self.reader is not None:
            return self._read(self.reader, tree, path, faults)
        if not isinstance(tree, dict) or self.reader is not None:
            return faults.add(path, describe(tree), self.expected, "empty" if tree == "" else "wrong-type")
        before = len(faults.found)
        values = self._values(tree, path, faults)
        if len(faults.found) > before:
            return MISSING
        try:
            return self.cls(**values)
        except ValueError as error:
            return faults.add(path, str(error), self.expected, "wrong-value")

    def _read(self, reader: Callable[[str], Any], text: str, path: Path, faults: Faults) -> Any:
        try:
            return reader(text)
        except ValueError as error:
            expected = str(error).rpartition("expected ")[2] if "expected " in str(error) else self.expected
            rule = "impossible-date" if "day" in expected else "wrong-type"
            return faults.add(path, describe(text), getattr(self.cls, "EXPECTS", expected), rule)

    def _values(self, tree: dict[str, Tree], path: Path, faults: Faults) -> dict[str, Any]:
        takers = self.takers or self._prepare()
        values: dict[str, Any] = dict.fromkeys(self.absent)
        for key, value in tree.items():
            taker = takers.get(key)
            if taker is not None:
                values[taker[0]] = taker[1](value, (*path, key), faults)
            elif not (key == "kind" and value == self.kind):
                self._unknown(key, path, faults)
        for key, required, _ in self.fields:
            if required and key not in tree:
                rule = "missing-source" if key == "source" else "missing-key"
                expected = "a source" if key == "source" else expectation(self._hint(key))
                faults.add((*path, key), "no such key", expected, rule)
        return values

    def _prepare(self) -> dict[str, tuple[str, Decoder]]:
        hints = hints_of(self.cls)
        self.takers = {key: (one.name, decoder(hints[one.name])) for key, _, one in self.fields}
        return self.takers

    def _hint(self, key: str) -> Any:
        return hints_of(self.cls)[next(one.name for name, _, one in self.fields if name == key)]

    def _unknown(self, key: str, path: Path, faults: Faults) -> None:
        expected = one_of(tuple(name for name, _, _ in self.fields), key)
        faults.add((*path, key), f"the unknown key {key!r}", expected, "unknown-key")


def _is_class_variable(cls: type, name: str) -> bool:
    return dataclasses.is_dataclass(cls) and hasattr(cls, name) and get_origin(hints_of(cls).get(name)) is ClassVar


def _dataclass(cls: type) -> Decoder:
    return _Dataclass(cls)
