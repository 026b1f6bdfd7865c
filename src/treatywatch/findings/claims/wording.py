"""Claims and facts about acts in words, and the verdict made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatywatch.findings.claims.claimed import Act, K
from treatywatch.findings.claims.library import Law, in_words
from treatywatch.findings.claims.occasions import Occasion
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.model.finding import Verdict

_AROUND = {
    K.WITHDRAW: (K.ANNOUNCE_WITHDRAWAL, K.NOTIFY_WITHDRAWAL),
    K.ENTER_INTO_FORCE: (K.SIGN, K.OPEN_FOR_SIGNATURE),
    K.SIGN: (K.ENTER_INTO_FORCE,),
    K.EXPIRE: (K.TERMINATE, K.WITHDRAW, K.SUPERSEDE),
}
"""What a contradicted claim may have been confused with; told beside the fact."""


def confused(law: Law, act: Act) -> list[Occasion]:
    """What the claim may have been confused with."""
    return [
        one
        for one in law.when(_AROUND.get(act.kind, ()), act.actors)
        if one.sure and one.aspect in ("announced", "notified", "effective")
    ]


def verdict_of(
    page: Page, law: Law, act: Act, verdict: Verdict, facts: Sequence[Occasion], beside: Iterable[Occasion]
) -> Judged:
    """The verdict with its facts: the one nearest to the told day, and what it may have been confused with."""
    chosen = _nearest(facts, act.day)
    more = list(beside)[:2] if verdict is Verdict.CONTRADICTS else []
    told = list({one: None for one in (*chosen, *more)})
    fact = " ".join(sentence(page, law, one) for one in told)
    grounds = tuple(dict.fromkeys(ground for one in told for ground in one.grounds))
    rests = tuple(each for one in told for each in one.rests_on)
    return page.judged(act.span, "act", law, words(page, law, act), verdict, fact, grounds, rests)


def _nearest(facts: Sequence[Occasion], day: ToldDay | None) -> list[Occasion]:
    """The fact to tell: the occasion nearest to the told day."""
    if day is None or day.earliest is None or len(facts) < 2:
        return list(facts[:1])
    asked = day.earliest
    return [min(facts, key=lambda one: abs((one.day.earliest - asked).days))]


def sentence(page: Page, law: Law, one: Occasion) -> str:
    """An occasion as a sentence: who, what, and the day with its aspect."""
    named = (one.unnamed or is_row(law, one)) and 0 < len(one.actors) < 4
    who = f"{page.library.names(one.actors)}: " if named else ""
    aspect = "" if one.aspect in ("effective", "term", "own") else f"{one.aspect} "
    return f"{law.treaty.short}, {aspect}{in_words(one.day)}: {who}{one.says}"


_VERBS = {
    K.SIGN: "signed",
    K.ADOPT: "adopted",
    K.OPEN_FOR_SIGNATURE: "opened for signature",
    K.RATIFY: "ratified",
    K.ACCEDE: "joined",
    K.ENTER_INTO_FORCE: "enters into force",
    K.ANNOUNCE_WITHDRAWAL: "withdrawal announced",
    K.NOTIFY_WITHDRAWAL: "notice of withdrawal given",
    K.WITHDRAW: "withdrawal",
    K.ANNOUNCE_SUSPENSION: "suspension announced",
    K.SUSPEND: "suspended",
    K.EXPIRE: "expires",
    K.TERMINATE: "ends",
    K.SUPERSEDE: "superseded",
    K.EXTEND: "extended",
}


def words(page: Page, law: Law, act: Act) -> str:
    """The claim, normalised: `INF Treaty: withdrawal by Russia, 2 August 2019`."""
    verb = _VERBS.get(act.kind, act.kind.value.replace("-", " "))
    by = f" by {page.library.names(act.actors)}" if act.actors else ""
    return f"{law.treaty.short}: {verb}{by}{_told_day(act.day)}"


def _told_day(day: ToldDay | None) -> str:
    return f", {day.words}" if day is not None else ""


def is_row(law: Law, one: Occasion) -> bool:
    """Whether an occasion is a single state's in a treaty of many."""
    return not law.treaty.sides and bool(one.actors)
