"""Claims that a state took its signature back, or has left, told without a day; put beside its standing on the report's day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.findings.claims.standings import known, row_on
from treatywatch.findings.claims.standings import standing_in_words as in_words
from treatywatch.findings.claims.subjects import subjects
from treatywatch.model.finding import Verdict
from treatywatch.model.vocabulary import EventKind, StandingKind

_OF = re.compile(r"\s(?:from|of|to|under|on)\s(?:the\s)?")
_TREATY_NEXT = re.compile(r"\s(?:the\s)?")
_THE_TREATY = re.compile(r"\s(?:(?:from|of|to|under|on)\s)?the\s(?:treaty|pact|accord|agreement|convention)(?![\w-])")
_HAS = re.compile(r"\b(?:has|have)\b")


def read(page: Page) -> Iterator[Judged]:
    """`withdrew its signature from the CTBT`, `has left the Open Skies Treaty`."""
    for low, high in page.sentences:
        for match in page.lexicon.words("taking_back").finditer(page.plain, low, high):
            yield from _claim(page, low, high, match, _OF, "signature taken back")
        for match in page.lexicon.words("has_left").finditer(page.plain, low, high):
            yield from _claim(page, low, high, match, _TREATY_NEXT, "has left")


def _claim(
    page: Page, low: int, high: int, match: re.Match[str], joint: re.Pattern[str], says: str
) -> Iterator[Judged]:
    told = subjects(page, low, match.start())
    law, end = _treaty_next(page, low, high, match.end(), joint)
    if told is None or len(told[0]) != 1 or law is None:
        return
    actor = page.state_of(told[0][0])
    if actor is None or page.told_on is None or page.disowned(told[0][0].start, end):
        return
    if says == "has left" and (not _HAS.search(told[1]) or "not" in told[1] or "never" in told[1]):
        return
    span = told[0][0].start, end
    if _is_untrue(page, law, actor, says):
        fact, grounds, ids = in_words(page, law, actor, page.told_on)
        claim = f"{law.treaty.short}: {page.library.name(actor)}: {says}"
        yield page.judged(span, "standing", law, claim, Verdict.CONTRADICTS, fact, grounds, ids)


def _treaty_next(page: Page, low: int, high: int, at: int, joint: re.Pattern[str]) -> tuple[Law | None, int]:
    """The treaty named right after the words that end at `at`, or meant there by "the treaty"; and where its words end."""
    named = [one for one in page.treaties(at, high) if one.start >= 0][:1]
    if named:
        next_to = joint.fullmatch(page.plain, at, named[0].start) is not None
        return (page.law_of(named[0]) if next_to else None), named[0].end
    generic = _THE_TREATY.match(page.plain, at, high)
    return (page.treaty_at(low, high, at) or page.treaty_before(low), generic.end()) if generic else (None, at)


def _is_untrue(page: Page, law: Law, actor: str, says: str) -> bool:
    """Whether the shelf surely has the state where it was: a signatory, or a party whose notice does not run either."""
    day, coverage = page.told_on, law.treaty.coverage
    if day is None or not known(law, actor) or (coverage is not None and day > coverage.as_of.latest):
        return False
    standing = row_on(law, actor, day).standing
    if says == "has left":
        return standing is StandingKind.PARTY
    return standing in (StandingKind.SIGNATORY, StandingKind.PARTY) and not law.when((EventKind.UNSIGN,), (actor,))
