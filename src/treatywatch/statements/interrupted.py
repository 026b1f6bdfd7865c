"""Content around an attribution: "The treaty, he said, is dead", "It is his task, she said, to speak to the allies"."""

from __future__ import annotations

import re

from treatywatch.model.passage import Span
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

_INCOMPLETE = frozenset(["VBZ", "VBP", "VBD", "MD", "VB", "IN", "TO", "DT", "CC", "WDT"])
"""Tags of a last word before the attribution that leave the clause open ("It was, he said, …"). Kinds of rest that the speaker
and that the reporter tells were counted in 840 news articles: behind indirect words nearly all but the asides are the speaker's.
"""


def goes_on(parsed: Parsed, left: int, clause: Span, but: bool = True) -> Span | None:
    """What follows the attribution and goes on with the content that began at `left`; None where the reporter speaks.

    `but`: whether a "but" goes on with it; behind a source it is the reporter's.
    """
    start = clause.end - 1 if parsed.text[clause.end - 1] in ",;" else clause.end
    rest = parsed.text[start : parsed.end]
    if not rest.startswith((",", ";")):
        return None
    first = next((token for token in parsed.doc if token.idx + parsed.offset > start and token.is_alpha), None)
    if first is None or (rest[0] == "," and _is_aside(first)) or (first.lower_ == "but" and not but):
        return None
    told = has_verb(parsed, clause.end, parsed.end) or first.lower_ in _RESUMES or _open(parsed, left, clause.start)
    return trim(parsed.text, clause.end, parsed.end) if told else None


def _is_aside(first: object) -> bool:
    word, tag = str(getattr(first, "lower_", "")), str(getattr(first, "tag_", ""))
    return word in _ASIDE or (tag == "VBG" and getattr(first, "dep_", "") not in ("nsubj", "csubj"))


def _open(parsed: Parsed, start: int, end: int) -> bool:
    """Whether the words before the attribution want a continuation."""
    before = [token for token in parsed.doc if start <= token.idx + parsed.offset < end and not token.is_punct]
    return bool(before) and (before[-1].tag_ in _INCOMPLETE or not has_verb(parsed, start, end))


def bracketed(parsed: Parsed, clause: Span) -> int:
    """Where the content before an attribution may begin: behind a bracket that holds them both ("(a tenth of it, he said)")."""
    before = parsed.text[parsed.offset : clause.start]
    opened = before.rfind("(")
    return parsed.offset + opened + 1 if opened > before.rfind(")") else parsed.offset


def around(parsed: Parsed, clause: Span) -> list[Span]:
    """The clauses before and after an attribution between commas."""
    start = bracketed(parsed, clause)
    left = parsed.text[start : clause.start].rstrip(" \"”’'")
    right = parsed.text[clause.end : parsed.end]
    dashed = left.endswith(("—", "–", "-")) and right.lstrip()[:1] in ("—", "–", "-", ".", "")
    if not left.endswith(",") and not dashed:
        return []
    rest = goes_on(parsed, start, clause)
    if rest is None and start == parsed.offset and not has_verb(parsed, start, clause.start):
        return []
    found = [trim(parsed.text, start, clause.start), rest]
    return [span for span in found if span is not None]


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
