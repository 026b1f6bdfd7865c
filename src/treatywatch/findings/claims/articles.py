"""Claims about which article says what, put beside the clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatywatch.findings.claims.lexicon import WHOLE
from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.occasions import READ
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.model.finding import Verdict
from treatywatch.regime import grounds

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_ARTICLE = re.compile(r"(?<![\w-])(?:article|art\.)\s((?:[ivxl]{1,7}|\d{1,3}))(?![\w-])")
_UNDER = re.compile(r"(?:under|by|pursuant to|in accordance with|invoking|in line with)\s(?:its\s|the treaty's\s)?$")
_OF = re.compile(r"(?:\s?(?:\(\w+\)|\.\d+|, paragraph \w+))?(?:\s(?:of|in)\s(?:the\s)?(?:\d{4}\s)?|,)")


def number_of(article: str) -> int | None:
    """The leading number of an article, Roman or Arabic (`XV.2` is 15, `20.1` is 20); None where it has none ("Protocol I")."""
    match = re.match(r"(?:([IVXL]+)|(\d+))(?![a-zA-Z])", article.upper())
    if match is None:
        return None
    if match.group(2):
        return int(match.group(2))
    values = [_ROMAN[letter.lower()] for letter in match.group(1)]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def read(page: Page) -> Iterator[Judged]:
    """The claims about articles in all sentences."""
    for low, high in page.sentences:
        for match in _ARTICLE.finditer(page.plain, low, high):
            law = _law(page, low, high, match)
            if law is not None:
                yield from _judged(page, law, low, high, match)


def _law(page: Page, low: int, high: int, match: re.Match[str]) -> Law | None:
    """The treaty of an article: the one named right after it, before it as its owner, or the only one that the sentence speaks of."""
    named = [one for one in page.treaties(low, high) if one.start >= 0]
    after = _OF.match(page.plain, match.end())
    beside = [one for one in named if after and 0 <= one.start - after.end() <= 4]
    owner = [one for one in named if page.plain[one.end : match.start()] in ("'s ", "' ")]
    chosen = (beside or owner)[:1]
    if chosen:
        return page.library.law(chosen[0].ids[0]) if len(chosen[0].ids) == 1 else None
    return page.treaty_at(low, high, match.start()) if len({one.ids for one in named}) <= 1 else None


def _judged(page: Page, law: Law, low: int, high: int, match: re.Match[str]) -> Iterator[Judged]:
    number = number_of(match.group(1))
    for kind, words in page.lexicon.file.articles_of.items():
        told = _topic(page, words, low, high, match)
        clauses = [one for one in law.treaty.clauses if one.kind == kind and number_of(one.article) is not None]
        if told is None or not clauses or number is None:
            continue
        right = [one for one in clauses if number_of(one.article) == number]
        if not right and not all(one.verified or one.level in READ for one in clauses):
            continue
        if not right and any(
            number_of(one.article) == number and _speaks_of(one.says, words) for one in law.treaty.clauses
        ):
            continue
        chosen = right or clauses
        fact = " ".join(f"{law.treaty.short}, {one.article}: {one.says}" for one in chosen[:1])
        verdict = Verdict.CONSISTENT if right else Verdict.CONTRADICTS
        span = min(match.start(), told.start()), max(match.end(), told.end())
        claim = f"{law.treaty.short}: {kind} by article {match.group(1).upper()}"
        ids = [grounds.clause_id(law.treaty, one) for one in chosen]
        yield page.judged(
            span, "article", law, claim, verdict, fact, [grounds.of_clause(law.treaty, one) for one in chosen], ids
        )
        return


def _topic(page: Page, words: tuple[str, ...], low: int, high: int, match: re.Match[str]) -> re.Match[str] | None:
    """The words after the article, in its own stretch of the sentence, that tell what it is about."""
    pattern = page.lexicon.pattern(words, WHOLE)
    led = _UNDER.search(page.plain[low : match.start()])
    before = list(pattern.finditer(page.plain, max(low, match.start() - 90), match.start())) if led else []
    found = pattern.search(page.plain, match.end(), min(high, match.end() + 110))
    if found is None and before:
        return before[-1]
    following = _ARTICLE.search(page.plain, match.end(), high)
    if found is not None and (following is None or found.start() < following.start()):
        return found
    return None


def _speaks_of(says: str, words: tuple[str, ...]) -> bool:
    return any(word.rstrip("*") in says.lower() for word in words)
