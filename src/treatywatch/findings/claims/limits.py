"""Claims about ceilings: so many warheads, missiles, tanks, put beside the limits of the treaty that the words speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.numbers import Fit, Told, find_numbers
from treatywatch.findings.claims.occasions import READ
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.model.clause import Limit
from treatywatch.model.finding import Verdict
from treatywatch.regime import grounds

_REACH = 90
"""Characters before a number within which the word of limiting is sought."""
_BESIDE = 30
"""Characters after it within which words may tell that it is no limit."""


_NEAR = 45
"""Characters before a number within which stands what somebody "may have", or what the treaty "holds" each side to."""
_SUBJECT = re.compile(
    r"(?:,[^,;.]{3,60},)?(?:\s(?:also|now|only|both|each|which|that|it|would|will|was to|is to|does|did))*\s"
)
"""What may stand between the treaty and its verb ("New START holds both sides to 1,550 warheads")."""
_RANGE = re.compile(r"\s?(?:to|and|or|-|–)\s?\d")
"""After the lower one of two numbers."""
_FORBIDDING = r"(?:neither|no|not|never|nor|cannot|forbid\w*|forbade|bars?|barred|prohibit\w*|prevents?|bans?|banned)"
_NONE_MORE = re.compile(rf"(?<![\w-]){_FORBIDDING}(?![\w-])[\w\s']{{0,60}}$")
_LIMITED = r"(?:(?:is|are|was|were|be)\s)?(?:limited|capped|restricted|cut|reduced|confined|held)\s[\w\s]{0,25}?"
"""Between what is counted and its number, where the number follows ("warheads are limited by the treaty to 1,550")."""
_EXCEED = re.compile(r"\b(?:exceed|go beyond|go above|surpass)\s(?:the\s)?$")
_SET_BY = re.compile(
    r"[\w\s-]{3,60}?\s(?:(?:that|which)\s)?(?:(?:is|are|was|were)\s)?"
    r"(?:allowed|permitted|authori[sz]ed|foreseen|set|fixed|laid down|provided for)\s"
    r"(?:each\s|either\s|both\s|side\s|sides\s|to\s)*(?:under|by|in)\b"
    r"|[\w\s-]{3,60}?\s(?:is|are|was|were)\s(?:the\s)?(?:maximum|limit|ceiling|cap|most|upper limit)\b"
    r"|[\w\s-]{1,30}?\s(?:limit|ceiling|cap)(?![\w-])"
)
"""After a number: it is a ceiling that the treaty sets."""


def read(page: Page) -> Iterator[Judged]:
    """The claims about limits in all sentences."""
    for low, high in page.sentences:
        if _speaks_of_limits(page, low, high):
            for told in find_numbers(page.text, page.plain, low, high, page.lexicon):
                if not _RANGE.match(page.text, told.end):
                    yield from _number_at(page, low, high, _at_most(page, low, told))


def _speaks_of_limits(page: Page, low: int, high: int) -> bool:
    names = ("limiting", "entitling", "holding")
    told = any(page.lexicon.words(name).search(page.plain, low, high) for name in names)
    return told or "more than" in page.plain[low:high]


def _at_most(page: Page, low: int, told: Told) -> Told:
    """The number without "more than" where nobody may have more: it is the limit itself."""
    if told.hedge == "above" and _NONE_MORE.search(page.plain, low, told.start):
        return replace(told, hedge="")
    return told


def _number_at(page: Page, low: int, high: int, told: Told) -> Iterator[Judged]:
    law = page.treaty_at(low, high, told.start)
    if law is None or told.value < 10 or not _limits(page, low, high, told):
        return
    unit = _unit(page, low, high, told)
    limits = _of_unit(page, law, unit) or _of_another(law, told) if unit else []
    if unit is None or not limits:
        return
    if not _of_unit(page, law, unit):
        yield _misplaced(page, law, limits[0], told, unit[1])
        return
    limits = _of_place(page, limits, unit[1], high)
    fits = {one.article: _fit(told, one.at_most) for one in limits}
    best = min(fits.values(), key=list(Fit).index)
    if best is Fit.OFF and _is_together(told, limits):
        return  # what several limits allow together
    if best is Fit.NEAR or (best is Fit.OFF and (told.hedge or not all(_sure(one) for one in limits))):
        return
    chosen = [one for one in limits if fits[one.article] is best] if best is Fit.FITS else limits[:3]
    verdict = Verdict.CONSISTENT if best is Fit.FITS else Verdict.CONTRADICTS
    fact = f"{law.treaty.short}: " + " ".join(f"{one.article}: at most {one.at_most:,} {one.counts}." for one in chosen)
    span = told.start, unit[1]
    ids = [grounds.clause_id(law.treaty, one) for one in chosen]
    told_grounds = [grounds.of_clause(law.treaty, one) for one in chosen]
    claim = f"{law.treaty.short}: limit {page.text[span[0] : span[1]]}"
    yield page.judged(span, "limit", law, claim, verdict, fact, told_grounds, ids)


def _fit(told: Told, at_most: float) -> Fit:
    """How a number lies to a limit, which is a legal number: without a hedge one beside it is another."""
    found = told.fit(at_most)
    return Fit.OFF if found is Fit.NEAR and not told.hedge else found


def _of_place(page: Page, limits: list[Limit], end: int, high: int) -> list[Limit]:
    """Of several limits those of the place that is named right after what is counted ("centrifuges at Natanz"), where one names it."""
    place = _AT_PLACE.match(page.text, end, high)
    named = [one for one in limits if place and place.group(1) in one.counts]
    return named or limits


_AT_PLACE = re.compile(r"\s(?:at|in)\s([A-Z]\w+)")


def _limits(page: Page, low: int, high: int, told: Told) -> bool:
    """Whether the words around a number tell a ceiling, not what somebody has or declares."""
    if page.lexicon.words("not_limiting").search(
        page.plain, max(low, told.start - _REACH), min(high, told.end + _BESIDE)
    ):
        return False
    before = page.plain[max(low, told.start - _REACH) : told.start]
    near = page.lexicon.words("limiting").search(before)
    chained = re.search(
        r"\d[\w\s]{0,40}\s(?:and|on|,)\s(?:(?:to|at|keep|hold|have|deploy|store|run|operate|field|of)\s)?$", before
    )
    set_by = _SET_BY.match(page.plain, told.end, high)
    exceeded = _EXCEED.search(before) and _NONE_MORE.search(before)
    forbidden = page.plain.startswith("more than", told.start) and _NONE_MORE.search(before)
    if near or chained or set_by or exceeded or forbidden:
        return True
    return _entitled(page, low, high, told) or _held(page, low, told)


def _entitled(page: Page, low: int, high: int, told: Told) -> bool:
    """As in "each side may have 1,550 warheads under New START": leave to have, by the treaty and not by its end."""
    near = page.lexicon.words("entitling").search(page.plain, max(low, told.start - _NEAR), told.start)
    return near is not None and not page.lexicon.words("supposing").search(page.plain, low, high)


def _held(page: Page, low: int, told: Told) -> bool:
    """As in "New START holds both sides to 1,550 warheads": the treaty itself is what holds, cuts or sets."""
    found = page.lexicon.words("holding").search(page.plain, max(low, told.start - _NEAR), told.start)
    named = [one for one in page.treaties(low, found.start()) if one.start >= 0] if found else []
    return bool(found and named and _SUBJECT.fullmatch(page.plain, named[-1].end, found.start()))


def _unit(page: Page, low: int, high: int, told: Told) -> tuple[str, int] | None:
    """The unit that a number counts, and where its words end; they may stand before it too ("caps missiles and bombers at 700")."""
    before = page.plain[max(low, told.start - 60) : told.start]
    found: list[tuple[int, str, int]] = []
    for unit, words in page.lexicon.file.limit_units.items():
        after = page.lexicon.pattern(words, r"\s(?:[a-z-]+\s){0,2}?(@)(?![\w-])").match(page.plain, told.end, high)
        if after is not None:
            found.append((len(after.group(1)), unit, after.end()))
        ahead = page.lexicon.pattern(
            words, rf"(?<![\w-])(@)(?:\s(?:at|in)\s\w+)?(?:\W{{1,2}}|\s{_LIMITED})(?:at|to)\s$"
        ).search(before)
        if ahead is not None:
            found.append((len(ahead.group(1)), unit, told.end))
    return max(found)[1:] if found else None


def _of_unit(page: Page, law: Law, unit: tuple[str, int] | None) -> list[Limit]:
    """The treaty's limits on what is counted."""
    limits = [one for one in law.treaty.clauses if isinstance(one, Limit)]
    if unit is None:
        return []
    words = page.lexicon.file.limit_words.get(unit[0])
    if words is not None:
        return [one for one in limits if words in one.counts]
    return [one for one in limits if one.unit == unit[0]]


def _is_together(told: Told, limits: list[Limit]) -> bool:
    """Whether a number is what two of the limits allow together."""
    return any(told.value == one.at_most + other.at_most for one, other in combinations(limits, 2))


def _of_another(law: Law, told: Told) -> list[Limit]:
    """The limits on something else that a number is, where the treaty has none on what is counted ("1,550 launchers")."""
    limits = [one for one in law.treaty.clauses if isinstance(one, Limit)]
    return [
        one for one in limits if one.unit == "warheads" and one.at_most == told.value and not told.hedge and _sure(one)
    ]


def _misplaced(page: Page, law: Law, limit: Limit, told: Told, end: int) -> Judged:
    """The verdict on the number of a limit told of what it does not count."""
    fact = f"{law.treaty.short}: {limit.article}: at most {limit.at_most:,} {limit.counts}."
    claim = f"{law.treaty.short}: limit {page.text[told.start : end]}"
    ids = (grounds.clause_id(law.treaty, limit),)
    told_grounds = (grounds.of_clause(law.treaty, limit),)
    return page.judged((told.start, end), "limit", law, claim, Verdict.CONTRADICTS, fact, told_grounds, ids)


def _sure(limit: Limit) -> bool:
    return limit.verified or limit.level in READ
