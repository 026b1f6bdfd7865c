"""Evidence: exact text in a report, and the grounds of an answer."""

from __future__ import annotations

from dataclasses import dataclass

from treatywatch.model.vocabulary import SourceKind

CONTEXT = 32
"""Characters of prefix and suffix kept with a passage (W3C Web Annotation, TextQuoteSelector)."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Offsets `[start, end)` in Unicode code points of the kept text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The text that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact text in a report, with what stands before and after it (W3C TextPositionSelector and TextQuoteSelector)."""

    report: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @classmethod
    def cut(cls, report: str, text: str, span: Span) -> Passage:
        """The passage of `span` in the kept `text` of `report`."""
        before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
        return cls(report, span.start, span.end, span.of(text), before, after)


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that an answer rests on: an article, an act, a source, or a passage."""

    article: str | None = None
    act: str | None = None
    source: str | None = None
    source_kind: SourceKind | None = None
    verified: bool | None = None
    evidence: Passage | None = None
    note: str | None = None
