"""Plain reported speech that the parser broke up: what stands behind the cue, word by word, is then its content."""

from __future__ import annotations

from typing import Any

from treatywatch.statements.clauses import children, own_subject
from treatywatch.statements.filled import DATED, Filled
from treatywatch.statements.lexicon import Frame

_PLAIN = frozenset(["say", "think", "believe", "argue", "insist", "contend", "claim"])
"""Verbs that carry a bare clause so often that what follows them is one, whatever the parser made of it."""

_OPENS_CLAUSE = frozenset(["DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "CD", "EX", "PDT", "VBG"])
_NO_CLAUSE = frozenset(["nothing", "little", "anything", "something", "so", "much", "as", "yes", "no"])
_CONCEDING = frozenset(["while", "although", "though", "whereas", "despite", "since", "given", "whether"])
"""With these a clause may open right behind the cue ("said although talks had failed, the door was open")."""
_FINITE = frozenset(["VBZ", "VBD", "VBP", "MD"])


def behind_spoken_that(frame: Frame, verb: Any) -> Filled | None:
    """`said that the stock shrank by …`: the rest of the sentence, where the parser took the "that" for a pronoun."""
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if after is None or after.lower_ != "that" or after.tag_ != "IN" or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBG"):
        return None
    rest = tuple(verb.doc[after.i + 1 :])
    return Filled(frame, rest) if any(token.pos_ in ("VERB", "AUX") for token in rest) else None


_ASIDE_OPENS = frozenset(["VBG", "IN"])
_NEAR, _LONGEST_ASIDE = 4, 24
"""Tokens between a cue and the comma behind it, and of an aside between it and its "that", at most."""


def behind_aside(frame: Frame, verb: Any) -> Filled | None:
    """`Tass reported on Monday, citing the ministry, that …`: the rest of the sentence behind the "that" that closes an aside."""
    doc = verb.doc
    comma = next((t.i for t in doc[verb.i + 1 : verb.i + 1 + _NEAR] if t.text == ","), None)
    if (
        comma is None
        or comma + 1 >= len(doc)
        or doc[comma + 1].tag_ not in _ASIDE_OPENS
        or doc[comma + 1].lower_ == "that"
    ):
        return None
    if any(t.pos_ in ("VERB", "AUX") for t in doc[verb.i + 1 : comma]):
        return None
    that = next(
        (t for t in doc[comma + 1 : comma + _LONGEST_ASIDE] if t.lower_ == "that" and t.nbor(-1).text == ","), None
    )
    rest = tuple(doc[that.i + 1 :]) if that is not None else ()
    return Filled(frame, rest) if any(token.tag_ in _FINITE for token in rest) else None


def bare_rest(frame: Frame, verb: Any) -> Filled | None:
    """`says X's call to ban … and his statements bear …`: the rest of the sentence, where the parser found no clause in it."""
    told = own_subject(verb)
    if verb.lemma_.lower() not in _PLAIN or verb.i + 1 >= len(verb.doc):
        return None
    if verb.tag_ != "VBG" and (told is None or told.i > verb.i):
        return None
    if verb.dep_ == "relcl" and told is not None and not tells_where(verb):
        return _relative_rest(frame, verb, told)
    first = verb.nbor(1)
    left = [child for child in children(verb, "ccomp", "xcomp", "dobj") if child.i < verb.i]
    if first.lower_ in _CONCEDING and not left:
        rest = tuple(verb.doc[verb.i + 1 :])
        comma = next((i for i, token in enumerate(rest) if token.text == ","), None)
        return Filled(frame, rest) if comma is not None and _holds_clause(rest[comma:]) else None
    if not left and verb.tag_ == "VBZ" and verb.doc[-1].text not in _STOPS and len(verb.doc) - verb.i > _HEADLINE:
        return Filled(frame, tuple(verb.doc[verb.i + 1 :]))  # "Agency says Iran not complying with duties": a headline
    if left or first.tag_ not in _OPENS_CLAUSE or first.ent_type_ in DATED or first.lower_ in _NO_CLAUSE:
        return None
    rest = tuple(verb.doc[verb.i + 1 :])
    return Filled(frame, rest) if _holds_clause(rest) else None


_STOPS = frozenset([".", "!", "?", ":", '"', "”", "…"])
_HEADLINE = 3
"""Words behind the cue of a headline without a finite verb."""


def tells_where(verb: Any) -> bool:
    """`a meeting in which he said …`: the relative pronoun has its own preposition, nothing is missing in what is said."""
    return any(
        which.lower_ == "which"
        for prep in children(verb, "prep")
        if prep.i < verb.i
        for which in children(prep, "pobj")
    )


def _holds_clause(rest: tuple[Any, ...]) -> bool:
    """Whether a finite verb stands there before any pause, and words before it that can be its subject."""
    for token in rest[1:]:
        if token.tag_ in _FINITE and token.dep_ not in ("relcl", "amod"):
            return True
        if token.text in (",", ";", ":"):
            return False
    return False


def _relative_rest(frame: Frame, verb: Any, told: Any) -> Filled | None:
    """`a finish that he said defied expectations`, where the parser took the inner verb for an adjective."""
    pronoun = [child for child in verb.children if child.i < told.i and child.lower_ in ("that", "which")]
    rest = tuple(token for token in verb.subtree if token.i > verb.i)
    if not pronoun or len(rest) < 2 or rest[0].is_punct or rest[0].pos_ in ("ADP", "ADV", "SCONJ"):
        return None
    return Filled(frame, rest)
