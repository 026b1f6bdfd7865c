"""Who does what a verb tells: the climb from participles, infinitives and conjuncts to the clause, or the paper, that has a subject."""

from __future__ import annotations

from typing import Any

from treatywatch.statements.clauses import (
    MANNERS,
    RELATIVES,
    VERBAL,
    antecedent,
    children,
    closing,
    infinitive,
    own_subject,
    taken_for_participle,
    without_verb,
)
from treatywatch.statements.papers import DOCUMENTS, of_others

_CONTROLLING = frozenset(
    ["force", "prompt", "lead", "cause", "allow", "enable", "compel", "get", "drive", "push", "oblige", "help"]
)
"""Verbs whose object does what the infinitive tells ("forced him to admit")."""

_THINGS = frozenset(["PRODUCT", "FAC", "EVENT", "LAW", "LOC", "QUANTITY", "DATE", "TIME", "MONEY"])
"""Entities whose participle somebody else speaks in ("as Air Force One descended, complaining that …")."""

_CLIMBED = ("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep", "pcomp", "prep", "relcl")
"""How a verb without a subject hangs on the one whose subject it may share."""


def subject(token: Any) -> Any:
    """Who does what the verb tells, climbing from participles, infinitives and conjuncts to the clause that has a subject."""
    start = token
    for _ in range(8):
        found = own_subject(token)
        if found is not None and (token == start or not (found.ent_type_ in _THINGS or _of_no_one(found))):
            return antecedent(found)
        above = _above(token)
        if above is None:
            return None
        if above.pos_ not in VERBAL:
            return above
        token = above
    return None


def _of_no_one(told: Any) -> bool:
    """`…, when it comes to Syria, while urging …`: an "it" that stands for nobody, whose verb somebody else's participle was hung on."""
    return bool(told.lower_ == "it" and told.head.lemma_ == "come" and told.head.dep_ == "advcl")


def _above(token: Any) -> Any:
    """Where to look for the subject of a verb that has none: the governing verb, or the noun that speaks."""
    head = token.head
    if head == token:
        return None
    if token.dep_ in ("pcomp", "pobj") and head.dep_ in ("prep", "agent"):
        return _beside_participle(token, head) or _speaking(head.head)
    if token.dep_ == "acl":
        return _described(token, head)
    if token.dep_ == "xcomp" and infinitive(token):
        forced = [child for child in head.children if child.dep_ == "dobj" and head.i < child.i < token.i]
        if forced and head.lemma_ in _CONTROLLING:
            return forced[0]
    if token.dep_ in _CLIMBED or _taken_for_subject(token):
        return _speaking(_finite_over(token, head))
    return None


def _taken_for_subject(participle: Any) -> bool:
    """`insisted on it, saying it will help if a talk improves things`: a participle behind a comma that the parser took for a subject."""
    comma = participle.i > 0 and participle.nbor(-1).text == ","
    return bool(participle.dep_ == "csubj" and participle.tag_ == "VBG" and comma and participle.head.dep_ == "advcl")


def _beside_participle(token: Any, prep: Any) -> Any:
    """`quoted him as saying`, `with even its ally, China, denouncing the act`: who stands right there."""
    if prep.lower_ == "as" and children(prep.head, "dobj"):
        return children(prep.head, "dobj")[0]
    held = [noun for noun in children(prep, "pobj") if prep.lower_ == "with" and noun.i < token.i]
    return held[-1] if held else None


_SCENES = frozenset(["since", "after", "when", "before", "once"])


def _behind_scene(participle: Any, head: Any) -> bool:
    """`has armed since Moscow invaded Ukraine, voicing fears that …`: a participle behind the comma that closes a clause of time."""
    comma = participle.i > 0 and participle.nbor(-1).text == ","
    timed = head.dep_ == "advcl" and any(mark.lower_ in _SCENES for mark in children(head, "mark"))
    return bool(
        comma and timed and participle.tag_ == "VBG" and participle.dep_ == "advcl" and head.head.pos_ in VERBAL
    )


def _finite_over(token: Any, head: Any) -> Any:
    """`ran on his ability to jolt it and accused …`: a finite verb does not share the subject of an infinitive."""
    if _behind_scene(token, head):
        return head.head
    if token.dep_ == "csubj":
        return next((over for over in head.ancestors if over.pos_ in VERBAL), head)
    if token.dep_ != "conj" or token.tag_ not in ("VBD", "VBZ", "VBP") or not infinitive(head):
        return head
    return next((over for over in head.ancestors if over.pos_ in VERBAL and not infinitive(over)), head)


def _described(participle: Any, noun: Any) -> Any:
    """Who does what a participle behind a noun tells: the noun, or behind a comma the subject of the verb over it."""
    if closing(participle) is not None:
        return closing(participle)
    if taken_for_participle(participle) and governor(noun) is None:
        return noun.head if noun.dep_ == "appos" else noun
    if noun.lemma_.lower() in DOCUMENTS and (of_others(noun) or _worn(noun)):
        return noun
    letter = next((one for one in (noun, *noun.ancestors) if one.lemma_.lower() in DOCUMENTS), None)
    sender = [own_subject(clause) for clause in children(letter, "relcl")] if letter is not None else []
    if sender and sender[0] is not None and sender[0].lower_ not in RELATIVES:
        return sender[0]  # "a letter the campaign sent them alleging …"
    spending = next((verb for verb in noun.ancestors if verb.pos_ in VERBAL), None)
    if spending is not None and (spending.lemma_.lower() == "spend" or _sent_to(noun, spending)):
        return spending  # "spent the week saying …", "sent a letter to supporters saying …"
    comma = participle.i > 0 and participle.nbor(-1).text == ","
    if without_verb(noun):
        return noun
    return governor(noun) if comma or noun.lemma_.lower() in DOCUMENTS | MANNERS else noun


def _worn(paper: Any) -> bool:
    """`a bottle with a text urging …`, `a man in a shirt with a message saying …`: words that a thing bears are its own."""
    return bool(paper.dep_ == "pobj" and paper.head.lower_ == "with" and paper.head.head.pos_ == "NOUN")


def _sent_to(noun: Any, verb: Any) -> bool:
    """Whether the noun is the one to whom the verb sends a document."""
    sent = [child for child in children(verb, "dobj") if child.lemma_.lower() in DOCUMENTS]
    return noun.dep_ == "pobj" and noun.head.lower_ == "to" and bool(sent) and sent[0].i < noun.i


def _speaking(head: Any) -> Any:
    return head if head.pos_ in VERBAL else governor(head)


def governor(noun: Any) -> Any:
    """The verb that governs a noun, or its owner where the noun is something that says."""
    owner = children(noun, "poss")
    if owner and noun.lemma_.lower() in DOCUMENTS:
        return owner[0]
    for _ in range(8):
        if noun.head == noun:
            return noun if noun.pos_ in VERBAL else None
        noun = noun.head
        if noun.pos_ in VERBAL:
            return noun
    return None
