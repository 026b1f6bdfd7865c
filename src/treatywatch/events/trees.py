"""Reading a dependency parse: what governs what, and what belongs to a phrase. Tokens are spaCy's (labels of its English models)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

Token: TypeAlias = Any
"""A spaCy token; the models have no stubs."""

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
    """A verb that the tagger takes for a noun ("Reagan and Gorbachev plan to exchange …", "due to blacklist six firms"): it has an
    object, or a subject and a complement.
    """
    labels = {child.dep_ for child in noun.children}
    return "dobj" in labels or ("nsubj" in labels and bool(labels & {"xcomp", "ccomp"}))


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


def owner_of(noun: Token) -> Token | None:
    """Whose "decision", "announcement" or "claim" it is: "Trump's", "the American", "the US"."""
    named = [child for child in children(noun, "amod", "compound", "nmod") if child.ent_type_ in ("NORP", "GPE", "ORG")]
    marked = (
        [noun.nbor(-1).head] if noun.i > 1 and noun.nbor(-1).tag_ == "POS" else []
    )  # a possessor that the parser hangs elsewhere
    return first([*children(noun, "poss"), *marked, *named])


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
    if word in _BEHIND and token.pos_ in ("NOUN", "PROPN") and not is_verb(token):
        yield from _behind(token, word)


_BEHIND = frozenset({"by", "to", "from", "between"})


def _behind(noun: Token, word: str) -> list[Token]:
    """As in "condemned the test by Iran", "denounced its accession to the treaty": what the parser hangs on the active verb above."""
    last = max(part.i for part in (noun, *_kept(noun, 0)))
    prep = noun.doc[last + 1] if last + 1 < len(noun.doc) else noun
    if prep.lower_ != word or prep.dep_ not in ("prep", "agent", "dative") or prep.head.i == noun.i:
        return []
    above = prep.head
    acted = is_verb(above) and not any(child.dep_ in ("auxpass", "nsubjpass") for child in above.children)
    return children(prep, "pobj")[:1] if acted and above.is_ancestor(noun) and above.i < noun.i else []


def _near(prep: Token, token: Token) -> bool:
    """Whether the preposition hangs on the token, on its particle or another preposition, or on a noun just below it."""
    head = prep.head
    acted = is_verb(token) and bool(children(token, "dobj"))
    for _ in range(3):
        if head.i == token.i:
            return True
        if is_verb(head) or head.dep_ in ("relcl", "acl") or (acted and head.dep_ == "nsubj"):
            return False  # "The suspension of the treaty took Berlin by surprise"
        head = head.head
    return False


def particle(verb: Token) -> set[str]:
    """The particles and adverbs that stand by the verb ("out", "away")."""
    near = {
        child.lower_
        for child in verb.children
        if child.dep_ in ("prt", "advmod", "prep", "npadvmod") and -1 <= child.i - verb.i <= 6
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
    """What belongs to the phrase under `token`; of prepositions `only` these, where some are given."""
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
        more = children(at, "conj") or [after for name in _named(at) for after in children(name, "conj")]
        if not more:
            break
        found.extend(other for other in more if not is_verb(other))
        at = more[0]
    return found


def _named(title: Token) -> list[Token]:
    """The name right behind a title that the parser sets beside it ("His envoy Billingslea and the negotiator Ryabkov")."""
    return [name for name in children(title, "appos") if title.doc[name.left_edge.i - 1].i == title.i]


def modifiers(noun: Token) -> list[Token]:
    """Adjectives, compounds and possessors of a noun, also those of its compounds."""
    direct = children(noun, "amod", "compound", "nmod", "poss", "nummod")
    return direct + [deep for child in direct for deep in children(child, "amod", "compound", "nmod")]


def plural_talks(token: Token) -> bool:
    """As in "talks" without any complement: only the plural, and not as another noun's modifier ("talks team")."""
    return token.tag_ in ("NNS", "NNPS") and token.dep_ not in ("compound", "nmod", "amod")


def of_its_verb(noun: Token) -> bool:
    """As in "test fired", "test-launched": the first half of a verb."""
    if noun.lower_ not in ("test", "flight"):
        return False
    after = next((noun.nbor(i) for i in (1, 2) if noun.i + i < len(noun.doc) and noun.nbor(i).text != "-"), None)
    past = after is not None and after.tag_ in ("VBD", "VBN", "VBZ", "VBP")
    return past and lemma(after) in ("fire", "launch", "fly", "test")


def hyphened(token: Token, word: str) -> str:
    """The lemma, with the prefix that the tokeniser cut off ("test-fired" → test-fire)."""
    if (
        token.i >= 2
        and token.nbor(-1).text == "-"
        and token.nbor(-2).idx + len(token.nbor(-2).text) == token.nbor(-1).idx
    ):
        return f"{token.nbor(-2).lower_}-{word}"
    return word
