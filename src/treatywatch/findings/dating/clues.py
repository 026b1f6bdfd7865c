"""Clues: what one passage says of the report's day, as stretches of days with a weight for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from treatywatch.findings.dating.almanac import Happening
from treatywatch.findings.dating.matching import Match
from treatywatch.findings.dating.tellings import Mood, Telling
from treatywatch.model.dating import Bound
from treatywatch.model.passage import Ground, Span

FIRST, LAST = date(1945, 1, 1), date(2100, 1, 1)

PEG = ((3, 1.6), (10, 1.45), (31, 1.3))
"""How long after a happening a report still tells it as its news without naming the day: (days, weight), nested.

Calibrated on the tune half: wires within a day, newspapers within three, columns within a week or so."""
LONG_BEFORE = 5 * 366
"""Days before a coming act from which it is hardly told as coming."""


@dataclass(frozen=True, slots=True)
class Option:
    """Days `[earliest, latest]` that fit a clue with a weight, and what they rest on."""

    earliest: date
    latest: date
    weight: float
    bound: Bound
    says: str
    grounds: tuple[Ground, ...] = ()
    anchor: date | None = None
    """The day of what is told, where the report can be of that very day."""
    about: tuple[str | None, date] | None = None
    """The treaty and day of the happening that it rests on: told twice, it counts once."""


@dataclass(frozen=True, slots=True)
class Clue:
    """What one passage says: for each day the weight of its best option counts; the options exclude each other."""

    span: Span | None
    options: tuple[Option, ...]


def of_telling(telling: Telling, found: Sequence[Match]) -> Clue | None:
    """The clue of a clause: one option or more for each happening that it may tell."""
    options = [option for match in found for option in _options(telling, match)]
    return Clue(telling.span, tuple(options)) if options else None


def _options(telling: Telling, match: Match) -> Iterator[Option]:
    happening = match.happening
    if telling.mood is Mood.AHEAD:
        yield from _ahead(telling, match)
        return
    about = (happening.treaty, happening.earliest)
    yield Option(
        happening.earliest,
        LAST,
        match.weight**2 * (1.3 if match.days is None else 0.6),
        Bound.NOT_BEFORE,
        _told(happening, "past"),
        happening.grounds,
        about=about,
    )
    anchor = happening.earliest if happening.exact else None
    if match.days is not None:
        strong = 1.3 + (1.1 if telling.told is not None and telling.told.recent else 0.5)
        for low, high in match.days:
            yield Option(
                max(low, happening.earliest),
                high,
                match.weight * strong,
                Bound.NEAR,
                _by_expression(telling, happening),
                happening.grounds,
                anchor,
                about,
            )
    elif telling.lead and telling.told is None:
        for days, weight in PEG:
            yield Option(
                happening.earliest,
                happening.latest + timedelta(days=days),
                match.weight * (1.3 + weight),
                Bound.NEAR,
                _told(happening, "news"),
                happening.grounds,
                anchor,
                about,
            )


def _ahead(telling: Telling, match: Match) -> Iterator[Option]:
    happening = match.happening
    about = (happening.treaty, happening.earliest)
    low = happening.earliest - timedelta(days=LONG_BEFORE)
    yield Option(
        low,
        happening.latest,
        match.weight * 1.2,
        Bound.NOT_AFTER,
        _told(happening, "coming"),
        happening.grounds,
        about=about,
    )
    for first, last in match.days or ():
        yield Option(
            first,
            min(last, happening.latest),
            match.weight * (2.4 if telling.told is not None and telling.told.recent else 2.0),
            Bound.NEAR if (last - first).days < 60 else Bound.NOT_AFTER,
            _told(happening, "coming"),
            happening.grounds,
            about=about,
        )


def _told(happening: Happening, how: str) -> str:
    day = happening.earliest.isoformat() if happening.exact else f"{happening.earliest}/{happening.latest}"
    words = {
        "past": f"tells as past what is known of {day}",
        "news": f"tells as its news what is known of {day}",
        "coming": f"tells as to come what is known of {day}",
    }
    return f"{words[how]}: {happening.says}"


def _by_expression(telling: Telling, happening: Happening) -> str:
    words = telling.told.text if telling.told else ""
    return f"tells “{' '.join(words.split())}” of what is known of {happening.earliest.isoformat()}: {happening.says}"
