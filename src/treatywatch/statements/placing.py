"""Who speaks where the parser gave a verb to the wrong subject: told by tense, commas and the order of words."""

from __future__ import annotations

from typing import Any

from treatywatch.statements.clauses import VERBAL, antecedent, children, modal, own_subject, tense
from treatywatch.statements.voices import can_speak


def over_mute(verb: Any, told: Any) -> Any:
    """`Envoys said the offer was firm and urged Tehran to …`: who speaks in the clause above, where the cue is finite like the verb of
    that clause, and the nearest subject is a thing or stands with a verb of another form ("asked that they be let in and urged …");
    else the subject that was found.
    """
    if told is None or own_subject(verb) is not None or verb.dep_ != "conj":
        return told
    clause = next((over for over in verb.ancestors if over.pos_ in VERBAL and over.dep_ == "ccomp"), None)
    if clause is None or clause.head.pos_ not in VERBAL:
        return told
    over = clause.head
    if tense(over) is None or tense(over) != tense(verb):
        return told
    if can_speak(told) and (clause.tag_ == verb.tag_ or clause.tag_ != "VB" or modal(clause) is not None):
        return told
    return own_subject(over) or told


def of_relative(verb: Any) -> Any:
    """`adopted a declaration, which names nobody but says …`: what a relative clause is about, where the parser gave a verb in its tense,
    behind a conjunction, to the verb above in another.
    """
    told = tense(verb)
    if verb.dep_ != "conj" or own_subject(verb) is not None or told is None or told == tense(verb.head) or verb.i < 2:
        return None
    if verb.nbor(-1).lower_ not in ("but", "and"):
        return None
    between = [
        t for t in verb.head.subtree if t.dep_ == "relcl" and verb.head.i < t.i < verb.i and _same_tense(t, told)
    ]
    pronoun = own_subject(between[-1]) if between else None
    return antecedent(pronoun) if pronoun is not None and pronoun.lower_ in ("which", "who", "that") else None


def _same_tense(clause: Any, told: str) -> bool:
    return tense(clause) == told or any(aux.tag_ == told for aux in children(clause, "aux"))


_SAYING = frozenset(["say", "add", "note", "state", "declare", "report", "read", "warn", "argue", "write"])
_NAMING = frozenset(["NOUN", "PROPN", "DET", "ADJ", "NUM", "ADP", "PART", "PUNCT"])
_LONGEST = 10
"""Words of a speaker behind his verb and before a comma at most."""


def said_between(verb: Any) -> Any:
    """`A cut in arms, said the final text of the meeting, would follow`: who stands between a verb of saying and a comma, in the middle
    of what is said.
    """
    doc = verb.doc
    if (
        verb.lemma_.lower() not in _SAYING
        or verb.tag_ not in ("VBD", "VBZ")
        or verb.i == 0
        or verb.nbor(-1).text != ","
    ):
        return None
    comma = next((t.i for t in doc[verb.i + 1 : verb.i + 2 + _LONGEST] if t.text == ","), None)
    if comma is None or comma == verb.i + 1 or comma + 2 >= len(doc):
        return None
    between = doc[verb.i + 1 : comma]
    if any(token.pos_ not in _NAMING for token in between) or not (
        _finite(doc[comma + 1]) or _behind_apposition(doc, comma)
    ):
        return None
    heads = [t for t in between if t.left_edge.i == verb.i + 1 and t.pos_ in ("NOUN", "PROPN")]
    return heads[-1] if heads else None


_APPOSED = 16
"""Words that may tell who the speaker is, between two commas."""


def _finite(token: Any) -> bool:
    return token.tag_ in ("MD", "VBZ", "VBD", "VBP")


def _behind_apposition(doc: Any, comma: int) -> bool:
    """`…, said Kofman, an expert on Russia at a centre in Paris, would follow`: who the speaker is, told before the verb goes on."""
    end = next((t.i for t in doc[comma + 1 : comma + 2 + _APPOSED] if t.text == ","), None)
    if (
        end is None
        or end + 1 >= len(doc)
        or doc[comma + 1].lower_ not in ("a", "an", "the")
        or not _finite(doc[end + 1])
    ):
        return False
    return all(token.pos_ in _NAMING for token in doc[comma + 1 : end])
