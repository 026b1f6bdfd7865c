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
_DEALS = frozenset({"treaty", "pact", "convention", "accord", "agreement", "ban", "deal"})
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


def _of_treaty(names: Names, token: Token) -> list[Token]:
    """As in "the Review Conference of the Parties to the NPT", "negotiated for years on how to enforce the convention": what names a
    treaty in the noun's own phrase, or behind the verb.
    """
    offset = names.offset
    inside = [
        part for part in token.subtree if part.dep_ not in ("relcl",) and (token.pos_ != "VERB" or part.i > token.i)
    ]
    spans = [(m.start, m.end) for m in names.prose.mentions if m.kind == "treaty"]
    named = [part for part in inside if any(start <= part.idx + offset < end for start, end in spans)]
    called = (part for part in inside if part.i != token.i and lemma(part) in _DEALS and names.treaties(part))
    return named[:1] or [part for part in called][:1]


def _reviewing(names: Names, noun: Token) -> list[Token]:
    """As in "a conference to review the treaty", "a meeting reviewing the convention": the verb."""
    return [clause for clause in children(noun, "acl", "relcl") if clause.tag_ in ("VB", "VBG")]


def _sides(names: Names, verb: Token) -> list[Token]:
    """A subject that names two sides or more, in a report on treaties or weapons."""
    found = subject(verb)
    if found is None or len(set(names.actors_of(found))) < 2:
        return []
    named = any(mention.kind in ("treaty", "system") for mention in names.prose.mentions)
    return [found] if named else []


TALK_ROLES: dict[str, Callable[[Names, Token], list[Token]]] = {
    "body-led": _body_led,
    "yielding": _yielding,
    "arranged": _arranged,
    "travelling": _travelling,
    "of-treaty": _of_treaty,
    "reviewing": _reviewing,
    "subject-sides": _sides,
}
