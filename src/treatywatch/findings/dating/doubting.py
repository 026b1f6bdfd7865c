"""Whether a day that a report prints can be right, by what its own text tells.

A page's footer, or a copy put up again years later, prints another day than the text's own. What the text tells as past with a full
day cannot lie after it; and where all that it tells as past, as news and as to come agrees on a time far from the printed day, and
little on that day, the day is doubted. A retrospective is of its printed day: it tells what it looks back on by its year or its age.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from treatywatch.dates import UncertainDay
from treatywatch.findings.dating.clues import FIRST, Clue
from treatywatch.findings.dating.inferring import Gathered, reasons_of
from treatywatch.findings.dating.weighing import Stretch, candidates, held, support
from treatywatch.model.annotation import Annotation
from treatywatch.model.dating import Bound, DayReason, Doubt
from treatywatch.model.event import Event
from treatywatch.model.passage import Ground, Passage, Span
from treatywatch.model.report import Report
from treatywatch.model.vocabulary import EventKind, Modality

SLACK = timedelta(days=2)
"""Days by which time zones and editions shift a printed day."""
LONG_PAST = timedelta(days=60)
"""Days after which what is told as to come has long come: beyond, the report is older than the day it prints."""
AROUND = timedelta(days=150)
"""Days around a printed day within which nothing is doubted: inferred days are up to so much off."""
OUTWEIGHED, BY_ACTS, TOGETHER, LATER = 2.0, 0.5, 3.0, 4.0
"""Support by which another time must outweigh the printed one: in all, by what is told alone without who held which office (a look back
names the holders of its time), both together, and in all where that time is later, since of what came after a report more is known
than it can have meant.

Of 101 reports of our own, 32 wires and those of July 2018 none is doubted so; put five years later three in five of the 101 are, one
year later half, one year earlier a third.
"""
MOST_REASONS = 3
_AHEAD = frozenset({Modality.PLANNED, Modality.THREATENED})


def doubt(report: Report, annotation: Annotation) -> Doubt | None:
    """Why the printed, given or metadata day of a report contradicts a day that its text tells; None where nothing does."""
    published = report.published
    if published is None or published.how == "inferred" or published.earliest is None or published.latest is None:
        return None
    for assertion in annotation.events:
        told = _contradiction(assertion.event, published.earliest, published.latest)
        if told is not None and not _is_term(report.text[assertion.start : assertion.end], told[2]):
            bound, words, day = told
            says = f"published {published.edtf} ({published.how}), but the text tells {words}"
            ground = Ground(evidence=Passage.cut(report.id, report.text, Span(assertion.start, assertion.end)))
            low, high = (None, day) if bound is Bound.NOT_AFTER else (day, None)
            return Doubt(says, low, high, (DayReason(bound, low, high, f"tells {words}", (ground,)),))
    return None


def _is_term(words: str, day: date) -> bool:
    """Whether the words set a term rather than tell a day ("warheads deployed by 2012", "in force until 2026")."""
    return (
        re.search(rf"\b(?:by|until|till|through|before|beyond|end of|to|for)\s(?:\w+\s){{0,3}}{day.year}\b", words)
        is not None
    )


def _contradiction(event: Event, earliest: date, latest: date) -> tuple[Bound, str, date] | None:
    """What an event told with its full day says against a report of `[earliest, latest]`: the bound, in words, and its day."""
    day = event.day
    if day is None or day.how != "told" or day.earliest is None or day.latest is None:
        return None
    if event.kind is EventKind.EXTEND:
        return None  # what an extension is told with may be the day to which it runs
    if event.modality is Modality.HAPPENED and day.earliest > latest + SLACK:
        return Bound.NOT_BEFORE, f"as past what it dates {day.edtf} ({event.kind.value})", day.earliest
    if event.modality in _AHEAD and day.latest < earliest - LONG_PAST:
        return Bound.NOT_AFTER, f"as to come what it dates {day.edtf} ({event.kind.value})", day.latest
    return None


def doubt_by_clues(report: str, text: str, published: UncertainDay, told: Gathered, today: date) -> Doubt | None:
    """Why the clues of a report outweigh its printed day; None where they do not, or where it is not bounded itself."""
    if published.how == "inferred" or published.earliest is None or published.latest is None or not told.told:
        return None
    low, high, last = published.earliest - AROUND, published.latest + AROUND, max(today, published.latest)
    best, margin = _outweighing(told.clues, low, high, last)
    needed = LATER if best.first > high else OUTWEIGHED
    by_acts = _outweighing(told.told, low, high, last)[1]
    if margin < needed or by_acts < BY_ACTS or margin + by_acts < TOGETHER:
        return None
    day = best.last if best.last < low else best.first
    against = [clue for clue in told.clues if _speaks_against(clue, day, published.best or published.earliest)]
    reasons = tuple(one for one in reasons_of(report, text, against, day) if one.agrees)[:MOST_REASONS]
    because = "; ".join(one.says.rstrip(".") for one in reasons)
    says = f"published {published.edtf} ({published.how}), but the text speaks for a day {_in_words(best, today)}: {because}"
    return Doubt(says, best.first, best.last, reasons)


def _outweighing(clues: Sequence[Clue], low: date, high: date, today: date) -> tuple[Stretch, float]:
    """The time that the clues speak for most, and by how much more than for any day of `[low, high]`."""
    stretches = support(clues, today)
    best = candidates(stretches, 0.0)[0]
    within = max((one.support for one in stretches if one.first <= high and one.last >= low), default=0.0)
    return best, best.support - within


def _in_words(best: Stretch, today: date) -> str:
    if best.last >= today:
        return f"after {best.first}"
    return f"before {best.last}" if best.first <= FIRST else _between(best)


def _between(best: Stretch) -> str:
    return f"from {best.first} to {best.last}" if best.first != best.last else f"like {best.first}"


def _speaks_against(clue: Clue, day: date, printed: date) -> bool:
    """Whether a clue gives a day more weight than the printed one."""
    here, there = held(clue, day), held(clue, printed)
    return here is not None and (there is None or here.weight > there.weight)
