"""Quotations told by a noun: "“Unacceptable,” was the verdict of the chancellor", "His answer: “…”", "had a message for Moscow: “…”"."""

from __future__ import annotations

import re

from treatywatch.language.prose import Prose
from treatywatch.language.quotations import Quotation
from treatywatch.model.passage import Span
from treatywatch.statements.drafts import Draft

_SAYINGS = (
    r"verdict|reaction|response|answer|reply|comment|assessment|message|conclusion|description|warning|advice|retort|explanation"
    r"|question|summary|word|words|argument|plea|appeal|prediction|view|opinion"
)
"""Nouns for something said."""

_BEHIND = re.compile(
    rf"\s*(?P<cue>(?:was|is|were|are|came|read)\s+(?:the\s+|an?\s+)?(?:\w+\s+){{0,2}}(?:{_SAYINGS})\s+(?:of|from|by)\s+)"
    r"(?P<name>[^.,;:\n]+)"
)
_OWNED = re.compile(
    rf"\s*(?:was|is|were|are|came|ran)\s+(?P<name>(?:his|her|their|[A-Z][^.,;:\n]{{1,60}}?['’]s?))\s+(?P<cue>(?:\w+\s+){{0,2}}(?:{_SAYINGS}))\b"
)
_BEFORE = re.compile(
    rf"(?P<name>[Hh]is|[Hh]er|[Tt]heir|[A-Z][^.,;:\n]{{1,60}}?['’]s?)\s+(?P<cue>(?:\w+\s+){{0,2}}(?:{_SAYINGS}))(?:\s+(?:was|is|came))?[^.;:\n\"“]{{0,40}}[:,]\s*$"
)
_OF = re.compile(
    rf"(?P<cue>(?:[Tt]he|[Aa]n?)\s+(?:\w+\s+){{0,2}}(?:{_SAYINGS})\s+(?:of|from|by)\s+)(?P<name>[^.,;:\n]+?)(?:\s+(?:was|is|came))?\s*[:,]\s*$"
)


def told_by_noun(prose: Prose, quotation: Quotation) -> Draft | None:
    """The attribution of a quotation by a noun beside it that tells what was said; None where there is none."""
    index = prose.sentence_at(quotation.start)
    if index is None:
        return None
    start = prose.sentences[index].start
    match = (
        _BEHIND.match(prose.text, quotation.end)
        or _OWNED.match(prose.text, quotation.end)
        or _BEFORE.match(prose.text, start, quotation.start)
        or _OF.match(prose.text, start, quotation.start)
    )
    if match is None:
        return None
    name = _name(prose, match)
    if name is None:
        return None
    cue = Span(match.start("cue"), match.start("cue") + len(match.group("cue").rstrip()))
    clause = Span(min(name.start, cue.start), max(name.end, cue.end))
    return Draft(index, None, cue, None, [name], clause, content=[Span(quotation.start, quotation.end)])


_PRONOUNS = ("his", "her", "their", "he", "she", "they")


def _name(prose: Prose, match: re.Match[str]) -> Span | None:
    """The words that name the owner; None where nobody known is named."""
    start, end = match.span("name")
    words = prose.text[start:end]
    if words.lower() in _PRONOUNS:
        return Span(start, end) if prose.cast.speaker(start, end).name.lower() not in _PRONOUNS else None
    known = prose.cast.scene.within(start, end, "person", "office", "actor")
    return Span(start, start + len(words.removesuffix("'s").removesuffix("’s").rstrip("'’ "))) if known else None
