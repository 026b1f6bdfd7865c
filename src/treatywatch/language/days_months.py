"""Months without a day, and the year that a month or a day of one is told in."""

from __future__ import annotations

import re
from datetime import date

from treatywatch.language import days_value as values
from treatywatch.language.days_frame import Found, Frame, Match
from treatywatch.language.days_patterns import DASH, MONTH, YEAR, S
from treatywatch.language.days_words import MONTHS
from treatywatch.language.entries import year_above

YEAR_WORD = rf"(?:(?:of|in){S})?(?P<yearword>(?i:this|last|next|(?:that|the){S}same|that))"
"""What stands before "year" behind a month: "July of that year", "January 23 last year"."""

_STEPS = {"last": -1, "this": 0, "next": 1}
_NEAR = 45
"""Days from the report within which a day of a month is likelier news than the past that was told before it (own cases)."""
_REACH = 200
"""Characters between a month told with its year and the sentence that tells a day of it: the next sentence, and no farther."""


def month_number(word: str) -> int:
    """The number of a month's name or abbreviation."""
    return MONTHS[word.lower().rstrip(".")]


def year_told(frame: Frame, position: int, word: str) -> int | None:
    """The year of "this", "last" or "next year"; of "that year", "the same year" the one told last before `position`."""
    step = _STEPS.get(word.lower())
    if step is not None:
        return frame.base.year + step if frame.base else None
    found = frame.antecedent(position)
    return found.bounds[0].year if found and found.bounds[0] else None


def year_of_same_month(frame: Frame, position: int, month: int, day: int) -> date | None:
    """The day in the month that was told last, with its year ("In May 2023 … signed it on 29 May"); None where it is likelier news."""
    found = frame.antecedent(position, 7, 10)
    if found is None or found.bounds[0] is None or found.bounds[0].month != month:
        return None
    told = frame.text[found.start : found.end]
    if str(found.bounds[0].year) not in told or frame.sentence(position)[0] > found.end + _REACH:
        return None
    fitting = values.safe_date(found.bounds[0].year, month, day)
    likelier = frame.year_of(month, day, None)
    is_news = frame.base and likelier and abs((likelier - frame.base).days) < _NEAR
    return None if is_news else fitting


def read_month_year(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "July 2019", "June last year", "March of this year", "in July of that year"."""
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else year_told(frame, match.start(), match["yearword"])
    value = values.of_month(year, month) if year else f"XXXX-{month:02d}"
    return (Found.of(match.start(), match.end(), value),)


_MONTH_LEADS = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "of",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "from",
        "to",
        "through",
        "before",
        "after",
        "during",
        "for",
        "between",
        "every",
        "each",
        "ended",
        "and",
        "or",
        "mid-",
    ]
)
_PERSONAL = frozenset({"may", "march", "april", "june", "august", "jan", "july"})


_TITLED = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|Gen|Col|Capt|Lt|Maj|Sen|Rep|Prof|Captain|General|Colonel|Major|Senator|Minister|Judge)\.?[ \t]$"
)
_TO_MONTH = re.compile(
    rf"(?:{DASH}|{S}(?:to|and|through|until){S})(?P<month>{MONTH})(?![a-z])(?:{S}(?P<year>{YEAR})\b)?"
)


def _is_month(match: Match, frame: Frame) -> bool:
    """Whether a bare month's name is the month: "May said" and "a March on Washington" are not."""
    word = match["month"]
    if _TITLED.search(frame.text[max(0, match.start() - 12) : match.start()]):
        return False
    if word.lower() not in _PERSONAL:
        return True
    lead = re.search(r"([A-Za-z-]+)[ \t\n]+$", frame.text[max(0, match.start() - 20) : match.start()])
    led = bool(lead and lead[1].lower() in _MONTH_LEADS) or bool(match["which"])
    if word.lower() == "may" or word.isupper():
        return led
    follows = frame.text[match.end() : match.end() + 20]
    if (
        word.lower() == "march"
        and not _TO_MONTH.match(frame.text, match.end())
        and re.match(r"[ \t]+(?:on|against|for|to|towards?)[ \t]+[A-Z]", follows)
    ):
        return bool(lead and lead[1].lower() in ("in", "since", "until", "by", "last", "next"))
    return led or not re.match(r"[ \t]+[A-Z][a-z]+", follows)


def read_month(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "in March", "last April", "next September": the year that the tense asks for."""
    if not _is_month(match, frame):
        return ()
    month, which = month_number(match["month"]), (match["which"] or "").lower()
    base = frame.base
    last = _TO_MONTH.match(frame.text, match.end())
    if last and last["year"] and not which:
        year = int(last["year"]) - (month > month_number(last["month"]))
        return (Found.of(match.start(), match.end(), values.of_month(year, month)),)
    if base is None:
        return (Found.of(match.start(), match.end(), f"XXXX-{month:02d}"),)
    if which.startswith(("last", "past", "this past")):
        year = base.year - (month >= base.month)
    elif which.startswith(("next", "coming", "this coming")):
        year = base.year + (month <= base.month)
    elif which == "this":
        year = base.year
    else:
        year = year_above(frame.text, match.start()) or _nearest_month(frame, match, base, month)
    return (Found.of(match.start(), match.end(), values.of_month(year, month)),)


def _nearest_month(frame: Frame, match: Match, base: date, month: int) -> int:
    if month == base.month:
        return base.year
    tense = frame.tense(match.start(), match.end())
    picked = frame.pick([values.safe_date(base.year + step, month, 15) for step in (-1, 0, 1)], tense)
    return picked.year if picked else base.year
