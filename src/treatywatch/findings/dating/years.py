"""What years, ages and terms say of the report's day: "signed in 1987", "the 32-year-old treaty", "takes effect in six months"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta

from treatywatch.findings.dating.almanac import Happening
from treatywatch.findings.dating.clues import FIRST, LAST, LONG_BEFORE, Clue, Option
from treatywatch.findings.dating.expressions import Told
from treatywatch.findings.dating.matching import Match
from treatywatch.findings.dating.tellings import LEAD_SENTENCES, Mood, Telling
from treatywatch.language.days_tense import FUTURE, tense_around
from treatywatch.language.days_value import shift_months
from treatywatch.language.days_words import number_of
from treatywatch.language.prose import Prose
from treatywatch.model.dating import Bound
from treatywatch.model.passage import Span

_UNTIL = re.compile(
    r"\b(?:until|till|by|before|through|end of|expires?(?: in)?|beyond|from|after)\s(?:the\s)?(?:\w+\s)?$", re.I
)
_OLD = re.compile(r"\b(\d{1,2}|[a-z]+(?:-[a-z]+)?)-year-old\s(?:\w+[\s-]){0,3}?(?:%s)", re.I)
_COMING = re.compile(
    r"\b(?:in|by|until|till|through|before|on|end|early|mid|late|of)[\s-](?:the\s)?(?:end of\s)?\w{0,4}$", re.I
)
_IN = re.compile(r"\b(?:in|after|within)\s(?:the\s)?$", re.IGNORECASE)
HALF_CENTURY = 50
_TERM_END = re.compile(r"\b(?:by|until|till|through|before)[\s-](?:the\s)?(?:end of\s)?\w{0,4}$", re.IGNORECASE)
"""Before a day that is to come without a future tense beside it ("plans to finish by 2023", not "the treaty of 1972")."""
_AFTER = re.compile(r"\s?(?:to the day )?after\b", re.IGNORECASE)
REACH = 60
"""Signs behind a term within which what it is counted from is told ("a week after the Duma had approved")."""
MONTHS, DAYS = {"M": 1, "Y": 12}, {"D": 1, "W": 7}
BY_WEEKDAY = ((10, 2.0), (45, 1.2))
"""How near a report is to a day of a month that it tells with its weekday: (days, weight), nested; one year in six fits by chance."""
TERM = 2.4
"""Weight of a term told before an act to come, as of a weekday."""
AFTER = 1.4
"""Weight of a term told after what is known: the act behind it may be another of its kind."""
LEAST_SLACK = 4
"""Days by which a report can lie after the day that a term is counted from; longer terms are rounded to more."""
_BEGINNINGS = frozenset({"+signing", "+beginning", "+adopting"})


def clues_of_years(prose: Prose, expressions: Sequence[Told], tellings: Sequence[Telling]) -> Iterator[Clue]:
    """A clue for each day, month or year that is told whole: past, the report is not before it; to come, not after it."""
    for told in expressions:
        if told.unit != "date" or told.bounds[0] is None or told.bounds[1] is None:
            continue
        index = prose.sentence_at(told.start)
        if index is None:
            continue
        sentence = prose.sentences[index]
        tense = tense_around(prose.text, told.start, told.end, sentence.start, sentence.end)
        until = _UNTIL.search(prose.text[max(sentence.start, told.start - 30) : told.start])
        words = " ".join(told.text.split())
        span = Span(sentence.start, sentence.end)
        moods = {one.mood for one in tellings if one.told is told}
        if Mood.AHEAD in moods and Mood.PAST in moods:
            continue  # told neither as past nor as to come for sure
        before = prose.text[max(sentence.start, told.start - 16) : told.start + 4]
        if _COMING.search(before) if tense == FUTURE else moods == {Mood.AHEAD} and _TERM_END.search(before):
            low = told.bounds[0] - timedelta(days=3 * LONG_BEFORE)
            yield Clue(span, (Option(low, told.bounds[1], 1.0, Bound.NOT_AFTER, f"tells “{words}” as to come"),))
        elif until is None and tense != FUTURE and Mood.AHEAD not in moods:
            yield Clue(span, (Option(told.bounds[0], LAST, 1.2, Bound.NOT_BEFORE, f"tells “{words}” as past"),))


def clues_of_weekdays(prose: Prose, expressions: Sequence[Told], today: date) -> Iterator[Clue]:
    """A clue for each day of a month that is told with its weekday and no year ("Sunday, 22 November"): it fits one year in six or so."""
    for told in expressions:
        index = prose.sentence_at(told.start)
        if told.unit != "month-day" or not told.weekday or index is None:
            continue
        sentence = prose.sentences[index]
        ahead = tense_around(prose.text, told.start, told.end, sentence.start, sentence.end) == FUTURE
        words = " ".join(told.text.split())
        options = tuple(one for day in _days_of(told, today) for one in _around(day, ahead, words))
        if options:
            yield Clue(Span(told.start, told.end), options)


def _days_of(told: Told, today: date) -> Iterator[date]:
    """The days since the first treaties that were this weekday of this month."""
    for year in range(FIRST.year, today.year + 2):
        with suppress(ValueError):
            day = date(year, told.month, told.number)
            if day.isoweekday() == told.weekday:
                yield day


def _around(day: date, ahead: bool, words: str) -> Iterator[Option]:
    says = f"tells “{words}”, which {day.isoformat()} was"
    for near, weight in BY_WEEKDAY:
        low, high = (day - timedelta(days=near), day) if ahead else (day, day + timedelta(days=near))
        yield Option(low, high, weight, Bound.NEAR, says, anchor=day)


def clues_of_terms(
    prose: Prose, expressions: Sequence[Told], told: Iterable[tuple[Telling, Sequence[Match]]]
) -> Iterator[Clue]:
    """As in "takes effect in six months": the report is so long before what is told as to come."""
    for telling, found in told:
        if telling.mood is not Mood.AHEAD or telling.told is not None:
            continue
        term = next((one for one in _terms(prose, expressions) if _within(one, prose, telling.sentence)), None)
        options = [option for match in found if term for option in _before(match, term)]
        if options:
            yield Clue(telling.span, tuple(options))


def intervals(
    prose: Prose, expressions: Sequence[Told], told: Sequence[tuple[Telling, Sequence[Match]]]
) -> Iterator[tuple[Match, Clue]]:
    """As in "a week after it approved START II": what is surely told so, and that the news, and so the report, is so long after it."""
    terms = [one for one in expressions if one.unit == "term" and _AFTER.match(prose.text, one.end)]
    ahead = {telling.sentence for telling, _ in told if telling.mood is Mood.AHEAD}
    for telling, found in told:
        term = next((one for one in terms if telling.sentence < LEAD_SENTENCES and _opens(one, telling, prose)), None)
        if term is None or telling.mood is not Mood.PAST or not found or telling.sentence in ahead:
            continue  # "takes effect on Thursday, six months after the notice" is told before it does
        yield from ((found[0], Clue(telling.span, (option,))) for option in _since(found[0], term))


def _opens(term: Told, telling: Telling, prose: Prose) -> bool:
    """Whether a telling is the first thing that is told behind a term and its "after"."""
    return _within(term, prose, telling.sentence) and term.end < telling.start <= term.end + REACH


def _since(match: Match, term: Told) -> Iterator[Option]:
    number, unit = term.length
    day, happening = match.happening.earliest, match.happening
    end = shift_months(day, number * MONTHS[unit]) if unit in MONTHS else day + timedelta(days=number * DAYS[unit])
    if end is None or not happening.exact or end == day:
        return
    slack = timedelta(days=max(LEAST_SLACK, (end - day).days // 15))
    says = f"tells “{' '.join(term.text.split())}” after what is known of {day.isoformat()}: {happening.says}"
    yield Option(end - slack, end + slack, AFTER * match.weight, Bound.NEAR, says, happening.grounds)


def _terms(prose: Prose, expressions: Sequence[Told]) -> list[Told]:
    return [one for one in expressions if one.unit == "term" and _IN.search(prose.text[: one.start][-12:])]


def _within(told: Told, prose: Prose, sentence: int) -> bool:
    return prose.sentence_at(told.start) == sentence


def _before(match: Match, term: Told) -> Iterator[Option]:
    number, unit = term.length
    day, happening = match.happening.earliest, match.happening
    start = shift_months(day, -number * MONTHS[unit]) if unit in MONTHS else day - timedelta(days=number * DAYS[unit])
    if start is None or not happening.exact or start == day:
        return
    slack = timedelta(days=max(LEAST_SLACK, (day - start).days // 30))
    says = f"tells “{' '.join(term.text.split())}” before what is known of {day.isoformat()}: {happening.says}"
    yield Option(start - slack, start + slack, TERM * match.weight, Bound.NEAR, says, happening.grounds)


def clues_of_ages(
    prose: Prose, happenings: Sequence[Happening], main: frozenset[str], instruments: str
) -> Iterator[Clue]:
    """As in "the 32-year-old treaty": so many years from its signing or its entry into force."""
    starts = [
        one
        for one in happenings
        if one.treaty in main
        and one.main & _BEGINNINGS
        and one.exact
        and one.id.startswith("act:")
        and len(one.actors) != 1
    ]
    pattern = re.compile(_OLD.pattern % instruments, re.I)
    for match in pattern.finditer(prose.text):
        years = number_of(match[1]) or (HALF_CENTURY if match[1].lower() == "half-century" else 0)
        options = [_aged(one, years) for one in starts if years]
        if options:
            yield Clue(Span(match.start(), match.end()), tuple(options))


def _aged(one: Happening, years: int) -> Option:
    """In print a treaty is as old as the years between, or as its last birthday."""
    low = date(one.earliest.year + years, 1, 1)
    high = (shift_months(one.earliest, 12 * (years + 1)) or LAST) + timedelta(days=20)
    return Option(low, high, 1.0, Bound.NEAR, f"calls it {years} years old; {one.earliest}: {one.says}", one.grounds)
