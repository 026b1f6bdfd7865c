"""Who does what to whom in a passage: the slots in which a token stands, alike for active, passive and nominal telling."""

from __future__ import annotations

from collections.abc import Iterator

from treatywatch.stories.alterations.lexicon import Words
from treatywatch.stories.alterations.tokens import CONTENT, DAY, NAME, NUMBER, Reading, Token

AGENT, PATIENT, TO = "agent", "patient", "to"

Slot = tuple[str, int]
"""A role, and the place of the token that gives it."""

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
    for role, head in _direct(reading, first):
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


def _direct(reading: Reading, token: Token) -> Iterator[tuple[str, Token]]:
    head = reading.head(token)
    if head is token:
        return
    if token.dep in ("nsubj", "csubj"):
        yield AGENT, head
        yield from ((AGENT, one) for one in reading.children(head) if head.lemma == "be" and one.dep == "acomp")
    elif token.dep == "attr" and head.lemma == "be" and _cleft(reading, head):
        yield AGENT, next(_cleft_clauses(reading, head))
    elif token.dep in ("nsubjpass", "dobj", "obj", "oprd"):
        yield PATIENT, head
    elif token.dep in ("dative", "iobj"):
        yield TO, head
    elif token.dep == "pobj":
        yield from _behind_preposition(reading, head)
    elif token.dep in ("poss", "amod", "compound", "nmod", "nummod", "npadvmod", "advmod", "attr"):
        yield AGENT if token.sort == NAME and token.dep != "attr" else "of", head


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


def _behind_preposition(reading: Reading, preposition: Token) -> Iterator[tuple[str, Token]]:
    head = reading.head(preposition)
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
    """The slot, a verb that has a converse ("sell") read as that ("buy")."""
    converse = words.converses.get(head.lemma)
    if converse is None:
        return role, head.place
    return {AGENT: converse.agent, TO: converse.to}.get(role, role), head.place
