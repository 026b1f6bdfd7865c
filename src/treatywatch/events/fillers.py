"""What may fill the roles of a frame: arguments, prepositions, and what only the words around the trigger tell."""

from __future__ import annotations

from collections.abc import Callable

from treatywatch.events.alone import left_alone, left_its_deal
from treatywatch.events.clauses import takes_effect
from treatywatch.events.finding_roles import FINDING_ROLES
from treatywatch.events.negation import negated
from treatywatch.events.noun_roles import NOUN_ROLES, Names
from treatywatch.events.subjects import agent, direct_object, passive, subject
from treatywatch.events.talk_roles import TALK_ROLES
from treatywatch.events.times import on_a_day
from treatywatch.events.trees import (
    Token,
    ancestors,
    children,
    is_verb,
    joined,
    lemma,
    modifiers,
    prepositions,
)

_MODALS = frozenset({"will", "would", "could", "may", "might", "should", "'ll"})
_ATTACHMENTS = 2
"""Nouns above the nearest one on which a relative clause may hang; farther ones were wrong oftener than right on own sentences."""
_DEPENDENTS = {
    "owner": ("poss", "compound", "nmod", "amod"),
    "possessor": ("poss",),
    "dative": ("dative",),
    "clause": ("ccomp", "xcomp", "advcl", "acl"),
    "adverb": ("advmod",),
    "complement": ("acomp", "oprd", "attr"),
}


def fillers(names: Names, token: Token, role: str, nominal: bool) -> list[Token]:
    """The tokens that fill a role of a verb or (`nominal`) of a noun; several where they are coordinated."""
    if role in _DEPENDENTS:
        return children(token, *_DEPENDENTS[role])
    if role in _AROUND:
        return _AROUND[role](names, token)
    if role == "object":
        found = direct_object(token) or _what_it_is(token)
    elif role == "subject":
        found = (agent(token) if passive(token) else None) or subject(token) if not nominal else None
    else:
        return _counted(names, _after(token, role))
    return [] if found is None else [*_counted(names, joined(found)), *_higher(token, found), *_also_called(found)]


def _what_it_is(verb: Token) -> Token | None:
    """As in "fired what may be a missile", "tested what it called a hypersonic weapon"."""
    for clause in children(verb, "ccomp", "dobj"):
        if any(word.lower_ == "what" for word in clause.subtree):
            told = (word for word in clause.subtree if word.dep_ in ("attr", "oprd", "dobj") and word.lower_ != "what")
            return next(told, None)
    return None


def _also_called(noun: Token) -> list[Token]:
    """As in "tested the Burevestnik, a nuclear-powered missile": what an unknown name is said to be."""
    return [other for other in children(noun, "appos") if other.pos_ == "NOUN" or noun.pos_ == "PROPN"]


def _higher(verb: Token, noun: Token) -> list[Token]:
    """As in "a treaty on border posts, which the two signed": the nouns above the one that the parser hangs the clause on."""
    if verb.dep_ not in ("relcl", "acl") or noun.i != verb.head.i:
        return []
    found: list[Token] = []
    for above in ancestors(noun):
        if above.pos_ in ("NOUN", "PROPN"):
            found.append(above)
        elif above.dep_ not in ("prep", "agent", "acl", "pcomp"):
            break
    return found[:_ATTACHMENTS]


def _after(token: Token, word: str) -> list[Token]:
    """What stands after a preposition: all of it, days last ("voted on Thursday on the treaty")."""
    own = [noun for prep in children(token, "prep") if prep.lower_ == word for noun in children(prep, "pobj")]
    found = list(prepositions(token, word))[
        : None if is_verb(token) else 1
    ]  # "the withdrawal of its ratification of it"
    nouns = own + [noun for noun in found if noun not in own]
    nouns.sort(key=lambda noun: noun.ent_type_ in ("DATE", "TIME"))
    return [part for noun in nouns for part in joined(noun)]


def _counted(names: Names, tokens: list[Token]) -> list[Token]:
    """The tokens, and after one that only counts ("two thirds of its centrifuges", "a series of tests") what it counts."""
    found = list(tokens)
    for token in tokens:
        of = [prep for prep in children(token, "prep") if prep.lower_ == "of"]
        counting = {lemma(token), token.lower_} & names.actions.amounts or token.pos_ == "NUM"
        if of and counting:
            nouns = [_meant(noun) for noun in children(of[0], "pobj")]
            found += [part for noun in nouns if noun is not None for part in _counted(names, joined(noun))]
    return found


def _meant(noun: Token) -> Token | None:
    """The noun itself; for "the last of which" the noun that the relative clause hangs on."""
    if noun.lower_ not in ("which", "whom"):
        return noun
    return next((above.head for above in ancestors(noun) if above.dep_ == "relcl"), None)


def _clause_object(names: Names, verb: Token) -> list[Token]:
    """As in "ceased to apply the treaty", "stopped abiding by it", "stopped providing Russia with data": what the verb below takes."""
    found: list[Token] = []
    ceased = [one for one in children(verb, "advcl") if lemma(verb) == "cease" and one.tag_ == "VB"]
    for below in (*children(verb, "xcomp", "ccomp"), *ceased):
        own = direct_object(below)
        nouns = [own] if own is not None else []
        nouns += [deep for prep in children(below, "prep", "agent") for deep in children(prep, "pobj")]
        found += [part for noun in nouns for part in joined(noun)]
    return found


def _clause_below(names: Names, verb: Token) -> list[Token]:
    """As in "cancelled its decision to leave": the clause that hangs on what the verb takes."""
    own = direct_object(verb)
    return children(own, "acl", "ccomp", "xcomp", "relcl") if own is not None else []


def _no_longer(names: Names, verb: Token) -> list[Token]:
    """As in "is no longer a party", "ceased to be bound"."""
    told = any(child.lower_ == "longer" and verb.doc[child.i - 1].lower_ == "no" for child in verb.children)
    ceased = verb.dep_ == "xcomp" and lemma(verb.head) == "cease"
    return [verb] if told or ceased else []


def _clause_subject(names: Names, verb: Token) -> list[Token]:
    """As in "allowed inspectors to visit it": who does what the clause below tells."""
    found = [noun for below in children(verb, "ccomp", "xcomp") for noun in children(below, "nsubj")]
    return [*found, *children(verb, "dobj", "dative")]


def _within(names: Names, verb: Token) -> list[Token]:
    """As in "launched a process that would lead to the return of sanctions": all that what the verb takes speaks of."""
    own = direct_object(verb)
    return list(own.subtree) if own is not None else []


def _below(names: Names, noun: Token) -> list[Token]:
    """As in "its agreement to destroy them": the infinitive that hangs on a noun."""
    return [clause for clause in children(noun, "acl") if clause.tag_ == "VB"]


def _ahead(names: Names, verb: Token) -> list[Token]:
    """As in "could be in force by March", "will be in force"."""
    return [verb] if any(child.lower_ in _MODALS for child in children(verb, "aux")) else []


def _never(names: Names, verb: Token) -> list[Token]:
    """As in "is not a party", "no nuclear power is a party"."""
    return [verb] if negated(verb) else []


def _plural_subject(names: Names, verb: Token) -> list[Token]:
    found = subject(verb)
    return [found] if found is not None and _plural(found) else []


def _announcer(names: Names, noun: Token) -> list[Token]:
    announced = noun.dep_ in ("dobj", "nsubjpass") and lemma(noun.head) in names.actions.file.announcing.verbs
    return [noun.head] if announced else []


def _taking_effect(names: Names, noun: Token) -> list[Token]:
    behind = [
        clause for clause in children(noun, "relcl") if takes_effect(clause)
    ]  # "the exit, which takes effect in May"
    return behind or ([noun.head] if noun.dep_ in ("nsubj", "nsubjpass") and takes_effect(noun.head) else [])


_AROUND: dict[str, Callable[[Names, Token], list[Token]]] = {
    **NOUN_ROLES,
    **TALK_ROLES,
    **FINDING_ROLES,
    "clause-object": _clause_object,
    "subject-plural": _plural_subject,
    "kind": lambda names, token: [token, *modifiers(token)],
    "alone": left_alone,
    "alone-done": lambda names, verb: left_alone(names, verb, True),
    "alone-dated": lambda names, verb: left_alone(names, verb, True) if on_a_day(verb) else [],
    "its-deal": left_its_deal,
    "effective": _taking_effect,
    "announced": _announcer,
    "no-longer": _no_longer,
    "ahead": _ahead,
    "below": _below,
    "within": _within,
    "clause-subject": _clause_subject,
    "never": _never,
    "clause-below": _clause_below,
}
"""Roles that are neither arguments nor prepositions."""


def _plural(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS", "CD") or len(joined(token)) > 1 or token.lower_ in ("they", "we", "both")
