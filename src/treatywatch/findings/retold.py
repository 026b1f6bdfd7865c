"""Statements that no reading found, made from a report's own words where these tell that somebody spoke."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date

from treatywatch.language.sentences import Sentence, split
from treatywatch.model.annotation import Mention
from treatywatch.model.entry import StatementEntry, Told, ToldStatement
from treatywatch.model.passage import Passage, Span
from treatywatch.model.statement import Cue, Speaker, Statement
from treatywatch.model.vocabulary import QuoteKind, Stance


def places(texts: Iterable[Told], words: re.Pattern[str]) -> Iterator[tuple[Told, Sentence, date | None]]:
    """The sentences of those reports that have one of some words, each with its report and the day by which it was published."""
    for told in texts:
        if words.search(told.text):
            day = told.published.latest if told.published else None
            yield from ((told, sentence, day) for sentence in split(told.text))


def retold(
    told: Told, sentence: Span, who: tuple[Mention, str], cue: Span, content: Span, stance: Stance
) -> StatementEntry:
    """What a sentence of a report tells of somebody's words: `who` with the side, the word that tells it, and what is said.

    The spans of `who`, `cue` and `content` are those in the sentence.
    """
    mention, side = who
    digest = hashlib.sha256(f"{told.report} {sentence.start} {content.start} {side} {stance}".encode()).hexdigest()[:16]
    name, word, said = (_moved(one, sentence.start) for one in (Span(mention.start, mention.end), cue, content))
    statement = Statement(
        id=f"statement:{digest}",
        speaker=Speaker(name.of(told.text), mention.id, None, side, name.start, name.end),
        cue=Cue(word.start, word.end, word.of(told.text)),
        content=(said,),
        kind=QuoteKind.INDIRECT,
        stance=stance,
        evidence=sentence,
    )
    passage = Passage.cut(told.report, told.text, sentence)
    return StatementEntry(
        statement.id,
        statement,
        said.of(told.text),
        (told.report,),
        None if told.line is None else 1,
        (passage,),
        (ToldStatement(told, statement),),
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
