"""Frames with a preposition: `warn of …`, `call for …`, `accuse X of …`, `describe X as …`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from treatywatch.statements.clauses import children, infinitive, own_subject
from treatywatch.statements.filled import ADVERBIAL, Filled, after_comma, is_empty, object_of, subtree
from treatywatch.statements.lexicon import Frame
from treatywatch.statements.objects import fronted_what


def _phrases(verb: Any, word: str) -> Iterator[Any]:
    """What stands behind the preposition `word` after the verb (or after its object, where the parser hung it there)."""
    holders = [verb]
    if verb.lemma_.lower() in _ADDRESSED:
        holders += [
            whom for prep in children(verb, "prep", "dative") if prep.lower_ == "to" for whom in children(prep, "pobj")
        ]
    noun = object_of(verb)
    if noun is not None:
        holders.append(noun)
    for holder in holders:
        for prep in holder.children:
            if prep.dep_ in ("prep", "agent", "dative", "prt") and prep.lower_ == word and prep.i > verb.i:
                yield from (
                    (prep, inner) for inner in children(prep, "pobj", "pcomp", *(["amod"] if word == "as" else []))
                )
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if after is not None and after.lower_ == word and after.dep_ == "prep" and after.head not in holders:
        yield from ((after, inner) for inner in children(after, "pobj", "pcomp"))


_ADDRESSED = frozenset(["apologise", "apologize", "complain", "appeal", "protest", "rule"])
"""Verbs between which and their topic the person addressed may stand ("apologised to the ministers for …")."""


def preposition(frame: Frame, verb: Any) -> Filled | None:
    """A preposition beside the cue (`warned of a race`)."""
    assert frame.word
    if any(noun.lower_ in ("nothing", "little", "anything") for noun in children(verb, "dobj")):
        return None  # "said nothing about the launch"
    for prep, inner in _phrases(verb, frame.word):
        near = prep.i - verb.i <= 3 or verb.lemma_.lower() in _ADDRESSED
        if near and not is_empty(inner):
            return Filled(frame, _what_of(verb, prep) + subtree(inner))
    return None


def _what_of(verb: Any, prep: Any) -> tuple[Any, ...]:
    """`said the same of X`: what is said of it, where a noun tells it."""
    noun = object_of(verb)
    if (
        verb.lemma_.lower() != "say"
        or noun is None
        or noun.i > prep.i
        or noun.lower_ not in ("same", "much", "more", "otherwise")
    ):
        return ()
    return tuple(token for token in noun.subtree if token.i <= prep.i)


def prep_object(frame: Frame, verb: Any, cue: str = "") -> Filled | None:
    """What stands behind the preposition that belongs to the cue itself (`call for …`)."""
    word = cue.rpartition(" ")[2]
    after = next((t for t in verb.doc[verb.i + 1 : verb.i + 1 + ADVERBIAL] if t.lower_ == word), None)
    if after is None:
        return None
    inner = children(after, "pobj", "pcomp") or (children(verb, "dobj") if after.dep_ == "prt" else [])
    told = [c for c in children(verb, "ccomp") if any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)]
    if inner and told and told[0].left_edge.i > inner[0].i:
        return None  # "insisted on CNN that …"
    if not inner:
        clause = after.head if after.dep_ == "mark" else None  # "called for the summit to be cancelled"
        return Filled(frame, tuple(t for t in clause.subtree if t.i > after.i)) if clause is not None else None
    purpose = [c for c in children(verb, "advcl", "xcomp", "ccomp") if infinitive(c) and own_subject(c) is None]
    next_to = max(token.i for token in inner[0].subtree) + 1
    purpose += [prep for prep in children(verb, "prep") if prep.lower_ == "as"]
    told = [clause for clause in purpose if next(iter(clause.subtree)).i == next_to]
    return Filled(frame, subtree(inner[0], *told[:1]))


def object_prep(frame: Frame, verb: Any) -> Filled | None:
    """An object with its preposition (`accused them of lying`, `described it as a trick`)."""
    word = frame.word or frame.kind.removeprefix("object-")
    whom = object_of(verb)
    passive = children(verb, "nsubjpass") or (children(verb.head, "nsubj") if verb.head.lemma_ == "stand" else [])
    if whom is None and passive:
        whom = passive[0]
    if whom is None and word == "as":
        whom = fronted_what(verb)
    if whom is None:
        return None
    found = [(prep, inner) for prep, inner in _phrases(verb, word) if prep.i > whom.i] if word != "of" else []
    if word == "of":
        found = [one for one in (*_phrases(verb, word), *_far_deed(verb, whom, word)) if one[0].i > whom.i]
    # "accused both of them, along with Russia, of stalling": the deed, not whom it is told of.
    if word == "as":
        found += [(clause.left_edge, clause) for clause in _as_participle(verb, whom)]
    for prep, inner in sorted(found, key=lambda one: one[1].tag_ != "VBG")[:1]:
        if prep.i > whom.i:
            told = frame.kind == "object-prep" and verb.lemma_.lower() in _TELLING
            return Filled(
                frame,
                subtree(inner) if told else _told_of(verb, whom, prep, inner),
                whom,
                told,
            )
    return None


def _told_of(verb: Any, whom: Any, prep: Any, inner: Any) -> tuple[Any, ...]:
    """From whom it is told of to the end of what is told; only the latter, where the former stands before the verb."""
    if whom.i < verb.i and whom.lower_ == "what":
        return subtree(inner)
    return _stretch(whom, inner if inner.is_ancestor(prep) else prep)


_TELLING = frozenset(
    [
        "remind",
        "warn",
        "caution",
        "advise",
        "counsel",
        "inform",
        "notify",
        "brief",
        "alert",
        "assure",
        "reassure",
        "convince",
    ]
)
"""Verbs whose object is told something ("reminded them of the deal"); with others it is part of what is said."""


def _as_participle(verb: Any, noun: Any) -> list[Any]:
    """`described him as hobbled by …`, where the parser took "as" for a conjunction."""
    found = [
        clause
        for clause in children(verb, "advcl")
        if clause.left_edge.lower_ == "as" and (own_subject(clause) is None or clause.tag_ == "VBG")
    ]
    return [
        clause
        for clause in found
        if clause.tag_ in ("VBN", "VBG", "JJ") and clause.left_edge.i > noun.i and not after_comma(clause)
    ]


def _far_deed(verb: Any, whom: Any, word: str) -> list[tuple[Any, Any]]:
    """A gerund behind the preposition that the parser hung on another one."""
    return [
        (prep, inner)
        for prep in verb.subtree
        if prep.lower_ == word and prep.i > whom.i and prep.head.dep_ == "prep"
        for inner in children(prep, "pcomp")
    ]


def _stretch(first: Any, last: Any) -> tuple[Any, ...]:
    """All tokens from the first one's subtree to the end of the last one's."""
    low, high = next(iter(first.subtree)).i, max(token.i for token in last.subtree)
    return tuple(first.doc[low : high + 1])
