"""Roles of nouns of action that only the words around them tell: the verb that carries them, the day before them, a body in session."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from treatywatch.events.lexicon import ActionLexicon
from treatywatch.events.nominal import answered
from treatywatch.events.subjects import subject
from treatywatch.events.trees import Token, children, is_verb, lemma
from treatywatch.language.prose import Prose

_AT_MEETING = frozenset({"after", "following", "during", "at", "in"})
_SET = frozenset({"schedule", "plan", "set", "slate", "arrange"})
_MEETING_BODIES = frozenset(
    {
        "alliance",
        "union",
        "organ",
        "world-organisation",
        "regional-organisation",
        "treaty-body",
        "forum",
        "group",
        "conference",
        "agency",
    }
)
_FIELD = re.compile(
    r"\b(?:nuclear (?:test|explo|deton|device)|atomic (?:test|bomb)|missiles?\b|rockets?\b|icbm)", re.IGNORECASE
)


class Names(Protocol):
    """Who can say which actors a phrase means."""

    prose: Prose
    actions: ActionLexicon

    def actors_of(self, token: Token | None) -> tuple[str, ...]:
        """The actors that the phrase means."""


def _body_led(names: Names, noun: Token) -> list[Token]:
    """As in "After an emergency meeting, the Security Council condemned the test": the body that acts in or after its meeting."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in _AT_MEETING or not is_verb(verb) or children(noun, "poss"):
        return []
    bodies = names.prose.cast.scene.directory.organisations
    who = subject(verb)
    return [verb] if any(bodies[a].kind in _MEETING_BODIES for a in names.actors_of(who) if a in bodies) else []


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


def _arranged(names: Names, noun: Token) -> list[Token]:
    """As in "a session planned for June": the participle."""
    return [part for part in children(noun, "acl") if lemma(part) in _SET]


def _yielding(names: Names, noun: Token) -> list[Token]:
    """As in "a Geneva meeting yielded no progress", "a session ended without a deal": what only a meeting that was held does."""
    verb = noun.head
    did = noun.dep_ in ("nsubj", "nsubjpass") and lemma(verb) in names.actions.file.light.subject
    return [verb] if did else []


NOUN_ROLES: dict[str, Callable[[Names, Token], list[Token]]] = {
    "body-led": _body_led,
    "in-field": _in_field,
    "dated": _dated,
    "dayed": _dayed,
    "occurring": _occurring,
    "answering": _answering,
    "yielding": _yielding,
    "arranged": _arranged,
}
