"""Frames of clauses: that-clauses, infinitives and gerunds behind a cue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from treatywatch.statements.clauses import agent, children, infinitive, own_subject
from treatywatch.statements.filled import DATED, OBJECT, Filled, after_comma, object_of, subtree, to_verb
from treatywatch.statements.lexicon import Frame
from treatywatch.statements.torn import (
    bare_rest,
    behind_aside,
    behind_spoken_that,
    in_document,
    lost_subject,
    of_what,
    subjunctive,
    torn_subject,
)

OPENING = ('"', "“", "``")


CLOSING = ('"', "”", "''")


def _finite(verb: Any) -> Any:
    """The clause with "that", spoken or not, to the right of the verb."""
    for child in verb.children:
        if child.i > verb.i and (_is_finite(verb, child) or _opens_with_that(child)) and not _set_off(verb, child):
            return child if not _joined(verb, child) else None
    return _that_below(verb)


def _in_cue(verb: Any, noun: Any) -> bool:
    """`made the point that …`: the object is part of the cue."""
    return noun.lemma_.lower() in _NOUNS_OF_CUES.get(verb.lemma_.lower(), ())


_NOUNS_OF_CUES = {"make": ("point", "case"), "take": ("view", "position")}
"""Verbs whose cue takes in an object."""

_REACH = 14
"""Tokens between a cue and its "that" ("telling reporters during a visit to Scotland that …"); calibrated on own sentences."""


def _that_below(verb: Any) -> Any:
    """A clause with "that" which the parser hung on a word between: "said a day later that", "made clear that"."""
    for token in verb.doc[verb.i + 1 : verb.i + _REACH]:
        scene = verb.lemma_ == "make" and any(t.dep_ == "advcl" and t.head == verb for t in (token, *token.ancestors))
        if (token.is_punct and not token.is_quote) or (
            token.pos_ == "VERB" and token.dep_ not in ("oprd", "acomp") and not scene
        ):
            return None  # a day or a scene may stand between ("made clear when he arrived that …"), no other verb
        if token.lower_ == "that" and token.dep_ in ("mark", "advmod") and verb.is_ancestor(token):
            clause = token.head
            if token.nbor(-1).lower_ in ("and", "or", "but"):
                return None  # "said nothing of force and that …": it hangs further up
            if clause.dep_ in ("acl", "relcl") and clause.head == object_of(verb) and not _in_cue(verb, clause.head):
                return None  # "rejected the notion that …": it belongs to the object
            if clause.dep_ in ("acl", "relcl") and any(c.ent_type_ in _OWNERS for c in children(clause.head, "poss")):
                return None  # "agreed with McCain's warning that …": it is what McCain warned of
            told = own_subject(clause) is not None or bool(children(clause, "expl"))
            return clause if told and clause.i > token.i else None
    return None


_OWNERS = frozenset(["PERSON", "GPE", "ORG", "NORP"])


def _is_finite(verb: Any, child: Any) -> bool:
    if child.dep_ not in ("ccomp", "xcomp") or infinitive(child) or (child.pos_ == "ADJ" and verb.lemma_ == "make"):
        return False  # "made it plain on Friday that …"
    if verb.lemma_ == "find" and child.pos_ not in ("VERB", "AUX"):
        return False  # "found him a challenge"
    if verb.dep_ == "relcl" and child.dep_ == "ccomp":
        return True  # "a system that the allies say breaches the accord": its subject stands before
    helped = any(c.dep_ in ("mark", "expl", "aux", "auxpass") for c in child.children) or of_what(verb, child)
    return helped or (own_subject(child) is not None and child.tag_ != "VBG") or bool(torn_subject(verb, child))


def _opens_with_that(child: Any) -> bool:
    """A clause with "that" which the parser hung on as an adverbial one."""
    return bool(child.dep_ in ("advcl", "ccomp") and next(iter(child.subtree)).lower_ == "that")


_OPENS_ADVERBIAL = frozenset(
    ["after", "before", "when", "while", "as", "because", "although", "though", "since", "once"]
)


def _set_off(verb: Any, child: Any) -> bool:
    """Whether the clause is no complement but an aside: opened by "after", "while" and the like, or set off by a comma."""
    first = next(iter(child.subtree))
    if first.lower_ not in _OPENS_ADVERBIAL or _marked_by_that(child):
        return False
    return bool(first.lower_ != "when" or child.dep_ == "advcl" or verb.doc[first.i - 1].text == ",")


def _marked_by_that(clause: Any) -> bool:
    return any(mark.dep_ == "mark" and mark.lower_ == "that" for mark in clause.children)


def _joined(verb: Any, clause: Any) -> bool:
    """`announced plans for a fleet and a vote is due`: a clause behind the object and a conjunction is not what is announced."""
    first = next(iter(clause.subtree))
    before = object_of(verb)
    return bool(before is not None and before.i < first.i and first.nbor(-1).lower_ in ("and", "but"))


def that_clause(frame: Frame, verb: Any) -> Filled | None:
    """A finite clause, with "that" or without (`said it would leave`)."""
    found = _finite(verb)
    if found is None:
        return (
            subjunctive(frame, verb)
            or behind_spoken_that(frame, verb)
            or in_document(frame, verb)
            or behind_aside(frame, verb)
            or bare_rest(frame, verb)
        )
    if _of_object(verb, found):
        return None
    conceding = (
        bare_rest(frame, verb)
        if verb.i + 1 < found.i and verb.nbor(1).lower_ in ("while", "although", "though", "whereas")
        else None
    )
    if conceding is not None:
        return conceding
    told = subtree(
        *torn_subject(verb, found), found, *_apposed(verb, found), *_predicate(verb, found), *_because(verb, found)
    ) + _concluding(verb, found)
    if of_what(verb, found):
        told = tuple(token for token in told if token.i > found.i)  # "with what he said was a mistake": the mistake
    return Filled(frame, _from_that(found, told))


def _of_object(verb: Any, clause: Any) -> bool:
    """`added the requirement that …`: a clause right behind a thing tells what that is, though the parser hung it on the verb."""
    noun = object_of(verb)
    if noun is None or noun.pos_ != "NOUN" or noun.ent_type_ in DATED or _in_cue(verb, noun):
        return False
    named = noun.left_edge.lower_ in ("a", "an", "the") and clause.left_edge.lower_ == "that"
    return named and clause.left_edge.i == noun.right_edge.i + 1 and verb.lemma_.lower() in _ADDING


_ADDING = frozenset(
    ["add", "report", "repeat", "reiterate", "note", "mention", "claim", "announce", "recommend", "propose"]
)
"""Verbs that take a thing for their object, and nobody to whom it is said."""


def _from_that(clause: Any, told: tuple[Any, ...]) -> tuple[Any, ...]:
    """`said — on Twitter, as it happens — that …`: the clause from its own "that" on."""
    marks = [m.i for m in clause.children if m.dep_ == "mark" and m.lower_ == "that"]
    return tuple(token for token in told if token.i >= marks[0]) if marks else told


_WH = frozenset(["how", "why", "what", "who", "whom", "whose", "where", "when", "which", "whether", "if"])


def wh_clause(frame: Frame, verb: Any) -> Filled | None:
    """A clause that a question word opens (`asked whether …`, `described how …`)."""
    found = that_clause(frame, verb)
    if found is None:
        return None
    first = next((token for token in sorted(found.content, key=lambda t: t.i) if not token.is_punct), None)
    return found if first is not None and (first.lower_ in _WH or first.pos_ == "ADP") else None


def _predicate(verb: Any, clause: Any) -> list[Any]:
    """`that the particles found at the site were old`: where the parser took the participle for the clause and the predicate
    for a second verb of the cue.
    """
    if clause.tag_ not in ("VBN", "VBD") or children(clause, "aux", "auxpass"):
        return []
    end = max(token.i for token in clause.subtree) + 1
    if end < len(clause.doc) and clause.doc[end].is_punct and clause.doc[end].text != ",":
        end += 1
    behind = [c for c in children(verb, "conj", "ccomp") if c.i > clause.i and own_subject(c) is None]
    return [c for c in behind if next(iter(c.subtree)).i in (end - 1, end)][:1]


_SUPPOSING = frozenset(["if", "should", "unless", "once", "were", "had"])


def _concluding(verb: Any, clause: Any) -> tuple[Any, ...]:
    """`said that, should it go on, they would leave`: where the parser took the condition for what is said, its conclusion."""
    opens = next((t for t in clause.subtree if not t.is_punct and t.lower_ != "that"), clause)
    over = verb.head if verb.dep_ == "ccomp" and verb.head.i > clause.right_edge.i else None
    told = own_subject(over) if over is not None else None
    if over is None or opens.lower_ not in _SUPPOSING or told is None or told.i < clause.right_edge.i:
        return ()
    return tuple(token for token in over.subtree if token.i > clause.right_edge.i)


def _because(verb: Any, clause: Any) -> list[Any]:
    """A reason that the parser hung on the cue belongs to what is said."""
    marked = [c for c in children(verb, "advcl") if c.i > clause.i]
    return [c for c in marked if any(m.dep_ == "mark" and m.lower_ == "because" for m in c.children)]


def spoken_that(frame: Frame, verb: Any) -> Filled | None:
    """A clause whose "that" is spoken ("holds that …")."""
    found = that_clause(frame, verb)
    return found if found is not None and any(token.lower_ == "that" for token in found.content[:2]) else None


def _apposed(verb: Any, clause: Any) -> list[Any]:
    """`…, the last treaty that …`: an apposition to the clause's last noun that the parser hung on the cue."""
    return [
        noun
        for noun in children(verb, "dobj", "appos", "npadvmod")
        if noun.i > clause.i and next(iter(noun.subtree)).lower_ == "the" and after_comma(noun)
    ]


def object_clause(frame: Frame, verb: Any) -> Filled | None:
    """A clause behind the person told (`told them that …`)."""
    found, whom = _finite(verb), object_of(verb)
    if whom is None and agent(verb) is not None:
        whom = next(iter(children(verb, "nsubjpass")), None)  # "was assured by aides that …"
    if found is None or whom is None or whom.i > found.i:
        return None
    return Filled(frame, subtree(*lost_subject(verb, whom, found), found), whom, True)


def to_infinitive(frame: Frame, verb: Any) -> Filled | None:
    """An infinitive of the speaker's own (`vowed to leave`)."""
    found = to_verb(verb, "xcomp", "ccomp", "advcl")
    before = any(noun.i < verb.i for noun in children(verb, *OBJECT))  # "troops whose presence it denied to …"
    return Filled(frame, subtree(found)) if found is not None and own_subject(found) is None and not before else None


def object_infinitive(frame: Frame, verb: Any) -> Filled | None:
    """Somebody who is to act (`urged them to leave`)."""
    found = to_verb(verb, "ccomp", "xcomp", "advcl")
    if found is None:
        return None
    inner = own_subject(found)
    if inner is not None:
        return Filled(
            frame, subtree(found), inner, found.lemma_ != "be"
        )  # "declared the vote to be lost": said of it, not to it
    whom = object_of(verb)
    if whom is None or whom.i > found.i:
        return _passive_infinitive(frame, verb, found)
    return Filled(frame, subtree(whom, found), whom, True)


def _passive_infinitive(frame: Frame, verb: Any, found: Any) -> Filled | None:
    urged = children(verb, "nsubjpass")
    return Filled(frame, subtree(urged[0], found), urged[0], True) if urged else None


_LIKEWISE = {"on": ("upon", "with")}
"""Prepositions that stand for another ("called upon them to …", "pleaded with them to …")."""


def through(preposition: str) -> Callable[[Frame, Any], Filled | None]:
    """`call on X to …`, `appeal to X to …`."""

    def match(frame: Frame, verb: Any) -> Filled | None:
        for prep in children(verb, "prep", "prt", "dative"):
            if prep.lower_ not in (preposition, *_LIKEWISE.get(preposition, ())) or prep.i < verb.i:
                continue
            for whom in children(prep, "pobj") or (children(verb, "dobj") if prep.dep_ == "prt" else []):
                if any(infinitive(token) for token in verb.subtree if token.i > whom.i):
                    last = to_verb(verb, "xcomp", "advcl", "ccomp")
                    return Filled(frame, subtree(whom, last) if last is not None else subtree(whom), whom, True)
        return None

    return match


def gerund(frame: Frame, verb: Any) -> Filled | None:
    """A gerund of the speaker's own (`denied hiding it`)."""
    for child in children(verb, "xcomp", "dobj", "ccomp"):
        if child.i > verb.i and child.tag_ == "VBG" and own_subject(child) is None:
            return Filled(frame, subtree(child))
    return None
