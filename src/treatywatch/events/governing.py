"""What governs an infinitive or a clause: its complement or only an adverbial, a deadline that is missed, a demand."""

from __future__ import annotations

from treatywatch.events.clauses import condition_mark
from treatywatch.events.lexicon import ActionLexicon
from treatywatch.events.negation import negated
from treatywatch.events.tenses import tense_mood
from treatywatch.events.trees import Token, children, lemma
from treatywatch.model.vocabulary import Modality


def bare_form(verb: Token) -> bool:
    """As in "that it not test", "that the treaty not be ratified"."""
    return verb.tag_ == "VB" or any(child.tag_ == "VB" for child in children(verb, "auxpass"))


def predicative(verb: Token, actions: ActionLexicon) -> bool:
    """Whether an infinitive that the parser hangs on a verb as an adverbial is rather its complement; not in "approved a law to leave"."""
    if actions.governors.get(lemma(verb)) in ("planned", "happened", "ongoing") and children(verb, "dobj"):
        return False  # "will begin talks to end the tests"
    return lemma(verb) in actions.governors or lemma(verb) == "be"


def missed(deadline: Token) -> bool:
    """As in "missed a deadline to ratify it", "failed to meet the deadline"."""
    verb = deadline.head
    failed = lemma(verb) in ("meet", "keep") and (negated(verb) or lemma(verb.head) == "fail")
    return deadline.dep_ == "dobj" and (failed or lemma(verb) in ("miss", "overrun", "ignore", "defy"))


def noun_before(infinitive: Token) -> Token | None:
    """As in "disregard of its appeal not to test": the noun right before, wherever the parser hangs the infinitive."""
    first_word = min(child.i for child in (infinitive, *children(infinitive, "neg", "aux")))
    before = infinitive.doc[first_word - 1] if first_word > 0 else infinitive
    return before if before.pos_ == "NOUN" else None


_WILL = frozenset({"wish", "desire", "hope", "interest", "readiness", "willingness"})
_WANTING = frozenset({"want", "wish", "seek", "hope"})


def willed(verb: Token) -> bool:
    """As in "wants to extend it", "expressed its wish to ratify it": one's own will, not "wants Russia to ratify it"."""
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    if not infinitive or children(verb, "nsubj", "neg") or condition_mark(verb) is not None:
        return False
    above = verb.head
    if verb.dep_ == "acl" and above.pos_ == "NOUN":
        own = any(child.tag_ == "PRP$" for child in children(above, "poss"))
        return own and lemma(above) in _WILL and above.dep_ == "dobj"
    told = tense_mood(above) is Modality.HAPPENED and not any(_denies(child) for child in above.children)
    return bool(verb.dep_ == "xcomp" and lemma(above) in _WANTING and told and not children(above, "dobj"))


def _denies(word: Token) -> bool:
    return bool(word.dep_ == "neg" or word.lower_ in ("never", "only"))


def asked_of_another(top: Token, governor: Token) -> bool:
    """As in "Russia expected Iran to freeze its programme": what one side expects another to do is asked of it, no plan."""
    if lemma(governor) != "expect" or children(governor, "auxpass"):
        return False
    return bool(children(top, "nsubj")) and any(who.pos_ == "PROPN" for who in children(governor, "nsubj"))


def pending(verb: Token) -> bool:
    """As in "must now be approved by the Senate", "still needs to be ratified": what a treaty that is made waits for."""
    passive_ = any(child.dep_ == "auxpass" and child.tag_ == "VB" for child in verb.children)
    above = verb.head if verb.dep_ == "xcomp" and lemma(verb.head) in ("need", "have", "require", "await") else verb
    must = above is not verb or any(child.dep_ == "aux" and child.lower_ == "must" for child in verb.children)
    words = {child.lower_ for one in (verb, above) for child in one.children}
    return passive_ and must and bool(words & {"now", "still", "yet", "first", "next"}) and not negated(above)
