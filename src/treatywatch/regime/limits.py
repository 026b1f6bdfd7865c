"""Whether a system falls under a treaty's classes, claim by claim. Conditional answers: nobody's figure is taken for the truth.

A range is a legal number: where a class ends at 1,000 km, 1,000 belongs to the side that the clause says. Type and launch mode
count as well: a sea-launched missile of the same range falls under no class of ground-launched ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from treatywatch.model.clause import Ban, Clause, Definition, Elimination, Interval
from treatywatch.model.law import Treaty
from treatywatch.model.passage import Ground
from treatywatch.model.regime import ClassAnswer, Fit
from treatywatch.model.system import Claim, System
from treatywatch.regime import grounds

_ATTRIBUTE = "range"
"""The attribute of a claim that a class's interval measures."""


def classes_of(treaty: Treaty, system: System) -> tuple[ClassAnswer, ...]:
    """One answer for each claim of range; empty where the treaty defines no class by range, or nobody claims one."""
    classes = tuple(one for one in treaty.clauses if isinstance(one, Definition) and one.range is not None)
    claims = [one for one in system.claims if one.attribute == _ATTRIBUTE and (one.low, one.high) != (None, None)]
    if not classes:
        return ()
    return tuple(_answer(treaty, system, claim, classes, count) for count, claim in enumerate(claims, 1))


def _answer(treaty: Treaty, system: System, claim: Claim, classes: tuple[Definition, ...], count: int) -> ClassAnswer:
    fit, because, matched = _fit(system, claim, classes)
    banning = tuple(_banning(treaty, matched))
    figure = _figure(claim)
    return ClassAnswer(
        id=grounds.answer_id("limit", treaty.id, system.id, str(count)),
        treaty=treaty.id,
        system=system.id,
        by=claim.by,
        holder=claim.holder,
        figure=figure,
        fit=fit,
        because=because,
        classes=tuple(one.article for one in matched),
        banned_by=tuple(one.article for one in banning),
        conditions=tuple(_conditions(treaty, system, classes)) if matched else (),
        says=_says(claim, figure, fit, because, matched, banning),
        grounds=_grounds(treaty, claim, (*matched, *banning)),
    )


def _fit(system: System, claim: Claim, classes: tuple[Definition, ...]) -> tuple[Fit, str, tuple[Definition, ...]]:
    """How the claim lies to the classes: launch mode and type first, then the interval."""
    launched = [one for one in classes if one.launch is None or one.launch in system.launch_mode]
    if not launched:
        return Fit.OUTSIDE, f"launch: {', '.join(system.launch_mode) or 'not told'}", ()
    typed = [one for one in launched if not one.types or system.type in one.types]
    if not typed:
        return Fit.OUTSIDE, f"type: {system.type}", ()
    if any(one.range is not None and one.range.unit != claim.unit for one in typed):
        return Fit.OPEN, f"unit: {claim.unit or 'not told'}", ()
    matched = tuple(one for one in typed if one.range and any(_in(point, one.range) for point in _points(claim, typed)))
    if not matched:
        return Fit.OUTSIDE, "range", ()
    inside = all(any(one.range and _in(point, one.range) for one in matched) for point in _points(claim, typed))
    return (Fit.INSIDE if inside else Fit.IN_PART), "range", matched


def _points(claim: Claim, classes: list[Definition]) -> Iterator[float]:
    """Points of the claimed interval that decide: its ends, the classes' bounds in it, and one between each two of these."""
    bounds = [bound for one in classes if one.range for bound in (one.range.low, one.range.high) if bound is not None]
    low = claim.low if claim.low is not None else 0.0
    high = claim.high if claim.high is not None else 2 * max([low, *bounds])
    marks = sorted({low, high, *(bound for bound in bounds if low < bound < high)})
    closed = [mark for mark in marks if not _excluded(mark, claim, low, high)]
    yield from closed
    yield from (math.fsum(pair) / 2 for pair in pairwise(marks))


def _excluded(mark: float, claim: Claim, low: float, high: float) -> bool:
    """Whether the claim does not reach this end ("under 500 km")."""
    return (mark == low and "low" in claim.exclusive) or (mark == high and "high" in claim.exclusive)


def _in(value: float, interval: Interval) -> bool:
    """Whether a value lies in the interval, its bounds as the clause draws them."""
    above = interval.low is None or value > interval.low or (value == interval.low and not interval.low_open)
    below = interval.high is None or value < interval.high or (value == interval.high and not interval.high_open)
    return above and below


def _banning(treaty: Treaty, matched: tuple[Definition, ...]) -> Iterator[Ban | Elimination]:
    """The clauses that ban members of these classes or have them destroyed."""
    terms = {one.term for one in matched}
    for clause in treaty.clauses:
        if isinstance(clause, Ban | Elimination) and terms & set(clause.classes):
            yield clause


def _conditions(treaty: Treaty, system: System, classes: tuple[Definition, ...]) -> Iterator[str]:
    """What else must hold: the launch mode where a system has several, and that its owner is bound at all."""
    modes = {one.launch for one in classes if one.launch is not None}
    if not set(system.launch_mode) <= modes:
        yield f"only as far as it is launched from the {' or '.join(sorted(modes))}"
    if treaty.sides and treaty.side_of(system.owner) is None:
        yield f"{system.owner}, its owner, is on neither side and not bound"


def _figure(claim: Claim) -> str:
    low, high = (f"{value:,.0f}" if value is not None else None for value in (claim.low, claim.high))
    if low == high:
        return f"{low} {claim.unit}"
    if low is None or high is None:
        word = "up to" if low is None else "from"
        reach = " (not reached)" if claim.exclusive else ""
        return f"{word} {low or high} {claim.unit}{reach}"
    return f"{low}–{high} {claim.unit}"


def _says(
    claim: Claim,
    figure: str,
    fit: Fit,
    because: str,
    matched: tuple[Definition, ...],
    banning: tuple[Ban | Elimination, ...],
) -> str:
    under = f"under the figure of {claim.by} ({figure})"
    if fit is Fit.OPEN:
        return f"{under} nothing can be told ({because})"
    if fit is Fit.OUTSIDE:
        return f"{under} no class of the treaty takes it in ({because})"
    part = "in part " if fit is Fit.IN_PART else ""
    defines = " or ".join(one.article for one in matched)
    bans = ", ".join(one.article for one in banning)
    return f"{under} {defines} {part}defines its class, and {bans} ban it or have it destroyed"


def _grounds(treaty: Treaty, claim: Claim, clauses: tuple[Clause, ...]) -> tuple[Ground, ...]:
    told = Ground(source=claim.source, verified=claim.verified, note=claim.note)
    return grounds.distinct((told, *(grounds.of_clause(treaty, one) for one in clauses)))
