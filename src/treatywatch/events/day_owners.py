"""Which word a day hangs on, where the parser hangs it elsewhere; hours that no day stands in."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from treatywatch.events.trees import Token, ancestors, children, is_verb, lemma
from treatywatch.model.annotation import DayMention

_HOURS = re.compile(
    r"[\d:.\s–-]+(?:to\s[\d:.]+)?\s*(?:[ap]\.?m\.?|hours|hrs|o'clock|GMT|UTC|EST|EDT)?|noon|midnight", re.IGNORECASE
)


def before_sayer(span: Any) -> Token | None:
    """As in "will take effect after the notice, in January 2026, the ministry said": the day before the saying is that of what is said."""
    prep = span.root.head if span.root.head.dep_ == "prep" else span.root
    sayer = prep.head
    clause = next((child for child in sayer.children if child.dep_ == "ccomp" and child.i < prep.i < sayer.i), None)
    who = next((child for child in sayer.children if child.dep_ == "nsubj"), None)
    return clause if clause is not None and who is not None and prep.i < who.i else None


def beside_subject(span: Any, on: date | None) -> Token | None:
    """As in "Russia in 2022 paused its meetings": the verb, where the parser hangs the day on the name before it.

    In a report of no known day (`on`) nothing is counted from a weekday that stands so.
    """
    if on is None:
        return None
    prep = span.root.head
    who = prep.head
    if (
        prep.lower_ not in ("in", "on")
        or who.dep_ not in ("nsubj", "nsubjpass")
        or who.pos_ != "PROPN"
        or not is_verb(who.head)
    ):
        return None
    return who.head if who.i < prep.i and span.end <= who.head.i and prep.i == who.i + 1 else None


def opened(doc: Any, span: Any) -> Token | None:
    """The verb of a sentence that "On Friday" opens, also where the parse breaks ("On Friday Brazil's minister, …, handed over")."""
    if span.start != 1 or doc[0].lower_ not in ("on", "in"):
        return None
    main = next((token for token in doc if token.dep_ == "ROOT"), doc[0])
    if main.i == 0:
        return next((token for token in doc if token.tag_ == "VBD"), None)
    return main if is_verb(main) and span.root.head.i == 0 else None


def of_the_clock(day: DayMention) -> bool:
    """As in "at approximately 1930 hours", beside a day that is told ("on June 6")."""
    told = re.sub(r"^(?:approximately|about|around|at|nearly)\s", "", day.text)
    return day.type == "TIME" and _HOURS.fullmatch(told) is not None


def only_dates(verb: Token) -> bool:
    """As in "imposed sanctions beginning in 2014": a participle that only leads the day."""
    return (
        verb.tag_ in ("VBG", "VBN")
        and lemma(verb) in ("begin", "start", "date")
        and verb.dep_ in ("prep", "advcl", "acl")
    )


def told_aside(owner: Token, top: Token) -> bool:
    """As in "certified that it had done what it promised last July": the day of a clause with a subject of its own."""
    for step in (owner, *ancestors(owner)):
        if step.i == top.i:
            return False
        if is_verb(step) and any(who.lower_ not in ("that", "which", "who") for who in children(step, "nsubj")):
            return True
    return False
