"""How the page says things: days, names, sources and sentences in context. Everything that comes from a report is made harmless."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from treatywatch.dates import MONTHS, PlainDay, UncertainDay
from treatywatch.model.passage import Passage
from treatywatch.model.report import Report
from treatywatch.shapes.escape import visible

CONTEXT = 160
"""Characters of the report shown before and after a quoted sentence: a quotation, not a copy."""

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


def short_day(value: date | None) -> str:
    """A calendar day in a table: 5 Jul 2019, on one line."""
    return f"{value.day}\u00a0{MONTHS[value.month - 1][:3]}\u00a0{value.year}" if value else ""


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


DEEDS = {
    "sign": "signature",
    "ratify": "ratification",
    "accede": "accession",
    "succeed": "succession",
    "enter-into-force": "entry into force",
    "apply-provisionally": "provisional application",
    "announce-withdrawal": "announced withdrawal",
    "notify-withdrawal": "notice of withdrawal",
    "halt-notice": "halted notice",
    "revoke-notice": "revoked notice",
    "withdraw": "withdrawal",
    "announce-suspension": "announced suspension",
    "suspend": "suspension",
    "resume": "resumption",
    "extend": "extension",
    "amend": "amendment",
    "expire": "expiry",
    "terminate": "termination",
    "supersede": "supersession",
    "counter-measure": "counter-measure",
    "sign-law": "law signed",
    "approve": "approval",
    "destroy": "destruction",
    "deploy": "deployment",
    "inspect": "inspection",
    "agree-measures": "agreed measures",
    "publish-finding": "published finding",
}
"""Event kinds as nouns, where the word of the vocabulary is none."""


def deed(kind: str) -> str:
    """An event kind as a noun in a sentence."""
    return DEEDS.get(kind, kind.replace("-", " "))


_WITH_ARTICLE = re.compile(
    r"^(United|Soviet|European|Holy|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles)\b"
    r"|\b(Union|Republic|Federation|Islands|Kingdom|States|Emirates|Commission|Agency|Organization|Ministry|Department)$"
)
"""Names that English gives an article in a sentence."""


def in_sentence(name: str) -> str:
    """A name as it stands within a sentence: the United States, Russia."""
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def opening(text: str) -> str:
    """The same with a capital, to open a sentence."""
    return text[:1].upper() + text[1:]


def some(names: Iterable[str], most: int = 3) -> str:
    """Names in a sentence; from `most` on the rest is counted."""
    known = list(names)
    if len(known) <= most:
        return listed(known)
    return f"{', '.join(known[: most - 1])} and {len(known) - most + 1} more"


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
        return Quotation(_flowing(passage.prefix), told(passage.exact), _flowing(passage.suffix))
    before = report.text[max(0, passage.start - CONTEXT) : passage.start]
    after = report.text[passage.end : passage.end + CONTEXT]
    if passage.start > CONTEXT:
        before = "…" + before.partition(" ")[2]
    if passage.end + CONTEXT < len(report.text):
        after = after.rpartition(" ")[0] + "…"
    return Quotation(_flowing(before), told(passage.exact), _flowing(after))


def _flowing(text: str) -> str:
    """Text on one line, with the blanks kept that part it from the sentence."""
    head = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() else ""
    return told(f"{head}{' '.join(text.split())}{tail}")
