"""Content that stands before the attribution, or around it."""

from __future__ import annotations

import re
from typing import Any

from treatywatch.model.passage import Span
from treatywatch.statements.clauses import children, modal, name_tokens, own_subject
from treatywatch.statements.drafts import Draft
from treatywatch.statements.lexicon import CueEntry
from treatywatch.statements.parsed import Parsed, has_verb, spans, trim


def take_fronted(parsed: Parsed, draft: Draft, verb: Any) -> None:
    """Content that stands before the attribution ("…, officials said"), or around it ("The treaty, he said, is dead")."""
    if draft.entry is None or modal(verb) or not any(frame.kind in ("clause", "quote") for frame in draft.entry.frames):
        return
    left = [child for child in children(verb, "ccomp", "xcomp") if child.i < verb.i]
    if parsed.text[parsed.offset : draft.clause.start].rstrip().endswith(";"):
        return  # "…; his ministry agreed": another sentence stands before
    word = _one_word(parsed, draft)
    if word is not None:
        draft.content = [word]
    elif left:
        inside = draft.clause
        tokens = [
            token
            for token in left[0].subtree
            if not inside.start <= token.idx + parsed.offset < inside.end and token != verb
        ]
        draft.content = spans(parsed, tokens + _interrupted(parsed, draft, verb))
        draft.content += _resumed(parsed, draft)
    elif draft.entry.frame("clause"):
        draft.content = _around(parsed, draft.clause)
    if draft.content:
        draft.frame = draft.entry.frame("clause") or draft.entry.frame("quote")
    address(parsed, draft)


def _one_word(parsed: Parsed, draft: Draft) -> Span | None:
    """`Asked whether …, he said "Yes".`: a quotation right behind the cue that ends the sentence."""
    for quotation in parsed.quotations:
        gap = parsed.text[draft.clause.end : quotation.start]
        if quotation.start >= draft.clause.end and gap.strip(" ,:") == "" and quotation.end <= parsed.end:
            return (
                Span(quotation.start, quotation.end)
                if not parsed.text[quotation.end : parsed.end].strip(" .!?")
                else None
            )
    return None


def closing_credit(parsed: Parsed, token: Any, entries: list[CueEntry]) -> Draft | None:
    """`…, the paper reports.` at the end of a sentence, where the parser took the verb for a plural noun."""
    doc, first = token.doc, token.left_edge
    closes = token.i + 1 >= len(doc) or doc[token.i + 1].text in (".", "!", "?")
    entry = next((entry for entry in entries if entry.frame("clause")), None)
    if entry is None or not closes or first.i in (0, token.i) or doc[first.i - 1].text != ",":
        return None
    cue, speaker = parsed.span([token]), parsed.span([first, doc[token.i - 1]])
    content = trim(parsed.text, parsed.offset, speaker.start)
    if content is None or not has_verb(parsed, parsed.offset, speaker.start):
        return None
    clause = Span(speaker.start, cue.end)
    return Draft(parsed.index, token, cue, entry, [speaker], clause, entry.frame("clause"), [content])


def address(parsed: Parsed, draft: Draft) -> None:
    """Who is told, where the content does not stand behind the cue ("…," he told reporters)."""
    if draft.entry is None or not draft.entry.frame("object-quote"):
        return
    told = [child for child in children(draft.anchor, "dobj", "dative") if child.i > draft.anchor.i]
    if told:
        draft.whom, draft.whom_is_addressee = parsed.span(name_tokens(told[0])), True


def _interrupted(parsed: Parsed, draft: Draft, verb: Any) -> list[Any]:
    """`X fell, the agency said, and Y rose`: the clause coordinated with the attribution belongs to the content."""
    if not parsed.text[draft.clause.end : parsed.end].startswith(","):
        return []
    return [
        token
        for clause in children(verb, "conj")
        if own_subject(clause) is not None and not any(c.dep_ == "ccomp" for c in clause.children)
        for token in clause.subtree
    ]


_RESUMES = re.compile(r";\s|,\s(?=(?:by|because|unless|until|if|despite|rather|nor|so that|even)\b)")


def _resumed(parsed: Parsed, draft: Draft) -> list[Span]:
    """`The treaty was never about them, he said; rather, it …`: what goes on behind the attribution."""
    found = _RESUMES.match(parsed.text, draft.clause.end, parsed.end)
    if found is None or any(part.end > draft.clause.end for part in draft.content):
        return []
    rest = trim(parsed.text, found.end(), parsed.end)
    return [rest] if rest is not None else []


def _around(parsed: Parsed, clause: Span) -> list[Span]:
    """The clauses before and after an attribution between commas."""
    left = parsed.text[parsed.offset : clause.start].rstrip(" \"”’'")
    right = parsed.text[clause.end : parsed.end]
    if not left.endswith((",", "—", "–", "-")):
        return []
    goes_on = right.startswith((",", ";")) and has_verb(parsed, clause.end, parsed.end)
    if not goes_on and not has_verb(parsed, parsed.offset, clause.start):
        return []
    found = [trim(parsed.text, parsed.offset, clause.start)]
    if goes_on:
        found.append(trim(parsed.text, clause.end, parsed.end))
    return [span for span in found if span is not None]
