"""The day of a report that carries none, from its own text and from what the shelf and the record know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from treatywatch.events.lexicon import ActionLexicon
from treatywatch.findings.dating.almanac import Almanac, Happening, rarities
from treatywatch.findings.dating.clues import FIRST, Clue, Option, of_telling
from treatywatch.findings.dating.counting import clues_of_numbers
from treatywatch.findings.dating.expressions import Told, read_expressions
from treatywatch.findings.dating.lasting import clues_of_lives
from treatywatch.findings.dating.matching import countable, matches, to_come
from treatywatch.findings.dating.people import clues_of_people, clues_of_states
from treatywatch.findings.dating.resembling import UNNAMED, clue_of_lead, likely_treaty
from treatywatch.findings.dating.tellings import Teller, Telling
from treatywatch.findings.dating.weighing import NEAR_PEAK, Stretch, candidates, held, is_open, support
from treatywatch.findings.dating.years import (
    clues_of_ages,
    clues_of_terms,
    clues_of_weekdays,
    clues_of_years,
    intervals,
)
from treatywatch.language.days_words import WEEKDAYS
from treatywatch.language.prose import Prose
from treatywatch.model.annotation import Annotation
from treatywatch.model.dating import Bound, DayReason, InferredDay
from treatywatch.model.passage import Ground, Passage

MOST_SENTENCES = 60
"""Sentences looked at: a report's news and background stand within them, a book's do not matter."""
_DATELINE = re.compile(
    rf"^[^\n]{{0,60}}?\b({'|'.join(w for w in WEEKDAYS if len(w) > 5)})\b\s*(?:\([^)]*\)\s*)?(?:--|[-–—:])\s",
    re.I | re.M,
)
LAG = 3
"""Days after its news on which a report may still be printed, however narrow the rest makes the stretch (tune half)."""
LESS_SLACK = 0.75
"""Support below the best within which days stay candidates where more would leave the day open (tuned sets)."""
RECENT = 5 * 366
"""Days back from today from which a report that nothing else bounds is told to lie between its first day and today."""
_FOLLOWING = 3
"""Days after the day of the news on which another weekday told as past is rather a later day than an earlier one."""


def infer_day(
    report: str,
    prose: Prose,
    annotation: Annotation,
    almanac: Almanac,
    actions: ActionLexicon,
    further: Sequence[Clue] = (),
    happenings: Sequence[Happening] = (),
) -> InferredDay | None:
    """The day of a report, or None where nothing bounds it on both sides.

    `prose` is its reading without a day, or as of a day inferred before; `further` are clues from elsewhere (kin), `happenings`
    what dated reports of the record tell.
    """
    told = gather_clues(prose, annotation, almanac, actions, happenings)
    return conclude(report, prose, [*further, *told.clues], told.tellings, almanac.today)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What one report tells of its day: the clues from what it tells, those from who is told in office, and the clauses looked at."""

    told: tuple[Clue, ...]
    people: tuple[Clue, ...]
    tellings: tuple[Telling, ...]

    @property
    def clues(self) -> tuple[Clue, ...]:
        """All clues."""
        return (*self.told, *self.people)


def gather_clues(
    prose: Prose,
    annotation: Annotation,
    almanac: Almanac,
    actions: ActionLexicon,
    happenings: Sequence[Happening] = (),
) -> Gathered:
    """Everything in a report that says something of its day."""
    sentences = range(min(len(prose.sentences), MOST_SENTENCES))
    prose.prepare(sentences)
    expressions = read_expressions(prose.text, prose.sentences, prose.days if prose.published is None else None)
    named = Counter(mention.id for mention in prose.mentions if mention.kind == "treaty")
    spoken = almanac.concepts.spoken_of(prose.text)
    main = frozenset(id for id, _ in named.most_common(2)) | spoken
    doubtful = {each for mention in prose.mentions if mention.kind == "treaty" for each in mention.candidates}
    main |= doubtful - set(named)  # of a name of several readings ("START") the day tells which is meant
    known = (*almanac.of_treaties(main | set(named)), *happenings)
    if not known:
        every = almanac.of_treaties(almanac.shelf.treaty_ids())
        main = frozenset(filter(None, (likely_treaty(prose, every, almanac.concepts),)))
        known = almanac.of_treaties(main)
    tellings = list(Teller(prose, annotation.events, expressions, almanac.concepts, actions).tellings(sentences))
    clues = _clues(prose, tellings, known, main, expressions, almanac)
    return Gathered(tuple(clues), tuple(_of_people(prose, annotation)), tuple(tellings))


def _of_people(prose: Prose, annotation: Annotation) -> Iterator[Clue]:
    speakers = frozenset(
        one.speaker.actor for one in annotation.statements if one.speaker is not None and one.speaker.actor
    )
    yield from clues_of_people(prose, speakers)
    yield from clues_of_states(prose)


def _likeness(prose: Prose, known: Sequence[Happening], expressions: Sequence[Told], almanac: Almanac) -> Clue | None:
    """What the lead is like; where no treaty is named or spoken of, among the happenings of all."""
    if known:
        return clue_of_lead(prose, known, expressions, almanac.concepts)
    every = almanac.of_treaties(almanac.shelf.treaty_ids())
    return clue_of_lead(prose, every, expressions, almanac.concepts, UNNAMED)


def _clues(
    prose: Prose,
    tellings: Sequence[Telling],
    known: Sequence[Happening],
    main: frozenset[str],
    expressions: Sequence[Told],
    almanac: Almanac,
) -> list[Clue]:
    rarity = rarities(known)
    told = [(telling, found) for telling in tellings if (found := matches(telling, known, rarity, main))]
    by_act = {telling.sentence for telling, _ in told if telling.concepts}
    counted = [(telling, countable(telling, found, told)) for telling, found in told]
    after = list(intervals(prose, expressions, counted))
    apart = {(match.happening.treaty, match.happening.earliest) for match, _ in after}
    clues = [
        ((best[0].happening.treaty, best[0].happening.earliest), clue)
        for telling, best in told
        if (telling.concepts or telling.sentence not in by_act)
        and (clue := of_telling(telling, best)) is not None
        and not (telling.told is not None and (best[0].happening.treaty, best[0].happening.earliest) in apart)
    ]
    before = apart | {
        (best[0].happening.treaty, best[0].happening.earliest) for telling, best in told if telling.is_old
    }
    before |= to_come(told)
    like = _likeness(prose, [one for one in known if (one.treaty, one.earliest) not in before], expressions, almanac)
    return [
        *_strongest(clues),
        *clues_of_terms(prose, expressions, told),
        *(clue for _, clue in after),
        *clues_of_years(prose, expressions, tellings),
        *clues_of_weekdays(prose, expressions, almanac.today),
        *clues_of_lives(prose, main, almanac),
        *clues_of_numbers(prose, main, almanac),
        *clues_of_ages(prose, known, main, almanac.concepts.instruments),
        *([like] if like else []),
    ]


def _strongest(clues: Iterable[tuple[object, Clue]]) -> list[Clue]:
    """One clue for each happening: what two clauses tell of the same act counts once, as the clause that tells it best."""
    best: dict[object, Clue] = {}
    for key, clue in clues:
        if key not in best or _top(clue) > _top(best[key]):
            best[key] = clue
    return list(best.values())


def _top(clue: Clue) -> float:
    return max(option.weight for option in clue.options)


def conclude(
    report: str, prose: Prose, clues: Sequence[Clue], tellings: Sequence[Telling], today: date
) -> InferredDay | None:
    """Weigh the clues; None where they leave one side open, or where there are none."""
    if not clues:
        return None
    stretches = _bounded(support(clues, today), today)
    if not stretches:
        return None
    weekday = _dateline(prose.text)
    stretches = [_on_weekday(one, weekday) for one in stretches] if weekday else stretches
    best = _best(stretches[0], clues, tellings, weekday)
    stretches = [_padded(one, best if one is stretches[0] else None, today) for one in stretches]
    first, last = min(one.first for one in stretches), max(one.last for one in stretches)
    edtf = f"{first.isoformat()}/{last.isoformat()}" if first != last else first.isoformat()
    reasons = reasons_of(report, prose.text, clues, best or stretches[0].first)
    return InferredDay(
        edtf,
        first,
        last,
        best,
        candidates=tuple((one.first, one.last) for one in stretches),
        reasons=reasons,
    )


def _bounded(supported: Sequence[Stretch], today: date) -> list[Stretch]:
    """The candidates, none of them open on a side; with less slack where it is the slack that opens them."""
    for slack in (NEAR_PEAK, LESS_SLACK):
        found = candidates(supported, slack)
        if not any(is_open(one, today) for one in found):
            return found
    return [one for one in candidates(supported, LESS_SLACK) if _is_recent(one, today)]


def _is_recent(stretch: Stretch, today: date) -> bool:
    """Whether the stretch is open towards today alone, and begins not long ago: today itself bounds it."""
    return stretch.first > FIRST and (today - stretch.first).days <= RECENT


def _padded(stretch: Stretch, best: date | None, today: date) -> Stretch:
    """The stretch with the days by which print lags behind its news, and by which days shift between time zones."""
    if best is None:
        return Stretch(stretch.first - timedelta(days=1), min(today, stretch.last + timedelta(days=1)), stretch.support)
    return Stretch(stretch.first, min(today, max(stretch.last, best + timedelta(days=LAG))), stretch.support)


def _dateline(text: str) -> int | None:
    """The weekday that a dateline gives ("MOSCOW, Saturday -")."""
    match = _DATELINE.search(text[:400])
    return WEEKDAYS[match[1].lower()] if match else None


def _on_weekday(stretch: Stretch, weekday: int) -> Stretch:
    """The stretch from its first to its last day of that weekday."""
    first = stretch.first + timedelta(days=(weekday - stretch.first.isoweekday()) % 7)
    last = stretch.last - timedelta(days=(stretch.last.isoweekday() - weekday) % 7)
    return Stretch(first, last, stretch.support) if first <= last else stretch


def _best(stretch: Stretch, clues: Sequence[Clue], tellings: Sequence[Telling], weekday: int | None) -> date | None:
    """The day of the newest thing told as news, or of a weekday told as past soon after it; None where there is no news."""
    news = [
        option
        for clue in clues
        if (option := held(clue, stretch.first)) is not None
        and option.bound is Bound.NEAR
        and option.anchor is not None
        and (option.latest - option.earliest).days <= 45
    ]
    if not news:
        return stretch.first if stretch.first == stretch.last else None
    newest = max(option.anchor for option in news if option.anchor is not None)
    best = min(max(newest, stretch.first), stretch.last)
    if weekday:
        return best + timedelta(days=(weekday - best.isoweekday()) % 7)
    later = {
        (told.told.weekday - best.isoweekday()) % 7
        for told in tellings
        if told.told is not None
        and told.told.unit == "weekday"
        and told.told.ahead is not True
        and not told.told.offset
    }
    step = max((days for days in later if days <= _FOLLOWING), default=0)
    return min(best + timedelta(days=step), stretch.last)


def reasons_of(report: str, text: str, clues: Sequence[Clue], day: date) -> tuple[DayReason, ...]:
    """What each clue says of the day chosen; clues that speak against it are told as set aside."""
    told = []
    for clue in clues:
        option = held(clue, day)
        chosen = option or max(clue.options, key=lambda one: one.weight)
        told.append((option is not None, chosen, clue))
    told.sort(key=lambda item: (not item[0], -item[1].weight))
    return tuple(_reason(report, text, option, clue, agrees) for agrees, option, clue in told)


def _reason(report: str, text: str, option: Option, clue: Clue, agrees: bool) -> DayReason:
    evidence = (Ground(evidence=Passage.cut(report, text, clue.span)),) if clue.span is not None else ()
    low = None if option.bound is Bound.NOT_AFTER else option.earliest
    high = None if option.bound is Bound.NOT_BEFORE else option.latest
    return DayReason(option.bound, low, high, option.says, (*evidence, *option.grounds), agrees)
