"""Which sentences are worth a parse: those that hold a word of action and a topic."""

from __future__ import annotations

import re

from treatywatch.events.lexicon import ActionLexicon
from treatywatch.language.prose import Prose

_TAKEN_UP = re.compile(r"\b(?:it|its|would|will|left)\b")
"""Words by which a sentence may speak of a treaty named just before."""
_LEFT = re.compile(r"\b(?:left|leaves|leave|quits?|acceded?|signed|ratified|walked out|pulled out|withdrew|exited)\b")
"""Words that tell an act on a treaty also where the report named it long before."""


def gate(prose: Prose, actions: ActionLexicon) -> tuple[int, ...]:
    """The sentences that hold a word of action and a topic, and so want a parse."""
    named = {prose.sentence_at(mention.start) for mention in prose.mentions if mention.kind in ("treaty", "system")}
    known = any(mention.kind == "treaty" for mention in prose.mentions)
    return tuple(
        index
        for index, sentence in enumerate(prose.sentences)
        if actions.words.search(prose.text, sentence.start, sentence.end)
        and (
            index in named
            or actions.topics.search(prose.text, sentence.start, sentence.end)
            or ({index - 1, index - 2} & named and _TAKEN_UP.search(prose.text, sentence.start, sentence.end))
            or (known and _LEFT.search(prose.text, sentence.start, sentence.end))
        )
    )
