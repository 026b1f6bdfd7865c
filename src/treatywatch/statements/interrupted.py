"""Content around an attribution: "The treaty, he said, is dead", "It is his task, she said, to speak to the allies"."""

from __future__ import annotations

import re
from typing import Any

from treatywatch.model.passage import Span
from treatywatch.statements.filled import DATED
from treatywatch.statements.parsed import Parsed, has_verb, trim

_ASIDE = frozenset(
    [
        *("who", "whose", "whom", "which", "as", "before", "after", "when", "during", "on", "at", "though", "although"),
        *("in", "while", "where", "whereupon", "including", "according"),
    ]
)
"""Words that open what the reporter tells of the speaker or of the occasion."""

_RESUMES = frozenset(
    [
        *("to", "because", "and", "but", "or", "nor", "not", "by", "rather", "so", "even", "despite", "unless"),
        *("until", "if", "with", "without", "for", "than", "especially", "particularly", "only"),
    ]
)
"""Words that go on with what is said, though no verb need follow."""

_HEDGES = frozenset(["perhaps", "maybe", "possibly", "partly", "largely", "mainly", "simply", "just"])
_INCOMPLETE = frozenset(["VBZ", "VBP", "VBD", "MD", "VB", "IN", "TO", "DT", "CC", "WDT"])
"""Tags of a last word before the attribution that leave the clause open ("It was, he said, …"). Kinds of rest that the speaker
and that the reporter tells were counted in 840 news articles: behind indirect words nearly all but the asides are the speaker's.
"""


def goes_on(parsed: Parsed, left: int, clause: Span, but: bool = True) -> Span | None:
    """What follows the attribution and goes on with the content that began at `left`; None where the reporter speaks.

    `but`: whether a "but" goes on with it; behind a source it is the reporter's.
    """
    first = _first_behind(parsed, clause)
    if first is None or aside_behind(parsed, clause) or (first.lower_ == "but" and not but):
        return None
    told = has_verb(parsed, clause.end, parsed.end) or first.lower_ in _RESUMES or _open(parsed, left, clause.start)
    return trim(parsed.text, clause.end, parsed.end) if told else None


def _pause(parsed: Parsed, clause: Span) -> str:
    """The comma or semicolon behind the attribution, if there is one; the parser may have taken it into the attribution."""
    at = clause.end - 1 if parsed.text[clause.end - 1] in ",;" else clause.end
    return parsed.text[at : at + 1] if parsed.text[at : at + 1] in (",", ";") else ""


def _first_behind(parsed: Parsed, clause: Span) -> Any:
    """The first word behind the pause, hedges apart; None where there is no pause."""
    if not _pause(parsed, clause):
        return None
    behind = (t for t in parsed.doc if t.idx + parsed.offset >= clause.end and t.is_alpha and t.lower_ not in _HEDGES)
    return next(behind, None)


def aside_behind(parsed: Parsed, clause: Span) -> bool:
    """Whether the reporter goes on behind the attribution: of the speaker, or of the occasion ("…, he said, a day after …")."""
    first = _first_behind(parsed, clause)
    return first is not None and _pause(parsed, clause) == "," and _is_aside(first)


def _is_aside(first: Any) -> bool:
    if first.ent_type_ in DATED and first.dep_ not in ("nsubj", "poss", "compound"):
        return True
    clauses = [over for over in first.ancestors if over.dep_ == "advcl" and over.left_edge == first]
    if any(
        mark.dep_ == "mark" and mark.lower_ in ("after", "before", "since")
        for over in clauses
        for mark in over.children
    ):
        return True  # "…, he said, a day after the vote was held"
    return first.lower_ in _ASIDE or (first.tag_ == "VBG" and first.dep_ not in ("nsubj", "csubj"))


def _open(parsed: Parsed, start: int, end: int) -> bool:
    """Whether the words before the attribution want a continuation."""
    before = [token for token in parsed.doc if start <= token.idx + parsed.offset < end and not token.is_punct]
    return bool(before) and (before[-1].tag_ in _INCOMPLETE or not has_verb(parsed, start, end))


_LAST_DASH = re.compile(r"\s(?:--|[-–—])\s(?=[^-–—]{3,60}$)")
"""A dash behind which the words before an attribution name what is then told of ("… - a step, he said, that would …")."""


def bracketed(parsed: Parsed, clause: Span) -> int:
    """Where the content before an attribution may begin: behind a bracket that holds them both ("(a tenth of it, he said)")."""
    before = parsed.text[parsed.offset : clause.start]
    opened = before.rfind("(")
    if opened > before.rfind(")"):
        return parsed.offset + opened + 1
    dash = _LAST_DASH.search(before)
    aside = dash is not None and not has_verb(parsed, parsed.offset + dash.end(), clause.start)
    return parsed.offset + dash.end() if dash is not None and aside else parsed.offset


def around(parsed: Parsed, clause: Span) -> list[Span]:
    """The clauses before and after an attribution between commas."""
    start = bracketed(parsed, clause)
    left = parsed.text[start : clause.start].rstrip(" \"”’'")
    right = parsed.text[clause.end : parsed.end]
    dashed = left.endswith(("—", "–", "-")) and right.lstrip()[:1] in ("—", "–", "-", ".", "")
    if not left.endswith(",") and not dashed:
        return []
    rest = goes_on(parsed, start, clause) or _whole_rest(parsed, start, clause)
    if (
        rest is None
        and start == parsed.offset
        and not (has_verb(parsed, start, clause.start) or _headline(parsed, clause))
    ):
        return []
    found = [trim(parsed.text, start, clause.start), rest]
    return [span for span in found if span is not None]


_SHORTEST = 4
"""Words of a headline before its attribution at least."""


def _headline(parsed: Parsed, clause: Span) -> bool:
    """`Voters' board named in indictment of hackers, officials say`: a headline wants no finite verb, and ends without a stop."""
    closes = not any(map(str.isalnum, parsed.text[clause.end : parsed.end])) and parsed.text[clause.end - 1].isalnum()
    stopped = parsed.text[clause.end : parsed.end].strip()[:1] in (".", "!", "?", "”", '"') if closes else True
    behind = any(t.tag_ in ("VBN", "VBG", "TO") for t in parsed.doc if t.idx + parsed.offset < clause.start)
    return not stopped and behind and len(parsed.text[parsed.offset : clause.start].split()) > _SHORTEST


_OPENING_WORDS = 3


def _whole_rest(parsed: Parsed, start: int, clause: Span) -> Span | None:
    """`And so, he said, while some fear it, others hope for it`: behind a mere opening word all the rest is said."""
    before = [token for token in parsed.doc if start <= token.idx + parsed.offset < clause.start and token.is_alpha]
    opening = 0 < len(before) <= _OPENING_WORDS and all(
        token.pos_ in ("ADV", "CCONJ", "ADP", "SCONJ") for token in before
    )
    if not opening or not _pause(parsed, clause) or not has_verb(parsed, clause.end, parsed.end):
        return None
    return trim(parsed.text, clause.end, parsed.end)


_SEMICOLON = re.compile(r";\s")


def resumed(parsed: Parsed, content: list[Span], clause: Span) -> list[Span]:
    """`The treaty was never about them, he said; rather, it …`: what goes on behind the attribution."""
    if any(part.end > clause.end for part in content):
        return []
    if _SEMICOLON.match(parsed.text, clause.end, parsed.end):
        rest = trim(parsed.text, clause.end + 1, parsed.end)
        return [rest] if rest is not None else []
    rest = goes_on(parsed, bracketed(parsed, clause), clause)
    return [rest] if rest is not None else []
