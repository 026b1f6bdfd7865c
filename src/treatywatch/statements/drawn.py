"""What something met with: `drew condemnation from the European Union`."""

from __future__ import annotations

from typing import Any

from treatywatch.statements.clauses import children
from treatywatch.statements.drafts import Draft
from treatywatch.statements.lexicon import CueEntry
from treatywatch.statements.parsed import Parsed, spans
from treatywatch.statements.phrases import conjuncts
from treatywatch.statements.subjects import subject
from treatywatch.statements.voices import can_speak

DRAWING = frozenset(
    ["draw", "bring", "prompt", "provoke", "spark", "trigger", "elicit", "win", "earn", "attract", "face"]
)
"""Verbs that tell what something met with ("drew condemnation from the EU"): their subject is the content."""


def drawn(parsed: Parsed, noun: Any, entries: list[CueEntry]) -> Draft | None:
    """`His remarks drew swift condemnation from the European Union`: who condemns stands behind "from"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in DRAWING or entries[0].frame("prep", "of") is None:
        return None
    told = subject(verb)
    sources = [
        source
        for over in (noun, verb)
        for source in children(over, "prep")
        if source.lower_ == "from" and source.i > noun.i
    ]
    speakers = [who for source in sources for who in children(source, "pobj")][:1]
    if told is None or not speakers or not can_speak(speakers[0]):
        return None
    names = [parsed.name(one) for one in conjuncts(speakers[0])]
    content = spans(parsed, _deed(verb) if told.ent_type_ in _AGENTS else list(told.subtree))
    cue = parsed.span([noun])
    return Draft(parsed.index, noun, cue, entries[0], names, cue, entries[0].frame("prep", "of"), content)


_AGENTS = frozenset(["PERSON", "NORP", "GPE", "ORG"])


def _deed(verb: Any) -> list[Any]:
    """`Paris broke the ban and drew criticism from …`: the clause with which the drawing is coordinated tells what is criticised."""
    over = verb.head if verb.dep_ == "conj" else None
    return (
        [token for token in over.subtree if token.i < verb.left_edge.i and token.dep_ != "cc"]
        if over is not None
        else []
    )
