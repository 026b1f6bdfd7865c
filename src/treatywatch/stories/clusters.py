"""Reports that share copy, gathered round a root. No chains: a report joins by a verified link to the root, or by agreement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from treatywatch.model.report import Report
from treatywatch.stories.kinship import Kinship

AGREEMENT = 0.5
"""Share of a cluster's reports that a report must be kin of to join it without being kin of its root."""

Links = Mapping[tuple[int, int], Kinship]


@dataclass(slots=True)
class Cluster:
    """Places of reports that share copy; the first is the root."""

    root: int
    places: list[int] = field(default_factory=list)


def link(links: Links, a: int, b: int) -> Kinship | None:
    """What A has of B, if the pair was found to be kin or doubtful."""
    if a < b:
        return links.get((a, b))
    found = links.get((b, a))
    return found.turned() if found else None


def gather(reports: Sequence[Report], links: Links) -> list[Cluster]:
    """Put every report into one cluster, roots chosen by day, then by credit, then by how much of the others stands in them."""
    kin: dict[int, set[int]] = {place: set() for place in range(len(reports))}
    for (a, b), kinship in links.items():
        if kinship.kin:
            kin[a].add(b)
            kin[b].add(a)
    waiting = sorted(kin, key=lambda place: _root_order(place, reports, kin, links))
    clusters: list[Cluster] = []
    taken: set[int] = set()
    for root in waiting:
        if root not in taken:
            members = [root, *(place for place in waiting if place in kin[root] and place not in taken)]
            taken.update(members)
            members.extend(_agreeing(members, waiting, kin, taken))
            clusters.append(Cluster(root, members))
    return clusters


def _agreeing(
    members: Sequence[int], waiting: Sequence[int], kin: Mapping[int, set[int]], taken: set[int]
) -> list[int]:
    """Reports that are no kin of the root, but of at least half of those gathered round it (an update of an update)."""
    near = {other for member in members for other in kin[member]} - taken
    joined: list[int] = []
    for place in waiting:
        if place in near and len(kin[place] & set(members)) >= max(2, AGREEMENT * len(members)):
            joined.append(place)
            taken.add(place)
    return joined


def _root_order(
    place: int, reports: Sequence[Report], kin: Mapping[int, set[int]], links: Links
) -> tuple[date, bool, float, int, str]:
    report = reports[place]
    day = report.published.best if report.published and report.published.best else date.max
    covered = sum(_covers(links, other, place) for other in kin[place])
    return day, report.credit is None, -round(covered, 3), -len(report.text), report.id


def _covers(links: Links, other: int, place: int) -> float:
    found = link(links, other, place)
    return found.a.most if found else 0.0
