"""Which lines and words of a batch of texts are running prose, and which of them tell what a text is about."""

from __future__ import annotations

import calendar
import re
from functools import cache

import numpy as np

from treatywatch.stories.words import (
    CAPITAL,
    CLOSER,
    QUOTE,
    SPACE,
    STOP,
    Codes,
    Hashes,
    Mask,
    Places,
    Words,
    mixed,
    read_words,
    stretch_hashes,
    stretches,
)

LEAST_WORDS = 8
"""Words from which a paragraph can be running text; menus, bylines and headings are shorter."""
LONG_PARAGRAPH = 40
"""Words from which a paragraph counts although it breaks off without a full stop."""
LEAST_NAME = 3
"""Letters of a name that tells of something."""
LONG_WORD = 7
"""Letters from which a word that is no name tells of something: shorter ones stand in texts on any subject."""
_OPENERS = "“\"'‘("
_DASHES = "—–-"
_SOURCE = re.compile(
    r"\([^()]{0,80}(?:photo|getty|pool|via|file|images?|\bEPA\b|/)[^()]{0,60}\)$"
    r"|\((?:AP|AFP|Reuters|EPA|Getty|TASS|Xinhua|dpa)\)$",
    re.IGNORECASE,
)
"""What a caption's last parenthesis holds."""
_CAPTION = re.compile(
    r"\b(?:AP|AFP|EPA) Photo\b|Getty Images|\bfile photo\b|^FILE\b|^\(?(?:Photo|Image|Picture)s?\s*(?:by|:)",
    re.IGNORECASE,
)
_POST = re.compile(r"^\s*[—–-]+\s?.{2,60}\(@\w+\)|pic\.twitter\.com|t\.co/\w+")
_FURNITURE = "photo getty twitter co"
"""Words, in small letters, without which a line that ends with no parenthesis and begins with no dash is no caption and no post."""
_CALENDAR = " ".join((*calendar.day_name, *calendar.month_name, *calendar.month_abbr))
_CAPTIONS = "photo photos image images picture pictures file"
"""Words that open a caption."""


def running_lines(words: Words) -> Mask:
    """Which lines of the batch are running text: long enough, ended like a sentence, no caption, no post, not said before."""
    begins, after = stretches((words.kinds & SPACE) == 0)
    bounds = np.searchsorted(begins, np.concatenate(([0], words.breaks + 1)))
    size = np.diff(bounds)
    last = np.zeros(len(size), np.int64)
    last[size > 0] = after[bounds[1:][size > 0] - 1] - 1
    opening = np.zeros(len(size), np.int64)
    opening[size > 0] = begins[bounds[:-1][size > 0]]
    furniture = _furniture(words, words.codes[opening], words.codes[last])
    for _ in range(3):
        last = np.where(words.kinds[last] & CLOSER, np.maximum(last - 1, 0), last)
    running: Mask = (size >= LEAST_WORDS) & (((words.kinds[last] & STOP) != 0) | (size >= LONG_PARAGRAPH))
    running[furniture] = False
    return running & _first_time(words, running)


def _furniture(words: Words, opening: Codes, last: Codes) -> list[int]:
    """The numbers, over the batch, of lines that are captions or posts, or stand over the name of a post's author."""
    found: list[int] = []
    worded = _with_words_of_furniture(words)
    for number in np.flatnonzero(worded | (last == ord(")")) | _among(opening, _DASHES)).tolist():
        line = _line(words, number)
        if _POST.match(line):
            found.extend((number, _line_before(words, number)))
        elif _SOURCE.match(line, max(line.rfind("("), 0)) or (
            worded[number] and (_CAPTION.search(line) or _POST.search(line))
        ):
            found.append(number)
    return found


def _with_words_of_furniture(words: Words) -> Mask:
    """Which lines may be furniture by their words."""
    lines = np.zeros(len(words.breaks), bool)
    lines[words.line_of[np.isin(words.hashes, _hashes(_FURNITURE))]] = True
    first = np.flatnonzero(np.diff(words.line_of, prepend=-1))
    lines[words.line_of[first[np.isin(words.hashes[first], _hashes(_CAPTIONS))]]] = True
    return lines


def _line(words: Words, number: int) -> str:
    first = int(words.breaks[number - 1]) + 1 if number else 0
    return words.codes[first : int(words.breaks[number])].tobytes().decode("utf-32-le", "surrogatepass").strip()


def _line_before(words: Words, number: int) -> int:
    """The next line above in the same text that is not empty; the line itself where there is none."""
    text = int(words.bounds[np.searchsorted(words.bounds, words.breaks[number], side="right") - 1])
    for above in range(number - 1, int(np.searchsorted(words.breaks, text)) - 1, -1):
        if _line(words, above):
            return above
    return number


def _first_time(words: Words, running: Mask) -> Mask:
    """Which lines stand for the first time in their text."""
    line = words.line_of
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
    marks = words.where(QUOTE)
    before = np.searchsorted(marks, np.concatenate(([0], words.breaks + 1)))
    odd: Mask = (words.passed(marks) - before[words.line_of]) % 2 == 1
    return odd


def sentence_numbers(words: Words) -> Places:
    """The number of the sentence, counted over the batch, in which each word stands."""
    codes, kinds = words.codes, words.kinds
    stops = words.where(STOP)
    after = stops[stops < len(codes) - 3] + 1
    for _ in range(2):
        after = np.where(kinds[after] & CLOSER, np.minimum(after + 1, len(codes) - 2), after)
    follows = codes[np.minimum(after + 1, len(codes) - 1)]
    capital = ((follows >= ord("A")) & (follows <= ord("Z"))) | _among(follows, _OPENERS)
    ends = after[((kinds[after] & SPACE) != 0) & capital]
    return words.passed(np.union1d(ends, words.breaks))


def telling(words: Words, sentences: Places) -> Mask:
    """Which words tell of what a text is about: names within a sentence, numbers, and long words; no days or months."""
    size = words.ends - words.starts
    first = words.codes[words.starts]
    capital = (words.kinds[words.starts] & CAPITAL) != 0
    opening = np.concatenate(([True], sentences[1:] != sentences[:-1]))[: len(sentences)]
    number = (first >= ord("0")) & (first <= ord("9"))
    told: Mask = (capital & ~opening & (size >= LEAST_NAME)) | number | (~capital & (size >= LONG_WORD))
    chosen = np.flatnonzero(told)
    told[chosen[np.isin(words.hashes[chosen], _hashes(_CALENDAR))]] = False
    return told


@cache
def _hashes(words: str) -> Hashes:
    return read_words([words]).hashes


def _among(codes: Codes, characters: str) -> Mask:
    found: Mask = codes == ord(characters[0])
    for one in characters[1:]:
        found |= codes == ord(one)
    return found
