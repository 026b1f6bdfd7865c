"""Acts that leave untold what they are done to: "the United States would leave", "Norway signed first", "declined to sign"."""

from __future__ import annotations

from treatywatch.events.clauses import foretold, ranked, rules_out
from treatywatch.events.noun_roles import Names
from treatywatch.events.subjects import passive, subject
from treatywatch.events.tenses import told_as_past
from treatywatch.events.trees import Token, chain_verb, children, lemma
from treatywatch.events.unnamed import counted

_DATING = frozenset({"in", "on", "by", "after", "before", "within", "unless", "if", "at", "until"})
_PARTICLES = frozenset({"out", "up", "on"})
"""Particles of verbs of leaving and joining ("pull out", "sign up")."""
_BESIDE = frozenset({"with", "without", "despite", "amid", "under", "along", "alongside", "as"})
_RESOLVING = frozenset({"planned", "denied", "threatened"})
"""What verbs make of an act that leaves its treaty untold ("promised to follow", "declined to sign", "threatens to quit")."""
_FORCES = frozenset({"navy", "army", "forces", "force", "corps", "guard", "marines", "military", "troops"})
"""Who withdraws from a place, not from a treaty."""
_PARTIES = frozenset({"party", "participant", "signatory", "member"})
DEALS = frozenset({"deal", "accord", "treaty", "pact", "agreement", "convention", "jcpoa"})
"""Nouns by which a sentence names what is left."""


def left_alone(names: Names, verb: Token, done: bool = False) -> list[Token]:
    """As in "the United States would leave": a state, and nothing that it leaves but a treaty told before.

    `done`: the bare past will do ("Norway signed first").
    """
    taken = [child for child in verb.children if child.dep_ in ("dobj", "prt", "attr", "oprd", "xcomp", "dative")]
    if any(child.dep_ != "prt" or child.lower_ not in _PARTICLES for child in taken):
        return []
    if any(prep.lower_ not in _DATING | _BESIDE for prep in children(verb, "prep")) or passive(verb):
        return []
    who = subject(verb)
    if (
        done
        and who is not None
        and told_as_past(verb)
        and lemma(verb) != "join"
        and counted(who, names.actions.amounts)
    ):
        return [verb]  # "More than 160 nations have signed"
    if who is None or who.pos_ not in ("PROPN", "PRON") or who.ent_type_ == "PERSON" or lemma(who) in _FORCES:
        return []
    planned = verb.dep_ == "xcomp" and names.actions.governors.get(lemma(verb.head)) in _RESOLVING
    planned = planned or (verb.dep_ in ("xcomp", "advcl") and rules_out(verb.head))
    aside = chain_verb(verb).dep_ in ("relcl", "advcl")  # "…, signing in May and ratifying in June"
    if not (foretold(verb) or planned or aside or (done and (told_as_past(verb) or ranked(verb) is not None))):
        return []
    return [verb] if any(actor in names.prose.cast.scene.directory.states for actor in names.actors_of(who)) else []


def left_its_deal(names: Names, verb: Token) -> list[Token]:
    """As in "The United States, which was party to the deal, pulled out in 2018", "after Trump pulled out in 2018": what the clause or
    the sentence has named is left.
    """
    who = subject(verb)
    if who is None or passive(verb) or not told_as_past(verb):
        return []
    if any(child.dep_ in ("dobj", "attr", "oprd", "xcomp", "dative") for child in verb.children):
        return []
    if any(prep.lower_ in ("from", "of", "to", "into", "through") for prep in children(verb, "prep", "prt")):
        return []
    party = any(lemma(word) in _PARTIES for clause in children(who, "relcl") for word in children(clause, "attr"))
    led = verb.dep_ == "advcl" and any(
        child.lower_ in ("after", "since", "when") for child in children(verb, "mark", "advmod")
    )
    state = any(actor in names.prose.cast.scene.directory.states for actor in names.actors_of(who))
    return [verb] if state and (party or (led and _names_deal(verb))) else []


def _names_deal(verb: Token) -> bool:
    """Whether an agreement is told in the sentence before the verb."""
    return any(token.i < verb.i and lemma(token) in DEALS for token in verb.sent)
