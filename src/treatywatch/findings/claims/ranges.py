"""Claims about the range of the missiles that a treaty bans, in kilometres or miles, put beside the classes that it defines.

A range is a legal number: 500 and 5,500 km are inside. Miles are told rounded (500 km are 310.7 miles, 5,500 km 3,417.5), so a
bound may be off by `ROUNDED`. The range of one missile is somebody's claim, and is left alone here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.numbers import NUMBER, value_of
from treatywatch.findings.claims.occasions import READ
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.model.clause import Definition
from treatywatch.model.finding import Verdict
from treatywatch.regime import grounds

_DASH = re.compile(r"[-‐‑‒–—−]")
KM_PER_MILE = 1.609344
ROUNDED = {"km": 0.012, "mi": 0.05}
"""How far a bound may be off for its rounding: “300 miles” for 500 km is 3.4 % off, “3,100 miles” for 5,500 km 9 %."""


def read(page: Page) -> Iterator[Judged]:
    """The claims about banned ranges in all sentences."""
    pattern = _pattern(page)
    for low, high in page.sentences:
        found = [one for one in pattern.finditer(page.plain, low, high) if _is_range(page, one)]
        if found and page.lexicon.words("ban").search(page.plain, low, high):
            yield from _together(page, low, high, found)


def _pattern(page: Page) -> re.Pattern[str]:
    units = tuple(word for words in page.lexicon.file.range_units.values() for word in words)
    gap = r"(\s?@?\s?(?:(?:to|and|up to)\s)?(?:(?:about|some|around|roughly|nearly|almost)\s)?)"
    return page.lexicon.pattern(units, rf"(?<![\w.,-])({NUMBER}){gap}({NUMBER})[\s-]?(@)(?![\w])")


def _is_range(page: Page, match: re.Match[str]) -> bool:
    """Whether the two numbers are joined: by a word, or by a dash, for which plain text has a space."""
    return bool(re.search(r"\b(?:to|and)\b", match.group(2)) or _DASH.search(page.text[slice(*match.span(2))]))


def _together(page: Page, low: int, high: int, found: list[re.Match[str]]) -> Iterator[Judged]:
    """One claim of each range; those in brackets beside it tell the same in another unit."""
    groups: list[list[re.Match[str]]] = []
    for match in found:
        near = groups and match.start() - groups[-1][-1].end() <= 4
        if not near:
            groups.append([])
        groups[-1].append(match)
    for group in groups:
        law = page.treaty_at(low, high, group[0].start())
        if law is not None and not _of_one_missile(page, low, high, group[0].start()):
            yield from _judged(page, law, group)


def _of_one_missile(page: Page, low: int, high: int, at: int) -> bool:
    """Whether the range is told of one missile, which is disputed, and not of the class."""
    systems = page.prose.cast.scene.within(low, high, "system")
    return bool(systems) or bool(page.lexicon.words("own_range").search(page.plain, low, high))


def _judged(page: Page, law: Law, group: list[re.Match[str]]) -> Iterator[Judged]:
    classes = [
        one for one in law.treaty.clauses if isinstance(one, Definition) and one.range and one.range.unit == "km"
    ]
    bounds = [_bounds(page, match) for match in group]
    if not classes or not all(0 < low < high for low, high, _ in bounds):
        return
    fitting = all(any(_fits(told, span) for span in _spans(classes)) for told in bounds)
    sure = all(one.verified or one.level in READ for one in classes)
    if not fitting and not sure:
        return
    verdict = Verdict.CONSISTENT if fitting else Verdict.CONTRADICTS
    span = group[0].start(), group[-1].end()
    fact = f"{law.treaty.short}: " + " ".join(f"{one.article}: {one.says}" for one in classes) + _in_miles(classes)
    ids = [grounds.clause_id(law.treaty, one) for one in classes]
    told = [grounds.of_clause(law.treaty, one) for one in classes]
    yield page.judged(
        span, "range", law, f"{law.treaty.short}: range {page.text[span[0] : span[1]]}", verdict, fact, told, ids
    )


def _bounds(page: Page, match: re.Match[str]) -> tuple[float, float, str]:
    """Lower and upper bound in kilometres, and the unit told."""
    unit = next(name for name, words in page.lexicon.file.range_units.items() if match.group(4) in words)
    factor = KM_PER_MILE if unit == "mi" else 1.0
    return value_of(match.group(1)) * factor, value_of(match.group(3)) * factor, unit


def _spans(classes: list[Definition]) -> list[tuple[float, float]]:
    """The intervals that a report may mean: each class, and those that adjoin taken together."""
    ends = [(one.range.low or 0.0, one.range.high or 0.0) for one in classes if one.range]
    return [(low, high) for (low, _), (_, high) in product(ends, ends) if low < high]


def _fits(told: tuple[float, float, str], span: tuple[float, float]) -> bool:
    slack = ROUNDED[told[2]]
    return all(abs(one - other) <= slack * other for one, other in zip(told[:2], span, strict=True))


def _in_miles(classes: list[Definition]) -> str:
    low = min(one.range.low or 0 for one in classes if one.range)
    high = max(one.range.high or 0 for one in classes if one.range)
    return f" In miles: {low / KM_PER_MILE:,.0f} to {high / KM_PER_MILE:,.0f}."
