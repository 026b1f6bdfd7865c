"""Whether a speech act took place, and whether a noun can speak."""

from __future__ import annotations

from typing import Any

from treatywatch.statements.clauses import MANNERS, VERBAL, children, infinitive, modal, own_subject

_UNREAL = frozenset(
    [
        *("want", "expect", "plan", "hope", "need", "decline", "refuse", "fail", "ask", "intend", "wish", "hesitate"),
        *("urge", "like", "prepare", "try", "pretend", "tend", "invite", "require", "stop"),
        *(
            "pledge",
            "promise",
            "vow",
            "threaten",
            "offer",
            "agree",
            "propose",
            "seek",
            "demand",
            "wait",
            "consider",
            "take",
            "think",
        ),
        *("allow", "permit", "enable", "authorise", "authorize", "entitle", "be"),
    ]
)
"""Verbs whose infinitive tells a speech act that has not been performed."""


_NO_LONGER = frozenset(["stop", "cease", "avoid", "quit", "halt", "risk"])
"""Verbs whose gerund tells a speech act that is not performed ("stopped threatening")."""


_NOT_YET = frozenset(["will", "'ll", "may", "might", "should", "must", "shall", "can", "could", "ca"])
"""Modals under which a speech act has not been performed ("could not certify")."""


def by_nobody(verb: Any) -> bool:
    """`Neither company would comment`: the subject is negated."""
    told = own_subject(verb)
    return told is not None and any(
        one.lower_ in ("neither", "no", "none") for one in (told, told.left_edge, *told.children)
    )


def not_yet(verb: Any) -> bool:
    """`has yet to say if …`: what was not said so far."""
    waits = any(adverb.lower_ == "yet" for adverb in children(verb.head, "advmod"))
    return waits and infinitive(verb) and verb.dep_ == "xcomp"


_LATER = frozenset(
    ["later", "only", "subsequently", "eventually", "afterwards", "soon", "often", "repeatedly", "not", "n't", "never"]
)
"""With these, "would" tells what was said ("would later say", "would not confirm"); alone it is what might be said."""


_MUTE = frozenset(
    [
        *(
            "law",
            "bill",
            "step",
            "move",
            "missile",
            "system",
            "measure",
            "talk",
            "test",
            "launch",
            "suspension",
            "withdrawal",
        ),
        *(
            "deployment",
            "crisis",
            "violation",
            "event",
            "case",
            "site",
            "weapon",
            "decree",
            "vote",
            "deal",
            "range",
            "attack",
        ),
        *("impact", "effect", "decision", "trade", "dynamic", "contrast", "chance", "hacking", "battle", "incident"),
        *("photo", "photograph", "picture", "image", "footage", "satellite", "election", "result", "opportunity"),
    ]
)
"""Things that confirm, suggest or signal without saying anything."""


_THINGS = frozenset(["agreement", "treaty", "accord", "pact", "level", "defence", "defense", "shield", "offer", "plan"])
_OF_THINGS = frozenset(
    ["offer", "threaten", "promise", "defend", "project", "determine", "allow", "guarantee", "commit", "challenge"]
)
"""What a thing does without saying anything ("the agreement offered a chance", "a level that threatens its forces")."""


_SUPPOSED = frozenset(["if", "unless", "whether"])
"""Conjunctions under which a speech act is only supposed."""


_ALLEGED = frozenset(["for", "of", "from", "without", "against", "about", "to", "like", "than"])
"""Prepositions whose gerund tells a deed that somebody is thanked, blamed or feared for, not a speech act of its own."""


_NOT_SPEAKING = frozenset(
    ["i", "you", "me", "us", "there", "this", "what", "nothing", "everything", "whoever", "whatever", "another"]
)


def performed(verb: Any) -> bool:
    """Whether the speech act took place: no future or possible one, none that was only wanted or supposed."""
    return not (_possible(verb) or _supposed(verb) or _alleged(verb) or _means(verb)) and _carried_out(verb)


def _possible(verb: Any) -> bool:
    """A future or possible act: by its modal, also by "would" in a clause that is itself reported."""
    told = modal(verb)
    if told in ("will", "'ll", "’ll") and _quoted_before(verb):
        return False  # "…," she will say: a speech given out beforehand
    if told in ("would", "'d", "’d"):
        later = any(c.lower_ in _LATER or c.dep_ == "neg" or c.lower_ == "neither" for c in verb.children) or by_nobody(
            verb
        )
        return not later or (verb.dep_ == "ccomp" and verb.head.i < verb.i)
    return told in _NOT_YET


def _quoted_before(verb: Any) -> bool:
    """Whether a quotation closes right before the subject of the verb."""
    told = own_subject(verb)
    first = told.left_edge if told is not None and told.i < verb.i else verb
    return first.i > 0 and first.nbor(-1).text in ("”", '"', "''") and verb.lemma_.lower() in ("say", "add", "tell")


def _supposed(verb: Any) -> bool:
    """Whether the verb or one that it is coordinated with stands under "if", "unless" or "whether"."""
    over = verb
    if verb.i > 0 and verb.nbor(-1).lower_ == "than":
        return True  # "will do more than agree that …"
    while over.dep_ == "conj" and own_subject(over) is None and over.head.pos_ in VERBAL:
        over = over.head
    return any(child.dep_ == "mark" and child.lower_ in _SUPPOSED for child in over.children)


def _alleged(verb: Any) -> bool:
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ not in _ALLEGED:
        return False
    over = verb.head.head
    manner = {over.lemma_.lower(), *(noun.lemma_.lower() for noun in over.children if noun.dep_ == "dobj")}
    return MANNERS.isdisjoint(manner) and not _took_to(verb)


def _took_to(verb: Any) -> bool:
    """`have taken to saying`: a habit of speech."""
    return bool(verb.head.lower_ == "to" and verb.head.head.lemma_.lower() == "take")


def _means(verb: Any) -> bool:
    """`would deny the licence by asserting …`: the means of an act that was not performed either."""
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ != "by":
        return False
    over = verb.head.head
    return over.pos_ in VERBAL and not performed(over)


def _carried_out(verb: Any) -> bool:
    if (
        verb.lemma_.lower() == "ask"
        and verb.tag_ in ("VBN", "VBD")
        and verb.dep_ in ("acl", "advcl")
        and (own_subject(verb) is None or verb.head.i > verb.i)
    ):
        return False  # "asked whether …, she said": somebody else asked
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _NO_LONGER:
        return False
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and infinitive(verb.head):
        return performed(verb.head)  # "encouraged him to keep pressing Russia"
    if verb.tag_ == "VB" and verb.dep_ == "conj" and verb.head.tag_ == "VB" and own_subject(verb) is None:
        return performed(verb.head)  # "expected Iran to freeze … and confirm …"
    if verb.tag_ == "VB" and verb.dep_ == "ccomp" and own_subject(verb) is not None and not _has_auxiliary(verb):
        return False  # "demanded that Moscow explain …"
    if infinitive(verb) and verb.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl"):
        return _told_by_the_way(verb) or (
            verb.head.lemma_.lower() not in _UNREAL and verb.dep_ in ("xcomp", "advcl") and verb.head.pos_ in VERBAL
        )
    return True


def _has_auxiliary(verb: Any) -> bool:
    return any(child.dep_ in ("aux", "auxpass") for child in verb.children)


_TAKING = frozenset(["take", "use", "seize", "make", "go", "find", "have"])
"""Verbs with which an occasion is taken ("took the opportunity to warn"; not "missed the opportunity to")."""


def _told_by_the_way(verb: Any) -> bool:
    """`was quick to point out`, `went out of his way to say`: an act whose manner stands before it."""
    over = verb.head
    if over.lemma_.lower() not in MANNERS:
        return False
    held = next((token for token in (over, *over.ancestors) if token.pos_ in VERBAL), None)
    if held is None or (over.pos_ == "NOUN" and held.lemma_.lower() not in _TAKING):
        return False
    return performed(held) and not any(child.dep_ == "neg" for child in held.children)


def can_speak(noun: Any) -> bool:
    """Whether the noun names somebody, or something that says."""
    if (noun.lower_ in _NOT_SPEAKING and noun.text != "US") or noun.pos_ in ("ADP", "SCONJ", "PUNCT"):
        return False
    if noun.ent_type_ in ("QUANTITY", "DATE", "TIME") and noun.pos_ != "PROPN":
        return False
    if noun.pos_ == "NUM" and not ((noun.is_alpha and noun.dep_ in ("nsubj", "nsubjpass")) or _share(noun)):
        return False
    if noun.text == "one" and modal(_verb_of(noun)) is not None:
        return False
    if noun.pos_ == "NOUN" and noun.lemma_.lower() in _MUTE:
        return False
    if noun.lemma_.lower() in _THINGS and _verb_of(noun).lemma_.lower() in _OF_THINGS:
        return False
    return noun.pos_ not in VERBAL or noun.dep_ in ("nsubj", "nsubjpass")


def _share(number: Any) -> bool:
    """`Four in 10 say`: a share of those asked."""
    return bool(number.is_digit and number.i > 1 and number.nbor(-1).lower_ == "in" and number.nbor(-2).pos_ == "NUM")


def _verb_of(noun: Any) -> Any:
    """The verb whose subject the noun is, also through "that"."""
    relative = [child for child in noun.children if child.dep_ == "relcl"]
    return relative[0] if relative and noun.dep_ not in ("nsubj", "nsubjpass") else noun.head
