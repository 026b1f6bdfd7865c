"""How much of one report's prose stands in another, word for word and reworded. Every proposed pair is verified here."""

from __future__ import annotations

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from treatywatch.stories.prose import Prose, common
from treatywatch.stories.words import Mask

KIN = 0.15
"""Share of the shorter prose's shingles that must stand in the other for the two to share copy.

Calibrated on the 50 decided Helsinki pairs: unrelated pairs reach 0.07 (background that one agency repeats), copies,
versions and partial reuse begin at 0.22 (one pair shares nothing but quotations).
"""
LESS_KIN = 0.11
"""A smaller share that is enough where many runs are common: two sentences that a long report takes over."""
MANY_SHARED = 35
"""Shared shingles from which the smaller share is enough.

Both calibrated on 250 pairs of the Helsinki set: nine that share copy have 0.11 to 0.15 in common, with 37 runs and more; six that do not
have as large a share, with 33 runs at most.
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
COMMON_WORDS = 0.45
"""Share of the smaller vocabulary that the other must have before sentences are aligned.

On the Helsinki articles no pair that is kin by rewording alone has less than 0.55; half of the proposed pairs that are no kin do.
"""
MOSTLY = 0.50
"""Share of a report's prose from which it is a copy (word for word) or a rewrite (reworded), not a partial reuse."""
NEAR_WHOLE = 0.90
"""Share of all shingles, furniture included, from which two files are one page saved twice."""
RULED_OUT = 0.30
"""Part of a page that its prose alone has not in common, from which the page cannot be the other's saved twice (at most 0.10 may differ).

Thrice that, since quotations are cut out of the prose, and what is said around a changed one counts with it.
"""


class Kinship:
    """What two reports have of each other. Sentences are aligned, and pages compared, only where the words do not decide.

    Millions of pairs are compared, which is why what is found out later is kept by hand.
    """

    __slots__ = ("_kin", "_met", "_turned", "_whole", "a", "b", "first", "second", "shared")

    def __init__(self, first: Prose, second: Prose) -> None:
        self.first, self.second = first, second
        self.shared = common(first.shingles, second.shingles)
        """How many shingles both have."""
        self.a = Share(self, first, self.shared)
        """What the first has of the second."""
        self.b = Share(self, second, self.shared)
        """What the second has of the first."""
        self._kin: bool | None = None
        self._whole: float | None = None
        self._met: tuple[Mask, Mask] | None = None
        self._turned: Kinship | None = None

    @property
    def whole(self) -> float:
        """The share that both files have in common, furniture and all; 0 where their prose rules out that most of it is."""
        if self._whole is None:
            longer = max(len(self.first.page), len(self.second.page))
            own = max(len(self.first.shingles), len(self.second.shingles)) - self.shared
            self._whole = 0.0 if own > RULED_OUT * longer else _whole(self.first, self.second)
        return self._whole

    def met(self, share: Share) -> Mask:
        """Which sentences of one of both the other has, if reworded."""
        if self._met is None:
            self._met = _align(self.first, self.second)
        return self._met[share is self.b]

    @property
    def exact(self) -> float:
        """The share of the shorter prose that stands word for word in the other."""
        return max(self.a.exact, self.b.exact)

    @property
    def kin(self) -> bool:
        """Whether the two share copy."""
        if self._kin is None:
            self._kin = _by_words(self.exact, self.shared) or self.same_page or self._reworded
        return self._kin

    @property
    def _reworded(self) -> bool:
        """Whether one is the other reworded: aligned only where the two have words enough in common."""
        one, other = self.first.vocabulary, self.second.vocabulary
        alike = common(one, other) >= COMMON_WORDS * min(len(one), len(other))
        return alike and any(_reworded_kin(share) for share in (self.a, self.b))

    @property
    def mostly(self) -> bool:
        """Whether most of one of the two stands in the other."""
        return self.exact >= MOSTLY or self.same_page or max(self.a.most, self.b.most) >= MOSTLY

    @property
    def same_page(self) -> bool:
        """Whether the two files are one page saved twice."""
        return self.whole >= NEAR_WHOLE

    @property
    def doubtful(self) -> bool:
        """Whether the two may share copy, but too little is common to say so."""
        return self.exact >= DOUBT and self.shared >= LEAST_SHARED and not self.kin

    @property
    def turned(self) -> Kinship:
        """The same, seen from the second; what is known of the pair is not found out again."""
        if self._turned is None:
            other = object.__new__(Kinship)
            other.first, other.second, other.shared = self.second, self.first, self.shared
            other.a, other.b = self.b, self.a
            other._kin, other._whole, other._met, other._turned = self.kin, self._whole, None, self
            self._turned = other
        return self._turned


class Share:
    """What one report has of another, as shares of its own prose, 0 to 1: word for word, and sentence by sentence."""

    __slots__ = ("_aligned", "_kinship", "_prose", "_reworded", "exact")

    def __init__(self, kinship: Kinship, prose: Prose, shared: int) -> None:
        self._kinship, self._prose = kinship, prose
        self.exact = _part(shared, len(prose.shingles))
        self._aligned: int | None = None
        self._reworded = 0.0

    def _align(self) -> int:
        if self._aligned is None:
            met = self._kinship.met(self)
            self._reworded = _part(int(self._prose.sizes[met].sum()), self._prose.length)
            self._aligned = int(np.count_nonzero(met))
        return self._aligned

    @property
    def reworded(self) -> float:
        """The share of its words that stand in sentences which the other has, if reworded."""
        self._align()
        return self._reworded

    @property
    def aligned(self) -> int:
        """How many of its sentences the other has, if reworded."""
        return self._align()

    @property
    def sentences(self) -> int:
        """How many sentences it has."""
        return len(self._prose.ends)

    @property
    def most(self) -> float:
        """The larger of both shares; where most of it stands there word for word, that share."""
        return self.exact if self.exact >= MOSTLY else max(self.exact, self.reworded)


def compare(a: Prose, b: Prose) -> Kinship:
    """Compare a pair, on its words and on its sentences."""
    return Kinship(a, b)


def _by_words(exact: float, shared: int) -> bool:
    return (exact >= KIN and shared >= LEAST_SHARED) or (exact >= LESS_KIN and shared >= MANY_SHARED)


def _reworded_kin(share: Share) -> bool:
    return share.aligned >= LEAST_REWORDED and share.reworded >= REWORDED_KIN


def _part(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _whole(a: Prose, b: Prose) -> float:
    """The share that both files have of each other, furniture and all: the smaller of both shares."""
    smaller, larger = sorted((len(a.page), len(b.page)))
    if not larger or smaller < 0.8 * NEAR_WHOLE * larger:
        return 0.0
    one, other = a.page_shingles, b.page_shingles
    return _part(common(one, other), max(len(one), len(other)))


def _align(a: Prose, b: Prose) -> tuple[Mask, Mask]:
    """Which sentences of each prose the other has, if reworded. One that stands in both as it is, is no rewording of a third."""
    both = set(a.sentences) & set(b.sentences)
    one, other = (np.array([sentence in both for sentence in prose.sentences], bool) for prose in (a, b))
    own, others = ([sentence for sentence in prose.sentences if sentence not in both] for prose in (a, b))
    if own and others:
        scores = process.cdist(
            own, others, scorer=Indel.normalized_similarity, score_cutoff=SENTENCE, dtype=np.float32
        ).astype(bool)
        one[~one], other[~other] = scores.any(axis=1), scores.any(axis=0)
    return one, other
