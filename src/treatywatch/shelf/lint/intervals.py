"""Rules on days: no interval ends before it begins, and an office for one person has one holder at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from treatywatch.dates import PlainDay
from treatywatch.model.actor import Office, Tenure
from treatywatch.shelf.lint.rule import Files, Found


def intervals(files: Files) -> Iterator[Found]:
    """Intervals that end before they begin, and terms that overlap."""
    for file, steps, noun in files.parts:
        since, until = getattr(noun, "since", None), getattr(noun, "until", None)
        if isinstance(since, PlainDay) and isinstance(until, PlainDay) and _reversed(since, until):
            yield Found(
                file, (*steps, "until"), f"{until}, with the start {since}", "an end after the start", "reversed"
            )
    for path, office in files.of(Office):
        if office.single_holder:
            yield from _overlaps(path, office)


def _reversed(since: PlainDay, until: PlainDay) -> bool:
    return until.latest < since.earliest or (since.exact and since == until)


def _overlaps(path: str, office: Office) -> Iterator[Found]:
    """Two terms that share a day for certain. Where one is acting or rough, it is a warning: both may have signed that day."""
    for (_, a), (index, b) in combinations(enumerate(office.holders), 2):
        if a.person != b.person and _surely_meet(a, b):
            shaky = a.approximate or b.approximate or a.capacity != "substantive" or b.capacity != "substantive"
            found = f"{b.name} in office together with {a.name}"
            severity = "warning" if shaky else "error"
            yield Found(path, ("holders", index, "since"), found, "one holder at a time", "overlap", severity)


def _surely_meet(a: Tenure, b: Tenure) -> bool:
    """Whether two terms share a day however their rough days fall."""
    if a.since is None or b.since is None:
        return False
    latest_start = max(a.since.latest, b.since.latest)
    ends = [tenure.until.earliest for tenure in (a, b) if tenure.until is not None]
    return all(latest_start < end for end in ends)
