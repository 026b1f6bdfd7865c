"""Running every rule over a shelf."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from treatywatch.errors import Fault, ShelfError
from treatywatch.shelf.catalog import Shelf
from treatywatch.shelf.files import FOLDERS
from treatywatch.shelf.lint import contents_rules, intervals, naming
from treatywatch.shelf.lint.contents import LEXICON, contents
from treatywatch.shelf.lint.references import references
from treatywatch.shelf.lint.rule import Files, Found
from treatywatch.shelf.opening import open_shelf
from treatywatch.shelf.trees import Lines
from treatywatch.shelf.yamltext import parse


def lint(overlay: Path | None = None) -> tuple[Fault, ...]:
    """Every fault of the shipped shelf with `overlay` laid over it. Raises UsageError for a wrong overlay."""
    return lint_shelf(open_shelf(overlay))


def lint_shelf(shelf: Shelf) -> tuple[Fault, ...]:
    """Every fault of a shelf, by file and line: first what strict loading finds, then what the files say of each other.

    Where two files disagree, the one that a user lays over the shipped shelf is told.
    """
    paths = [path for folder in FOLDERS for path in shelf.files(folder)]
    faults: list[Fault] = []
    nouns: dict[str, Any] = {}
    for path in sorted(paths, key=shelf.is_laid_over):
        try:
            cls = contents(path)
            if cls is not None:
                nouns[path] = shelf.decode(path, cls)
            elif LEXICON.fullmatch(path):
                shelf.tree(path)
            else:
                faults.append(
                    Fault(shelf.shown(path), 1, "file", "a file of no known place", "see docs/shelf.md", "no-place")
                )
        except ShelfError as error:
            faults += error.faults
    faults += _placed(shelf, _rules(Files(nouns), nouns))
    return tuple(sorted(faults, key=lambda fault: (fault.file, fault.line, fault.field)))


def _rules(files: Files, nouns: dict[str, Any]) -> list[Found]:
    """What all rules find."""
    return [
        *naming.ids(files),
        *naming.aliases(files),
        *naming.shared_names(files),
        *references(files, known_ids(nouns)),
        *intervals.intervals(files),
        *contents_rules.words(files),
        *contents_rules.claims(files),
        *contents_rules.outlets(files),
    ]


def known_ids(nouns: dict[str, Any]) -> dict[str, frozenset[str]]:
    """The ids of a shelf by kind, from the names of its files and its offices' holders."""
    by_folder = {
        folder: frozenset(
            path.rpartition("/")[2].removesuffix(".yml") for path in nouns if path.startswith(f"{folder}/")
        )
        for folder in ("actors/states", "actors/organisations", "actors/offices", "outlets", "systems")
    }
    states, organisations, offices, outlets, systems = by_folder.values()
    persons = frozenset(
        tenure.person for path, noun in nouns.items() if path.startswith("actors/offices/") for tenure in noun.holders
    )
    folders = frozenset(
        path.split("/")[1] for path in nouns if path.startswith("treaties/") and path.endswith("/treaty.yml")
    )
    treaties = folders | frozenset(treaty.id for treaty in nouns.get("treaties/names.yml", ()))
    actors = states | organisations | persons
    everything = actors | offices | outlets | systems | treaties
    return {
        "state": states,
        "organisation": organisations,
        "actor": actors,
        "outlet": outlets,
        "system": systems,
        "treaty": treaties,
        "anything": everything,
    }


def _placed(shelf: Shelf, found: Iterable[Found]) -> Iterator[Fault]:
    """What the rules found, with the lines on which it stands."""
    lines: dict[str, Lines] = {}
    for one in found:
        if one.file not in lines:
            lines[one.file] = parse(shelf.text(one.file), shelf.shown(one.file)).lines
        named = ".".join(step for step in one.steps if isinstance(step, str)) or "file"
        line = lines[one.file].at(one.steps)
        yield Fault(shelf.shown(one.file), line, named, one.found, one.expected, one.rule, one.severity)
