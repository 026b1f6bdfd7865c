"""Days of acts told by nouns, where they stand elsewhere than in the noun's own phrase, or where there are several."""

from __future__ import annotations

import re

from treatywatch.dates import UncertainDay
from treatywatch.events.timing import Clock, usable
from treatywatch.events.trees import Token, children, lemma, phrase
from treatywatch.language.days import to_uncertain

_LINK = re.compile(r"\s*(?:(?:on|in|at|of|from|early|late|earlier|during)\s+)?(?:the\s+)?")
"""What may stand between a noun and the day behind it."""
UNFOLDING = frozenset({"include", "begin", "start", "end", "last", "take", "open", "run", "conclude", "finish"})
CONDUCTING = frozenset({"conduct", "carry", "stage", "perform", "undertake", "execute"})
"""Verbs whose subject is who does the act that they carry."""
CARRYING_OUT = CONDUCTING | {"hold", "make", "order", "launch"}
"""Verbs whose day in a clause behind the noun is that of the act."""


def beside(clock: Clock, noun: Token) -> UncertainDay | None:
    """The day right behind the noun's phrase, wherever the parser hangs it ("condemned its test on Monday")."""
    end, text = phrase(noun)[1] + clock.matcher.offset, clock.matcher.prose.text
    told = [day for day in clock.all() if usable(day) and day.start >= end and _LINK.fullmatch(text, end, day.start)]
    return to_uncertain(told[0]) if told else None


def in_relative(clock: Clock, noun: Token, words: frozenset[str] = UNFOLDING) -> UncertainDay | None:
    """As in "held a dialogue that included talks on Wednesday", "the test that it said it conducted Monday"."""
    verbs = [verb for clause in children(noun, "relcl") for verb in (clause, *children(clause, "ccomp", "xcomp"))]
    clauses = {verb.i for verb in verbs if lemma(verb) in words}
    told = [day for day, owner in clock.days if owner.i in clauses and usable(day)]
    return to_uncertain(told[0]) if told else None


def before(clock: Clock, noun: Token) -> list[tuple[int, UncertainDay]]:
    """The days that stand before a noun and are its own ("its 2006 and 2009 tests"), each with the offset where it is told."""
    at = noun.idx + clock.matcher.offset
    own = [day for day, owner in clock.days if owner.i == noun.i and day.end <= at and usable(day)]
    return [(day.start, to_uncertain(day)) for day in own]
