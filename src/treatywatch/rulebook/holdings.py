"""The numbers of a treaty: what was declared (`holdings.yml`) and what was destroyed (`destroyed.yml`), cross-checked with its clauses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from treatywatch.errors import Fault, ShelfError
from treatywatch.model.clause import Elimination, Limit
from treatywatch.model.holdings import Declaration, Destruction
from treatywatch.model.law import Treaty
from treatywatch.shelf import Shelf

RULES = frozenset({"holding-twice", "holding-article", "destroyed-article", "destroyed-total", "number-source"})
"""The rules that these checks keep."""

HOLDINGS = "treaties/{id}/holdings.yml"
DESTROYED = "treaties/{id}/destroyed.yml"


def load_holdings(shelf: Shelf, treaty: Treaty) -> tuple[Declaration, ...]:
    """What the parties declared, by day and actor; empty where the shelf has none. Raises ShelfError with every fault."""
    path = HOLDINGS.format(id=treaty.id)
    if path not in shelf.files(f"treaties/{treaty.id}"):
        return ()
    rows = shelf.decode(path, tuple[Declaration, ...])
    _refuse(shelf, path, _of_holdings(rows, treaty, path))
    return tuple(sorted(rows, key=lambda row: (row.day.earliest, row.actor)))


def load_destroyed(shelf: Shelf, treaty: Treaty) -> Destruction | None:
    """What was destroyed under the treaty; None where the shelf tells nothing. Raises ShelfError with every fault."""
    path = DESTROYED.format(id=treaty.id)
    if path not in shelf.files(f"treaties/{treaty.id}"):
        return None
    told = shelf.decode(path, Destruction)
    _refuse(shelf, path, _of_destroyed(told, treaty, path))
    return told


def faults(shelf: Shelf, treaty: Treaty) -> tuple[Fault, ...]:
    """What the cross-checks find in both files; the faults of a single file are the lint's."""
    found: list[Fault] = []
    for load in (load_holdings, load_destroyed):
        try:
            load(shelf, treaty)
        except ShelfError as error:
            found += [fault for fault in error.faults if fault.rule in RULES]
    return tuple(found)


def treaties_with_classes(shelf: Shelf) -> tuple[str, ...]:
    """The ids of the treaties that define a class by a range, told from the files as they stand: no treaty is loaded for it."""
    return tuple(id for id in shelf.treaty_ids() if _has_classes(shelf, id))


def _has_classes(shelf: Shelf, id: str) -> bool:
    tree = shelf.tree(f"treaties/{id}/treaty.yml")
    clauses = tree.get("clauses", []) if isinstance(tree, dict) else []
    return any(isinstance(one, dict) and one.get("kind") == "definition" and "range" in one for one in clauses)


def _refuse(shelf: Shelf, path: str, faults: Iterator[Fault]) -> None:
    found = tuple(faults)
    if found:
        from treatywatch.rulebook.placing import placed  # only wanted where there are faults

        text = shelf.text(path)
        raise ShelfError(tuple(placed(fault, text, shelf.shown(path)) for fault in found))


def _of_holdings(rows: tuple[Declaration, ...], treaty: Treaty, file: str) -> Iterator[Fault]:
    limits = {one.article for one in treaty.clauses if isinstance(one, Limit)}
    for id, count in Counter(row.id for row in rows).items():
        if count > 1:
            yield Fault(file, 0, id, f"{id!r} twice", "each id once", "holding-twice")
    for row in rows:
        for article in (*(name for name, _ in row.counts), *(one.article for one in row.recounts)):
            if article not in limits:
                yield Fault(file, 0, f"{row.id} counts", repr(article), "the article of a limit", "holding-article")
        sources = (*row.source, *(name for one in row.recounts for name in one.source))
        yield from _sources(treaty, file, row.id, sources)


def _of_destroyed(told: Destruction, treaty: Treaty, file: str) -> Iterator[Fault]:
    articles = {one.article for one in treaty.clauses if isinstance(one, Elimination)}
    for row in told.types:
        if row.article not in articles:
            yield Fault(
                file, 0, f"{row.system} article", repr(row.article), "an article of elimination", "destroyed-article"
            )
        yield from _sources(treaty, file, row.system, row.source)
    for total in told.totals:
        found = sum(row.count for row in told.types if total.actor in (None, row.actor))
        if found != total.count:
            yield Fault(
                file,
                0,
                f"totals {total.actor or 'all'}",
                str(total.count),
                f"{found}, the sum of its types",
                "destroyed-total",
            )


def _sources(treaty: Treaty, file: str, field: str, names: tuple[str, ...]) -> Iterator[Fault]:
    for name in names:
        if "://" not in name and treaty.reference(name) is None:
            yield Fault(file, 0, f"{field} source", repr(name), "an id of references, or an address", "number-source")
