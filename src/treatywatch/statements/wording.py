"""The words of an attribution itself: cue, speaker and what stands beside them, without the content."""

from __future__ import annotations

from typing import Any

from treatywatch.model.passage import Span
from treatywatch.statements.clauses import children, own_subject
from treatywatch.statements.parsed import Parsed
from treatywatch.statements.phrases import name_tokens
from treatywatch.statements.placing import said_between
from treatywatch.statements.speakers import beside, between_commas, quoted_as

_CLAUSE_PARTS = frozenset(
    [
        "aux",
        "auxpass",
        "neg",
        "advmod",
        "npadvmod",
        "prep",
        "dative",
        "prt",
        "dobj",
        "agent",
        "nsubj",
        "nsubjpass",
        "oprd",
        "mark",
    ]
)


_LOOSE = frozenset(["npadvmod", "prep", "advmod", "mark"])
"""Parts that belong to the attribution only behind the verb; before it they may belong to an interrupted content."""


def words_of(parsed: Parsed, verb: Any, speaker: Any, taken: set[Any]) -> Span:
    """The words of the attribution itself, without its content."""
    if between_commas(verb) == speaker:
        comma = next(token for token in reversed(verb.doc[: verb.i]) if token.text == ",")
        return parsed.span(verb.doc[comma.i + 1 : verb.i + 1])
    if said_between(verb) == speaker:
        return parsed.span([verb, speaker.right_edge])
    tokens = [verb]
    for child in verb.children:
        if child.dep_ in _CLAUSE_PARTS and child not in taken and (child.i > verb.i or child.dep_ not in _LOOSE):
            first = child.left_edge  # the mark that closes the quotation before the speaker is no part of the name
            tokens.extend(t for t in child.subtree if t not in taken and not (t.is_quote and t == first))
    if speaker.head == verb or beside(verb) == speaker or (verb.dep_ == "acl" and verb.head == speaker):
        tokens.extend(name_tokens(speaker))
    tokens.extend(child for child in children(verb, "mark") if child.lower_ == "as")
    passing = quoted_as(verb)
    if passing is not None and speaker.i < passing.i:
        return parsed.span([next(iter(name_tokens(speaker))), verb])
    opens = own_subject(passing) if handed_on(verb) else speaker if _only_helpers(speaker, verb) else None
    first = name_tokens(opens)[:1] if opens is not None else []
    return parsed.span([*first, *_adjacent(tokens, verb)])


def _only_helpers(speaker: Any, verb: Any) -> bool:
    """`he used to say`, `she went on to add`: whether nothing but the governing verb, adverbs and "to" stand between."""
    if verb.dep_ != "xcomp" or speaker.head != verb.head:
        return False
    between = verb.doc[speaker.right_edge.i + 1 : verb.i]
    return all(t == verb.head or t.pos_ in ("ADV", "PART", "AUX") or t.dep_ == "prt" for t in between)


def _adjacent(tokens: list[Any], verb: Any) -> list[Any]:
    """Those tokens that hang together with the verb (commas apart)."""
    places = {token.i for token in tokens}
    doc = verb.doc
    low = high = verb.i
    while low > 0 and (low - 1 in places or (doc[low - 1].is_punct and doc[low - 1].text == "," and low - 2 in places)):
        low -= 1
    while high + 1 < len(doc) and (high + 1 in places or (doc[high + 1].text == "," and high + 2 in places)):
        high += 1
    while low < verb.i and doc[low].is_punct:
        low += 1  # the closing mark of a quotation, taken for a part of the name
    return [doc[low], doc[high]]


def handed_on(verb: Any) -> bool:
    """`…, Interfax quoted him as saying`, `…, he was quoted as saying`: the content stands before both."""
    passing = quoted_as(verb)
    return passing is not None and own_subject(passing) is not None
