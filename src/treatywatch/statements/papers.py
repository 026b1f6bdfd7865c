"""Papers that say: statements, letters, reports; and where a paper speaks for itself, not for the subject of its sentence."""

from __future__ import annotations

from typing import Any

from treatywatch.language.names_folding import words

DOCUMENTS = frozenset(
    [
        *(
            "statement",
            "letter",
            "tweet",
            "report",
            "email",
            "e-mail",
            "memo",
            "interview",
            "speech",
            "post",
            "article",
        ),
        *(
            "message",
            "note",
            "comment",
            "remark",
            "response",
            "reply",
            "answer",
            "resolution",
            "communique",
            "communiqué",
            "declaration",
            "document",
        ),
        *(
            "paper",
            "release",
            "ad",
            "text",
            "video",
            "call",
            "conference",
            "briefing",
            "address",
            "editorial",
            "column",
        ),
    ]
)
"""Nouns of the thing that says: their owner, or the subject of the sentence, is the speaker."""

_TO_PAPERS = frozenset(["to", "of", "on", "for", "about", "against", "after", "before", "from", "under", "despite"])
"""Prepositions before a paper in which somebody else than the subject speaks ("in response to a resolution stipulating …")."""


_ANSWERING = words(
    """reject refute deny dismiss dispute rebut criticise criticize condemn denounce slam confirm quote cite see read welcome contradict
    receive get discuss ignore leak obtain study review challenge ridicule mock"""
)
"""Verbs whose object is a paper of somebody else's ("refuted reports claiming that …")."""


def of_others(paper: Any) -> bool:
    """Whether a paper that a participle describes is somebody else's than the subject's: it stands behind such a preposition or verb."""
    if paper.dep_ == "pobj":
        return paper.head.lower_ in _TO_PAPERS
    return paper.dep_ == "dobj" and paper.head.lemma_.lower() in _ANSWERING
