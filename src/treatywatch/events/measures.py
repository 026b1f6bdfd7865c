"""Sanctions told by a noun ("UN sanctions", "an American embargo"): whether they are told as imposed, as going on, or only spoken of."""

from __future__ import annotations

from treatywatch.events.clauses import condition_mark
from treatywatch.events.lexicon import ActionLexicon
from treatywatch.events.modality import SKIP, Mood
from treatywatch.events.negation import negated
from treatywatch.events.tenses import tense_mood
from treatywatch.events.trees import Token, ancestors, children, is_verb, lemma
from treatywatch.model.vocabulary import Modality

_LIFTING = frozenset({"lift", "ease", "end", "remove", "drop", "relax", "scrap", "suspend", "waive", "loosen"})
_BRINGING = frozenset(
    {
        "spark",
        "trigger",
        "draw",
        "bring",
        "prompt",
        "provoke",
        "cause",
        "attract",
        "earn",
        "incur",
        "lead",
        "result",
        "follow",
    }
)
_TURNING = frozenset(
    {"return", "snap", "come", "take", "go", "expire", "lapse", "kick", "enter", "become", "follow", "be"}
)
_MORE = frozenset(
    {
        "new",
        "further",
        "more",
        "additional",
        "fresh",
        "tougher",
        "harsher",
        "stricter",
        "possible",
        "potential",
        "any",
        "no",
    }
)


def standing(noun: Token, actions: ActionLexicon) -> Mood:
    """How sanctions told by `noun` are told: they go on, unless they are told as brought about, as lifted or as only possible."""
    if _of_their_end(noun):
        return SKIP
    for above in list(ancestors(noun))[:4]:
        word = lemma(above)
        if is_verb(above) and word in _LIFTING:
            return SKIP if tense_mood(above) is Modality.HAPPENED else Mood(Modality.ONGOING)
        if actions.governors.get(word) in ("wished", "hypothetical", "threatened", "denied"):
            return SKIP
        if is_verb(above):
            return _under(noun, above)
    return SKIP if _only_possible(noun) else Mood(Modality.ONGOING)


def _of_their_end(noun: Token) -> bool:
    """As in "the return of UN sanctions", "sanctions snapped back", "sanctions relief": what becomes of them is another act."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        return True
    return noun.dep_ in ("compound", "nsubjpass") or (noun.dep_ == "nsubj" and lemma(noun.head) in _TURNING)


def _under(noun: Token, verb: Token) -> Mood:
    told = tense_mood(verb)
    if condition_mark(verb) is not None or negated(verb) or told in (Modality.HYPOTHETICAL, Modality.PLANNED):
        return SKIP
    if lemma(verb) in _BRINGING and (told is Modality.HAPPENED or verb.tag_ == "VBG"):
        return Mood(Modality.HAPPENED)
    return SKIP if _only_possible(noun) else Mood(Modality.ONGOING)


def _only_possible(noun: Token) -> bool:
    """As in "new sanctions", "possible sanctions": they are not there yet."""
    return any(child.lower_ in _MORE for child in children(noun, "amod", "det"))
