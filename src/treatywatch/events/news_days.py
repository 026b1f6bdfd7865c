"""The day of a report's own news that is told without one: "In a confidential report, the watchdog said …".

A reader takes such an act for one of these days. It gets the week up to the report's day, as an inferred day and not as one told; what
looks back, what stands in a relative clause and what is told far below the head of the report stays without a day.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from treatywatch.dates import UncertainDay
from treatywatch.events.timing import Clock
from treatywatch.events.trees import Token, ancestors, children, is_verb
from treatywatch.language.days import to_uncertain
from treatywatch.model.event import Assertion
from treatywatch.model.vocabulary import EventKind, Modality

_NOW = frozenset({Modality.HAPPENED, Modality.ONGOING})
_HEAD = 600
"""Characters at the head of a report within which its news is told; own reports."""
_WEEK = timedelta(days=7)
_MONTH = timedelta(days=31)
_GATHERINGS = frozenset({EventKind.TALKS, EventKind.AGREE_MEASURES, EventKind.PUBLISH_FINDING})
"""Kinds of which a noun tells news ("after talks in Vienna"); other nouns speak of what is known ("the withdrawal")."""
_YEAR_OF_A_NOUN = re.compile(r"(?:the|its|a|an)\s\d{4}", re.IGNORECASE)
"""As in "the 1993 pact", whatever the tagger takes the noun for."""
_LOOKING_BACK = frozenset(
    {
        "ago",
        "already",
        "before",
        "earlier",
        "ever",
        "first",
        "formerly",
        "historically",
        "long",
        "never",
        "once",
        "originally",
        "previously",
        "repeatedly",
        "since",
        "so",
        "then",
        "yet",
    }
)


def is_news(clock: Clock, head: Token, kind: EventKind, modality: Modality, nominal: bool) -> bool:
    """Whether an act told without a day is the report's news: at its head, in a clause of its own, with nothing that looks back."""
    prose, on = clock.matcher.prose, clock.matcher.prose.on
    sentence = prose.sentences[clock.matcher.sentence]
    if on is None or modality not in _NOW or sentence.start > _HEAD or (nominal and kind not in _GATHERINGS):
        return False
    verb = next((above for above in ancestors(head) if is_verb(above)), None) if nominal else head
    return verb is not None and _told_now(verb) and not _looks_back(clock, verb, on)


def _told_now(verb: Token) -> bool:
    """Whether no clause around the verb only tells whom or what is meant, and none is a pluperfect."""
    while True:
        if verb.dep_ in ("relcl", "acl") or any(aux.lower_ == "had" for aux in children(verb, "aux")):
            return False
        above = next((one for one in ancestors(verb) if is_verb(one)), None)
        if above is None:
            return True
        verb = above


def _looks_back(clock: Clock, verb: Token, on: date) -> bool:
    """As in "had earlier signed", "has so far ratified", "in 1987": a word, or an old day of some act of the sentence."""
    words = {child.lower_ for child in children(verb, "advmod", "prep", "mark", "npadvmod")}
    prose = clock.matcher.prose
    hung = [
        day
        for day, owner in clock.days
        if is_verb(owner) and not _YEAR_OF_A_NOUN.fullmatch(prose.text, day.start, day.end)
    ]
    days = [to_uncertain(day) for day in hung]
    return bool(words & _LOOKING_BACK) or any(day.latest is not None and day.latest < on - _MONTH for day in days)


def with_days_of_news(assertions: Iterable[Assertion], news: Collection[str], on: date | None) -> tuple[Assertion, ...]:
    """The assertions, those of the ids in `news` that nothing dates with the week up to the report's day."""
    if on is None:
        return tuple(assertions)
    first = on - _WEEK
    week = UncertainDay(f"{first.isoformat()}/{on.isoformat()}", first, on, None, "inferred")
    return tuple(
        replace(one, event=replace(one.event, day=week)) if one.id in news and one.event.day is None else one
        for one in assertions
    )
