"""Which sentences are worth a parse: those that hold a word of action and a topic."""

from __future__ import annotations

from treatywatch.events.lexicon import ActionLexicon
from treatywatch.language.prose import Prose


def gate(prose: Prose, actions: ActionLexicon) -> tuple[int, ...]:
    """The sentences that hold a word of action and a topic, and so want a parse.

    Where the report names a treaty or a weapon, the word of action will do: other sentences take that up as "it", or leave it untold.
    """
    named = any(mention.kind in ("treaty", "system") for mention in prose.mentions)
    return tuple(
        index
        for index, sentence in enumerate(prose.sentences)
        if actions.words.within(prose.text, sentence.start, sentence.end)
        and (named or actions.topics.within(prose.text, sentence.start, sentence.end))
    )
