"""The grammar of a clause, over spaCy tokens: subjects, noun phrases, infinitives. Label scheme: ClearNLP, as in spaCy's English models."""

from __future__ import annotations

from typing import Any

from treatywatch.statements.papers import DOCUMENTS, of_others

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

_CLIMBED = ("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep", "pcomp", "prep", "relcl")
"""How a verb without a subject hangs on the one whose subject it may share."""

_CONTROLLING = frozenset(
    ["force", "prompt", "lead", "cause", "allow", "enable", "compel", "get", "drive", "push", "oblige", "help"]
)
"""Verbs whose object does what the infinitive tells ("forced him to admit")."""

_RELATIVES = frozenset(["who", "which", "that", "whom"])

_THINGS = frozenset(["PRODUCT", "FAC", "EVENT", "LAW", "LOC", "QUANTITY", "DATE", "TIME", "MONEY"])
"""Entities whose participle somebody else speaks in ("as Air Force One descended, complaining that …")."""


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
    return bare and not _taken_for_participle(token)


def _contracted_perfect(token: Any) -> bool:
    """`He's said he would …`: a "has" that the parser took for an "is"."""
    short = any(child.dep_ == "auxpass" and child.lower_ in ("'s", "’s") for child in token.children)
    short = short and not any(child.lower_ == "been" for child in token.children)
    return short and agent(token) is None and any(own_subject(child) is not None for child in children(token, "ccomp"))


def _taken_for_participle(token: Any) -> bool:
    """`An official, who …, estimated that …`: a past tense behind a comma that the parser took for a participle."""
    clause = [child for child in children(token, "ccomp") if own_subject(child) is not None and child.i > token.i]
    over = token.head.head if token.head.dep_ == "appos" else token.head
    if _closing(token) is not None:
        return True
    if token.dep_ == "acl" and _without_verb(over):
        behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
        return bool(clause or children(token, "dobj") or (behind.lower_ in ("on", "for") and token.lemma_ in _ASKING))
    return bool(clause) and token.dep_ == "acl" and token.nbor(-1).text == ","


def _closing(token: Any) -> Any:
    """`Moscow's offer was …, opponents of the move alleged on Monday.`: who closes, behind a comma, a sentence in which the parser found
    no verb; None where nobody does.
    """
    if token.dep_ != "acl" or children(token, "agent", "dobj", "xcomp"):
        return None
    told = [one for one in token.ancestors if one.dep_ == "appos" and one.right_edge == token.right_edge]
    closed = bool(told) and _without_verb(told[0].head) and token.right_edge.i >= len(token.doc) - 2
    return told[0] if closed and told[0].left_edge.i > 0 and told[0].left_edge.nbor(-1).text == "," else None


_ASKING = frozenset(["call", "appeal", "push", "press"])
"""Verbs that take no object but a preposition, so that no bare participle of theirs is passive ("The report called on them to …")."""


def _without_verb(noun: Any) -> bool:
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
    if noun.lower_ in _RELATIVES:
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


def subject(token: Any) -> Any:
    """Who does what the verb tells, climbing from participles, infinitives and conjuncts to the clause that has a subject."""
    start = token
    for _ in range(8):
        found = own_subject(token)
        if found is not None and (token == start or not (found.ent_type_ in _THINGS or _of_no_one(found))):
            return antecedent(found)
        above = _above(token)
        if above is None:
            return None
        if above.pos_ not in VERBAL:
            return above
        token = above
    return None


def _of_no_one(told: Any) -> bool:
    """`…, when it comes to Syria, while urging …`: an "it" that stands for nobody, whose verb somebody else's participle was hung on."""
    return bool(told.lower_ == "it" and told.head.lemma_ == "come" and told.head.dep_ == "advcl")


def _above(token: Any) -> Any:
    """Where to look for the subject of a verb that has none: the governing verb, or the noun that speaks."""
    head = token.head
    if head == token:
        return None
    if token.dep_ in ("pcomp", "pobj") and head.dep_ in ("prep", "agent"):
        if head.lower_ == "as" and children(head.head, "dobj"):
            return children(head.head, "dobj")[0]  # "quoted him as saying"
        return _speaking(head.head)
    if token.dep_ == "acl":
        return _described(token, head)
    if token.dep_ == "xcomp" and infinitive(token):
        forced = [child for child in head.children if child.dep_ == "dobj" and head.i < child.i < token.i]
        if forced and head.lemma_ in _CONTROLLING:
            return forced[0]
    if token.dep_ in _CLIMBED or _taken_for_subject(token):
        return _speaking(_finite_over(token, head))
    return None


def _taken_for_subject(participle: Any) -> bool:
    """`insisted on it, saying it will help if a talk improves things`: a participle behind a comma that the parser took for a subject."""
    comma = participle.i > 0 and participle.nbor(-1).text == ","
    return bool(participle.dep_ == "csubj" and participle.tag_ == "VBG" and comma and participle.head.dep_ == "advcl")


def _finite_over(token: Any, head: Any) -> Any:
    """`ran on his ability to jolt it and accused …`: a finite verb does not share the subject of an infinitive."""
    if token.dep_ == "csubj":
        return next((over for over in head.ancestors if over.pos_ in VERBAL), head)
    if token.dep_ != "conj" or token.tag_ not in ("VBD", "VBZ", "VBP") or not infinitive(head):
        return head
    return next((over for over in head.ancestors if over.pos_ in VERBAL and not infinitive(over)), head)


def _described(participle: Any, noun: Any) -> Any:
    """Who does what a participle behind a noun tells: the noun, or behind a comma the subject of the verb over it."""
    if _closing(participle) is not None:
        return _closing(participle)
    if _taken_for_participle(participle) and governor(noun) is None:
        return noun.head if noun.dep_ == "appos" else noun
    if noun.lemma_.lower() in DOCUMENTS and (of_others(noun) or _worn(noun)):
        return noun
    letter = next((one for one in (noun, *noun.ancestors) if one.lemma_.lower() in DOCUMENTS), None)
    sender = [own_subject(clause) for clause in children(letter, "relcl")] if letter is not None else []
    if sender and sender[0] is not None and sender[0].lower_ not in _RELATIVES:
        return sender[0]  # "a letter the campaign sent them alleging …"
    spending = next((verb for verb in noun.ancestors if verb.pos_ in VERBAL), None)
    if spending is not None and (spending.lemma_.lower() == "spend" or _sent_to(noun, spending)):
        return spending  # "spent the week saying …", "sent a letter to supporters saying …"
    comma = participle.i > 0 and participle.nbor(-1).text == ","
    if _without_verb(noun):
        return noun
    return governor(noun) if comma or noun.lemma_.lower() in DOCUMENTS | MANNERS else noun


def _worn(paper: Any) -> bool:
    """`a bottle with a text urging …`, `a man in a shirt with a message saying …`: words that a thing bears are its own."""
    return bool(paper.dep_ == "pobj" and paper.head.lower_ == "with" and paper.head.head.pos_ == "NOUN")


def _sent_to(noun: Any, verb: Any) -> bool:
    """Whether the noun is the one to whom the verb sends a document."""
    sent = [child for child in children(verb, "dobj") if child.lemma_.lower() in DOCUMENTS]
    return noun.dep_ == "pobj" and noun.head.lower_ == "to" and bool(sent) and sent[0].i < noun.i


def _speaking(head: Any) -> Any:
    return head if head.pos_ in VERBAL else governor(head)


def governor(noun: Any) -> Any:
    """The verb that governs a noun, or its owner where the noun is something that says."""
    owner = children(noun, "poss")
    if owner and noun.lemma_.lower() in DOCUMENTS:
        return owner[0]
    for _ in range(8):
        if noun.head == noun:
            return noun if noun.pos_ in VERBAL else None
        noun = noun.head
        if noun.pos_ in VERBAL:
            return noun
    return None


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
