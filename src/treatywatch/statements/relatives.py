"""What an attribution in a relative clause says, and of what: `a system that the allies say breaches the accord`."""

from __future__ import annotations

from typing import Any

from treatywatch.statements.clauses import own_subject
from treatywatch.statements.filled import Filled
from treatywatch.statements.torn import tells_where


def stands_before(verb: Any, filled: Filled) -> Any:
    """The noun before the relative clause that what is said is about; None where the said clause lacks nothing."""
    relative = _relative(verb)
    place = any(child.lower_ in ("where", "when") and child.i < verb.i for child in verb.children)
    return relative if filled.frame.kind == "clause" and not place and not _complete(verb, filled) else None


def _complete(verb: Any, filled: Filled) -> bool:
    """`a visit … that he thinks it is a success`: the said clause lacks nothing, so that the noun before is not part of it."""
    mark = next((child for child in verb.children if child.i < verb.i and child.lower_ == "that"), None)
    subjects = [token for token in filled.content if token.dep_ in ("nsubj", "nsubjpass") and token.i > verb.i]
    return mark is not None and mark.dep_ == "mark" and bool(subjects)


def _relative(verb: Any) -> Any:
    """`a system that the allies say breaches …`: the noun that the said clause is about."""
    if verb.dep_ != "relcl" or own_subject(verb) is None or own_subject(verb).lower_ in ("who", "which", "that"):
        return None
    told = verb.head.pos_ in ("NOUN", "PROPN") and verb.head.lemma_.lower() not in _OCCASIONS
    return verb.head if told and not tells_where(verb) else None


_OCCASIONS = frozenset(["time", "day", "week", "month", "year", "moment", "occasion", "reason", "way", "sign"])
"""Nouns whose clause tells only when or why something was said ("the third time that he had said …")."""
