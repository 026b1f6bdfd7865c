"""How many states have signed or ratified bounds a report: “107 countries have signed the convention and 38 have ratified it”.

The tables of participants tell on which day each state did; a number in print is as old as the source it was taken from, and some
count states that others do not, so that a few more or less are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from treatywatch.findings.dating.almanac import Almanac
from treatywatch.findings.dating.clues import LAST, Clue, Option
from treatywatch.language.days_words import number_of
from treatywatch.language.prose import Prose
from treatywatch.language.sentences import Sentence
from treatywatch.model.dating import Bound
from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import EventKind

WEIGHT = 1.6
"""As of somebody told in office; a number of states fits about one year in ten by chance."""
SLACK = 2
"""So many states more or less: a deposit counts at once for some, from its effect for others."""
LATE = timedelta(days=120)
"""A number is printed so long after another state has joined."""
LEAST = 10
"""Smaller numbers count other things as often as not."""
_STATES = r"(?:states?|countries|nations|governments|members|parties|signatories)"
_NUMBER = r"(?P<hedge>more than |over |some |nearly |about |around |at least )?(?P<number>\d{2,3}|[a-z]+-[a-z]+|[a-z]+(?:teen|ty))"
_COUNTED = re.compile(
    rf"\b{_NUMBER} (?:other )?(?:{_STATES} )?(?:(?:have|had|has) (?:now |already |so far |since )?)?"
    r"(?P<did>signed(?! up)|ratified|acceded|joined|ratifications|signatures|states parties|parties|members|are parties|are party)\b"
    rf"|\b(?P<by>signed|ratified|joined) by {_NUMBER.replace('hedge', 'hedged').replace('number', 'numbered')} {_STATES}",
    re.IGNORECASE,
)
_CONSENTS = (EventKind.RATIFY, EventKind.ACCEDE, EventKind.SUCCEED)


def clues_of_numbers(prose: Prose, main: frozenset[str], almanac: Almanac) -> Iterator[Clue]:
    """A clue for each number of states that is told of a treaty whose table of participants the shelf has whole."""
    for sentence in prose.sentences:
        span = Span(sentence.start, sentence.end)
        for match in _COUNTED.finditer(span.of(prose.text)):
            treaty = _meant(prose, sentence, main)
            number = number_of((match["number"] or match["numbered"]).lower())
            if treaty is None or not number or number < LEAST:
                continue
            words = (match["did"] or match["by"]).lower()
            signing = words.startswith("sign")
            option = _option(
                almanac, treaty, number, signing, (match["hedge"] or match["hedged"] or "").strip(), match[0]
            )
            if option is not None:
                yield Clue(span, (option,))


def _meant(prose: Prose, sentence: Sentence, main: frozenset[str]) -> str | None:
    """The one treaty that the sentence names, else the report's only one."""
    named = {m.id for m in prose.mentions if m.kind == "treaty" and sentence.start <= m.start < sentence.end}
    if len(named) == 1:
        return next(iter(named))
    return next(iter(main)) if not named and len(main) == 1 else None


def _option(almanac: Almanac, treaty: str, number: int, signing: bool, hedge: str, words: str) -> Option | None:
    """The days on which so many had signed, or consented; None where the table is not whole or never had so many."""
    days = almanac.joined(treaty, (EventKind.SIGN,) if signing else _CONSENTS)
    if len(days) < LEAST or number > len(days) + SLACK:
        return None
    first = days[max(0, min(number, len(days)) - 1 - SLACK)]
    most = number + SLACK if hedge in ("", "some", "about", "around", "nearly") else int(number * 1.1) + SLACK
    last = days[most] + LATE if most < len(days) else LAST
    says = f"tells “{words}” of {treaty}: so many had from {first.isoformat()} on"
    return Option(first, last, WEIGHT, Bound.NEAR if last != LAST else Bound.NOT_BEFORE, says)
