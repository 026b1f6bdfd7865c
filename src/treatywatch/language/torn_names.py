"""Names of persons that the parse tears in two ("Speaker Vyacheslav" and "Volodin" as two subjects of one verb): put together again.

The recogniser of names and the parser decide apart; where the one sees one name and the other two phrases, the name is right more often.
"""

from __future__ import annotations

from typing import Any

_SUBJECTS = ("nsubj", "nsubjpass")
_INSIDE = ("NNP", "NNPS")


def mend_names(doc: Any) -> None:
    """Let each person's name hang together: one of its words is the head, and a title right before it belongs to it."""
    for name in doc.ents:
        if name.label_ == "PERSON" and len(name) > 1 and all(token.tag_ in _INSIDE for token in name):
            _mend(doc, name)


def _mend(doc: Any, name: Any) -> None:
    apart = [token for token in name if token.head not in name]
    if len(apart) != 2 or any(token.head.i == token.i for token in name):
        return
    first, last = apart
    if first in last.subtree or last in first.subtree or last.dep_ not in _SUBJECTS:
        return
    first.head, first.dep_ = last, "compound"
    title = doc[name.start - 1] if name.start else None
    if (
        title is not None
        and title.pos_ in ("NOUN", "PROPN")
        and title.head.i == last.head.i
        and title.dep_ in _SUBJECTS
    ):
        title.head, title.dep_ = last, "compound"
