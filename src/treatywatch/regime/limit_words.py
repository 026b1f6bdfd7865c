"""Answers on classes in words: attributed, and never more certain than the claim."""

from __future__ import annotations

from collections.abc import Iterable

from treatywatch.model.clause import Ban, Definition, Elimination
from treatywatch.model.regime import Fit
from treatywatch.model.system import Claim, System
from treatywatch.regime.limit_conditions import LAUNCHER, Classes


def figure_of(claim: Claim) -> str:
    """The claimed figure; the claim's own words where it tells none."""
    if claim.low is None and claim.high is None:
        return claim.value or ""
    low, high = (f"{value:,.15g}" if value is not None else None for value in (claim.low, claim.high))
    if low == high:
        return f"{low} {claim.unit}"
    if low is None or high is None:
        word = "up to" if low is None else "from"
        reach = " (not reached)" if claim.exclusive else ""
        return f"{word} {low or high} {claim.unit}{reach}"
    return f"{low}–{high} {claim.unit}"


def listed_in_words(clause: Definition, banning: Iterable[Ban | Elimination]) -> str:
    """What a clause says that lists a system."""
    bans = ", ".join(one.article for one in banning)
    return f"{clause.article} lists it by name as {clause.term}; {bans} ban it or have it destroyed"


def says(
    system: System,
    claim: Claim,
    figure: str,
    fit: Fit,
    because: str,
    matched: tuple[Definition, ...],
    banning: tuple[Ban | Elimination, ...],
    classes: Classes,
) -> str:
    """The answer in one clause of a sentence."""
    if because == LAUNCHER:
        about = " or ".join(one.article for one in classes.launchers)
        return f"{claim.by} on what it can launch: {figure}; a dispute about a launcher ({about}), which no figure of range decides"
    under = f"under the figure of {claim.by} ({figure})"
    if fit is Fit.OPEN:
        return f"{under} nothing can be told ({because})"
    if fit is Fit.OUTSIDE:
        return f"{under} no class of the treaty takes it in: {_why_none(system, because, classes)}"
    part = " for part of it" if fit is Fit.IN_PART else ""
    bans = ", ".join(one.article for one in banning)
    launchers = [one.article for one in matched if one in classes.launchers]
    defines = " or ".join(one.article for one in matched if one not in classes.launchers)
    if launchers:
        holds = f"{defines} defines the class of the missile{part}, {' or '.join(launchers)} that of its launcher"
    else:
        holds = f"{defines} defines its class{part}"
    return f"{under} {holds}, and {bans} ban it or have it destroyed"


def _why_none(system: System, because: str, classes: Classes) -> str:
    articles = " and ".join(one.article for one in classes.ranged)
    if because == "range":
        return f"the range lies outside {articles}"
    if because.startswith("launch"):
        modes = " or ".join(sorted({one.launch for one in classes.ranged if one.launch}))
        return f"{articles} hold {modes}-launched weapons alone, and it is launched from {_listed(system.launch_mode)}"
    types = sorted({each for one in classes.ranged for each in one.types})
    return f"{articles} hold {' and '.join(f'{each}s' for each in types)} alone, and it is told as: {system.type}"


def _listed(modes: tuple[str, ...]) -> str:
    return " or ".join(modes) or "nowhere told"
