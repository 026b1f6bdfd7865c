"""Participles: those that only modify ("its tested missiles"), those that tell a passive by themselves ("Adopted in May, the treaty …")."""

from __future__ import annotations

from typing import Any

_COMMA = 2
"""Words from a participle back over its comma to its noun."""
_BARRED = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "aux", "dobj"})
_LEADS = frozenset({"if", "unless", "once", "when", "until", "though", "although", "as", "while", "whether"})


def reduced(verb: Any) -> bool:
    """As in "a treaty signed in 1987", "the missile fired on Tuesday": behind its noun the tagger takes it for a past tense too."""
    if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD"):
        return False
    return verb.tag_ == "VBN" or (verb.i > verb.head.i and _bare(verb))


def fronted(verb: Any) -> Any | None:
    """The subject of the sentence that a participle opens ("Adopted on Friday by 122 countries, the treaty will …"); None elsewhere."""
    if verb.dep_ != "advcl" or verb.tag_ not in ("VBN", "VBD") or not _bare(verb) or _led_in(verb):
        return None
    own = next((child for child in verb.head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return own if own is not None and verb.i < own.i else None


def set_off(verb: Any) -> Any | None:
    """The noun before "…, reached in Vienna in July,": a participle between commas that the parser hangs on the verb of the sentence."""
    rooted = _rooted(verb)
    if rooted is not None:
        return rooted
    if verb.tag_ != "VBN" or verb.dep_ not in ("advcl", "ccomp", "dep") or not _bare(verb) or _led_in(verb):
        return None
    if verb.i < 2 or verb.nbor(-1).text != ",":
        return None
    noun = verb.nbor(-2)
    return noun if noun.pos_ in ("NOUN", "PROPN") and noun.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass") else None


def _rooted(verb: Any) -> Any | None:
    """As in "SALT II, initialed in Vienna in 1979, never got that far": a participle that the parser takes for the verb of the sentence."""
    if verb.tag_ not in ("VBD", "VBN") or verb.i < _COMMA or verb.nbor(-1).text != ",":
        return None
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if (
        own is None
        or own.i != verb.i - _COMMA
        or any(child.dep_ in ("dobj", "aux", "cc", "xcomp") for child in verb.children)
    ):
        return None
    later = [child for child in verb.children if child.i > verb.i and child.dep_ in ("conj", "dep", "ccomp", "advcl")]
    return own if any(one.left_edge.i > 0 and _behind_comma(one) for one in later) else None


def _behind_comma(verb: Any) -> bool:
    """Whether a finite verb without a subject of its own follows a comma."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    bare = not any(child.dep_ in ("nsubj", "nsubjpass", "mark") for child in verb.children)
    return bool(finite and bare and verb.left_edge.nbor(-1).text == ",")


def adjectival(verb: Any) -> bool:
    """As in "1,550 deployed warheads", "its tested missiles": a participle between a determiner or a number and what it modifies."""
    if (
        verb.tag_ not in ("VBN", "VBD")
        or verb.i == 0
        or verb.i + 1 >= len(verb.doc)
        or any(child.dep_ in ("aux", "auxpass", "nsubj") for child in verb.children)
        or (verb.dep_ == "acl" and verb.head.i < verb.i)
    ):
        return False
    before, after = verb.nbor(-1), verb.nbor(1)
    return (before.pos_ in ("NUM", "DET") or before.tag_ in ("PRP$", "POS")) and after.pos_ in ("NOUN", "PROPN", "ADJ")


def _bare(verb: Any) -> bool:
    """Whether the participle has no subject, object or auxiliary of its own."""
    return all(child.dep_ not in _BARRED for child in verb.children)


def _led_in(verb: Any) -> bool:
    """As in "If signed, …", "once ratified": a participle that a conjunction leads."""
    return any(child.dep_ == "mark" or (child.i < verb.i and child.lower_ in _LEADS) for child in verb.children)
