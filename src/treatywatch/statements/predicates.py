"""What somebody or something is called: `called the offer a trick`, `what he called a trick`, `a step, which he called a trick`."""

from __future__ import annotations

from typing import Any

from treatywatch.statements.clausal import CLOSING, OPENING
from treatywatch.statements.clauses import agent, children, infinitive, own_subject
from treatywatch.statements.filled import OBJECT, Filled, object_of, subtree
from treatywatch.statements.lexicon import Frame
from treatywatch.statements.phrases import name_tokens


def object_predicate(frame: Frame, verb: Any) -> Filled | None:
    """What an object is called (`called the offer a trick`, `what he called a trick`)."""
    fronted = fronted_what(verb)
    for child in verb.children:
        if (
            child.i > verb.i
            and child.dep_ in ("oprd", "ccomp", "xcomp")
            and child.pos_ in ("NOUN", "ADJ", "PROPN", "VERB")
            and not _finite(child)
            and not _only_names(child)
        ):
            inner = own_subject(child) or _taken_for_measure(verb, child)
            relative = relative_object(verb)
            by = agent(verb)
            passive = children(verb, "nsubjpass") if by is not None else []
            whom = inner if inner is not None else object_of(verb) or fronted or relative or next(iter(passive), None)
            if whom is not None and whom.i < child.i:
                of_whom = name_tokens(whom) if whom == relative else whom.subtree
                rest = subtree(child, *_extraposed(verb, whom, child), *_coordinated(verb, child))
                said = set(by.head.subtree) if by is not None else set()
                told = _without_scene(verb, tuple(token for token in (*of_whom, *rest) if token not in said))
                return Filled(frame, _to_closing_mark(told), whom)
    return (
        _quoted_predicate(frame, verb)
        or _joined_predicate(frame, verb)
        or _second_object(frame, verb)
        or _behind_noun(frame, verb)
    )


def _taken_for_measure(verb: Any, predicate: Any) -> Any:
    """`called the test “unpardonable”`: the object that the parser took for a measure of the adjective."""
    found = [c for c in children(predicate, "npadvmod") if predicate.pos_ == "ADJ" and verb.i < c.i < predicate.i]
    return found[0] if found and object_of(verb) is None else None


def _coordinated(verb: Any, predicate: Any) -> list[Any]:
    """`called the paper biased and one-sided`: a second adjective that the parser took for a verb beside the cue."""
    end = predicate.right_edge.i
    joined = [
        c
        for c in children(verb, "conj")
        if c.tag_ in ("VBN", "JJ") and own_subject(c) is None and not children(c, "aux")
    ]
    beside = [c for c in joined if 0 < c.left_edge.i - end <= 2 and c.left_edge.nbor(-1).dep_ == "cc"]
    return [token for c in beside[:1] for token in (c.left_edge.nbor(-1), c)]


def _only_names(called: Any) -> bool:
    """`a missile that NATO calls the SSC-8`: a designation is no judgement; `called the Union an evil empire` is one."""
    if called.pos_ != "PROPN" or called.ent_type_ == "PERSON":
        return False
    articles = [child.lower_ for child in children(called, "det")]
    numbered = any(char.isdigit() for token in called.subtree for char in token.text)
    return not {"a", "an"} & set(articles) and (numbered or not articles)


def _finite(clause: Any) -> bool:
    """`called it rigged, and others have called for …`: a finite clause is no predicate."""
    return clause.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in children(clause, "aux")
    )


def _second_object(frame: Frame, verb: Any) -> Filled | None:
    """`branded the claim a fabrication`, `a test, which he called a breach`: the parser took what it is called for a second object."""
    objects = children(verb, *OBJECT)
    behind = [noun for noun in objects if noun.i > verb.i]
    if behind and _only_names(behind[-1]):
        return None
    if len(behind) == 2 and behind[1].left_edge.i == behind[0].right_edge.i + 1 and behind[1].left_edge.pos_ in _OPENS:
        return Filled(frame, subtree(*behind), behind[0])
    if len(behind) == 1 and _apposed(behind[0]) is not None:
        return Filled(frame, subtree(behind[0]), behind[0])
    told = relative_object(verb)
    if told is not None and behind:
        return Filled(frame, (*name_tokens(told), *subtree(behind[0])), told)
    return None


def _joined_predicate(frame: Frame, verb: Any) -> Filled | None:
    """`called the meddling a “serious matter”`: the object that the parser took for what somebody is called, with that behind it."""
    told = [
        noun
        for noun in children(verb, "oprd")
        if noun.i > verb.i and noun.left_edge.lower_ in ("the", "this", "that", "its", "his")
    ]
    if not told or object_of(verb) is not None:
        return None
    behind = [
        c
        for c in children(told[0], "dobj", "appos", "npadvmod")
        if c.i > told[0].i and c.left_edge.lower_ in ("a", "an")
    ]
    return Filled(frame, subtree(told[0]), told[0]) if behind else None


_OPENS = frozenset(["DET", "ADJ", "NOUN", "PROPN"])


def _apposed(noun: Any) -> Any:
    """`branded the move a mistake`: what it is called, which the parser hung on the noun as an aside without a comma."""
    found = [
        c for c in children(noun, "npadvmod", "appos") if c.i > noun.i and c.left_edge.lower_ in ("a", "an", "the")
    ]
    return next((c for c in found if c.left_edge.nbor(-1).text != ","), None)


def _behind_noun(frame: Frame, verb: Any) -> Filled | None:
    """`called the text political and one-sided`: adjectives that the parser hung on the noun before them."""
    whom = object_of(verb)
    if whom is None or not [one for one in children(whom, "amod") if one.i > whom.i and one.pos_ == "ADJ"]:
        return None
    return Filled(frame, subtree(whom), whom)


def relative_object(verb: Any) -> Any:
    """`a test, which he called …`: the noun for which a "which" or "that" before the verb stands as its object; else None."""
    pronoun = [c for c in children(verb, *OBJECT) if c.i < verb.i and c.lower_ in ("which", "that", "whom")]
    return verb.head if pronoun and verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PROPN") else None


def fronted_what(verb: Any) -> Any:
    """The "what" before the verb that is its object ("what they described as a trick")."""
    found = [child for child in children(verb, *OBJECT) if child.i < verb.i and child.lower_ == "what"]
    return found[0] if found else None


def _quoted_predicate(frame: Frame, verb: Any) -> Filled | None:
    """`called the network "fake news"`: quoted words right behind the object."""
    whom = object_of(verb)
    if whom is None:
        return None
    low = next(iter(whom.subtree)).i
    mark = next((t.i for t in whom.doc[low + 1 :] if t.text in OPENING), None)
    close = next((t.i for t in whom.doc[mark + 1 :] if t.text in CLOSING), None) if mark else None
    if mark is None or close is None or whom.doc[mark - 1] not in [t for t in whom.subtree if t.i < mark]:
        return None
    return Filled(frame, tuple(whom.doc[low:close]), whom)


def _extraposed(verb: Any, whom: Any, predicate: Any) -> list[Any]:
    """`called it implausible that …`: what "it" stands for."""
    if whom.lower_ != "it":
        return []
    found = [c for c in children(verb, "ccomp", "advcl", "xcomp") if c.i > predicate.i]
    return [c for c in found if infinitive(c) or next(iter(c.subtree)).lower_ == "that"][:1]


def _without_scene(verb: Any, tokens: tuple[Any, ...]) -> tuple[Any, ...]:
    """`called it great as they sat down`: without the clause that tells when it was said."""
    scenes = {t for token in tokens if _scene(token) for t in token.subtree if verb.i < token.i}
    return tuple(token for token in tokens if token not in scenes)


def _to_closing_mark(tokens: tuple[Any, ...]) -> tuple[Any, ...]:
    """`called it a "trick" on his radio show`: without the occasion told behind the quoted words."""
    marks = [token.i for token in tokens if token.text in CLOSING]
    if not marks:
        return tokens
    occasion = [t for t in tokens if t.i > marks[-1] and t.dep_ == "prep" and t.lower_ in ("on", "in", "at", "during")]
    cut = {token for phrase in occasion[:1] for token in tokens if token.i >= phrase.i}
    return tuple(token for token in tokens if token not in cut)


def _scene(token: Any) -> bool:
    if token.dep_ != "advcl" or own_subject(token) is None:
        return False
    return any(c.dep_ == "mark" and c.lower_ in ("as", "after", "when", "while") for c in token.children)
