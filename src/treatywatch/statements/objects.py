"""Frames of objects: `reject the offer`, also in the passive and behind a relative pronoun."""

from __future__ import annotations

from typing import Any

from treatywatch.statements.clauses import agent, antecedent, children, is_passive, own_subject
from treatywatch.statements.filled import (
    ANSWERS,
    DATED,
    OBJECT,
    Filled,
    answered,
    is_empty,
    object_of,
    subtree,
    without_asides,
)
from treatywatch.statements.lexicon import Frame
from treatywatch.statements.papers import DOCUMENTS
from treatywatch.statements.phrases import name_tokens
from treatywatch.statements.tails import as_phrase, tail


def plain_object(frame: Frame, verb: Any) -> Filled | None:
    """An object alone, also of a passive or a relative clause (`rejected the offer`)."""
    if _describes(verb):
        return None
    found = _beside_agent(verb, object_of(verb))
    if found is None and _owned(verb) is not None:
        return Filled(frame, (*name_tokens(verb.head), *_owned(verb).subtree), verb.head)
    if found is None:
        found = _free_relative(verb)
    if found is None and (verb.dep_ != "acl" or agent(verb) is not None):
        return _relative_object(frame, verb) or _passive_object(frame, verb)
    if found is None or (is_empty(found) and len(list(found.subtree)) == 1 and not answered(verb, found)):
        return None
    conveyed = _conveyed(verb, found)
    if conveyed is not None:
        return Filled(frame, subtree(conveyed), found)
    behind = tail(verb, found) or as_phrase(verb, found) or _listed(verb, found)
    return Filled(frame, without_asides(found) + subtree(*behind), found)


def _beside_agent(verb: Any, noun: Any) -> Any:
    """`voiced not just by its adversaries, but also allies`: an object behind the agent is one more of those who speak, and none."""
    by = agent(verb) if noun is not None and is_passive(verb) else None
    return None if by is not None and noun.i > by.i else noun


def _describes(verb: Any) -> bool:
    """`the only state rejecting it`, `a point demanded by Moscow`: a participle right behind a noun tells which one is meant; no such one
    of 16 in 92 news texts labelled by hand was held for a statement. A paper does speak so ("a letter rejecting the claim").
    """
    if verb.i == 0 or verb.dep_ != "acl" or not (verb.tag_ == "VBG" or is_passive(verb)):
        return False
    if verb.tag_ == "VBN" and verb.lemma_.lower() in ANSWERS:
        return False
    return (verb.tag_ == "VBN" or verb.head.lemma_.lower() not in DOCUMENTS) and verb.nbor(-1).text != ","


def _listed(verb: Any, noun: Any) -> list[Any]:
    """`welcomed the talks, and the fact that …`: a second object, which the parser put beside the verb."""
    end = noun.right_edge.i
    beside = [c for c in children(verb, "conj") if c.tag_ in ("NN", "NNS") and own_subject(c) is None]
    return [c for c in beside if 1 < c.left_edge.i - end <= 3 and c.left_edge.nbor(-1).dep_ == "cc"][:1]


_CONVEYING = frozenset(["express", "voice", "convey", "register", "signal", "sound"])
"""Verbs whose object names only an attitude: what it is about is the content ("voiced concern on Thursday that …")."""


def _conveyed(verb: Any, noun: Any) -> Any:
    """The clause with "that" behind an attitude, wherever a day between has made the parser hang it."""
    if verb.lemma_.lower() not in _CONVEYING:
        return None
    clauses = [*children(noun, "acl", "ccomp", "relcl"), *(c for c in children(verb, "ccomp", "advcl") if c.i > noun.i)]
    told = [c for c in clauses if own_subject(c) is not None and c.left_edge.lower_ == "that"]
    return next((c for c in told if own_subject(c) != c.left_edge), None)


def _owned(verb: Any) -> Any:
    """`troops whose presence it denied`: an object with "whose" before the verb."""
    before = [noun for noun in children(verb, *OBJECT) if noun.i < verb.i and noun.left_edge.lower_ == "whose"]
    return before[0] if before and verb.dep_ == "relcl" else None


def _free_relative(verb: Any) -> Any:
    """`denounced what he called a swindle`: a clause with "what" in the place of the object."""
    clauses = [child for child in children(verb, "ccomp") if child.i > verb.i and child.left_edge.lower_ == "what"]
    between = verb.doc[verb.i + 1 : clauses[0].left_edge.i] if clauses else ()
    dated = all(token.ent_type_ in DATED or token.lower_ in ("on", "late", "early") for token in between)
    return clauses[0] if clauses and dated else None


def _relative_object(frame: Frame, verb: Any) -> Filled | None:
    """`a charge that Iraq denied`, `which he rejected`: the noun that the relative pronoun stands for."""
    pronoun = next((c for c in children(verb, *OBJECT, "mark") if c.i < verb.i and c.lower_ in ("that", "which")), None)
    if verb.dep_ != "relcl" or own_subject(verb) is None:
        return None
    if pronoun is None and not (_bare_relative(verb) and verb.lemma_.lower() in ANSWERS):
        return None  # "the only regret he acknowledged was …"
    if pronoun is not None and pronoun.lower_ == "which":
        return None  # what it answers is told by the whole clause before: see `chains`; of others the noun alone tells too little
    return Filled(frame, tuple(name_tokens(verb.head)), verb.head)


def _bare_relative(verb: Any) -> bool:
    """`a deal the White House has rejected`: the relative clause stands right behind its noun, and its object is missing."""
    edge = own_subject(verb).left_edge
    behind = (
        edge.i > 0
        and edge.nbor(-1) == verb.head
        and not any(c.dep_ in (*OBJECT, "ccomp", "xcomp", "prep") for c in verb.children)
    )
    return behind and verb.head.pos_ in ("NOUN", "PROPN") and own_subject(verb).lower_ not in ("who", "which", "that")


def _passive_object(frame: Frame, verb: Any) -> Filled | None:
    """`the offer was rejected by Tehran`, `a test that was condemned by …`: what it happens to."""
    found = children(verb, "nsubjpass")
    if not found and verb.dep_ == "acl" and verb.tag_ == "VBN" and agent(verb) is not None:
        return Filled(frame, tuple(name_tokens(verb.head)), verb.head)  # "a practice criticised by …"
    if not found or not children(verb, "agent", "prep") or (is_empty(found[0]) and not answered(verb, found[0])):
        return None
    if any(prep.lower_ == "as" and children(prep, "pcomp") for prep in children(verb, "prep")):
        return None  # "was quoted by the agency as saying"
    if found[0].lower_ in ("that", "which") and verb.dep_ == "relcl":
        told = antecedent(found[0])
        if verb.lemma_.lower() not in ANSWERS:
            return None
        return Filled(frame, tuple(name_tokens(told)), told) if told != found[0] else None
    return Filled(frame, subtree(found[0]), found[0])
