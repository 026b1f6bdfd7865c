"""Which pairs are worth comparing: an inverted index of short shingles and of rare words. It proposes, it never decides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from treatywatch.stories.prose import Prose, shingles_of

SHORT_SHINGLE = 5
"""Words of the shingles that propose: a rewording keeps some runs of five where it keeps none of eight."""
LEAST_COMMON = 3
"""Common short shingles from which a pair is compared."""
WIDEST = 40
"""Reports that a shingle's bucket pairs with everything in it; in a wider one, each pairs with the first so many.

A story of a thousand copies is found through its first copies; boilerplate costs no more than this.
"""
RARE_WORDS = 30
"""The rarest words of each report that propose pairs with no run of words in common (a rewriting, an independent text)."""
LEAST_RARE = 6
"""Common rare words from which a pair is compared."""


def propose(prose: Sequence[Prose]) -> Iterator[tuple[int, int]]:
    """Pairs of places `(i, j)`, i < j, whose texts may be kin or tell of one happening."""
    runs = _pairs([set(shingles_of("".join(one.sentences), SHORT_SHINGLE)) for one in prose])
    pages = _pairs([_sample(one.whole_shingles) for one in prose])
    words = _pairs(_rare_words([set(one.whole) for one in prose]))
    found = {pair for pair, count in runs.items() if count >= LEAST_COMMON}
    found |= {pair for pair, count in pages.items() if count >= LEAST_COMMON}
    found |= {pair for pair, count in words.items() if count >= LEAST_RARE}
    yield from sorted(found)


def _sample(shingles: Iterable[str]) -> set[str]:
    """The 32 smallest shingles: two pages that are nearly the same have most of them in common (bottom-k sketch)."""
    return set(sorted(shingles)[:32])


def _pairs(keys: Sequence[set[str]]) -> Counter[tuple[int, int]]:
    """How many keys each pair of places has in common, wide buckets through their first members only."""
    buckets: defaultdict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(keys):
        for key in own:
            buckets[key].append(place)
    common: Counter[tuple[int, int]] = Counter()
    for places in buckets.values():
        for rank, later in enumerate(places):
            common.update((earlier, later) for earlier in places[: min(rank, WIDEST)])
    return common


def _rare_words(vocabularies: Sequence[set[str]]) -> list[set[str]]:
    """The rarest words of each report that at least one other has too."""
    spread = Counter(word for vocabulary in vocabularies for word in vocabulary)
    return [
        set(
            sorted((word for word in vocabulary if spread[word] > 1), key=lambda word: (spread[word], word))[
                :RARE_WORDS
            ]
        )
        for vocabulary in vocabularies
    ]
