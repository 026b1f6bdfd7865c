"""What the rules of lint share: the files as they see them, and how they tell what they found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from treatywatch.shelf.trees import Path


class Found(NamedTuple):
    """Something wrong in one file, at the steps that lead to the value."""

    file: str
    steps: Path
    found: str
    expected: str
    rule: str
    severity: str = "error"


@dataclass(frozen=True, slots=True)
class Files:
    """Every decoded file by its relative path; files that could not be decoded are missing."""

    nouns: Mapping[str, Any]

    def of(self, cls: type) -> Iterator[tuple[str, Any]]:
        """The files that hold one `cls`, with what they hold."""
        return ((path, noun) for path, noun in self.nouns.items() if isinstance(noun, cls))

    def under(self, path: str) -> Any:
        """What one file holds; None where it is missing."""
        return self.nouns.get(path)
