"""Saved web pages: main text, headline, address, day and author, by trafilatura and htmldate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from treatywatch.dates import UncertainDay
from treatywatch.errors import RefusedError
from treatywatch.reading.limits import LARGEST_PAGE

LEAST_WORDS = 30
"""Words of running text from which a page holds an article.

Of the 119 pages of Scrapinghub's benchmark that we measure on, four have fewer: a calendar, a gallery, two notes.
"""
LEAST_SENTENCE = 6
"""Words of a sentence: menus and link lists have none."""
LINES_AROUND = 5
"""Lines above and below the article that may date or credit it; further off the page speaks of itself."""
_SENTENCE = re.compile(r"[^.!?\n]{30,1000}[.!?][”\"’')\]]*(?=\s|$)")
_DEAD_WEIGHT = re.compile(r"<(?P<name>style|script|svg)\b(?![^>]{0,200}ld\+json)|<!--", re.IGNORECASE)
"""What makes pages heavy and holds no text; linked data (JSON-LD) stays, it gives the day."""
_CLOSING = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("style", "script", "svg")} | {
    "": re.compile("-->")
}
_BLOCKS = ("p", "div", "li", "section", "article", "footer", "aside", "small", "figcaption", "h1", "h2", "h3", "time")
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
    above: str = ""
    below: str = ""
    """Lines of the page just round the article: a day and a credit may stand there, outside what was extracted."""


def is_page(text: str) -> bool:
    """Whether decoded content is HTML."""
    return _LOOKS_LIKE_PAGE.search(text[:5000]) is not None


def read_page(html: str) -> Page:
    """The article of a page; RefusedError where there is none."""
    try:
        return _read_page(html)
    except (
        ValueError,
        TypeError,
        AttributeError,
        LookupError,
        RecursionError,
    ) as error:  # markup that the parsers choke on
        raise RefusedError(
            f"page: found broken markup ({type(error).__name__}), expected HTML; save the page again"
        ) from error


def _read_page(html: str) -> Page:
    from trafilatura import bare_extraction, extract_metadata  # load slowly: only when a page is read

    html = _lighten(html)
    if len(html) > LARGEST_PAGE:
        raise RefusedError(
            f"page: found more than {LARGEST_PAGE:,} characters of markup, expected one article; save a reader's view"
        )
    found = bare_extraction(html, include_comments=False, include_tables=False)
    if found is None or isinstance(found, dict):
        raise RefusedError("page: found no article, expected running text; save the page of one article")
    body = (found.text or "").strip()
    _check_article(body)
    told = extract_metadata(html, extensive=False)
    title = (told.title or "").strip() or None
    paragraphs = [line.strip() for line in body.split("\n") if line.strip()]
    above, below = _around(html, paragraphs[0], paragraphs[-1])
    if title and not _opens_with(paragraphs, title):
        paragraphs.insert(0, title)
    return Page("\n\n".join(paragraphs), title, told.url, told.author, told.sitename, _day(html), above, below)


def _lighten(html: str) -> str:
    """The page without scripts, styles, drawings and comments, in one pass; what is never closed stays."""
    kept: list[str] = []
    place = 0
    while opening := _DEAD_WEIGHT.search(html, place):
        closing = _CLOSING[(opening["name"] or "").lower()].search(html, opening.end())
        if closing is None:
            break
        kept.append(html[place : opening.start()])
        place = closing.end()
    return "".join(kept) + html[place:]


def _around(html: str, first: str, last: str) -> tuple[str, str]:
    """The few lines that stand above the article's first paragraph, and below its last."""
    from trafilatura import load_html

    tree = load_html(html)
    if tree is None:
        return "", ""
    leaves = (item for item in tree.iter(*_BLOCKS) if next(item.iterchildren(*_BLOCKS), None) is None)
    lines = [line for line in (" ".join(item.text_content().split()) for item in leaves) if line]
    begins = next((place for place, line in enumerate(lines) if line.startswith(first[:40])), 0)
    ends = next((place for place in reversed(range(len(lines))) if lines[place].endswith(last[-40:])), len(lines))
    above = lines[max(0, begins - LINES_AROUND) : begins]
    return "\n".join(above), "\n".join(lines[ends + 1 : ends + 1 + LINES_AROUND])


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
    """The day that the page's head, its linked data or its `time` elements give; never one that stands in running text."""
    from htmldate import find_date

    found = find_date(_told_to_machines(html), extensive_search=False, original_date=True, max_date="2100-01-01")
    if not found:
        return None
    return UncertainDay.on(date.fromisoformat(found), "metadata")


def _told_to_machines(html: str) -> str:
    """A page of only what the given one tells to machines: htmldate reads the footer's words otherwise."""
    from lxml.html import tostring
    from trafilatura import load_html

    tree = load_html(html)
    if tree is None:
        return ""
    head = tree.find("head")
    data = tree.iterfind(".//body//script[@type='application/ld+json']")
    times = tree.iterfind(".//body//time[@datetime]")
    parts = [tostring(item, encoding="unicode", with_tail=False) for item in (*data, *times)]
    inner = tostring(head, encoding="unicode", with_tail=False) if head is not None else ""
    return f"<html>{inner}<body><p>{' '.join(parts)}</p></body></html>"
