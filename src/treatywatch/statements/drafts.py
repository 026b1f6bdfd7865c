"""A statement in the making: what grammar has found, before names and days are resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import Stance
from treatywatch.statements.lexicon import CueEntry, Frame


@dataclass(slots=True, eq=False)
class Draft:
    """One speech act by its offsets in the text.

    `clause` covers the attribution itself (speaker, cue, addressee), `whom` the person told, accused or urged, `anchor` is the
    cue's token (None where a quotation goes on without a cue). `pronoun` is a relative pronoun that tells
    the speaker; `raised` marks a participle that speaks for the main clause's subject.
    """

    sentence: int
    anchor: Any
    cue: Span | None
    entry: CueEntry | None
    speakers: list[Span]
    clause: Span
    frame: Frame | None = None
    content: list[Span] = field(default_factory=list)
    pronoun: Span | None = None
    whom: Span | None = None
    whom_is_addressee: bool = False
    negated: bool = False
    refuses_comment: bool = False
    raised: bool = False
    passive: bool = False
    via: list[Span] = field(default_factory=list)
    parent: Draft | None = None
    mutual: bool = False
    stance: Stance | None = None

    @property
    def takes_quote(self) -> bool:
        """Whether its cue may introduce a direct quotation."""
        if self.entry is None:
            return True
        return any(frame.kind in ("quote", "object-quote", "source") for frame in self.entry.frames)

    def holds(self, span: Span) -> bool:
        """Whether the content covers the span."""
        return any(part.start <= span.start and span.end <= part.end for part in self.content)
