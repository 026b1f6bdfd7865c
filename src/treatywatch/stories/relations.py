"""What each report of a cluster is to the others, and why; and the line of reporting that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from treatywatch.model.actor import Outlet
from treatywatch.model.report import Credit, Membership, Report
from treatywatch.model.vocabulary import Relation
from treatywatch.stories.clusters import Cluster, Links, link
from treatywatch.stories.kinship import Kinship
from treatywatch.stories.origins import common_origin, how_told, told_origin

SAME = 0.95
"""Share of both proses from which two reports carry the same text (an edited word or two, another page round it)."""
MOSTLY = 0.50
"""Share of a report's prose from which it is a copy (word for word) or a rewrite (reworded), not a partial reuse."""
REWORDING = 0.30
"""By how much the reworded share must exceed the literal one for a rewrite."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A report's membership with the line that it rests on: an outlet's id, a report's id, or None where that is unknown."""

    membership: Membership
    line: str | None


class Lineage:
    """The reports of one cluster, seen from its root."""

    def __init__(
        self, cluster: Cluster, reports: Sequence[Report], links: Links, outlets: Mapping[str, Outlet]
    ) -> None:
        self._cluster, self._reports, self._links, self._outlets = cluster, reports, links, outlets
        self.origin = common_origin([reports[place] for place in cluster.places], outlets)
        self._original = self._find_original()
        self.line = self.origin or self._root.outlet or self._root.id

    @property
    def _root(self) -> Report:
        return self._reports[self._cluster.root]

    def _find_original(self) -> int | None:
        """The place of the origin's own report, where it is among us; without an origin, the root if it is surely the first."""
        if self.origin:
            own = (place for place in self._cluster.places if self._reports[place].outlet == self.origin)
            return next(own, None)
        return self._cluster.root if self._is_first(self._root) else None

    def _is_first(self, report: Report) -> bool:
        others = [self._reports[place] for place in self._cluster.places if self._reports[place] is not report]
        return all(_before(report, other) for other in others)

    def place(self, place: int) -> Placed:
        """The membership of one report."""
        if place == self._original:
            return self._placed(place, Relation.ORIGINAL, None, self._why_original(place))
        told = told_origin(self._reports[place], self._outlets)
        nearest = self._nearest(place)
        if nearest is None:
            return self._alone(place)
        kinship = link(self._links, place, nearest)
        assert kinship is not None
        because = (self._shares(kinship, nearest), *self._origin_told(place, nearest))
        if place != self._cluster.root and _is_same(kinship):
            return self._placed(place, Relation.SAME, self._reports[nearest].id, because)
        if told and told != self.origin and kinship.strength < MOSTLY:
            return Placed(self._member(place, Relation.PARTIAL, self._reports[nearest].id, because), None)
        if self.origin:
            of = self._reports[self._original].id if self._original is not None else self.origin
            return self._placed(place, _kind_of_copy(kinship, credited=told == self.origin), of, because)
        return self._placed(place, self._kind_of_version(place, kinship), self._reports[nearest].id, because)

    def _alone(self, place: int) -> Placed:
        """A report without kin: a copy of the wire that it credits, else its own original."""
        if self.origin:
            because = (how_told(self._reports[place], self._outlets), "no other report here shares its text")
            return self._placed(place, Relation.WIRE_COPY, self.origin, because)
        return self._placed(place, Relation.ORIGINAL, None, ("no other report here shares its text",))

    def _nearest(self, place: int) -> int | None:
        """The kin to compare with: the original, else the root, else the closest; never the report itself."""
        for preferred in (self._original, self._cluster.root):
            if (
                preferred is not None
                and preferred != place
                and (found := link(self._links, place, preferred))
                and found.kin
            ):
                return preferred
        others = [(other, link(self._links, place, other)) for other in self._cluster.places if other != place]
        kin = [(found.strength, -other) for other, found in others if found and found.kin]
        return -max(kin)[1] if kin else None

    def _kind_of_version(self, place: int, kinship: Kinship) -> Relation:
        if _is_same(kinship):
            return Relation.SAME
        same_outlet = self._reports[place].outlet == self._root.outlet
        if kinship.reworded >= MOSTLY and kinship.reworded - kinship.exact >= REWORDING:
            return Relation.REWRITE
        return Relation.VERSION if same_outlet or kinship.exact >= MOSTLY else Relation.PARTIAL

    def _shares(self, kinship: Kinship, nearest: int) -> str:
        other = self._reports[nearest].id
        if kinship.whole >= SAME:
            return f"{kinship.whole:.0%} of its page, word for word, is {other}"
        words = f"{kinship.exact_a:.0%} of its prose stands word for word in {other}"
        return f"{words}; {kinship.aligned} of {kinship.sentences} sentences of the shorter stand in the other, some reworded"

    def _origin_told(self, place: int, nearest: int) -> tuple[str, ...]:
        report = self._reports[place]
        told = told_origin(report, self._outlets)
        if told:
            against = f", but shares its text with reports that tell {self.origin}" if told != self.origin else ""
            return (how_told(report, self._outlets) + against,)
        if self.origin:
            teller = next(
                other
                for other in (nearest, *self._cluster.places)
                if told_origin(self._reports[other], self._outlets) == self.origin
            )
            return (
                f"credits nobody; inferred from {self._reports[teller].id}, which {how_told(self._reports[teller], self._outlets)}",
            )
        first = self._original is not None
        return () if first else ("credits nobody, and which of them came first is not told",)

    def _why_original(self, place: int) -> tuple[str, ...]:
        if len(self._cluster.places) == 1:
            return ("no other report here shares its text",)
        if self.origin:
            return (f"{how_told(self._reports[place], self._outlets)}, and the others share its text",)
        return ("the first of those that share its text, by day of publication",)

    def _placed(self, place: int, relation: Relation, of: str | None, because: tuple[str, ...]) -> Placed:
        return Placed(self._member(place, relation, of, because), self.line)

    def _member(self, place: int, relation: Relation, of: str | None, because: tuple[str, ...]) -> Membership:
        report = self._reports[place]
        credit = report.credit
        if credit is None and self.origin and report.outlet != self.origin:
            credit = Credit(self.origin, "inferred", None)
        return Membership(report.id, relation, of, because, credit)


def _before(one: Report, other: Report) -> bool:
    """Whether one was surely published on an earlier day than the other."""
    if one.published is None or other.published is None:
        return False
    latest, earliest = one.published.latest, other.published.earliest
    return latest is not None and earliest is not None and latest < earliest


def _is_same(kinship: Kinship) -> bool:
    return (kinship.exact_a >= SAME and kinship.exact_b >= SAME) or kinship.whole >= SAME


def _kind_of_copy(kinship: Kinship, credited: bool) -> Relation:
    if credited or kinship.exact_a >= MOSTLY or kinship.whole >= MOSTLY:
        return Relation.WIRE_COPY
    if kinship.reworded >= MOSTLY:
        return Relation.REWRITE if kinship.reworded - kinship.exact >= REWORDING else Relation.WIRE_COPY
    return Relation.PARTIAL
