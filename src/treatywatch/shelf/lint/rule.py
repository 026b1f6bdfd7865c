"""What the rules of lint share: the files as they see them, and how they tell what they found."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any, NamedTuple, cast

from treatywatch.dates import PlainDay
from treatywatch.shelf.trees import Path


class Found(NamedTuple):
    """Something wrong in one file, at the steps that lead to the value."""

    file: str
    steps: Path
    found: str
    expected: str
    rule: str
    severity: str = "error"


class Part(NamedTuple):
    """A noun in a file, the file's own or one inside it, and the steps that lead to it."""

    file: str
    steps: Path
    noun: Any


class Files:
    """Every decoded file by its relative path; files that could not be decoded are missing."""

    def __init__(self, nouns: Mapping[str, Any]) -> None:
        self.nouns = nouns

    def of(self, cls: type) -> Iterator[tuple[str, Any]]:
        """The files that hold one `cls`, with what they hold."""
        return ((path, noun) for path, noun in self.nouns.items() if isinstance(noun, cls))

    def under(self, path: str) -> Any:
        """What one file holds; None where it is missing."""
        return self.nouns.get(path)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every noun of every file."""
        return tuple(Part(path, steps, noun) for path, whole in self.nouns.items() for steps, noun in _nouns(whole, ()))


def _nouns(value: Any, steps: Path) -> Iterator[tuple[Path, Any]]:
    """The nouns in a value: itself, if it is one, and those in its fields."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            if not isinstance(item, str):
                yield from _nouns(item, (*steps, index))
        return
    yield steps, value
    for name in _field_names(cast(Any, type(value))):
        held = getattr(value, name)
        if isinstance(held, tuple) or _field_names(cast(Any, type(held))):
            yield from _nouns(held, (*steps, name))


@cache
def _field_names(cls: Any) -> tuple[str, ...]:
    """The fields of a dataclass; none of other types, nor of days, which are values."""
    if cls is PlainDay or not dataclasses.is_dataclass(cls):
        return ()
    return tuple(field.name for field in dataclasses.fields(cls))
