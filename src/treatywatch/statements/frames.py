"""Which frame of its entry a cue fills, and with what: the complement that carries the content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from treatywatch.statements.clauses import antecedent, children, infinitive, name_tokens, own_subject
from treatywatch.statements.lexicon import CueEntry, Frame

_EMPTY = frozenset(
    ["it", "that", "this", "so", "them", "him", "her", "me", "us", "you", "themselves", "himself", "herself"]
)


def _empty(noun: Any) -> bool:
    return bool(noun.lower_ in _EMPTY and noun.text != "US")


ANSWERS = frozenset(
    [
        "deny",
        "reject",
        "dispute",
        "dismiss",
        "refute",
        "rebut",
        "confirm",
        "praise",
        "condemn",
        "welcome",
        "criticise",
        "criticize",
    ]
)
"""Verbs that answer what was said before: "it" is content enough ("Moscow denies it")."""

_DATED = ("DATE", "TIME")
_ADVERBIAL = 5
"""Tokens of a day between a verb and its preposition ("called late on Monday for")."""

_OPENING, _CLOSING = ('"', "“", "``"), ('"', "”", "''")

_OBJECT = ("dobj", "dative", "obj")


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame with the tokens of its content, and the noun of whom it speaks to or of."""

    frame: Frame
    content: tuple[Any, ...]
    whom: Any = None
    addressed: bool = False


def fill(entry: CueEntry, verb: Any) -> Filled | None:
    """The first of the entry's frames that the verb's dependents fill, the most specific ones first; None where none is filled."""
    for kind, matcher in _MATCHERS:
        for frame in entry.frames:
            if frame.kind == kind:
                found = matcher(frame, verb) if kind != "prep-object" else _prep_object(frame, verb, entry.cue)
                if found is not None and (kind != "object" or entry.takes(found.whom.lemma_.lower())):
                    return found
    return None


def particle(entry: CueEntry, verb: Any) -> bool:
    """Whether the particle of a cue of several words ("point out") stands with the verb."""
    return not entry.cue.partition(" ")[2] or bool(cue_tokens(entry, verb)[1:])


def cue_tokens(entry: CueEntry, verb: Any) -> list[Any]:
    """The verb and the further words of its cue; the verb alone where one is missing. A day or an adverb may stand between
    ("called on Monday for", "called again for").
    """
    found, at = [verb], verb.i + 1
    for word in entry.cue.split()[1:]:
        if found == [verb]:
            at = _behind_adverbial(verb, at, word)
        if at >= len(verb.doc) or verb.doc[at].lower_ != word:
            return [verb]
        found.append(verb.doc[at])
        at += 1
    return found


def _behind_adverbial(verb: Any, at: int, word: str) -> int:
    """Where the particle stands: at `at`, or behind adverbs and days of the verb."""
    doc, end = verb.doc, min(len(verb.doc), at + _ADVERBIAL)
    for place in range(at, end):
        token = doc[place]
        if token.lower_ == word and token.ent_type_ not in _DATED:
            after = doc[place + 1] if place + 1 < len(doc) else None
            if after is None or after.ent_type_ not in _DATED:
                return place
        elif token.tag_ != "RB" and token.ent_type_ not in _DATED and token.lower_ not in ("on", "in", "at"):
            break
    return at


def _subtree(*heads: Any) -> tuple[Any, ...]:
    return tuple(token for head in heads for token in head.subtree)


def _object(verb: Any) -> Any:
    found = [child for child in children(verb, *_OBJECT) if child.i > verb.i]
    return found[0] if found else None


def _finite(verb: Any) -> Any:
    """The clause with "that", spoken or not, to the right of the verb."""
    for child in verb.children:
        if child.i > verb.i and (_is_finite(verb, child) or _opens_with_that(child)) and not _set_off(verb, child):
            return child if not _joined(verb, child) else None
    return _that_below(verb)


_REACH = 9
"""Tokens between a cue and its "that" ("acknowledged for the first time that …"); calibrated on own sentences."""


def _that_below(verb: Any) -> Any:
    """A clause with "that" which the parser hung on a word between: "said a day later that", "made clear that"."""
    for token in verb.doc[verb.i + 1 : verb.i + _REACH]:
        if token.is_punct or (token.pos_ == "VERB" and token.dep_ not in ("oprd", "acomp")):
            return None
        if token.lower_ == "that" and token.dep_ in ("mark", "advmod") and verb.is_ancestor(token):
            clause = token.head
            if token.nbor(-1).lower_ in ("and", "or", "but"):
                return None  # "said nothing of force and that …": it hangs further up
            return clause if own_subject(clause) is not None and clause.i > token.i else None
    return None


def _is_finite(verb: Any, child: Any) -> bool:
    if child.dep_ not in ("ccomp", "xcomp") or infinitive(child):
        return False
    if verb.dep_ == "relcl" and child.dep_ == "ccomp":
        return True  # "a system that the allies say breaches the accord": its subject stands before
    helped = any(c.dep_ in ("mark", "expl", "aux", "auxpass") for c in child.children)
    return helped or (own_subject(child) is not None and child.tag_ != "VBG")


def _opens_with_that(child: Any) -> bool:
    """A clause with "that" which the parser hung on as an adverbial one."""
    return bool(child.dep_ in ("advcl", "ccomp") and next(iter(child.subtree)).lower_ == "that")


_OPENS_ADVERBIAL = frozenset(
    ["after", "before", "when", "while", "as", "because", "although", "though", "since", "once"]
)


def _set_off(verb: Any, child: Any) -> bool:
    """Whether the clause is no complement but an aside: opened by "after", "while" and the like, or set off by a comma."""
    first = next(iter(child.subtree))
    if first.lower_ not in _OPENS_ADVERBIAL:
        return False
    return bool(first.lower_ != "when" or child.dep_ == "advcl" or verb.doc[first.i - 1].text == ",")


def _joined(verb: Any, clause: Any) -> bool:
    """`announced plans for a fleet and a vote is due`: a clause behind the object and a conjunction is not what is announced."""
    first = next(iter(clause.subtree))
    before = _object(verb)
    return bool(before is not None and before.i < first.i and first.nbor(-1).lower_ in ("and", "but"))


def _clause(frame: Frame, verb: Any) -> Filled | None:
    found = _finite(verb)
    if found is None:
        return None
    return Filled(frame, _subtree(found, *_apposed(verb, found), *_predicate(verb, found), *_because(verb, found)))


def _predicate(verb: Any, clause: Any) -> list[Any]:
    """`that the particles found at the site were old`: where the parser took the participle for the clause and the predicate
    for a second verb of the cue.
    """
    if clause.tag_ not in ("VBN", "VBD") or children(clause, "aux", "auxpass"):
        return []
    end = max(token.i for token in clause.subtree) + 1
    return [c for c in children(verb, "conj") if own_subject(c) is None and next(iter(c.subtree)).i == end][:1]


def _because(verb: Any, clause: Any) -> list[Any]:
    """A reason that the parser hung on the cue belongs to what is said."""
    marked = [c for c in children(verb, "advcl") if c.i > clause.i]
    return [c for c in marked if any(m.dep_ == "mark" and m.lower_ == "because" for m in c.children)]


def _that(frame: Frame, verb: Any) -> Filled | None:
    """A clause whose "that" is spoken ("holds that …")."""
    found = _clause(frame, verb)
    return found if found is not None and any(token.lower_ == "that" for token in found.content[:2]) else None


def _apposed(verb: Any, clause: Any) -> list[Any]:
    """`…, the last treaty that …`: an apposition to the clause's last noun that the parser hung on the cue."""
    return [
        noun
        for noun in children(verb, "dobj", "appos", "npadvmod")
        if noun.i > clause.i and next(iter(noun.subtree)).lower_ == "the" and _after_comma(noun)
    ]


def _object_clause(frame: Frame, verb: Any) -> Filled | None:
    found, whom = _finite(verb), _object(verb)
    if found is None or whom is None or whom.i > found.i:
        return None
    return Filled(frame, _subtree(found), whom, True)


def _to_verb(verb: Any, *labels: str) -> Any:
    for child in children(verb, *labels):
        if child.i > verb.i and infinitive(child):
            return child
    return None


def _infinitive(frame: Frame, verb: Any) -> Filled | None:
    found = _to_verb(verb, "xcomp", "ccomp", "advcl")
    return Filled(frame, _subtree(found)) if found is not None and own_subject(found) is None else None


def _object_infinitive(frame: Frame, verb: Any) -> Filled | None:
    found = _to_verb(verb, "ccomp", "xcomp", "advcl")
    if found is None:
        return None
    inner = own_subject(found)
    if inner is not None:
        return Filled(frame, _subtree(found), inner, True)
    whom = _object(verb)
    if whom is None or whom.i > found.i:
        return _passive_infinitive(frame, verb, found)
    return Filled(frame, _subtree(whom, found), whom, True)


def _passive_infinitive(frame: Frame, verb: Any, found: Any) -> Filled | None:
    urged = children(verb, "nsubjpass")
    return Filled(frame, _subtree(urged[0], found), urged[0], True) if urged else None


def _through(preposition: str) -> Callable[[Frame, Any], Filled | None]:
    """`call on X to …`, `appeal to X to …`."""

    def match(frame: Frame, verb: Any) -> Filled | None:
        for prep in children(verb, "prep", "prt", "dative"):
            if prep.lower_ != preposition or prep.i < verb.i:
                continue
            for whom in children(prep, "pobj"):
                if any(infinitive(token) for token in verb.subtree if token.i > whom.i):
                    last = _to_verb(verb, "xcomp", "advcl", "ccomp")
                    return Filled(frame, _subtree(whom, last) if last is not None else _subtree(whom), whom, True)
        return None

    return match


def _gerund(frame: Frame, verb: Any) -> Filled | None:
    for child in children(verb, "xcomp", "dobj", "ccomp"):
        if child.i > verb.i and child.tag_ == "VBG" and own_subject(child) is None:
            return Filled(frame, _subtree(child))
    return None


def _phrases(verb: Any, word: str) -> Iterator[Any]:
    """What stands behind the preposition `word` after the verb (or after its object, where the parser hung it there)."""
    holders = [verb]
    if verb.lemma_.lower() in _ADDRESSED:
        holders += [
            whom for prep in children(verb, "prep", "dative") if prep.lower_ == "to" for whom in children(prep, "pobj")
        ]
    noun = _object(verb)
    if noun is not None:
        holders.append(noun)
    for holder in holders:
        for prep in holder.children:
            if prep.dep_ in ("prep", "agent", "dative", "prt") and prep.lower_ == word and prep.i > verb.i:
                yield from (
                    (prep, inner) for inner in children(prep, "pobj", "pcomp", *(["amod"] if word == "as" else []))
                )
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if after is not None and after.lower_ == word and after.dep_ == "prep" and after.head not in holders:
        yield from ((after, inner) for inner in children(after, "pobj", "pcomp"))


_ADDRESSED = frozenset(["apologise", "apologize", "complain", "appeal", "protest", "rule"])
"""Verbs between which and their topic the person addressed may stand ("apologised to the ministers for …")."""


def _prep(frame: Frame, verb: Any) -> Filled | None:
    assert frame.word
    if any(noun.lower_ in ("nothing", "little", "anything") for noun in children(verb, "dobj")):
        return None  # "said nothing about the launch"
    for prep, inner in _phrases(verb, frame.word):
        near = prep.i - verb.i <= 3 or verb.lemma_.lower() in _ADDRESSED
        if near and not _empty(inner):
            return Filled(frame, _subtree(inner))
    return None


def _prep_object(frame: Frame, verb: Any, cue: str = "") -> Filled | None:
    word = cue.rpartition(" ")[2]
    after = next((t for t in verb.doc[verb.i + 1 : verb.i + 1 + _ADVERBIAL] if t.lower_ == word), None)
    if after is None:
        return None
    inner = children(after, "pobj", "pcomp") or (children(verb, "dobj") if after.dep_ == "prt" else [])
    if not inner:
        clause = after.head if after.dep_ == "mark" else None  # "called for the summit to be cancelled"
        return Filled(frame, tuple(t for t in clause.subtree if t.i > after.i)) if clause is not None else None
    purpose = [c for c in children(verb, "advcl", "xcomp", "ccomp") if infinitive(c) and own_subject(c) is None]
    next_to = max(token.i for token in inner[0].subtree) + 1
    told = [clause for clause in purpose if next(iter(clause.subtree)).i == next_to]
    return Filled(frame, _subtree(inner[0], *told[:1]))


def _object_prep(frame: Frame, verb: Any) -> Filled | None:
    word = frame.word or frame.kind.removeprefix("object-")
    whom = _object(verb)
    passive = children(verb, "nsubjpass")
    if whom is None and passive:
        whom = passive[0]
    if whom is None:
        return None
    found = [(prep, inner) for prep, inner in _phrases(verb, word) if prep.i > whom.i] if word != "of" else []
    if word == "of":
        found = [one for one in (*_phrases(verb, word), *_far_deed(verb, whom, word)) if one[0].i > whom.i]
    # "accused both of them, along with Russia, of stalling": the deed, not whom it is told of.
    if word == "as":
        found += [(clause.left_edge, clause) for clause in _as_participle(verb, whom)]
    for prep, inner in sorted(found, key=lambda one: one[1].tag_ != "VBG")[:1]:
        if prep.i > whom.i:
            told = frame.kind == "object-prep" and verb.lemma_.lower() in _TELLING
            return Filled(
                frame,
                _subtree(inner) if told else _stretch(whom, inner if inner.is_ancestor(prep) else prep),
                whom,
                told,
            )
    return None


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
        clause for clause in children(verb, "advcl") if clause.left_edge.lower_ == "as" and own_subject(clause) is None
    ]
    return [
        clause
        for clause in found
        if clause.tag_ in ("VBN", "VBG", "JJ") and clause.left_edge.i > noun.i and not _after_comma(clause)
    ]


def _far_deed(verb: Any, whom: Any, word: str) -> list[tuple[Any, Any]]:
    """A gerund behind the preposition that the parser hung on another one."""
    return [
        (prep, inner)
        for prep in verb.subtree
        if prep.lower_ == word and prep.i > whom.i and prep.head.dep_ == "prep"
        for inner in children(prep, "pcomp")
    ]


def _stretch(first: Any, last: Any) -> tuple[Any, ...]:
    """All tokens from the first one's subtree to the end of the last one's."""
    low, high = next(iter(first.subtree)).i, max(token.i for token in last.subtree)
    return tuple(first.doc[low : high + 1])


def _object_predicate(frame: Frame, verb: Any) -> Filled | None:
    for child in verb.children:
        if (
            child.i > verb.i
            and child.dep_ in ("oprd", "ccomp", "xcomp")
            and child.pos_ in ("NOUN", "ADJ", "PROPN", "VERB")
        ):
            inner = own_subject(child)
            whom = inner if inner is not None else _object(verb)
            if whom is not None and whom.i < child.i:
                return Filled(frame, _without_scene(verb, _subtree(whom, child, *_extraposed(verb, whom, child))), whom)
    return _quoted_predicate(frame, verb)


def _quoted_predicate(frame: Frame, verb: Any) -> Filled | None:
    """`called the network "fake news"`: quoted words right behind the object."""
    whom = _object(verb)
    if whom is None:
        return None
    low = next(iter(whom.subtree)).i
    mark = next((t.i for t in whom.doc[low + 1 :] if t.text in _OPENING), None)
    close = next((t.i for t in whom.doc[mark + 1 :] if t.text in _CLOSING), None) if mark else None
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


def _scene(token: Any) -> bool:
    if token.dep_ != "advcl" or own_subject(token) is None:
        return False
    return any(c.dep_ == "mark" and c.lower_ in ("as", "after", "when", "while") for c in token.children)


def _plain_object(frame: Frame, verb: Any) -> Filled | None:
    found = _object(verb)
    if found is None and verb.dep_ != "acl":
        return _relative_object(frame, verb) or _passive_object(frame, verb)
    if found is None or (_empty(found) and len(list(found.subtree)) == 1 and not _answered(verb, found)):
        return None
    tail = _tail(verb, found) or _as_phrase(verb, found)
    return Filled(frame, without_asides(found) + _subtree(*tail), found)


_TAIL = frozenset(
    [
        "for",
        "as",
        "on",
        "over",
        "with",
        "from",
        "of",
        "against",
        "between",
        "by",
        "under",
        "without",
        "into",
        "about",
        "toward",
        "towards",
    ]
)
_AFTERWARDS = frozenset(["after", "once", "if", "unless", "until", "when", "before"])
_SCENES = frozenset(
    [
        *(
            "statement",
            "interview",
            "letter",
            "speech",
            "address",
            "conference",
            "briefing",
            "call",
            "meeting",
            "visit",
            "tweet",
        ),
        *(
            "grounds",
            "behalf",
            "condition",
            "twitter",
            "television",
            "tv",
            "radio",
            "eve",
            "sidelines",
            "phone",
            "telephone",
            "talks",
        ),
    ]
)


def _tail(verb: Any, noun: Any) -> list[Any]:
    """Phrases behind the object that the parser hung on the verb, as far as they follow without a pause: not the day nor the
    occasion ("urged restraint on both sides in a statement"); of what is to come also its condition ("pledged aid once …").
    """
    found: list[Any] = []
    end = max(token.i for token in noun.subtree) + 1
    for child in verb.children:
        first = next(iter(child.subtree)) if child.i > noun.i else None
        if first is None or first.i < end:
            continue
        if first.i > end or not (_of_object(child) or _on_condition(verb, child, first)):
            break
        found.append(child)
        end = max(token.i for token in child.subtree) + 1
    return found


def _of_object(child: Any) -> bool:
    if child.dep_ != "prep" or child.lower_ not in _TAIL:
        return False
    inner = {token.lemma_.lower() for token in children(child, "pobj")} | {t.ent_type_ for t in children(child, "pobj")}
    return inner.isdisjoint(_SCENES) and inner.isdisjoint(_DATED)


_TO_COME = frozenset(
    [
        "pledge",
        "promise",
        "offer",
        "propose",
        "seek",
        "demand",
        "urge",
        "request",
        "announce",
        "forecast",
        "predict",
        "threaten",
        "foresee",
    ]
)


def _on_condition(verb: Any, child: Any, first: Any) -> bool:
    return bool(child.dep_ == "advcl" and first.lower_ in _AFTERWARDS and verb.lemma_.lower() in _TO_COME)


def _relative_object(frame: Frame, verb: Any) -> Filled | None:
    """`a charge that Iraq denied`, `which he rejected`: the noun that the relative pronoun stands for."""
    pronoun = next((c for c in children(verb, *_OBJECT) if c.i < verb.i and c.lower_ in ("that", "which")), None)
    if pronoun is None or verb.dep_ != "relcl" or own_subject(verb) is None:
        return None
    if verb.lemma_.lower() in ANSWERS and pronoun.lower_ == "which":
        return None  # what it answers is told by the whole clause before: see `chains`
    return Filled(frame, tuple(name_tokens(verb.head)), verb.head)


def _passive_object(frame: Frame, verb: Any) -> Filled | None:
    """`the offer was rejected by Tehran`, `a test that was condemned by …`: what it happens to."""
    found = children(verb, "nsubjpass")
    if not found or not children(verb, "agent", "prep") or (_empty(found[0]) and not _answered(verb, found[0])):
        return None
    if any(prep.lower_ == "as" and children(prep, "pcomp") for prep in children(verb, "prep")):
        return None  # "was quoted by the agency as saying"
    if found[0].lower_ in ("that", "which") and verb.dep_ == "relcl":
        told = antecedent(found[0])
        return Filled(frame, tuple(name_tokens(told)), told) if told != found[0] else None
    return Filled(frame, _subtree(found[0]), found[0])


def _answered(verb: Any, noun: Any) -> bool:
    return verb.lemma_.lower() in ANSWERS and noun.lower_ in ("it", "this", "that")


def _as_phrase(verb: Any, noun: Any) -> list[Any]:
    """`rejected it as blackmail`, where the parser took "as" for a conjunction."""
    for child in children(verb, "advcl"):
        first = next(iter(child.subtree))
        if (
            first.lower_ == "as"
            and first.i > noun.i
            and child.pos_ in ("NOUN", "ADJ", "PROPN")
            and not _after_comma(child)
        ):
            return [child]
    return []


def without_asides(noun: Any) -> tuple[Any, ...]:
    """The noun's words without a relative clause behind a comma, which the reporter adds."""
    asides = [c for c in noun.subtree if c.dep_ == "relcl" and next(iter(c.subtree)).i > 0 and _after_comma(c)]
    left_out = {token for aside in asides for token in aside.subtree}
    return tuple(token for token in noun.subtree if token not in left_out)


def _after_comma(clause: Any) -> bool:
    first = next(iter(clause.subtree))
    return bool(first.i > 0 and first.nbor(-1).text == ",")


_MATCHERS: tuple[tuple[str, Callable[[Frame, Any], Filled | None]], ...] = (
    ("on-infinitive", _through("on")),
    ("to-infinitive", _through("to")),
    ("object-infinitive", _object_infinitive),
    ("object-clause", _object_clause),
    ("clause", _clause),
    ("wh", _clause),
    ("that", _that),
    ("infinitive", _infinitive),
    ("gerund", _gerund),
    ("object-of", _object_prep),
    ("object-for", _object_prep),
    ("object-as", _object_prep),
    ("object-prep", _object_prep),
    ("object-predicate", _object_predicate),
    ("prep-object", _prep_object),
    ("prep", _prep),
    ("object", _plain_object),
)
