"""Declining and refusing: comment refused is no answer, an act refused is a no; what is declined politely may be neither."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from treatywatch.model.vocabulary import Stance
from treatywatch.statements.clauses import children
from treatywatch.statements.drafts import Draft
from treatywatch.statements.filled import Filled
from treatywatch.statements.lexicon import CueEntry
from treatywatch.statements.parsed import Parsed, spans

COMMENT = frozenset(
    [
        "say",
        "comment",
        "elaborate",
        "confirm",
        "specify",
        "answer",
        "reveal",
        "disclose",
        "speculate",
        "respond",
        "explain",
        "reply",
    ]
)
"""What one declines or refuses to do when one refuses comment."""


_HANDED_OUT = frozenset(
    ["give", "provide", "offer", "discuss", "name", "identify", "detail", "release", "go", "be", "talk", "speak"]
)


_DETAILS = frozenset(
    [
        *(
            "detail",
            "details",
            "comment",
            "comments",
            "information",
            "figure",
            "figures",
            "explanation",
            "answer",
            "answers",
        ),
        *(
            "reason",
            "reasons",
            "timeline",
            "estimate",
            "name",
            "names",
            "specifics",
            "particulars",
            "number",
            "numbers",
            "evidence",
        ),
        *("into", "about", "on", "drawn", "quoted", "named", "identified"),
    ]
)
"""With these words, handing out nothing is refusing comment; refusing to give aid is not."""


_OF_WORDS = frozenset(
    [
        *(
            "negotiate",
            "renegotiate",
            "accept",
            "recognise",
            "recognize",
            "agree",
            "acknowledge",
            "apologise",
            "apologize",
        ),
        *(
            "consider",
            "endorse",
            "support",
            "back",
            "rule",
            "discuss",
            "talk",
            "commit",
            "promise",
            "pledge",
            "certify",
            "admit",
        ),
    ]
)


def comments(draft: Draft, verb: Any, filled: Filled | None, parsed: Parsed) -> bool:
    """Settle what declining and refusing mean; False where they tell no speech act ("the rouble declined", "refused to pay")."""
    if verb.lemma_.lower() not in ("decline", "refuse"):
        return True
    inner = children(verb, "xcomp")
    if filled is not None and filled.frame.kind == "object":
        draft.refuses_comment = verb.lemma_.lower() == "decline"  # "declined a request for comment"
        return True
    if not inner or filled is None or (verb.dep_ == "relcl" and children(inner[0], "auxpass")):
        return False  # "an official who declined to be named" tells why no name is given
    discussed = verb.lemma_.lower() == "decline" and inner[0].lemma_.lower() == "discuss"
    if not _is_comment(inner[0]) and not discussed:
        deed = inner[0].lemma_.lower()
        return (
            verb.lemma_.lower() == "refuse" and verb.dep_ != "relcl"
        ) or deed in _OF_WORDS  # "which they refuse to do"
    draft.refuses_comment = True
    about = children(inner[0], "dobj", "ccomp") or [
        told
        for prep in children(inner[0], "prep")
        if prep.lower_ in ("on", "about")
        for told in children(prep, "pobj", "pcomp")
    ]
    if about:
        draft.content = spans(parsed, list(_without_days(about[0])))
    return True


def withheld(entry: CueEntry, filled: Filled | None) -> bool:
    """`have not put forward proof`: a thing that was not offered; what was not said, asked or threatened is told as an act."""
    return filled is not None and entry.stance is Stance.OFFER and filled.frame.kind == "object"


def neither_way(verb: Any) -> bool:
    """`neither confirmed nor denied`, `would not confirm or deny`: no answer is given."""
    if verb.lemma_.lower() != "deny" or verb.dep_ != "conj" or verb.head.lemma_.lower() != "confirm":
        return False
    return any(child.dep_ in ("neg", "preconj") for child in verb.head.children)


def _is_comment(inner: Any) -> bool:
    lemma = inner.lemma_.lower()
    if lemma in _HANDED_OUT:
        nearby = {token.lower_ for token in inner.children} | {lemma + "d"}
        return not _DETAILS.isdisjoint(nearby)
    return lemma in COMMENT


def _without_days(noun: Any) -> Iterator[Any]:
    """The subtree without a trailing "on Friday", which dates the act."""
    for token in noun.subtree:
        over = [token, *token.ancestors]
        if not any(
            t.dep_ == "prep" and any(c.ent_type_ == "DATE" for c in t.children) for t in over if noun.is_ancestor(t)
        ):
            yield token
