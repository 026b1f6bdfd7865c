"""How the page says things: days, names, sources and sentences in context. Everything that comes from a report is made harmless."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.model.passage import Passage
from treatywatch.model.report import Report
from treatywatch.shapes.escape import visible

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
CONTEXT = 220
"""Characters of the report shown before and after a quoted sentence, up to the paragraph's ends: a quotation, not a copy."""

_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")


def full_day(day: date) -> str:
    """A calendar day: 5 July 2019."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day(value: date | PlainDay | UncertainDay | None) -> str:
    """Any day in words, as exactly as it is known."""
    if value is None:
        return "day unknown"
    if isinstance(value, date):
        return full_day(value)
    if isinstance(value, UncertainDay):
        return _uncertain(value)
    return _plain(value.earliest, value.latest)


def _plain(earliest: date, latest: date) -> str:
    if earliest == latest:
        return full_day(earliest)
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{MONTHS[earliest.month - 1]} {earliest.year}"
    if earliest.year == latest.year and (latest - earliest).days >= 364:
        return str(earliest.year)
    return f"{full_day(earliest)} to {full_day(latest)}"


def _uncertain(value: UncertainDay) -> str:
    if value.earliest and value.latest:
        whole_month = (value.earliest.day, (value.latest - value.earliest).days >= 27)
        if whole_month != (1, True) and value.earliest != value.latest and value.earliest.month == value.latest.month:
            return f"{full_day(value.earliest)} to {full_day(value.latest)}"
        return _plain(value.earliest, value.latest)
    if value.earliest:
        return f"after {full_day(value.earliest)}"
    if value.latest:
        return f"before {full_day(value.latest)}"
    return "day unknown"


def until_day(count: int) -> str:
    """How far a day is away: in 28 days, 3 days ago, today."""
    if count == 0:
        return "today"
    many = abs(count)
    words = f"{many:,} day" + ("s" if many != 1 else "")
    return f"in {words}" if count > 0 else f"{words} ago"


def plural(count: int, word: str) -> str:
    """A count with its word."""
    return f"{count:,} {word}" + ("" if count == 1 else "s")


def listed(items: Iterable[str]) -> str:
    """Words as a list in a sentence."""
    words = list(items)
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def told(text: str | None) -> str:
    """Text of a report or a data file, its control and direction characters made visible."""
    return visible(text or "", keep="\n")


def linked(text: str) -> Markup:
    """A source with its addresses as links; only http and https become links."""
    parts: list[Markup] = []
    end = 0
    shown = told(text)
    for match in _ADDRESS.finditer(shown):
        address = match.group().rstrip(".,;")
        parts += [
            escape(shown[end : match.start()]),
            Markup('<a href="{0}" rel="noreferrer">{1}</a>').format(address, _short(address)),
        ]
        end = match.start() + len(address)
    return Markup("").join([*parts, escape(shown[end:])])


def _short(address: str) -> str:
    """An address as people read it: the host, and that there is more."""
    host, _, path = address.split("://", 1)[1].partition("/")
    return host.removeprefix("www.") + ("/…" if path else "")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence with what stands around it in its report."""

    before: str
    exact: str
    after: str


def quotation(passage: Passage, reports: Mapping[str, Report]) -> Quotation:
    """The sentence in its context; where the kept text does not have it at its offsets, in the passage's own, never elsewhere."""
    report = reports.get(passage.report)
    if report is None or report.text[passage.start : passage.end] != passage.exact:
        return Quotation(told(passage.prefix), told(passage.exact), told(passage.suffix))
    before = report.text[max(0, passage.start - CONTEXT) : passage.start]
    after = report.text[passage.end : passage.end + CONTEXT]
    if passage.start > CONTEXT:
        before = "…" + before.partition(" ")[2]
    if passage.end + CONTEXT < len(report.text):
        after = after.rpartition(" ")[0] + "…"
    return Quotation(told(before.rpartition("\n\n")[2]), told(passage.exact), told(after.partition("\n\n")[0]))
