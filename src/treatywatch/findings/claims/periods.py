"""Claims about spans of time that a treaty sets: of notice, of its own life, of an extension, for stockpiles and clearance.

Six months are not 180 days: a span in another unit fits only where it is hedged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from treatywatch.dates import Period
from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.numbers import NUMBER, Told, told_at
from treatywatch.findings.claims.occasions import READ
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.model.clause import Clause, Duration, Elimination, EntryIntoForce, Extension, Withdrawal
from treatywatch.model.finding import Verdict
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import grounds

_UNIT = r"day|week|month|year|decade|quarter of a century|quarter century|half century|century"
_SPAN = re.compile(rf"(?<![\w.,-])({NUMBER}|a|an|one|another)[\s-](?:full\s|further\s)?({_UNIT})(?:s|s'|'s)?(?![\w])")
_AFTER_NOTICE = re.compile(
    r"\s(?:after|from|following)\s(?:(?:giving|serving|sending|the|a|its|such|formal|written|receipt|of|being|their|due|prior)\s){0,4}"
    r"(?:notice|notification)(?![\w-])"
)
_NTH = re.compile(
    r"\safter\s(?:the\s)?(?:\d+(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?:first|second|third|th)|\d+(?=\s(?:states|countries)))\s(?:\w+\s){0,3}?"
    r"(?:ratif|deposit|instrument|state|signator|countr)"
)
"""After "90 days": entry into force for all. Days after a state's own deposit are another rule."""
_WAITING = (
    re.compile(
        r"\b(?:notice|withdrawal|warning|exit)\s(?:period|time)\b[\w\s']{0,50}\s(?:is|was|lasts|lasted|runs|of|to)\s(?:for\s)?$"
    ),
    re.compile(
        r"\b(?:leaving|quitting|withdrawal from|withdrawing from|exiting|an exit from)\s[\w\s-]{3,40}\s(?:takes|took|requires)\s$"
    ),
)
"""Before a span: so long one waits for an exit."""
_WAITED = (re.compile(r"\s(?:in advance|beforehand|ahead)\b"),)
"""After a span, behind words of leaving."""
_MUST_PASS = re.compile(
    r"\s(?:must|have to|has to|had to)\s(?:pass|elapse|go by)\sbefore\s(?:\w+\s){0,3}(?:withdrawal|exit|departure|denunciation)\b"
)
_BEFORE_LEAVING = re.compile(
    r"\s(?:before|prior to|ahead of)\s(?:(?:the|its|their|a|an|any|such)\s)?(?:withdrawal|withdrawing|leaving|departure|exit|quitting)\b"
)
_TREATY_NOUN = re.compile(r"\s(?:arms\s|nuclear\s|control\s)*(?:treaty|pact|accord|agreement|deal|convention)(?![\w-])")
"""After "a ten-year": the span is the treaty's own life."""
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_YEARS = {"decade": 10, "quarter of a century": 25, "quarter century": 25, "half century": 50, "century": 100}
"""Longer units, in years."""
_SAME = 0.035
"""Spans of other units that are so close (six months and 180 days: 1.5 %) are told apart only where the words are not hedged."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A span of time as it is told."""

    start: int
    end: int
    count: Told
    unit: str

    @property
    def days(self) -> float:
        """Its length in days, roughly."""
        return self.count.value * _DAYS[self.unit]

    def fits(self, period: Period) -> bool:
        """Whether it is the period: the same count of the same unit (12 months are a year)."""
        for unit, months in (("months", 1), ("years", 12)):
            count = getattr(period, unit)
            if count is not None and self.unit in ("month", "year"):
                return bool(self.count.value * (12 if self.unit == "year" else 1) == count * months)
        if period.days is not None or period.full_days is not None:
            days = period.days if period.days is not None else period.full_days
            return self.unit in ("day", "week") and self.days == days
        if period.first_of_month is not None:
            return self.unit == "month" and self.count.value == period.first_of_month
        return False

    def close(self, period: Period) -> bool:
        """Whether it is about as long as the period, in whatever unit."""
        days = _length(period)
        return days is not None and abs(self.days - days) <= _SAME * days


def _length(period: Period) -> float | None:
    for unit, name in (
        ("months", "month"),
        ("years", "year"),
        ("days", "day"),
        ("full_days", "day"),
        ("first_of_month", "month"),
    ):
        count = getattr(period, unit)
        if count is not None:
            return float(count * _DAYS[name])
    return None


def read(page: Page) -> Iterator[Judged]:
    """The claims about spans in all sentences."""
    for low, high in page.sentences:
        for match in _SPAN.finditer(page.plain, low, high):
            told = _told(page, low, match)
            law = page.treaty_at(low, high, match.start()) or _meant(page, low, match)
            if law is not None:
                yield from _read(page, law, low, high, told)


_PARTY_MUST = re.compile(
    r"(?:a|any|each|every|either|the)\s(?:party|side|state|country|member|leaver|withdrawing\s\w+)\b"
)


def _meant(page: Page, low: int, match: re.Match[str]) -> Law | None:
    """The treaty told before, where the sentence goes on about what its parties must or may do ("A party must give …")."""
    return page.treaty_before(low) if _PARTY_MUST.match(page.plain, low, match.start()) else None


def _told(page: Page, low: int, match: re.Match[str]) -> _Told:
    years, unit = _YEARS.get(match.group(2)), match.group(2)
    if match.group(1) in ("a", "an", "one", "another"):
        number = Told(match.start(), match.end(1), 1)
    else:
        number = told_at(page.plain, match.start(1), match.end(1), low, page.lexicon)
    if years is not None:
        number, unit = replace(number, value=number.value * years), "year"
    return _Told(number.start, match.end(), number, unit)


def _read(page: Page, law: Law, low: int, high: int, told: _Told) -> Iterator[Judged]:
    """The first clause that the words around the span tell."""
    for rule in (_notice, _entry, _extension, _duration, _elimination):
        clause = rule(page, law, low, high, told)
        if clause is not None:
            yield from _judged(page, law, told, *clause)
            return


def _judged(
    page: Page, law: Law, told: _Told, clause: Clause, period: Period, others: tuple[Period, ...]
) -> Iterator[Judged]:
    fitting = told.fits(period) or any(told.fits(one) for one in others)
    if not fitting and told.close(period) and told.count.hedge:
        fitting = True
    if not fitting and told.count.hedge:
        return
    sure = clause.verified or clause.level in READ
    verdict = Verdict.CONSISTENT if fitting else Verdict.CONTRADICTS if sure else Verdict.UNKNOWN
    fact = f"{law.treaty.short}, {clause.article}: {period}. {clause.says}"
    claim = f"{law.treaty.short}: {page.text[told.start : told.end]}"
    ids = (grounds.clause_id(law.treaty, clause),)
    yield page.judged(
        (told.start, told.end), "period", law, claim, verdict, fact, (grounds.of_clause(law.treaty, clause),), ids
    )


_Rule = tuple[Clause, Period, tuple[Period, ...]]


def _notice(page: Page, law: Law, low: int, high: int, told: _Told) -> _Rule | None:
    """`six months' notice`, `leaves one year after giving notice`."""
    clause = next((one for one in law.treaty.clauses if isinstance(one, Withdrawal)), None)
    if clause is None or page.lexicon.words("not_notice").search(page.plain, low, high):
        return None
    after = page.plain[told.end : told.end + 60]
    told_before = page.plain[max(low, told.start - 70) : told.start]
    if any(pattern.search(told_before) for pattern in _WAITING) or any(
        page.lexicon.about_leaving.search(told_before) and pattern.match(after) for pattern in _WAITED
    ):
        return clause, clause.period, tuple(one.period for one in clause.counted)
    if _MUST_PASS.match(after) or _BEFORE_LEAVING.match(after):
        return clause, clause.period, tuple(one.period for one in clause.counted)
    right = page.lexicon.pattern("notice", r"'?\s(?:\w+\s)?@(?![\w-])").match(after)
    later = _AFTER_NOTICE.match(after)
    if right or later:
        return clause, clause.period, tuple(one.period for one in clause.counted)
    before = page.plain[max(low, told.start - 70) : told.start]
    if re.search(r"(?:notice|notify|notification)\b[\w\s]{0,40}\s(?:of|within)?\s?$", before) and re.match(
        r"\s(?:in advance|beforehand|ahead)", after
    ):
        return clause, clause.period, tuple(one.period for one in clause.counted)
    return None


def _entry(page: Page, law: Law, low: int, high: int, told: _Told) -> _Rule | None:
    """`90 days after the 50th ratification`."""
    clause = next((one for one in law.treaty.clauses if isinstance(one, EntryIntoForce)), None)
    if clause is None or clause.by not in ("deposits", "waiver") or not _NTH.match(page.plain, told.end):
        return None
    return clause, clause.period, ()


def _extension(page: Page, law: Law, low: int, high: int, told: _Told) -> _Rule | None:
    """`was extended by five years`, `can be extended by five years`: what was agreed, and what the treaty allows at most.

    An extension that is offered, wanted or feared tells neither.
    """
    words = page.lexicon.words("extending").search(page.plain, max(low, told.start - 60), told.start)
    clause = next((one for one in law.treaty.clauses if isinstance(one, Extension)), None)
    if words is None or clause is None or not _BY_SO_LONG.search(page.plain[words.end() : told.start]):
        return None
    before = page.plain[max(low, words.start() - _BEFORE_EXTENDING) : words.start()]
    if _was_extended(page, words.group(), before):
        made = bool(law.when((EventKind.EXTEND,)))
        if clause.at_most is None:
            return _for_ever(law, clause) if clause.by == "vote" else None
        return (clause, clause.at_most, ()) if made else None
    allowed = page.lexicon.words("extendable").search(before)
    longer = clause.at_most is not None and told.days >= (_length(clause.at_most) or 0)
    return (clause, clause.at_most, ()) if allowed and clause.at_most and longer else None


_BY_SO_LONG = re.compile(
    r"(?:by|for|of|to)\s(?:up to\s|another\s|a further\s|at most\s|a maximum of\s|an additional\s)*$"
)
_BEFORE_EXTENDING = 40
"""Characters before the words for an extension in which stands whether it is agreed, allowed, or only wanted."""
_NOT_DONE = re.compile(
    r"\b(?:be|if|unless|to have|would have|could have|not|never|being|until|once|when|wants?|wanted|offer\w*|propos\w*)\s(?:\w+\s)?$"
)
_AGREED_TO = re.compile(
    r"\b(?:agree|agrees|agreed|decid\w+|vot\w+|resolv\w+)\s(?:\w+\s){0,2}(?:to|on|upon)\s(?:the\s|an\s)?$"
)


def _was_extended(page: Page, words: str, before: str) -> bool:
    """Whether the extension is told as made or agreed."""
    if _AGREED_TO.search(before):
        return True
    finite = page.lexicon.words("extended").fullmatch(words)
    return finite is not None and not _NOT_DONE.search(before)


def _for_ever(law: Law, clause: Extension) -> _Rule | None:
    """Extended without end: any span is wrong. The period of no length stands for it."""
    extended = [one for one in law.when((EventKind.EXTEND,)) if one.sure]
    return (
        (clause, Period(word="same-day"), ())
        if extended and not any(one.aspect == "until" for one in extended)
        else None
    )


_ELAPSED = re.compile(r"\b(?:lasted|ran|run)\s(?:for\s)?$")
_PERFECT = re.compile(r"\b(?:has|have|had|having)\s(?:\w+\s)?(?:lasted|run)\s(?:for\s)?$")
_LIFE = re.compile(
    r"\b(?:duration|lifetime|lifespan|life|term)\s(?:\w+\s){0,3}?(?:of|was|is)\s(?:for\s|of\s)?$|\bperiod of\s$"
    r"|\b(?:made|signed|agreed|drawn up|set to run|was to run|to run|intended)\s(?:to last\s)?for\s(?:a\s(?:period|term)\sof\s)?$"
)
_TERM = re.compile(
    r"\s(?:term|duration|lifespan|life)(?![\w-])(?!\sof\s(?:office|the\spresident))|\safter\s(?:its|the treaty's)\sentry into force\b"
)
_CUT_OR_PROLONGED = (EventKind.EXTEND, EventKind.SUPERSEDE, EventKind.WITHDRAW, EventKind.TERMINATE)


def _duration(page: Page, law: Law, low: int, high: int, told: _Told) -> _Rule | None:
    """`runs for ten years`."""
    clause = next((one for one in law.treaty.clauses if isinstance(one, Duration) and one.period), None)
    before = page.plain[max(low, told.start - 30) : told.start]
    lasts = page.lexicon.pattern("lasting", r"@\s(?:for\s|of\s)?$").search(before)
    if lasts and _ELAPSED.search(before[: lasts.end()]) and (_PERFECT.search(before) or law.when(_CUT_OR_PROLONGED)):
        return None  # how long it lasted is another matter than how long it was to last
    is_one = re.search(r"(?<![\w-])an?\s$", before) and _TREATY_NOUN.match(page.plain, told.end)
    is_one = is_one or _LIFE.search(before) or _TERM.match(page.plain, told.end)
    return (clause, clause.period, ()) if clause and clause.period and (lasts or is_one) else None


def _elimination(page: Page, law: Law, low: int, high: int, told: _Told) -> _Rule | None:
    """`four years to destroy their stockpiles`, `ten years to clear mined areas`."""
    after = page.plain[told.end : min(high, told.end + 60)].split(" and ")[0]
    before = page.plain[max(low, told.start - 60) : told.start]
    if page.lexicon.words("destroyed").search(before) and re.search(r"\s(?:within|in)\s$", before):
        classed = [one for one in law.treaty.clauses if isinstance(one, Elimination) and one.classes and one.clocks]
        if classed:
            return classed[0], classed[0].clocks[0].period, tuple(one.clocks[0].period for one in classed)
    for name, word in (("stockpile", "stockpile"), ("clearing", "clear")):
        words = page.lexicon.words(name)
        if not (words.search(after) or (words.search(before) and re.search(r"(?:within|in)\s$", before))):
            continue
        for clause in law.treaty.clauses:
            clock = (
                next((one for one in clause.clocks if word in one.id), None)
                if isinstance(clause, Elimination)
                else None
            )
            if clock is not None:
                return clause, clock.period, ()
    return None
