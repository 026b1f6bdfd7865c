"""What denies a verb or a noun: "not", "never", "not yet", "no country", "none", "neither", "nor"."""

from __future__ import annotations

from collections.abc import Iterator

from treatywatch.events.trees import Token, children, is_verb, lemma

_CARRYING = frozenset({"have", "be", "see", "harbour", "harbor", "take", "make", "show"})
_NONE = frozenset({"nobody", "none", "neither"})


def negated(verb: Token) -> bool:
    """Whether "not", "never" or a "no" subject denies the verb."""
    for token in (verb, *_governing_auxiliaries(verb)):
        if any(child.lower_ != "no" and _negates(child) for child in token.children):
            return True
    subjects = children(verb, "nsubj", "nsubjpass")
    if not subjects and verb.dep_ == "conj" and is_verb(verb.head):
        subjects = children(verb.head, "nsubj", "nsubjpass")  # "None of those invited has signed it"
    objects = children(verb, "dobj", "attr")
    return _nor(verb) or any(_none(noun) for noun in (*subjects, *objects))


def negated_noun(noun: Token) -> bool:
    """As in "no intention", "without any plan", "does not have plans"."""
    above = noun.head
    carried = noun.dep_ in ("dobj", "attr") and is_verb(above) and lemma(above) in _CARRYING
    return _none(noun) or noun.head.lower_ == "without" or (carried and negated(above))


def _negates(word: Token) -> bool:
    """As in "not", "never", "not yet"."""
    if word.lower_ in ("never", "n't", "not", "neither", "n’t"):
        return True
    return word.dep_ == "neg" or (word.lower_ == "yet" and any(child.dep_ == "neg" for child in word.children))


def _none(noun: Token) -> bool:
    """As in "none", "no country", "not a single ally", "neither Russia nor Iran"."""
    told = children(noun, "det", "preconj", "cc", "advmod", "neg")
    return noun.lower_ in _NONE or any(_denying(child) and child.i < noun.i for child in told)


def _denying(word: Token) -> bool:
    """As in "no", "not" (not "not only"), "neither"."""
    return word.lower_ in ("no", "neither") or (word.lower_ == "not" and word.nbor(1).lower_ not in ("only", "just"))


def _nor(verb: Token) -> bool:
    """As in "Iran did not sign it, nor has Israel ratified it"."""
    before = [child for token in (verb, verb.head) for child in token.children if child.i < verb.i]
    return any(child.lower_ == "nor" and (child.head.i == verb.i or verb.dep_ == "conj") for child in before)


def _governing_auxiliaries(verb: Token) -> Iterator[Token]:
    """The verb that lends its auxiliaries to a coordinated one without own subject ("did not sign or ratify")."""
    shares = verb.dep_ == "conj" and is_verb(verb.head) and not children(verb, "nsubj", "nsubjpass", "aux")
    if shares and any(child.lower_ in ("or", "nor") for child in verb.head.children):
        yield verb.head
