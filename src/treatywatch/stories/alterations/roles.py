"""Who does what to whom in a passage: the slots in which a token stands, alike for active, passive and nominal telling."""

from __future__ import annotations

from collections.abc import Iterator

from treatywatch.stories.alterations.lexicon import Words, words_in
from treatywatch.stories.alterations.tokens import CONTENT, DAY, NAME, NUMBER, Reading, Token

AGENT, PATIENT, TO = "agent", "patient", "to"

Slot = tuple[str, int]
"""A role, and the place of the token that gives it."""

PARTY = "party"
"""The role of all who do something to each other ("Spain met Portugal")."""
_MODIFYING = frozenset({"amod", "nummod", "compound", "nmod"})
_STANDS_FOR = frozenset({"one", "ones", "that", "those"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def slots(reading: Reading, words: Words) -> dict[int, frozenset[Slot]]:
    """The slots of every name, number, day and content word of a passage."""
    return {
        token.place: frozenset(_told(reading, token, words))
        for token in reading.tokens
        if token.sort in (NAME, CONTENT, NUMBER, DAY)
    }


def _told(reading: Reading, token: Token, words: Words) -> Iterator[Slot]:
    first = _first_of_list(reading, token)
    if token.dep in _MODIFYING and token.sort in (CONTENT, NUMBER) and told_twice(reading, reading.head(token)):
        first = _first_of_list(
            reading, reading.head(token)
        )  # "the new rules … the old ones": the modifier tells them apart
    for role, head in _direct(reading, first, words):
        yield _as_told(role, head, words)
        if role in (AGENT, PATIENT):
            yield from _shared(reading, head, words)
    for clause in (*reading.children(first), *reading.children(token)):
        if clause.dep == "relcl":
            yield from (_as_told(role, clause, words) for role in _relative_role(reading, clause))
        elif clause.dep == "acl" and clause.tag in ("VBN", "VBG"):
            yield _as_told(PATIENT if clause.tag == "VBN" else AGENT, clause, words)


def _first_of_list(reading: Reading, token: Token) -> Token:
    """Members of a list, and appositions, stand where the first one stands."""
    seen = 0
    while (
        token.dep in ("conj", "appos")
        and seen < 8
        and reading.head(token).sort in (NAME, CONTENT, NUMBER, DAY, "function")
    ):
        head = reading.head(token)
        if head.is_verb and token.dep == "conj":
            break
        token, seen = head, seen + 1
    return token


def told_twice(reading: Reading, noun: Token) -> bool:
    """Whether a passage tells of two things by one noun, or by a word that stands for it, so that only modifiers tell them apart."""
    if noun.pos not in ("NOUN", "PRON", "NUM"):
        return False
    alike = [one for one in reading.tokens if one.lemma == noun.lemma and one.pos == noun.pos]
    stands = [
        one
        for one in reading.tokens
        if one.lemma in _STANDS_FOR and one.pos in ("NOUN", "PRON", "NUM") and one.children and one is not noun
    ]
    modified = any(one.dep in _MODIFYING for one in reading.children(noun))
    apart = {one.lemma for noun in alike for one in reading.children(noun) if one.dep in _MODIFYING}
    return (len(alike) > 1 and len(apart) > 1) or noun.lemma in _STANDS_FOR or (bool(stands) and modified)


def _direct(reading: Reading, token: Token, words: Words) -> Iterator[tuple[str, Token]]:
    head = reading.head(token)
    if head is token:
        return
    if token.dep in ("nsubj", "csubj", "nsubjpass"):
        yield from _as_subject(reading, token, words)
    elif token.dep == "attr" and head.lemma == "be" and _cleft(reading, head):
        yield AGENT, next(_cleft_clauses(reading, head))
    elif token.dep == "pobj":
        yield from _behind_preposition(reading, head, words)
    else:
        yield from _as_object(reading, token, head, words)


def _as_object(reading: Reading, token: Token, head: Token, words: Words) -> Iterator[tuple[str, Token]]:
    if token.dep in ("dobj", "obj", "oprd"):
        yield (TO if _receives(reading, token, head) else PATIENT), head
    elif token.dep in ("dative", "iobj"):
        yield TO, head
    elif token.dep == "compound" and _takes_over(reading, head, words):
        yield TO, reading.head(head)
    elif token.dep in ("poss", "amod", "compound", "nmod", "nummod", "npadvmod", "advmod", "attr"):
        yield AGENT if token.sort == NAME and token.dep != "attr" else "of", head


def _receives(reading: Reading, token: Token, verb: Token) -> bool:
    """Whether an object is the first of two ("sold Chile the frigates"): that to which the other goes."""
    return any(one.dep in ("dobj", "obj") and one.place > token.place for one in reading.children(verb))


def _takes_over(reading: Reading, noun: Token, words: Words) -> bool:
    """Whether a noun is what somebody is given ("owed the yard damages"), and the parse takes the receiver for a part of its name."""
    return noun.dep == "dobj" and reading.head(noun).lemma in words_in(words.own.giving)


def _as_subject(reading: Reading, token: Token, words: Words) -> Iterator[tuple[str, Token]]:
    head = reading.head(token)
    if token.dep == "nsubjpass":
        yield (AGENT if _stative(reading, head, words) else PATIENT), head
        return
    yield AGENT, head
    yield from ((AGENT, one) for one in reading.children(head) if head.lemma == "be" and one.dep == "acomp")


def _stative(reading: Reading, verb: Token, words: Words) -> bool:
    """Whether a passive tells a state of its subject ("was opposed to the plan")."""
    below = [one.lemma for one in reading.children(verb) if one.dep in ("prep", "agent")]
    return verb.lemma in words_in(words.own.stative) and verb.tag == "VBN" and "to" in below and "by" not in below


def _cleft(reading: Reading, verb: Token) -> bool:
    """Such as "it was Georgia that attacked"."""
    subject = next((one for one in reading.children(verb) if one.dep == "nsubj"), None)
    return subject is not None and subject.lemma == "it" and any(_cleft_clauses(reading, verb))


def _cleft_clauses(reading: Reading, verb: Token) -> Iterator[Token]:
    for child in reading.children(verb):
        if child.dep in ("ccomp", "relcl") and any(
            one.dep == "nsubj" and one.lemma in _RELATIVE for one in reading.children(child)
        ):
            yield child


def _behind_preposition(reading: Reading, preposition: Token, words: Words) -> Iterator[tuple[str, Token]]:
    head = reading.head(preposition)
    if preposition.lemma == "to" and _stative(reading, head, words):
        yield PATIENT, head
        return
    if head.pos == "ADP" and reading.head(head) is not head:  # "out of", "from behind"
        head = reading.head(head)
    if head.sort == NAME and head.dep == "pobj":  # "the strike by Kenya on Somalia": names take no complements
        head = reading.head(reading.head(head))
    if preposition.dep == "agent" or preposition.lemma == "by":
        yield AGENT, head
    elif preposition.dep == "dative":
        yield TO, head
    else:
        yield preposition.lemma, head


def _shared(reading: Reading, verb: Token, words: Words) -> Iterator[Slot]:
    """Further verbs of one subject: coordinated ones, and infinitives that it governs."""
    for child in reading.children(verb):
        own = any(one.dep in ("nsubj", "nsubjpass") for one in reading.children(child))
        if own or not child.is_verb:
            continue
        objects = any(one.dep in ("dobj", "dative") for one in reading.children(verb))
        if child.dep == "conj" or (child.dep == "xcomp" and not objects):
            yield _as_told(PATIENT if is_passive(reading, child) else AGENT, child, words)


def _relative_role(reading: Reading, clause: Token) -> Iterator[str]:
    for child in reading.children(clause):
        if child.lemma in _RELATIVE:
            roles = {"nsubj": AGENT, "nsubjpass": PATIENT, "dobj": PATIENT}
            if child.dep in roles:
                yield roles[child.dep]
                return
    if not any(child.dep in ("dobj", "nsubjpass") for child in reading.children(clause)):
        yield PATIENT


def is_passive(reading: Reading, verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    return verb.tag == "VBN" and any(child.dep in ("auxpass", "nsubjpass", "agent") for child in reading.children(verb))


def _as_told(role: str, head: Token, words: Words) -> Slot:
    """The slot: a verb that has a converse ("sell") is read as that ("buy"), and who does something to each other has one role."""
    if head.lemma in words_in(words.own.reciprocal) and role in (AGENT, PATIENT, "with", "against"):
        return PARTY, head.place
    converse = words.converses.get(head.lemma)
    if converse is None:
        return role, head.place
    return {AGENT: converse.agent, TO: converse.to}.get(role, role), head.place
