"""Whose text a report carries: its own credit, its outlet where that is a wire, or what its kin credit."""

from __future__ import annotations

from collections import Counter
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
    """The origin that most of some kindred reports tell, the earlier report deciding between equals; None where none tells."""
    told = [origin for origin in (told_origin(report, outlets) for report in reports) if origin]
    if not told:
        return None
    counts = Counter(told)
    most = max(counts.values())
    return next(origin for origin in told if counts[origin] == most)


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
