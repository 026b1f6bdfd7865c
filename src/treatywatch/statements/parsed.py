"""A parsed sentence, and spans of its tokens in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from treatywatch.language.quotations import Quotation
from treatywatch.model.passage import Span
from treatywatch.statements.phrases import name_tokens, span_of

_EDGE = ",;:.–—- \t\n"
_THAT = re.compile(
    r"that(?:, | (?!(?:is|was|has|had|would|will|could|can|may|might|should|must|means|meant|does|did|makes|made)\b))",
    re.IGNORECASE,
)
"""A conjunction, not the pronoun right before a verb ("that is true")."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its parse; `offset` turns a token's place into a place in the text."""

    index: int
    offset: int
    doc: Any
    text: str
    quotations: tuple[Quotation, ...] = ()

    def quoted(self, token: Any) -> Quotation | None:
        """The quotation that the token stands in, if any."""
        return self.quoted_at(token.idx + self.offset)

    def quoted_at(self, at: int) -> Quotation | None:
        """The quotation that holds an offset of the text, if any."""
        return next((q for q in self.quotations if q.start <= at < q.end and not q.single), None)

    def span(self, tokens: Iterable[Any]) -> Span:
        """The tokens' span in the text."""
        return span_of(tokens, self.offset)

    def name(self, noun: Any) -> Span:
        """The words that name somebody, without an abbreviation in brackets behind them, and without the mark of an owner."""
        words = [*name_tokens(noun), *_person(noun), *_restricting(noun)]
        last = max(words, key=lambda token: token.i)
        words = [token for token in words if token != last] if last.tag_ == "POS" else words
        span = _behind_label(self.text, self.span(words), noun.idx + self.offset)
        bracket = self.text.find(" (", span.start, span.end)
        return Span(span.start, bracket) if bracket > span.start and ")" not in self.text[bracket : span.end] else span

    @property
    def end(self) -> int:
        """The end of the parsed part, as an offset in the text."""
        return self.offset + len(self.doc.text)


_LABEL = re.compile(r"[^:]{1,30}:\s+|[A-Z][\w. ,]{1,30}\([A-Z]\w+\)\s[-–—]{1,2}\s")
"""A label or a dateline that the parser took into a name ("The Latest: X", "New York (AFP) – X")."""


def _behind_label(text: str, name: Span, head: int) -> Span:
    """The name without the label before it; its head noun stays in."""
    label = _LABEL.match(text, name.start, name.end)
    return Span(label.end(), name.end) if label is not None and label.end() <= head else name


def _restricting(noun: Any) -> list[Any]:
    """`people briefed on the matter`: a participle right behind an unnamed speaker that tells which are meant."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if noun.pos_ != "NOUN" or after is None or after.dep_ != "acl" or after.tag_ != "VBN" or after.head != noun:
        return []
    tokens = list(after.subtree)
    return tokens if len(tokens) <= _LONGEST_PARTICIPLE and not any(token.is_punct for token in tokens) else []


_LONGEST_PARTICIPLE = 6
"""Words of such a participle at most."""


def _person(noun: Any) -> list[Any]:
    """The rest of a person's name that the parser hung elsewhere."""
    if noun.ent_type_ != "PERSON":
        return []
    found = []
    for token in noun.doc[noun.i + 1 :]:
        if token.ent_type_ != "PERSON" or token.ent_iob_ != "I":
            break
        found.append(token)
    return found


def spans(parsed: Parsed, tokens: list[Any]) -> list[Span]:
    """The tokens as few spans, joined over punctuation, without "that" and punctuation at the ends."""
    places = sorted({token.i for token in tokens})
    runs: list[list[int]] = []
    for place in places:
        if runs and all(parsed.doc[i].is_punct or parsed.doc[i].is_space for i in range(runs[-1][1] + 1, place)):
            runs[-1][1] = place
        else:
            runs.append([place, place])
    found = []
    for low, high in runs:
        first, last = parsed.doc[low], parsed.doc[high]
        piece = trim(parsed.text, first.idx + parsed.offset, last.idx + len(last) + parsed.offset)
        if piece is not None:
            found.append(piece)
    return found


def trim(text: str, start: int, end: int) -> Span | None:
    """Without white space, commas, full stops and a leading "that" at the ends; None where no letter is left."""
    while start < end and text[start] in _EDGE:
        start += 1
    opening = _THAT.match(text, start, end)
    if opening is not None and opening.end() < end:
        start = opening.end()
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end) if any(map(str.isalnum, text[start:end])) else None


def has_verb(parsed: Parsed, start: int, end: int) -> bool:
    """Whether a finite verb stands between two offsets of the text."""
    return any(
        token.tag_ in ("VBZ", "VBD", "VBP", "MD") for token in parsed.doc if start <= token.idx + parsed.offset < end
    )
