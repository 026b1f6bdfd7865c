"""Which happening a clause tells: the same act by the same actors, told in like words, on a day that its expression allows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from treatywatch.findings.dating.almanac import Happening
from treatywatch.findings.dating.expressions import Span as Days
from treatywatch.findings.dating.expressions import publication
from treatywatch.findings.dating.tellings import Mood, Telling

ENOUGH = 1.55
"""Score from which a happening counts as told, and `CERTAIN` from which it surely is (calibrated on the tune half)."""
CERTAIN = 2.6
SINGLE = 0.95
"""Score for what befalls a treaty once and as a whole, whoever else stands in the sentence: nothing else can be meant."""
ANOTHER_HOUSE = -1.5
"""Score of a vote where the sentence tells of another state's parliament: the Senate's is not the Duma's."""
IN_PARLIAMENT = frozenset({"+voting", "+consenting", "+lawmaking"})
ALIKE = 0.34
"""Share of a history line's words without which a sentence that tells no like act does not tell it."""
_CONTINUES = {"su": "ru", "ru": "su"}


@dataclass(frozen=True, slots=True)
class Match:
    """A happening that a telling may mean, how surely (0 to 1), and the days on which a report can tell it so (None: open)."""

    happening: Happening
    weight: float
    days: tuple[Days, ...] | None


def matches(
    telling: Telling, happenings: Sequence[Happening], rarity: Mapping[str, float], main: frozenset[str]
) -> list[Match]:
    """The happenings that a telling may mean, best first; `main` are the treaties that the whole report is about."""
    if telling.mood is None:
        return []
    found = []
    for happening in happenings:
        score = _score(telling, happening, rarity, main)
        if score < ENOUGH:
            continue
        days = None
        if telling.told is not None:
            days = publication(telling.told, happening.earliest, happening.latest, telling.mood is Mood.AHEAD)
            if days == []:
                continue
            score += _by_day(telling)
        weight = min(1.0, 0.4 + 0.6 * (score - ENOUGH) / (CERTAIN - ENOUGH)) * happening.sure
        found.append(Match(happening, weight, tuple(days) if days is not None else None))
    return sorted(found, key=lambda match: -match.weight)


def _by_day(telling: Telling) -> float:
    """A day that fits is evidence itself: one weekday in seven fits by chance, one day of the year in 365."""
    unit = telling.told.unit if telling.told else ""
    return {"month-day": 1.2, "weekday": 0.5, "named-month": 0.5, "day": 0.3, "date": 0.7, "week": 0.2}.get(unit, 0.0)


def _score(telling: Telling, happening: Happening, rarity: Mapping[str, float], main: frozenset[str]) -> float:
    acts = bool(telling.concepts & happening.main)
    if happening.announced and telling.mood is Mood.AHEAD:
        return 0.0
    if not acts and (telling.mood is Mood.AHEAD or not telling.top or not happening.main & telling.features):
        return 0.0
    if happening.treaty is not None and happening.treaty not in telling.treaties and happening.treaty not in main:
        return 0.0
    score = 1.0 if acts else 0.6
    score += SINGLE if happening.single and acts else _by_actors(telling, happening)
    score += 0.35 * min(2, len((telling.persons | telling.names) & happening.persons))
    score += 0.35 * bool(telling.names & happening.places)
    score += 0.35 * bool(telling.systems & happening.systems)
    score += 0.2 * (happening.treaty in telling.treaties)
    alike = _alike(telling, happening, rarity)
    if not acts and alike < ALIKE:
        return 0.0
    return score + 1.3 * alike


def _alike(telling: Telling, happening: Happening, rarity: Mapping[str, float]) -> float:
    """The share of the words that tell a happening, beside its verb, that the sentence tells too; rare words count for more."""
    own = happening.features - happening.main
    if not own:
        return ALIKE * (happening.main <= telling.features)
    whole = sum(rarity.get(feature, 0.0) for feature in own)
    shared = sum(rarity.get(feature, 0.0) for feature in own & telling.features)
    return shared / whole if whole else 0.0


def _by_actors(telling: Telling, happening: Happening) -> float:
    """Actors in common speak for a happening, only other actors against it."""
    if not happening.actors:
        return 0.15
    ours = telling.actors | {_CONTINUES[one] for one in telling.actors if one in _CONTINUES}
    shared = len(happening.actors & ours)
    if telling.chambers and len(happening.actors) == 1 and not happening.actors & telling.chambers:
        return ANOTHER_HOUSE if happening.main & IN_PARLIAMENT else 0.4 * bool(shared)
    if shared:
        return 0.4 + 0.2 * (shared == len(happening.actors))
    return -0.8 if telling.actors else -0.3


def countable(telling: Telling, found: Sequence[Match], told: Sequence[tuple[Telling, Sequence[Match]]]) -> list[Match]:
    """What a span may be counted from: of the treaty that the sentence speaks of, and not what it tells by its weekday."""
    news = {
        each[0].happening.id
        for other, each in told
        if (other.sentence, other.told and other.told.unit) == (telling.sentence, "weekday")
        and other.start != telling.start
        and (not other.treaties or each[0].happening.treaty in other.treaties)
    }
    return [
        one
        for one in found
        if one.happening.id not in news and (not telling.treaties or one.happening.treaty in telling.treaties)
    ]


def to_come(told: Iterable[tuple[Telling, Sequence[Match]]]) -> set[tuple[str | None, date]]:
    """What the lead tells as to come on a day, and nothing as past: no report is printed after it."""
    best = [(telling, (found[0].happening.treaty, found[0].happening.earliest)) for telling, found in told]
    ahead = {one for telling, one in best if telling.mood is Mood.AHEAD and telling.lead and telling.told is not None}
    return ahead - {one for telling, one in best if telling.mood is Mood.PAST}
