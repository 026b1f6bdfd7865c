"""Claims about how many weapons were destroyed under a treaty, of which side or type.

A number is put beside the total that it can mean: the side's where a side is named, the type's where a type is, else that of all.
Totals that were read settle; counts of a type from memory only confirm. But no type can have as many as its side has of all types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatywatch.findings.claims.library import Law, loosely
from treatywatch.findings.claims.numbers import Fit, Told, find_numbers
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.findings.claims.weapons import last_destroyed, law_of
from treatywatch.model.annotation import Mention
from treatywatch.model.finding import Verdict
from treatywatch.model.holdings import Destroyed, DestroyedTotal, Destruction, RivalFigure
from treatywatch.model.passage import Ground
from treatywatch.regime import grounds


def read(page: Page) -> Iterator[Judged]:
    """The claims about numbers destroyed in all sentences."""
    for low, high in page.sentences:
        law = law_of(page, low, high)
        if law is not None and law.destruction is not None:
            yield from _numbers(page, law, law.destruction, low, high)


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


_ALONE = re.compile(
    r"(?:\s(?:were|was|being|came from|belonged to))?(?:\s(?:the\s)?(?:soviet|russian|american|us|u\.s\.)\b)?(?:\sones)?(?:[.,;]|\sand\s)"
)
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
    rival = _rival(destruction, told) if fit is not Fit.FITS else None
    if rival is not None:
        fact = f"{_total_in_words(page, law, total)} {rival.says}: {rival.because}."
        verdict = Verdict.UNKNOWN
    elif fit is Fit.NEAR or (fit is Fit.OFF and _is_open(page, law, low, high, told, total, side)):
        return None
    else:
        verdict = Verdict.CONSISTENT if fit is Fit.FITS else Verdict.CONTRADICTS
        others = [] if side else [one for one in destruction.totals if one.actor]
        fact = " ".join(_total_in_words(page, law, one) for one in (total, *others))
    return page.judged(span, "count", law, _claim(page, law, span), verdict, fact, (_ground(law, total),), _ids(law))


def _rival(destruction: Destruction, told: Told) -> RivalFigure | None:
    """Another count of the same, that somebody holds, where the number is that one and no total of the shelf."""
    settled = {one.count for one in destruction.totals}
    return next((one for one in destruction.rivals if one.count == told.value and one.count not in settled), None)


def _is_open(
    page: Page, law: Law, low: int, high: int, told: Told, total: DestroyedTotal, side: frozenset[str]
) -> bool:
    """Whether a number that is not the total may still be right: of a part, of a side, or where the total was not read."""
    partial = _partial(page, law, low, high, told)
    of_a_side = not side and law.destruction is not None and _fits_a_side(law.destruction, told)
    return not total.verified or partial or of_a_side


def _fits_a_side(destruction: Destruction, told: Told) -> bool:
    """Whether a number that names no side is that of one of them, told exactly."""
    return any(one.actor and told.value == one.count for one in destruction.totals)


def _partial(page: Page, law: Law, low: int, high: int, told: Told) -> bool:
    """Whether fewer than all are told, as of a year before the end: some were gone by then."""
    if told.value > max(one.count for one in law.destruction.totals) if law.destruction else False:
        return False
    last = last_destroyed(law, None)
    return any(one.latest is not None and last is not None and one.latest < last for one in page.days(low, high))


def _side(page: Page, law: Law, low: int, high: int, told: Told) -> frozenset[str]:
    """Whose missiles a number counts: the adjective beside it, else the subject before it; of both sides, nobody's."""
    if _BOTH.match(page.plain, told.end + 1):
        return frozenset()
    after = page.states(told.end, min(high, told.end + 40))
    if after and re.fullmatch(
        r"\s(?:(?:were|was|being|came\sfrom|belonged\sto)\s)?(?:of\sits\s|of\s)?(?:the\s)?",
        page.plain[told.end : after[0].start],
    ):
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
    last = last_destroyed(law, None)
    return (grounds.answer_id("destroyed", law.treaty.id, on=last),) if last else ()
