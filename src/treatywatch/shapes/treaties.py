"""Treaties of the shelf: sides, clauses, acts and history, each with its sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from treatywatch.dates import Period, PlainDay
from treatywatch.model.law import Act, ChronologyItem, Treaty


def plainly(value: Any) -> Any:
    """Any noun of the law as plain data: days as ISO text, enums by their word, nouns as objects."""
    if isinstance(value, PlainDay | date | Period | Enum):
        return value.isoformat() if isinstance(value, date) else value.value if isinstance(value, Enum) else str(value)
    if isinstance(value, tuple | list):
        return [plainly(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        kind = getattr(type(value), "kind", None)
        head = {"kind": kind} if isinstance(kind, str) else {}
        return {**head, **{each.name: plainly(getattr(value, each.name)) for each in fields(value)}}
    return value


def summary(treaty: Treaty) -> dict[str, Any]:
    """A treaty in a list."""
    return {
        "id": treaty.id,
        "name": treaty.name,
        "short": treaty.short,
        "form": treaty.form,
        "binding": treaty.binding,
        "structure": treaty.structure,
        "summary": treaty.summary,
        "depositary": treaty.depositary,
        "aliases": [alias.text for alias in treaty.aliases],
        "clauses": len(treaty.clauses),
        "acts": len(treaty.acts),
    }


def _with_sources(told: dict[str, Any], cited: Mapping[str, str]) -> dict[str, Any]:
    """The same with the names of references replaced by what they are."""
    for key, value in told.items():
        if key == "source" and isinstance(value, list):
            told[key] = [cited.get(name, name) for name in value]
        elif isinstance(value, list):
            told[key] = [_with_sources(item, cited) if isinstance(item, dict) else item for item in value]
    return told


def _act(treaty: str, act: Act) -> dict[str, Any]:
    """An act with the ids that `why` takes."""
    stops = f"act:{treaty}:{act.stops}" if act.stops else None
    return {**plainly(act), "id": f"act:{treaty}:{act.id}", "stops": stops}


def treaty(law: Treaty, chronology: Iterable[ChronologyItem] = ()) -> dict[str, Any]:
    """A treaty in full: its clauses and acts with their ids for `why`, and its sourced history."""
    general = law.general.references if law.general else ()
    cited = {reference.id: str(reference) for reference in (*law.references, *general)}
    told: dict[str, Any] = plainly(law)
    told.pop("general")
    told["clauses"] = [{"id": f"clause:{law.id}:{clause.article}", **plainly(clause)} for clause in law.clauses]
    told["acts"] = [_act(law.id, act) for act in law.acts]
    told["chronology"] = [plainly(item) for item in chronology]
    return _with_sources(told, cited)
