"""From reports to stories: propose pairs, verify each, gather kin round roots, place every report, count lines."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from treatywatch.model.actor import Outlet
from treatywatch.model.report import Line, Membership, Report, Story
from treatywatch.model.vocabulary import Relation
from treatywatch.stories.clusters import Cluster, Head, gather
from treatywatch.stories.happening import Telling, same_happening
from treatywatch.stories.kinship import Kinship
from treatywatch.stories.links import Links
from treatywatch.stories.proposals import propose
from treatywatch.stories.prose import read_proses
from treatywatch.stories.relations import Lineage, Placed


def group(reports: Iterable[Report], outlets: Mapping[str, Outlet]) -> tuple[Story, ...]:
    """The stories that `reports` make; each report is in exactly one. The order tells only which report was entered first.

    A story's id is that of the member entered first, so that a late original changes the root, and not the id.
    """
    entered = list({report.id: report for report in reports}.values())
    ordered = sorted(entered, key=lambda report: report.id)
    prose = list(read_proses(report.text for report in ordered))
    tellings = [Telling.of(one.told, report.published) for one, report in zip(prose, ordered, strict=True)]
    links = Links(prose.__getitem__, tellings.__getitem__)
    proposed = propose(prose)
    links.verify(proposed)
    akin = {(a, b) for a, b in proposed if b not in links.kin_of(a) and same_happening(tellings[a], tellings[b])}
    heads = [Head.of(report, len(one.page)) for report, one in zip(ordered, prose, strict=True)]
    stories = tell(ordered, gather(heads, links), akin, links, outlets)
    arrival = {report.id: number for number, report in enumerate(entered)}
    return tuple(replace(story, id=id_of_first(story, arrival)) for story in stories)


def id_of_first(story: Story, arrival: Mapping[str, int]) -> str:
    """The id of a story: that of the member that was entered first; `arrival` numbers the reports as they came."""
    return id_after(min((member.report for member in story.members), key=arrival.__getitem__))


def id_after(report: str) -> str:
    """The id of a story whose first report this is."""
    return f"story:{hashlib.sha256(report.encode()).hexdigest()[:20]}"


def find_story(stories: Iterable[Story], id: str) -> Story | None:
    """The story of this id, or the one that now holds the report after which an earlier story of this id was named."""
    kept = tuple(stories)
    named = next((story for story in kept if story.id == id), None)
    return named or next((s for s in kept if any(id_after(member.report) == id for member in s.members)), None)


def tell(
    reports: Sequence[Report],
    clusters: Sequence[Cluster],
    akin: set[tuple[int, int]],
    links: Links,
    outlets: Mapping[str, Outlet],
) -> Iterator[Story]:
    """The stories that clusters make: those that tell of one happening together."""
    return (_story(parts, reports, links, outlets) for parts in _about_one_happening(clusters, akin))


def _about_one_happening(clusters: Sequence[Cluster], akin: set[tuple[int, int]]) -> list[list[Cluster]]:
    """Clusters whose roots tell of one happening, each beside the first such cluster; never through a third one."""
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for a, b in akin:
        beside[a].append(b)
        beside[b].append(a)
    stories: list[list[Cluster]] = []
    begun: dict[int, int] = {}
    for cluster in clusters:
        earlier = [begun[root] for root in beside.get(cluster.root, ()) if root in begun]
        if earlier:
            stories[min(earlier)].append(cluster)
        else:
            begun[cluster.root] = len(stories)
            stories.append([cluster])
    return stories


def _story(
    clusters: Sequence[Cluster],
    reports: Sequence[Report],
    links: Links,
    outlets: Mapping[str, Outlet],
) -> Story:
    root = reports[clusters[0].root]
    placed: list[Placed] = []
    for number, cluster in enumerate(clusters):
        lineage = Lineage(cluster, reports, links, outlets)
        own = [lineage.place(place) for place in cluster.places]
        if number:
            doubtful = links.between(cluster.root, clusters[0].root)
            own = _beside(own, root.id, doubtful, shared_line=any(one.line == lineage.line for one in placed))
        placed.extend(own)
    lines = _lines(placed)
    origins = {line.origin for line in lines}
    return Story(
        id_after(root.id), origins.pop() if len(origins) == 1 else None, lines, tuple(one.membership for one in placed)
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
