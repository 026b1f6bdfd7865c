"""The stories of an archive: reports are read once, what is kept of them lies in files, and several processes share the work.

Three passes: read (the words of every report; a sample of its runs into buckets), propose (bucket by bucket, and day by day), tell
(every proposed pair compared on its words; clusters, relations, lines). Memory grows with the number of reports, not with their text.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from itertools import islice, pairwise
from pathlib import Path
from typing import BinaryIO, TypeVar

import numpy as np

from treatywatch.model.actor import Outlet
from treatywatch.model.report import Report, Story
from treatywatch.stories.passes import (
    BUCKETS,
    DAYS,
    Component,
    bucket_of,
    keep_memory,
    propose_bucket,
    propose_days,
    read_texts,
    tell_components,
)
from treatywatch.stories.proposals import LEAST_WEIGHT, Pairs, merged
from treatywatch.stories.store import Writer
from treatywatch.stories.words import Numbers, Places, distinct

READ_AT_ONCE = 400
"""Reports that a process is given at once."""
SPELL = 1_500
"""Reports of neighbouring days that are searched together for such as tell of one happening."""
TOLD_AT_ONCE = 2_000
"""Reports whose stories a process tells at once."""
Progress = Callable[[str, int, int], None]
_Done = TypeVar("_Done")


def group_archive(
    reports: Iterable[Report],
    outlets: Mapping[str, Outlet],
    processes: int | None = None,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> Iterator[Story]:
    """The stories of any number of reports, which are taken once, in the order in which they were entered.

    `processes` is the number of cores by default. `folder` takes the working files, which are deleted afterwards: count on 8 KB for
    each report. `progress` is told the pass, how much of it is done, and of how much (0: not known).

    Texts without a run of eight words in common are not put together as rewordings here, as they are by `group`.
    """
    workers = processes or os.cpu_count() or 1
    with (
        tempfile.TemporaryDirectory(dir=folder, prefix="treatywatch-") as name,
        ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), keep_memory) as pool,
    ):
        run = _Archive(Path(name), pool, 2 * workers, progress or (lambda *_: None))
        yield from run.stories(reports, outlets)


class _Archive:
    """One run over an archive."""

    def __init__(self, folder: Path, pool: ProcessPoolExecutor, ahead: int, progress: Progress) -> None:
        self._folder, self._pool, self._ahead, self._progress = folder, pool, ahead, progress

    def stories(self, reports: Iterable[Report], outlets: Mapping[str, Outlet]) -> Iterator[Story]:
        heads = self._read(reports)
        np.save(self._folder / DAYS, np.array([_ordinal(report) for report in heads], np.int32))
        runs, akin = self._pairs_of_runs(), self._pairs_of_days()
        tasks = ((self._folder, some, outlets) for some in _batches(components(heads, runs, akin)))
        done = 0
        for stories in self._map(tell_components, tasks):
            yield from stories
            done += sum(len(story.members) for story in stories)
            self._progress("telling", done, len(heads))

    def _read(self, reports: Iterable[Report]) -> list[Report]:
        """Read the texts into files; what remains in memory of a report is all but its text."""
        heads: list[Report] = []
        done = 0
        with ExitStack() as stack:
            writer = stack.enter_context(Writer(self._folder))
            buckets = [self._bucket(number, stack) for number in range(BUCKETS)]
            for packed, keys, owners in self._map(read_texts, _texts(reports, heads)):
                count = len(packed["signs"][1])
                writer.add(packed)
                where = bucket_of(keys)
                for number, streams in enumerate(buckets):
                    mine = where == number
                    streams[0].write(keys[mine].tobytes())
                    streams[1].write((owners[mine] + np.int32(done)).tobytes())
                done += count
                self._progress("reading", done, 0)
        return heads

    def _bucket(self, number: int, stack: ExitStack) -> list[BinaryIO]:
        files = (self._folder / f"{number}.{end}" for end in ("keys", "owners"))
        return [stack.enter_context(path.open("wb")) for path in files]

    def _pairs_of_runs(self) -> Pairs:
        tasks = [(self._folder, number) for number in range(BUCKETS)]
        return merged(self._counted("proposing by runs", self._map(propose_bucket, tasks), BUCKETS), LEAST_WEIGHT)

    def _pairs_of_days(self) -> Pairs:
        days = np.load(self._folder / DAYS)
        spells = list(_spells(days))
        tasks = ((self._folder, *spell) for spell in spells)
        found = self._counted("proposing by days", self._map(propose_days, tasks), len(spells))
        return distinct(np.concatenate([np.zeros(0, np.uint64), *found]))

    def _counted(self, what: str, found: Iterable[_Done], total: int) -> Iterator[_Done]:
        for number, one in enumerate(found, 1):
            self._progress(what, number, total)
            yield one

    def _map(self, work: Callable[..., _Done], tasks: Iterable[tuple[object, ...]]) -> Iterator[_Done]:
        """The results of tasks in their order, few of them under way, so that nothing piles up."""
        waiting: deque[Future[_Done]] = deque()
        for task in tasks:
            waiting.append(self._pool.submit(work, *task))
            if len(waiting) > self._ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _texts(reports: Iterable[Report], heads: list[Report]) -> Iterator[tuple[list[str]]]:
    """The texts, some at a time; the reports without them are added to `heads`, a report that comes again is not."""
    known: set[str] = set()
    fresh = (report for report in reports if report.id not in known)
    while batch := list(islice(fresh, READ_AT_ONCE)):
        new = list({report.id: report for report in batch}.values())
        known.update(report.id for report in new)
        heads.extend(replace(report, text="") for report in new)
        yield ([report.text for report in new],)


def _spells(days: Numbers) -> Iterator[tuple[Places, Places]]:
    """Spells of days with enough reports to be looked at together: the places of those, and of the day after."""
    order = np.argsort(days, kind="stable")
    known, firsts = np.unique(days[order], return_index=True)
    bounds = dict(zip(known.tolist(), pairwise([*firsts.tolist(), len(days)]), strict=True))
    bounds.pop(0, None)
    spell: list[int] = []
    for day, (begin, end) in bounds.items():
        spell.extend(order[begin:end].tolist())
        if len(spell) >= SPELL:
            begin, end = bounds.get(day + 1, (0, 0))
            yield np.array(spell), order[begin:end]
            spell = []
    if spell:
        yield np.array(spell), order[:0]


def components(heads: Sequence[Report], runs: Pairs, akin: Pairs) -> Iterator[Component]:
    """The sets of reports that pairs link, directly or through others; a report that nothing links is a set of its own."""
    linked = np.concatenate((runs, akin))
    low, high = (linked >> np.uint64(32)).astype(np.int64), (linked & np.uint64(0xFFFFFFFF)).astype(np.int64)
    label = _labels(len(heads), low, high)
    members = np.argsort(label, kind="stable")
    of_pair = np.argsort(label[low], kind="stable")
    pairs_of = np.searchsorted(label[low][of_pair], np.arange(len(heads) + 1))
    bounds = np.searchsorted(label[members], np.arange(len(heads) + 1))
    for first in np.flatnonzero(bounds[1:] > bounds[:-1]).tolist():
        own = members[bounds[first] : bounds[first + 1]].tolist()
        inner = {place: number for number, place in enumerate(own)}
        kin: list[tuple[int, int]] = []
        same: list[tuple[int, int]] = []
        for number in of_pair[pairs_of[first] : pairs_of[first + 1]].tolist():
            (kin if number < len(runs) else same).append((inner[int(low[number])], inner[int(high[number])]))
        yield Component(tuple(heads[place] for place in own), tuple(own), tuple(kin), tuple(same))


def _labels(count: int, low: Places, high: Places) -> Places:
    """For each place the smallest place that it is linked to (labels spread until none changes, halving the way at each step)."""
    label = np.arange(count)
    while len(low):
        before = label.copy()
        least = np.minimum(label[low], label[high])
        np.minimum.at(label, low, least)
        np.minimum.at(label, high, least)
        label = label[label]
        if np.array_equal(before, label):
            break
    return label


def _batches(found: Iterable[Component]) -> Iterator[list[Component]]:
    batch: list[Component] = []
    size = 0
    for one in found:
        batch.append(one)
        size += len(one.places)
        if size >= TOLD_AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _ordinal(report: Report) -> int:
    best: date | None = report.published.best if report.published else None
    return best.toordinal() if best else 0
