"""Whether a day told of an act is surely another than the days that the shelf has of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from treatywatch.findings.claims import wording
from treatywatch.findings.claims.claimed import Act, K, fits, same_year
from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.occasions import Occasion
from treatywatch.findings.claims.page import Page, ToldDay
from treatywatch.model.vocabulary import Modality

_OPEN_ENDED = (K.VOTE, K.APPROVE, K.REVOKE_NOTICE)
"""Parliaments vote several times and the shelf may hold one reading only; only another year is a contradiction."""

_ANNOUNCED_BEFORE = timedelta(days=31)
"""Plans are announced more than once: a day shortly before the first announcement on the shelf, or up to the effect, is not wrong."""


def surely_apart(page: Page, law: Law, act: Act, day: ToldDay, known: Sequence[Occasion]) -> bool:
    """Whether the told day is surely another than the known ones."""
    if day.earliest is None or day.latest is None:
        return False
    told = day.earliest
    if not day.year and not any(abs((one.day.earliest - told).days) < 400 for one in known):
        return _not_yet(page, act, known)
    if act.kind in _OPEN_ENDED or (act.kind is K.RATIFY and law.treaty.sides):
        return all(not same_year(day, one.day) for one in known)
    if act.kind in (K.ANNOUNCE_WITHDRAWAL, K.ANNOUNCE_SUSPENSION):
        return _outside_announcing(law, act, day, known)
    if act.kind is K.RATIFY and any(
        fits(day, one.day) for one in law.when((K.ENTER_INTO_FORCE,), act.actors) if one.actors
    ):
        return False
    if act.kind in (K.SIGN, K.ADOPT) and not act.actors and not law.treaty.sides:
        return _not_made_then(page, law, act, day, known)
    if act.kind in (K.WITHDRAW, K.TERMINATE) and act.modality is not Modality.HAPPENED:
        return _told_while_running(page, law, act, known)
    return True


_SOON = timedelta(days=60)
"""Days after a report within which what it tells as done may still be the known act, told too early or in another zone."""


def _not_yet(page: Page, act: Act, known: Sequence[Occasion]) -> bool:
    """Whether what is told as done had not been done for long after the report."""
    if page.told_on is None or act.kind is not K.WITHDRAW or act.modality is not Modality.HAPPENED:
        return False
    return all(page.told_on + _SOON < one.day.earliest for one in known)


def _not_made_then(page: Page, law: Law, act: Act, day: ToldDay, known: Sequence[Occasion]) -> bool:
    """Whether a treaty of many was surely not made on the day: it precedes all that is known, or lies in another year.

    An adoption that the shelf does not have may lie a year before the opening for signature.
    """
    made: Sequence[Occasion] = law.when((K.ADOPT, K.SIGN, K.OPEN_FOR_SIGNATURE))
    if not page.states(*page.sentence_at(act.span[0])):
        made = [
            one for one in made if not wording.is_row(law, one)
        ] or made  # no state is named that may have signed late
    if act.kind is K.ADOPT and not any(one.kind is K.ADOPT for one in known):
        return day.earliest is not None and all(abs(one.day.earliest.year - day.earliest.year) > 1 for one in known)
    if act.kind is K.ADOPT:
        return True
    if day.latest is not None and day.latest < min(one.day.earliest for one in made):
        return True
    return not any(same_year(day, one.day) for one in made)


def _outside_announcing(law: Law, act: Act, day: ToldDay, known: Sequence[Occasion]) -> bool:
    first = min(one.day.earliest for one in known) - _ANNOUNCED_BEFORE
    effects = law.when((K.WITHDRAW, K.SUSPEND), act.actors)
    last = max(one.day.latest for one in (*known, *effects))
    assert day.earliest is not None
    assert day.latest is not None
    return day.latest < first or day.earliest > last


def _told_while_running(page: Page, law: Law, act: Act, known: Sequence[Occasion]) -> bool:
    """Whether the claim about what is to come is told after the notice whose clock decides it; the first effect after that counts."""
    told_on = page.told_on
    noticed = [
        one.day.earliest for one in law.when((K.NOTIFY_WITHDRAWAL, K.ANNOUNCE_WITHDRAWAL), act.actors) if one.sure
    ]
    if told_on is None:
        return act.modality is Modality.PLANNED and bool(noticed)
    last = max(one.day.latest for one in known)
    return any(one <= told_on for one in noticed) and told_on <= last + timedelta(days=400)
