"""Whose text a report carries: its own credit, its outlet where that is a wire, or what its kin credit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from treatywatch.model.actor import Outlet
from treatywatch.model.report import Report


def told_origin(report: Report, outlets: Mapping[str, Outlet]) -> str | None:
    """The outlet that the report itself tells as its text's origin: whom it credits, else itself where it is a wire."""
    if report.credit is not None:
        return report.credit.outlet
    own = outlets.get(report.outlet) if report.outlet else None
    return own.id if own and own.is_wire else None


def common_origin(reports: Sequence[Report], outlets: Mapping[str, Outlet]) -> str | None:
    """The origin that kindred reports tell; None where none tells, or where they tell several and nothing decides.

    Of several, in this order: the one whose own text is here, no later than the others; the one that most of the reports tell; the one that
    a report tells which is surely the earliest.
    """
    tellers: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if origin := told_origin(report, outlets):
            tellers[origin].append(report)
    if len(tellers) < 2:
        return next(iter(tellers), None)
    most = max(map(len, tellers.values()))
    ways = (
        [name for name in tellers if _has_own_text(name, tellers)],
        [name for name, own in tellers.items() if len(own) == most],
        [
            name
            for name in tellers
            if any(all(before(one, other) for other in _others(name, tellers)) for one in tellers[name])
        ],
    )
    return next((names[0] for names in ways if len(names) == 1), None)


def _has_own_text(name: str, tellers: Mapping[str, Sequence[Report]]) -> bool:
    """Whether a report is the outlet's own, and none that tells another origin is surely earlier."""
    others = _others(name, tellers)
    return any(one.outlet == name and not any(before(other, one) for other in others) for one in tellers[name])


def _others(name: str, tellers: Mapping[str, Sequence[Report]]) -> list[Report]:
    return [report for other, reports in tellers.items() if other != name for report in reports]


def before(one: Report, other: Report) -> bool:
    """Whether one was surely published on an earlier day than the other."""
    if one.published is None or other.published is None:
        return False
    latest, earliest = one.published.latest, other.published.earliest
    return latest is not None and earliest is not None and latest < earliest


def how_told(report: Report, outlets: Mapping[str, Outlet]) -> str:
    """The words that say how a report tells its origin."""
    if report.credit is None:
        return f"is {_name(report.outlet, outlets)}'s own"
    places = {
        "dateline": "in its dateline",
        "byline": "in its byline",
        "foot": "at its foot",
        "copyright": "in its copyright line",
    }
    return f"credits {_name(report.credit.outlet, outlets)} {places.get(report.credit.how, '')}".rstrip()


def _name(outlet: str | None, outlets: Mapping[str, Outlet]) -> str:
    known = outlets.get(outlet) if outlet else None
    return known.name if known else outlet or "an unnamed outlet"
