"""What of a text can make kin: the reporter's own running sentences. Captions, posts, menus and quotations are set aside.

Two reports of one press conference share its quotations, two pages of one site its menus, two users of one picture its
caption; none of that is copying.
"""

from __future__ import annotations

import re
from binascii import crc32
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

SHINGLE = 8
"""Words of a shingle: short enough to survive an edit a line, long enough not to recur by chance in English prose."""
LEAST_WORDS = 8
"""Words from which a paragraph can be running text; menus, bylines and headings are shorter."""
LONG_PARAGRAPH = 40
"""Words from which a paragraph counts although it breaks off without a full stop."""
LEAST_SENTENCE = 6
"""Words from which a sentence can be aligned: shorter ones are alike by chance."""

_ENDS = re.compile(r"[.!?]['\"”’)\]]*$")
_CAPTION = re.compile(
    r"\([^()]{0,80}(?:photo|getty|pool|via|file|images?|\bEPA\b|/)[^()]{0,60}\)\s*$"
    r"|\((?:AP|AFP|Reuters|EPA|Getty|TASS|Xinhua|dpa)\)\s*$"
    r"|\b(?:AP|AFP|EPA) Photo\b|Getty Images|\bfile photo\b|^FILE\b|^\(?(?:Photo|Image|Picture)s?\s*(?:by|:)",
    re.IGNORECASE,
)
_POST = re.compile(r"^\s*[—–-]+\s?.{2,60}\(@\w+\)|pic\.twitter\.com|t\.co/\w+")
_QUOTED = re.compile(r"[“\"][^”\"\n]{0,1200}[”\"]|[“\"][^”\"\n]{0,3000}$")
_SENTENCE_END = re.compile(r"(?<=[.!?])['\"”’)]*\s+(?=[A-Z“\"'‘(])")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def _sign(word: str) -> str:
    """One character that stands for a word, the same in every run, so that words compare at the speed of characters."""
    return chr(0x10000 + crc32(word.encode("utf-8")) % 1_000_000)


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, folded."""
    return _WORD.findall(text.casefold())


@dataclass(frozen=True)
class Prose:
    """The running sentences of one report, quotations cut out; a sentence is a string of one sign for each word."""

    sentences: tuple[str, ...]
    whole: str

    @cached_property
    def shingles(self) -> frozenset[str]:
        """Every run of SHINGLE words within a sentence or across neighbouring ones."""
        return frozenset(shingles_of("".join(self.sentences), SHINGLE))

    @cached_property
    def whole_shingles(self) -> frozenset[str]:
        """Every run of SHINGLE words of the kept text, furniture and quotations included."""
        return frozenset(shingles_of(self.whole, SHINGLE))

    @property
    def length(self) -> int:
        """Words of the running sentences."""
        return sum(map(len, self.sentences))


def shingles_of(signs: str, size: int) -> Iterator[str]:
    """Every run of `size` signs."""
    return (signs[start : start + size] for start in range(len(signs) - size + 1))


def read_prose(text: str) -> Prose:
    """The prose of a kept text. A paragraph that stands twice (a caption over its picture, a teaser) counts once."""
    seen: set[str] = set()
    sentences: list[str] = []
    for paragraph in _running_paragraphs(text):
        if paragraph in seen:
            continue
        seen.add(paragraph)
        sentences.extend(_sentences(paragraph))
    return Prose(tuple(sentences), "".join(map(_sign, words_of(text))))


def _running_paragraphs(text: str) -> Iterator[str]:
    lines = [line.strip() for line in text.split("\n")]
    lines = [line for line in lines if line]
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        size = len(line.split())
        if size < LEAST_WORDS or _CAPTION.search(line) or _POST.search(line) or _POST.match(following):
            continue
        if _ENDS.search(line) or size >= LONG_PARAGRAPH:
            yield line


def _sentences(paragraph: str) -> Iterator[str]:
    own = _QUOTED.sub(" ", paragraph)
    for sentence in _SENTENCE_END.split(own):
        signs = "".join(map(_sign, words_of(sentence)))
        if len(signs) >= LEAST_SENTENCE:
            yield signs
