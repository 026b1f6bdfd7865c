"""Speech acts told by nouns: `his pledge to …`, `issued a warning that …`."""

from __future__ import annotations

from typing import Any

from treatywatch.model.passage import Span
from treatywatch.statements.clauses import agent, children, infinitive, own_subject
from treatywatch.statements.drafts import Draft
from treatywatch.statements.drawn import drawn
from treatywatch.statements.filled import without_asides
from treatywatch.statements.lexicon import CueEntry
from treatywatch.statements.parsed import Parsed, spans, trim
from treatywatch.statements.phrases import conjuncts
from treatywatch.statements.speaking import performed
from treatywatch.statements.subjects import subject
from treatywatch.statements.voices import can_speak

LIGHT = frozenset(
    [
        "make",
        "issue",
        "give",
        "renew",
        "repeat",
        "voice",
        "express",
        "release",
        "deliver",
        "send",
        "sound",
        "level",
        "reiterate",
        "launch",
        "lodge",
        "offer",
        "raise",
        "mount",
        *(
            "file",
            "pour",
            "heap",
            "register",
            "submit",
            "hurl",
            "direct",
            "convey",
            "join",
            "add",
            "put",
            "cast",
        ),
    ]
)
"""Verbs that add nothing to their noun ("issued a warning that …"): their subject speaks."""


EXCHANGES = frozenset(["trade", "exchange", "swap"])
"""Verbs that make their object mutual ("traded accusations")."""


def noun(parsed: Parsed, noun: Any, entries: list[CueEntry]) -> Draft | None:
    """`his pledge to …`, `issued a warning that …`."""
    speaker = _owner(noun)
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _GIVING_UP:
        return None
    mentioned = noun.dep_ in ("pobj", "dobj") and noun.head.lemma_.lower() not in LIGHT | _KEPT and _maker(noun) is None
    if speaker is None or not can_speak(speaker):
        return drawn(parsed, noun, entries)
    entry = entries[0]
    cue = parsed.span([noun])
    for frame in entry.frames:
        inner = _noun_complement(frame.kind, frame.word, noun)
        if frame.kind == "infinitive" and mentioned:
            continue  # "at the request of Kiev to clarify …": told in passing
        if inner is not None and frame.kind == "prep" and _swallowed(inner):
            return None
        if inner is not None and (frame.kind != "prep" or entry.takes(inner.lemma_.lower())):
            content = spans(parsed, list(without_asides(inner)))
            names = [parsed.name(one) for one in conjuncts(speaker)]
            return Draft(parsed.index, noun, cue, entry, names, cue, frame, content, mutual=_mutual(noun))
    told = _behind_colon(parsed, noun)
    if told is None:
        return None
    names = [parsed.name(one) for one in conjuncts(speaker)]
    return Draft(parsed.index, noun, cue, entry, names, cue, entry.frames[0], [told], mutual=_mutual(noun))


_KEPT = frozenset(
    ["by", "to", "reaffirm", "honour", "honor", "keep", "fulfil", "fulfill", "uphold", "affirm", "confirm"]
)
"""Words over a promise that is kept, and so given again ("stands by its commitment not to …")."""

_GIVING_UP = frozenset(
    [
        "drop",
        "withdraw",
        "abandon",
        "retract",
        "revoke",
        "rescind",
        "lift",
        "waive",
        "shelve",
        "soften",
        "break",
        "renege",
    ]
)
"""Verbs by which somebody gives up what he said before ("dropped its demand for a ban")."""


def _behind_colon(parsed: Parsed, noun: Any) -> Span | None:
    """`had given an ultimatum: unless …`: what stands behind the colon right after the noun."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if after is None or after.text != ":" or children(noun, "poss"):
        return None
    return trim(parsed.text, after.idx + parsed.offset + 1, parsed.end)


def _swallowed(inner: Any) -> bool:
    """`his announcement of a halt sets off …`: whether the parser took the verb of the sentence for what describes the noun."""
    return any(
        c.dep_ == "relcl" and own_subject(c) is None and c.tag_ == "VBZ" and c.left_edge == c for c in inner.children
    )


def _mutual(noun: Any) -> bool:
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in EXCHANGES


def _owner(noun: Any) -> Any:
    owner = children(noun, "poss")
    if owner:
        return owner[0]
    light = noun.head.lemma_.lower() in LIGHT | EXCHANGES
    if noun.dep_ == "dobj" and light and performed(noun.head):
        return subject(noun.head)
    by = agent(noun) or _maker(noun) or _sender(noun)
    return by if by is not None else described(noun)


def _sender(noun: Any) -> Any:
    """`warnings from Washington that …`: who sends it."""
    sent = [who for source in children(noun, "prep") if source.lower_ == "from" for who in children(source, "pobj")]
    return next((who for who in sent if who.ent_type_ in _NAMED or who.pos_ == "NOUN"), None)


_NAMED = frozenset(["GPE", "ORG", "PERSON", "NORP"])


_MADE = frozenset(["make", "issue", "release", "give", "send", "sign", "launch", "voice", "put", "deliver", "submit"])


def _maker(noun: Any) -> Any:
    """`the proposal made a year ago by the president`: who made it."""
    made = [clause for clause in children(noun, "acl") if clause.tag_ == "VBN" and clause.lemma_.lower() in _MADE]
    return agent(made[0]) if made else None


def described(noun: Any) -> Any:
    """`US claims that …`, `North Korean demands for …`: the state or body whose name or adjective stands before the noun."""
    before = [child for child in children(noun, "amod", "compound", "nmod") if child.i < noun.i]
    return next((child for child in before if child.ent_type_ in ("NORP", "GPE", "ORG")), None)


def _noun_complement(kind: str, word: str | None, noun: Any) -> Any:
    if kind == "infinitive":
        made = [
            c for clause in children(noun, "acl") for c in children(clause, "advcl", "xcomp") if clause.tag_ == "VBN"
        ]
        return next(
            (c for c in (*children(noun, "acl", "xcomp"), *made, *_of_copula_verb(noun, "xcomp")) if infinitive(c)),
            None,
        )
    if kind == "clause":
        clauses = children(noun, "acl", "ccomp", "relcl")
        above = {"dobj": "ccomp", "pobj": "pcomp"}.get(noun.dep_)
        clauses += [c for c in children(noun.head, above) if c.i > noun.i] if above else _of_copula_verb(noun, "ccomp")
        return next((clause for clause in clauses if _opened_by_that(clause)), None) or _clause_behind(noun)
    owner = _owner(noun)
    holders = [noun] if owner is None or owner.i < noun.i else [noun, owner]  # "warnings by Iran of …"
    if noun.dep_ == "dobj" and word != "of":
        holders.append(noun.head)  # "poured scorn on …"
    found = [prep for holder in holders for prep in children(holder, "prep") if prep.lower_ == word and prep.i > noun.i]
    return next((inner for prep in found[:1] for inner in children(prep, "pobj", "pcomp")), None)


def _of_copula_verb(noun: Any, label: str) -> list[Any]:
    """`his advice was to wait`, `the message was that they must pay`: what a "be" says of the noun."""
    told = noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and noun.i < noun.head.i
    return [clause for clause in children(noun.head, label) if clause.i > noun.head.i] if told else []


def _opened_by_that(clause: Any) -> bool:
    """Whether a "that", which may have been taken for a pronoun, opens a clause that has its own subject."""
    told = own_subject(clause)
    marked = any(mark.dep_ == "mark" and mark.lower_ == "that" for mark in clause.children)
    taken = clause.left_edge.lower_ == "that" and told is not None and told != clause.left_edge
    return marked or (
        taken and clause.tag_ != "VBG" and not any(c.dep_ == "dobj" and c.i > clause.i for c in clause.children)
    )


def _clause_behind(noun: Any) -> Any:
    """The clause whose "that" stands right behind the noun, wherever the parser hung it."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    return (
        after.head
        if after is not None and after.lower_ == "that" and after.dep_ == "mark" and after.head.i > after.i
        else None
    )
