"""How much of one report's prose stands in another, word for word and reworded. Every proposed pair is verified here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from treatywatch.stories.prose import Prose

KIN = 0.15
"""Share of the shorter prose's shingles that must stand in the other for the two to share copy.

Calibrated on the 50 decided Helsinki pairs: unrelated pairs reach 0.07 (background that one agency repeats), copies,
versions and partial reuse begin at 0.22 (one pair shares nothing but quotations).
"""
DOUBT = 0.08
"""Share from which two texts may share copy: neither kin nor independent, but unknown (the gap of the same pairs)."""
LEAST_SHARED = 12
"""Shared shingles below which nothing is said: one sentence of background has about as many."""
REWORDED_KIN = 0.45
"""Share of the shorter prose that must stand in the other, sentence by sentence, if only reworded.

Calibrated on the same pairs: unrelated ones reach 0.13, so that 0.45 leaves room for texts on one subject by two hands.
"""
LEAST_REWORDED = 3
"""Aligned sentences without which rewording is not believed: one sentence can be alike by chance."""
SENTENCE = 0.60
"""Indel similarity (2 × common subsequence / both lengths, in words) from which one sentence is the other reworded."""
MOSTLY = 0.50
"""Share of a report's prose from which it is a copy (word for word) or a rewrite (reworded), not a partial reuse."""
NEAR_WHOLE = 0.90
"""Share of all shingles, furniture included, from which two files are one page saved twice."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one report has of another, as shares of its own prose, 0 to 1: word for word, and sentence by sentence.

    `aligned` of its `sentences` stand in the other, if reworded.
    """

    exact: float
    reworded: float
    aligned: int
    sentences: int

    @property
    def most(self) -> float:
        """The larger of both shares."""
        return max(self.exact, self.reworded)


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two reports have of each other: `a` is the first's share, `b` the second's.

    `shared` counts common shingles; `whole` is the share that both files have in common, furniture and all.
    """

    a: Share
    b: Share
    shared: int
    whole: float

    @property
    def exact(self) -> float:
        """The share of the shorter prose that stands word for word in the other."""
        return max(self.a.exact, self.b.exact)

    @property
    def kin(self) -> bool:
        """Whether the two share copy."""
        by_words = self.exact >= KIN and self.shared >= LEAST_SHARED
        by_sentences = any(
            share.reworded >= REWORDED_KIN and share.aligned >= LEAST_REWORDED for share in (self.a, self.b)
        )
        return by_words or by_sentences or self.same_page

    @property
    def mostly(self) -> bool:
        """Whether most of one of the two stands in the other."""
        return self.same_page or max(self.a.most, self.b.most) >= MOSTLY

    @property
    def same_page(self) -> bool:
        """Whether the two files are one page saved twice."""
        return self.whole >= NEAR_WHOLE

    @property
    def doubtful(self) -> bool:
        """Whether the two may share copy, but too little is common to say so."""
        return not self.kin and self.exact >= DOUBT and self.shared >= LEAST_SHARED

    def turned(self) -> Kinship:
        """The same, seen from the second."""
        return Kinship(self.b, self.a, self.shared, self.whole)


def compare(a: Prose, b: Prose) -> Kinship:
    """Verify a pair on its words and on its sentences."""
    common = len(a.shingles & b.shingles)
    met_a, met_b = _align(a, b)
    return Kinship(_share(a, common, met_a), _share(b, common, met_b), common, _whole(a, b))


def _share(prose: Prose, common: int, met: Sequence[bool]) -> Share:
    words = sum(len(sentence) for sentence, found in zip(prose.sentences, met, strict=True) if found)
    return Share(_part(common, len(prose.shingles)), _part(words, prose.length), sum(met), len(prose.sentences))


def _part(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _whole(a: Prose, b: Prose) -> float:
    """The share that both files have of each other, furniture and all: the smaller of both shares."""
    smaller, larger = sorted((len(a.whole_shingles), len(b.whole_shingles)))
    if not larger or smaller < NEAR_WHOLE * larger:
        return 0.0
    return len(a.whole_shingles & b.whole_shingles) / larger


def _align(a: Prose, b: Prose) -> tuple[list[bool], list[bool]]:
    """Which sentences of each prose the other has, if reworded."""
    if not a.sentences or not b.sentences:
        return [False] * len(a.sentences), [False] * len(b.sentences)
    scores = process.cdist(
        a.sentences, b.sentences, scorer=Indel.normalized_similarity, score_cutoff=SENTENCE, dtype=np.float32
    )
    met = scores >= SENTENCE
    return list(map(bool, np.asarray(met.any(axis=1)).tolist())), list(map(bool, np.asarray(met.any(axis=0)).tolist()))
