"""Claims that a state became or ceased to be a party on a day, and until when a treaty would have run, put beside the acts and the term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from treatywatch.findings.claims import acts, wording
from treatywatch.findings.claims.claimed import Act, fits
from treatywatch.findings.claims.lexicon import WHOLE
from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.findings.claims.subjects import end_of, object_of, subjects, turn_of
from treatywatch.model.finding import Verdict
from treatywatch.model.vocabulary import EventKind, Modality


def read(page: Page) -> Iterator[Judged]:
    """`Lithuania ceased to be a party in March 2025`, `has been a party since 1994`."""
    pattern = page.lexicon.pattern(page.lexicon.file.party.party, WHOLE)
    for low, high in page.sentences:
        for match in pattern.finditer(page.plain, low, high):
            told = subjects(page, low, match.start())
            law = object_of(page, low, high, match.end(), False) if told else None
            end = end_of(page, high, match.end())
            turn = turn_of(page, told[1], end, high) if told and law else None
            if told is None or law is None or turn is None:
                continue
            actors = tuple(actor for one in told[0] if (actor := page.state_of(one)))
            day = ToldDay.of(turn[1], page.plain, page.lexicon)
            span = told[0][0].start, turn[1].end
            found = (
                acts.judge(page, law, Act(turn[0], actors, Modality.HAPPENED, day, span)) if len(actors) == 1 else None
            )
            if found is not None:
                yield found
        yield from _would_have_run(page, low, high)


_WOULD_HAVE = re.compile(
    r"\bwould\s(?:otherwise\s)?have\s(?:(?:run|lasted|held|remained in force)\s(?:on\s)?(?:until|till|through|to)"
    r"|(?:expired|lapsed|run out|ended)\s(?:in|on))\s(?:the end of\s)?"
)
"""What tells the term that a treaty had, whatever ended it."""


def _would_have_run(page: Page, low: int, high: int) -> Iterator[Judged]:
    """`It would have run until 2012`: beside the term that the treaty's own clause sets, or an extension."""
    for match in _WOULD_HAVE.finditer(page.plain, low, high):
        mention = next((one for one in page.days(match.end() - 12, high) if one.start <= match.end()), None)
        law = page.treaty_at(low, high, match.start()) or _subject_before(page, low)
        terms = [one for one in law.when((EventKind.EXPIRE,)) if one.aspect == "term"] if law else []
        if law is None or mention is None or not terms or not all(one.sure for one in terms):
            continue
        day = replace(ToldDay.of(mention, page.plain, page.lexicon), loose=False)
        if day.latest is not None:  # a term that ends with a day is over from the next
            day = replace(day, latest=day.latest + timedelta(days=1))
        act = Act(EventKind.EXPIRE, (), Modality.PLANNED, day, (match.start(), mention.end))
        fitting = [one for one in terms if fits(day, one.day)]
        if fitting or day.year:
            verdict = Verdict.CONSISTENT if fitting else Verdict.CONTRADICTS
            yield wording.verdict_of(page, law, act, verdict, fitting or terms, ())


def _subject_before(page: Page, low: int) -> Law | None:
    """The treaty named first in the sentence before: what "it" means after "SORT was superseded by New START"."""
    start, end = page.sentence_at(max(0, low - 2))
    named = page.treaties(start, end) if end <= low else ()
    return page.law_of(named[0]) if named else None
