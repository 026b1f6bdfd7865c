"""Reports that share copy, gathered round a root. No chains: a report joins by a verified link to the root, or by agreement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from treatywatch.model.report import Report
from treatywatch.stories.links import Links

AGREEMENT = 0.5
"""Share of a cluster's reports that a report must be kin of to join it without being kin of its root."""


@dataclass(slots=True)
class Cluster:
    """Places of reports that share copy; the first is the root."""

    root: int
    places: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Head:
    """What the choice of a root asks of a report: the day that it is of, whether it credits another outlet, and its length."""

    day: date
    credits: bool
    length: int
    id: str

    @classmethod
    def of(cls, report: Report, length: int) -> Head:
        """The head of a report of `length` words."""
        day = report.published.best if report.published and report.published.best else date.max
        return cls(day, report.credit is not None, length, report.id)


def gather(heads: Sequence[Head], links: Links, places: Iterable[int] | None = None) -> list[Cluster]:
    """Put every report into one cluster, roots chosen by day, then by credit, then by how much of the others stands in them."""
    every = range(len(heads)) if places is None else places
    waiting = _by_root_order(every, heads, links)
    clusters: list[Cluster] = []
    taken: set[int] = set()
    rank = {place: number for number, place in enumerate(waiting)}
    for root in waiting:
        if root not in taken:
            members = [root, *sorted(_round(root, links, taken), key=rank.__getitem__)]
            taken.update(members)
            members.extend(_agreeing(members, rank, links, taken))
            clusters.append(Cluster(root, members))
    return clusters


def _round(root: int, links: Links, taken: set[int]) -> list[int]:
    """The kin of a root, and such kin of theirs as are its kin too: of a large story not every pair was proposed."""
    near = set(links.kin_of(root))
    far = {other for place in near for other in links.kin_of(place)} - near - {root}
    return [place for place in near | {other for other in far if links.are_kin(root, other)} if place not in taken]


def _agreeing(members: Sequence[int], rank: Mapping[int, int], links: Links, taken: set[int]) -> list[int]:
    """Reports that are no kin of the root, but of at least half of those gathered round it (an update of an update)."""
    near = {other for member in members for other in links.kin_of(member)} - taken
    gathered = set(members)
    joined: list[int] = []
    for place in sorted(near, key=rank.__getitem__):
        if len(links.kin_of(place) & gathered) >= max(2, AGREEMENT * len(members)):
            joined.append(place)
            taken.add(place)
    return joined


def _by_root_order(places: Iterable[int], heads: Sequence[Head], links: Links) -> list[int]:
    """The places as roots are chosen. How much of the others stands in a report is asked only where day and credit are equal."""
    every = list(places)
    equals = Counter((heads[place].day, heads[place].credits) for place in every)

    def order(place: int) -> tuple[date, bool, float, int, str]:
        head = heads[place]
        covered = _covered(place, links) if equals[head.day, head.credits] > 1 else 0.0
        return head.day, head.credits, -round(covered, 3), -head.length, head.id

    return sorted(every, key=order)


def _covered(place: int, links: Links) -> float:
    """How much of its kin stands in a report word for word, added up."""
    found = (links.between(other, place) for other in links.kin_of(place))
    return sum(kinship.a.exact for kinship in found if kinship)
