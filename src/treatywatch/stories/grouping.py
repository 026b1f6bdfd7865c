"""From reports to stories: propose pairs, verify each, gather kin round roots, place every report, count lines."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from treatywatch.model.actor import Outlet
from treatywatch.model.report import Line, Membership, Report, Story
from treatywatch.model.vocabulary import Relation
from treatywatch.stories.clusters import Cluster, gather, link
from treatywatch.stories.happening import far_apart, read_telling, same_happening
from treatywatch.stories.kinship import Kinship, compare
from treatywatch.stories.proposals import propose
from treatywatch.stories.prose import read_prose
from treatywatch.stories.relations import Lineage, Placed


def group(reports: Iterable[Report], outlets: Mapping[str, Outlet]) -> tuple[Story, ...]:
    """The stories that `reports` make; each report is in exactly one. The same reports give the same stories in any order."""
    ordered = sorted({report.id: report for report in reports}.values(), key=lambda report: report.id)
    prose = [read_prose(report.text) for report in ordered]
    tellings = [read_telling(report) for report in ordered]
    links: dict[tuple[int, int], Kinship] = {}
    akin: set[tuple[int, int]] = set()
    for a, b in propose(prose):
        kinship = compare(prose[a], prose[b])
        background = far_apart(tellings[a], tellings[b]) and not kinship.mostly
        if (kinship.kin or kinship.doubtful) and not background:
            links[a, b] = kinship
        if not kinship.kin and same_happening(tellings[a], tellings[b]):
            akin.add((a, b))
    clusters = gather(ordered, links)
    return tuple(_story(parts, ordered, links, outlets) for parts in _about_one_happening(clusters, akin))


def _about_one_happening(clusters: Sequence[Cluster], akin: set[tuple[int, int]]) -> list[list[Cluster]]:
    """Clusters whose roots tell of one happening, each beside the first such cluster; never through a third one."""
    stories: list[list[Cluster]] = []
    for cluster in clusters:
        for story in stories:
            a, b = sorted((story[0].root, cluster.root))
            if (a, b) in akin:
                story.append(cluster)
                break
        else:
            stories.append([cluster])
    return stories


def _story(
    clusters: Sequence[Cluster],
    reports: Sequence[Report],
    links: Mapping[tuple[int, int], Kinship],
    outlets: Mapping[str, Outlet],
) -> Story:
    root = reports[clusters[0].root]
    placed: list[Placed] = []
    for number, cluster in enumerate(clusters):
        lineage = Lineage(cluster, reports, links, outlets)
        own = [lineage.place(place) for place in cluster.places]
        if number:
            doubtful = link(links, cluster.root, clusters[0].root)
            own = _beside(own, root.id, doubtful, shared_line=any(one.line == lineage.line for one in placed))
        placed.extend(own)
    lines = _lines(placed)
    origins = {line.origin for line in lines}
    digest = hashlib.sha256(root.id.encode()).hexdigest()[:20]
    return Story(
        f"story:{digest}", origins.pop() if len(origins) == 1 else None, lines, tuple(one.membership for one in placed)
    )


def _beside(own: Sequence[Placed], root: str, doubtful: Kinship | None, shared_line: bool) -> list[Placed]:
    """A further cluster of a story: independent of the first, unless some copy or an origin is common to both."""
    first, *rest = own
    because = ("tells of the same happening on the same days, with the same names",)
    if doubtful is not None and not shared_line:
        why = f"{doubtful.exact:.0%} of the shorter prose stands in {root}: too little for a copy, too much for chance"
        member = Membership(first.membership.report, Relation.UNKNOWN, root, (*because, why), first.membership.credit)
        return [Placed(member, None), *(Placed(one.membership, None) for one in rest)]
    if shared_line or first.membership.relation is Relation.WIRE_COPY:
        why = "shares no copy with it, but the outlet behind both is one" if shared_line else "shares no copy with it"
        return [_with_reasons(first, (*because, why)), *rest]
    why = f"shares no copy with {root}"
    member = Membership(first.membership.report, Relation.INDEPENDENT, root, (*because, why), first.membership.credit)
    return [Placed(member, first.line), *rest]


def _with_reasons(placed: Placed, reasons: tuple[str, ...]) -> Placed:
    old = placed.membership
    return Placed(Membership(old.report, old.relation, old.of, (*old.because, *reasons), old.credit), placed.line)


def _lines(placed: Sequence[Placed]) -> tuple[Line, ...]:
    """The lines of a story. A report whose line is unknown is in none; a line is inferred where one of its reports infers it."""
    members: defaultdict[str, list[Membership]] = defaultdict(list)
    for one in placed:
        if one.line is not None:
            members[one.line].append(one.membership)
    return tuple(_line(name, own) for name, own in members.items())


def _line(name: str, own: Sequence[Membership]) -> Line:
    origin = None if name.startswith("report:") else name
    inferred = any(member.credit is not None and member.credit.how == "inferred" for member in own)
    return Line(origin, tuple(member.report for member in own), inferred)
