"""Who speaks: the subject of the cue, wherever the parser or the writer has put it."""

from __future__ import annotations

from typing import Any

from treatywatch.model.passage import Span
from treatywatch.statements.clauses import VERBAL, agent, children, infinitive, is_passive, own_subject
from treatywatch.statements.filled import DATED
from treatywatch.statements.parsed import Parsed
from treatywatch.statements.phrases import name_tokens
from treatywatch.statements.placing import of_relative, said_between
from treatywatch.statements.subjects import subject


def find_speaker(parsed: Parsed, verb: Any) -> tuple[Any, bool]:
    """The noun that speaks (None where there is none), and whether it stands behind its verb where the parser did not expect it."""
    if is_passive(verb):
        return agent(verb), False
    if _second_half(verb):
        return None, False
    if _credited(verb) is not None:
        return _credited(verb), True
    if said_between(verb) is not None:
        return said_between(verb), True
    told = (
        _before_verb(verb)
        or of_relative(verb)
        or between_commas(verb)
        or beside(verb)
        or _taken_for_compound(verb)
        or _behind_place(verb)
        or subject(verb)
        or _lent_subject(verb)
    )
    if told is not None and told.lower_ == "it" and own_subject(verb) is None and infinitive(verb):
        return None, False  # "it is safe to say": nobody says it
    if told is not None:
        return _outside_quotation(parsed, verb, _person_beside(told)), False
    told = _named_before(verb)
    if told is not None:
        return told, False
    told = _inverted(parsed, verb)
    return told, told is not None


def _second_half(verb: Any) -> bool:
    """`said the details laid out there underscored the danger`: a finite verb whose subject the parser gave to a participle."""
    if (
        verb.dep_ != "ccomp"
        or own_subject(verb) is not None
        or verb.tag_ not in ("VBD", "VBZ", "VBP")
        or verb.head.i > verb.i
    ):
        return False
    first = [c for c in children(verb.head, "ccomp") if verb.head.i < c.i < verb.i and c.tag_ in ("VBN", "VBD")]
    return any(own_subject(c) is not None and not children(c, "aux", "auxpass") for c in first)


def _before_verb(verb: Any) -> Any:
    """`Opening the summit with Hollande, Angela Merkel says …`: the name right before the verb, where the parser took a clause for the
    subject and hung the name on another.
    """
    told = own_subject(verb)
    if told is None or told.pos_ not in VERBAL or told.dep_ != "csubj" or verb.i < 2 or _finite_word(verb) != verb:
        return None
    last = verb.nbor(-1)
    named = [one for one in (last, *last.ancestors) if one.ent_type_ in _SPEAKING and one.right_edge == last]
    apart = [one for one in named if one.left_edge.i > 0 and one.left_edge.nbor(-1).text == ","]
    return apart[-1] if apart else None


_SPEAKING = frozenset(["PERSON", "ORG", "GPE", "NORP"])


def _named_before(verb: Any) -> Any:
    """`While presenting the bill, the chairman of the committee, Leonid Slutsky, said …`: the person whose name closes before the verb,
    where the parser gave it no subject at all.
    """
    if _finite_word(verb) != verb or verb.i < 2 or verb.nbor(-1).text != "," or verb.nbor(-2).ent_type_ != "PERSON":
        return None
    last = verb.nbor(-2)
    heads = [one for one in (last, *last.ancestors) if one.ent_type_ == "PERSON" and one.right_edge == last]
    return (heads or [last])[-1]


_CREDITING = frozenset(["report", "write", "say", "add", "note", "tell"])


def closing_name(verb: Any) -> Any:
    """`Shield “a direct threat”, says Moscow`: who closes a headline behind the verb, where the parser took the words before for a
    subject, too.
    """
    behind = [noun for noun in children(verb, "nsubj") if noun.i > verb.i and noun.left_edge.i == verb.i + 1]
    before = [noun for noun in children(verb, "nsubj") if noun.i < verb.i]
    apart = verb.i > 0 and verb.nbor(-1).text in (",", '"', "”", "'", "’")
    closes = bool(behind) and all(token.is_punct for token in verb.doc[behind[0].right_edge.i + 1 :])
    return behind[0] if before and apart and closes and verb.tag_ in ("VBZ", "VBD") else None


def _credited(verb: Any) -> Any:
    """`…, reported the Washington Examiner.`: who closes the sentence behind a verb that the parser took for another of the speaker's."""
    if closing_name(verb) is not None:
        return closing_name(verb)
    if verb.lemma_.lower() not in _CREDITING or verb.tag_ not in ("VBD", "VBZ") or own_subject(verb) is not None:
        return None
    behind = [
        noun
        for noun in children(verb, "dobj")
        if noun.pos_ == "PROPN" and noun.ent_type_ not in DATED and noun.i > verb.i
    ]
    closes = bool(behind) and all(token.is_punct for token in verb.doc[behind[0].right_edge.i + 1 :])
    return behind[0] if closes and verb.i > 0 and verb.nbor(-1).text == "," else None


def beside(verb: Any) -> Any:
    """The noun right before a finite verb to which the parser gave no subject ("…, the society said", "and officials said").

    A verb that shares the subject of another one stands behind a conjunction or a comma, never behind a noun.
    """
    first = _finite_word(verb)
    if first is None or own_subject(verb) is not None or first.i == 0:
        return None
    last = _last_of_subject(first)
    if last is None:
        return None
    ends = {last.i, first.i - 1}
    phrases = [
        token
        for token in (last, *last.ancestors)
        if token.right_edge.i in ends and token.pos_ in ("NOUN", "PROPN", "NUM")
    ]
    if last.i < first.i - 1:
        phrases = [token for token in phrases if any(child.dep_ == "appos" for child in token.children)]
    apart = [token for token in phrases if token.left_edge.i == 0 or token.left_edge.nbor(-1).text in _APART]
    joined = [token for token in phrases if token.left_edge.i > 0 and token.left_edge.nbor(-1).dep_ == "cc"]
    return (apart[-1:] or joined[:1] or [None])[0]


def _finite_word(verb: Any) -> Any:
    """The word that carries the tense: the verb, or a "has" or "have" before it; None where there is none."""
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return verb
    return next(
        (aux for aux in children(verb, "aux") if verb.tag_ == "VBN" and aux.tag_ in ("VBD", "VBZ", "VBP")), None
    )


_NOMINAL = frozenset(["NOUN", "PROPN", "DET", "ADJ", "NUM", "CCONJ", "ADP", "PRON"])
_LONGEST = 8
"""Words of a speaker between commas at most."""


def between_commas(verb: Any) -> Any:
    """`The source of it, members and leaders say, is …`: the speaker between commas, where the parser took the noun before them."""
    far = own_subject(verb)
    if far is None or verb.tag_ not in ("VBZ", "VBP", "VBD") or verb.i + 1 >= len(verb.doc) or verb.nbor(1).text != ",":
        return None
    comma = next((i for i in range(verb.i - 1, max(far.i, verb.i - _LONGEST), -1) if verb.doc[i].text == ","), None)
    if comma is None or comma == verb.i - 1:
        return None
    told = verb.doc[comma + 1 : verb.i]
    return told[-1] if all(t.pos_ in _NOMINAL for t in told) and told[-1].pos_ in ("NOUN", "PROPN", "PRON") else None


def _taken_for_compound(verb: Any) -> Any:
    """`Trump predicts that …`, where the parser took both for one noun."""
    if verb.tag_ != "NNS" or verb.i + 1 >= len(verb.doc) or verb.nbor(1).lower_ != "that":
        return None
    parts = [
        child
        for child in children(verb, "compound", "nmod")
        if child.ent_type_ in ("PERSON", "ORG", "GPE") or child.is_title
    ]
    return parts[0] if parts and parts[-1].i == verb.i - 1 else None


def _behind_place(verb: Any) -> Any:
    """`and in Beijing the Foreign Ministry, through Xinhua, said …`: the subject that the parser hung on the place before it."""
    if own_subject(verb) is not None or _finite_word(verb) is None:
        return None
    for prep in children(verb, "prep"):
        held = [noun for noun in children(prep, "pobj") if noun.i < verb.i]
        if len(held) > 1 and held[-1].left_edge.i == held[0].right_edge.i + 1:
            return held[-1]
    return None


_APART = frozenset([",", "”", '"', "''", "—", "–", "--", "-", ";", ":", "("])
"""What stands before a subject that the parser hung on the words before it."""


def _last_of_subject(verb: Any) -> Any:
    """The noun or number right before a verb, or before the comma that closes an apposition ("…, a lawyer, said")."""
    last = verb.nbor(-1)
    if last.text == "," and last.i > 1:
        last = last.nbor(-1)
    number = last.pos_ == "NUM" and last.is_digit
    if (last.pos_ not in ("NOUN", "PROPN") and not number) or last.ent_type_ in DATED:
        return None
    return last


def _outside_quotation(parsed: Parsed, verb: Any, speaker: Any) -> Any:
    """The subject; where the parser took it from the quoted words, the noun that stands beside the verb instead."""
    if speaker is None or parsed.quoted(speaker) is None or parsed.quoted(verb) is not None:
        return speaker
    beside = [
        child
        for child in verb.children
        if child.dep_ in ("nsubj", "dobj", "attr", "npadvmod", "appos", "dep") and parsed.quoted(child) is None
    ]
    return beside[0] if beside else None


def _lent_subject(verb: Any) -> Any:
    """`Leavitt, asked whether …, said`: the subject that the parser gave to the participle before."""
    asked = [child for child in children(verb, "advcl") if child.i < verb.i and child.tag_ in ("VBN", "VBD")]
    asked += [c for c in children(verb, "advcl") if c.tag_ == "VBG" and c.i < verb.i and _subject_before_comma(c)]
    asked += [child for child in children(verb, "ccomp") if child.i < verb.i and child.lower_ == "asked"]
    if any(child.lower_ == "then" for child in children(verb, "advmod")):
        asked += [child for child in children(verb, "ccomp") if child.i < verb.i]  # "offered him a job, then says …"
    return next((own_subject(child) for child in asked if own_subject(child) is not None), None)


def _subject_before_comma(participle: Any) -> bool:
    """`Kravchuk, signaling a new mood, said …`: whether a subject and a comma stand right before the participle."""
    told = own_subject(participle)
    return told is not None and told.i < participle.i and participle.nbor(-1).text == ","


def _person_beside(noun: Any) -> Any:
    """`With weeks until the election, Anna Moore, an adviser, said`: the person that the parser hung on the noun before."""
    if noun.ent_type_ == "PERSON" or noun.dep_ not in ("nsubj", "nsubjpass"):
        return noun
    named = [one for one in children(noun, "appos") if one.ent_type_ == "PERSON" and children(one, "appos")]
    return named[0] if named and noun.head.i > named[0].right_edge.i else noun


_NAMING = frozenset(["nsubj", "nsubjpass", "dobj", "appos", "attr", "ROOT"])


def _inverted(parsed: Parsed, verb: Any) -> Any:
    """`"…," said David Brock, who heads …`: the noun behind the verb, where the parser gave it to a clause that follows."""
    at = verb.idx + parsed.offset
    behind = any(parsed.text[q.end : at].strip(" ,") == "" for q in parsed.quotations if q.end <= at)
    if not behind or verb.tag_ not in ("VBD", "VBZ") or verb.i + 1 >= len(verb.doc):
        return None
    heads = [token for token in verb.doc[verb.i + 1 :] if token.left_edge.i == verb.i + 1]
    named = [token for token in heads if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ in _NAMING]
    return named[-1] if named else None


def through_whom(parsed: Parsed, verb: Any) -> list[Span]:
    """`Interfax quoted him as saying`, `was quoted by Interfax as saying`: who passes it on."""
    quoting = quoted_as(verb)
    if quoting is None:
        return []
    carrier = agent(quoting) if is_passive(quoting) else own_subject(quoting)
    carrier = carrier or (agent(verb) if is_passive(quoting) else None)  # "quoted as saying by Tass"
    return [parsed.span(name_tokens(carrier))] if carrier is not None else []


def relative_pronoun(parsed: Parsed, verb: Any, speaker: Any) -> Span | None:
    """The "who" that stands for the speaker just behind the name."""
    told = own_subject(verb)
    if told is None or told == speaker or told.lower_ not in ("who", "which", "that"):
        return None
    return parsed.span([told])


def quoted_as(verb: Any) -> Any:
    """The verb that quotes, where the cue stands behind its "as" ("was quoted as saying")."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or verb.head.head.pos_ not in VERBAL:
        return None
    return verb.head.head
