"""Whether what a sentence tells belongs to the field: treaties, weapons, arms control."""

from __future__ import annotations

import re

from treatywatch.events.matching import Matcher
from treatywatch.events.trees import Token

_NEAR = 2
"""Sentences before a vote in which what is voted on was told."""
_ARMS = re.compile(
    r"\b(?:nuclear|atomic|missiles?|weapons?|warheads?|arms|disarm\w*|test.ban|sanctions?|treat(?:y|ies)|convention|pact|accord|uranium|"
    r"mines?|munitions?|troops|agreements?|plutonium|arsenals?|enrich\w*|centrifuges?|inspect\w*|proliferation|iaea|opcw|ratif\w*|protocols?|safeguards?|landmines?)\b",
    re.IGNORECASE,
)


def in_field(matcher: Matcher) -> bool:
    """Whether the report names a treaty or a weapon, or the sentence or one just before it speaks of arms."""
    prose, here = matcher.prose, matcher.sentence
    named = any(mention.kind in ("treaty", "system") for mention in prose.mentions)
    low, high = prose.sentences[max(0, here - _NEAR)].start, prose.sentences[here].end
    return named or bool(_ARMS.search(prose.text, low, high))


def names_person(token: Token | None, matcher: Matcher) -> bool:
    """Whether the word is somebody's name, not a state's or a body's."""
    if token is None:
        return False
    at = token.idx + matcher.offset
    kinds = {m.kind for m in matcher.prose.mentions if m.start <= at < m.end}
    return "person" in kinds or (token.ent_type_ == "PERSON" and not kinds)
