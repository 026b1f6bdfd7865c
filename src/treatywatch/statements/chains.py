"""How the speech acts of one sentence stand to each other: side by side, one within the other, or one through the other."""

from __future__ import annotations

from treatywatch.model.passage import Span
from treatywatch.statements.attribution import Parsed
from treatywatch.statements.drafts import Draft

_EDGE = " ,;:-—–\t\n"


def settle(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """Raise participles to the main clause, cut them out of its content, and mark what is said within another statement."""
    for draft in drafts:
        matrix = _matrix(parsed, draft, drafts)
        if matrix is not None:
            draft.raised = True
            draft.speakers = list(matrix.speakers)
            _cut(parsed, matrix, draft)
    for draft in drafts:
        holders = [other for other in drafts if other is not draft and draft.cue and other.holds(draft.cue)]
        if holders:
            draft.parent = min(holders, key=lambda other: sum(part.end - part.start for part in other.content))
    return drafts


def _matrix(parsed: Parsed, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The statement whose speaker a participle after a comma goes on to speak for ("…, adding that")."""
    verb = draft.anchor
    if verb is None or verb.tag_ != "VBG" or verb.i == 0 or any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return None
    before = verb.i - 1
    while before > 0 and verb.doc[before].dep_ in ("advmod", "cc", "neg") and verb.doc[before].text != ",":
        before -= 1
    if not verb.doc[before].is_punct and verb.doc[verb.i - 1].lower_ not in ("and", "while"):
        return None
    assert draft.cue
    earlier = [
        d for d in drafts if d is not draft and d.cue and d.cue.start < draft.cue.start and not d.passive and d.content
    ]
    earlier = [d for d in earlier if d.anchor.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VB") or d.raised]
    holding = [d for d in earlier if d.holds(draft.cue)]
    return (holding or [None])[0]  # type: ignore[list-item]


def _cut(parsed: Parsed, matrix: Draft, draft: Draft) -> None:
    """Take the participle, and what follows it, out of the main clause's content."""
    assert draft.cue
    kept: list[Span] = []
    for part in matrix.content:
        if part.start <= draft.cue.start < part.end:
            end = part.start + len(parsed.text[part.start : draft.cue.start].rstrip(_EDGE))
            if end > part.start:
                kept.append(Span(part.start, end))
        else:
            kept.append(part)
    matrix.content = kept
