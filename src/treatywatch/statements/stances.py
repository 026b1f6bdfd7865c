"""The stance of a statement: the cue's own, unless the frame or the content makes it another speech act."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import Stance
from treatywatch.statements.drafts import Draft
from treatywatch.statements.lexicon import ContentRule, CueLexicon

_NEUTRAL = frozenset([Stance.REPORT, Stance.ANNOUNCE, Stance.ASSESS, Stance.WARN])
_KEEPS_ITS_OWN = frozenset([Stance.ANNOUNCE, Stance.WARN])
"""Cues that only an accusation or a threat outweighs: an announced withdrawal stays announced."""

_COMMENT = re.compile(r"(?:comment|respond|elaborate|say|specify|give|disclose|discuss|provide|confirm|reply|tell)\b")
_NOT = re.compile(
    r"(?:\b(?:not|never|no|without|neither|nor|denies|denied|cannot)\b|n['’]t\b)(?:\s+[\w’'-]+){0,4}\s*$", re.IGNORECASE
)
_ALLEGED = re.compile(
    r"\b(?:alleged(?:ly)?|if|whether|accus\w+ of|den(?:y|ies|ied))\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE
)
_FUTURE = re.compile(
    r"(?:\b(?:will|would|shall|won['’]t|wouldn['’]t)|['’]ll|\bgoing to|\bintend(?:s|ed)?(?: to)?|\bplan(?:s|ned)? to"
    r"|\bready to|\bprepared to|\bcommitted to)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_SELF = re.compile(r"\b(?:i|we|he|she|it|they)\b(?:['’](?:ll|re|s|ve|d|m))?[^.;]{0,60}$", re.IGNORECASE)


def judge(
    text: str, draft: Draft, cues: CueLexicon, conditional: bool, own: Callable[[int, int], bool | None]
) -> Stance:
    """The stance of the draft. `own(start, end)` tells whether words of the content name the speaker's side (None: nobody)."""
    if draft.entry is None:
        base = Stance.REPORT
    else:
        base = (draft.frame.stance if draft.frame else None) or draft.entry.stance
        if draft.refuses_comment or (draft.negated and _COMMENT.match(draft.entry.cue)):
            return Stance.REFUSE_COMMENT
        if base is Stance.REFUSE_COMMENT:
            return Stance.REJECT
    if base not in _NEUTRAL:
        return base
    told = _first_rule(text, draft.content, cues, conditional, own)
    if told is None or (base in _KEEPS_ITS_OWN and told not in (Stance.ACCUSE, Stance.THREATEN)):
        return base
    return base if base is Stance.WARN and told is Stance.ACCUSE else told


def _first_rule(
    text: str,
    content: Sequence[Span],
    cues: CueLexicon,
    conditional: bool,
    own: Callable[[int, int], bool | None],
) -> Stance | None:
    for rule in cues.lexicon.contents:
        if rule.condition and not conditional:
            continue
        for span in content:
            if any(
                _fits(text, span, match, rule, own)
                for match in _pattern(rule.words).finditer(text, span.start, span.end)
            ):
                return rule.stance
    return None


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = [re.escape(word.removesuffix("*")) + (r"[\w-]*" if word.endswith("*") else r"\b") for word in words]
    return re.compile(r"\b(?:" + "|".join(sorted(parts, key=len, reverse=True)) + ")", re.IGNORECASE)


def _fits(
    text: str, span: Span, match: re.Match[str], rule: ContentRule, own: Callable[[int, int], bool | None]
) -> bool:
    before = text[max(span.start, match.start() - 120) : match.start()]
    clause = re.split(r"[.;!?]|\b(?:unless|if|until|because)\b", before)[-1]
    negated = bool(_NOT.search(clause) or re.search(r"\bwo(?:uld)?n['’]t\b", clause))
    if rule.negated is not None and rule.negated != negated:
        return False
    if rule.future and not _FUTURE.search(clause):
        return False
    if rule.accuses and (negated or _ALLEGED.search(clause)):
        return False
    return not rule.self or _by_itself(clause, match.start(), own)


def _by_itself(clause: str, at: int, own: Callable[[int, int], bool | None]) -> bool:
    """Whether the speaker's own side is who does it: its name or a pronoun stands before the verb."""
    named = own(at - len(clause), at)
    return named if named is not None else bool(_SELF.search(clause))
