"""The stance of a statement: the cue's own, unless the frame or the content makes it another speech act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import Stance
from treatywatch.statements.drafts import Draft

_NEUTRAL = frozenset([Stance.REPORT, Stance.ANNOUNCE, Stance.ASSESS])

_COMMENT = re.compile(
    r"\b(?:comment|respond|elaborate|say|specify|give|disclose|discuss|provide|confirm|reply)", re.IGNORECASE
)

_PROMISE = re.compile(
    r"\b(?:we|i)(?:\s+(?:will|shall|would)|['’]ll|\s+are\s+(?:not\s+)?(?:going|intend\w*|planning)|\s+do\s+not\s+(?:intend|plan)|\s+intend)\b",
    re.IGNORECASE,
)
_OWN_PROMISE = re.compile(
    r"^(?:that\s+)?(?:it|he|she|they|{names})\s+(?:would|will|was|were|is|are)\s+(?:not\s+)?(?:be\s+)?(?:ready|prepared|willing|intend\w*|\w+)",
    re.IGNORECASE,
)
_READY_TO_END = re.compile(
    r"\b(?:ready|prepared|willing)\s+to\s+(?:drop|abandon|quit|leave|withdraw|pull out|scrap|tear up|suspend|exit|walk away|retaliate|strike|respond)",
    re.IGNORECASE,
)
_READY_TO_TALK = re.compile(
    r"\b(?:ready|prepared|willing|open)\s+(?:to|for)\s+(?:\w+\s+)?(?:talk|talks|discuss|negotiat|dialogue|meet|extend|consider|resume|hold|return)",
    re.IGNORECASE,
)
_THREAT = re.compile(
    r"\bwill\s+(?:face|pay|regret|suffer)\b|\bconsequences\b|\bwill\s+(?:be\s+)?(?:forced|compelled|have)\s+to\s+(?:respond|react|retaliate|target)",
    re.IGNORECASE,
)
_BREACH = re.compile(
    r"\b(?:violat(?:e|es|ed|ing|ion|ions)|breach(?:es|ed|ing)?|in (?:material )?breach|cheat(?:s|ed|ing)|non-?complian(?:t|ce)|flout(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_NO_BREACH = re.compile(
    r"\b(?:not|never|no|n['’]t|denies|denied|without|deny|alleged|if|whether|neither|nor)\b[^.]{0,40}$", re.IGNORECASE
)
_OUGHT = re.compile(r"\b(?:should|must|needs? to|ought to|has to|have to|urgently need)\b", re.IGNORECASE)


def judge(text: str, draft: Draft) -> Stance:
    """The stance of the draft. Its content decides only where the cue is neutral."""
    if draft.entry is None:
        return draft.stance or Stance.REPORT
    own = (draft.frame.stance if draft.frame else None) or draft.entry.stance
    if draft.refuses_comment or (draft.negated and _COMMENT.match(draft.entry.cue)):
        return Stance.REFUSE_COMMENT
    if own is Stance.REFUSE_COMMENT:
        return Stance.REJECT
    if own in _NEUTRAL:
        return _by_content(_words(text, draft.content), own)
    return own


def _words(text: str, content: Sequence[Span]) -> str:
    return " ".join(span.of(text) for span in content)


def _by_content(words: str, own: Stance) -> Stance:
    """What a neutral cue's content does: accuse, threaten, offer, pledge."""
    if _READY_TO_END.search(words) or _THREAT.search(words):
        return Stance.THREATEN
    if _READY_TO_TALK.search(words):
        return Stance.OFFER
    if _PROMISE.search(words):
        return Stance.PLEDGE
    breach = _BREACH.search(words)
    if breach and not _NO_BREACH.search(words[: breach.start()]):
        return Stance.ACCUSE
    return own
