"""Claims about acts: who signed, ratified, suspended, left, and when; put beside the days of the shelf's acts.

Announced, notified and effective are different days (the field's oldest trap): "withdrew" means the day of effect, "announced"
that of the announcement. A suspension has several days (announced, decreed, made law), and each of them is one. Whatever is
only threatened, conditional or denied is judged as to what it asserts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from treatywatch.findings.claims import evidence, strangers, wording
from treatywatch.findings.claims.claimed import AT_HOME, Act, K, fits, same_year
from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.occasions import Occasion
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.model.event import Assertion
from treatywatch.model.finding import Verdict
from treatywatch.model.vocabulary import EventKind, Modality, Position

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
    K.APPROVE: (K.APPROVE, K.VOTE),
    K.VOTE: (K.VOTE, K.APPROVE),
}
"""Kind of claim → kinds of acts whose days fit it."""

_EFFECT_ONLY = (K.WITHDRAW, K.TERMINATE, K.EXPIRE, K.ENTER_INTO_FORCE)
"""What is meant by these is the day of effect alone."""

_DAY_OFF = (
    K.EXPIRE,
    K.TERMINATE,
    K.ANNOUNCE_WITHDRAWAL,
    K.NOTIFY_WITHDRAWAL,
    K.ANNOUNCE_SUSPENSION,
    K.SUSPEND,
    K.EXTEND,
)
"""A day more or less is no slip here: a term that ends with a day is over from the next; acts are told across time zones."""

_OPEN_ENDED = (K.VOTE, K.APPROVE, K.REVOKE_NOTICE)
"""Parliaments vote several times and the shelf may hold one reading only; only another year is a contradiction."""

_BESIDE = 70
"""Characters of a claim in which day and verb belong together for sure."""
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|warned|warns|added|recalled|noted|argued|claimed|accused|urged|promised|threatened)\b"
)
_ANNOUNCED_BEFORE = timedelta(days=31)
"""Plans are announced more than once: a day shortly before the first announcement on the shelf, or up to the effect, is not wrong."""


def read(page: Page) -> Iterator[Judged]:
    """The claims about acts, from the events that the text asserts."""
    for assertion in page.happened:
        if assertion.position is Position.AFFIRMS and assertion.event.kind in FITTING:
            yield from _read(page, assertion)


def _read(page: Page, assertion: Assertion) -> Iterator[Judged]:
    event = assertion.event
    law = page.library.law(event.treaty) if event.treaty else _of_body(page, assertion)
    if law is None or event.modality is Modality.DENIED:
        return
    actors = tuple(one for one in event.actors if page.library.is_state(one))
    for place in evidence.places(page, assertion):
        act = Act(event.kind, actors, event.modality, place.day, place.span)
        found = judge(page, law, act) if event.actors == () or actors else None
        if found is not None:
            yield found


def _of_body(page: Page, assertion: Assertion) -> Law | None:
    """The treaty of the body that is left, where the event names no treaty."""
    body = page.body_at(assertion.start, assertion.end) if assertion.event.kind is K.WITHDRAW else None
    return page.library.law(body[0]) if body else None


def judge(page: Page, law: Law, act: Act) -> Judged | None:
    """The verdict on a claim about an act; None where it cannot be judged. What the sentence itself disowns contradicts nothing."""
    found = _judge(page, law, act)
    if found is not None and found.verdict is Verdict.CONTRADICTS and page.disowned(act.span[0]):
        return None
    return found


def _judge(page: Page, law: Law, act: Act) -> Judged | None:
    stranger = strangers.by_nobody(page, law, act)
    if stranger is not None:
        return stranger
    if act.day is not None and (act.day.dated or act.day.earliest):
        return _dated(page, law, act, act.day)
    return None


# --- When ------------------------------------------------------------------------------------------------------------


def _dated(page: Page, law: Law, act: Act, day: ToldDay) -> Judged | None:
    known = _candidates(page, law, act)
    fitting = [one for one in known if fits(day, one.day, act.kind in _DAY_OFF)]
    sayable = surely_known(known, day) and not any(one.open and one.kind is K.WITHDRAW for one in known)
    if fitting:
        disputed = act.kind is K.WITHDRAW and fitting[0].open and day.earliest == day.latest
        return wording.verdict_of(
            page, law, act, Verdict.UNKNOWN if disputed else Verdict.CONSISTENT, fitting[:1], known
        )
    if not act.asserted or day.loose or not (day.dated or _far_from_all(page, act, day, known)):
        return None
    if not known:
        return _never(page, law, act)
    if not sayable or _said_between(page, act) or not _surely_apart(page, law, act, day, known):
        return wording.verdict_of(page, law, act, Verdict.UNKNOWN, known, known) if day.year else None
    return wording.verdict_of(page, law, act, Verdict.CONTRADICTS, known, wording.confused(law, act))


_ROUGH = timedelta(days=3 * 366)
"""An act from memory may be off by a year or two. One further from the told day than this cannot be what is meant."""


def surely_known(known: Sequence[Occasion], day: ToldDay) -> bool:
    """Whether facts that were read decide: there is one, and none from memory lies near the told day."""
    doubtful = [one for one in known if not one.sure]
    if len(doubtful) == len(known) or day.earliest is None or day.latest is None:
        return bool(known) and not doubtful
    first, last = day.earliest - _ROUGH, day.latest + _ROUGH
    return not any(first <= one.day.latest and one.day.earliest <= last for one in doubtful)


_FAR = timedelta(days=45)
"""A day told by its weekday, or as "last week", may be read a week wrong, not so far."""


def _far_from_all(page: Page, act: Act, day: ToldDay, known: Sequence[Occasion]) -> bool:
    """Whether a day told without the calendar, right beside its verb, lies far from every known one."""
    if act.kind not in (K.WITHDRAW, K.ENTER_INTO_FORCE, K.EXPIRE) or act.modality is not Modality.HAPPENED:
        return False
    if day.earliest is None or day.latest is None or act.span[1] - act.span[0] > _BESIDE:
        return False
    return all(one.day.latest + _FAR < day.earliest or day.latest + _FAR < one.day.earliest for one in known)


def _said_between(page: Page, act: Act) -> bool:
    """Whether somebody says something between the words for the act and the day: the day may be that of the saying."""
    announced = (K.ANNOUNCE_WITHDRAWAL, K.ANNOUNCE_SUSPENSION, K.NOTIFY_WITHDRAWAL)
    return act.kind not in announced and bool(_SAYING.search(page.plain, *act.span))


def _candidates(page: Page, law: Law, act: Act) -> list[Occasion]:
    """The occasions that the claim may mean."""
    found = [one for one in law.when(_fitting(law, act.kind), act.actors) if _aspect_fits(act, one)]
    if act.kind is K.EXPIRE:
        found = _terms(page, law, found)
    if act.kind is K.ENTER_INTO_FORCE and not act.actors:
        found = [one for one in found if one.aspect != "own"]
    if act.kind in (K.SIGN, K.RATIFY, K.ACCEDE, K.ADOPT, K.OPEN_FOR_SIGNATURE) and not act.actors:
        whole = [one for one in found if not wording.is_row(law, one)]
        found = whole or found
    return found


def _fitting(law: Law, kind: EventKind) -> tuple[EventKind, ...]:
    """The kinds of acts that fit; between two sides what a parliament approves is loosely called ratified."""
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
    extended = law.when((K.EXTEND,))
    if told_on and extended and all(one.day.earliest <= told_on for one in extended):
        last = max((one.day.latest for one in found), default=None)
        return [one for one in found if one.day.latest == last]
    return found


def _never(page: Page, law: Law, act: Act) -> Judged | None:
    """A dated claim of something that never happened, though the shelf knows the treaty's whole course."""
    if act.kind is K.ENTER_INTO_FORCE and not act.actors:
        return _not_in_force(page, law, act)
    if act.kind is K.EXPIRE and act.modality is not Modality.PLANNED and "expir" in page.plain[slice(*act.span)]:
        other = [
            one for one in law.when((K.TERMINATE, K.SUPERSEDE, K.WITHDRAW)) if one.sure and one.aspect == "effective"
        ]
        return wording.verdict_of(page, law, act, Verdict.CONTRADICTS, other[-1:], ()) if other else None
    if act.kind is K.TERMINATE and act.modality is Modality.HAPPENED:
        return _goes_on(page, law, act)
    if act.kind is K.WITHDRAW and act.actors and act.modality is Modality.HAPPENED:
        stopped = [one for one in law.when((K.REVOKE_NOTICE, K.HALT_NOTICE), act.actors) if one.sure]
        if stopped:
            return wording.verdict_of(page, law, act, Verdict.CONTRADICTS, stopped[-1:], ())
    return None


def _not_in_force(page: Page, law: Law, act: Act) -> Judged | None:
    last = act.day.latest if act.day else None
    if last is None:
        return None
    state = law.on(last)
    if state.phase.value not in ("signed", "negotiating"):
        return None
    fact = f"{law.treaty.short} has never entered into force as of {last.isoformat()}: phase {state.phase.value}."
    claim = wording.words(page, law, act)
    return page.judged(act.span, "act", law, claim, Verdict.CONTRADICTS, fact, state.grounds, (state.id,))


def _goes_on(page: Page, law: Law, act: Act) -> Judged | None:
    """The treaty is told to have ended, and is in force."""
    last = act.day.latest if act.day else None
    if last is None or law.treaty.sides or not law.complete:
        return None
    state = law.on(last)
    if state.phase.value != "in-force":
        return None
    fact = f"{law.treaty.short} is in force on {last.isoformat()}, since {state.phase_since}."
    return page.judged(
        act.span, "act", law, wording.words(page, law, act), Verdict.CONTRADICTS, fact, state.grounds, (state.id,)
    )


def _surely_apart(page: Page, law: Law, act: Act, day: ToldDay, known: Sequence[Occasion]) -> bool:
    """Whether the told day is surely another than the known ones."""
    if day.earliest is None or day.latest is None:
        return False
    if not day.year and not any(abs((one.day.earliest - day.earliest).days) < 400 for one in known):
        return False
    if act.kind in _OPEN_ENDED or (act.kind is K.RATIFY and law.treaty.sides):
        return all(not same_year(day, one.day) for one in known)
    if act.kind in (K.ANNOUNCE_WITHDRAWAL, K.ANNOUNCE_SUSPENSION):
        return _outside_announcing(law, act, day, known)
    if act.kind is K.RATIFY and any(
        fits(day, one.day) for one in law.when((K.ENTER_INTO_FORCE,), act.actors) if one.actors
    ):
        return False
    if act.kind in (K.SIGN, K.ADOPT) and not act.actors and not law.treaty.sides:
        return _not_made_then(law, act, day, known)
    if act.kind in (K.WITHDRAW, K.TERMINATE) and act.modality is not Modality.HAPPENED:
        return _told_while_running(page, law, act, known)
    return True


def _not_made_then(law: Law, act: Act, day: ToldDay, known: Sequence[Occasion]) -> bool:
    """Whether a treaty of many was surely not made on the day: it precedes all that is known, or lies in another year.

    An adoption that the shelf does not have may lie a year before the opening for signature.
    """
    made = law.when((K.ADOPT, K.SIGN, K.OPEN_FOR_SIGNATURE))
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
