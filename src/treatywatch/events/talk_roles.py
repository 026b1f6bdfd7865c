"""Roles of frames for talks that only the words around the trigger tell: a journey, a body in session."""

from __future__ import annotations

from collections.abc import Callable

from treatywatch.events.noun_roles import Names
from treatywatch.events.subjects import subject
from treatywatch.events.trees import Token, children, is_verb, lemma

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
_TRAVELLING = frozenset(
    {
        "travel",
        "fly",
        "go",
        "head",
        "arrive",
        "come",
        "return",
        "visit",
        "journey",
        "send",
        "dispatch",
        "depart",
        "leave",
        "be",
    }
)


def _body_led(names: Names, noun: Token) -> list[Token]:
    """As in "After an emergency meeting, the Security Council condemned the test": the body that acts in or after its meeting."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in _AT_MEETING or not is_verb(verb) or children(noun, "poss"):
        return []
    bodies = names.prose.cast.scene.directory.organisations
    who = subject(verb)
    return [verb] if any(bodies[a].kind in _MEETING_BODIES for a in names.actors_of(who) if a in bodies) else []


def _arranged(names: Names, noun: Token) -> list[Token]:
    """As in "a session planned for June": the participle."""
    return [part for part in children(noun, "acl") if lemma(part) in _SET]


def _yielding(names: Names, noun: Token) -> list[Token]:
    """As in "a Geneva meeting yielded no progress", "a session ended without a deal": what only a meeting that was held does."""
    verb = noun.head
    did = noun.dep_ in ("nsubj", "nsubjpass") and lemma(verb) in names.actions.file.light.subject
    return [verb] if did else []


def _travelling(names: Names, verb: Token) -> list[Token]:
    """As in "is to travel to Moscow to negotiate a successor": the verb of travelling, where somebody named travels."""
    above = verb.head
    purpose = verb.dep_ in ("advcl", "xcomp") and any(child.lower_ == "to" for child in children(verb, "aux"))
    goes = purpose and is_verb(above) and lemma(above) in _TRAVELLING
    return [above] if goes and names.actors_of(subject(above)) else []


TALK_ROLES: dict[str, Callable[[Names, Token], list[Token]]] = {
    "body-led": _body_led,
    "yielding": _yielding,
    "arranged": _arranged,
    "travelling": _travelling,
}
