"""Clauses of time: what "before …", "until …", "once …" and "after …" say of the act that they tell."""

from __future__ import annotations

from treatywatch.events.clauses import still_to_come
from treatywatch.events.mood_words import DUE, SEEMING
from treatywatch.events.negation import negated
from treatywatch.events.tenses import tense_mood, told_as_now
from treatywatch.events.trees import Token, ancestors, children, is_verb, lemma
from treatywatch.model.vocabulary import Modality

_ENDING = frozenset({"expire", "lapse", "run"})
_BEFORE = frozenset({"before", "until", "till"})


def told_before(verb: Token) -> Modality | None:
    """The mood inside "before …", "until …" and "once …": what is past is told, what runs out is planned, the rest is no event.

    Hypothetical is what is no event.
    """
    marks = {child.lower_ for child in children(verb, "mark", "advmod")}
    if verb.tag_ in ("VBZ", "VBP") and "after" in marks and not any(c.dep_ == "aux" for c in verb.children):
        return None if _captioned(verb) else Modality.PLANNED  # "an accord with Britain after it leaves"
    if still_to_come(verb, marks):
        return Modality.HYPOTHETICAL
    if verb.tag_ in ("VBZ", "VBP") and marks & {"once", "when"} and verb.dep_ == "advcl" and not children(verb, "aux"):
        ahead = is_verb(verb.head) and tense_mood(verb.head) is Modality.PLANNED
        return Modality.PLANNED if ahead else None  # "once the president signs the law, it will leave"
    if verb.tag_ == "VBD" or not any(child.dep_ == "mark" and child.lower_ in _BEFORE for child in verb.children):
        return None
    if verb.tag_ in ("VBZ", "VBP"):
        return Modality.PLANNED if lemma(verb) in _ENDING else Modality.HYPOTHETICAL
    past = tense_mood(verb) is Modality.HAPPENED and not told_as_now(verb)
    return Modality.HAPPENED if past else Modality.HYPOTHETICAL


def _captioned(verb: Token) -> bool:
    """As in "Following developments after Iran's parliament approves a bill": a caption without a finite verb tells in the present."""
    top = next((above for above in (verb, *ancestors(verb)) if above.dep_ == "ROOT"), verb)
    return top.tag_ in ("VBG", "NN", "NNS", "NNP", "NNPS") and not children(top, "aux", "nsubj")


def on_a_day(verb: Token) -> bool:
    """As in "The United States left in November", "Russia pulled out a year later": told with its time."""
    behind = [noun for prep in children(verb, "prep") for noun in children(prep, "pobj")]
    return any(noun.ent_type_ == "DATE" for noun in (*behind, *children(verb, "npadvmod", "advmod")))


def of_perfect(infinitive: Token, governor: Token) -> Modality | None:
    """As in "is believed to have tested it" (done), "was to have voted on it in April" (what was to be, and was not)."""
    if not any(child.lower_ == "have" for child in children(infinitive, "aux")):
        return None
    if lemma(governor) in SEEMING:
        return Modality.DENIED if negated(governor) else Modality.HAPPENED
    return Modality.DENIED if lemma(governor) in DUE else None
