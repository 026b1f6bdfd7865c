"""The days of the shelf that a claim about an act may mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from treatywatch.findings.claims import wording
from treatywatch.findings.claims.claimed import AT_HOME, Act, K
from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.occasions import Occasion
from treatywatch.findings.claims.page import Page, ToldDay
from treatywatch.model.vocabulary import EventKind

FITTING: dict[EventKind, tuple[EventKind, ...]] = {
    K.SIGN: (K.SIGN, K.OPEN_FOR_SIGNATURE),
    K.ADOPT: (K.ADOPT, K.SIGN, K.OPEN_FOR_SIGNATURE),
    K.OPEN_FOR_SIGNATURE: (K.OPEN_FOR_SIGNATURE, K.SIGN),
    K.RATIFY: (K.RATIFY, K.ACCEDE, K.SUCCEED),
    K.ACCEDE: (K.RATIFY, K.ACCEDE, K.SUCCEED, K.ENTER_INTO_FORCE),
    K.ENTER_INTO_FORCE: (K.ENTER_INTO_FORCE,),
    K.ANNOUNCE_WITHDRAWAL: (K.ANNOUNCE_WITHDRAWAL, K.NOTIFY_WITHDRAWAL),
    K.NOTIFY_WITHDRAWAL: (K.NOTIFY_WITHDRAWAL,),
    K.WITHDRAW: (K.WITHDRAW, K.UNSIGN),
    K.ANNOUNCE_SUSPENSION: (K.ANNOUNCE_SUSPENSION, K.SUSPEND),
    K.SUSPEND: (K.SUSPEND, K.ANNOUNCE_SUSPENSION),
    K.EXPIRE: (K.EXPIRE,),
    K.TERMINATE: (K.TERMINATE, K.EXPIRE, K.WITHDRAW, K.SUPERSEDE),
    K.SUPERSEDE: (K.SUPERSEDE,),
    K.EXTEND: (K.EXTEND,),
    K.UNSIGN: (K.UNSIGN, K.ANNOUNCE_WITHDRAWAL, K.SIGN_LAW),
    K.REVOKE_RATIFICATION: (K.REVOKE_RATIFICATION, K.VOTE, K.SIGN_LAW),
    K.SNAPBACK: (K.SNAPBACK,),
    K.HALT_NOTICE: (K.HALT_NOTICE,),
    K.REVOKE_NOTICE: (K.REVOKE_NOTICE,),
    K.SIGN_LAW: (K.SIGN_LAW, K.SUSPEND, K.REVOKE_RATIFICATION),
    K.APPROVE: (K.APPROVE, K.VOTE, K.SIGN_LAW, K.RATIFY),
    K.VOTE: (K.VOTE, K.APPROVE),
}
"""Kind of claim → kinds of acts whose days fit it."""

_EFFECT_ONLY = (K.WITHDRAW, K.TERMINATE, K.EXPIRE, K.ENTER_INTO_FORCE)
"""What is meant by these is the day of effect alone."""


_ROUGH = timedelta(days=3 * 366)
"""An act from memory may be off by a year or two. One further from the told day than this cannot be what is meant."""


def surely_known(known: Sequence[Occasion], day: ToldDay) -> bool:
    """Whether facts that were read decide: there is one, and none from memory lies near the told day."""
    doubtful = [one for one in known if not one.sure]
    if len(doubtful) == len(known) or day.earliest is None or day.latest is None:
        return bool(known) and not doubtful
    first, last = day.earliest - _ROUGH, day.latest + _ROUGH
    return not any(first <= one.day.latest and one.day.earliest <= last for one in doubtful)


def candidates(page: Page, law: Law, act: Act) -> list[Occasion]:
    """The occasions that the claim may mean."""
    found = [one for one in law.when(_fitting(law, act.kind), act.actors) if _aspect_fits(act, one)]
    if act.kind is K.SIGN and act.actors and not any(one.kind is K.SIGN and one.actors for one in found):
        found += law.when(
            (K.ACCEDE, K.RATIFY), act.actors
        )  # who joined without a signature is loosely said to have signed
    if act.kind is K.EXPIRE:
        found = _terms(page, law, found)
    if act.kind is K.TERMINATE and not law.treaty.sides:
        found = [one for one in found if one.kind is not K.WITHDRAW]  # one that leaves ends nothing for the others
    if act.kind is K.ENTER_INTO_FORCE and not act.actors:
        found = [one for one in found if one.aspect != "own"]
    if act.kind in (K.SIGN, K.RATIFY, K.ACCEDE, K.ADOPT, K.OPEN_FOR_SIGNATURE) and not act.actors:
        whole = [one for one in found if not wording.is_row(law, one)]
        found = whole or found
    return found


def _fitting(law: Law, kind: EventKind) -> tuple[EventKind, ...]:
    """The kinds of acts that fit; between two sides what a parliament approves is loosely called ratified."""
    if kind is K.SIGN and law.treaty.form != "treaty":
        return (*FITTING[kind], K.ADOPT)  # what is agreed and not signed is loosely called signed
    return (*FITTING[kind], *AT_HOME) if kind is K.RATIFY and law.treaty.sides else FITTING[kind]


def _aspect_fits(act: Act, one: Occasion) -> bool:
    if one.kind is K.ENTER_INTO_FORCE and act.kind is K.ACCEDE:
        return one.aspect == "own" and bool(act.actors)
    if act.kind in _EFFECT_ONLY and one.kind is not K.UNSIGN:
        return one.aspect in ("effective", "term", "own")
    return True


def _terms(page: Page, law: Law, found: list[Occasion]) -> list[Occasion]:
    """The ends of term that the claim may mean: none where the treaty had ended otherwise, the present one after an extension."""
    told_on = page.told_on
    ended = law.when((K.TERMINATE, K.SUPERSEDE))
    if ended and (told_on is None or ended[0].day.earliest <= told_on):
        return []
    extended = [one for one in law.when((K.EXTEND,)) if one.aspect != "until"]
    if told_on and extended and all(one.day.earliest <= told_on for one in extended):
        last = max((one.day.latest for one in found), default=None)
        return [one for one in found if one.day.latest == last]
    return found
