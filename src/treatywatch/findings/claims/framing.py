"""A sentence as a frame: its treaties, states and days as single letters, so that a claim is read from where they stand.

`It was in June 1988 that the INF Treaty entered into force` is `it was in D that T entered into force`. T is a treaty, or a word that
takes one up ("the treaty"), A one or more states, J the
adjective of a state, P one or more persons, D a day; all else is lower-case text, with single spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.page import Page
from treatywatch.findings.claims.references import Referred
from treatywatch.findings.claims.subjects import meant
from treatywatch.model.annotation import DayMention, Mention

_MEANT = re.compile(r"(?<![\w-])(?:the|this|that)\s(?:treaty|pact|accord|agreement|convention|deal)(?![\w-])")
_LED = re.compile(r"(?<![\w-])(?:the|an?)\s(?:(?:19|20)\d\d\s)?(?:landmark\s|nuclear\s)?$")
_JOINT = re.compile(r",?\s(?:and|or|nor)\s(?:the\s)?|,\s(?:the\s)?")
_AND_TITLE = re.compile(r"(?:,)?\sand\s(?:[\w.]+\s){0,3}")
_MODIFIERS = ("adjective", "demonym")
_PIECE = re.compile(r"\s+|\S")


@dataclass(frozen=True, slots=True)
class Slot:
    """What a letter of a frame stands for, at `[start, end)` of the text."""

    letter: str
    start: int
    end: int
    treaty: Referred | None = None
    mentions: tuple[Mention, ...] = ()
    day: DayMention | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence from `low` to `high` with its slots; `text[i]` stands at `offsets[i]` of the page's text."""

    low: int
    high: int
    text: str
    offsets: tuple[int, ...]
    slots: dict[int, Slot]

    def within(self, match: re.Match[str], letter: str) -> list[Slot]:
        """The slots of a letter in a match, in order."""
        return [slot for at, slot in self.slots.items() if match.start() <= at < match.end() and slot.letter == letter]

    def span(self, match: re.Match[str]) -> tuple[int, int]:
        """The offsets of a match in the page's text."""
        last = match.end() - 1
        return self.offsets[match.start()], self.slots[last].end if last in self.slots else self.offsets[last] + 1


_FRAMES: WeakKeyDictionary[Page, dict[tuple[int, int], Frame]] = WeakKeyDictionary()
"""The frames of each page that is being checked: several readers ask for the same."""


def frame_of(page: Page, low: int, high: int) -> Frame:
    """The sentence at `[low, high)` as a frame; made once for a page."""
    frames = _FRAMES.setdefault(page, {})
    if (low, high) not in frames:
        frames[low, high] = _framed(page, low, high)
    return frames[low, high]


def _framed(page: Page, low: int, high: int) -> Frame:
    text, offsets, placed, at = "", [], {}, low
    for slot in (*_placed(page, low, high), None):
        for match in _PIECE.finditer(page.plain, at, slot.start if slot else high):
            text += " " if match.group().isspace() else match.group()
            offsets.append(match.start())
        if slot is not None:
            placed[len(text)] = slot
            text += slot.letter
            offsets.append(slot.start)
            at = slot.end
    return Frame(low, high, text, tuple(offsets), placed)


def law_of(page: Page, frame: Frame, slot: Slot | None) -> Law | None:
    """The treaty of a slot; of a word that takes one up, or of none at all ("its expiry"), the one that was told before."""
    if slot is not None and slot.treaty is not None:
        return page.law_of(slot.treaty)
    return page.treaty_at(frame.low, frame.high, slot.start if slot else frame.low) or page.treaty_before(frame.low)


def _placed(page: Page, low: int, high: int) -> Iterator[Slot]:
    """The slots in their order; of two that overlap the one that begins first."""
    end = low
    found = [
        *_treaties(page, low, high),
        *_states(page, low, high),
        *_persons(page, low, high),
        *_days(page, low, high),
    ]
    for slot in sorted(found, key=lambda one: (one.start, -one.end)):
        if slot.start >= end:
            yield slot
            end = slot.end


def _treaties(page: Page, low: int, high: int) -> Iterator[Slot]:
    for one in page.treaties(low, high):
        if one.start >= 0:
            led = _LED.search(page.plain, low, one.start)
            yield Slot("T", led.start() if led else one.start, one.end, treaty=one)
    for match in _MEANT.finditer(page.plain, low, high):
        yield Slot("T", *match.span())


def _states(page: Page, low: int, high: int) -> Iterator[Slot]:
    row: list[Mention] = []
    for one in page.states(low, high):
        if one.alias_kind in _MODIFIERS:
            yield Slot("J", one.start, one.end, mentions=(one,))
        elif row and _JOINT.fullmatch(page.plain, row[-1].end, one.start):
            row.append(one)
        else:
            yield from _row(page, low, row)
            row = [one]
    yield from _row(page, low, row)
    opening = meant(page, low)
    if opening and not page.states(low, opening[0].end):
        yield Slot("A", low, opening[0].end, mentions=tuple(opening))


def _persons(page: Page, low: int, high: int) -> Iterator[Slot]:
    row: list[Mention] = []
    for one in page.prose.cast.scene.within(low, high, "person"):
        if row and _AND_TITLE.fullmatch(page.plain, row[-1].end, one.start):
            row.append(one)
            continue
        if row:
            yield Slot("P", row[0].start, row[-1].end, mentions=tuple(row))
        row = [one]
    if row:
        yield Slot("P", row[0].start, row[-1].end, mentions=tuple(row))


def _row(page: Page, low: int, row: list[Mention]) -> Iterator[Slot]:
    if row:
        start = row[0].start - (4 if page.plain.endswith("the ", low, row[0].start) else 0)
        yield Slot("A", start, row[-1].end, mentions=tuple(row))


def _days(page: Page, low: int, high: int) -> Iterator[Slot]:
    return (Slot("D", one.start, one.end, day=one) for one in page.days(low, high))
