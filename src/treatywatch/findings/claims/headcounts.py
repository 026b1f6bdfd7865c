"""Claims about how many: states parties, signatures, ratifications."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.numbers import Fit, Told, find_numbers
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.findings.claims.standings import BOUND
from treatywatch.model.finding import Verdict
from treatywatch.model.passage import Ground
from treatywatch.model.vocabulary import EventKind, StandingKind

_CLOSE = 2
"""So many states more or less are not called wrong: a deposit counts at once for some, from its effect for others."""
_SLOW = 400


def read(page: Page) -> Iterator[Judged]:
    """The claims about numbers of states in all sentences."""
    for low, high in page.sentences:
        for told in find_numbers(page.text, page.plain, low, high, page.lexicon):
            yield from _number_at(page, low, high, told)
        for match in _ORDINAL.finditer(page.plain, low, high):
            yield from _ordinal_at(page, low, high, match)


_ORDINAL = re.compile(
    r"(?<![\w.,-])(\d{1,3})(?:st|nd|rd|th)\s(?:states?\s)?(?:party|member(?:\sstate)?|country to (?:join|ratify))(?![\w-])"
)


def _ordinal_at(page: Page, low: int, high: int, match: re.Match[str]) -> Iterator[Judged]:
    """`its 190th member`: no state can be so far down a list that is shorter."""
    law = page.treaty_at(low, high, match.start())
    coverage = law.treaty.coverage if law else None
    if law is None or page.told_on is None or coverage is None or not coverage.complete or law.treaty.sides:
        return
    if (page.told_on - coverage.as_of.latest).days > _SLOW:
        return
    count, most = int(match[1]), max(_counts(law, "ratified", page.told_on))
    if count <= most + _CLOSE:
        return
    fact = f"{law.treaty.short} has {most} parties on {page.told_on.isoformat()}, by its table of participants."
    ground = Ground(source="; ".join(coverage.source), verified=True, note=coverage.says)
    claim = f"{law.treaty.short}: {page.text[match.start() : match.end()]}"
    ids = (law.on(page.told_on).id,)
    yield page.judged(match.span(), "number-of-states", law, claim, Verdict.CONTRADICTS, fact, (ground,), ids)


_AFTER = (
    (
        re.compile(
            r"\s(?:have\s|had\s|has\s)?(?:now\s|already\s|so far\s)?(?:ratified|joined|acceded)\s(?:the|it|to)\b"
        ),
        "ratified",
    ),
    (re.compile(r"\s(?:have\s|had\s|has\s)?(?:now\s|already\s|so far\s)?signed\s(?:the|it)\b"), "signed"),
    (re.compile(r"\s(?:are|were)\s(?:now\s|already\s)?(?:party|parties|states parties|members|bound)\s"), "parties"),
)
"""What may follow "178 states", and what is then counted."""


def _sort(page: Page, low: int, told: Told) -> tuple[str, int] | None:
    """What is counted, and where the words for it end: parties, ratifications or signatures."""
    noun = page.lexicon.words("states_parties").match(page.plain, told.end + 1)
    if noun is None or told.value < 3:
        return None
    found = _told_before(page, page.plain[max(low, told.start - 40) : told.start], noun.group())
    after = page.plain[noun.end() : noun.end() + 40]
    found = found or next((sort for pattern, sort in _AFTER if pattern.match(after)), None)
    if found is None and noun.group() in page.lexicon.file.counts_as_party and re.match(r"\s(?:to|of)\sthe\s", after):
        found = "parties"
    return (found, noun.end()) if found else None


def _told_before(page: Page, before: str, noun: str) -> str | None:
    if page.lexicon.pattern("signed_by", r"@\s$").search(before):
        return "signed"
    if re.search(r"(?:ratified|joined|accepted)\sby\s$", before):
        return "ratified"
    counted = noun in page.lexicon.file.counts_as_party and page.lexicon.pattern("ratified_by", r"@\s$").search(before)
    return "parties" if counted else None


def _number_at(page: Page, low: int, high: int, told: Told) -> Iterator[Judged]:
    sort = _sort(page, low, told)
    law = page.treaty_at(low, high, told.start) if sort else None
    if sort is None or law is None or law.treaty.sides or page.told_on is None:
        return
    coverage = law.treaty.coverage
    if coverage is None or not coverage.complete or (page.told_on - coverage.as_of.latest).days > _SLOW:
        return
    if _is_of_another_time(page, low, told):
        return
    on = page.told_on
    counts = tuple(
        dict.fromkeys(count for day in (on, *_named(page, low, high)) for count in _counts(law, sort[0], day))
    )
    fit = min((_fit(told, count) for count in counts), key=list(Fit).index)
    if fit is Fit.NEAR or (fit is Fit.OFF and sort[0] == "signed" and _tells_a_day(page, low, told)):
        return
    verdict = Verdict.CONSISTENT if fit is Fit.FITS else Verdict.CONTRADICTS
    what = {"signed": "signatures", "ratified": "states that consented", "parties": "parties"}[sort[0]]
    fact = f"{law.treaty.short} has {counts[0]} {what} on {on.isoformat()}, by its table of participants."
    ground = Ground(source="; ".join(coverage.source), verified=True, note=coverage.says)
    span = (told.start, sort[1])
    claim = f"{law.treaty.short}: {page.text[told.start : sort[1]]}"
    yield page.judged(span, "number-of-states", law, claim, verdict, fact, (ground,), (law.on(on).id,))


_ONCE = re.compile(
    r"\b(?:after|once|when|as soon as|until|needs?|needed|requires?|required|with)\s"
    r"(?:the\s|(?:it|the treaty|this|they)\s(?:had\s|has\s|was\s|is\s|been\s)*(?:ratified|signed|accepted|joined)\sby\s)?$"
)
"""Before a number of states that something waits for, or waited for ("took effect once 50 states had ratified it")."""
_SINCE_THEN = re.compile(
    r"\b(?:since|then|another|further|more|followed by|opened|opening|first day|that day|of the|out of)\b"
)
"""In the clause before a number: it counts those of a time, not all."""


def _is_of_another_time(page: Page, low: int, told: Told) -> bool:
    """Whether a number is told as what entry into force needs, or of a time that the words name."""
    start = max(low, told.start - 60)
    return any(
        pattern.search(page.plain, start, told.start)
        for pattern in (page.lexicon.words("entry_after"), _ONCE, _SINCE_THEN)
    )


def _tells_a_day(page: Page, low: int, told: Told) -> bool:
    """Whether the clause before a number tells a day on which so many may have acted ("adopted in 1996 and signed by 71 states")."""
    return any(one.dated for one in (ToldDay.of(day, page.plain, page.lexicon) for day in page.days(low, told.start)))


def _named(page: Page, low: int, high: int) -> Iterator[date]:
    """The days that the sentence names besides: a number may be told as of any of them ("by October 2020")."""
    for one in page.days(low, high):
        if one.earliest is not None and one.latest is not None:
            yield one.latest
            yield one.earliest


def _fit(told: Told, count: int) -> Fit:
    found = told.fit(count)
    return Fit.NEAR if found is Fit.OFF and not told.hedge and abs(told.value - count) <= _CLOSE else found


def _counts(law: Law, sort: str, on: date) -> tuple[int, ...]:
    """How many there were on the day, in the ways in which one may count."""
    rows = law.on(on).participants
    bound = sum(row.standing in BOUND for row in rows)
    consented = bound + sum(row.standing in (StandingKind.CONTRACTING, StandingKind.CONTESTED) for row in rows)
    if sort == "signed":
        signed = {one.actors for one in law.when((EventKind.SIGN,)) if one.actors and one.day.earliest <= on}
        return len(signed), consented + sum(row.standing is StandingKind.SIGNATORY for row in rows)
    return (bound, consented) if sort == "parties" else (consented, bound)
