"""YAML as text: nodes become plain trees in which every scalar is text, beside a tree of line numbers.

Nothing is guessed from a scalar's looks, so `no` stays Norway, `on` stays a key and `10.10` keeps its zero; the declared type of a
field reads it later. Anchors, tags, duplicate keys, several documents and deep nesting are faults: a data file needs none of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from treatywatch.errors import Fault, ShelfError
from treatywatch.shelf import tables
from treatywatch.shelf.trees import Lines, Tree

MAX_DEPTH = 24
"""Deeper than any file of ours (8); keeps hostile nesting from exhausting the stack."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its plain tree and its lines."""

    tree: Tree
    lines: Lines


def parse(text: str, file: str) -> Document:
    """Read the one YAML document of `text`, or a table (`*.csv`). Raises ShelfError with every fault of form, by line."""
    if file.endswith(tables.SUFFIX):
        return Document(*tables.parse(text, file))
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.faults.append(_syntax(error, file))
    except UnicodeEncodeError:
        builder.faults.append(Fault(file, 1, "file", "text that is not Unicode", "UTF-8 text", "yaml-syntax"))
    document = builder.document
    if document is None and not builder.faults:
        builder.faults.append(Fault(file, 1, "file", "nothing", "a YAML document", "empty"))
    if document is None or builder.faults:
        raise ShelfError(tuple(builder.faults))
    return document


def _syntax(error: yaml.YAMLError, file: str) -> Fault:
    """The fault that says what the YAML parser stumbled over."""
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "a broken line")
    begun = getattr(error, "context_mark", None)
    found = problem.removeprefix("found ") + (
        f" after line {begun.line + 1}" if begun and mark and begun.line < mark.line else ""
    )
    return Fault(file, mark.line + 1 if mark else 1, "file", found, "well-formed YAML", "yaml-syntax")


def _line(event: yaml.Event) -> int:
    """The line on which a node begins, counted from 1."""
    return event.start_mark.line + 1 if event.start_mark else 1


class _Builder:
    """Builds tree and lines from the parser's events, without recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.document: Document | None = None
        self._open: list[tuple[Tree, Lines]] = []
        self._keys: list[tuple[str, int] | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self._fault(event, "a second document", "one document in a file", "yaml-syntax")
        elif isinstance(event, yaml.AliasEvent):
            self._fault(event, f"the alias *{event.anchor}", "the value written out", "anchor")
            self._place("", Lines(_line(event)))
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            self._check_plain(event)
            self._start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            tree, lines = self._open.pop()
            self._keys.pop()
            if not self._open and self._documents == 1:
                self.document = Document(tree, lines)

    def _check_plain(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Anchors and tags are refused: they hide what a field says."""
        if event.anchor is not None:
            self._fault(event, f"the anchor &{event.anchor}", "the value written out", "anchor")
        if event.tag is not None:
            self._fault(event, f"the tag {event.tag}", "a plain value", "tag")

    def _start(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            plain_null = event.implicit[0] and event.value in _NULLS
            self._place("" if plain_null else event.value, Lines(line), scalar=True)
            return
        tree: Tree = {} if isinstance(event, yaml.MappingStartEvent) else []
        lines = Lines(line)
        self._place(tree, lines)
        self._open.append((tree, lines))
        self._keys.append(None)
        if len(self._open) > MAX_DEPTH:
            found = f"nesting deeper than {MAX_DEPTH} levels"
            raise ShelfError((Fault(self.file, line, "file", found, "a flat file", "yaml-syntax"),))

    def _place(self, tree: Tree, lines: Lines, scalar: bool = False) -> None:
        """Put a value where it belongs: at the top, into the open list, or as key or value of the open mapping."""
        if not self._open:
            if scalar and self._documents == 1:
                self.document = Document(tree, lines)
            return
        parent, parent_lines = self._open[-1]
        if isinstance(parent, list):
            parent.append(tree)
            parent_lines.items.append(lines)
        elif isinstance(parent, dict):
            self._place_in_mapping(parent, parent_lines, tree, lines)

    def _place_in_mapping(self, parent: dict[str, Tree], parent_lines: Lines, tree: Tree, lines: Lines) -> None:
        key = self._keys[-1]
        if key is None:
            if not isinstance(tree, str):
                self.faults.append(
                    Fault(self.file, lines.line, "key", "a list or mapping", "text as a key", "yaml-syntax")
                )
                tree = f"?{lines.line}"
            self._keys[-1] = (tree, lines.line)
            return
        name, line = key
        if name in parent:
            first = parent_lines.keys[name]
            found = f"the key a second time (first on line {first})"
            self.faults.append(Fault(self.file, line, name, found, "each key once", "duplicate-key"))
        parent[name] = tree
        parent_lines.values[name] = lines
        parent_lines.keys[name] = line
        self._keys[-1] = None

    def _fault(self, event: yaml.Event, found: str, expected: str, rule: str) -> None:
        self.faults.append(Fault(self.file, _line(event), "file", found, expected, rule))
