"""Cues without a subject of their own that speak for the main clause's: participles, and verbs coordinated with the cue."""

from __future__ import annotations

from typing import Any

from treatywatch.statements.attribution import hidden_participle
from treatywatch.statements.clauses import own_subject, tense
from treatywatch.statements.drafts import Draft

BELIEFS = frozenset(["believe", "think", "recognise", "recognize", "see", "anticipate"])
"""Cues by which a speaker tells his own mind."""


def matrix_of(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The statement whose speaker a participle after a comma goes on to speak for ("…, adding that")."""
    verb = draft.anchor if draft.entry is None or draft.entry.pos != "preposition" else None
    if verb is not None and hidden_participle(verb):
        return next((d for d in drafts if d.raised and draft.cue and d.holds(draft.cue)), None)
    if verb is not None and verb.tag_ != "VBG" and (verb.dep_ == "conj" or _behind_conjunction(verb)):
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
    holding = [d for d in earlier if d.holds(draft.cue) or _right_behind(verb, d)]
    return (holding or [None])[0]  # type: ignore[list-item]


def _right_behind(verb: Any, draft: Draft) -> bool:
    """`…, he said, squarely blaming Paris`: a participle that goes on right behind an attribution, whatever it was hung on."""
    between = [token for token in verb.doc[draft.anchor.i + 1 : verb.i] if not token.is_punct and token.pos_ != "ADV"]
    return not between and any(part.end <= draft.clause.start for part in draft.content)


def _behind_conjunction(verb: Any) -> bool:
    """`say it is late, but warn that …`: a bare verb right behind a conjunction, which the parser took for a complement."""
    before = verb.nbor(-1) if verb.i > 0 else verb
    return bool(
        verb.dep_ == "ccomp" and verb.tag_ in ("VB", "VBP") and before.dep_ == "cc" and own_subject(verb) is None
    )


def _told_in(verb: Any) -> str | None:
    """The tense of a cue, also where the parser took a finite verb for a participle or an infinitive ("said … but conceded")."""
    if any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        return tense(verb)
    return {"VBN": "VBD", "VB": "VBP"}.get(verb.tag_) or tense(verb)


def _coordinate(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """`said X would act and warned Y`: a cue without subject of its own, in the tense of the statement that seems to hold it."""
    verb = draft.anchor
    assert draft.cue
    finite = _told_in(verb)
    if finite is None or own_subject(verb) is not None or draft.passive or draft.speakers[0].start >= draft.cue.end:
        return None
    if verb.lemma_.lower() in BELIEFS and verb.head.dep_ in ("ccomp", "advcl"):
        return None  # "told friends that he knew of it and thought …"
    earlier = [d for d in drafts if d is not draft and d.cue and d.cue.start < draft.cue.start]
    holding = [d for d in earlier if tense(d.anchor) == finite and d.holds(draft.cue)]
    return holding[0] if holding else None
