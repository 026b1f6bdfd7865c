"""Frames with a preposition: `warn of …`, `call for …`, `accuse X of …`, `describe X as …`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from treatywatch.statements.clauses import agent, antecedent, children, infinitive, is_passive, own_subject
from treatywatch.statements.filled import (
    ADVERBIAL,
    OBJECT,
    Filled,
    after_comma,
    is_empty,
    object_of,
    subtree,
    without_asides,
)
from treatywatch.statements.lexicon import Frame
from treatywatch.statements.phrases import name_tokens
from treatywatch.statements.predicates import fronted_what, relative_object
from treatywatch.statements.subjects import subject


def _phrases(verb: Any, word: str) -> Iterator[Any]:
    """What stands behind the preposition `word` after the verb (or after its object, where the parser hung it there)."""
    holders = [verb]
    if verb.lemma_.lower() in _ADDRESSED:
        holders += [
            whom for prep in children(verb, "prep", "dative") if prep.lower_ == "to" for whom in children(prep, "pobj")
        ]
    noun = object_of(verb)
    if noun is not None:
        holders.append(noun)
    for holder in holders:
        for prep in holder.children:
            if prep.dep_ in ("prep", "agent", "dative", "prt") and prep.lower_ == word and prep.i > verb.i:
                yield from (
                    (prep, inner)
                    for inner in children(prep, "pobj", "pcomp", *(["amod", "prep"] if word == "as" else []))
                )
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if after is not None and after.lower_ == word and after.dep_ == "prep" and after.head not in holders:
        yield from ((after, inner) for inner in children(after, "pobj", "pcomp"))


_ADDRESSED = frozenset(["apologise", "apologize", "complain", "appeal", "protest", "rule", "boast", "brag", "crow"])
"""Verbs between which and their topic the person addressed may stand ("apologised to the ministers for …")."""


def preposition(frame: Frame, verb: Any) -> Filled | None:
    """A preposition beside the cue (`warned of a race`)."""
    assert frame.word
    if any(noun.lower_ in ("nothing", "little", "anything") for noun in children(verb, "dobj")):
        return None  # "said nothing about the launch"
    for prep, inner in _phrases(verb, frame.word):
        near = prep.i - verb.i <= 3 or verb.lemma_.lower() in _ADDRESSED or _behind_addressee(verb, prep)
        if near and not is_empty(inner):
            return Filled(frame, _what_of(verb, prep) + without_asides(inner) + subtree(*_reason(verb, inner)))
    return None


def _behind_addressee(verb: Any, prep: Any) -> bool:
    """`spoke to the allies about …`: the preposition right behind the person addressed."""
    told = [to for to in children(verb, "prep", "dative") if to.lower_ in ("to", "with") and to.i == verb.i + 1]
    return bool(told) and told[0].right_edge.i == prep.i - 1


def _reason(verb: Any, noun: Any) -> list[Any]:
    """`railed against the moderators for …`, `hit back at him over …`: for what, right behind whom."""
    end = noun.right_edge.i + 1
    return [prep for prep in children(verb, "prep") if prep.left_edge.i == end and prep.lower_ in ("for", "over", "as")]


def _what_of(verb: Any, prep: Any) -> tuple[Any, ...]:
    """`said the same of X`: what is said of it, where a noun tells it."""
    noun = object_of(verb)
    if (
        verb.lemma_.lower() != "say"
        or noun is None
        or noun.i > prep.i
        or noun.lower_ not in ("same", "much", "more", "otherwise")
    ):
        return ()
    return tuple(token for token in noun.subtree if token.i <= prep.i)


def prep_object(frame: Frame, verb: Any, cue: str = "") -> Filled | None:
    """What stands behind the preposition that belongs to the cue itself (`call for …`)."""
    word = cue.rpartition(" ")[2]
    after = next((t for t in verb.doc[verb.i + 1 : verb.i + 1 + ADVERBIAL] if t.lower_ == word), None)
    if after is None:
        return None
    inner = children(after, "pobj", "pcomp") or (children(verb, "dobj") if after.dep_ == "prt" else [])
    told = [c for c in children(verb, "ccomp") if any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)]
    if inner and told and told[0].left_edge.i > inner[0].i:
        return None  # "insisted on CNN that …"
    if not inner:
        clause = after.head if after.dep_ == "mark" else None  # "called for the summit to be cancelled"
        return Filled(frame, tuple(t for t in clause.subtree if t.i > after.i)) if clause is not None else None
    purpose = [c for c in children(verb, "advcl", "xcomp", "ccomp") if infinitive(c) and own_subject(c) is None]
    next_to = max(token.i for token in inner[0].subtree) + 1
    purpose += [prep for prep in children(verb, "prep") if prep.lower_ == "as"]
    told = [clause for clause in purpose if next(iter(clause.subtree)).i == next_to]
    return Filled(frame, subtree(inner[0], *told[:1]))


def object_prep(frame: Frame, verb: Any) -> Filled | None:
    """An object with its preposition (`accused them of lying`, `described it as a trick`)."""
    word = frame.word or frame.kind.removeprefix("object-")
    whom = _of_whom(verb, word)
    if whom is None:
        return None
    start = max(whom.i, verb.i) if object_of(verb) is not None else verb.i
    found = [(prep, inner) for prep, inner in _phrases(verb, word) if prep.i > start]
    # "accused both of them, along with Russia, of stalling": the deed, not whom it is told of.
    found += [one for one in _far_deed(verb, word) if one[0].i > start]
    found += _beyond_aside(whom, word) if not found and whom.i > verb.i else []
    if word == "as":
        found += [(clause.left_edge, clause) for clause in _as_participle(verb, whom)]
    if word == "in" and verb.lemma_.lower() != "implicate":
        found = [one for one in found if one[1].lemma_.lower() in _STANDINGS]
    if word == "at":
        found = [one for one in found if any(token.like_num for token in one[1].subtree)]  # "put the number at 40"
    if word == "to" and verb.lemma_.lower() == "commit":
        found = [one for one in found if one[1].tag_ == "VBG"]
    if word == "about":
        found = [one for one in found if not is_empty(one[1])]  # "told them about that": what is told is not
    for prep, inner in sorted(found, key=lambda one: one[1].tag_ != "VBG")[:1]:
        told = frame.kind == "object-prep" and verb.lemma_.lower() in _TELLING
        return Filled(frame, subtree(inner) if told else _told_of(verb, whom, prep, inner), whom, told)
    return None


_STANDINGS = frozenset(
    ["breach", "violation", "compliance", "non-compliance", "noncompliance", "contravention", "default"]
)
"""How somebody stands to his duties ("declared Iran in breach of the agreement")."""


def _of_whom(verb: Any, word: str) -> Any:
    """Of whom or what it is told: the object, the subject of a passive, what a relative pronoun or a participle stands for."""
    found = object_of(verb)
    if found is not None:
        return found
    passive = children(verb, "nsubjpass") or (children(verb.head, "nsubj") if verb.head.lemma_ == "stand" else [])
    if passive:
        return antecedent(passive[0])
    found = relative_object(verb)
    if word == "as":
        found = fronted_what(verb) or _shared_what(verb) or found
    if found is None and is_passive(verb) and agent(verb) is not None:
        found = subject(verb)  # "accused by Iran of cheating, the agency …"
    return found


def _shared_what(verb: Any) -> Any:
    """`what the West called a rising and Russia denounced as a coup`: the "what" of the clause before, which a second verb shares."""
    told = own_subject(verb)
    first = told.left_edge if told is not None and told.i < verb.i else None
    if verb.dep_ != "conj" or first is None or first.i < 2 or first.nbor(-1).lower_ not in ("and", "but"):
        return None
    before = verb.doc[max(0, first.i - _ASIDE) : first.i]
    return next((token for token in reversed(before) if token.lower_ == "what" and token.dep_ in OBJECT), None)


def _told_of(verb: Any, whom: Any, prep: Any, inner: Any) -> tuple[Any, ...]:
    """From whom it is told of to the end of what is told; only the latter, where a "what" stands before the verb."""
    last = inner if inner.is_ancestor(prep) else prep
    if object_of(verb) == whom:
        return _stretch(whom, last)
    if whom.lower_ == "what":
        return subtree(inner)
    by = agent(verb)
    said = set(by.head.subtree) - (set(prep.subtree) if by.is_ancestor(prep) else set()) if by is not None else set()
    told = tuple(name_tokens(whom)) + _stretch(last, last)
    return tuple(token for token in told if token not in said)


_TELLING = frozenset(
    [
        "remind",
        "warn",
        "caution",
        "advise",
        "counsel",
        "inform",
        "notify",
        "brief",
        "alert",
        "assure",
        "reassure",
        "convince",
    ]
)
"""Verbs whose object is told something ("reminded them of the deal"); with others it is part of what is said."""


def _as_participle(verb: Any, noun: Any) -> list[Any]:
    """`described him as hobbled by …`, where the parser took "as" for a conjunction."""
    found = [
        clause
        for clause in children(verb, "advcl")
        if clause.left_edge.lower_ == "as" and (own_subject(clause) is None or clause.tag_ == "VBG")
    ]
    return [
        clause
        for clause in found
        if clause.tag_ in ("VBN", "VBG", "JJ") and clause.left_edge.i > noun.i and not after_comma(clause)
    ]


def _far_deed(verb: Any, word: str) -> list[tuple[Any, Any]]:
    """A gerund behind the preposition that the parser hung on another one, or on whom a "by" tells."""
    by = agent(verb)
    return [
        (prep, inner)
        for prep in verb.subtree
        if prep.lower_ == word and (prep.head.dep_ == "prep" or prep.head == by) and word in ("of", "for")
        for inner in children(prep, "pcomp", *(["pobj"] if prep.head == by else []))
    ]


def _stretch(first: Any, last: Any) -> tuple[Any, ...]:
    """All tokens from the first one's subtree to the end of the last one's, without what the reporter tells of the first."""
    low, high = next(iter(first.subtree)).i, max(token.i for token in last.subtree)
    left_out = {token for aside in _told_besides(first) for token in aside.subtree} if first != last else set()
    dashed = _dashed(first.doc[first.i : last.left_edge.i]) if first != last else range(0)
    return tuple(token for token in first.doc[low : high + 1] if token not in left_out and token.i not in dashed)


def _told_besides(noun: Any) -> list[Any]:
    """What the reporter explains of the noun between commas: a relative clause, or what or who it is."""
    explained = [c for c in children(noun, "appos") if c.left_edge.lower_ in ("a", "an", "the") and noun.ent_type_]
    return [clause for clause in (*children(noun, "relcl"), *explained) if after_comma(clause)]


_DASHES = frozenset(["-", "--", "–", "—"])
_PAUSES = frozenset([*_DASHES, ","])


def _dashed(words: Any) -> range:
    """Where an aside between two dashes stands ("the allies – and not Moscow – for …"); nothing where there is none."""
    places = [token.i for token in words if token.text in _DASHES and token.tag_ != "HYPH"]
    return range(places[0], places[1] + 1) if places[1:] and not places[2:] else range(0)


def _beyond_aside(whom: Any, word: str) -> list[tuple[Any, Any]]:
    """`blaming his own party, rather than the North, for the failure`: the preposition behind an aside, whatever the parser hung it on."""
    doc, behind = whom.doc, range(whom.i + 3, min(len(whom.doc), whom.i + _ASIDE))
    place = next((at for at in behind if doc[at].lower_ == word and doc[at - 1].text in _PAUSES), None)
    if place is None or not any(token.text == doc[place - 1].text for token in doc[whom.i + 1 : place - 1]):
        return []
    return [(doc[place], inner) for inner in children(doc[place], "pobj", "pcomp")[:1]]


_ASIDE = 24
"""Words from somebody to what he is blamed for, with an aside between."""
