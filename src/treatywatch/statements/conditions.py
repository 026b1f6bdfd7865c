"""Conditions on what is said: unless, if, until, as long as, provided that, only if, in response to, should X."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatywatch.model.passage import Span
from treatywatch.model.statement import Condition
from treatywatch.statements.utterances import INVERTED

_RELATIONS = (
    *(
        "unless",
        "only if",
        "only after",
        "only when",
        "only once",
        "even if",
        "if",
        "until",
        "as long as",
        "so long as",
        "as soon as",
        "provided that",
        "provided",
        "providing that",
    ),
    *(
        "on condition that",
        "on the condition that",
        "in the event that",
        "in the event of",
        "in response to",
        "in return for",
    ),
    *("in exchange for", "in case of", "in case", "once", "except if", "should"),
)
_OPENER = re.compile(
    r"\b(?:"
    + "|".join(re.escape(word) for word in sorted(_RELATIONS, key=len, reverse=True) if word != "should")
    + r")\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"(?:(?<=^)|(?<=[,;:“\"] )|(?<=[“\"]))should\s+(?=[\w’']+\s+\w+)"
    rf"|{INVERTED}",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})\.|[!?;]|[”\"]"
    r"|, (?:but|and|he|she|they|it|the [a-z]+ (?:said|says)|adding|saying|noting|warning|which)\b|\u2014| -- "
)
_WHETHER = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|wonder(?:ed|s)?|know|see|unclear|as|even|what|clear|doubt(?:ed|s)?|sure|not say|decide[ds]?)\s+$",
    re.IGNORECASE,
)
_NO_CONDITION = re.compile(r"\b(?:at|for|all at|more than|and)\s+$", re.IGNORECASE)


def find_condition(text: str, content: Sequence[Span]) -> Condition | None:
    """The first condition that stands in the content, with the conjunction as its relation; None where there is none."""
    for part in content:
        piece = text[part.start : part.end]
        for match in sorted([*_OPENER.finditer(piece), *_INVERTED.finditer(piece)], key=lambda m: m.start()):
            relation = re.sub(r"\s+", " ", match.group().strip().lower())
            if _rejected(piece[: match.start()], relation) or (
                relation in ("until", "as soon as") and _A_DAY.match(piece, match.end())
            ):
                continue
            return _condition(text, part, match.start(), relation)
    return None


_A_DAY = re.compile(
    r"\s+(?:possible|practicable|feasible|at least|about|around|now|then|recently|late|early|mid|next|last|the end of|the early|\d"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[a-z]*\b|tomorrow|today|midnight|noon)",
    re.IGNORECASE,
)
"""A term, not a condition ("until 2026")."""

_FOLLOWS = re.compile(
    r"[,”\"’]*\s+(?:only )?(?:if|unless|until|provided|providing|as long as|so long as|on (?:the )?condition|in the event)\b",
    re.IGNORECASE,
)


def reach(text: str, end: int, limit: int) -> int:
    """The new end of a content that ends at `end` and is followed by its condition (not beyond `limit`); `end` where none follows."""
    if not _FOLLOWS.match(text, end, limit):
        return end
    stop = _END.search(text, end + 1, limit)
    return len(text[: stop.start() if stop else limit].rstrip(" ,;:"))


def _rejected(before: str, relation: str) -> bool:
    if relation in ("if", "in case") and _WHETHER.search(before):
        return True
    if relation == "until" and re.search(r"\bup $", before):
        return True
    return relation == "once" and (bool(_NO_CONDITION.search(before)) or not re.search(r"(?:^|,)\s*$|\w\s$", before))


def _condition(text: str, part: Span, at: int, relation: str) -> Condition:
    """From the conjunction to the end of its clause: a comma that opens the main clause, or the end of the content."""
    start = part.start + at
    piece = text[start : part.end]
    opening = not re.search(r"\w", text[part.start : start])
    stop = _END.search(piece)
    end = start + (stop.start() if stop else len(piece))
    comma = piece.find(", ")
    if opening and comma > 0 and start + comma < end:
        end = start + comma
    end = start + len(text[start:end].rstrip(" ,;:\"”’'"))
    return Condition(start, end, text[start:end], relation)
