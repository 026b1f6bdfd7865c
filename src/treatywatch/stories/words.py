"""The words of many texts at once, as arrays: tokenising a million reports one regular expression at a time takes hours.

A word is hashed from the powers of its characters: with running sums over a whole batch, the hash of any stretch of it costs two
look-ups (the fingerprints of Karp and Rabin, 1987, in arithmetic modulo 2**64).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
Places = NDArray[np.int64]
Numbers = NDArray[np.int32]
Hashes = NDArray[np.uint64]
Mask = NDArray[np.bool_]

Number = TypeVar("Number", bound=np.generic)

_TABLE = 0x10000
"""Characters beyond the basic plane (signs and pictures) are no part of words."""
_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))
_MIX = np.uint64(0xBF58476D1CE4E5B9)


@cache
def _tables() -> tuple[Mask, Mask, Codes]:
    """Of each character: whether it belongs to a word, whether it is a digit, and the character that it is folded to."""
    characters = [chr(code) for code in range(_TABLE)]
    word = np.fromiter((one.isalnum() for one in characters), bool, _TABLE)
    digit = np.fromiter((one.isdecimal() for one in characters), bool, _TABLE)
    lower = np.fromiter((ord(one.lower()) if len(one.lower()) == 1 else ord(one) for one in characters), np.uint32)
    return word, digit, lower


@cache
def _powers(size: int) -> tuple[Hashes, Hashes]:
    """Powers of the base and of its inverse."""
    up, down = np.full(size, _BASE), np.full(size, _INVERSE)
    up[0] = down[0] = 1
    return np.cumprod(up), np.cumprod(down)


def powers(size: int) -> tuple[Hashes, Hashes]:
    """The first `size` powers of the base and of its inverse, kept for the next call in steps of doubling size."""
    up, down = _powers(1 << max(12, (size - 1).bit_length()))
    return up[:size], down[:size]


def mixed(hashes: Hashes) -> Hashes:
    """Hashes whose low bits depend on all of them."""
    folded = (hashes ^ (hashes >> np.uint64(31))) * _MIX
    return folded ^ (folded >> np.uint64(29))


def distinct(values: NDArray[Number]) -> NDArray[Number]:
    """The values, each once, sorted (faster than `numpy.unique` on the few hundred that a report has)."""
    ordered = np.sort(values)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(ordered)]]


def stretch_hashes(values: Hashes, first: Places, after: Places) -> Hashes:
    """The hash of each stretch `[first, after)` of `values`, the same wherever the same values stand."""
    up, down = powers(max(1, len(values)))
    sums = np.zeros(len(values) + 1, np.uint64)
    np.cumsum(values * up[: len(values)], out=sums[1:])
    return mixed((sums[after] - sums[first]) * down[np.minimum(first, len(down) - 1)])


@dataclass(frozen=True)
class Words:
    """The words of a batch of texts: `codes` are its characters, `lowered` the same in small letters; `bounds` are the places at
    which each text begins, and the end. A line's end follows each text.

    Word `i` is `codes[starts[i]:ends[i]]`; `hashes[i]` is the same for every writing of it in large and small letters.
    """

    codes: Codes
    lowered: Codes
    bounds: Places
    starts: Places
    ends: Places
    hashes: Hashes

    @cached_property
    def lines(self) -> Numbers:
        """The number of the line, counted over the batch, in which each character stands; a line's end belongs to it."""
        breaks = np.zeros(len(self.codes), np.int32)
        np.cumsum(self.codes[:-1] == ord("\n"), dtype=np.int32, out=breaks[1:])
        return breaks

    @cached_property
    def text_of(self) -> Places:
        """The number of the text in which each word stands."""
        return np.searchsorted(self.bounds, self.starts, side="right") - 1


def read_words(texts: Sequence[str]) -> Words:
    """The words and numbers of a batch of texts. Digits with a point or a comma between them are one number."""
    word_table, digit_table, lower_table = _tables()
    joined = "".join(f"{text}\n" for text in texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    bounds = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([len(text) + 1 for text in texts], out=bounds[1:])
    small = np.minimum(codes, _TABLE - 1)
    inside = _word_mask(codes, word_table[small], digit_table[small])
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if len(inside) and inside[0]:
        edges = np.concatenate(([0], edges))
    starts, ends = edges[::2], edges[1::2]
    lowered = np.where(codes < _TABLE, lower_table[small], codes)
    return Words(codes, lowered, bounds, starts, ends, stretch_hashes(lowered.astype(np.uint64), starts, ends))


def _word_mask(codes: Codes, word: Mask, digit: Mask) -> Mask:
    inside = word.copy()
    if len(codes) > 2:
        point = (codes[1:-1] == ord(".")) | (codes[1:-1] == ord(","))
        inside[1:-1] |= point & digit[:-2] & digit[2:]
    return inside
