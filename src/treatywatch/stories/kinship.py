"""How much of one report's prose stands in another, word for word and reworded. Every proposed pair is verified here."""

from __future__ import annotations

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
NEAR_WHOLE = 0.90
"""Share of all shingles, furniture included, from which two files are one page saved twice."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """What report A has of B and B of A: shares of prose, 0 to 1. `exact`: word for word; `reworded`: sentence by sentence.

    `shared` counts common shingles, `aligned` the sentences of the shorter that the longer has, of `sentences`.
    """

    exact_a: float
    exact_b: float
    reworded: float
    shared: int
    aligned: int
    sentences: int
    whole: float

    @property
    def exact(self) -> float:
        """The share of the shorter prose that stands word for word in the other."""
        return max(self.exact_a, self.exact_b)

    @property
    def kin(self) -> bool:
        """Whether the two share copy."""
        by_words = self.exact >= KIN and self.shared >= LEAST_SHARED
        by_sentences = self.reworded >= REWORDED_KIN and self.aligned >= LEAST_REWORDED
        return by_words or by_sentences or self.whole >= NEAR_WHOLE

    @property
    def doubtful(self) -> bool:
        """Whether the two may share copy, but too little is common to say so."""
        return not self.kin and self.exact >= DOUBT and self.shared >= LEAST_SHARED

    @property
    def strength(self) -> float:
        """How close the two are: the larger of both shares."""
        return max(self.exact, self.reworded, self.whole if self.whole >= NEAR_WHOLE else 0.0)

    def turned(self) -> Kinship:
        """The same, seen from B."""
        return Kinship(self.exact_b, self.exact_a, self.reworded, self.shared, self.aligned, self.sentences, self.whole)


def compare(a: Prose, b: Prose) -> Kinship:
    """Verify a pair on its words, and on its sentences where words alone leave it open."""
    common = len(a.shingles & b.shingles)
    exact_a, exact_b = _share(common, len(a.shingles)), _share(common, len(b.shingles))
    whole = _whole(a, b)
    shorter, longer = (a, b) if a.length <= b.length else (b, a)
    aligned, words = _align(shorter, longer)
    return Kinship(exact_a, exact_b, _share(words, shorter.length), common, aligned, len(shorter.sentences), whole)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _whole(a: Prose, b: Prose) -> float:
    """The share that both files have of each other, furniture and all: the smaller of both shares."""
    larger = max(len(a.whole_shingles), len(b.whole_shingles))
    if not larger or min(len(a.whole_shingles), len(b.whole_shingles)) < NEAR_WHOLE * larger:
        return 0.0
    return len(a.whole_shingles & b.whole_shingles) / larger


def _align(shorter: Prose, longer: Prose) -> tuple[int, int]:
    """How many sentences of the shorter prose the longer one has, and how many words they make."""
    if not shorter.sentences or not longer.sentences:
        return 0, 0
    scores = process.cdist(
        shorter.sentences, longer.sentences, scorer=Indel.normalized_similarity, score_cutoff=SENTENCE, dtype=np.float32
    )
    met = scores.max(axis=1) >= SENTENCE
    return int(met.sum()), sum(len(sentence) for sentence, found in zip(shorter.sentences, met, strict=True) if found)
