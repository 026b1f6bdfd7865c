"""Plain trees: what a data file says before the declared types read it, and on which lines it says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
"""A YAML value: text, list or mapping. An absent value (`key:`, `~`, `null`) is the empty text."""

Path: TypeAlias = tuple[str | int, ...]
"""The way from the top of a file to a value: keys and list positions."""


@dataclass(slots=True)
class Lines:
    """The line on which a value begins, and those of what stands in it (`keys`: the lines of a mapping's keys)."""

    line: int
    items: list[Lines] = field(default_factory=list)
    values: dict[str, Lines] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)

    def at(self, path: Path) -> int:
        """The line of the value at `path`; of its nearest parent where it is missing."""
        here, line = self, self.line
        for step in path:
            if isinstance(step, int) and step < len(here.items):
                here = here.items[step]
                line = here.line
            elif isinstance(step, str) and step in here.values:
                line, here = here.keys[step], here.values[step]
            else:
                break
        return line
