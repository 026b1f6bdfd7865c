"""Claims that a state did what it never did, where the shelf knows all that was done."""

from __future__ import annotations

from datetime import date, timedelta

from treatywatch.findings.claims import wording
from treatywatch.findings.claims.claimed import AT_HOME, Act, K
from treatywatch.findings.claims.library import Law, loosely
from treatywatch.findings.claims.occasions import Occasion
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.findings.claims.standings import standing_in_words
from treatywatch.model.finding import Verdict
from treatywatch.model.vocabulary import Modality

_FAMILY = {
    K.WITHDRAW: (K.WITHDRAW, K.NOTIFY_WITHDRAWAL, K.ANNOUNCE_WITHDRAWAL, K.UNSIGN),
    K.NOTIFY_WITHDRAWAL: (K.WITHDRAW, K.NOTIFY_WITHDRAWAL, K.ANNOUNCE_WITHDRAWAL),
    K.SUSPEND: (K.SUSPEND, K.ANNOUNCE_SUSPENSION, K.COUNTER_MEASURE),
    K.SIGN: (K.SIGN, K.RATIFY, K.ACCEDE, K.SUCCEED),
    K.RATIFY: (K.RATIFY, K.ACCEDE, K.SUCCEED, K.APPROVE, K.ENTER_INTO_FORCE, K.REVOKE_RATIFICATION),
    K.ACCEDE: (K.RATIFY, K.ACCEDE, K.SUCCEED, K.SIGN, K.ENTER_INTO_FORCE),
}
"""Kind of claim → acts of which the actor must have done one, for the claim to be about something that happened."""


def by_nobody(page: Page, law: Law, act: Act) -> Judged | None:
    """A claim that a state did what it never did, where the shelf knows all that was done."""
    if len(act.actors) != 1 or act.kind not in _FAMILY or act.modality not in (Modality.HAPPENED,):
        return None
    actor = act.actors[0]
    family = (*_FAMILY[act.kind], *(AT_HOME if act.kind is K.RATIFY and law.treaty.sides else ()))
    if any(loosely(act.actors) & set(one.actors) for one in law.when(family, act.actors)):
        return _counter_measure(page, law, act)
    if not _knows(law, actor) or not _is_named(page, actor, act.span[0]) or _another_acts(page, act):
        return None
    if act.kind is K.SUSPEND and not law.treaty.sides:
        return None
    day = _asked(page, act)
    return _judged_stranger(page, law, act, day) if day else None


def _is_named(page: Page, actor: str, at: int) -> bool:
    """Whether the sentence names the actor, by itself or by somebody of it; one inferred from the dateline is not sure."""
    scene = page.prose.cast.scene
    low, high = page.sentence_at(at)
    beside = page.lexicon.pattern("beside_actor", r"(?<![\w-])@\s(?:of\s)?(?:the\s)?$")
    told = {
        scene.state_of(one)
        for one in scene.within(low, high, "actor", "person", "office")
        if not beside.search(page.plain[low : one.start])
    }
    return bool(loosely([actor]) & {one for one in told if one})


def _another_acts(page: Page, act: Act) -> bool:
    """Whether only other states are named in the words of the claim, so that one of them is who acts."""
    told = {page.state_of(one) for one in page.states(*act.span) if one.alias_kind not in ("adjective", "demonym")}
    return bool(told) and not loosely(act.actors) & {one for one in told if one}


def _counter_measure(page: Page, law: Law, act: Act) -> Judged | None:
    """One side's counter-measure is a suspension in another's view."""
    done = law.when((K.SUSPEND, K.ANNOUNCE_SUSPENSION), act.actors)
    own = [one for one in law.when((K.COUNTER_MEASURE,), act.actors)]
    if act.kind is K.SUSPEND and own and not done:
        return wording.verdict_of(page, law, act, Verdict.UNKNOWN, own[:1], ())
    return None


def _knows(law: Law, actor: str) -> bool:
    """Whether what the shelf has of an actor was read in a source; of one that it does not name, whether the table is complete."""
    row = next((one for one in law.treaty.participants if one.actor == actor), None)
    return law.knows(actor) if row is None else row.verified


def _asked(page: Page, act: Act) -> date | None:
    if act.day is not None and act.day.latest is not None:
        return act.day.latest
    return page.told_on


def _judged_stranger(page: Page, law: Law, act: Act, day: date) -> Judged | None:
    coverage = law.treaty.coverage
    if coverage is not None and day > coverage.as_of.latest + timedelta(days=400):
        return None
    fact, grounds, ids = standing_in_words(page, law, act.actors[0], day)
    beside = _instead(law, act, day)
    fact = " ".join((fact, *(wording.sentence(page, law, one) for one in beside)))
    told = (*grounds, *(ground for one in beside for ground in one.grounds))
    rests = (*ids, *(each for one in beside for each in one.rests_on))
    return page.judged(act.span, "act", law, wording.words(page, law, act), Verdict.CONTRADICTS, fact, told, rests)


def _instead(law: Law, act: Act, day: date) -> list[Occasion]:
    """What happened instead by the day: the same done by another, else what the actor did."""
    if act.kind not in (K.WITHDRAW, K.SUSPEND):
        return []
    done = [
        one for one in law.occasions if one.sure and one.aspect in ("effective", "term") and one.day.earliest <= day
    ]
    others = [one for one in done if one.kind is act.kind and one.actors]
    own = [
        one for one in done if one.kind in (K.SUSPEND, K.REVOKE_RATIFICATION, K.EXPIRE) and one.of(loosely(act.actors))
    ]
    return others[-1:] or own[-1:]


# --- What never happened to a treaty ----------------------------------------------------------------------------------


def never(page: Page, law: Law, act: Act) -> Judged | None:
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
    if act.kind is K.RATIFY and len(act.actors) > 1 and law.treaty.sides and act.modality is Modality.HAPPENED:
        return _not_in_force(page, law, act)
    if act.kind is K.WITHDRAW and act.actors and act.modality is Modality.HAPPENED:
        stopped = [one for one in law.when((K.REVOKE_NOTICE, K.HALT_NOTICE), act.actors) if one.sure]
        if stopped:
            return wording.verdict_of(page, law, act, Verdict.CONTRADICTS, stopped[-1:], ())
    return None


def _not_in_force(page: Page, law: Law, act: Act) -> Judged | None:
    """The treaty never entered into force by the day told, nor was it ratified by both sides."""
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
