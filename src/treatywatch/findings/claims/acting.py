"""Of which treaty an act is told: the one whose name, or a word for it, stands as the subject of the words for the act."""

from __future__ import annotations

import re

from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.page import Page
from treatywatch.findings.claims.references import Referred

_BEFORE_ACT = re.compile(
    r"(?:,[^,;.]{3,60},)?[\s,(]*"
    r"(?:(?:which|that|itself|formally|finally|was|were|is|has been|had been|only|first|and|then|now|still|thus|has)\s)*"
)
"""What may stand between a treaty and the words for an act of it."""
_PRONOUN = re.compile(
    r"(?:(?:it|the (?:treaty|pact|accord|agreement|convention|deal))\s"
    r"(?:(?:was|formally|finally|only|now|still|thus|has been|had been|had|has|first)\s)*)?"
)
"""What stands before the words for an act where the treaty is told by the sentence before."""
_FINITE = re.compile(r"(?:entered|came|come|went|took|expire|lapse|ran|dates|goes)")
_HANGING = re.compile(r"\b(?:from|of|to|under|in|by|with|for|on|against|and)\s(?:the\s)?(?:\d{4}\s)?$")


_AUX = r"(?:(?:was|were|is|has|had|been|formally|finally|first|then|later|only|also|itself|to|be)\s)*$"
_SHARED = re.compile(r"(?:,\s)?\b(?:and|but|then)\s" + _AUX)
"""Before a verb that shares the subject of the one before it ("entered into force in 2010 and was signed in 2008")."""
_LISTED = re.compile(r"[:;,]\s(?:and\s|then\s)?$")
"""Before one of several acts listed after a treaty and a colon ("Open Skies: signed in 1992; in force since 2002")."""
_IT = re.compile(r"(?:[;:,–—-]|\band|\bbut)\s(?:it|which)\s" + _AUX)


def subject_of(page: Page, low: int, at: int) -> Law | None:
    """The treaty whose name stands right before the words at `at`, but for auxiliaries and an aside in commas.

    A treaty that hangs on another noun ("withdrawal from the treaty took effect") is no subject; a participle may hang on it ("parties
    to the treaty, signed in 1987"). A verb after "and" shares the subject before it; "it" after a comma is the one treaty named before.
    """
    named = [one for one in page.treaties(low, at) if one.start >= 0]
    if not named:
        return _implied(page, low, at)
    if len(named[-1].ids) > 1:
        return None
    if not _BEFORE_ACT.fullmatch(page.plain, named[-1].end, at):
        return _shared(page, low, at, named)
    apposed = page.plain.startswith(",", named[-1].end) and not _FINITE.match(page.plain, at)
    if _hangs(page, low, named[-1]) and not apposed:
        return None
    return page.library.law(named[-1].ids[0])


def _hangs(page: Page, low: int, one: Referred) -> bool:
    return bool(_HANGING.search(page.plain[low : one.start]))


def _shared(page: Page, low: int, at: int, named: list[Referred]) -> Law | None:
    """The only treaty of the sentence, where the words at `at` go on with it after "and", or take it up as "it"."""
    if len({one.ids for one in named}) > 1 or _hangs(page, low, named[0]) or page.states(low, named[0].start):
        return None
    before = page.plain[named[0].end : at]
    listed = before.startswith(":") and _LISTED.search(before)
    taken_up = _IT.search(before)
    at_other = taken_up and named[0].end + taken_up.start()
    if any(one.kind == "treaty" and one.end == at_other for one in page.prose.mentions):
        return None  # "the successor of START I, which …" tells of the other
    joined = _SHARED.search(before) or taken_up or listed
    return page.library.law(named[0].ids[0]) if joined and (listed or not page.states(named[0].end, at)) else None


def _implied(page: Page, low: int, at: int) -> Law | None:
    """The treaty of "it" or "the treaty" that opens a sentence, or of a participle there: the one that the sentence before names."""
    return page.treaty_before(low) if _PRONOUN.fullmatch(page.plain, low, at) else None
