"""The work of one process on an archive: texts to words, buckets to pairs, linked reports to stories. Each function is given a folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from treatywatch.model.actor import Outlet
from treatywatch.model.report import Report, Story
from treatywatch.stories.clusters import Cluster, Head, gather
from treatywatch.stories.grouping import id_of_first, tell
from treatywatch.stories.happening import Telling, same_happening
from treatywatch.stories.links import Links
from treatywatch.stories.proposals import LEAST_RARE, Pairs, Postings, as_pairs, paired, places, rarest, weighed
from treatywatch.stories.prose import SHINGLE, read_proses, runs_of
from treatywatch.stories.store import Packed, Store, packed
from treatywatch.stories.words import Codes, Hashes, Numbers, Places

SAMPLE = 4
"""One run of words in so many is put into a bucket: a passage of sixty words leaves about thirteen there."""
KEPT = 30 << 20
"""Bytes of the largest block that a process keeps; glibc goes up to 32 MB."""
BUCKETS = 16
"""Files over which the sampled runs are spread; each is sorted by itself."""
_UNLINKED = Links([].__getitem__, [].__getitem__)
DAYS = "days.npy"
"""The day that each report is of, as an ordinal number; 0 where it is not known."""


@dataclass(frozen=True)
class Component:
    """Reports, in the order in which they were entered, that proposed pairs link to each other and to no others.

    `places` are theirs in the archive; `pairs` (perhaps kin) and `akin` (of one happening) count within the component.
    """

    reports: tuple[Report, ...]
    places: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]
    akin: tuple[tuple[int, int], ...]


def keep_memory() -> None:
    """Let a process keep the memory that it frees for what it needs next.

    glibc gives large blocks back to the system at once, and fetching them again costs as much as the work on them; after one such block was
    freed, it keeps those up to its size (`M_MMAP_THRESHOLD` in mallopt(3)). Elsewhere this does nothing.
    """
    block = np.empty(KEPT, np.uint8)
    del block


def read_texts(texts: Sequence[str]) -> tuple[Packed, Hashes, Numbers]:
    """The words of some texts, and the sampled runs of their prose, with the number of the text that each is of."""
    proses = list(read_proses(texts))
    keys, owners = _runs([one.signs for one in proses])
    sampled = keys % np.uint64(SAMPLE) == 0
    return packed(proses), keys[sampled], owners[sampled]


def _runs(signs: Sequence[Codes]) -> tuple[Hashes, Numbers]:
    """The runs of some reports, and the number of the report that each is of."""
    owners = np.repeat(np.arange(len(signs), dtype=np.int32), [len(own) for own in signs])
    keys = runs_of(np.concatenate(signs), SHINGLE)
    inner = owners[: len(keys)] == owners[len(owners) - len(keys) :]
    return keys[inner], owners[: len(keys)][inner]


def bucket_of(keys: Hashes) -> NDArray[np.uint64]:
    """The bucket into which each sampled run goes."""
    return (keys // np.uint64(SAMPLE)) % np.uint64(BUCKETS)


def propose_bucket(folder: Path, number: int) -> tuple[Pairs, Numbers]:
    """The pairs of reports that a bucket holds, and what the runs weigh that each pair has there in common."""
    keys = np.fromfile(folder / f"{number}.keys", np.uint64)
    return weighed(Postings(keys, np.fromfile(folder / f"{number}.owners", np.int32)))


def propose_days(folder: Path, spell: Places, beyond: Places) -> Pairs:
    """The pairs of reports of a spell of days, and of the day beyond, that tell of one happening."""
    store, days = _store(folder), _days(folder)
    around = np.concatenate((spell, beyond))
    tellings = [Telling(store.told(place), _day(days, place)) for place in around.tolist()]
    pairs = paired(rarest(Postings.of([telling.words for telling in tellings])), LEAST_RARE)
    found = [
        (min(around[a], around[b]), max(around[a], around[b]))
        for a, b in places(pairs)
        if a < len(spell) and same_happening(tellings[a], tellings[b])
    ]
    return as_pairs(found)


def tell_components(folder: Path, components: Sequence[Component], outlets: Mapping[str, Outlet]) -> list[Story]:
    """The stories of sets of reports that nothing links to any other."""
    store = _store(folder)
    return [story for one in components for story in _tell(one, store, outlets)]


def _tell(component: Component, store: Store, outlets: Mapping[str, Outlet]) -> Iterator[Story]:
    reports = component.reports
    if len(reports) == 1:
        yield from tell(reports, [Cluster(0, [0])], set(), _UNLINKED, outlets)
        return
    proses = [store.prose(place) for place in component.places]
    tellings = [Telling.of(one.told, report.published) for one, report in zip(proses, reports, strict=True)]
    links = Links(proses.__getitem__, tellings.__getitem__)
    links.verify(component.pairs)
    akin = {(a, b) for a, b in component.akin if b not in links.kin_of(a)}
    heads = [Head.of(report, len(one.page)) for report, one in zip(reports, proses, strict=True)]
    arrival = {report.id: number for number, report in enumerate(reports)}
    for story in tell(reports, gather(heads, links), akin, links, outlets):
        yield replace(story, id=id_of_first(story, arrival))


@lru_cache(maxsize=2)
def _store(folder: Path) -> Store:
    return Store(folder)


@lru_cache(maxsize=2)
def _days(folder: Path) -> NDArray[np.int32]:
    days: NDArray[np.int32] = np.load(folder / DAYS)
    return days


def _day(days: NDArray[np.int32], place: int) -> date | None:
    return date.fromordinal(int(days[place])) if days[place] else None
