"""How the speech acts of one sentence stand to each other: side by side, one within the other, or one through the other."""

from __future__ import annotations

from treatywatch.model.passage import Span
from treatywatch.statements.attribution import Parsed
from treatywatch.statements.clauses import own_subject
from treatywatch.statements.drafts import Draft

_EDGE = " ,;:-—–\t\n"


def settle(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """Raise participles to the main clause, cut them out of its content, and mark what is said within another statement."""
    for draft in drafts:
        matrix = _matrix(parsed, draft, drafts)
        if matrix is not None:
            draft.raised = True
            draft.speakers, draft.pronoun = list(matrix.speakers), matrix.pronoun
            _cut(parsed, matrix, draft.cue)
        beside = _beside(parsed, draft, drafts)
        if beside is not None:
            _cut(parsed, beside, draft.clause)
    for draft in drafts:
        holders = [other for other in drafts if other is not draft and draft.cue and other.holds(draft.cue)]
        if holders:
            draft.parent = min(holders, key=lambda other: sum(part.end - part.start for part in other.content))
    return drafts


def _matrix(parsed: Parsed, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The statement whose speaker a participle after a comma goes on to speak for ("…, adding that")."""
    verb = draft.anchor
    if verb is not None and verb.dep_ == "conj":
        return _coordinate(draft, drafts)
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


def _coordinate(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """`said X would act and warned Y`: a cue without subject of its own, in the tense of the statement that seems to hold it."""
    verb = draft.anchor
    assert draft.cue
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or own_subject(verb) is not None or draft.passive:
        return None
    holding = [d for d in drafts if d is not draft and d.cue and d.anchor.tag_ == verb.tag_ and d.holds(draft.cue)]
    return holding[0] if holding else None


def _beside(parsed: Parsed, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """`A said X, and B warned Y`: a coordinated attribution with a subject of its own, behind a comma and a conjunction."""
    verb = draft.anchor
    if verb.dep_ != "conj" or draft.passive or own_subject(verb) is None or draft.cue is None:
        return None
    before = parsed.text[parsed.offset : draft.clause.start].rstrip()
    if not before.endswith((", and", ", but", ", while", "; and", ";")):
        return None
    holding = [
        d for d in drafts if d is not draft and d.holds(draft.cue) and d.frame and d.frame.kind.endswith("clause")
    ]
    return holding[0] if holding else None


def _cut(parsed: Parsed, matrix: Draft, at: Span | None) -> None:
    """Take what stands from `at` on out of the main clause's content."""
    if at is None:
        return
    kept: list[Span] = []
    for part in matrix.content:
        if part.start <= at.start < part.end:
            before = parsed.text[part.start : at.start].rstrip(_EDGE)
            for word in (" and", " but", " while"):
                before = before.removesuffix(word).rstrip(_EDGE)
            if before:
                kept.append(Span(part.start, part.start + len(before)))
        elif part.start < at.start:
            kept.append(part)
    matrix.content = kept
