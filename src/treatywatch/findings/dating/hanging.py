"""Which day expression hangs on which word: the one it governs, or stands nearest to, unless its clause is only counted from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from treatywatch.events.trees import ancestors, is_verb
from treatywatch.findings.dating.expressions import Told

_BARE_YEAR = re.compile(r"(?:the\s)?\d{4}", re.IGNORECASE)
_NOUN_BEHIND = re.compile(
    r"\s(?!(?:and|but|or|when|after|before|to|by|with|in|on|at|for|that|which|as|because|between)\b)[A-Za-z]"
)
_LED = re.compile(r"\b(?:in|since|by|until|of|from|before|after|during|early|late)\s$", re.IGNORECASE)
_LENT = frozenset(
    {"ccomp", "xcomp", "conj", "advcl", "pobj", "pcomp", "prep", "dobj", "nsubj", "nsubjpass", "attr", "compound"}
)
"""Dependencies over which a clause's day is also the day of what stands below it ("said on Friday after talks with …")."""


def governing(token: Any, owners: dict[int, Told]) -> Told | None:
    """The day expression that hangs on a word, on what it takes, or on the clause above it."""
    if token is None or not owners:
        return None
    if token.i in owners:
        return owners[token.i]
    below = [
        child for child in token.children if child.dep_ in ("dobj", "prep", "attr", "nsubjpass", "acl", "npadvmod")
    ]
    below += [deep for child in below if child.dep_ == "prep" for deep in child.children]
    for child in below:
        if child.i in owners and not (
            owners[child.i].unit == "date" and child.dep_ != "npadvmod" and child.dep_ != "pobj"
        ):
            return owners[child.i]
    here = token
    for above in ancestors(token):
        if here.dep_ not in _LENT:
            return None
        if above.i in owners and owners[above.i].unit != "date":
            return owners[above.i]
        here = above
    return None


def clause_at(offset: int, clauses: Iterable[Any]) -> Any:
    """The clause that a place of the sentence lies in; None where it lies in none."""
    return next((one for one in clauses if one.left_edge.idx <= offset <= one.right_edge.idx), None)


def is_counted_from(token: Any) -> bool:
    """As in "a week after it approved the treaty": a clause from which is counted has none of the days around it."""
    if token is None or token.dep_ != "advcl":
        return False
    return any(child.lower_ in ("after", "before", "since") for child in token.children) and not any(
        child.dep_ == "npadvmod" for child in token.children
    )


NEARBY = 60
"""Signs, with 25 more for a comma and 40 for a verb, within which a day stands beside a word that the parse does not join to it."""


def beside(
    start: int, end: int, told: Sequence[Told], text: str, words: Sequence[tuple[int, int, str, Any]]
) -> Told | None:
    """The day expression nearest to a word of action, with no stop and no other such word between them."""
    best: tuple[int, Told] | None = None
    for one in told:
        low, high = (end, one.start) if one.start >= end else (one.end, start)
        between = text[low:high]
        if ";" in between or "\n" in between.strip():
            continue
        cost = high - low + 25 * between.count(",")
        cost += 40 * sum(low <= other[0] and other[1] <= high and _heads(other[3]) for other in words)
        if best is None or cost < best[0]:
            best = (cost, one)
    return best[1] if best is not None and best[0] <= NEARBY else None


def belongs_to_noun(told: Told, text: str) -> bool:
    """As in "the 1972 treaty": a year that belongs to what it stands before."""
    bare = told.unit == "date" and _BARE_YEAR.fullmatch(told.text) is not None
    return bare and _NOUN_BEHIND.match(text, told.end) is not None and not _LED.search(text[: told.start][-12:])


def _heads(token: Any) -> bool:
    """Whether a verb between two words opens a clause of its own."""
    return token is not None and is_verb(token) and token.dep_ not in ("xcomp",)
