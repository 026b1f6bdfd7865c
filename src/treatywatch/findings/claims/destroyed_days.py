"""Claims about when weapons were destroyed under a treaty: before it was in force nobody destroyed anything under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from treatywatch.findings.claims.library import RUSSIAN, Law, loosely
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.findings.claims.weapons import last_destroyed, law_of
from treatywatch.model.annotation import DayMention
from treatywatch.model.clause import Ban
from treatywatch.model.event import Assertion
from treatywatch.model.finding import Verdict
from treatywatch.model.vocabulary import EventKind, Modality, Position
from treatywatch.regime import grounds

_LEAD = re.compile(r"(?<![\w-])(?:back\s)?(?:in|on|by|since|from)\s$")


@dataclass(frozen=True, slots=True)
class _Course:
    """From when to when a side destroyed, and when the treaty that demanded it entered into force."""

    first: date
    last: date
    in_force: date


def read(page: Page) -> Iterator[Judged]:
    """`In 1987 Russia destroyed …`: before the treaty was in force nobody destroyed anything under it."""
    for assertion in page.happened:
        if assertion.event.kind is EventKind.DESTROY and assertion.position is Position.AFFIRMS:
            yield from _event(page, assertion)


def _event(page: Page, assertion: Assertion) -> Iterator[Judged]:
    event = assertion.event
    if event.modality not in (Modality.HAPPENED, Modality.ONGOING) or event.day is None or event.day.earliest is None:
        return
    for mention in page.days(assertion.start, assertion.end):
        if (mention.earliest, mention.latest) != (event.day.earliest, event.day.latest):
            continue
        low, high = page.sentence_at(mention.start)
        law = law_of(page, low, high)
        verb = page.lexicon.words("destroyed").search(page.plain, low, high)
        if law is not None and verb is not None and law.destruction:
            lead = _LEAD.search(page.plain[low : mention.start])
            span = min(low + lead.start() if lead else mention.start, verb.start()), max(mention.end, verb.end())
            found = _dated(page, law, event.actors, mention, span)
            if found is not None:
                yield found


def _dated(page: Page, law: Law, actors: tuple[str, ...], mention: DayMention, span: tuple[int, int]) -> Judged | None:
    course = _course(law, actors)
    day = ToldDay.of(mention, page.plain, page.lexicon)
    if course is None or day.earliest is None or day.latest is None:
        return None
    within = day.earliest <= course.last and day.latest >= course.first
    if not within and (day.loose or not day.year):
        return None
    who = page.library.names(actors) or "Both sides"
    fact = (
        f"{law.treaty.short} entered into force on {course.in_force.isoformat()}; under it missiles were destroyed from "
        f"{course.first.isoformat()} to {course.last.isoformat()}{', by the Soviet Union' if set(actors) & RUSSIAN else ''}."
    )
    verdict = Verdict.CONSISTENT if within else Verdict.CONTRADICTS
    bans = [one for one in law.treaty.clauses if isinstance(one, Ban) and one.verified][:1]
    acts = [
        one for one in law.when((EventKind.ENTER_INTO_FORCE, EventKind.DESTROY), actors) if one.aspect == "effective"
    ]
    told = [ground for one in acts for ground in one.grounds] + [grounds.of_clause(law.treaty, one) for one in bans]
    rests = [each for one in acts for each in one.rests_on]
    return page.judged(
        span, "act", law, f"{law.treaty.short}: destruction by {who}, {day.words}", verdict, fact, told, rests
    )


def _course(law: Law, actors: tuple[str, ...]) -> _Course | None:
    if law.destruction is None:
        return None
    entered = [one for one in law.when((EventKind.ENTER_INTO_FORCE,)) if one.aspect == "effective" and one.sure]
    whose = loosely(actors)
    firsts = [one.first.earliest for one in law.destruction.totals if one.first and (not whose or one.actor in whose)]
    last = last_destroyed(law, whose or None)
    if not entered or not firsts or last is None:
        return None
    return _Course(min(firsts), last, entered[0].day.earliest)
