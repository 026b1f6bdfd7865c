"""The scene: one report's text with its sentences, names and quotations, and the look-ups that the cast's rules share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol

from treatywatch.language.cast_directory import SOVIET_END, Directory
from treatywatch.language.intervals import Intervals
from treatywatch.language.names_folding import fold, lower
from treatywatch.model.annotation import Mention


class SpanLike(Protocol):
    """Offsets `[start, end)`."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character after the last."""


class Subject(NamedTuple):
    """The subject of a clause, `[start, end)` up to its noun ("several panelists"), which stands at `head`.

    `kind`: common noun, name, pronoun, or several names and nouns that "and" joins; `main` tells the main clause's.
    """

    start: int
    head: int
    end: int
    kind: str
    plural: bool
    main: bool


MODIFIERS = ("adjective", "demonym")
"""Kinds of alias that only modify; all others stand as nouns."""


class Scene:
    """A text and what the gate found in it."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[SpanLike],
        mentions: Sequence[Mention],
        directory: Directory,
        on: date | None,
        quotations: Iterable[SpanLike] = (),
        subjects: Iterable[Subject] = (),
    ) -> None:
        self.subjects = tuple(subjects)
        self.text, self.directory, self.on = text, directory, on
        self.plain = lower(fold(text))
        self.sentences = tuple(sentences)
        self.mentions = tuple(sorted(mentions, key=lambda m: m.start))
        self._quotations = Intervals(sorted((q.start, q.end, None) for q in quotations))
        self._sentence_starts = [s.start for s in self.sentences]
        self._mention_starts = [m.start for m in self.mentions]
        self._names = Intervals((m.start, m.end, m) for m in self.mentions)

    @cached_property
    def _heads(self) -> dict[int, list[Subject]]:
        heads: dict[int, list[Subject]] = {}
        for subject in self.subjects:
            heads.setdefault(self.sentence_of(subject.head), []).append(subject)
        return heads

    def subject_in(self, start: int, end: int) -> Subject | bool | None:
        """The subject whose noun stands in `[start, end)`; False where the sentence has others, None where none is known of it."""
        heads = self._heads.get(self.sentence_of(start))
        if heads is None:
            return None
        return next((s for s in heads if start <= s.head < end), False)

    def sentence_of(self, offset: int) -> int:
        """The index of the sentence at `offset` (the one before it, between sentences); 0 for a text without any."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def sentence_span(self, index: int) -> tuple[int, int]:
        """Offsets of a sentence; the whole text where there is no such sentence."""
        if 0 <= index < len(self.sentences):
            return self.sentences[index].start, self.sentences[index].end
        return 0, len(self.text)

    def within(self, start: int, end: int, *kinds: str) -> list[Mention]:
        """The mentions inside `[start, end)`, of these kinds where any are given."""
        return [m for _, _, m in self._names.inside(start, end) if not kinds or m.kind in kinds]

    def over(self, start: int, end: int, *kinds: str) -> list[Mention]:
        """The mentions that share a character with `[start, end)`, of these kinds where any are given."""
        return [m for _, _, m in self._names.over(start, end) if not kinds or m.kind in kinds]

    def at(self, offset: int) -> Mention | None:
        """The mention that covers `offset`."""
        index = bisect_right(self._mention_starts, offset) - 1
        found = self.mentions[index] if index >= 0 else None
        return found if found is not None and found.start <= offset < found.end else None

    def ending_at(self, offset: int) -> Mention | None:
        """The mention whose last character stands before `offset`."""
        found = self.at(offset - 1)
        return found if found is not None and found.end == offset else None

    def quoted(self, offset: int) -> tuple[int, int] | None:
        """The quotation that holds `offset`."""
        outermost = next(iter(self._quotations.over(offset, offset + 1)), None)
        return None if outermost is None else outermost[:2]

    def state_of(self, mention: Mention) -> str | None:
        """The state or international organisation that a mention stands for: an organ's state, an office's
        or a person's actor.
        """
        if mention.kind == "actor":
            return self.directory.state_of(mention.id)
        if mention.kind == "office" and mention.id in self.directory.offices:
            return self.of_the_day(self.directory.state_of(self.directory.offices[mention.id].actor))
        if mention.kind == "person":
            terms = self.directory.held_on(mention.id, self.on) or self.directory.held_on(mention.id, None)
            return self.directory.state_of(terms[-1].office.actor) if terms else None
        return None

    def of_the_day(self, actor: str) -> str:
        """`su` for `ru` before the Soviet Union ended."""
        return "su" if actor == "ru" and self.on is not None and self.on < SOVIET_END else actor

    @cached_property
    def main_state(self) -> str | None:
        """The state that the report names most often."""
        named = [self.state_of(m) for m in self.mentions if m.kind == "actor"]
        counts = Counter(n for n in named if n in self.directory.states)
        return counts.most_common(1)[0][0] if counts else None

    def gap(self, start: int, end: int) -> str:
        """The plain lower-case text between two offsets."""
        return self.plain[start:end]


_HEAD = re.compile(r"[\s\"“”'‘’,:;(\[–—-]+")
_TAIL = re.compile(r"[\s\"“”‘,:;)\]–—-]+$")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space, quotation marks and commas at its ends, inside the text."""
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    if end <= start:
        return start, start
    head = _HEAD.match(text, start, end)
    start = head.end() if head else start
    tail = _TAIL.search(text[start:end])
    return start, start + tail.start() if tail else end
