"""Acts told by nouns that are called off, put off for good or halted: what was to be and is not, what went on and does not."""

from __future__ import annotations

from treatywatch.events.negation import negated
from treatywatch.events.nominal import held
from treatywatch.events.subjects import agent
from treatywatch.events.trees import Token, children, lemma

_CANCELLING = frozenset({"cancel", "scrap", "abort", "scuttle", "axe", "nix"})
_PUTTING_OFF = frozenset({"postpone", "delay", "defer", "shelve", "reschedule"})
_REFUSING = frozenset({"reject", "refuse", "decline", "spurn", "rebuff", "shun", "snub"})
_HALTING = frozenset({"halt", "suspend", "stop", "freeze", "pause", "discontinue", "interrupt"})


def called_off(noun: Token) -> bool:
    """As in "the second session was called off", "the talks were put off by Moscow", "cancelled a planned summit", "the round will not
    take place"; what is only postponed may still be held.
    """
    verb = held(noun).head
    off = any(child.lower_ == "off" for child in verb.children)
    cancelled = lemma(verb) in _CANCELLING or (lemma(verb) == "call" and off)
    if held(noun).dep_ == "nsubj":
        return negated(verb) and _comes_about(verb)
    if held(noun).dep_ != "nsubjpass":
        return held(noun).dep_ == "dobj" and cancelled
    refused = agent(verb) is not None and not any(p.lower_ in ("until", "till", "to") for p in children(verb, "prep"))
    refused = refused or any(child.lower_ == "indefinitely" for child in verb.children)
    put_off = lemma(verb) in _PUTTING_OFF or (lemma(verb) == "put" and off)
    return cancelled or (put_off and refused)


def refused(noun: Token) -> bool:
    """As in "ruled out direct talks with Washington", "rejected a meeting with him": what somebody will not have."""
    verb = held(noun).head
    if held(noun).dep_ != "dobj":
        return False
    out = any(child.lower_ == "out" for child in children(verb, "prt", "advmod"))
    return lemma(verb) in _REFUSING or (lemma(verb) == "rule" and out)


def halted(noun: Token) -> bool:
    """As in "inspections had been halted in March 2020", "the drills were suspended": what goes on, and then does not."""
    return held(noun).dep_ == "nsubjpass" and lemma(held(noun).head) in _HALTING


def _comes_about(verb: Token) -> bool:
    """As in "take place", "go ahead", "happen"."""
    place = lemma(verb) == "take" and any(child.lower_ == "place" for child in children(verb, "dobj"))
    ahead = lemma(verb) == "go" and any(child.lower_ in ("ahead", "forward") for child in verb.children)
    return place or ahead or lemma(verb) in ("happen", "occur", "materialise", "materialize")
