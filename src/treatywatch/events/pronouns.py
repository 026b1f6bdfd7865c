"""Whom "its", "their" and "they" mean in the place where they stand, before the report's cast is asked."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Protocol

from treatywatch.events.subjects import doer, subject
from treatywatch.events.trees import Token, ancestors, children, is_verb, owner_of
from treatywatch.language.prose import Prose

_OWNERS = frozenset({"its", "their", "his", "her"})
_DURING = frozenset({"in", "during", "with", "as"})
_SIDES = 2
_NOUNS_BACK = 4
"""Nouns before "it" among which what it means is sought; own sentences."""


class Actors(Protocol):
    """Who can say which actors a phrase means."""

    def actors_of(self, token: Token | None) -> tuple[str, ...]:
        """The actors that the phrase means."""


def owner_above(token: Token) -> Token | None:
    """As in "Washington's announcement of its withdrawal": whose announcement it is; "the North fired it in its third test"."""
    if token.dep_ != "poss" or token.lower_ not in _OWNERS or token.head.dep_ != "pobj":
        return None
    prep = token.head.head
    if prep.lower_ == "of" and prep.head.pos_ == "NOUN":
        return owner_of(prep.head)
    return _reported(prep, prep.head) if prep.lower_ in _DURING and is_verb(prep.head) else None


def shared_owner(its: Token) -> Token | None:
    """As in "Russia's war and its withdrawal", "that North Korea would lift it and that its withdrawal will come": whose the first is."""
    if its.dep_ != "poss" or its.lower_ not in _OWNERS:
        return None
    noun = its.head
    if noun.dep_ == "conj" and not is_verb(noun.head):
        return next((one for one in children(noun.head, "poss") if one.pos_ == "PROPN"), None)
    clause = noun.head
    second = noun.dep_ in ("nsubj", "nsubjpass") and clause.dep_ == "conj" and is_verb(clause.head)
    if not second or not any(mark.lower_ == "that" for mark in children(clause, "mark")):
        return None
    return next((one for one in children(clause.head, "nsubj") if one.pos_ in ("PROPN", "NOUN")), None)


def _reported(prep: Token, verb: Token) -> Token | None:
    """As in "North Korea fired it, Seoul said, in its third test", "Seoul said the North fired it in its third test": of what is
    reported, not of who says it.
    """
    clause = next((child for child in children(verb, "ccomp") if child.i < verb.i < prep.i), None)
    if verb.dep_ == "parataxis" and verb.head.i < verb.i < prep.i and is_verb(verb.head):
        clause = verb.head
    if verb.dep_ == "ccomp" and is_verb(verb.head) and verb.head.i < verb.i:
        clause = verb
    who = doer(clause) if clause is not None else None
    return who if who is not None and who.pos_ in ("PROPN", "NOUN") else None


def parallel(they: Token) -> Token | None:
    """As in "They held talks …, but they deemed them useless": the same pronoun as subject of the clause before, whom it means again."""
    clause = they.head
    if they.pos_ != "PRON" or they.dep_ != "nsubj" or not is_verb(clause.head):
        return None
    if (
        clause.dep_ == "advcl" and they.lower_ == "it" and clause.head.i < clause.i
    ):  # "Moscow lost that right when it left"
        return next(
            (one for one in children(clause.head, "nsubj") if one.pos_ == "PROPN" and one.ent_type_ != "PERSON"),
            None,
        )
    if clause.dep_ != "conj":
        return None
    return next((one for one in children(clause.head, "nsubj") if one.lower_ == they.lower_), None)


def by_subject(names: Actors, they: Token) -> tuple[str, ...]:
    """As in "Trump and Putin shook hands before their summit": the sides that the clause is about, where it names two."""
    for verb in (above for above in ancestors(they) if is_verb(above)):
        who = subject(verb)
        if who is not None and who.i < they.i and who.pos_ != "PRON":
            found = tuple(dict.fromkeys(names.actors_of(who)))
            return found if len(found) >= _SIDES else ()
    return ()


_STATES = frozenset({"country", "nation", "state", "superpower", "power"})


def last_two(prose: Prose, before: int, word: str = "") -> list[str]:
    """The two actors (states, where `word` is one for states) told last before an offset; none where fewer are told, or only as places
    ("in Finland").
    """
    states, of_states = prose.cast.scene.directory.states, word in _STATES
    seen: list[str] = []
    for mention in reversed(prose.mentions):
        if mention.kind not in ("actor", "person") or mention.end > before or _where(prose, mention.start):
            continue
        told = prose.cast.actors(mention.start, mention.end)
        seen += [actor for actor in told if actor not in seen and (actor in states or not of_states)]
        if len(seen) >= _SIDES:
            break
    return sorted(seen[:_SIDES]) if len(seen) >= _SIDES else []


def _where(prose: Prose, start: int) -> bool:
    return prose.text[max(0, start - 4) : start].endswith(" in ")


def stands_for(it: Token, fits: Callable[[Token], bool]) -> bool:
    """As in "Russia, which had the largest stockpile, destroyed it": whether one of the last nouns before "it" or "them" fits."""
    tag = "NN" if it.lower_ == "it" else "NNS"
    nouns = (noun for noun in reversed(it.doc[: it.i]) if noun.tag_ == tag)
    return any(fits(noun) for noun in islice(nouns, _NOUNS_BACK))
