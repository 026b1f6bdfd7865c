"""The grammar of a clause, over spaCy tokens: subjects, noun phrases, infinitives. Label scheme: ClearNLP, as in spaCy's English models."""

from __future__ import annotations

from typing import Any

SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"])
VERBAL = frozenset(["VERB", "AUX"])

MANNERS = frozenset(
    [
        *(
            "quick",
            "swift",
            "right",
            "correct",
            "careful",
            "wrong",
            "first",
            "latest",
            "last",
            "only",
            "mistaken",
            "keen",
        ),
        *("point", "step", "way", "pain", "opportunity", "occasion", "chance", "trouble", "habit", "time", "liberty"),
    ]
)
"""Words that tell how or on what occasion something was said ("was quick to point out", "made a point of saying")."""

RELATIVES = frozenset(["who", "which", "that", "whom"])


def children(token: Any, *labels: str) -> list[Any]:
    """The dependents with one of these labels, in order."""
    return [child for child in token.children if child.dep_ in labels]


def infinitive(token: Any) -> bool:
    """Whether the verb is a to-infinitive."""
    return any(child.tag_ == "TO" for child in token.children if child.i < token.i)


def own_subject(token: Any) -> Any:
    """The subject that stands with the verb itself, or None."""
    found = [child for child in token.children if child.dep_ in SUBJECTS and child.dep_ != "expl"]
    return found[0] if found else None


def is_passive(token: Any) -> bool:
    """Whether the verb is passive: an auxiliary tells so, or a bare past participle after a noun."""
    if _contracted_perfect(token):
        return False
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in token.children):
        return True
    bare = token.tag_ == "VBN" and token.dep_ in ("acl", "relcl") and not children(token, "aux", "nsubj")
    return bare and not taken_for_participle(token)


def _contracted_perfect(token: Any) -> bool:
    """`He's said he would …`: a "has" that the parser took for an "is"."""
    short = any(child.dep_ == "auxpass" and child.lower_ in ("'s", "’s") for child in token.children)
    short = short and not any(child.lower_ == "been" for child in token.children)
    return short and agent(token) is None and any(own_subject(child) is not None for child in children(token, "ccomp"))


def taken_for_participle(token: Any) -> bool:
    """`An official, who …, estimated that …`: a past tense behind a comma that the parser took for a participle."""
    clause = [child for child in children(token, "ccomp") if own_subject(child) is not None and child.i > token.i]
    over = token.head.head if token.head.dep_ == "appos" else token.head
    if closing(token) is not None:
        return True
    if token.dep_ == "acl" and without_verb(over):
        behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
        return bool(clause or children(token, "dobj") or (behind.lower_ in ("on", "for") and token.lemma_ in _ASKING))
    return bool(clause) and token.dep_ == "acl" and token.nbor(-1).text == ","


def closing(token: Any) -> Any:
    """`Moscow's offer was …, opponents of the move alleged on Monday.`: who closes, behind a comma, a sentence in which the parser found
    no verb; None where nobody does.
    """
    if token.dep_ != "acl" or children(token, "agent", "dobj", "xcomp"):
        return None
    told = [one for one in token.ancestors if one.dep_ == "appos" and one.right_edge == token.right_edge]
    closed = bool(told) and without_verb(told[0].head) and token.right_edge.i >= len(token.doc) - 2
    return told[0] if closed and told[0].left_edge.i > 0 and told[0].left_edge.nbor(-1).text == "," else None


_ASKING = frozenset(["call", "appeal", "push", "press"])
"""Verbs that take no object but a preposition, so that no bare participle of theirs is passive ("The report called on them to …")."""


def without_verb(noun: Any) -> bool:
    """`The report called on them to go.`: the parser found no verb in a whole sentence, and took its verb for a participle."""
    closed = noun.doc[-1].text in (".", '"', "”", "!", "?")
    return bool(noun.dep_ == "ROOT" and noun.pos_ in ("NOUN", "PROPN") and closed)


def agent(token: Any) -> Any:
    """The noun of the phrase with "by", or None; also where the parser hung it on what somebody is described as."""
    for child in token.children:
        if child.dep_ in ("agent", "prep") and child.lower_ == "by":
            for noun in children(child, "pobj"):
                return noun
    if not children(token, "auxpass"):
        return None
    called = [noun for role in children(token, "prep") if role.lower_ == "as" for noun in children(role, "pobj")]
    for noun in (*called, *children(token, "oprd")):
        for by in (by for by in children(noun, "prep") if by.lower_ == "by"):
            return next((who for who in children(by, "pobj") if who.ent_type_ in _NAMED), None)
    return None


_NAMED = frozenset(["GPE", "ORG", "PERSON", "NORP"])


def patient(token: Any) -> Any:
    """Whom a passive verb happens to: its subject, or the noun that its participle describes."""
    found = children(token, "nsubjpass")
    if found:
        return antecedent(found[0])
    return token.head if token.dep_ in ("acl", "relcl") and token.head != token else None


def antecedent(noun: Any) -> Any:
    """The noun that a relative pronoun stands for, else the noun itself."""
    if noun.lower_ in RELATIVES:
        clause = noun.head
        while clause.dep_ in ("conj", "xcomp", "aux", "auxpass") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl" and clause.head != clause:
            return _with_owner(noun, _apposed_to(clause.head))
    return noun


def _apposed_to(noun: Any) -> Any:
    """`Krebs, the top official, who said …`: the person whom an apposition between commas describes."""
    named = noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN"
    return noun.head if named and noun.left_edge.i > 0 and noun.left_edge.nbor(-1).text == "," else noun


def _with_owner(pronoun: Any, noun: Any) -> Any:
    """`the president of France, who …`: a person, where the parser hung the clause on the state."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    state = pronoun.lower_ == "who" and noun.ent_type_ in ("GPE", "NORP")
    branch = pronoun.lower_ == "which" and noun.ent_type_ == "GPE" and over.ent_type_ == "ORG"
    return over if (state or branch) and over.pos_ in ("NOUN", "PROPN") else noun


def negation(token: Any) -> bool:
    """Whether the verb is negated ("did not say", "never said")."""
    return any(child.dep_ == "neg" or child.lower_ in ("never", "not", "n't") for child in token.children)


def modal(token: Any) -> str | None:
    """The modal auxiliary of the verb ("will", "may"), or None."""
    return next((child.lower_ for child in token.children if child.tag_ == "MD" and child.dep_ != "ccomp"), None)


def tense(verb: Any) -> str | None:
    """How a finite verb tells its time: its tag, or that of its "has" or "have"; None for an infinitive or a participle."""
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return str(verb.tag_)
    has = [aux for aux in verb.children if aux.dep_ == "aux" and aux.lemma_ == "have" and verb.tag_ == "VBN"]
    return f"perfect {has[0].tag_}" if has else None
