"""Claims about what was destroyed under a treaty: how many, of which side or type, and when.

A number is put beside the total that it can mean: the side's where a side is named, the type's where a type is, else that of all.
Totals that were read settle; counts of a type from memory only confirm. But no type can have as many as its side has of all types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from treatywatch.findings.claims.library import RUSSIAN, Law, loosely
from treatywatch.findings.claims.numbers import Fit, Told, find_numbers
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.model.annotation import DayMention, Mention
from treatywatch.model.clause import Ban, Definition
from treatywatch.model.event import Assertion
from treatywatch.model.finding import Verdict
from treatywatch.model.holdings import Destroyed, DestroyedTotal, Destruction
from treatywatch.model.passage import Ground
from treatywatch.model.vocabulary import EventKind, Modality, Position
from treatywatch.regime import grounds


def read(page: Page) -> Iterator[Judged]:
    """The claims about destruction in all sentences."""
    for low, high in page.sentences:
        law = _law(page, low, high)
        if law is None or law.destruction is None:
            continue
        if page.lexicon.words("destroyed").search(page.plain, low, high):
            yield from _numbers(page, law, law.destruction, low, high)
    yield from _events(page)


def _law(page: Page, low: int, high: int) -> Law | None:
    """The treaty whose classes of weapons the sentence speaks of: named, or told by the class."""
    named = [one for one in page.treaties(low, high) if len(one.ids) == 1]
    laws = {one.ids[0] for one in named}
    if laws:
        found = [law for one in laws if (law := page.library.law(one)) and law.destruction]
        return found[0] if len(found) == 1 else None
    return next(
        (law for one in _told_in(page) if (law := page.library.law(one)) and _class_in(page, law, low, high)), None
    )


def _told_in(page: Page) -> tuple[str, ...]:
    """The treaties that the text names."""
    return tuple(dict.fromkeys(one.id for one in page.prose.mentions if one.kind == "treaty"))


def _class_in(page: Page, law: Law, low: int, high: int) -> bool:
    """Whether the sentence names a class that the treaty defines by its range ("intermediate-range missiles")."""
    if law.destruction is None:
        return False
    terms = [one.term for one in law.treaty.clauses if isinstance(one, Definition) and one.range]
    text = page.plain[low:high].replace("-", " ")
    return any(re.search(rf"{term.split('-')[0].split()[0]}\s(?:range|and)\b", text) for term in terms) or any(
        one.id in {row.system for row in law.destruction.types}
        for one in page.prose.cast.scene.within(low, high, "system")
    )


# --- How many --------------------------------------------------------------------------------------------------------


def _numbers(page: Page, law: Law, destruction: Destruction, low: int, high: int) -> Iterator[Judged]:
    verb = page.lexicon.words("destroyed").search(page.plain, low, high)
    if verb is None or page.lexicon.words("not_destroyed").search(page.plain, low, high):
        return
    chained = False
    for told in find_numbers(page.text, page.plain, low, high, page.lexicon):
        what = _counted(page, low, high, told, chained)
        if what is None:
            continue
        chained = True
        found = _judge(page, law, destruction, low, high, told, what)
        if found is not None:
            yield found


_ALONE = re.compile(r"(?:\s(?:soviet|russian|american|us|u\.s\.)\b)?(?:\sones)?(?:[.,;]|\sand\s)")
"""What may follow a number that counts what the number before it counted ("and the United States 846.")."""
_BOTH = re.compile(r"\b(?:american|us|u\.s\.|soviet|russian) and (?:american|us|u\.s\.|soviet|russian)\b")
"""The missiles of both sides."""


def _counted(page: Page, low: int, high: int, told: Told, chained: bool) -> tuple[Mention | None, int] | None:
    """What a number counts: a type of weapon or missiles at large, and where the words of it end."""
    if told.value < 20 or (
        1900 <= told.value <= 2100 and not told.hedge and "," not in page.text[told.start : told.end]
    ):
        return None
    for system in page.prose.cast.scene.within(told.end, min(high, told.end + 40), "system"):
        if re.fullmatch(r"\s(?:soviet\s|american\s|us\s|u\.s\.\s)?(?:[a-z-]+\s)?", page.plain[told.end : system.start]):
            return system, system.end
    things = page.lexicon.pattern("destroyed_things", r"\s(?:[a-z.-]+\s){0,4}?@(?![\w-])")
    match = things.match(page.plain, told.end, high)
    if match is not None and not re.search(r"\b(?:and|of|than|from|launchers)\b", _BOTH.sub("", match.group())):
        return None, match.end()
    if chained and _ALONE.match(page.plain[told.end : high] + "."):
        return None, told.end
    return None


def _judge(
    page: Page,
    law: Law,
    destruction: Destruction,
    low: int,
    high: int,
    told: Told,
    what: tuple[Mention | None, int],
) -> Judged | None:
    system, end = what
    span = told.start, end
    if system is not None:
        return _of_type(page, law, destruction, told, system, span)
    side = _side(page, law, low, high, told)
    totals = [one for one in destruction.totals if (one.actor in side if side else one.actor is None)]
    if not totals:
        return None
    total = totals[0]
    fit = told.fit(total.count)
    rival = next(
        (one for one in destruction.rivals if one.count and told.value == one.count and fit is not Fit.FITS), None
    )
    if rival is not None and not any(one.count == rival.count for one in destruction.totals):
        fact = f"{_total_in_words(page, law, total)} {rival.says}: {rival.because}."
        return page.judged(
            span, "count", law, _claim(page, law, span), Verdict.UNKNOWN, fact, (_ground(law, total),), _ids(law)
        )
    if (
        fit is Fit.NEAR
        or (fit is Fit.OFF and not total.verified)
        or (fit is Fit.OFF and _partial(page, law, low, high, told))
    ):
        return None
    if fit is Fit.OFF and not side and _fits_a_side(destruction, told):
        return None
    verdict = Verdict.CONSISTENT if fit is Fit.FITS else Verdict.CONTRADICTS
    fact = _total_in_words(page, law, total)
    if not side:
        fact += " " + " ".join(_total_in_words(page, law, one) for one in destruction.totals if one.actor)
    return page.judged(span, "count", law, _claim(page, law, span), verdict, fact, (_ground(law, total),), _ids(law))


def _fits_a_side(destruction: Destruction, told: Told) -> bool:
    """Whether a number that names no side is that of one of them, told exactly."""
    return any(one.actor and told.value == one.count for one in destruction.totals)


def _partial(page: Page, law: Law, low: int, high: int, told: Told) -> bool:
    """Whether fewer than all are told, as of a year before the end: some were gone by then."""
    if told.value > max(one.count for one in law.destruction.totals) if law.destruction else False:
        return False
    last = _last(law, None)
    return any(one.latest is not None and last is not None and one.latest < last for one in page.days(low, high))


def _side(page: Page, law: Law, low: int, high: int, told: Told) -> frozenset[str]:
    """Whose missiles a number counts: the adjective beside it, else the subject before it; of both sides, nobody's."""
    if _BOTH.match(page.plain, told.end + 1):
        return frozenset()
    after = page.states(told.end, min(high, told.end + 25))
    if after and re.fullmatch(r"\s(?:of\sits\s|of\s)?", page.plain[told.end : after[0].start]):
        return loosely([page.state_of(after[0]) or ""])
    start, _ = page.clause_at(told.start, low, high)
    before = [
        state
        for one in page.states(max(start, _earlier_number(page, low, told)), told.start)
        if (state := page.state_of(one))
    ]
    groups = {frozenset(loosely([one])) for one in before}
    if len(groups) > 1 or page.lexicon.words("sides").search(page.plain, told.start, high):
        return frozenset()
    found = groups.pop() if groups else frozenset()
    behind = {frozenset(loosely([page.state_of(one) or ""])) for one in page.states(told.end, min(high, told.end + 60))}
    if (
        not found
        and len(behind) == 1
        and re.search(r"\bby\s(?:the\s)?$", page.plain[told.end : page.states(told.end, high)[0].start])
    ):
        return behind.pop()
    return found


def _earlier_number(page: Page, low: int, told: Told) -> int:
    """Where the number before this one ends, so that each number finds its own subject."""
    ends = [
        one.end
        for one in find_numbers(page.text, page.plain, low, told.start, page.lexicon)
        if one.value >= 20 and not 1900 <= one.value <= 2100
    ]
    return ends[-1] if ends else low


def _of_type(
    page: Page, law: Law, destruction: Destruction, told: Told, system: Mention, span: tuple[int, int]
) -> Judged | None:
    row = next((one for one in destruction.types if one.system == system.id), None)
    if row is None:
        return None
    fit = told.fit(row.count)
    total = next((one for one in destruction.totals if one.actor == row.actor), None)
    if fit is Fit.FITS:
        fact = f"{law.treaty.short}: {row.count:,} {row.unit} of this type were destroyed under {row.article}."
        return page.judged(
            span, "count", law, _claim(page, law, span), Verdict.CONSISTENT, fact, (_type_ground(law, row),), _ids(law)
        )
    if fit is Fit.NEAR or total is None or not (row.verified or (total.verified and told.value >= total.count)):
        return None
    if row.verified and told.value < row.count:
        return None
    fact = f"{_total_in_words(page, law, total)} {row.count:,} of them were of this type."
    rests = (_ground(law, total), _type_ground(law, row))
    return page.judged(span, "count", law, _claim(page, law, span), Verdict.CONTRADICTS, fact, rests, _ids(law))


def _claim(page: Page, law: Law, span: tuple[int, int]) -> str:
    return f"{law.treaty.short}: destroyed: {page.text[span[0] : span[1]]}"


def _total_in_words(page: Page, law: Law, total: DestroyedTotal) -> str:
    whose = f"by {page.library.name(total.actor)}" if total.actor else "by both sides"
    return f"{law.treaty.short}: {total.count:,} missiles were destroyed {whose}."


def _ground(law: Law, total: DestroyedTotal) -> Ground:
    return Ground(
        source=grounds.cited(law.treaty, total.source),
        source_kind=grounds.kind_of(law.treaty, total.source),
        verified=total.verified,
    )


def _type_ground(law: Law, row: Destroyed) -> Ground:
    kind = grounds.kind_of(law.treaty, row.source)
    return Ground(
        article=row.article, source=grounds.cited(law.treaty, row.source), source_kind=kind, verified=row.verified
    )


def _ids(law: Law) -> tuple[str, ...]:
    last = _last(law, None)
    return (grounds.answer_id("destroyed", law.treaty.id, on=last),) if last else ()


# --- When ------------------------------------------------------------------------------------------------------------


_LEAD = re.compile(r"(?<![\w-])(?:back\s)?(?:in|on|by|since|from)\s$")


@dataclass(frozen=True, slots=True)
class _Course:
    """From when to when a side destroyed, and when the treaty that demanded it entered into force."""

    first: date
    last: date
    in_force: date


def _events(page: Page) -> Iterator[Judged]:
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
        law = _law(page, low, high)
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
    last = _last(law, whose or None)
    if not entered or not firsts or last is None:
        return None
    return _Course(min(firsts), last, entered[0].day.earliest)


def _last(law: Law, whose: frozenset[str] | None) -> date | None:
    """The day of the last destruction, as the shelf's acts have it."""
    done = [one.day.latest for one in law.when((EventKind.DESTROY,)) if whose is None or set(one.actors) & whose]
    return max(done, default=None)
