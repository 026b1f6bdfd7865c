"""What of a text can make kin: the reporter's own running sentences. Captions, posts, menus and quotations are set aside.

Two reports of one press conference share its quotations, two pages of one site its menus, two users of one picture its
caption; none of that is copying.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from treatywatch.stories.running import quoted, running_lines, sentence_numbers, telling
from treatywatch.stories.words import Codes, Hashes, Number, Places, distinct, mixed, powers, read_words

SHINGLE = 8
"""Words of a shingle: short enough to survive an edit a line, long enough not to recur by chance in English prose."""
LEAST_SENTENCE = 6
"""Words from which a sentence can be aligned: shorter ones are alike by chance."""
BATCH = 400_000
"""Characters that are read at once: enough that the cost of a call is small, few enough for a processor's cache."""


@dataclass(frozen=True)
class Prose:
    """The running sentences of one report, quotations cut out, as signs: one number for each word, the same in every run.

    Sentence `i` is `signs[ends[i-1]:ends[i]]`; `page` has the signs of the kept text, furniture and quotations included; `told`
    are the names, numbers and long words of that text, as sorted hashes.
    """

    signs: Codes
    ends: Places
    page: Codes
    told: Hashes

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences, one character for each word, so that words compare at the speed of characters."""
        joined = self.signs.tobytes().decode("utf-32-le")
        return tuple(joined[first:after] for first, after in pairwise((0, *self.ends.tolist())))

    @cached_property
    def sizes(self) -> Places:
        """How many words each sentence has."""
        return np.diff(self.ends, prepend=0)

    @cached_property
    def shingles(self) -> Hashes:
        """Every run of SHINGLE words within a sentence or across neighbouring ones, as sorted hashes."""
        return distinct(runs_of(self.signs, SHINGLE))

    @cached_property
    def vocabulary(self) -> Codes:
        """The words of the running sentences, each once, sorted."""
        return distinct(self.signs)

    @cached_property
    def page_shingles(self) -> Hashes:
        """Every run of SHINGLE words of the kept text, as sorted hashes."""
        return distinct(runs_of(self.page, SHINGLE))

    @property
    def length(self) -> int:
        """Words of the running sentences."""
        return len(self.signs)


def runs_of(signs: Codes, size: int) -> Hashes:
    """A hash of every run of `size` signs, in their order: what `stretch_hashes` tells of the runs, without looking each of them up."""
    count = len(signs) - size + 1
    if count < 1:
        return np.zeros(0, np.uint64)
    up, down = powers(len(signs))
    sums = np.zeros(len(signs) + 1, np.uint64)
    np.cumsum(signs * up, out=sums[1:])
    return mixed((sums[size:] - sums[:count]) * down[:count])


def common(a: NDArray[Number], b: NDArray[Number]) -> int:
    """How many values two sorted arrays without repetition have in common."""
    if not len(a) or not len(b):
        return 0
    both = np.concatenate((a, b))
    both.sort(kind="stable")
    return int(np.count_nonzero(both[1:] == both[:-1]))


def read_prose(text: str) -> Prose:
    """The prose of a kept text. A paragraph that stands twice (a caption over its picture, a teaser) counts once."""
    return next(read_proses([text]))


def read_proses(texts: Iterable[str]) -> Iterator[Prose]:
    """The prose of each of many texts, in their order, read some at a time."""
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= BATCH:
            yield from _read_batch(batch)
            batch, size = [], 0
    yield from _read_batch(batch)


def _read_batch(texts: Sequence[str]) -> Iterator[Prose]:
    if not texts:
        return
    words = read_words(texts)
    signs = (words.hashes % np.uint64(1_000_000)).astype(np.uint32) + np.uint32(0x10000)
    numbers = sentence_numbers(words)
    tells = telling(words, numbers)
    own = np.flatnonzero(running_lines(words)[words.line_of] & ~quoted(words))
    sentences = numbers[own]
    sizes = np.bincount(sentences, minlength=1)
    own, sentences = own[sizes[sentences] >= LEAST_SENTENCE], sentences[sizes[sentences] >= LEAST_SENTENCE]
    ends = np.flatnonzero(np.concatenate((sentences[1:] != sentences[:-1], [True]))[: len(sentences)]) + 1
    edges = np.arange(len(texts) + 1)
    pages = np.searchsorted(words.text_of, edges)
    bodies = np.searchsorted(own, pages)
    stops = np.searchsorted(ends, bodies, side="right")
    prose = signs[own]
    for (low, high), (first, after), (stop, last) in zip(*map(_pairwise, (pages, bodies, stops)), strict=True):
        told = distinct(words.hashes[low:high][tells[low:high]])
        yield Prose(prose[first:after], ends[stop:last] - first, signs[low:high], told)


def _pairwise(bounds: Places) -> Iterator[tuple[int, int]]:
    return pairwise(bounds.tolist())
