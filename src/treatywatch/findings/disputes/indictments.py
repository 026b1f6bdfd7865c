"""Indictments: charges that a report tells in its own words, where no statement is read ("lodged a formal complaint that …").

A side, a word of charging or of finding, and a breach told of another side, in one sentence. Read only where a breach or a forbidden
deed is told in so many words; who is accused is left to the reading of charges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from treatywatch.findings.disputes.lexicon import DisputeLexicon
from treatywatch.findings.retold import places, retold
from treatywatch.findings.sides import Sides
from treatywatch.model.annotation import Mention
from treatywatch.model.entry import StatementEntry, Told
from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import Stance

_FAR = 8
"""Words between who charges and the charge ("the department in its yearly report on compliance finds"); by eye."""
_LIFTED = 4
"""Words before a word of charging in which it is lifted ("did not find", "denied the complaint"); by eye."""
_PLACE = re.compile(r"\b(?:in|at|near|from|to|with|against|over|on)\s+(?:the\s+)?$", re.IGNORECASE)
_THAT = re.compile(r"(?:\s+[^.;:“”\"]{1,60}?)??,?\s+that\s+", re.IGNORECASE)
_IN_BREACH = re.compile(
    r"\s+(?:the\s+|that\s+)?(?P<whom>[^.;:,]{2,60}?)\s+(?:to be\s+|was\s+|is\s+|were\s+|are\s+)?(?:in|guilty of|out of)\s+(?:\w+\s+){0,3}?"
    r"(?:breach|violation|non-?compliance|contravention|default|defiance|compliance)\b",
    re.IGNORECASE,
)
"""After a verdict: `found Iran to be in material breach of`."""

_Side: TypeAlias = tuple[Mention, str]


class Indictments:
    """Reads indictments with one lexicon."""

    def __init__(self, words: DisputeLexicon, sides: Sides) -> None:
        self.words, self.sides = words, sides

    def told(self, texts: Iterable[Told]) -> Iterator[StatementEntry]:
        """The indictments of some reports, in their order, as statements."""
        for told, sentence, day in places(texts, self.words.words("indicting")):
            if not sentence.heading:
                yield from self._in_sentence(told, Span(sentence.start, sentence.end), day)

    def _in_sentence(self, told: Told, place: Span, day: date | None) -> Iterator[StatementEntry]:
        text = place.of(told.text)
        for match in self.words.words("indicting").finditer(text):
            word = Span(*match.span())
            content, stance = self._content(text, word)
            who = self._who(text, word, day) if content is not None else None
            if content is not None and who is not None:
                yield retold(told, place, who, word, content, stance)

    def _content(self, text: str, word: Span) -> tuple[Span | None, Stance]:
        end = len(text.rstrip(' .”"'))
        verdict = _IN_BREACH.match(text, word.end)
        if verdict is not None and not self.words.words("undone").search(verdict.group()):
            return Span(verdict.start("whom"), end), Stance.ACCUSE
        clause = _THAT.match(text, word.end)
        if clause is None or self.words.words("undone").search(clause.group()):
            return None, Stance.ASSESS
        return Span(clause.end(), end), Stance.ASSESS

    def _who(self, text: str, word: Span, day: date | None) -> _Side | None:
        """Who charges: named last before the word, not far from it, and nothing lifts it."""
        named = [one for one in self.sides.mentions(text[: word.start], day) if not _PLACE.search(text[: one[0].start])]
        near = " ".join(text[: word.start].split()[-_LIFTED:])
        if not named or any(self.words.words(name).search(near) for name in ("undone", "supposing", "refusing")):
            return None
        between = text[named[-1][0].end : word.start]
        return named[-1] if len(between.split()) <= _FAR and not re.search(r"[.;:!?]", between) else None
