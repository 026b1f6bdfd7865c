"""Which lines and words of a batch of texts are running prose, and which of them tell what a text is about."""

from __future__ import annotations

import calendar
import re
from functools import cache

import numpy as np

from treatywatch.stories.words import Codes, Hashes, Mask, Places, Words, mixed, read_words, stretch_hashes

LEAST_WORDS = 8
"""Words from which a paragraph can be running text; menus, bylines and headings are shorter."""
LONG_PARAGRAPH = 40
"""Words from which a paragraph counts although it breaks off without a full stop."""
LEAST_NAME = 3
"""Letters of a name that tells of something."""
LONG_WORD = 7
"""Letters from which a word that is no name tells of something: shorter ones stand in texts on any subject."""
_FULL_STOPS = ".!?"
_CLOSERS = "'\"”’)]"
_QUOTES = '“”"'
_OPENERS = "“\"'‘("
_CAPTION = re.compile(
    r"\([^()]{0,80}(?:photo|getty|pool|via|file|images?|\bEPA\b|/)[^()]{0,60}\)\s*$"
    r"|\((?:AP|AFP|Reuters|EPA|Getty|TASS|Xinhua|dpa)\)\s*$"
    r"|\b(?:AP|AFP|EPA) Photo\b|Getty Images|\bfile photo\b|^FILE\b|^\(?(?:Photo|Image|Picture)s?\s*(?:by|:)",
    re.IGNORECASE,
)
_POST = re.compile(r"^\s*[—–-]+\s?.{2,60}\(@\w+\)|pic\.twitter\.com|t\.co/\w+")
_SIGNS_OF_FURNITURE = (
    *(")\n", ") \n", "photo", "getty", "(@", "twitter", "t.co/"),
    *("\nfile", "\nimage", "\n(image", "\npicture", "\n(picture"),
)
"""What a line must hold, in small letters, to be a caption or a post at all: only such lines are looked at one by one."""


def running_lines(words: Words) -> Mask:
    """Which lines of the batch are running text: long enough, ended like a sentence, no caption, no post, not said before."""
    codes, lines = words.codes, words.lines
    count = int(lines[-1]) + 1
    solid = np.flatnonzero(~_space(codes))
    begins = solid[np.concatenate(([True], solid[1:] - solid[:-1] > 1))[: len(solid)]]
    size = np.bincount(lines[begins], minlength=count)
    last = np.zeros(count, np.int64)
    last[lines[solid]] = solid
    for _ in range(3):
        last = np.where(_among(codes[last], _CLOSERS), np.maximum(last - 1, 0), last)
    running = (size >= LEAST_WORDS) & (_among(codes[last], _FULL_STOPS) | (size >= LONG_PARAGRAPH))
    running[_furniture(words)] = False
    return running & _first_time(words, running)


def _furniture(words: Words) -> list[int]:
    """The numbers, over the batch, of lines that are captions or posts, or stand over the name of a post's author."""
    lowered = words.lowered.tobytes().decode("utf-32-le", "surrogatepass")
    ends = np.flatnonzero(words.codes == ord("\n"))
    found: list[int] = []
    for number in _lines_with(lowered, ends):
        line = _line(words, ends, number)
        if _CAPTION.search(line) or _POST.search(line):
            found.append(number)
            if _POST.match(line):
                found.append(_line_before(words, ends, number))
    return found


def _lines_with(lowered: str, ends: Places) -> list[int]:
    """The numbers of the lines that hold a sign of furniture."""
    places: list[int] = []
    for needle in _SIGNS_OF_FURNITURE:
        place = lowered.find(needle)
        while place >= 0:
            places.append(place + 1 if needle[0] == "\n" else place)
            place = lowered.find(needle, place + 1)
    return [int(number) for number in np.unique(np.searchsorted(ends, places))]


def _line(words: Words, ends: Places, number: int) -> str:
    first = int(ends[number - 1]) + 1 if number else 0
    return words.codes[first : int(ends[number])].tobytes().decode("utf-32-le", "surrogatepass").strip()


def _line_before(words: Words, ends: Places, number: int) -> int:
    """The next line above in the same text that is not empty; the line itself where there is none."""
    here = int(ends[number])
    text = int(words.bounds[np.searchsorted(words.bounds, here, side="right") - 1])
    for above in range(number - 1, int(np.searchsorted(ends, text)) - 1, -1):
        if _line(words, ends, above):
            return above
    return number


def _first_time(words: Words, running: Mask) -> Mask:
    """Which lines stand for the first time in their text."""
    line = words.lines[words.starts]
    first = np.flatnonzero(np.diff(line, prepend=-1))
    after = np.append(first[1:], len(line))
    text = words.text_of[first].astype(np.uint64)
    keys = mixed(stretch_hashes(words.hashes, first, after) + (after - first).astype(np.uint64)) ^ mixed(
        text + np.uint64(1)
    )
    kept = running[line[first]]
    _, where = np.unique(keys[kept], return_index=True)
    fresh = np.zeros(len(running), bool)
    fresh[line[first[kept]][where]] = True
    return fresh


def quoted(words: Words) -> Mask:
    """Which words stand within quotation marks: after an odd number of them, counted from the line's beginning."""
    marks = np.flatnonzero(_among(words.codes, _QUOTES))
    begins = np.concatenate(([0], np.flatnonzero(words.codes == ord("\n")) + 1))
    before = np.searchsorted(marks, begins)
    odd: Mask = (np.searchsorted(marks, words.starts) - before[words.lines[words.starts]]) % 2 == 1
    return odd


def sentence_numbers(words: Words) -> Places:
    """The number of the sentence, counted over the batch, in which each word stands."""
    codes = words.codes
    stops = np.flatnonzero(_among(codes[:-3], _FULL_STOPS))
    after = stops + 1
    for _ in range(2):
        after = np.where(_among(codes[after], _CLOSERS), np.minimum(after + 1, len(codes) - 2), after)
    follows = codes[np.minimum(after + 1, len(codes) - 1)]
    capital = ((follows >= ord("A")) & (follows <= ord("Z"))) | _among(follows, _OPENERS)
    ends = after[_space(codes[after]) & capital]
    breaks = np.union1d(ends, np.flatnonzero(codes == ord("\n")))
    return np.searchsorted(breaks, words.starts)


def telling(words: Words, sentences: Places) -> Mask:
    """Which words tell of what a text is about: names within a sentence, numbers, and long words; no days or months."""
    size = words.ends - words.starts
    first = words.codes[words.starts]
    capital = first != words.lowered[words.starts]
    opening = np.concatenate(([True], sentences[1:] != sentences[:-1]))[: len(sentences)]
    number = (first >= ord("0")) & (first <= ord("9"))
    told: Mask = (capital & ~opening & (size >= LEAST_NAME)) | number | (~capital & (size >= LONG_WORD))
    told &= ~np.isin(words.hashes, _calendar())
    return told


@cache
def _calendar() -> Hashes:
    names = " ".join((*calendar.day_name, *calendar.month_name, *calendar.month_abbr))
    return read_words([names]).hashes


def _space(codes: Codes) -> Mask:
    found: Mask = (codes == 32) | (codes == 0xA0) | ((codes >= 9) & (codes <= 13))
    return found


def _among(codes: Codes, characters: str) -> Mask:
    found: Mask = codes == ord(characters[0])
    for one in characters[1:]:
        found |= codes == ord(one)
    return found
