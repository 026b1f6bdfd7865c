"""From paths to reports. One input that cannot be read is refused with its reason, and the rest is read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.errors import RefusedError
from treatywatch.model.actor import Outlet
from treatywatch.model.report import Credit, Refused, Report
from treatywatch.reading.credit import CreditForms
from treatywatch.reading.decoding import decode
from treatywatch.reading.inputs import Input, find_inputs, load
from treatywatch.reading.limits import LARGEST_TEXT
from treatywatch.reading.pages import Page, is_page, read_page
from treatywatch.reading.pdf import is_pdf, read_pdf
from treatywatch.reading.published import find_printed_day
from treatywatch.reading.titles import find_title
from treatywatch.reading.tongue import check_language

_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
TIME_ZONES = timedelta(days=1)
"""Somewhere it is already tomorrow (UTC+14): a day is a future one only beyond that."""


def read(
    paths: Iterable[str | Path],
    published: PlainDay | None = None,
    *,
    outlets: Mapping[str, Outlet],
    today: date,
) -> Iterator[Report | Refused]:
    """Read texts, saved pages, PDF and folders of them (`-`: standard input), in the order given, folders sorted.

    `published` is the day of reports whose day the user knows; it goes before what a page's metadata or the text itself
    says. A day after `today` is refused. Nothing is raised for one bad input: it comes out as `Refused`.
    """
    desk = _Desk(outlets, published, today)
    for item in find_inputs(paths):
        yield item if isinstance(item, Refused) else desk.read(item)


def report_id(outlet: str | None, url: str | None, text: str) -> str:
    """The id of a report: the hash of outlet, canonical address and kept text. The same text from two outlets is two reports."""
    digest = hashlib.sha256("\x00".join((outlet or "", url or "", text)).encode("utf-8", "surrogatepass"))
    return f"report:{digest.hexdigest()[:20]}"


@dataclass(frozen=True, slots=True)
class _Desk:
    """What stays the same from one input to the next."""

    outlets: Mapping[str, Outlet]
    published: PlainDay | None
    today: date
    forms: CreditForms | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "forms", CreditForms(self.outlets))

    def read(self, item: Input) -> Report | Refused:
        """One input as a report, or why not."""
        try:
            return self._report(item.path, load(item))
        except RefusedError as error:
            return Refused(item.path, error.reason)

    def _report(self, path: str, data: bytes) -> Report:
        page = _extract(path, data)
        if len(page.text) > LARGEST_TEXT:
            raise RefusedError(
                f"size: found more than {LARGEST_TEXT:,} characters of text, expected one report; split it"
            )
        language = check_language(page.text)
        outlet = find_outlet(self.outlets, page.url, page.site)
        return Report(
            id=report_id(outlet, page.url, page.text),
            text=page.text,
            title=page.title,
            outlet=outlet,
            url=page.url,
            credit=self._credit(page),
            language=language,
            published=self._published(page),
            path=path,
        )

    def _credit(self, page: Page) -> Credit | None:
        assert self.forms is not None
        return self.forms.find(page.text) or self.forms.of_foot(page.below) or self.forms.of_author(page.author)

    def _published(self, page: Page) -> UncertainDay | None:
        if self.published is not None:
            found: UncertainDay | None = UncertainDay.from_plain(self.published, "given")
        else:
            found = page.published or find_printed_day(page.text) or find_printed_day(page.above)
        if found and found.earliest and found.earliest > self.today + TIME_ZONES:
            raise RefusedError(
                f"published: found {found.edtf} ({found.how}), expected a day up to {self.today.isoformat()}; say --published DAY"
            )
        return found


def _extract(path: str, data: bytes) -> Page:
    if is_pdf(data):
        text = read_pdf(data)
        return Page(text, find_title(text), None, None, None, None)
    text = decode(data, page=path.lower().endswith(_PAGE_SUFFIXES) or b"<html" in data[:2048].lower())
    if is_page(text) or path.lower().endswith(_PAGE_SUFFIXES):
        return read_page(text)
    return Page(text, find_title(text), None, None, None, None)


def find_outlet(outlets: Mapping[str, Outlet], url: str | None, site: str | None) -> str | None:
    """The outlet whose domain the address has (the longest that fits), else the one of exactly that name; None if several fit."""
    host = (urlsplit(url).hostname or "") if url else ""
    fits = [
        (len(domain), outlet.id) for outlet in outlets.values() for domain in outlet.domains if _on_domain(host, domain)
    ]
    if fits:
        longest = max(size for size, _ in fits)
        ids = {one for size, one in fits if size == longest}
        return ids.pop() if len(ids) == 1 else None
    named = {outlet.id for outlet in outlets.values() if site and site.casefold() in _names(outlet)}
    return named.pop() if not host and len(named) == 1 else None


def _names(outlet: Outlet) -> set[str]:
    return {outlet.name.casefold(), *(alias.casefold() for alias in outlet.aliases)}


def _on_domain(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")
