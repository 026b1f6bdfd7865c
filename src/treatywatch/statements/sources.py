"""Speech told by a preposition: `according to X`."""

from __future__ import annotations

import re
from typing import Any

from treatywatch.model.passage import Span
from treatywatch.statements.clauses import children
from treatywatch.statements.drafts import Draft
from treatywatch.statements.interrupted import goes_on
from treatywatch.statements.lexicon import CueEntry
from treatywatch.statements.parsed import Parsed, has_verb, trim
from treatywatch.statements.phrases import conjuncts


def phrase(parsed: Parsed, token: Any, entries: list[CueEntry]) -> Draft | None:
    """`according to X`: X speaks, and the clause around it is the content."""
    doc = token.doc
    for entry in entries:
        words = entry.cue.split()
        piece = [doc[i] for i in range(token.i, min(token.i + len(words), len(doc)))]
        if [t.lower_ for t in piece] != words:
            continue
        noun = next((t for t in doc[piece[-1].i + 1 :] if t.dep_ == "pobj" and t.head in piece), None)
        if noun is None:
            return None
        cue = parsed.span(piece)
        clause = _unbracketed(parsed, parsed.span([*piece, *[t for t in noun.subtree if t.i > piece[-1].i]]))
        names = [parsed.name(one) for one in conjuncts(noun)]
        clause, names = _to_comma(parsed, noun, clause, names)
        clause = _over_apposition(parsed, clause)
        draft = Draft(parsed.index, token, cue, entry, names, clause, entry.frames[0])
        draft.content = _of_copula(parsed, token) or _rest(parsed, clause)
        return draft
    return None


def _to_comma(parsed: Parsed, noun: Any, clause: Span, names: list[Span]) -> tuple[Span, list[Span]]:
    """`According to X, …`, where the parser took the whole sentence for what describes X: up to the first comma."""
    comma = parsed.text.find(",", noun.idx + parsed.offset, clause.end)
    swallowed = clause.start == parsed.offset and not any(map(str.isalnum, parsed.text[clause.end : parsed.end]))
    if comma < 0 or not swallowed or not has_verb(parsed, comma, clause.end):
        return clause, names
    return Span(clause.start, comma), [Span(name.start, min(name.end, comma)) for name in names[:1]]


_APPOSED = re.compile(r",\s(?:(?:an?|the|its|his|her|their)\s[^,]+|[^,]*?['’]s?\s[^,]+)(?=,\s(?!and\b))")
"""What tells who a source is, between commas ("According to Ulyanov, Russia's envoy, …")."""


def _over_apposition(parsed: Parsed, clause: Span) -> Span:
    """The source with what tells who it is, where that opens the sentence and no verb stands in it."""
    apposed = _APPOSED.match(parsed.text, clause.end, parsed.end) if clause.start == parsed.offset else None
    if apposed is None or has_verb(parsed, apposed.start(), apposed.end()):
        return clause
    return Span(clause.start, apposed.end()) if has_verb(parsed, apposed.end(), parsed.end) else clause


def _unbracketed(parsed: Parsed, clause: Span) -> Span:
    """Without a bracket that the reporter opens behind the source ("according to the poll (a wide margin, …)")."""
    bracket = clause.of(parsed.text).find(" (")
    return Span(clause.start, clause.start + bracket) if bracket > 0 else clause


def _of_copula(parsed: Parsed, token: Any) -> list[Span]:
    """`That is according to …`: what the subject stands for."""
    before = token.nbor(-1) if token.i > 0 else None
    if before is None or before.lower_ not in ("is", "was", "are", "were", "’s", "'s"):
        return []
    subjects = [*children(before, "nsubj"), *children(token, "nsubj")]
    return [parsed.span(list(told.subtree)) for told in subjects[:1] if told.i < before.i]


_CONJUNCTION = re.compile(r"\b(?:that|but|while|because|although|where|which|whereas),?\s*$")


def _is_subject(parsed: Parsed, phrase: Span) -> bool:
    """`The convoy, according to X, left …`: the few words before the phrase are the subject of what follows it."""
    before = [token for token in parsed.doc if token.idx + parsed.offset < phrase.start]
    return any(
        token.dep_ in ("nsubj", "nsubjpass") and token.head.idx + parsed.offset >= phrase.end for token in before
    )


_DASH = re.compile(r"\s(?:--|[-–—])\s|—")


def _dashed(parsed: Parsed, phrase: Span) -> tuple[int, int]:
    """Between which dashes the phrase stands, where there is one on each side ("– which, according to X, has two –"); else the sentence."""
    before = [match.end() for match in _DASH.finditer(parsed.text, parsed.offset, phrase.start)]
    behind = _DASH.search(parsed.text, phrase.end, parsed.end)
    return (before[-1], behind.start()) if before and behind else (parsed.offset, parsed.end)


def _rest(parsed: Parsed, phrase: Span) -> list[Span]:
    """The sentence without the phrase: what follows an opening one, what precedes a later one (and goes on after a comma)."""
    low, high = _dashed(parsed, phrase)
    before = parsed.text[low : phrase.start]
    opening = (len(re.findall(r"\w+", before)) <= 2 and not _is_subject(parsed, phrase)) or bool(
        _CONJUNCTION.search(before)
    )
    found: list[Span | None] = []
    if not opening:
        found.append(trim(parsed.text, low, phrase.start))
        found.append(goes_on(parsed, parsed.offset, phrase, but=False) if high == parsed.end else None)
    else:
        found.append(trim(parsed.text, phrase.end, high))
    return [span for span in found if span is not None]
