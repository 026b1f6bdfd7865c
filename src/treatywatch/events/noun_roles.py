"""Roles of nouns of action that only the words around them tell: the verb that carries them, the day before them; of verbs how far."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from treatywatch.events.lexicon import ActionLexicon
from treatywatch.events.nominal import answered
from treatywatch.events.subjects import agent, direct_object, passive, subject
from treatywatch.events.tallies import tally
from treatywatch.events.trees import Token, children, joined, lemma, modifiers, preposition
from treatywatch.language.prose import Prose

_FIELD = re.compile(
    r"\b(?:nuclear (?:test|explo|deton|device)|atomic (?:test|bomb)|missiles?\b|rockets?\b|icbm)", re.IGNORECASE
)


_SIDES = 2


class Names(Protocol):
    """Who can say which actors a phrase means."""

    prose: Prose
    actions: ActionLexicon
    offset: int

    def actors_of(self, token: Token | None) -> tuple[str, ...]:
        """The actors that the phrase means."""

    def fits(self, token: Token, name: str, trigger: Token) -> bool:
        """Whether the token is of the class `name`."""

    def treaties(self, token: Token) -> tuple[str, ...]:
        """The treaties that the phrase means."""


def _in_field(names: Names, noun: Token) -> list[Token]:
    """The noun itself, in a report that speaks of nuclear tests or of missiles ("the North Korean test")."""
    return [noun] if _FIELD.search(names.prose.text) else []


def _dayed(names: Names, noun: Token) -> list[Token]:
    """The day of "Friday's launch", "the explosion on Saturday", where nobody else is told to own it."""
    owners = [child for child in children(noun, "poss") if child.ent_type_ != "DATE"]
    days = [child for child in children(noun, "poss") if child.ent_type_ == "DATE"]
    days += [deep for prep in children(noun, "prep") if prep.lower_ == "on" for deep in children(prep, "pobj")]
    behind = noun.doc[noun.i + 1 : noun.i + 2] if noun.dep_ == "pobj" else []  # "in a key test Tuesday"
    return [] if owners else [day for day in (*days, *behind) if day.ent_type_ == "DATE"]


def _occurring(names: Names, noun: Token) -> list[Token]:
    """As in "The test took place on Sunday"."""
    verb = noun.head
    place = lemma(verb) == "take" and any(child.lower_ == "place" for child in children(verb, "dobj"))
    return [verb] if noun.dep_ == "nsubj" and (place or lemma(verb) in ("occur", "happen")) else []


def _dated(names: Names, noun: Token) -> list[Token]:
    """The day before a noun ("a 2006 nuclear test", "an April 5 rocket launch")."""
    before = [child for child in children(noun, "nmod", "nummod", "compound", "amod") if child.i < noun.i]
    return [child for child in before if child.ent_type_ == "DATE"]


def _dated_behind(names: Names, noun: Token) -> list[Token]:
    """The day behind a noun ("the joint statement of June 11, 1993", "an agreement in 1994")."""
    preps = [prep for prep in children(noun, "prep") if prep.lower_ in ("of", "in", "on", "from")]
    return [day for prep in preps for day in children(prep, "pobj") if day.ent_type_ == "DATE"]


def _authored(names: Names, verb: Token) -> list[Token]:
    """As in "A report by Unscom landed on his desk", "the agency's report was circulated": whose the report is, where it is a body's."""
    report = direct_object(verb) if passive(verb) else subject(verb)
    if report is None or lemma(report) not in names.actions.classes["finder-report"].nouns:
        report = direct_object(verb)
    if report is None:
        return []
    by = [noun for prep in children(report, "prep") if prep.lower_ in ("by", "from") for noun in children(prep, "pobj")]
    compiled = [agent(part) for part in children(report, "acl")]
    whose = [*children(report, "poss", "compound", "nmod", "amod"), *by, *(one for one in compiled if one is not None)]
    told = [one for one in whose if names.actors_of(one)]
    official = any(lemma(word) in names.actions.classes["official-report"].kinds for word in modifiers(report))
    return [
        one
        for one in told
        if official or names.fits(one, "finder", verb) or (one.dep_ == "poss" and one.pos_ != "PRON")
    ]


def _trailing(names: Names, verb: Token) -> list[Token]:
    """As in "has passed the mark, the agency reported on Monday", which the parser takes for an apposition: who reports."""
    who = verb.head
    behind = verb.dep_ == "acl" and verb.tag_ == "VBN" and who.dep_ in ("appos", "conj") and agent(verb) is None
    return [who] if behind and verb.i == who.i + 1 and who.doc[who.left_edge.i - 1].text == "," else []


def _joint_object(names: Names, verb: Token) -> list[Token]:
    """As in "Iran and Oman reached an understanding", "a compromise was found between them": what two sides do, told beside it."""
    done = direct_object(verb)
    if done is None:
        return []
    company = [preposition(token, word) for token in (verb, done) for word in ("between", "with", "by")]
    who = [] if passive(verb) else [subject(verb)]
    told = {actor for one in (*who, *company) for actor in names.actors_of(one)}
    parts = [part for one in who if one is not None for part in joined(one)]
    others = any(not names.actors_of(part) and names.fits(part, "unnamed-side", verb) for part in parts)
    if names.treaties(done):
        return []
    return [done] if len(told) >= _SIDES or (told and others) else []


def _unnamed_deal(names: Names, noun: Token) -> list[Token]:
    """An agreement that is no treaty of the shelf."""
    return [] if names.treaties(noun) else [noun]


def _struck(names: Names, verb: Token) -> list[Token]:
    """As in "the agreement concluded on Monday": an agreement that the shelf does not know, before a participle."""
    aside = verb.dep_ == "acl" and verb.tag_ == "VBN"
    return [verb.head] if aside and not names.treaties(verb.head) else []


def _answering(names: Names, noun: Token) -> list[Token]:
    """As in "answered with sanctions": the verb."""
    verb = answered(noun)
    return [] if verb is None else [verb]


def _measured(names: Names, verb: Token) -> list[Token]:
    """As in "flew 900 km", "flew 900 km before splashing down": how far or how long."""
    behind = [noun for prep in children(verb, "prep", "advcl") for noun in children(prep, "npadvmod")]
    return [*children(verb, "npadvmod", "dobj"), *(noun for noun in behind if noun.i == noun.head.i - 1)]


def _beneath(names: Names, verb: Token) -> list[Token]:
    """As in "ceased allowing them to inspect it": the verb two clauses below."""
    return [deep for below in children(verb, "xcomp", "ccomp") for deep in children(below, "xcomp", "ccomp")]


NOUN_ROLES: dict[str, Callable[[Names, Token], list[Token]]] = {
    "in-field": _in_field,
    "dated": _dated,
    "dayed": _dayed,
    "occurring": _occurring,
    "dated-behind": _dated_behind,
    "authored": _authored,
    "struck": _struck,
    "trailing": _trailing,
    "joint-object": _joint_object,
    "unnamed-deal": _unnamed_deal,
    "answering": _answering,
    "tally": tally,
    "measure": _measured,
    "beneath": _beneath,
}
