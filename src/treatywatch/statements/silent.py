"""Verbs of saying that report nothing here: they tell an occasion, a sum, a greeting, or that something was said."""

from __future__ import annotations

from typing import Any

from treatywatch.statements.clauses import children, own_subject
from treatywatch.statements.lexicon import CueEntry
from treatywatch.statements.papers import DOCUMENTS
from treatywatch.statements.subjects import subject
from treatywatch.statements.voices import is_happening


def reports_nothing(verb: Any, entry: CueEntry) -> bool:
    """Whether the verb tells no speech act of its own."""
    if entry.cue == "go on" and verb.tag_ in ("VBG", "VBN"):
        return True  # "has been going on for a year"
    if entry.cue == "learn" and not _has_learned(verb):
        return True
    if entry.cue in _BELIEFS and verb.dep_ == "relcl" and verb.left_edge.lower_ == "where":
        return True  # "where the West believes it is making …"
    over = verb.head if verb.dep_ == "conj" and own_subject(verb) is None else verb
    if entry.cue == "describe" and over.dep_ == "relcl" and not any(prep.lower_ == "as" for prep in verb.children):
        return True  # "officials who described the meeting": that they spoke of it, not what they said
    return (
        _pleads(verb)
        or _guards(verb, entry)
        or _some_who(verb)
        or _shows(verb, entry)
        or _occasion(verb, entry)
        or _stative(verb)
        or _greets(verb)
        or _sums_up(verb)
        or _about_sayings(verb)
        or _sayings_on(verb)
    )


def _pleads(verb: Any) -> bool:
    """`pleaded guilty to charges that …`: how somebody answers a court."""
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    return bool(verb.lemma_ == "plead" and any(token.lower_ in ("guilty", "innocent") for token in behind))


def _guards(verb: Any, entry: CueEntry) -> bool:
    """`spends billions on defending Germany`: a land is defended by arms."""
    kept = children(verb, "dobj") if entry.cue == "defend" else []
    return bool(kept) and kept[0].ent_type_ in ("GPE", "LOC")


_POINTERS = frozenset(["refer", "reference", "contradict", "allude"])


def _occasion(verb: Any, entry: CueEntry) -> bool:
    """`…, he said, referring to the talks`: a participle that only tells what was meant."""
    return entry.cue in _POINTERS and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "conj")


_BELIEFS = frozenset(["believe", "think"])


def _has_learned(verb: Any) -> bool:
    """`…, CBS News has learned`, `Reuters has learned that …`: how an outlet tells its own finding."""
    told = own_subject(verb)
    perfect = any(aux.lower_ in ("has", "have") for aux in children(verb, "aux"))
    return perfect and told is not None and (told.ent_type_ == "ORG" or told.lemma_.lower() in ("agency", "newspaper"))


def _some_who(verb: Any) -> bool:
    """`the only nations that admit to making it`, `a candidate who has rejected the pact`: a restrictive clause tells which ones are meant,
    not what they said; with a clause or a quotation behind it, or in the past perfect, it does ("those who say that …").
    """
    told = own_subject(verb)
    who = told is not None and told.dep_ == "nsubj" and told.lower_ in ("who", "that", "which")
    if verb.dep_ != "relcl" or not who or told.i == 0 or told.nbor(-1).text == ",":
        return False
    quoted = any(token.is_quote for token in verb.doc[verb.i : verb.right_edge.i + 2])
    if verb.head.lower_ in _ANYBODY and not quoted:
        return True
    told_more = quoted or any(child.dep_ in ("ccomp", "xcomp") or child.lower_ == "had" for child in verb.children)
    return verb.head.pos_ != "PROPN" and not told_more


_ANYBODY = frozenset(
    ["those", "anyone", "anybody", "everyone", "everybody", "voters", "respondents", "shoppers", "men", "women"]
)
"""Whoever says so, and so nobody in particular ("those who say the pact is dead"; of a poll "voters who said they were worried")."""


_SHOWN = frozenset(["indicate", "signal", "suggest", "reveal", "show", "reflect", "mark", "underline", "underscore"])


def _shows(verb: Any, entry: CueEntry) -> bool:
    """`Her statement indicated a change of course`: what a paper or a word shows without saying it."""
    told = subject(verb)
    if told is None or entry.cue not in _SHOWN:
        return False
    if told.pos_ == "NOUN" and is_happening(told.lemma_.lower()):
        return True  # "the tour served to underscore …"
    if told.lemma_.lower() not in DOCUMENTS | _SIGNS:
        return False
    return not any(child.dep_ in ("ccomp", "advcl") and child.i > verb.i for child in verb.children)


_SIGNS = frozenset(
    ["announcement", "claim", "denial", "warning", "threat", "pledge", "promise", "move", "statement", "word"]
)


_GUESTS = frozenset(
    ["leader", "president", "minister", "guest", "visitor", "delegation", "envoy", "delegate", "inspector", "official"]
)


def _greets(verb: Any) -> bool:
    """`welcomed the minister to Vienna`: a greeting."""
    if verb.lemma_ != "welcome":
        return False
    whom = children(verb, "dobj")
    named = bool(whom) and (
        whom[0].ent_type_ == "PERSON" or whom[0].pos_ == "PRON" or whom[0].lemma_.lower() in _GUESTS
    )
    return named and any(prep.lower_ in ("to", "at", "back") for prep in verb.children)


def _stative(verb: Any) -> bool:
    """`had troops committed to the defence of …`: a bare participle tells a state, not an act."""
    return bool(verb.lemma_ == "commit" and verb.tag_ == "VBN" and not children(verb, "aux"))


def _sums_up(verb: Any) -> bool:
    """`All told, …`: a sum, not a speaker."""
    told = own_subject(verb)
    if told is None:
        return False
    if told.lower_ == "that" and subject(verb) == told:
        return True  # "That said, …"
    return bool(verb.lower_ == "told" and told.lower_ == "all" and told.i == verb.i - 1)


_WHATEVER = frozenset(["nothing", "anything", "everything", "something", "much", "all"])


def _about_sayings(verb: Any) -> bool:
    """`Nothing the president said will …`: what was said is not told."""
    return bool(verb.dep_ == "relcl" and verb.head.lower_ in _WHATEVER and own_subject(verb) is not None)


def _sayings_on(verb: Any) -> bool:
    """`What they said about the deal`, `nine things he has said about it`: a heading or a count of sayings."""
    about = verb.lemma_.lower() == "say" and any(prep.lower_ == "about" and prep.i > verb.i for prep in verb.children)
    return about and (
        verb.dep_ == "relcl" or any(child.lower_ == "what" and child.i < verb.i for child in verb.children)
    )
