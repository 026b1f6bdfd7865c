"""Saved web pages: main text, headline, address, day and author, by trafilatura and htmldate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from treatywatch.dates import UncertainDay
from treatywatch.errors import RefusedError

LEAST_WORDS = 40
"""Words of running text from which a page holds an article (shortest article of the 119-page benchmark: see docs/accuracy.md)."""
LEAST_SENTENCE = 6
"""Words of a sentence: menus and link lists have none."""
_SENTENCE = re.compile(r"[^.!?\n]{30,}[.!?][”\"’')\]]*(?=\s|$)")
_LOOKS_LIKE_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds. `text` begins with the headline, a blank line between paragraphs."""

    text: str
    title: str | None
    url: str | None
    author: str | None
    site: str | None
    published: UncertainDay | None


def is_page(text: str) -> bool:
    """Whether decoded content is HTML."""
    return _LOOKS_LIKE_PAGE.search(text[:5000]) is not None


def read_page(html: str, today: date) -> Page:
    """The article of a page; RefusedError where there is none."""
    from trafilatura import bare_extraction  # loads slowly: only when a page is read

    found = bare_extraction(html, include_comments=False, include_tables=False, with_metadata=True)
    if found is None or isinstance(found, dict):
        raise RefusedError("page: found no article, expected running text; save the page of one article")
    body = (found.text or "").strip()
    _check_article(body)
    title = (found.title or "").strip() or None
    paragraphs = [line.strip() for line in body.split("\n") if line.strip()]
    if title and not _opens_with(paragraphs, title):
        paragraphs.insert(0, title)
    return Page("\n\n".join(paragraphs), title, found.url, found.author, found.sitename, _day(html))


def _check_article(body: str) -> None:
    running = sum(
        len(match.group().split()) for match in _SENTENCE.finditer(body) if len(match.group().split()) >= LEAST_SENTENCE
    )
    if running < LEAST_WORDS:
        raise RefusedError(
            f"page: found {running} words of running text, expected an article of at least {LEAST_WORDS}; save the page of one article"
        )


def _opens_with(paragraphs: list[str], title: str) -> bool:
    return any(line.casefold() == title.casefold() for line in paragraphs[:3])


def _day(html: str) -> UncertainDay | None:
    """The day that the page's metadata, address or markup gives; guesses from its running text are not asked for."""
    from htmldate import find_date

    found = find_date(html, extensive_search=False, original_date=True, max_date="2100-01-01")
    if not found:
        return None
    return UncertainDay.on(date.fromisoformat(found), "metadata")
