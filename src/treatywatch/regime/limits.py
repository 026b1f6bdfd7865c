"""Whether a system falls under a treaty's classes, claim by claim. Conditional answers: nobody's figure is taken for the truth.

A range is a legal number: where a class ends at 1,000 km, 1,000 belongs to the side that the clause says. Type and launch mode
count as well: a sea-launched missile of the same range falls under no class of ground-launched ones. What a clause lists by name
is of its class whatever is claimed; and what a launcher can launch is a dispute about a launcher, which no range decides.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from treatywatch.model.clause import Ban, Clause, Definition, Elimination
from treatywatch.model.clause_parts import Interval
from treatywatch.model.law import Treaty
from treatywatch.model.passage import Ground
from treatywatch.model.regime import ClassAnswer, Fit
from treatywatch.model.system import Claim, System
from treatywatch.regime import grounds
from treatywatch.regime.limit_conditions import LAUNCHER, Classes, conditions, is_a, measure_of
from treatywatch.regime.limit_words import figure_of, listed_in_words, says

_RANGE = "range"
"""The attribute of a claim that a class's interval measures."""

_LAUNCHES = "can-launch-offensive-missiles"
"""The attribute of a claim about a launcher: not a figure, but what it is."""


def classes_of(treaty: Treaty, system: System) -> tuple[ClassAnswer, ...]:
    """One answer for each clause that lists the system, each claim of range and each claim about what a launcher can launch.

    Empty where the treaty defines no class by range, or nobody claims anything that counts.
    """
    classes = Classes.of(treaty)
    if not classes.ranged:
        return ()
    claims = [one for one in system.claims if one.attribute in (_RANGE, _LAUNCHES)]
    listed = (_listed(treaty, system, one) for one in classes.listing if system.id in one.members)
    claimed = (_answer(treaty, system, claim, classes, count) for count, claim in enumerate(claims, 1))
    return (*listed, *claimed)


def _listed(treaty: Treaty, system: System, clause: Definition) -> ClassAnswer:
    """The answer that a clause gives which lists the system: it rests on nobody's figure."""
    banning = tuple(_banning(treaty, {clause.of} if clause.of else set()))
    return ClassAnswer(
        id=grounds.answer_id("limit", treaty.id, system.id, clause.article),
        treaty=treaty.id,
        system=system.id,
        by=treaty.short,
        holder=None,
        figure="listed by name",
        fit=Fit.INSIDE,
        because="listed",
        classes=(clause.article,),
        banned_by=tuple(one.article for one in banning),
        conditions=(),
        says=listed_in_words(clause, banning),
        grounds=grounds.distinct(grounds.of_clause(treaty, one) for one in (clause, *banning)),
    )


def _answer(treaty: Treaty, system: System, claim: Claim, classes: Classes, count: int) -> ClassAnswer:
    fit, because, matched = _fit(system, claim, classes)
    banning = tuple(_banning(treaty, {one.term for one in matched if one.range is not None}))
    figure = figure_of(claim)
    deciding = matched or (classes.launchers if because == LAUNCHER else classes.ranged)
    measuring = _measuring(treaty, system, classes) if because == "range" else ()
    told = Ground(source=claim.source, verified=claim.verified, note=claim.note)
    clauses = (*deciding, *banning, *measuring)
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
        conditions=tuple(conditions(treaty, system, claim, classes, matched, because)),
        says=says(system, claim, figure, fit, because, matched, banning, classes),
        grounds=grounds.distinct((told, *(grounds.of_clause(treaty, one) for one in clauses))),
    )


def _measuring(treaty: Treaty, system: System, classes: Classes) -> tuple[Clause, ...]:
    """The clauses that list the type, or else the one that says what counts as its range."""
    listing = tuple(one for one in classes.listing if system.id in one.members)
    measure = measure_of(treaty, system)
    return listing or ((measure[0],) if measure else ())


def _fit(system: System, claim: Claim, classes: Classes) -> tuple[Fit, str, tuple[Definition, ...]]:
    """How the claim lies to the classes: launch mode and type first, then the interval."""
    launched = [one for one in classes.ranged if one.launch is None or one.launch in system.launch_mode]
    if not launched:
        return Fit.OUTSIDE, f"launch: {', '.join(system.launch_mode) or 'not told'}", ()
    if claim.attribute == _LAUNCHES:
        return Fit.OPEN, LAUNCHER, ()
    carries = is_a(system.type, LAUNCHER) and bool(classes.launchers)
    typed = [one for one in launched if carries or not one.types or any(is_a(system.type, each) for each in one.types)]
    if not typed:
        return Fit.OUTSIDE, f"type: {system.type}", ()
    if claim.low is None and claim.high is None:
        return Fit.OPEN, "figure: in words", ()
    if any(one.range is not None and one.range.unit != claim.unit for one in typed):
        return Fit.OPEN, f"unit: {claim.unit or 'not told'}", ()
    fit, matched = _in_classes(claim, typed)
    launchers = classes.launchers if carries and matched else ()
    return fit, "range", (*launchers, *matched)


def _in_classes(claim: Claim, typed: list[Definition]) -> tuple[Fit, tuple[Definition, ...]]:
    """Which classes the claimed interval meets, and whether it lies in them wholly."""
    points = tuple(_points(claim, typed))
    matched = tuple(one for one in typed if one.range and any(_in(point, one.range) for point in points))
    if not matched:
        return Fit.OUTSIDE, ()
    inside = all(any(one.range and _in(point, one.range) for one in matched) for point in points)
    return (Fit.INSIDE if inside else Fit.IN_PART), matched


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


def _banning(treaty: Treaty, terms: set[str]) -> Iterator[Ban | Elimination]:
    """The clauses that ban members of these classes or have them destroyed."""
    for clause in treaty.clauses:
        if isinstance(clause, Ban | Elimination) and terms & set(clause.classes):
            yield clause
