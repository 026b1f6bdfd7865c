"""Days of acts told by nouns, where they stand elsewhere than in the noun's own phrase, or where there are several."""

from __future__ import annotations

import re

from treatywatch.dates import UncertainDay
from treatywatch.events.timing import Clock, usable
from treatywatch.events.trees import Token, children, lemma, phrase
from treatywatch.language.days import to_uncertain

_LINK = re.compile(r"\s*(?:(?:on|in|at|of|from|early|late|earlier|during)\s+)?(?:the\s+)?")
"""What may stand between a noun and the day behind it."""
_THERE = re.compile(r"\s(?:on\s)?")
_GOING_ON = re.compile(r"\s(?:with|between|in|at)\b")
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_JOINT = re.compile(r"(?:,\s|,?\sand\s|\s&\s|,?\sthen\s|,?\sand\sagain\s)(?:(?:on|in)\s)?")
"""What stands between two days of a row."""
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


def right_behind(noun: Token, clock: Clock) -> UncertainDay | None:
    """As in "his summit Monday with Putin": the day between a noun and those with whom it is, or where."""
    end, text = noun.idx + len(noun.text) + clock.matcher.offset, clock.matcher.prose.text
    own = (day for day in clock.all() if usable(day) and day.start >= end and _THERE.fullmatch(text, end, day.start))
    told = next((day for day in own if _GOING_ON.match(text, day.end)), None)
    return None if told is None else to_uncertain(told)


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


def enumerated(clock: Clock, told: UncertainDay | None) -> list[tuple[int, UncertainDay]]:
    """As in "tests in 2006, 2009 and 2013", "extended twice, in 1999 and 2006": an act's day and those joined to it, with their offsets."""
    text, days = clock.matcher.prose.text, [day for day in clock.all() if usable(day)]
    first = next((i for i, day in enumerate(days) if told is not None and to_uncertain(day) == told), None)
    if first is None:
        return []
    if _BETWEEN.search(text, max(0, days[first].start - 10), days[first].start):
        return []
    row = [days[first]]
    for day in days[first + 1 :]:
        if not _JOINT.fullmatch(text, row[-1].end, day.start) or len(day.value) != len(row[0].value):
            break
        row.append(day)
    return [(day.start, to_uncertain(day)) for day in row]


def spanned(clock: Clock, told: UncertainDay | None) -> UncertainDay | None:
    """As in "500 tests between 1949 and 1989": from the first day to the last; a day that opens no such span is its own answer."""
    text, days = clock.matcher.prose.text, [day for day in clock.all() if usable(day)]
    first = next((i for i, day in enumerate(days[:-1]) if told is not None and to_uncertain(day) == told), None)
    if told is None or first is None or not _BETWEEN.search(text, max(0, days[first].start - 10), days[first].start):
        return told
    last = to_uncertain(days[first + 1])
    joined = text[days[first].end : days[first + 1].start].strip() == "and"
    if not joined or told.earliest is None or last.latest is None or last.latest < told.earliest:
        return told
    return UncertainDay(f"{told.edtf}/{last.edtf}", told.earliest, last.latest, None, told.how)
