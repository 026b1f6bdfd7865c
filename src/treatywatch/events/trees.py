"""Reading a dependency parse: who is subject, object, agent; what governs what. Tokens are spaCy's (labels of its English models)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from treatywatch.events.participles import fronted, reduced, set_off

Token: TypeAlias = Any
"""A spaCy token; the models have no stubs."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "conj", "appos", "parataxis", "punct", "cc"})
_STEPS = 12


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents of `token` with one of these labels."""
    return [child for child in token.children if child.dep_ in labels]


def first(tokens: list[Token]) -> Token | None:
    """The first of the tokens, if any."""
    return tokens[0] if tokens else None


def lemma(token: Token) -> str:
    """The lemma, lower case; all-caps words and hyphens as they are."""
    return str(token.lemma_).lower()


def is_verb(token: Token) -> bool:
    """Whether the token is a verb or an auxiliary."""
    return token.pos_ in ("VERB", "AUX") or (token.pos_ == "NOUN" and _mistagged(token))


def _mistagged(noun: Token) -> bool:
    """A verb that the tagger takes for a noun ("Reagan and Gorbachev plan to exchange …"): it has a subject and a complement."""
    labels = {child.dep_ for child in noun.children}
    return "nsubj" in labels and bool(labels & {"xcomp", "dobj", "ccomp"})


def ancestors(token: Token) -> Iterator[Token]:
    """The governors of `token`, nearest first."""
    for _ in range(_STEPS * 4):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def chain_verb(verb: Token) -> Token:
    """The first verb of a coordination ("signed and ratified" → signed), which holds the shared subject and auxiliaries."""
    for _ in range(_STEPS):
        if verb.dep_ != "conj" or not is_verb(verb.head) or misjoined(verb):
            return verb
        verb = verb.head
    return verb


def misjoined(verb: Token) -> bool:
    """As in "announced its intention to withdraw and gave notice": a finite verb that the parser joins to an infinitive."""
    head = verb.head
    return verb.tag_ in ("VBD", "VBZ") and head.tag_ == "VB" and any(child.lower_ == "to" for child in head.children)


def subject(verb: Token) -> Token | None:
    """Who does it: the verb's own subject, else the one that it shares or takes over (control, participles, relatives)."""
    for _ in range(_STEPS):
        own = first(_own_subjects(verb))
        if own is not None:
            return _antecedent(own, verb)
        if verb.dep_ in ("relcl", "acl"):
            return _head_as_subject(verb)
        controller = _controller(verb)
        if controller is not None or verb.dep_ not in _SHARING:
            return controller
        verb = _clause(verb.head)
        if not is_verb(verb):
            return verb if verb.pos_ in ("PROPN", "NOUN", "PRON") and verb.dep_ in SUBJECTS else None
    return None


def _own_subjects(verb: Token) -> list[Token]:
    """The subjects that hang on the verb, without what stands before a dash at the head of a report ("SEOUL -- North Korea fired …")."""
    found = [child for child in verb.children if child.dep_ in SUBJECTS]
    led = len(found) > 1 and any(token.text in ("--", "—", "–") for token in verb.doc[found[0].i : found[-1].i])
    return found[-1:] if led else found


_SHARING = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "pobj"})
_BLAMING = frozenset({"accuse", "suspect", "blame", "stop", "prevent", "keep", "charge", "deter"})


def _controller(verb: Token) -> Token | None:
    """Whom an infinitive or a gerund is about: "urged Iran to return", "accused Moscow of fielding"."""
    head = verb.head
    if verb.dep_ == "xcomp" and is_verb(head):
        made = agent(head) if head.dep_ == "acl" else None  # "the decision made by the United States to withdraw"
        return made or first(children(head, "dobj", "dative"))
    if verb.dep_ == "pcomp" and is_verb(head.head) and lemma(head.head) in _BLAMING:
        return first(children(head.head, "dobj", "nsubjpass"))
    return _culprit(head) if verb.dep_ == "pcomp" and head.lower_ == "for" else None


def _culprit(prep: Token) -> Token | None:
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
        owner = first(children(head, "poss"))
        if owner is not None:
            return owner
        governor = _clause(head)
        return subject(governor) if is_verb(governor) and governor.i != verb.i else None
    return head


def _antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for, or whose claim it is ("North Korea's claim that it tested a bomb")."""
    if token.lower_ in ("which", "that", "who") and verb.dep_ == "relcl":
        return verb.head
    if token.pos_ == "PRON" and verb.dep_ == "acl" and any(child.dep_ == "mark" for child in verb.children):
        return first(children(verb.head, "poss")) or token
    return token


def passive(verb: Token) -> bool:
    """Whether the verb is in the passive ("was signed"; also "signed in 1987" after a noun)."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
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
        return None if relative else verb.head
    return _shared_object(verb)


def _shared_object(verb: Token) -> Token | None:
    """The object that two joined verbs share ("signed and ratified the treaty"): that of the last one."""
    for other in children(verb, "conj"):
        if is_verb(other) and other.i - verb.i <= 3 and not misjoined(other):
            return first(children(other, "dobj"))
    return None


def preposition(token: Token, word: str) -> Token | None:
    """The noun after the preposition `word` ("out of" too) below `token`, or below its object, or joined by another preposition."""
    return next(prepositions(token, word), None)


def prepositions(token: Token, word: str) -> Iterator[Token]:
    """All of these nouns, in the order of the text."""
    words = word.split()
    for prep in (
        child for child in token.subtree if child.dep_ in ("prep", "dative", "agent", "prt", "mark", "advmod", "pcomp")
    ):
        if prep.lower_ != words[0] or not _near(prep, token):
            continue
        if len(words) == 2:
            prep = next((child for child in prep.children if child.lower_ == words[1]), None)
        if prep is not None:
            yield from children(prep, "pobj", "pcomp")[:1]


def _near(prep: Token, token: Token) -> bool:
    """Whether the preposition hangs on the token, on its particle or another preposition, or on a noun just below it."""
    head = prep.head
    for _ in range(3):
        if head.i == token.i:
            return True
        if is_verb(head) or head.dep_ in ("relcl", "acl"):
            return False
        head = head.head
    return False


def particle(verb: Token) -> set[str]:
    """The particles and adverbs that stand by the verb ("out", "away")."""
    near = {
        child.lower_
        for child in verb.children
        if child.dep_ in ("prt", "advmod", "prep", "npadvmod") and -1 <= child.i - verb.i <= 4
    }
    return near | {
        child.lower_ for token in children(verb, "prep", "advmod") for child in children(token, "prep", "advmod")
    }


def phrase(token: Token) -> tuple[int, int]:
    """Offsets in the sentence of the noun phrase under `token`, without its clauses, appositions and what is joined to it."""
    kept = [token, *_kept(token, 0)]
    kept = [part for part in kept if not part.is_space]
    low = min(part.idx for part in kept)
    high = max(part.idx + len(part.text) for part in kept)
    return low, high


def persons(token: Token) -> tuple[int, int]:
    """As `phrase`, without the place, day or occasion that the parser hangs on it ("Donald Trump in Singapore")."""
    kept = [token, *(part for part in _kept(token, 0, frozenset({"of", "from", "for"})) if not part.is_space)]
    return min(part.idx for part in kept), max(part.idx + len(part.text) for part in kept)


def _kept(token: Token, depth: int, only: frozenset[str] = frozenset()) -> Iterator[Token]:
    if depth > _STEPS:
        return
    for child in token.children:
        if child.dep_ in _CLAUSAL - ({"conj", "cc"} if only and depth else set()) or (
            only and child.dep_ == "prep" and child.lower_ not in only
        ):
            continue
        yield child
        yield from _kept(child, depth + 1, only)


def joined(token: Token) -> list[Token]:
    """The token and what is coordinated with it ("Russia and the United States")."""
    found, at = [token], token
    for _ in range(_STEPS):
        more = children(at, "conj")
        if not more:
            break
        found.extend(other for other in more if not is_verb(other))
        at = more[0]
    return found


def modifiers(noun: Token) -> list[Token]:
    """Adjectives, compounds and possessors of a noun, also those of its compounds."""
    direct = children(noun, "amod", "compound", "nmod", "poss", "nummod")
    return direct + [deep for child in direct for deep in children(child, "amod", "compound", "nmod")]


def plural_talks(token: Token) -> bool:
    """As in "talks" without any complement: only the plural, and not as another noun's modifier ("talks team")."""
    return token.tag_ in ("NNS", "NNPS") and token.dep_ not in ("compound", "nmod", "amod")
