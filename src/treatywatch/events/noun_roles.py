"""Roles of nouns of action that only the words around them tell: the verb that carries them, the day before them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from treatywatch.events.lexicon import ActionLexicon
from treatywatch.events.nominal import answered
from treatywatch.events.trees import Token, children, lemma
from treatywatch.language.prose import Prose

_FIELD = re.compile(
    r"\b(?:nuclear (?:test|explo|deton|device)|atomic (?:test|bomb)|missiles?\b|rockets?\b|icbm)", re.IGNORECASE
)


class Names(Protocol):
    """Who can say which actors a phrase means."""

    prose: Prose
    actions: ActionLexicon

    def actors_of(self, token: Token | None) -> tuple[str, ...]:
        """The actors that the phrase means."""


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


def _answering(names: Names, noun: Token) -> list[Token]:
    """As in "answered with sanctions": the verb."""
    verb = answered(noun)
    return [] if verb is None else [verb]


NOUN_ROLES: dict[str, Callable[[Names, Token], list[Token]]] = {
    "in-field": _in_field,
    "dated": _dated,
    "dayed": _dayed,
    "occurring": _occurring,
    "answering": _answering,
}
