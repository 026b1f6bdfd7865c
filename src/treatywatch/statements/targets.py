"""Whom a statement is aimed at: who is accused, threatened, warned, urged."""

from __future__ import annotations

import re

from treatywatch.language.prose import Prose
from treatywatch.model.annotation import Mention
from treatywatch.model.passage import Span
from treatywatch.model.statement import Speaker
from treatywatch.model.vocabulary import Stance
from treatywatch.statements.drafts import Draft
from treatywatch.statements.phrases import name_tokens, span_of
from treatywatch.statements.subjects import subject

_BY_FRAME = frozenset(
    [Stance.ACCUSE, Stance.THREATEN, Stance.URGE, Stance.DEMAND, Stance.WARN, Stance.OFFER, Stance.REJECT, Stance.DENY]
)
_DEED = re.compile(
    r"\b(?:violat|breach|cheat|flout|non-?complian|in breach|illegal|fail|undermin|threat|refus|l(?:ied|ying)"
    r"|bears?\b|bore\b|break|broke|tore|stole|meddl|interfer|must|should|ought|needs? to|ha(?:s|ve|d) until"
    r"|ha(?:s|ve|d) (?:(?:\w+ ){1,2}(?:hours|days|weeks|months) )?to)",
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
    if draft.whom is not None and not (draft.whom_is_addressee and stance in _SAID_TO_ANYBODY and _is_neutral(draft)):
        found = _others(prose, draft.whom, own)
        if found:
            return found
    if stance in (Stance.ACCUSE, Stance.URGE, Stance.DEMAND, Stance.THREATEN):
        return _doers(prose, draft, stance, own)
    if stance is Stance.REJECT and _is_neutral(draft):
        return _leading(prose, draft.content[0], own)  # "the US terms were unacceptable"
    return ()


_SAID_TO_ANYBODY = frozenset([Stance.REJECT, Stance.OFFER, Stance.DENY])
"""Acts that a neutral cue's addressee ("told X that …") hears without being their target."""


def _is_neutral(draft: Draft) -> bool:
    return draft.entry is None or draft.entry.stance is Stance.REPORT


def _others(prose: Prose, span: Span, own: set[str]) -> tuple[str, ...]:
    return tuple(actor for actor in prose.cast.actors(span.start, span.end) if actor not in own)


def _doers(prose: Prose, draft: Draft, stance: Stance, own: set[str]) -> tuple[str, ...]:
    """Who is told to have done it: the subject, else the last name before the deed, the only other one named, or whose thing it is."""
    asks = stance in (Stance.URGE, Stance.DEMAND)
    finite = draft.frame is not None and draft.frame.kind == "clause" and not _is_neutral(draft)
    leading = _leading(prose, draft.content[0], own) if stance is Stance.ACCUSE or finite else ()
    found = leading or _before_deed(prose, draft, own, owners=not asks)
    if found or asks:
        return found  # "called for action to prevent Iran …": whom it names is not whom it asks
    named = tuple(dict.fromkeys(a for span in draft.content for a in _named(prose, span) if a not in own))
    if len(named) == 1:
        return named
    return _owner(prose, draft, own) if not named else ()


def _before_deed(prose: Prose, draft: Draft, own: set[str], *, owners: bool) -> tuple[str, ...]:
    """The last name before a deed with those coordinated; `owners`: also one behind "of" ("the arsenal of X")."""
    for span in draft.content:
        deed = _DEED.search(prose.text, span.start, span.end)
        if deed is None:
            continue
        before = [
            m for m in prose.mentions if m.kind == "actor" and span.start <= m.start and m.end <= deed.start() + 1
        ]
        for i in reversed(range(len(before))):
            found = _others(prose, Span(before[i].start, before[i].end), own)
            if found:
                together = _coordinated(prose, before[:i], before[i].start, own) + found
                first = before[i + 1 - len(together)] if len(together) <= i + 1 else before[i]
                owner = prose.text[span.start : first.start].rstrip().endswith(" of")
                return () if owner and not owners else together
    return ()


def _coordinated(prose: Prose, before: list[Mention], start: int, own: set[str]) -> tuple[str, ...]:
    """Those named with the one at `start` ("Egypt and North Korea should …")."""
    if not before or not _AND.fullmatch(prose.text, before[-1].end, start):
        return ()
    last = before[-1]
    return _coordinated(prose, before[:-1], last.start, own) + _others(prose, Span(last.start, last.end), own)


_AND = re.compile(r",?\s+(?:and\s+)?(?:the\s+)?|,\s*")
_LEAD = re.compile(r"[\s\"“'‘]*(?:that\s+)?(?:(?:the|a|an|both|any|every|all)\s+)?", re.IGNORECASE)


def _leading(prose: Prose, span: Span, own: set[str]) -> tuple[str, ...]:
    """Who is named first in the content, as its subject, with those coordinated."""
    lead = _LEAD.match(prose.text, span.start, span.end)
    at = lead.end() if lead else span.start
    found: tuple[str, ...] = ()
    for mention in (m for m in prose.mentions if m.kind == "actor" and at <= m.start < span.end):
        if mention.start > at and not (found and _AND.fullmatch(prose.text, at, mention.start)):
            break
        found += _others(prose, Span(mention.start, mention.end), own)
        at = mention.end
    return found


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
