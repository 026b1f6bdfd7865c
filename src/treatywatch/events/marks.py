"""Which of several acts of a kind a telling means: "its third test", "the 2006 tests", "a missile", "the launch" told of before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.programmes import of_a_programme
from treatywatch.events.subjects import doer
from treatywatch.events.trees import Token, ancestors, children, lemma, modifiers
from treatywatch.events.unnamed import counted
from treatywatch.model.vocabulary import EventKind

_NUCLEAR = re.compile(
    r"\b(?:nuclear (?!-)|atomic|thermonuclear|hydrogen|subcritical|underground|a-bomb|h-bomb|device)", re.IGNORECASE
)
_FLYING = re.compile(
    r"\b(?:missiles?|rockets?|icbms?|slbms?|satellites?|ballistic|cruise|launch\w*|projectiles?)\b", re.IGNORECASE
)
_OF_CHAMBERS = frozenset({EventKind.VOTE, EventKind.APPROVE})
_CHAMBERS = {
    "upper": re.compile(r"\b(?:upper|senate|federation|bundesrat|lords)\b"),
    "lower": re.compile(r"\b(?:lower|duma|representatives|commons|bundestag|sejm)\b"),
}
_NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_DECIDING = frozenset({"decision", "move", "step", "choice", "determination", "resolve"})
_DEALING = frozenset({"with", "in"})
_OTHER = frozenset({"previous", "earlier", "past", "last", "former", "prior", "another"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Mark:
    """What a telling says of which act it means.

    `ordinal`: "third", or "other" where it is told as an earlier one; `thing`: "nuclear" or "flying" for tests, "upper" or "lower" for
    chambers; `many`: several at once; `known`: told as one that the reader has heard of; `named`: told by a noun; `before`: told as past
    already then ("had tested"); `elsewhere`: done to what is no treaty ("its cooperation with the agency");
    `counted`: of states that nobody names; `alluding`: told only by "its decision", which was told before; `several`: meetings told
    together ("several rounds of talks"); `decided`: told by what was decided on ("the decision to conduct three tests").
    """

    ordinal: str | None = None
    thing: str | None = None
    many: bool = False
    known: bool = False
    before: bool = False
    named: bool = False
    elsewhere: bool = False
    alluding: bool = False
    several: bool = False
    counted: bool = False
    decided: bool = False

    def speaks_against(self, other: Mark) -> bool:
        """Whether the two cannot be tellings of one act."""
        if self.ordinal and other.ordinal and self.ordinal != other.ordinal:
            return True
        return bool(self.thing and other.thing and self.thing != other.thing)

    def joined(self, other: Mark) -> Mark:
        """The mark of two tellings of one act."""
        return replace(self, ordinal=self.ordinal or other.ordinal, thing=self.thing or other.thing)


NO_MARK = Mark()


def mark_of(trigger: Trigger, matcher: Matcher) -> Mark:
    """The mark of the telling at `trigger`: read off its noun, or off what the verb takes."""
    noun: Token = trigger.token if trigger.nominal else trigger.roles.get("object", trigger.token)
    words = {child.lower_ for child in children(noun, "amod", "det", "poss", "nummod")}
    number = next((word for word in _NUMBERS if word in words), None)
    return Mark(
        ordinal=number or ("other" if words & _OTHER else None),
        thing=_thing(noun, matcher) if trigger.kind is EventKind.TEST else _chamber(trigger),
        many=noun.tag_ in ("NNS", "NNPS"),
        known=_known(noun, words, trigger),
        named=trigger.nominal,
        before=any(child.lower_ == "had" for child in children(trigger.token, "aux")),
        elsewhere=_elsewhere(noun, matcher) or of_a_programme(trigger, matcher),
        alluding=_alluding(trigger),
        counted=not trigger.nominal and counted(doer(trigger.token), matcher.actions.amounts),
        decided=not trigger.nominal and trigger.token.dep_ == "acl" and lemma(trigger.token.head) in _DECIDING,
        several=trigger.kind is EventKind.TALKS and trigger.nominal and lemma(noun) == "round" and noun.tag_ == "NNS",
    )


def _elsewhere(noun: Token, matcher: Matcher) -> bool:
    """As in "its cooperation with the agency", "its participation in NATO's drills": what is dealt with is told, and no treaty."""
    if not matcher.fits(noun, "participation", noun):
        return False
    dealt = [deep for prep in children(noun, "prep") if prep.lower_ in _DEALING for deep in children(prep, "pobj")]
    dealt = [deep for deep in dealt if deep.ent_type_ not in ("DATE", "TIME")]
    return any(not matcher.fits(deep, "treaty", deep) and not matcher.treaties(deep) for deep in dealt)


def _alluding(trigger: Trigger) -> bool:
    """As in "notified the allies of its decision"."""
    told = trigger.roles.get("of") or trigger.roles.get("about")
    return (
        trigger.kind is EventKind.NOTIFY_WITHDRAWAL
        and told is not None
        and lemma(told) == "decision"
        and not any(child.dep_ in ("acl", "relcl") for child in told.children)
    )


def _chamber(trigger: Trigger) -> str | None:
    """Which chamber votes or approves: "upper" or "lower", where its name says so."""
    who = doer(trigger.token) if trigger.kind in _OF_CHAMBERS and not trigger.nominal else None
    if who is None:
        return None
    words = " ".join(part.lower_ for part in (*modifiers(who), who, *children(who, "appos")))
    found = {name for name, pattern in _CHAMBERS.items() if pattern.search(words)}
    return found.pop() if len(found) == 1 else None


def _thing(noun: Token, matcher: Matcher) -> str | None:
    """What is tested, by the noun, its modifiers and what stands after its "of"."""
    of = [deep for prep in children(noun, "prep") if prep.lower_ == "of" for deep in children(prep, "pobj")]
    words = " ".join(part.lower_ for one in (noun, *of) for part in (*modifiers(one), one)) + " "
    if _FLYING.search(words):
        return "flying"
    if _NUCLEAR.search(words):
        return "nuclear"
    named = any(matcher.prose.cast.systems(*matcher.span(one)) for one in (noun, *of))
    return "flying" if named else None


def _known(noun: Token, words: set[str], trigger: Trigger) -> bool:
    """As in "the test", "North Korea's nuclear test", "the nuclear test conducted by the North", "the launch was condemned"."""
    named = any(child.dep_ == "poss" for child in noun.children)
    below = not trigger.nominal and any(above.i == noun.i for above in list(ancestors(trigger.token))[:2])
    return (bool(words & _KNOWN) or named) and (trigger.nominal or below or lemma(noun) in ("test", "launch"))
