"""Sentences and paragraphs, by rules, with exact offsets.

The pieces are ordered, disjoint and cover every character that is no white space, whatever the text. A paragraph ends at a
blank line, or at a line break that is no soft wrap. Headings, datelines and speaker labels ("BRUSSELS:") are pieces of their
own, so that they are not fused into the sentence that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

_WRAP_COLUMNS = (40, 100)
"""A line break is a soft wrap only in lines of this width (hard-wrapped mail and wire copy has 60 to 80 columns)."""

_HEADING_WORDS = 25
"""Longest heading; the longest headline of 840 US news articles has 24 words."""

_CLOSERS = "\"”’'»)]}"
_OPENERS = "\"“‘'«„([{"

_TITLES = frozenset(
    """mr mrs ms dr prof gen lt col sgt capt cmdr adm brig maj sen rep gov pres rev hon amb sec st mt ft
    vs no nos art arts fig op vol pp messrs sr. lt.gen lt.col adm.gen del atty supt""".split()  # noqa: SIM905 - a list of words reads better as words
)
"""Abbreviations after which a sentence never ends."""

_PAUSES = frozenset(
    """u.s u.k u.n e.u u.s.s.r d.c jr sr inc corp co ltd llc plc jan feb mar apr jun jul aug sept sep oct nov dec
    a.m p.m etc e.g i.e approx est dept govt mon tue tues wed thu thur thurs fri sat sun ph.d
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn
    tex va vt wash wis wyo""".split()  # noqa: SIM905
)
"""Abbreviations after which a sentence ends only where a word that opens sentences follows."""

_STARTERS = frozenset(
    """the a an he she it they we i you this that these those his her its their our my in on at by for from with but and
    or so if as when while after before since until although though however meanwhile there here what who how why
    both no not some many most all another one two such under according asked last next earlier later also then""".split()  # noqa: SIM905
)

_STOP = re.compile(r"(?:[!?]+|\.{2,}|…|\.)(?:[" + re.escape(_CLOSERS) + r"]*)")
_WORD_BEFORE = re.compile(r"[^\s\"“”‘«»„(\[{]+$")
_WORD_AFTER = re.compile(r"[\s" + re.escape(_OPENERS) + r"]*([^\s]+)")
_MISSING_SPACE = re.compile(r"[\"“«„‘(]?[A-Z][a-z'’]+(?:\s|[,'’])")
_ATTRIBUTION = re.compile(
    r"\s+(?:[A-Z][\w.'’-]*\s+){1,5}(?:said|says|asked|asks|added|adds|told|wrote|writes|replied|cried|tweeted|shouted|declared)\b"
)
_LABEL = re.compile(
    r"[\"“]?(?=[^a-z]{0,8}[A-Z][A-Z'’-]{2})[A-Z][A-Z .,'’/-]{2,40}"
    r"(?:,?\s(?:[A-Z][a-z]+\.?,?\s?){1,3})?(?:\s?\d{1,2},?(?:\s\d{4})?)?\s*(?:\([A-Za-z /.-]{2,30}\)\s*)?(?:--|[—–:-])\s+(?=\S)"
)
"""A dateline ("BRUSSELS, July 5 (AFP) -") or a speaker's label in a transcript ("MODERATOR:")."""

_POST = re.compile(
    r"(?:\(?\d{1,2}/\d{1,2}\)?|[012]?\d[:.][0-5]\d(?:\s?(?:[ap]\.?m\.?|GMT|UTC|CET|CEST|EST|EDT|BST|h))?\s?(?:[-–—:|])?)\s+"
    r"(?:(?:BREAKING|UPDATE|LIVE|Breaking|Update|Recap|Correction|CORRECTION|Reminder):\s+)?(?=[A-Z“\"‘'])"
)
"""What opens an entry of a live blog or a post of a thread ("10:14", "(2/4) BREAKING:")."""

_BULLET = re.compile(r"[ \t]*(?:[-*•·▪–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ \t]+")
_TORN = re.compile(r"[^\W\d_]{2}-$")
"""A line that breaks off within a word ("the Nuclear-", "the Federa-") goes on in the next."""
_BLANK = re.compile(r"\n[^\S\n]*(?=\n)|\f|\u2029")
_INNER_STOP = re.compile(r"[a-z]{2}[\"”’']?\s?[.?!]\s?[\"”’']?\s+[A-Z“\"][a-z]+\s")
_SPLIT_BLOCKS, _SPLIT_LINES, _SPLIT_SHARE = 2, 5, 0.8
"""Paragraphs and lines without which nothing is said of a text's lines, and the share that must end, and not go on after, a sentence.

Of the 35 development articles of NewsWCL50, which are split so, 33 are seen; of 1,052 others (Helsinki, PolNeAR, TimeBank, wires) none.
"""


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence, a heading or a label at `[start, end)`; `paragraph` counts from 0; `heading` marks what is no prose."""

    start: int
    end: int
    paragraph: int
    heading: bool = False

    def of(self, text: str) -> str:
        """The sentence's own text."""
        return text[self.start : self.end]


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text`, in order. Never raises; every character that is no white space stands in one of them."""
    found: list[Sentence] = []
    if _one_a_line(text):
        for number, block in enumerate(_visible(text, _blocks(text))):
            lines = list(_visible(text, _line_spans(text, *block)))
            found.extend(Sentence(*line, number, len(lines) == 1 and _is_heading(text[slice(*line)])) for line in lines)
        return tuple(found)
    for number, (start, end) in enumerate(paragraphs(text)):
        found.extend(_split_paragraph(text, start, end, number))
    return tuple(found)


def _visible(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans without the white space around them, those that hold anything else."""
    return (piece for low, high in spans if (piece := _strip(text, low, high)))


def _one_a_line(text: str) -> bool:
    """Whether a sentence splitter has been here before: paragraphs between blank lines, and in each of them a sentence a line."""
    blocks = [list(_visible(text, _line_spans(text, *block))) for block in _blocks(text)]
    several = [block for block in blocks if len(block) > 1]
    lines = [line for block in several for line in block]
    if len(several) < _SPLIT_BLOCKS or len(lines) < _SPLIT_LINES:
        return False
    ended = sum(text[high - 1] in ".?!…" + _CLOSERS for _, high in lines)
    single = sum(_INNER_STOP.search(text, low, high) is None for low, high in lines)
    return min(ended, single) >= _SPLIT_SHARE * len(lines)


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """The offsets of the paragraphs, without the white space around them."""
    found = []
    for start, end in _blocks(text):
        for low, high in _lines(text, start, end):
            piece = _strip(text, low, high)
            if piece:
                found.append(piece)
    return tuple(found)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between blank lines."""
    start = 0
    for gap in _BLANK.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The block's paragraphs: its lines, joined again where the break is a soft wrap."""
    lines = _line_spans(text, start, end)
    widest = max((high - low for low, high in lines), default=0)
    opened = start
    for (low, high), (next_low, next_high) in pairwise(lines):
        if not _soft(text[low:high].rstrip(), text[next_low:next_high], widest):
            yield opened, high
            opened = next_low
    yield opened, end


def _line_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, low = [], start
    while (cut := text.find("\n", low, end)) >= 0:
        spans.append((low, cut))
        low = cut + 1
    spans.append((low, end))
    return spans


def _soft(line: str, following: str, widest: int) -> bool:
    """Whether the break after `line` only wraps it: the next word did not fit, or goes on in lower case."""
    words = following.split(None, 1)
    if not line or not words or _BULLET.match(following):
        return False
    if _TORN.search(line) and words[0][0].isalpha():
        return True
    low, high = _WRAP_COLUMNS
    if widest > high:
        return words[0][0].islower()
    if words[0][0].islower():
        return True
    return len(line) >= low and len(line) + 1 + len(words[0]) > widest


def _strip(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _split_paragraph(text: str, start: int, end: int, number: int) -> Iterator[Sentence]:
    label = _LABEL.match(text, start, end) or _POST.match(text, start, end)
    if label:
        piece = _strip(text, start, label.end())
        assert piece
        yield Sentence(*piece, number, True)
        start = label.end()
    pieces = _pieces(text, start, end)
    for low, high in pieces:
        yield Sentence(low, high, number, len(pieces) == 1 and _is_heading(text[low:high]))


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The paragraph's sentences; a piece without a letter or digit is joined to the one before it."""
    cuts = [match.end() for match in _STOP.finditer(text, start, end) if _ends(text, start, match, end)]
    found: list[tuple[int, int]] = []
    low = start
    for cut in [*cuts, end]:
        piece = _strip(text, low, cut)
        low = cut
        if piece is None:
            continue
        if found and not any(map(str.isalnum, text[piece[0] : piece[1]])):
            found[-1] = (found[-1][0], piece[1])
        else:
            found.append(piece)
    return found


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at this full stop, question or exclamation mark."""
    cut, mark = stop.end(), stop.group()
    if cut >= end:
        return False
    if not text[cut].isspace():
        return _ends_without_space(text, stop)
    after = _WORD_AFTER.match(text, cut, end)
    word = after.group(1) if after else ""
    if not word or word[0].islower():
        return False
    if mark[0] in "!?":
        return not (len(mark) > 1 and _ATTRIBUTION.match(text, cut, end))
    if mark[0] == "…" or mark.startswith(".."):
        return mark[-1] in _CLOSERS or (word[0].isupper() and not text[stop.start() - 1 : stop.start()].isspace())
    return _ends_after(text, start, stop, word)


def _ends_after(text: str, start: int, stop: re.Match[str], word: str) -> bool:
    """A full stop: judge by the word before it (abbreviation, initial, list number) and the `word` after it."""
    before = _WORD_BEFORE.search(text, max(start, stop.start() - 40), stop.start())
    last = before.group() if before else ""
    plain = last.lower()
    opens = word.strip(_OPENERS + _CLOSERS + ".,;:").lower() in _STARTERS
    if plain in _TITLES and (last[0].isupper() or plain in ("vs", "no", "nos", "art", "arts", "fig", "pp")):
        return (plain == "no" or stop.group() != ".") and not word[0].isdigit()
    if plain in _PAUSES and (last[0].isupper() or "." in plain or plain == "etc"):
        return opens or (stop.group() != "." and word[0].isupper())
    if len(last) == 1 and last.isalpha() and last.isupper():
        return opens
    return not (last.isdigit() and before is not None and before.start() == start)


def _ends_without_space(text: str, stop: re.Match[str]) -> bool:
    """`missiles.Both`: a new sentence without a space, told from `U.S.Army`, links and file names by the letters around it."""
    before = text[max(0, stop.start() - 30) : stop.start()].split()
    word = before[-1] if before else ""
    if not _MISSING_SPACE.match(text, stop.end()):
        return False
    return len(word) > 2 and word[-1].islower() and not any(mark in word for mark in ".@/:#")


def _is_heading(piece: str) -> bool:
    """A paragraph that is one piece without a full stop at its end."""
    words = piece.split()
    if len(words) > _HEADING_WORDS:
        return False
    bare = piece.rstrip(_CLOSERS)
    return not bare.endswith((".", "!", "?", ":", ";", ",", "…")) or bare.isupper()
