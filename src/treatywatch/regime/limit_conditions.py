"""What an answer on a class depends on besides the figure: launch mode, owner, what counts as range, and whether the treaty stood."""

from __future__ import annotations

from collections.abc import Iterator

from treatywatch.model.clause import Ban, Counting, Definition, Elimination
from treatywatch.model.clause_parts import RangeMeasure
from treatywatch.model.law import Treaty
from treatywatch.model.noun import noun
from treatywatch.model.system import Claim, System
from treatywatch.model.vocabulary import Phase
from treatywatch.regime.evaluation import evaluate

LAUNCHER = "launcher"
"""The type of what is no missile, but launches them."""


@noun(frozen=True, slots=True)
class Classes:
    """The definitions of a treaty that sort weapons: by range, by name, and its launchers."""

    ranged: tuple[Definition, ...]
    listing: tuple[Definition, ...]
    launchers: tuple[Definition, ...]

    @classmethod
    def of(cls, treaty: Treaty) -> Classes:
        """Those of a treaty."""
        defined = tuple(one for one in treaty.clauses if isinstance(one, Definition))
        return cls(
            tuple(one for one in defined if one.range is not None),
            tuple(one for one in defined if one.members),
            tuple(one for one in defined if one.range is None and LAUNCHER in one.types),
        )


def is_a(type: str, kind: str) -> bool:
    """Whether a type is of a kind by its last words: a nuclear-powered cruise missile is a cruise missile.

    What joins two kinds ("ballistic missile and space launcher") is told by neither.
    """
    return type == kind or (type.endswith(f" {kind}") and " and " not in type)


def measure_of(treaty: Treaty, system: System) -> tuple[Counting, RangeMeasure] | None:
    """The clause that says what counts as the range of the system's type."""
    return next(
        (
            (clause, measure)
            for clause in treaty.clauses
            if isinstance(clause, Counting)
            for measure in clause.measures
            if is_a(system.type, measure.type)
        ),
        None,
    )


def conditions(
    treaty: Treaty, system: System, claim: Claim, classes: Classes, matched: tuple[Definition, ...], because: str
) -> Iterator[str]:
    """What else must hold for the answer, each in one clause of a sentence."""
    if matched or because == LAUNCHER:
        yield from _launched_and_bound(treaty, system, classes.ranged)
    if because == LAUNCHER or any(one in classes.launchers for one in matched):
        yield _if_launcher(treaty, classes)
    if because == "range":
        yield from _measured(treaty, system, claim, classes)
    yield from _standing(treaty, claim)


def _launched_and_bound(treaty: Treaty, system: System, classes: tuple[Definition, ...]) -> Iterator[str]:
    """The launch mode where a system has several, and that its owner is bound at all."""
    modes = {one.launch for one in classes if one.launch is not None}
    if modes and not set(system.launch_mode) <= modes:
        yield f"only as far as it is launched from the {' or '.join(sorted(modes))}"
    if treaty.sides and treaty.side_of(system.owner) is None:
        yield f"{system.owner}, its owner, is on neither side and not bound"


def _if_launcher(treaty: Treaty, classes: Classes) -> str:
    defines = " or ".join(one.article for one in classes.launchers)
    terms = {one.term for one in classes.ranged}
    bans = ", ".join(
        one.article for one in treaty.clauses if isinstance(one, Ban | Elimination) and terms & set(one.classes)
    )
    return f"only if it is a launcher of missiles of these classes ({defines}); then {bans} reach it"


def _measured(treaty: Treaty, system: System, claim: Claim, classes: Classes) -> Iterator[str]:
    """What counts as its range; a type that a clause lists needs no figure."""
    lists = next((one for one in classes.listing if system.id in one.members), None)
    if lists is not None:
        yield f"{lists.article} lists the type by name, whatever range is claimed"
        return
    found = measure_of(treaty, system)
    if found is None:
        return
    clause, measure = found
    cited = clause.article if clause.verified else f"{clause.article}, unverified"
    if measure.basis is not None and claim.basis != measure.basis:
        yield f"its range is {measure.says} ({cited}); the figure is told as {_a(claim.basis)}, not as {_a(measure.basis)}"
    else:
        yield f"its range is {measure.says} ({cited})"
    greater = _greater(system, claim, measure)
    if greater is not None:
        yield f"another {measure.basis} is told that went farther: {greater.high:,.0f} {greater.unit} ({greater.by})"


def _greater(system: System, claim: Claim, measure: RangeMeasure) -> Claim | None:
    """The greatest claim of the same attribute that shows the measure and goes beyond this one."""
    if not measure.greatest or claim.high is None:
        return None
    shown = [
        one
        for one in system.claims
        if (one.attribute, one.unit, one.basis) == (claim.attribute, claim.unit, measure.basis)
        and one.high is not None
        and one.high > claim.high
    ]
    return max(shown, key=lambda one: one.high or 0, default=None)


def _a(basis: str) -> str:
    return f"an {basis}" if basis[0] in "aeiou" else f"a {basis}"


def _standing(treaty: Treaty, claim: Claim) -> Iterator[str]:
    """That the claim is of a day on which the treaty bound nobody, where that is clear from the day told."""
    if claim.day is None:
        return
    phases = {evaluate(treaty, (), day).phase for day in (claim.day.earliest, claim.day.latest)}
    if len(phases) == 1 and Phase.IN_FORCE not in phases:
        yield f"on the day of the claim ({claim.day}) the treaty was {phases.pop().value}, not in force"
