"""Attributions that the parser lost beside a long quotation: their sentence is read again with the quoted words left out."""

from __future__ import annotations

from treatywatch.language.prose import Prose
from treatywatch.language.quotations import Quotation
from treatywatch.statements.attribution import find_drafts
from treatywatch.statements.chains import settle
from treatywatch.statements.drafts import Draft
from treatywatch.statements.lexicon import CueLexicon
from treatywatch.statements.parsed import Parsed

_STANDS_FOR_IT = "It is so,"
"""What the parser reads in place of the quoted words: a clause, so that it sees the attribution as what stands over it."""


def read_unquoted(prose: Prose, orphans: list[Quotation], cues: CueLexicon) -> list[Draft]:
    """The attributions outside the quotations in the sentences of those that found no owner."""
    sentences = {prose.sentence_at(at) for one in orphans for at in (one.start, one.end - 1)}
    masked = {i: _masked(prose, i) for i in sentences if i is not None}
    worth = [i for i, text in sorted(masked.items()) if cues.any_in(text)]
    drafts: list[Draft] = []
    for i, doc in zip(worth, prose.parse_anew([masked[i] for i in worth]), strict=True):
        parsed = Parsed(i, prose.sentences[i].start, doc, prose.text, prose.quotations)
        drafts.extend(draft for draft in settle(parsed, find_drafts(parsed, cues)) if draft.takes_quote)
    return drafts


def _masked(prose: Prose, index: int) -> str:
    """The sentence, of the same length, without its quotations."""
    sentence = prose.sentences[index]
    text = sentence.of(prose.text)
    for quotation in prose.quotations:
        low, high = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
        if low < high and not quotation.single:
            low, high = low - sentence.start, high - sentence.start
            filler = _STANDS_FOR_IT if low == 0 and high >= len(_STANDS_FOR_IT) else ""
            text = text[:low] + filler.ljust(high - low) + text[high:]
    return text
