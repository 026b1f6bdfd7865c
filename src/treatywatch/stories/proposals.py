"""Which pairs are worth comparing: an inverted index of runs of words and of rare words. It proposes, it never decides.

The index is a sorted array, not a table of objects: a bucket is a stretch of equal keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from treatywatch.stories.prose import Prose, runs_of
from treatywatch.stories.words import Hashes, Numbers, Places, distinct, mixed

Pairs = NDArray[np.uint64]
"""Pairs of places as sorted numbers, the smaller place in the high half."""

SHORT_RUN = 5
"""Words of the runs that propose: a rewording keeps some runs of five where it keeps none of eight."""
LEAST_COMMON = 3
"""Common runs of five from which a pair is compared."""
WIDEST = 40
"""Reports that a run's bucket pairs with everything in it; in a wider one, each pairs with the first so many.

A story of a thousand copies is found through its first copies; boilerplate costs no more than this.
"""
RARE_WORDS = 30
"""The rarest words of each report that propose pairs with no run of words in common (a rewriting, an independent text)."""
LEAST_RARE = 6
"""Common rare words from which a pair is compared."""
NARROW = 4
"""Weight of a key that few reports have, beside one of a bucket wider than WIDEST."""
LEAST_WEIGHT = 8
"""Weight from which a pair of an archive is compared: two narrow keys, or eight wide ones (a site's notice of 22 words leaves four)."""
SKETCH = 32
"""Runs of a page's own that stand for it: two pages that are nearly the same have most of them in common (bottom-k sketch)."""
_HALF = np.uint64(32)


@dataclass(frozen=True)
class Postings:
    """Keys, and for each the place of the report that has it."""

    keys: Hashes
    owners: Numbers

    @classmethod
    def of(cls, keys: Sequence[Hashes]) -> Postings:
        """The postings of reports whose keys, each once, are given in the order of their places."""
        owners = np.repeat(np.arange(len(keys), dtype=np.int32), [len(own) for own in keys])
        return cls(np.concatenate(keys) if keys else np.zeros(0, np.uint64), owners)


def propose(prose: Sequence[Prose]) -> list[tuple[int, int]]:
    """Pairs of places `(i, j)`, i < j, whose texts may be kin or tell of one happening."""
    runs = Postings.of([distinct(runs_of(one.signs, SHORT_RUN)) for one in prose])
    pages = Postings.of([one.page_shingles[:SKETCH] for one in prose])
    words = Postings.of([mixed(distinct(one.page).astype(np.uint64)) for one in prose])
    found = (paired(runs, LEAST_COMMON), paired(pages, LEAST_COMMON), paired(rarest(words), LEAST_RARE))
    return places(np.unique(np.concatenate(found)))


def places(pairs: Pairs) -> list[tuple[int, int]]:
    """Pairs as places."""
    return list(zip((pairs >> _HALF).tolist(), (pairs & np.uint64(0xFFFFFFFF)).tolist(), strict=True))


def as_pairs(found: Sequence[tuple[int, int]]) -> Pairs:
    """Places as pairs."""
    both = np.array(found, np.uint64).reshape(-1, 2)
    return (both[:, 0] << _HALF) | both[:, 1]


def paired(postings: Postings, least: int) -> Pairs:
    """The pairs of reports that have `least` keys or more in common, wide buckets through their first members only."""
    pairs, counts = counted(postings)
    return pairs[counts >= least]


def counted(postings: Postings) -> tuple[Pairs, Numbers]:
    """The pairs of reports that have a key in common, and how many, wide buckets through their first members only."""
    keys, owners = _sorted(postings)
    first, rank = _ranked(keys)
    pairs, counts = np.unique(_with_earlier(owners, first, rank, WIDEST), return_counts=True)
    return pairs, counts.astype(np.int32)


def weighed(postings: Postings) -> tuple[Pairs, Numbers]:
    """The same for very many reports: a common key weighs NARROW where few have it, and 1 where more than WIDEST do.

    A wide bucket holds a notice that a site prints under everything, or a story with very many copies. It pairs each report with
    its first two only; copies have most of their runs in such buckets in common, other reports of the site only a few.
    """
    keys, owners = _sorted(postings)
    first, rank = _ranked(keys)
    wide = np.bincount(first, minlength=len(keys))[first] > WIDEST
    found, weights = [np.zeros(0, np.uint64)], [np.zeros(0, np.int32)]
    for among, reach, weight in ((~wide, WIDEST, NARROW), (wide, 2, 1)):
        pairs, counts = np.unique(_with_earlier(owners, first, np.where(among, rank, 0), reach), return_counts=True)
        found.append(pairs)
        weights.append(counts.astype(np.int32) * np.int32(weight))
    return np.concatenate(found), np.concatenate(weights)


def _sorted(postings: Postings) -> tuple[Hashes, Hashes]:
    order = np.argsort(postings.keys, kind="stable")
    return postings.keys[order], postings.owners[order].astype(np.uint64)


def merged(found: Iterable[tuple[Pairs, Numbers]], least: int) -> Pairs:
    """The pairs whose counts over several sets of keys come to `least` or more."""
    every = list(found)
    pairs = np.concatenate([np.zeros(0, np.uint64), *(own for own, _ in every)])
    counts = np.concatenate([np.zeros(0, np.int32), *(own for _, own in every)])
    order = np.argsort(pairs)
    pairs, counts = pairs[order], counts[order]
    opens = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1]))[: len(pairs)])
    return pairs[opens][np.add.reduceat(counts, opens) >= least] if len(opens) else pairs


def _with_earlier(owners: Hashes, first: Places, rank: Places, reach: int) -> Pairs:
    """Each posting with the first `reach` of its bucket that come before it."""
    found = [np.zeros(0, np.uint64)]
    for earlier in range(reach):
        later = np.flatnonzero(rank > earlier)
        if not len(later):
            break
        one, other = owners[first[later] + earlier], owners[later]
        apart = one != other
        found.append((one[apart] << _HALF) | other[apart])
    return np.concatenate(found)


def _ranked(keys: NDArray[np.generic]) -> tuple[Places, Places]:
    """Of each of some sorted keys, where its equals begin, and how many of them come before it."""
    opens = np.concatenate(([True], keys[1:] != keys[:-1]))[: len(keys)]
    first = np.flatnonzero(opens)[np.cumsum(opens) - 1]
    return first, np.arange(len(keys)) - first


def rarest(words: Postings) -> Postings:
    """The rarest words of each report that at least one other has too."""
    _, inverse, counts = np.unique(words.keys, return_inverse=True, return_counts=True)
    spread = counts[inverse]
    shared = spread > 1
    keys, owners, spread = words.keys[shared], words.owners[shared], spread[shared]
    order = np.lexsort((keys, spread, owners))
    keys, owners = keys[order], owners[order]
    rank = _ranked(owners)[1]
    return Postings(keys[rank < RARE_WORDS], owners[rank < RARE_WORDS])
