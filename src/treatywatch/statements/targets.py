"""Whom a statement is aimed at: who is accused, threatened, warned, urged."""

from __future__ import annotations

import re

from treatywatch.language.prose import Prose
from treatywatch.model.passage import Span
from treatywatch.model.statement import Speaker
from treatywatch.model.vocabulary import Stance
from treatywatch.statements.clauses import name_tokens, span_of, subject
from treatywatch.statements.drafts import Draft

_BY_FRAME = frozenset(
    [Stance.ACCUSE, Stance.THREATEN, Stance.URGE, Stance.DEMAND, Stance.WARN, Stance.OFFER, Stance.REJECT, Stance.DENY]
)
_DEED = re.compile(
    r"\b(?:violat|breach|cheat|flout|non-?complian|in breach|must|should|needs? to|illegal|fail|undermin|threat|refus)",
    re.IGNORECASE,
)


def is_mutual(text: str, draft: Draft) -> bool:
    """Whether each of the speakers says it of the other."""
    if draft.mutual:
        return True
    words = [span.of(text) for span in draft.content[:1]] + ([draft.whom.of(text)] if draft.whom else [])
    return any(re.match(r"(?:each other|one another)\b", piece, re.IGNORECASE) for piece in words)


def find_targets(prose: Prose, draft: Draft, stance: Stance, speakers: list[Speaker]) -> tuple[str, ...]:
    """States and organisations at which the act is aimed: the frame's object, else who does the deed that it tells of."""
    if stance not in _BY_FRAME:
        return ()
    own = {side for one in speakers for side in (one.on_behalf_of, one.actor) if side}
    if draft.whom is not None:
        found = _others(prose, draft.whom, own)
        if found:
            return found
    if stance in (Stance.ACCUSE, Stance.URGE, Stance.DEMAND, Stance.THREATEN):
        return _doers(prose, draft, stance, own)
    return ()


def _others(prose: Prose, span: Span, own: set[str]) -> tuple[str, ...]:
    return tuple(actor for actor in prose.cast.actors(span.start, span.end) if actor not in own)


def _doers(prose: Prose, draft: Draft, stance: Stance, own: set[str]) -> tuple[str, ...]:
    """Who is told to have done it: the last name before the deed, else the only other one named, else whose thing is told of."""
    for span in draft.content:
        deed = _DEED.search(prose.text, span.start, span.end)
        if deed:
            before = [
                m for m in prose.mentions if m.kind == "actor" and span.start <= m.start and m.end <= deed.start() + 1
            ]
            for mention in reversed(before):
                found = _others(prose, Span(mention.start, mention.end), own)
                if found:
                    return found
    if stance in (Stance.URGE, Stance.DEMAND):
        return ()  # "called for action to prevent Iran …": whom it names is not whom it asks
    named = tuple(dict.fromkeys(a for span in draft.content for a in _named(prose, span) if a not in own))
    if len(named) == 1:
        return named
    return _owner(prose, draft, own) if not named else ()


def _named(prose: Prose, span: Span) -> tuple[str, ...]:
    """The actors that names in the span mean (no pronouns)."""
    inside = [m for m in prose.mentions if m.kind == "actor" and span.start <= m.start and m.end <= span.end]
    return tuple(actor for m in inside for actor in prose.cast.actors(m.start, m.end))


def _owner(prose: Prose, draft: Draft, own: set[str]) -> tuple[str, ...]:
    """`Russia destroys a missile that the allies say breaches …`: who has to do with the thing that the said clause is about."""
    verb = draft.anchor
    if verb is None or verb.dep_ != "relcl":
        return ()
    doer = subject(verb.head)
    for over in verb.head.ancestors:
        if over.pos_ == "VERB":
            doer = subject(over)
            break
    if doer is None:
        return ()
    return _others(prose, span_of(name_tokens(doer), prose.sentences[draft.sentence].start), own)
