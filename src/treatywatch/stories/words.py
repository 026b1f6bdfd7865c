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
Kinds = NDArray[np.uint8]

Number = TypeVar("Number", bound=np.generic)

WORD, DIGIT, CAPITAL, SPACE, STOP, CLOSER, QUOTE, BREAK = (np.uint8(1 << place) for place in range(8))
"""What a character is, as bits: one look-up for each character, and the rest is done on bytes."""
STOPS = ".!?"
CLOSERS = "'\"”’)]"
QUOTES = '“”"'
_TABLE = 0x10000
"""Characters beyond the basic plane (signs and pictures) are no part of words: the last of the table, which is none, stands for them."""
_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))
_MIX = np.uint64(0xBF58476D1CE4E5B9)


@cache
def _tables() -> tuple[Kinds, Hashes]:
    """Of each character of the basic plane: what it is, and the small letter that it is folded to."""
    characters = [chr(code) for code in range(_TABLE)]
    folded = [one.lower() if len(one.lower()) == 1 else one for one in characters]
    kinds = np.zeros(_TABLE, np.uint8)
    for bit, holds in (
        (WORD, str.isalnum),
        (DIGIT, str.isdecimal),
        (SPACE, "\t\n\v\f\r \xa0".__contains__),
        (STOP, STOPS.__contains__),
        (CLOSER, CLOSERS.__contains__),
        (QUOTE, QUOTES.__contains__),
        (BREAK, "\n".__contains__),
    ):
        kinds |= bit * np.fromiter(map(holds, characters), np.uint8, _TABLE)
    kinds |= CAPITAL * np.fromiter((one != other for one, other in zip(characters, folded, strict=True)), np.uint8)
    return kinds, np.fromiter(map(ord, folded), np.uint64, _TABLE)


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
    """The words of a batch of texts: `codes` are its characters, `kinds` what each of them is; `bounds` are the places at which each
    text begins, and the end. A line's end follows each text.

    Word `i` is `codes[starts[i]:ends[i]]`; `hashes[i]` is the same for every writing of it in large and small letters.
    """

    codes: Codes
    kinds: Kinds
    bounds: Places
    starts: Places
    ends: Places
    hashes: Hashes

    @cached_property
    def breaks(self) -> Places:
        """Where each line ends."""
        return self.where(BREAK)

    @cached_property
    def line_of(self) -> Places:
        """The number of the line, counted over the batch, in which each word stands."""
        return self.passed(self.breaks)

    @cached_property
    def text_of(self) -> Places:
        """The number of the text in which each word stands."""
        return self.passed(self.bounds[1:] - 1)

    def where(self, kind: np.uint8) -> Places:
        """The places of the characters of a kind."""
        return np.flatnonzero((self.kinds & kind) != 0)

    def passed(self, places: Places) -> Places:
        """How many of some sorted places lie before each word (there are fewer of them than words: each is looked up once)."""
        return np.cumsum(np.bincount(np.searchsorted(self.starts, places), minlength=len(self.starts) + 1))[:-1]


def read_words(texts: Sequence[str]) -> Words:
    """The words and numbers of a batch of texts. Digits with a point or a comma between them are one number."""
    kind_table, fold_table = _tables()
    joined = "".join(f"{text}\n" for text in texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    bounds = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([len(text) + 1 for text in texts], out=bounds[1:])
    places = codes.astype(np.int64)
    kinds = kind_table.take(places, mode="clip")
    starts, ends = stretches(_word_mask(codes, kinds))
    return Words(codes, kinds, bounds, starts, ends, stretch_hashes(fold_table.take(places, mode="clip"), starts, ends))


def stretches(inside: Mask) -> tuple[Places, Places]:
    """Where each stretch that is inside begins, and the place after it; the last place is not inside."""
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if len(inside) and inside[0]:
        edges = np.concatenate(([0], edges))
    return edges[::2], edges[1::2]


def _word_mask(codes: Codes, kinds: Kinds) -> Mask:
    inside: Mask = (kinds & WORD) != 0
    if len(codes) > 2:
        digit = (kinds & DIGIT) != 0
        point = (codes[1:-1] == ord(".")) | (codes[1:-1] == ord(","))
        inside[1:-1] |= point & digit[:-2] & digit[2:]
    return inside
