"""Who is meant where no state is named: "the country", "the allies", "116 states, including …", "they"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatywatch.events.matching import Matcher
from treatywatch.events.topics import protagonist, topic
from treatywatch.events.trees import Token, children, lemma
from treatywatch.language.prose import Prose
from treatywatch.model.event import Assertion

_PAIRS = frozenset(
    {
        "side",
        "country",
        "power",
        "party",
        "nation",
        "state",
        "superpower",
        "rival",
        "neighbour",
        "neighbor",
        "government",
    }
)
_A_STATE = frozenset({"country", "nation", "regime", "state", "island", "kingdom", "republic"})
_ANOTHER = frozenset(
    {"other", "another", "neighbouring", "neighboring", "same", "third", "host", "receiving", "latter", "second"}
)
_THIS = frozenset({"the", "this", "that"})
_HANDFUL = 3
"""Members up to which a group acts as its members do; larger ones have a voice of their own."""
_STATES = frozenset({"state", "country", "nation", "party", "member", "government", "signatory"})


def the_state(matcher: Matcher, token: Token) -> tuple[str, ...]:
    """As in "The country tested its first device in 2006", "the Caribbean island": the state that was spoken of, not the one named last."""
    if token.tag_ == "NN" and lemma(token) in _A_STATE and _told_aside(token):
        return protagonist(matcher.prose)
    if token.tag_ != "NN" or lemma(token) not in _A_STATE or not any(c.lower_ in _THIS for c in token.children):
        return ()
    if any(child.dep_ in ("prep", "compound", "poss", "appos", "acl") for child in token.children):
        return ()
    told = children(token, "amod")
    if told and (any(child.lower_ in _ANOTHER for child in told) or matcher.actors(token)):
        return ()
    return topic(matcher.prose, matcher.sentence)


def _told_aside(token: Token) -> bool:
    """As in "a waiver for a country, which has not signed the treaty": behind a comma, what is known of the one that is meant."""
    clauses = [clause for clause in children(token, "relcl") if clause.left_edge.i > token.i]
    return (
        bool(clauses) and token.doc[clauses[0].left_edge.i - 1].text == "," and clauses[0].left_edge.lower_ == "which"
    )


def the_allies(matcher: Matcher, token: Token) -> list[str]:
    """As in "The allies began their drill" where no alliance is named: the two told last."""
    if lemma(token) != "ally" or token.tag_ != "NNS" or children(token, "poss", "amod", "compound", "prep"):
        return []
    alliances = any(mention.id == "nato" for mention in matcher.prose.mentions)
    return [] if alliances else matcher.last_two(token)


def among(matcher: Matcher, many: Token) -> list[str]:
    """As in "116 countries, including the United States", "a clutch of states, among them Iran": those of many that are named."""
    counted = [noun for prep in children(many, "prep") if prep.lower_ == "of" for noun in children(prep, "pobj")]
    preps = [prep for noun in (many, *counted) if noun.tag_ in ("NNS", "CD") for prep in children(noun, "prep")]
    named = [noun for prep in preps if _leads_some(prep) for noun in children(prep, "pobj")]
    return [actor for noun in named for actor in matcher.actors_of(noun)]


def of_unnamed_states(matcher: Matcher, they: Token) -> bool:
    """As in "60 states have ratified it, which shows that they …": states that nobody names before the pronoun of the sentence."""
    if they.lower_ != "they":
        return False
    many = [noun for noun in they.doc[: they.i] if noun.tag_ == "NNS" and noun.dep_ in ("nsubj", "nsubjpass")]
    return bool(many) and lemma(many[-1]) in _STATES and not matcher.actors(many[-1])


def _leads_some(prep: Token) -> bool:
    return prep.lower_ in ("including", "among", "like") or (
        prep.lower_ == "as" and any(child.lower_ == "such" for child in prep.children)
    )


def both(token: Token) -> bool:
    """As in "both sides", "the two countries", "both", "the superpowers"."""
    if token.lower_ in ("both", "superpowers"):
        return True
    if token.lower_ in ("two", "pair", "duo"):  # "The two discussed …"
        return not children(token, "prep") and any(child.lower_ == "the" for child in token.children)
    return lemma(token) in _PAIRS and any(child.lower_ in ("both", "two", "their") for child in token.children)


def only(parts: list[Token]) -> list[Token]:
    """As in "of those that border Russia only Lithuania has signed it", which the parser takes for a list: the one that is singled out."""
    return [part for part in parts if any(child.lower_ == "only" for child in part.children)][:1] or parts


def in_members(prose: Prose, assertions: Sequence[Assertion]) -> list[Assertion]:
    """As in "the E3 triggered it": what a handful of states does under one name each of them does, as where they are named one by one."""
    handfuls = _handfuls(prose)
    found = []
    for one in assertions:
        told = [handfuls.get(actor, (actor,)) for actor in one.event.actors]
        actors = tuple(dict.fromkeys(actor for members in told for actor in members))
        found.append(one if actors == one.event.actors else replace(one, event=replace(one.event, actors=actors)))
    return found


def with_handfuls(prose: Prose, told: Sequence[Assertion], named: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """Beside all members of a handful that acts under its own name (`named`: as the sentences tell it) stands that name."""
    acting = {actor for one in named for actor in one.event.actors}
    found = list(told)
    for id, members in _handfuls(prose).items():
        for index, one in enumerate(found) if id in acting else ():
            if set(members) <= set(one.event.actors):
                found[index] = replace(one, event=replace(one.event, actors=(*one.event.actors, id)))
    return tuple(found)


def _handfuls(prose: Prose) -> dict[str, tuple[str, ...]]:
    """The groups of a few states that the report names or describes, each with its members."""
    bodies = prose.cast.scene.directory.organisations
    groups = {id: tuple(m.state for m in one.members) for id, one in bodies.items() if one.kind == "group"}
    return {id: members for id, members in groups.items() if 1 < len(members) <= _HANDFUL}


def houses(prose: Prose) -> dict[str, str]:
    """Of each body the state or the body that it is part of."""
    bodies = prose.cast.scene.directory.organisations
    named = {m.id for m in prose.mentions if m.id in bodies}
    return {id: house for id in named if (house := bodies[id].parent or bodies[id].state) is not None}
