"""Claims about who did something first, alone, or before another, put beside the days on which each did it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from treatywatch.findings.claims import wording
from treatywatch.findings.claims.library import Law, loosely
from treatywatch.findings.claims.occasions import Occasion
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.model.annotation import Mention
from treatywatch.model.finding import Verdict
from treatywatch.model.vocabulary import EventKind

K = EventKind
DOING: dict[EventKind, tuple[EventKind, ...]] = {
    K.WITHDRAW: (K.WITHDRAW,),
    K.SUSPEND: (K.SUSPEND,),
    K.RATIFY: (K.RATIFY, K.ACCEDE, K.SUCCEED),
}
"""What is told to be done first, and the acts that are it."""
_SO = re.compile(r"\sdo so\b")
_AHEAD = re.compile(r"\s(?:,\s)?(?:\w+\s)?(before|ahead of|after)\s(?:the\s)?")
_NEAR_TREATY = 14
"""Characters between the verb and the treaty, and between "before" and the other state."""


def read(page: Page) -> Iterator[Judged]:
    """The claims about firsts and about order in all sentences."""
    for low, high in page.sentences:
        for match in page.lexicon.words("first").finditer(page.plain, low, high):
            yield from _first_at(page, low, high, match)
        for kind in DOING:
            for match in page.lexicon.pattern(page.lexicon.file.first_acts[kind], _DID).finditer(page.plain, low, high):
                yield from _order_at(page, low, high, kind, match)


_DID = r"(?<![\w-])@(?![\w-])"


def _first_at(page: Page, low: int, high: int, match: re.Match[str]) -> Iterator[Judged]:
    """`Lithuania was the first country to leave the convention`, `the first to suspend the INF Treaty`."""
    so = _SO.match(page.plain, match.end())
    told = _act_told(page, low, match.start(), search=True) if so else _act_told(page, match.end() + 1, high)
    named = page.states(low, match.start())
    law = page.treaty_at(low, high, match.start()) if told and named else None
    if told is None or law is None or "resolution" in law.treaty.form:
        return
    actor = page.state_of(named[0] if so else named[-1])
    end = next(
        (one.end for one in page.treaties(match.end(), high) if one.start >= 0), told[1] if not so else match.end() + 6
    )
    span = (named[-1].start if not so else match.start()), end
    if actor is not None:
        yield from first(page, law, told[0], actor, span)


def first(page: Page, law: Law, kind: EventKind, actor: str, span: tuple[int, int]) -> Iterator[Judged]:
    """The verdict on the claim at `span` that a state was the first to do something."""
    done = _done(law, kind)
    if not done or not all(one.sure for one in done[:2]) or _is_doubted(done[0]):
        return
    ahead = [one for one in done if one.day == done[0].day]
    is_so = any(one.of(loosely([actor])) for one in ahead)
    if page.told_on and ahead[0].day.earliest > page.told_on and not is_so:
        return
    verdict = Verdict.CONSISTENT if is_so else Verdict.CONTRADICTS
    claim = f"{law.treaty.short}: {page.library.name(actor)} the first to {kind.value}"
    yield _judged(page, law, span, claim, verdict, ahead[:1])


def alone(page: Page, law: Law, kind: EventKind, actor: str, span: tuple[int, int]) -> Iterator[Judged]:
    """The verdict on the claim at `span` that a state is the only one that has done something."""
    done = [one for one in _done(law, kind) if page.told_on is None or one.day.latest <= page.told_on]
    if not done or not all(one.sure for one in done) or any(_is_doubted(one) for one in done):
        return
    others = [one for one in done if not one.of(loosely([actor]))]
    verdict = Verdict.CONTRADICTS if others else Verdict.CONSISTENT
    claim = f"{law.treaty.short}: {page.library.name(actor)} the only one to {kind.value}"
    yield _judged(page, law, span, claim, verdict, (others or done)[:1])


def in_order(
    page: Page, law: Law, kind: EventKind, pair: tuple[Mention, Mention], span: tuple[int, int], joint: str
) -> Iterator[Judged]:
    """The verdict on the claim at `span` that the first of two states did something `before` the other, or `after` it."""
    days = [_day_of(page, law, kind, one) for one in pair]
    if days[0] is None or days[1] is None or days[0][0] == days[1][0]:
        return
    verdict = Verdict.CONSISTENT if (days[0][0] < days[1][0]) == (joint != "after") else Verdict.CONTRADICTS
    claim = f"{law.treaty.short}: {kind.value} by {page.library.name(page.state_of(pair[0]) or '')} {joint} another"
    yield _judged(page, law, span, claim, verdict, [days[0][1], days[1][1]])


def _act_told(page: Page, start: int, end: int, search: bool = False) -> tuple[EventKind, int] | None:
    """What is told to be done: right at `start`, or anywhere in the stretch; and where its words end."""
    for kind, words in page.lexicon.file.first_acts.items():
        pattern = page.lexicon.pattern(words, _DID)
        found = pattern.search(page.plain, start, end) if search else pattern.match(page.plain, start, end)
        if found is not None and kind in DOING:
            return kind, found.end()
    return None


def _done(law: Law, kind: EventKind) -> list[Occasion]:
    """Who did it when, in its order; one day for each act, the day on which it was done."""
    found = [one for one in law.when(DOING[kind]) if one.actors and one.aspect in ("effective", "received", "notified")]
    return sorted(found, key=lambda one: one.day.earliest)


def _is_doubted(one: Occasion) -> bool:
    """Whether it is disputed that it happened then: of an exit. Of a suspension it is disputed that it is lawful, not its day."""
    return one.open and one.kind is K.WITHDRAW


def _order_at(page: Page, low: int, high: int, kind: EventKind, match: re.Match[str]) -> Iterator[Judged]:
    """`Russia left Open Skies before the United States did`."""
    before = page.states(low, match.start())
    treaty = next(
        (one for one in page.treaties(match.end(), high) if 0 <= one.start - match.end() <= _NEAR_TREATY), None
    )
    if not before or treaty is None or len(treaty.ids) > 1:
        return
    law = page.library.law(treaty.ids[0])
    joint = _AHEAD.match(page.plain, treaty.end, high)
    behind = [one for one in page.states(treaty.end, high) if joint and 0 <= one.start - joint.end() <= 4]
    if law is not None and joint is not None and behind:
        span = before[-1].start, behind[0].end
        yield from in_order(page, law, kind, (before[-1], behind[0]), span, joint.group(1))


def _day_of(page: Page, law: Law, kind: EventKind, mention: Mention) -> tuple[date, Occasion] | None:
    actor = page.state_of(mention)
    done = [one for one in _done(law, kind) if actor and one.of(loosely([actor])) and one.sure and not _is_doubted(one)]
    return (done[0].day.earliest, done[0]) if done else None


def _judged(
    page: Page, law: Law, span: tuple[int, int], claim: str, verdict: Verdict, facts: Sequence[Occasion]
) -> Judged:
    fact = " ".join(wording.sentence(page, law, one) for one in facts)
    told = tuple(dict.fromkeys(ground for one in facts for ground in one.grounds))
    rests = [each for one in facts for each in one.rests_on]
    return page.judged(span, "first", law, claim, verdict, fact, told, rests)
