"""Claims about deadlines: a day called one, put beside the days on which the treaty's clocks run out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatywatch.findings.claims import wording
from treatywatch.findings.claims.claimed import fits
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.model.finding import Verdict
from treatywatch.model.vocabulary import EventKind

_DEADLINE = re.compile(r"(?<![\w-])deadline(?![\w-])")
_CLOCKS = (EventKind.WITHDRAW, EventKind.EXPIRE, EventKind.ANNOUNCE_SUSPENSION, EventKind.SUSPEND, EventKind.SNAPBACK)


def read(page: Page) -> Iterator[Judged]:
    """The deadlines that the text tells with a day. One that fits no clock of the treaty is somebody's own, and is no claim."""
    for low, high in page.sentences:
        for match in _DEADLINE.finditer(page.plain, low, high):
            days = [one for one in page.days(low, high) if abs(one.start - match.end()) <= 40]
            law = page.treaty_at(low, high, match.start()) if days else None
            if law is None:
                continue
            day = ToldDay.of(days[0], page.plain, page.lexicon)
            fitting = [one for one in law.when(_CLOCKS) if fits(day, one.day)]
            if fitting:
                span = min(match.start(), day.start), max(match.end(), day.end)
                fact = wording.sentence(page, law, fitting[0])
                claim = f"{law.treaty.short}: deadline, {day.words}"
                yield page.judged(
                    span, "deadline", law, claim, Verdict.CONSISTENT, fact, fitting[0].grounds, fitting[0].rests_on
                )
