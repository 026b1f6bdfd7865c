"""Of which states a text tells a standing, and towards which treaty."""

from __future__ import annotations

import re
from dataclasses import replace

from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.page import Page
from treatywatch.model.annotation import DayMention, Mention
from treatywatch.model.vocabulary import EventKind

_VERBS = (
    r"(?:,?\s(?:which|who|that))?(?:[\s,]+(?:is|are|was|were|has|have|had|been|remains?|remained|became|become|ever|also|itself|"
    r"themselves|still|not|never|no longer|both|yet|currently|already|formally|officially|now|thus|since|then|"
    r"just|recently|alone|neither|isn't|aren't|wasn't|weren't|hasn't|"
    r"haven't|itself|thereby|therefore|ceased to be|stopped being|signed but|refused|declined))*\s+"
)
"""What may stand between a state and the word that tells its standing. Anything else, and the claim is not surely read."""
_AUX = r"\b(?:is|are|was|were|has|have|had|which|who|that|ever|never|not)\b"
_BETWEEN = re.compile(rf"{_VERBS}|,\s(?:itself\s|also\s|still\s|not\s|never\s|no longer\s)?")
_LAST = re.compile(r",?\s(?:and|or|nor)\s(?:the\s|both\s)?")
_LIST = re.compile(r",\s(?:the\s)?")
_GENERIC = re.compile(r"(?:\w+\s){0,2}(?:treaty|accord|pact|agreement|deal|convention|it\b|them\b)")
_PREPOSITION = re.compile(r"\s(?:to|of|by|in|with)\s(?:the\s)?")
_TO_WHICH = re.compile(r"\b(?:to|by|of)\swhich\s")
_NEGATED = re.compile(
    r"\b(?:not|never|neither|nor|none|isn't|aren't|wasn't|weren't|hasn't|haven't|no longer|ceased to be)\b"
)

_IT = re.compile(r"(?:it|the country)(?=\s)")
_SINCE = r"[\s,]+(?:(?:in|on|since|as of|from)\s)?(?:the\s)?"
_TURNS = (
    (re.compile(r"\b(?:ceased to be|stopped being|no longer)\b"), EventKind.WITHDRAW, re.compile(_SINCE)),
    (re.compile(r"\b(?:became|become)\b"), EventKind.ACCEDE, re.compile(r"[\s,]+(?:(?:in|on)\s)?(?:the\s)?")),
    (re.compile(r"\b(?:is|are|has been|have been)\b"), EventKind.ACCEDE, re.compile(r"\s(?:since|as of)\s(?:the\s)?")),
)
"""What tells that a standing changed, the act that it amounts to, and what stands between the treaty and the day."""


def subjects(page: Page, low: int, at: int) -> tuple[list[Mention], str] | None:
    """The states of which the words at `at` tell something, and what stands between; None where none surely is."""
    named = [one for one in page.states(low, at) if one.alias_kind not in ("adjective", "demonym")] or meant(page, low)
    if not named or page.plain[low : page.sentence_at(low)[1]].rstrip("\"'” )").endswith("?"):
        return None
    between = page.plain[named[-1].end : at]
    apposed = between.startswith(", ") and page.plain.startswith(("a ", "an "), at)
    if not _BETWEEN.fullmatch(between) or (between.startswith(", ") and not apposed and not re.search(_AUX, between)):
        return None
    listed, joint = [named.pop()], _LAST
    while named and joint.fullmatch(page.plain[named[-1].end : listed[0].start]):
        listed.insert(0, named.pop())
        joint = _LIST
    supposed = page.lexicon.pattern("future", r"(?<![\w-])@\s(?:the\s)?$").search(page.plain[low : listed[0].start])
    return None if supposed else (listed, between)


def meant(page: Page, low: int) -> list[Mention]:
    """The one state of the sentence before, where the sentence goes on about it as "it" or "the country"."""
    pronoun = _IT.match(page.plain, low)
    start, end = page.sentence_at(max(0, low - 2))
    if pronoun is None or end > low:
        return []
    before = {page.state_of(one): one for one in page.states(start, end)}
    return [replace(one, start=low, end=pronoun.end()) for one in before.values()] if len(before) == 1 else []


def object_of(page: Page, low: int, high: int, end: int, verb: bool) -> Law | None:
    """The treaty that follows the words ending at `end`, or that a relative clause hangs on."""
    after = (
        _PREPOSITION.match(page.plain, end, high)
        if not verb
        else re.compile(r"\s(?:the\s)?").match(page.plain, end, high)
    )
    if after is not None:
        named = [one for one in page.treaties(low, high) if after.end() - 5 <= one.start <= after.end() + 14]
        if named:
            return page.treaty_at(low, high, named[0].start)
        if _GENERIC.match(page.plain, after.end(), high):
            return page.treaty_at(low, high, end) or page.treaty_before(low)
    if _TO_WHICH.search(page.plain, max(low, end - 80), end) or (
        verb and page.plain[max(low, end - 60) : end].count("which")
    ):
        return page.treaty_at(low, high, end)
    return None


def is_negated(page: Page, first: int, at: int, low: int) -> bool:
    """Whether the words from the first state to those at `at` deny."""
    return bool(_NEGATED.search(page.plain, max(low, first - 8), at))


def end_of(page: Page, high: int, end: int) -> int:
    """The end of the claim: that of the treaty named right after it, else of the words."""
    return next((one.end for one in page.treaties(end, high) if 0 <= one.start - end < 24), end)


def turn_of(page: Page, between: str, end: int, high: int) -> tuple[EventKind, DayMention] | None:
    """The act and the day of a change of standing ("ceased to be a party in July 2024"), where the words that end at `end` tell one."""
    mention = next(iter(page.days(end, high)), None)
    for words, kind, on in _TURNS if mention is not None else ():
        if mention is not None and words.search(between) and on.fullmatch(page.plain, end, mention.start):
            return kind, mention
    return None
