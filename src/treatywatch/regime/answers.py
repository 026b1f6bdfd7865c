"""Answers of `reckon` in the making: candidates with what stands behind each, and the one that has authority."""

from __future__ import annotations

from datetime import date

from treatywatch.dates import Period, Rounding
from treatywatch.model.clause import Clause
from treatywatch.model.clause_parts import CountedPeriod, Start
from treatywatch.model.law import Treaty
from treatywatch.model.noun import noun
from treatywatch.model.passage import Ground
from treatywatch.model.regime import Candidate
from treatywatch.regime.notices import counted_ways

DEPOSITARY = "the depositary's register"
"""What stands behind a candidate that the depositary records."""

_STARTS = {
    Start.NOTICE: "the day of the notice",
    Start.RECEIPT: "the day on which the notice is received",
    Start.DEPOSIT: "the day of the deposit",
    Start.EXCHANGE: "the exchange of the instruments",
    Start.ENTRY_INTO_FORCE: "entry into force",
    Start.OWN_ENTRY: "entry into force for the party",
    Start.OPENING: "the opening for signature",
    Start.SIGNATURE: "signature",
    Start.EXPIRY: "the expiry that it replaces",
}


@noun(frozen=True, slots=True)
class Answer:
    """What a rule gives for one exact day, before the question's own conditions are added. `article`: where it is not the clause's."""

    candidates: tuple[Candidate, ...]
    effective: date | None
    clause: Clause | None
    rule: str
    conditions: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    article: str | None = None


def candidates_of(treaty: Treaty, period: Period, day: date, clause: Clause) -> tuple[Candidate, ...]:
    """One candidate, or the two roundings with what stands behind each."""
    ends = period.ends(day)
    if len(ends) == 1:
        reading = "on the same day" if ends[0] == day else f"{period} from {day.isoformat()}"
        return (Candidate(ends[0], reading, None, clause.article),)
    readings = {one.rounding: one for one in (treaty.general.roundings if treaty.general else ())}
    found = []
    for end, rounding in zip(ends, (Rounding.LAST_DAY, Rounding.NEXT_DAY), strict=True):
        told = readings.get(rounding)
        chosen = getattr(clause, "rounding", None) is rounding
        authority = clause.article if chosen else told.authority if told else None
        found.append(Candidate(end, told.says if told else rounding.value, None, authority))
    return tuple(found)


def counted(treaty: Treaty, period: Period, day: date, clause: Clause) -> tuple[Candidate, ...]:
    """The candidates of the plain period, and those of every other way in which somebody counts it."""
    found = candidates_of(treaty, period, day, clause)
    days = {one.effective for one in found}
    others = [_way(way, end) for way in counted_ways(clause) for end in way.period.ends(day) if end not in days]
    return (*found, *others)


def _way(way: CountedPeriod, end: date) -> Candidate:
    return Candidate(end, f"{way.period}: {way.says}", way.holder, DEPOSITARY if way.depositary else None)


def decided(clause: Clause, candidates: tuple[Candidate, ...]) -> date | None:
    """The one answer; of several the one that the depositary records or that the clause itself chooses; else none."""
    if len({candidate.effective for candidate in candidates}) == 1:
        return candidates[0].effective
    recorded = next((one.effective for one in candidates if one.authority == DEPOSITARY), None)
    return recorded or next((one.effective for one in candidates if one.authority == clause.article), None)


def rule_text(clause: Clause, period: Period | None, starts: Start | None) -> str:
    """The clause in words, led by its period and what starts it."""
    if period is None:
        return clause.says
    since = f" from {_STARTS[starts]}" if starts else ""
    return f"{period}{since} ({clause.article}): {clause.says}"


def ambiguity(candidates: tuple[Candidate, ...]) -> tuple[str, ...]:
    """Why there are several candidates, as a condition of the answer."""
    if len(candidates) < 2:
        return ()
    if any(one.authority == DEPOSITARY or one.holder for one in candidates):
        return ("the period is counted in several ways",)
    return ("the month has no such day, and the treaty does not say which way to round",)
