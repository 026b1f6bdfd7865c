"""Quotations: pairs of quotation marks, paragraph by paragraph. Never raises.

A mark that finds no partner leaves its passage out of the pairing (told in `refused`); everything else is kept. A quotation
that runs over several paragraphs, each opened by a mark and only the last one closed, is kept as linked pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from treatywatch.model.passage import Span

_DOUBLE_OPEN, _DOUBLE_CLOSE, _EITHER = "“„«‟", "”»", '"＂'
_DOUBLE = re.compile(f"[{_DOUBLE_OPEN}{_DOUBLE_CLOSE}{_EITHER}]")
_TYPED = re.compile(r"''|``")
"""Double marks typed as two single ones; read as one straight mark."""

_SINGLE = re.compile(r"(?<![^\s(\[—–-])[‘'](?=[^\W\d_])(?!(?:tis|twas|em|til|cause)\b)")
_SINGLE_END = re.compile(r"[’'](?![^\W_])")
_LONGEST = 6000
"""No quotation is longer than this many characters: a mark further off is no partner."""


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """Quoted words at `[start, end)`, marks included; `inner_start`/`inner_end` leave the marks out.

    `continued`: its paragraph opens where the quotation of the paragraph before was left open; `open_end`: it goes on in the next one.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    continued: bool = False
    open_end: bool = False
    single: bool = False


@dataclass(frozen=True, slots=True)
class Quotations:
    """All quotations of a text, in order and disjoint, and the passages whose marks could not be paired."""

    found: tuple[Quotation, ...] = ()
    refused: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Scan:
    """The pairing in one paragraph."""

    pairs: list[tuple[int, int]] = field(default_factory=list)
    refused: list[Span] = field(default_factory=list)
    opened: int | None = None


def pair(text: str, paragraphs: Sequence[tuple[int, int]]) -> Quotations:
    """Pair the quotation marks of each paragraph (offsets as `sentences.paragraphs` gives them)."""
    text = _TYPED.sub('""', text) if _TYPED.search(text) else text
    found: list[Quotation] = []
    refused: list[Span] = []
    running = False
    for number, (start, end) in enumerate(paragraphs):
        scan = _scan(text, start, end)
        if scan.refused:
            scan = _nested(text, start, end) or scan
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else None
        goes_on = scan.opened is not None and following is not None and _opens(text, following)
        continued = running and _opens(text, start)
        running = False
        if goes_on:
            assert scan.opened is not None
            scan.pairs.append((scan.opened, end))
            running = True
        elif scan.opened is not None and _left_open(text, scan.opened, start):
            scan.pairs.append((scan.opened, end))
            goes_on = True
        elif scan.opened is not None:
            scan.refused.append(Span(scan.opened, end))
        refused.extend(scan.refused)
        found.extend(
            _quotation(text, low, high, number, continued and low == start, goes_on and high == end)
            for low, high in scan.pairs
        )
        found.extend(_singles(text, start, end, scan, number))
    return Quotations(tuple(sorted(found)), tuple(sorted(refused)))


def _left_open(text: str, opened: int, start: int) -> bool:
    """`He said: “It is late. We must go.`: a mark behind a colon that nothing closes holds what stands in its paragraph behind it."""
    return text[start:opened].rstrip().endswith(":") and opened > start


def _opens(text: str, at: int) -> bool:
    return at < len(text) and text[at] in _DOUBLE_OPEN + _EITHER


def _quotation(text: str, low: int, high: int, number: int, continued: bool, open_end: bool) -> Quotation:
    inner = low + _width(text, low)
    closing = 2 if text[high - 1] in _EITHER and high - 2 >= inner and text[high - 2] == text[high - 1] else 1
    return Quotation(low, high, inner, high if open_end else max(inner, high - closing), number, continued, open_end)


def _width(text: str, at: int) -> int:
    """Two characters for a typed double mark."""
    return 2 if text[at] in _EITHER and text[at + 1 : at + 2] == text[at] else 1


def _marks(text: str, start: int, end: int) -> Iterator[int]:
    return (match.start() for match in _DOUBLE.finditer(text, start, end))


def _scan(text: str, start: int, end: int) -> _Scan:
    scan = _Scan()
    reverse = _reversed_guillemets(text, start, end)
    for at in _marks(text, start, end):
        kind = _kind(text, at, start, end, scan.opened, reverse)
        if kind == "open":
            _open(scan, at)
        elif kind == "close":
            _close(scan, text, at, start)
    return scan


def _nested(text: str, start: int, end: int) -> _Scan | None:
    """The pairing with quotations inside quotations in the same marks; None where it does not come out even."""
    scan, opened = _Scan(), list[int]()
    for at in _marks(text, start, end):
        kind = _kind(text, at, start, end, opened[-1] if opened else None, False)
        if kind == "open":
            if opened and not any(map(str.isalnum, text[opened[-1] : at])):
                return None
            opened.append(at)
        elif kind == "close":
            if not opened:
                return None
            low = opened.pop()
            if not opened and at > low + _width(text, low):
                scan.pairs.append((low, at + _width(text, at)))
    return None if opened else scan


def _reversed_guillemets(text: str, start: int, end: int) -> bool:
    """»so« instead of «so»."""
    first, second = text.find("»", start, end), text.find("«", start, end)
    return first >= 0 and (second < 0 or first < second)


def _kind(text: str, at: int, start: int, end: int, opened: int | None, reverse: bool) -> str | None:
    """Whether the character opens or closes a quotation, or does neither."""
    mark = text[at]
    if mark in "«»" and reverse:
        return "open" if mark == "»" else "close"
    if mark == "“" and opened is not None and text[opened] == "„":
        return "close"
    if mark in "“”" and (turned := _turned(text, at, start, end, opened)):
        return turned
    if mark in _DOUBLE_OPEN:
        return "open"
    if mark in _DOUBLE_CLOSE:
        return "close"
    if mark in _EITHER:
        return _straight(text, at, start, end, opened)
    return None


def _turned(text: str, at: int, start: int, end: int, opened: int | None) -> str | None:
    """A curled mark that was typed the wrong way round: "“" behind a full stop closes, "”" before the first word opens."""
    left = text[at - 1] if at > start else " "
    right = text[at + 1] if at + 1 < end else " "
    if text[at] == "“" and opened is not None and right.isspace() and left in ".,!?":
        return "close"
    if text[at] == "”" and opened is None and left.isspace() and (at == start or not right.isspace()):
        return "open"
    return None


def _straight(text: str, at: int, start: int, end: int, opened: int | None) -> str | None:
    """A straight mark: judged by the white space around it, else by what is open."""
    left = text[at - 1] if at > start else " "
    right = text[at + 1] if at + 1 < end else " "
    if left == text[at]:
        return None  # the second half of a typed double mark
    if right == text[at]:
        right = text[at + 2] if at + 2 < end else " "
    if left.isdigit() and opened is None:
        return None  # inches
    spaced_left, spaced_right = left.isspace() or left in "([—–-", right.isspace() or right in ".,;:!?)]—–"
    if spaced_left and not spaced_right:
        return "open"
    if spaced_right and not spaced_left:
        return "close"
    return "close" if opened is not None else "open"


def _open(scan: _Scan, at: int) -> None:
    if scan.opened is not None:
        scan.refused.append(Span(scan.opened, at))
    scan.opened = at


def _close(scan: _Scan, text: str, at: int, start: int) -> None:
    if scan.opened is not None and at - scan.opened <= _LONGEST:
        if at > scan.opened + _width(text, scan.opened):
            scan.pairs.append((scan.opened, at + _width(text, at)))
    else:
        since = scan.pairs[-1][1] if scan.pairs else start
        scan.refused.append(Span(since, at + 1))
    scan.opened = None


def _singles(text: str, start: int, end: int, scan: _Scan, number: int) -> list[Quotation]:
    """‘Single’ quotations outside double ones, told from apostrophes by the letters around the marks."""
    taken = [*scan.pairs, *((span.start, span.end) for span in scan.refused)]
    found: list[Quotation] = []
    at = start
    while match := _SINGLE.search(text, at, end):
        at = match.end()
        if any(low <= match.start() < high for low, high in taken):
            continue
        close = _single_end(text, match.end(), end, taken)
        if close is not None:
            found.append(Quotation(match.start(), close + 1, match.start() + 1, close, number, single=True))
            at = close + 1
    return found


def _single_end(text: str, at: int, end: int, taken: Sequence[tuple[int, int]]) -> int | None:
    """The closing mark: the first that is no plural's apostrophe, before the next opening mark."""
    following = _SINGLE.search(text, at, end)
    limit = min(following.start() if following else end, end, at + _LONGEST)
    limit = min([limit, *(low for low, _ in taken if low >= at)])
    ends = [match.start() for match in _SINGLE_END.finditer(text, at, limit)]
    for close in ends:
        if text[close - 1] not in "sS":
            return close
    return ends[-1] if ends else None
