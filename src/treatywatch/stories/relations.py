"""What each report of a cluster is to the others, and why; and the line of reporting that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from treatywatch.model.actor import Outlet
from treatywatch.model.report import Credit, Membership, Report
from treatywatch.model.vocabulary import Relation
from treatywatch.stories.clusters import Cluster
from treatywatch.stories.kinship import MOSTLY, Kinship
from treatywatch.stories.links import Links
from treatywatch.stories.origins import before, common_origin, how_told, told_origin

SAME = 0.95
"""Share of both proses from which two reports carry the same text (an edited word or two, another page round it)."""
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
        self._told = {origin for place in cluster.places if (origin := told_origin(reports[place], outlets))}
        self._original = self._find_original()
        self.line = self.origin or (None if self._told else self._root.outlet) or self._root.id

    @property
    def _root(self) -> Report:
        return self._reports[self._cluster.root]

    def _find_original(self) -> int | None:
        """The place of the origin's own text, where it is among us; without an origin, the root if it is surely the first.

        A text of no known outlet that opens with a wire's dateline is taken for the wire's own.
        """
        if not self.origin:
            return self._cluster.root if self._is_first(self._root) and not self._told else None
        own = [place for place in self._cluster.places if self._reports[place].outlet == self.origin]
        sent = [place for place in self._cluster.places if self._is_as_sent(self._reports[place])]
        return next(iter((*own, *sent)), None)

    def _is_as_sent(self, report: Report) -> bool:
        credit = report.credit
        return report.outlet is None and credit is not None and (credit.outlet, credit.how) == (self.origin, "dateline")

    def _is_first(self, report: Report) -> bool:
        others = [self._reports[place] for place in self._cluster.places if self._reports[place] is not report]
        return all(before(report, other) for other in others)

    def place(self, place: int) -> Placed:
        """The membership of one report."""
        if place == self._original:
            return self._placed(place, Relation.ORIGINAL, None, self._why_original(place))
        nearest = self._nearest(place)
        if nearest is None:
            return self._alone(place)
        kinship = self._links.between(place, nearest)
        assert kinship is not None
        other = self._reports[nearest].id
        because = (_shares(kinship, other), *self._origin_told(place, nearest))
        if place != self._cluster.root and _is_same(kinship):
            return self._placed(place, Relation.SAME, other, because)
        if self._rests_in_part(place, kinship):
            return Placed(
                Membership(self._reports[place].id, Relation.PARTIAL, other, because, self._reports[place].credit), None
            )
        if self.origin:
            of = self._reports[self._original].id if self._original is not None else self.origin
            return self._placed(place, self._kind_of_copy(place, kinship), of, because)
        return self._placed(place, self._kind_of_version(place, kinship), other, because)

    def _rests_in_part(self, place: int, kinship: Kinship) -> bool:
        """Whether most of the report is of another hand, unnamed or another outlet's: then its line is not known."""
        told = told_origin(self._reports[place], self._outlets)
        if (place == self._cluster.root and self.origin is None) or (told is not None and told == self.origin):
            return False
        return kinship.a.most < MOSTLY and not kinship.same_page

    def _alone(self, place: int) -> Placed:
        """A report without kin: a copy of the wire that it credits, else its own original."""
        if self.origin:
            because = (how_told(self._reports[place], self._outlets), "no other report here shares its text")
            return self._placed(place, Relation.WIRE_COPY, self.origin, because)
        return self._placed(place, Relation.ORIGINAL, None, ("no other report here shares its text",))

    def _nearest(self, place: int) -> int | None:
        """The kin to compare with: the original where most of the report is its, else the one that has most of the report."""
        for preferred in (self._original, self._cluster.root):
            if preferred is not None and self._part(place, preferred) >= MOSTLY:
                return preferred
        shares = {other: share for other in self._cluster.places if (share := self._part(place, other)) >= 0.0}
        by_id = sorted(shares, key=lambda other: self._reports[other].id)
        return max(by_id, key=shares.__getitem__, default=None)

    def _part(self, place: int, other: int) -> float:
        """How much of a report the other has, 0 to 1; less than nothing where the two are not kin."""
        found = self._links.between(place, other) if other != place else None
        if found is None or not found.kin:
            return -1.0
        return max(found.a.most, found.whole if found.same_page else 0.0)

    def _kind_of_copy(self, place: int, kinship: Kinship) -> Relation:
        told = told_origin(self._reports[place], self._outlets)
        if self._reports[place].outlet is not None and self._reports[place].outlet == self.origin:
            return Relation.VERSION  # the agency's own text again, on its own page
        if told is not None and told == self.origin:
            return Relation.WIRE_COPY
        if place == self._cluster.root:
            kinship = kinship if kinship.a.most >= kinship.b.most else kinship.turned
        return Relation.REWRITE if _is_reworded(kinship) else Relation.WIRE_COPY

    def _kind_of_version(self, place: int, kinship: Kinship) -> Relation:
        if _is_same(kinship):
            return Relation.SAME
        return (
            Relation.REWRITE
            if _is_reworded(kinship) and self._reports[place].outlet != self._root.outlet
            else Relation.VERSION
        )

    def _origin_told(self, place: int, nearest: int) -> tuple[str, ...]:
        report = self._reports[place]
        told = told_origin(report, self._outlets)
        if told:
            others = (
                sorted(self._told - {told}) if self.origin is None else [self.origin] if told != self.origin else []
            )
            against = f", but shares text with reports that tell {' and '.join(others)}" if others else ""
            return (how_told(report, self._outlets) + against,)
        if self.origin:
            teller = self._reports[self._teller(nearest)]
            return (f"credits nobody itself; inferred from {teller.id}, which {how_told(teller, self._outlets)}",)
        return () if self._original is not None else ("credits nobody, and which of them came first is not told",)

    def _teller(self, nearest: int) -> int:
        """A report that tells the cluster's origin, the nearest one if it does."""
        candidates = (nearest, *self._cluster.places)
        return next(other for other in candidates if told_origin(self._reports[other], self._outlets) == self.origin)

    def _why_original(self, place: int) -> tuple[str, ...]:
        if len(self._cluster.places) == 1:
            told = (how_told(self._reports[place], self._outlets),) if self.origin else ()
            return (*told, "no other report here shares its text")
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


def _is_same(kinship: Kinship) -> bool:
    return (kinship.a.exact >= SAME and kinship.b.exact >= SAME) or kinship.whole >= SAME


def _is_reworded(kinship: Kinship) -> bool:
    if kinship.a.exact > 1.0 - REWORDING:
        return False
    return kinship.a.reworded >= MOSTLY and kinship.a.reworded - kinship.a.exact >= REWORDING


def _shares(kinship: Kinship, other: str) -> str:
    if kinship.whole >= SAME:
        return f"{kinship.whole:.0%} of its page, word for word, is {other}"
    own = kinship.a
    told = f"{own.exact:.0%} of its prose stands word for word in {other}"
    return told if own.exact >= MOSTLY else f"{told}, and {own.aligned} of its {own.sentences} sentences if reworded"
