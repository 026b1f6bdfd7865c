"""The cast of one report: who is who on the report's day, and which treaty and weapon the words mean.

`Cast.speaker`, `.actors`, `.organs`, `.treaties` and `.systems` take offsets `[start, end)` of words in the report's text and
answer with ids of the shelf; nothing here raises on any text or offsets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from treatywatch.language.cast_directory import Directory
from treatywatch.model.annotation import Mention
from treatywatch.model.statement import Speaker


class SentenceLike(Protocol):
    """What the cast needs of a sentence: offsets, the paragraph's number, and whether it is a heading."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character after the last."""

    @property
    def paragraph(self) -> int:
        """The number of the paragraph."""

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""


class SpanLike(Protocol):
    """Offsets `[start, end)`."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character after the last."""


class Cast:
    """Who is who in one report.

    `mentions` come from `Gazetteer.find(text, on)`; `directory` from `Directory.of(shelf)`; `persons` are spans of persons that a
    model found; `quotations` the spans of quotations (first-person pronouns in them mean whoever speaks); `on` is the
    report's day, None where it is not known.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[SentenceLike],
        mentions: Sequence[Mention],
        directory: Directory,
        on: date | None = None,
        persons: Iterable[SpanLike] = (),
        quotations: Iterable[SpanLike] = (),
    ) -> None:
        self.text, self.sentences, self.mentions = text, tuple(sentences), tuple(mentions)
        self.directory, self.on = directory, on
        self.persons, self.quotations = tuple(persons), tuple(quotations)

    def speaker(self, start: int, end: int, sentence: int | None = None, said_by: Speaker | None = None) -> Speaker:
        """Who the words of a source mean: a name with title, a pronoun, a description, an unnamed voice.

        `said_by` is the speaker of the quotation that the words stand in, where the caller knows it ("we", "I").
        """
        for mention in self.mentions:
            if start <= mention.start and mention.end <= end:
                return Speaker(self.text[start:end], mention.id, None, None, start, end)
        return Speaker(self.text[start:end], None, None, None, start, end)

    def actors(self, start: int, end: int, said_by: Speaker | None = None) -> tuple[str, ...]:
        """The states and international organisations that the words mean on the day, in the order of the text."""
        return self._named("actor", start, end)

    def organs(self, start: int, end: int) -> tuple[str, ...]:
        """The state organs that the words name ("the Pentagon"), in the order of the text."""
        return ()

    def treaties(self, start: int, end: int) -> tuple[str, ...]:
        """The treaties that the words name or refer back to ("the accord", "the 1987 treaty"); none when unsure."""
        return self._named("treaty", start, end)

    def systems(self, start: int, end: int) -> tuple[str, ...]:
        """The weapon systems that the words name or refer back to ("the missile"); none when unsure."""
        return self._named("system", start, end)

    def _named(self, kind: str, start: int, end: int) -> tuple[str, ...]:
        """The ids of the mentions of one kind inside the span."""
        inside = [m.id for m in self.mentions if m.kind == kind and start <= m.start and m.end <= end]
        return tuple(dict.fromkeys(inside))
