"""What the verb group itself says of its act: tense and auxiliaries, and pasts that the tagger hides. Nothing here knows the lexicon."""

from __future__ import annotations

from treatywatch.events.subjects import passive
from treatywatch.events.trees import Token, chain_verb, children, is_verb, lemma
from treatywatch.model.vocabulary import Modality

_PERHAPS = frozenset({"would", "could", "might", "may", "can", "should", "must", "ought"})
_LATER = frozenset({"later", "tomorrow", "tonight", "shortly"})
"""Words that put the present tense into the future."""


def tense_mood(verb: Token) -> Modality | None:
    """What tense and auxiliaries of the verb itself say; None for a participle or infinitive without any."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    auxiliaries += [deep for child in auxiliaries for deep in children(child, "aux")]  # "would get rid of it"
    words = {child.lower_ for child in auxiliaries if child.text != "May" or child.i == 0}  # "on 22 May informed"
    if _past_by_form(verb, words):
        return Modality.HAPPENED
    if not auxiliaries and verb.dep_ == "conj" and is_verb(verb.head) and _joined_form(verb):
        lost = verb.tag_ == "VB" and verb.head.tag_ in (
            "VBN",
            "VBD",
        )  # "has launched 60 and could, it says, carry out …"
        return Modality.HYPOTHETICAL if lost else tense_mood(verb.head)
    if words & {"will", "'ll", "shall", "wo", "’ll"}:
        return Modality.PLANNED
    if words & _PERHAPS:
        return Modality.HYPOTHETICAL
    if "to" in words:
        return None
    return _by_tense(verb, words)


def _joined_form(verb: Token) -> bool:
    """Whether a joined verb has no tense of its own, also as "open" in "will freeze its work and eventually open its sites"."""
    bare = verb.tag_ == "VBP" and verb.head.tag_ == "VB" and not children(verb, "nsubj", "nsubjpass")
    return bare or verb.tag_ in ("VB", "VBN", "VBG")


_EITHER_TENSE = frozenset({"set", "put", "cut", "quit", "hit", "let", "shut", "split", "beat", "bid", "cast", "shed"})


def _past_by_form(verb: Token, words: set[str]) -> bool:
    """As in "rejected the criticism and quit", "having quit the pact", "could have waited but deployed it": pasts that the tagger, or a
    modal before "but", hides.
    """
    if "having" in words or (verb.tag_ == "VB" and words & {"has", "have", "had"} and not words & _PERHAPS):
        return "to" not in words and "will" not in words  # "have all shed the convention"
    if words:
        return False
    if verb.tag_ == "VBN" and verb.dep_ == "conj":
        return any(child.dep_ == "cc" and child.lower_ == "but" for child in verb.head.children) and not passive(
            verb.head
        )
    if verb.tag_ != "VB" or verb.lower_ not in _EITHER_TENSE:
        return False
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.tag_ in ("VBD", "VBZ"))


def _by_tense(verb: Token, words: set[str]) -> Modality | None:
    if verb.tag_ == "VBG":
        if words & {"is", "are", "'s", "'re", "was", "were", "been", "am", "'m"}:
            return Modality.ONGOING
        return Modality.HAPPENED if verb.dep_ in ("acl", "relcl") else None
    if verb.tag_ == "VBN" and verb.dep_ == "xcomp" and not words:
        return None
    if verb.tag_ == "VB" and not words & {"did", "does", "do"}:
        return Modality.HYPOTHETICAL if verb.dep_ in ("ccomp", "ROOT") else None
    if verb.tag_ in ("VBP", "VBZ") and any(
        word.lower_ in _LATER for word in verb.subtree if word.head.head == verb or word.head == verb
    ):
        return Modality.PLANNED  # "the two meet later on Monday"
    return Modality.HAPPENED


def headline_plan(verb: Token) -> bool:
    """As in a headline "Russia to quit the pact"."""
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    return infinitive and verb.dep_ in ("ROOT", "ccomp", "conj") and bool(children(verb, "nsubj", "nsubjpass"))


def told_as_past(verb: Token) -> bool:
    """As in "Norway signed first", "has signed but not ratified", "was welcomed"."""
    words = {child.lower_ for child in children(chain_verb(verb), "aux", "auxpass")}
    perfect = bool(words & {"has", "have", "was", "were"})
    return verb.tag_ == "VBD" or (verb.tag_ in ("VBN", "VBD") and perfect)


def told_as_now(verb: Token) -> bool:
    """As in "until they are deployed": a passive of the present."""
    return any(child.lower_ in ("is", "are", "'s", "'re") for child in children(verb, "auxpass", "aux"))


def lasting(verb: Token) -> bool:
    """As in "are still stationed in Turkey", "remain deployed", "missiles based in Kaliningrad": what is so, not what was done."""
    if verb.tag_ not in ("VBN", "VBD") or any(child.dep_ == "agent" for child in verb.children):
        return False
    words = {child.lower_ for child in children(verb, "aux", "auxpass")}
    present = bool(words & {"is", "are", "'s", "'re", "remain", "remains"}) and not words & {"being", "been", "be"}
    behind_noun = verb.dep_ == "acl" and not words
    return present or behind_noun or (not words and lemma(verb.head) == "remain")
