"""Who does it, and to what: subjects, agents and objects, also those that a clause shares, takes over or leaves to its noun."""

from __future__ import annotations

from treatywatch.events.participles import fronted, reduced, set_off
from treatywatch.events.trees import Token, ancestors, chain_verb, children, first, is_verb, lemma, misjoined, owner_of

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_STEPS = 12


def subject(verb: Token) -> Token | None:
    """Who does it: the verb's own subject, else the one that it shares or takes over (control, participles, relatives)."""
    for _ in range(_STEPS):
        own = first(_own_subjects(verb))
        if own is not None:
            return _antecedent(own, verb)
        if verb.dep_ in ("relcl", "acl"):
            return _head_as_subject(verb)
        cleft = _singled_out(verb)
        if cleft is not None:
            return cleft
        controller = _controller(verb)
        if controller is not None or verb.dep_ not in _SHARING:
            return controller
        verb = _clause(verb.head)
        if not is_verb(verb):
            return verb if verb.pos_ in ("PROPN", "NOUN", "PRON") and verb.dep_ in SUBJECTS else None
    return None


def _own_subjects(verb: Token) -> list[Token]:
    """The subjects that hang on the verb, without what stands before a dash at the head of a report ("SEOUL -- North Korea fired …"),
    or before the conjunction that leads its clause ("said the minister as Russia left").
    """
    found = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(found) == 1 and found[0].dep_ == "csubj":
        return [_behind_opening(found[0])]
    if len(found) < 2:
        return found
    between = verb.doc[found[0].i : found[-1].i]
    if found[-1].i < verb.i and not any(is_verb(token) for token in between):
        return found[-1:]  # "the agency, state television reported"
    led = any(token.text in _DASHES or (token.dep_ == "mark" and token.head.i == verb.i) for token in between)
    return found[-1:] if led else found


def _behind_opening(clause: Token) -> Token:
    """As in "Defying the United Nations, North Korea fired a rocket": the subject that the parser hangs on the opening participle."""
    led = clause.tag_ == "VBG" and clause.left_edge.i == clause.i
    behind = [word for word in clause.subtree if word.dep_ == "appos" and word.i > clause.i] if led else []
    set_off = [word for word in behind if word.doc[word.left_edge.i - 1].text == ","]
    return set_off[-1] if set_off else clause


_DASHES = frozenset({"--", "—", "–"})
_STEPPING = frozenset({"take", "make", "have", "prepare", "draft", "table", "introduce"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "pobj"})
_BLAMING = frozenset({"accuse", "suspect", "blame", "stop", "prevent", "keep", "charge", "deter"})
_OF_BLAME = frozenset({"of", "for", "from", "with", "over"})


def _controller(verb: Token) -> Token | None:
    """Whom an infinitive or a gerund is about: "urged Iran to return", "accused Moscow of fielding"."""
    head = verb.head
    if verb.dep_ == "xcomp" and is_verb(head):
        made = agent(head) if head.dep_ == "acl" else None  # "the decision made by the United States to withdraw"
        return made or first(children(head, "dobj", "dative"))
    if verb.dep_ == "pcomp" and head.lower_ in _OF_BLAME and is_verb(head.head) and lemma(head.head) in _BLAMING:
        return first(children(head.head, "dobj", "nsubjpass"))
    if verb.dep_ == "pcomp" and head.lower_ in ("in", "at", "by"):
        return _whose(head)
    return culprit(head) if verb.dep_ == "pcomp" and head.lower_ == "for" else None


def _whose(prep: Token) -> Token | None:
    """As in "the Administration's mistake in deciding to leave": whose the noun right before is, unless it is the subject's ("its")."""
    before = next((token for token in reversed(prep.doc[: prep.i]) if not token.is_punct), prep)
    owner = owner_of(before) if before.pos_ == "NOUN" else None
    return None if owner is None or _its_own(owner) else owner


def culprit(prep: Token) -> Token | None:
    """Whom "for" is about: "criticised Ukraine for holding exercises", "called for sanctions on North Korea for testing a bomb"."""
    head = prep.head
    if is_verb(head):
        done_to = first([noun for noun in children(head, "dobj", "nsubjpass") if noun.pos_ in ("PROPN", "PRON")])
        if done_to is not None:
            return done_to
    nouns = [head] if head.pos_ == "NOUN" else [n for p in children(head, "prep") for n in children(p, "pobj")]
    nouns = [noun for noun in [*nouns, *children(head, "dobj")] if noun.i < prep.i]
    under = [p for noun in nouns for p in children(noun, "prep") if p.lower_ in ("on", "against") and p.i < prep.i]
    return first([noun for p in under for noun in children(p, "pobj")])


def _singled_out(verb: Token) -> Token | None:
    """As in "It was North Korea that fired it": who is singled out, where the parser takes the rest for a clause of its own."""
    led = verb.dep_ == "ccomp" and any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)
    if not led or lemma(verb.head) != "be" or not any(c.lower_ == "it" for c in children(verb.head, "nsubj")):
        return None
    return first(children(verb.head, "attr"))


def _clause(token: Token) -> Token:
    """The nearest verb at or above `token`."""
    if is_verb(token):
        return token
    return next((above for above in ancestors(token) if is_verb(above)), token)


def _head_as_subject(verb: Token) -> Token | None:
    """The noun that a participle or a relative clause without own subject modifies; nothing for "plans to leave" (its owner)."""
    head = verb.head
    infinitive = verb.dep_ == "relcl" and any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    if infinitive or (verb.dep_ == "acl" and any(child.dep_ == "aux" for child in verb.children)):
        owner = owner_of(head) or _by_whom(head, verb)
        if owner is not None and not _its_own(owner):
            return owner
        governor = _clause(head)
        if head.dep_ == "nsubj" and lemma(governor) == "be" and children(governor, "attr"):
            return children(governor, "attr")[0]  # "The three countries to vote against it were Iran, …"
        who = subject(governor) if is_verb(governor) and governor.i != verb.i else None
        if owner is None and who is not None and head.dep_ == "dobj" and lemma(governor) in _STEPPING:
            return who  # "The administration has taken no steps to extend it"
        return owner if who is None or who.pos_ != "PROPN" or head in list(who.subtree) else who
    return head


def _its_own(owner: Token | None) -> bool:
    """As in "Poland, along with Finland, announced its decision to leave": "its" is the subject's."""
    return owner is not None and owner.lower_ in ("its", "their", "his", "her")


def _by_whom(noun: Token, verb: Token) -> Token | None:
    """As in "the decision by Finland to leave", "the refusal of Iran to sign", "the decision made by Iran to leave": whose it is."""
    preps = [prep for prep in children(noun, "prep", "agent") if prep.lower_ in ("by", "of") and prep.i < verb.i]
    made = [whose for part in children(noun, "acl") if part.tag_ == "VBN" and (whose := agent(part)) is not None]
    return first([*(part for prep in preps for part in children(prep, "pobj")), *made])


def _antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for, or whose claim it is ("North Korea's claim that it tested a bomb")."""
    if token.lower_ in ("which", "that", "who") and verb.dep_ == "relcl":
        return verb.head
    if token.tag_ == "WDT" and verb.dep_ == "conj":  # "the convention, which they signed and which went into force"
        top = chain_verb(verb)
        before = (word for word in reversed(token.doc[: top.left_edge.i]) if word.pos_ in ("NOUN", "PROPN"))
        return top.head if top.dep_ == "relcl" else next(before, token)
    if token.pos_ == "PRON" and verb.dep_ == "acl" and any(child.dep_ == "mark" for child in verb.children):
        return owner_of(verb.head) or token
    return token


def passive(verb: Token) -> bool:
    """Whether the verb is in the passive ("was signed"; also "signed in 1987" after a noun)."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return lemma(verb) != "rid"  # "got rid of it"
    if any(child.dep_ == "agent" for child in verb.children):
        return verb.tag_ == "VBN" or not any(
            child.dep_ == "nsubj" for child in verb.children
        )  # "conferred by telephone"
    if reduced(verb) or fronted(verb) is not None:
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(child.dep_ in SUBJECTS for child in verb.children):
        return is_verb(verb.head) and passive(verb.head)
    return set_off(verb) is not None


def agent(verb: Token) -> Token | None:
    """Who does it in the passive: the noun after "by"."""
    by = first(
        [child for child in verb.children if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")]
    )
    return first(children(by, "pobj")) if by is not None else None


def doer(verb: Token) -> Token | None:
    """The subject in the active, the agent in the passive."""
    return agent(verb) if passive(verb) else subject(verb)


def direct_object(verb: Token) -> Token | None:
    """What it is done to: the object, the subject in the passive, or the noun that a relative clause modifies."""
    if passive(verb):
        own = first(children(verb, "nsubjpass")) or set_off(verb) or fronted(verb)
        if own is not None:
            return _antecedent(own, verb)
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        return subject(verb) if verb.dep_ == "conj" else None
    own = first(children(verb, "dobj", "oprd", "attr"))
    if own is not None:
        return verb.head if own.lower_ in ("which", "that") and verb.dep_ in ("relcl", "acl") else own
    if verb.dep_ in ("relcl", "acl") and any(child.dep_ in SUBJECTS for child in verb.children):
        relative = any(child.dep_ in SUBJECTS and child.lower_ in ("which", "that", "who") for child in verb.children)
        under = any(deep.tag_ == "WDT" for prep in children(verb, "prep") for deep in children(prep, "pobj"))
        return None if relative or under else verb.head  # not "under which Iraq agreed to …"
    return _shared_object(verb) or _torn_off(verb)


def _torn_off(verb: Token) -> Token | None:
    """As in "plans to deploy missiles in Germany starting next year": an object that the parser makes the subject of "starting"."""
    below = [part for part in children(verb, "prep", "advcl", "ccomp") if part.lower_ in ("starting", "beginning")]
    read = [part for prep in children(verb, "prep") for part in children(prep, "pcomp") if part.lower_ == "reading"]
    if read:
        return first(children(read[0], "dobj"))  # "approved in first reading a bill"
    return next((noun for part in below for noun in children(part, "nsubj")), None)


def _shared_object(verb: Token) -> Token | None:
    """The object that two joined verbs share ("signed and ratified the treaty"): that of the last one."""
    for other in children(verb, "conj"):
        if is_verb(other) and other.i - verb.i <= 3 and not misjoined(other):
            return first(children(other, "dobj"))
    return None


def bound(verb: Token, told: Token | None) -> Token | None:
    """Who is "no longer bound", also in "declared itself no longer bound", "ceases to be bound"."""
    who = told or subject(verb)
    return subject(verb.head) if who is not None and who.lower_.endswith("self") and is_verb(verb.head) else who
