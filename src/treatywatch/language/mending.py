"""What the parse is known to tear, put together again: names, titles before them, "both" as an object.

The recogniser of names and the parser decide apart; where the one sees one name and the other two phrases, the name is right more often.
"""

from __future__ import annotations

from typing import Any

_SUBJECTS = ("nsubj", "nsubjpass")
_INSIDE = ("NNP", "NNPS")
_TORN = frozenset({"amod", *_SUBJECTS, "compound", "conj", "pobj", "preconj", "advcl", "mark"})
_TITLES = ("NN", "NNP")
_PLURALS = ("NNS", "NNPS")
_ACTING = ("GPE", "ORG", "NORP", "PERSON", "LOC")
_LIST = 12
"""Words from the first name of a list to the verb of its clause."""
_ASIDE = 16
"""Words within which an aside behind a noun is over; by eye."""
_FINITE = ("VBZ", "VBD", "VBP", "MD")
_STOPS = (".", "!", "”", '"')
_PASSIVE = frozenset({"agent", "auxpass", "nsubjpass", "nsubj"})
_TAKEN = frozenset({"dobj", "ccomp"})
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def mend(doc: Any) -> None:
    """Let each person's name hang together ("Vyacheslav", "Volodin" as two subjects), a title belong to the name right behind it ("ally
    Belarus"), and "both" be what somebody is urged ("urged both to make cuts"); let a subject be one that the parser hangs on the day or
    the conjunction before it, and a main verb with a subject be finite; let a sentence have a verb.
    """
    for name in doc.ents:
        if name.label_ == "PERSON" and len(name) > 1 and all(token.tag_ in _INSIDE for token in name):
            _mend(name)
    for token in list(doc)[1:]:
        if token.dep_ in _TORN:
            _mend_word(doc, token)
    _mend_root(doc)


def _mend_word(doc: Any, token: Any) -> None:
    if token.dep_ in _SUBJECTS and token.tag_ in _INSIDE:
        _take_title(doc, token)
        _as_last_of_list(token)
    elif token.dep_ == "compound" and token.lower_ in _WEEKDAYS:
        _as_day(doc, token)
    elif token.dep_ == "conj" and token.head.ent_type_ == "DATE" and token.ent_type_ in _ACTING:
        _as_next_subject(doc, token)
    elif token.dep_ == "pobj" and token.head.dep_ == "mark":
        _as_subject(token, token.head.head)
    elif token.dep_ == "pobj" and token.head.lower_ == "as":
        _as_meanwhile(token)
        _as_beyond_aside(doc, token)
    elif token.dep_ == "preconj" and token.lower_ == "both":
        _as_object(token)
    elif token.dep_ == "amod" and token.tag_ == "VBD":
        _as_main_verb(token)
    else:
        _mend_joint(doc, token)


def _mend_joint(doc: Any, token: Any) -> None:
    if token.dep_ == "mark" and token.lower_ == "that":
        _as_second_clause(doc, token)
    elif token.dep_ == "advcl" and token.tag_ in ("VBN", "VB"):
        _as_joined(doc, token)
    elif token.dep_ == "conj" and token.tag_ == "VBN" and token.head.dep_ == "advcl":
        _as_joined_beyond(doc, token)


def _mend_root(doc: Any) -> None:
    for token in doc:
        if token.dep_ == "ROOT" and token.tag_ == "VB":
            _as_present(token)
        elif token.dep_ == "ROOT" and token.tag_ == "NNS":
            _as_saying(doc, token)
        elif token.dep_ == "ROOT" and token.tag_ == "VBZ":
            _as_its_subject(token)
        if token.dep_ == "ROOT" and token.pos_ in ("NOUN", "PROPN"):
            _as_finite(doc, token)


def _as_present(verb: Any) -> None:
    """A main verb with a subject before it and no auxiliary is finite ("Reagan and Gorbachev sign the treaty"): no infinitive, no order."""
    below = list(verb.children)
    plural = any(
        child.dep_ == "nsubj"
        and child.i < verb.i
        and (child.tag_ in _PLURALS or any(c.dep_ == "conj" for c in child.children))
        for child in below
    )
    if plural and not any(child.dep_ in ("aux", "neg") for child in below):
        verb.tag_ = "VBP"


def _as_saying(doc: Any, word: Any) -> None:
    """A plural with a clause of its own behind a name is a verb ("Trump announces that they will leave")."""
    if word.i == 0 or not any(child.dep_ == "ccomp" and child.i > word.i for child in word.children):
        return
    name = doc[word.i - 1]
    if name.head.i == word.i and name.dep_ == "compound" and name.tag_ in _INSIDE:
        name.dep_, word.tag_, word.pos_ = "nsubj", "VBZ", "VERB"


def _as_its_subject(verb: Any) -> None:
    """As in "President Trump heads to Finland": a name right before a finite verb that has no subject is its subject, no part of it."""
    below = list(verb.children)
    name = next((child for child in below if child.dep_ == "compound" and child.i == verb.i - 1), None)
    if name is not None and name.tag_ in _INSIDE and not any(child.dep_ in _SUBJECTS for child in below):
        name.dep_ = "nsubj"
        for other in below:
            if other.i < name.i and other.dep_ in ("compound", "amod", "det", "nmod"):
                other.head = name


def _as_finite(doc: Any, noun: Any) -> None:
    """A sentence with a full stop needs a verb: as in "The IAEA verified on July 1 that …", a participle behind the noun that heads the
    sentence, with an object or a clause of its own, is its verb; a passive participle has none ("a missile fired by North Korea").
    """
    verb = next((child for child in noun.children if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD")), None)
    if verb is None or verb.i < noun.i or doc[-1].text not in _STOPS or not verb.text.endswith("ed"):
        return
    own = {child.dep_ for child in verb.children}
    clauses = [child for child in noun.children if child.i > verb.i and child.dep_ in ("acl", "relcl", "ccomp")]
    said = [one for one in clauses if any(c.dep_ == "mark" and c.lower_ == "that" for c in one.children)]
    if own & _PASSIVE or not (own & _TAKEN or said) or any(c.dep_ in _SUBJECTS for c in noun.children):
        return
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    for child in [child for child in noun.children if child.i > verb.i]:
        child.head = verb
    for clause in said:
        clause.dep_ = "ccomp"
    noun.head, noun.dep_ = verb, "nsubj"


def _as_main_verb(verb: Any) -> None:
    """As in "At the summit, Merkel slammed allies for their debts, demanding more": a past tense with a subject describes no noun, the noun
    behind it is its object; a main verb that is a participle hangs on it.
    """
    noun, told = verb.head, [child for child in verb.children if child.dep_ in _SUBJECTS and child.i < verb.i]
    if not told or noun.i < verb.i or any(child.dep_ == "det" and child.i < verb.i for child in noun.children):
        return
    top = next((one for one in (noun, *noun.ancestors) if one.dep_ == "ROOT"), noun)
    if top.i != noun.i and (top.tag_ != "VBG" or top.i < verb.i or any(c.dep_ in _SUBJECTS for c in top.children)):
        return
    verb.head, verb.dep_, verb.pos_ = verb, "ROOT", "VERB"
    noun.head, noun.dep_ = verb, "dobj"
    for prep in [one for one in noun.doc[noun.i + 1 :] if one.dep_ == "prep" and one.head.i < verb.i]:
        prep.head = verb
    if top.i != noun.i:
        top.head, top.dep_ = verb, "advcl"
        for child in [child for child in top.children if child.i < verb.i]:
            child.head = verb


def _as_day(doc: Any, day: Any) -> None:
    """Between "On Tuesday" and the subject right behind it stands no comma: the day is no part of the name ("On Tuesday Finland left")."""
    name, prep = day.head, day.head.head
    if (
        name.dep_ != "pobj"
        or prep.lower_ != "on"
        or name.ent_type_ not in (*_ACTING, "")
        or not day.i < name.i <= day.i + 3
    ):
        return
    if any(token.ent_type_ != name.ent_type_ for token in doc[day.i + 1 : name.i]):
        return
    if _as_subject(name, prep.head):
        day.head, day.dep_ = prep, "pobj"


def _as_meanwhile(noun: Any) -> None:
    """As in "said the envoy as Russia left": what stands right before the verb behind "as" is its subject, not the sayer."""
    sayer, verb = noun.head.head, noun.head.head.head
    if sayer.dep_ not in _SUBJECTS or verb.i != noun.i + 1 or verb.tag_ != "VBD" or not verb.head.i < sayer.i:
        return
    sayer.head, noun.head.head, noun.head.dep_ = verb.head, verb, "mark"
    noun.head, noun.dep_ = verb, "nsubj"


def _as_beyond_aside(doc: Any, noun: Any) -> None:
    """As in "warned of danger as the treaty, the last between the two, is set to expire": "as" opens a clause whose subject the aside parts
    from its verb.
    """
    conjunction = noun.head
    if noun.dep_ != "pobj" or noun.i + 1 >= len(doc) or doc[noun.i + 1].text != ",":
        return
    close = next((token for token in doc[noun.i + 2 : noun.i + _ASIDE] if token.text == ","), None)
    if close is None or close.i + 1 >= len(doc) or doc[close.i + 1].pos_ != "AUX":
        return
    aside = doc[noun.i + 2 : close.i]
    verb = doc[close.i + 1] if doc[close.i + 1].pos_ == "VERB" else doc[close.i + 1].head
    above = next((one for one in conjunction.ancestors if one.pos_ in ("VERB", "AUX")), None)
    torn = above is None or verb.is_ancestor(above) or verb.i == above.i or any(one.tag_ in _FINITE for one in aside)
    if torn or not _as_subject(noun, verb):
        return
    for one in aside:
        if one.head not in aside and one.head.i != noun.i:
            one.head, one.dep_ = noun, "appos"
    conjunction.head, conjunction.dep_ = verb, "mark"
    verb.head, verb.dep_ = above, "advcl"


def _as_next_subject(doc: Any, name: Any) -> None:
    """As in "approved it in April and Riga handed in its notice": names do not go on a list of days, they begin the next clause."""
    behind = next((token for token in doc[name.i :] if token.pos_ == "VERB" and token not in name.subtree), None)
    if behind is None or behind.tag_ not in ("VBD", "VBZ", "VBP") or behind.i > name.i + _LIST:
        return
    day = name.head
    if _as_subject(name, behind):
        for other in [child for child in day.children if child.dep_ == "conj" and name.i < child.i < behind.i]:
            other.head = name


def _as_subject(noun: Any, verb: Any) -> bool:
    """Make the noun the subject of the verb behind it that has none; False where it has one."""
    if verb.pos_ not in ("VERB", "AUX") or verb.i < noun.i or any(child.dep_ in _SUBJECTS for child in verb.children):
        return False
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"
    return True


def _mend(name: Any) -> None:
    apart = [token for token in name if token.head not in name]
    if len(apart) != 2 or any(token.head.i == token.i for token in name):
        return
    first, last = apart
    if first in last.subtree or last in first.subtree or last.dep_ not in _SUBJECTS:
        return
    first.head, first.dep_ = last, "compound"


def _take_title(doc: Any, name: Any) -> None:
    """Two subjects of one verb side by side are one: a verb has one subject."""
    before = doc[name.left_edge.i - 1] if name.left_edge.i else None
    if before is not None and before.tag_ in _TITLES and before.dep_ in _SUBJECTS and before.head.i == name.head.i:
        before.head, before.dep_ = name, "compound"


def _as_last_of_list(name: Any) -> None:
    """As in "diplomats from A, B, and C met": behind "and" a second subject of one verb is the last of the list that stands before it."""
    firsts = [child for child in name.head.children if child.dep_ == name.dep_ and child.i < name.i]
    joined = firsts and any(c.dep_ == "cc" and firsts[-1].i < c.i < name.i for c in firsts[-1].children)
    if not joined or name.dep_ not in _SUBJECTS:
        return
    before = [
        t for t in firsts[-1].subtree if t.ent_type_ == name.ent_type_ and t.dep_ in ("pobj", "conj") and t.i < name.i
    ]
    name.head, name.dep_ = (before[-1] if before else firsts[-1]), "conj"


def _as_second_clause(doc: Any, that: Any) -> None:
    """As in "said that it will …, seen by many, and that its exit …": behind "and" a clause with "that" is joined to one with "that"."""
    verb, first = that.head, that.head.head
    if verb.dep_ != "conj" or that.i == 0 or doc[that.i - 1].lower_ != "and":
        return
    if any(child.dep_ == "mark" for child in first.children) or first.i > that.i:
        return
    above = next(
        (up for up in first.ancestors if any(c.lower_ == "that" and c.dep_ == "mark" for c in up.children)), None
    )
    if above is not None and above.i < that.i:
        verb.head = above


def _as_joined_beyond(doc: Any, verb: Any) -> None:
    """As in "will be shown to both and, once agreed, signed": what stands behind the aside goes with the verb before "and"."""
    aside = verb.head
    led = any(child.lower_ in ("if", "once", "when") for child in aside.children)
    before = [token.lower_ for token in doc[max(0, aside.left_edge.i - 2) : aside.left_edge.i] if token.text != ","]
    if led and doc[verb.i - 1].text == "," and before[-1:] == ["and"] and aside.head.tag_ == verb.tag_:
        verb.head = aside.head


def _as_joined(doc: Any, verb: Any) -> None:
    """As in "will be presented today and, if approved, signed": what an aside parts from "and" is joined to the verb before it."""
    first = verb.head
    if verb.tag_ != first.tag_ or first.i > verb.i or any(c.dep_ in ("mark", "aux", *_SUBJECTS) for c in verb.children):
        return
    aside = next((child for child in verb.children if child.dep_ in ("advcl", "prep") and child.i < verb.i), None)
    if aside is None or doc[verb.i - 1].text != ",":
        return
    start = aside.left_edge.i
    before = [token.lower_ for token in doc[max(0, start - 2) : start] if token.text != ","]
    if before[-1:] in (["and"], ["or"], ["then"]):
        verb.dep_ = "conj"


def _as_object(both: Any) -> None:
    """Before an infinitive "both" joins nothing: it is the object of the verb that governs the infinitive."""
    infinitive = both.head
    if (
        infinitive.dep_ == "xcomp"
        and infinitive.tag_ == "VB"
        and not any(c.dep_ == "dobj" for c in infinitive.head.children)
    ):
        both.head, both.dep_ = infinitive.head, "dobj"
