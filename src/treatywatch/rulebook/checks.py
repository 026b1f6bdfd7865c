"""Cross-checks between a treaty's files: what a single file cannot show to be wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from treatywatch.errors import Fault, ShelfError
from treatywatch.model.clause import Clause
from treatywatch.model.law import Act, Treaty

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
"""A reference's id; any other source is text or an address."""


RULES = frozenset(
    {
        "id-of-folder",
        "duplicate",
        "unknown-member",
        "verified",
        "unknown-act",
        "unknown-article",
        "missing-day",
        "order-of-days",
        "missing-source",
        "unknown-reference",
    }
)
"""The rules that these checks keep."""


def check(treaty: Treaty, folder: str) -> None:
    """Raise ShelfError with every contradiction between the files of `treaties/FOLDER`."""
    faults = (
        *_of_treaty(treaty, f"treaties/{folder}/treaty.yml", folder),
        *_of_observances(treaty, f"treaties/{folder}/treaty.yml"),
        *_of_acts(treaty, f"treaties/{folder}/acts.yml"),
    )
    if faults:
        raise ShelfError(faults)


def _of_treaty(treaty: Treaty, file: str, folder: str) -> Iterator[Fault]:
    if treaty.id != folder:
        yield Fault(file, 1, "id", repr(treaty.id), f"the folder's name {folder!r}", "id-of-folder")
    for clause in treaty.clauses:
        yield from _sources(treaty, file, f"clauses {clause.article}", clause.source)
        yield from _reading(file, clause)
        yield from _met_by(treaty, file, clause)
    for name in _twice(f"{clause.kind} {clause.article}" for clause in treaty.clauses):
        yield Fault(file, 0, "clauses", f"{name} twice", "each kind once per article", "duplicate")
    for name in _twice(one.id for one in treaty.references):
        yield Fault(file, 0, "references", f"{name!r} twice", "each id once", "duplicate")
    for reading in treaty.bound_readings:
        yield from _sources(treaty, file, f"bound_readings {reading.id}", reading.source)
        side = next((one for one in treaty.sides if one.id == reading.side), None)
        known = {member.actor for member in side.members} if side else set()
        for actor in reading.members:
            if actor not in known:
                yield Fault(
                    file, 0, f"bound_readings {reading.id}", repr(actor), "a member of its side", "unknown-member"
                )


def _of_observances(treaty: Treaty, file: str) -> Iterator[Fault]:
    """Who keeps to the treaty without a bond: with a source, and with an end after the beginning."""
    for kept in treaty.observances:
        field = f"observances {' '.join(kept.actors)}"
        yield from _sources(treaty, file, field, kept.source)
        if kept.until is not None and kept.until.earliest <= kept.since.latest:
            yield Fault(file, 0, field, f"until {kept.until}", f"a day after {kept.since}", "order-of-days")


def _reading(file: str, clause: Clause) -> Iterator[Fault]:
    """Verified means read in a text or a verbatim quotation, nothing less."""
    if clause.verified != (clause.level in ("text", "quotation")):
        found = f"verified: {str(clause.verified).lower()} with level {clause.level}"
        yield Fault(
            file, 0, f"clauses {clause.article}", found, "verified only where text or quotation was read", "verified"
        )


def _met_by(treaty: Treaty, file: str, clause: Clause) -> Iterator[Fault]:
    acts = {act.id for act in treaty.acts}
    for rule in clause.clocks:
        for name in (*rule.met_by, *rule.held):
            if name not in acts:
                yield Fault(
                    file, 0, f"clauses {clause.article} {rule.id}", repr(name), "an act of acts.yml", "unknown-act"
                )


def _of_acts(treaty: Treaty, file: str) -> Iterator[Fault]:
    articles = {clause.article for clause in treaty.clauses}
    articles |= {clause.article for clause in treaty.general.clauses} if treaty.general else set()
    ids = {act.id for act in treaty.acts}
    for name in _twice(act.id for act in treaty.acts):
        yield Fault(file, 0, "id", f"{name!r} twice", "each id once", "duplicate")
    for act in treaty.acts:
        if act.row is not None:
            continue
        yield from _sources(treaty, file, act.id, act.source)
        yield from _days(file, act)
        for article in act.invokes:
            if article not in articles:
                yield Fault(file, 0, f"{act.id} invokes", repr(article), "an article with a clause", "unknown-article")
        if act.stops is not None and act.stops not in ids:
            yield Fault(file, 0, f"{act.id} stops", repr(act.stops), "an act of this file", "unknown-act")


def _days(file: str, act: Act) -> Iterator[Fault]:
    """An act has a day, and its days come in their order: announced, notified, received, effective."""
    days = [
        (name, day)
        for name, day in (
            ("announced", act.announced),
            ("notified", act.notified),
            ("received", act.received),
            ("effective", act.effective),
        )
        if day is not None
    ]
    if not days:
        yield Fault(
            file, 0, act.id, "no day", "at least one of announced, notified, received, effective", "missing-day"
        )
    for (first, before), (second, after) in pairwise(days):
        if before.earliest > after.latest:
            yield Fault(file, 0, f"{act.id} {second}", str(after), f"no day before {first} {before}", "order-of-days")


def _sources(treaty: Treaty, file: str, field: str, names: Iterable[str]) -> Iterator[Fault]:
    names = tuple(names)
    if not names:
        yield Fault(file, 0, field, "no source", "a source", "missing-source")
    for name in names:
        if _NAME.match(name) and treaty.reference(name) is None:
            yield Fault(
                file, 0, f"{field} source", repr(name), "an id of references, or an address", "unknown-reference"
            )


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
