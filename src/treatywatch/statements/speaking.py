"""Whether a speech act took place, and whether a noun can speak."""

from __future__ import annotations

from typing import Any

from treatywatch.statements.clauses import MANNERS, VERBAL, children, infinitive, modal, own_subject

_UNREAL = frozenset(
    [
        *("want", "expect", "plan", "hope", "need", "decline", "refuse", "fail", "ask", "intend", "wish", "hesitate"),
        *("urge", "prepare", "try", "pretend", "tend", "invite", "require", "stop"),
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
        *("allow", "permit", "enable", "authorise", "authorize", "entitle", "be", "vote", "choose", "mean"),
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


_SUPPOSED = frozenset(["if", "unless", "whether"])
"""Conjunctions under which a speech act is only supposed."""


_ALLEGED = frozenset(["for", "of", "from", "without", "against", "about", "to", "like", "than"])
_WEIGHING = frozenset(["assess", "determine", "estimate", "judge", "calculate", "project", "find", "verify"])
"""Prepositions whose gerund tells a deed that somebody is thanked, blamed or feared for, not a speech act of its own."""


def performed(verb: Any) -> bool:
    """Whether the speech act took place: no future or possible one, none that was only wanted or supposed."""
    return not (_possible(verb) or _supposed(verb) or _alleged(verb) or _means(verb)) and _carried_out(verb)


def _possible(verb: Any) -> bool:
    """A future or possible act: by its modal, also by "would" in a clause that is itself reported, and by that of the verb with
    which it is coordinated ("would offer talks and promise that …").
    """
    told = modal(verb)
    if told is None and verb.dep_ == "conj" and verb.tag_ in ("VB", "VBP") and _shares_modal(verb):
        over = (
            next((one for one in verb.ancestors if modal(one) is not None), verb.head)
            if verb.tag_ == "VB"
            else verb.head
        )
        return _possible(over)
    if told in ("will", "'ll", "’ll") and _quoted_before(verb):
        return False  # "…," she will say: a speech given out beforehand
    if told in ("would", "'d", "’d"):
        later = any(c.lower_ in _LATER or c.dep_ == "neg" or c.lower_ == "neither" for c in verb.children) or by_nobody(
            verb
        )
        return not later or (verb.dep_ == "ccomp" and verb.head.i < verb.i)
    return told in _NOT_YET


def _shares_modal(verb: Any) -> bool:
    """Whether a bare verb stands beside one that has a modal, without a subject or an auxiliary of its own."""
    return verb.head.pos_ in VERBAL and own_subject(verb) is None and not _has_auxiliary(verb) and not infinitive(verb)


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


_SHARES = frozenset(
    ["role", "part", "hand", "share", "interest", "success", "experience", "skill", "failure", "difficulty"]
)
"""Nouns behind which "in" and a gerund tell what somebody has to do with an act."""

_QUOTING = frozenset(["quote", "report", "cite", "record", "credit"])
"""Verbs whose "as" introduces what somebody said ("was quoted as saying"); behind others it is how he is seen."""


def _alleged(verb: Any) -> bool:
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        return verb.head.head.lemma_.lower() not in _QUOTING  # "saw him as threatening Iran"
    if (
        verb.tag_ == "VBG"
        and verb.head.lower_ == "in"
        and verb.head.i > 0
        and verb.head.nbor(-1).lemma_.lower() in _SHARES
    ):
        return True  # "his role in asking for it"
    weighing = verb.lemma_.lower() in _WEIGHING and verb.head.lower_ == "in"  # "a step in assessing the stock"
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or not (verb.head.lower_ in _ALLEGED or weighing):
        return False
    over = verb.head.head
    manner = {over.lemma_.lower(), *(noun.lemma_.lower() for noun in over.children if noun.dep_ == "dobj")}
    return weighing or (MANNERS.isdisjoint(manner) and not _took_to(verb))


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
    if verb.lemma_.lower() == "ask" and _answered(verb):
        return False
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _NO_LONGER:
        return False
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and infinitive(verb.head):
        return performed(verb.head)  # "encouraged him to keep pressing Russia"
    if verb.tag_ == "VB" and verb.dep_ == "conj" and verb.head.tag_ == "VB" and own_subject(verb) is None:
        return performed(verb.head)  # "expected Iran to freeze … and confirm …"
    if _asked_for(verb):
        return False  # "demanded that Moscow explain …"
    return _under_another(verb)


def _asked_for(verb: Any) -> bool:
    """Whether a bare verb stands in a clause that asks for it; behind one person's name the parser may have taken it for a plural."""
    told = own_subject(verb)
    if told is None or verb.dep_ != "ccomp" or _has_auxiliary(verb):
        return False
    alone = told.tag_ == "NNP" and told.ent_type_ == "PERSON" and not children(told, "conj")
    return verb.tag_ == "VB" or (verb.tag_ == "VBP" and alone)


def _under_another(verb: Any) -> bool:
    """Whether an infinitive, or a gerund behind a verb of going on, tells an act that took place."""
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _GOING_ON:
        return performed(verb.head)
    if not infinitive(verb):
        return True
    if verb.dep_ == "ROOT" and own_subject(verb) is not None:
        return False  # "Minister to announce cuts": a headline's future
    if verb.dep_ not in ("xcomp", "ccomp", "advcl", "acl", "relcl") or _told_by_the_way(verb):
        return True
    wanted = verb.head.lemma_.lower() in _UNREAL or (verb.dep_ in ("xcomp", "advcl") and _possible(verb.head))
    wanted = wanted or (infinitive(verb.head) and not performed(verb.head))  # "want them to use it to describe the foe"
    far = verb.head.lower_ == "far" and verb.head.head.pos_ in VERBAL  # "went as far as to say that …"
    return not wanted and verb.dep_ in ("xcomp", "advcl") and (far or verb.head.pos_ in VERBAL)


_GOING_ON = frozenset(["continue", "keep", "go", "start", "begin", "resume"])
"""Verbs of beginning and going on: what they tell is performed as they are ("would go on demanding")."""


def _answered(verb: Any) -> bool:
    """`Lavrov, asked whether …, said`: where the parser took the participle for the main verb, and what he said for its clause."""
    answers = [
        c for c in children(verb, "ccomp") if own_subject(c) is None and c.tag_ in ("VBD", "VBZ") and c.i > verb.i
    ]
    under = verb.dep_ == "ccomp" and verb.head.i > verb.i and own_subject(verb.head) is None
    beside = [
        c for c in children(verb, "conj") if own_subject(c) is None and c.tag_ in ("VBD", "VBZ") and _behind_comma(c)
    ]
    return (bool(answers) or under or bool(beside)) and verb.i > 0 and verb.nbor(-1).text == ","


def _behind_comma(verb: Any) -> bool:
    """Whether a verb stands right behind a comma, adverbs apart, without a conjunction ("asked about it, later replied")."""
    before = verb.i - 1
    while before > 0 and verb.doc[before].pos_ == "ADV":
        before -= 1
    return bool(before >= 0 and verb.doc[before].text == ",")


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
