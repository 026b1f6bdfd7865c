"""Plain reported speech that the parser broke up: what stands behind the cue, word by word, is then its content."""

from __future__ import annotations

from typing import Any

from treatywatch.statements.clauses import children, infinitive, own_subject
from treatywatch.statements.filled import DATED, OBJECT, Filled, object_of, subtree
from treatywatch.statements.lexicon import Frame
from treatywatch.statements.papers import DOCUMENTS

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


_ASKING = frozenset(["request", "demand", "urge", "recommend", "propose", "ask", "insist", "suggest", "advise"])


def subjunctive(frame: Frame, verb: Any) -> Filled | None:
    """`requested the agency carry out a test`: a bare verb behind its subject, which the parser took for the object."""
    whom = object_of(verb)
    if verb.lemma_.lower() not in _ASKING or whom is None:
        return None
    bare = [c for c in children(verb, "xcomp", "ccomp") if c.tag_ == "VB" and not infinitive(c) and c.i > whom.i]
    if bare and bare[0].left_edge.i == whom.right_edge.i + 1:
        return Filled(frame, subtree(whom, bare[0]))
    after = next((t for t in verb.doc[whom.right_edge.i + 1 :] if t.pos_ != "ADV"), None)
    torn = after is not None and after.tag_ in ("VB", "VBP") and not infinitive(after) and own_subject(after) is None
    return Filled(frame, (*subtree(whom), *_behind(after, whom))) if torn else None


def _behind(verb: Any, noun: Any) -> tuple[Any, ...]:
    """The words of a clause from the noun's end on."""
    return tuple(token for token in verb.subtree if token.i > noun.right_edge.i)


_HANDLING = frozenset(
    [
        "write",
        "send",
        "release",
        "issue",
        "publish",
        "post",
        "make",
        "give",
        "deliver",
        "sign",
        "submit",
        "read",
        "hold",
        "draft",
        "share",
        "file",
        "obtain",
        "see",
    ]
)
"""What is done to a paper: a clause of such a verb behind it tells which one is meant ("in a letter he sent")."""


def in_document(frame: Frame, verb: Any) -> Filled | None:
    """`said in a joint statement they recommended leaving`: the clause without "that" which the parser hung on the paper."""
    for prep in children(verb, "prep"):
        for paper in children(prep, "pobj") if prep.i > verb.i else []:
            told = [c for c in children(paper, "relcl") if c.left_edge.i == paper.i + 1 and own_subject(c) is not None]
            fits = (
                told
                and own_subject(told[0]).lower_ not in ("who", "which", "that")
                and told[0].lemma_.lower() not in _HANDLING
            )
            if fits and paper.lemma_.lower() in DOCUMENTS:
                return Filled(frame, subtree(told[0]))
    return None


def torn_subject(verb: Any, clause: Any) -> list[Any]:
    """`stressed the path to peace runs through Kyiv`: the subject that the parser took for what the verb itself stresses."""
    noun = object_of(verb)
    if noun is None or own_subject(clause) is not None or clause.tag_ not in ("VBZ", "VBD", "VBP", "MD"):
        return []
    whole = clause.left_edge.i == noun.right_edge.i + 1 and noun.left_edge.i == verb.i + 1
    return [noun] if whole and noun.left_edge.lower_ != "that" else []


def of_what(verb: Any, clause: Any) -> bool:
    """`with what he said were low hopes`: a "be" that tells what the "what" before the cue is."""
    before = [*children(verb, *OBJECT), *children(clause, "nsubj")]
    return clause.lemma_ == "be" and any(one.lower_ == "what" and one.i < verb.i for one in before)


def lost_subject(verb: Any, whom: Any, clause: Any) -> list[Any]:
    """`told reporters the blasts in the desert, far from any town, did no harm`: the subject that the parser took for a second object."""
    if own_subject(clause) is not None or any(mark.dep_ == "mark" for mark in clause.children):
        return []
    second = [noun for noun in children(verb, "dobj") if noun.i > whom.i and noun.left_edge.i == whom.right_edge.i + 1]
    return second[:1]
