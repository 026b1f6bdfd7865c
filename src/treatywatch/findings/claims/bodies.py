"""Claims that a state left the body of a treaty ("left UNESCO"): who leaves it leaves the treaty."""

from __future__ import annotations

from collections.abc import Iterator

from treatywatch.findings.claims import acts
from treatywatch.findings.claims.claimed import Act
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.findings.claims.subjects import subjects
from treatywatch.model.vocabulary import EventKind, Modality

_GAP = 5
"""Characters between the body and the day at most ("in ", "on ", "at ")."""


def read(page: Page) -> Iterator[Judged]:
    """`Israel left UNESCO at the end of 2018`."""
    for low, high in page.sentences:
        for match in page.lexicon.words("left_body").finditer(page.plain, low, high):
            body = page.body_at(match.end(), min(high, match.end() + 50))
            told = subjects(page, low, match.start())
            if body is None or told is None or body[1] - match.end() > _GAP:
                continue
            law = page.library.law(body[0])
            mention = next((one for one in page.days(body[2], high) if one.start - body[2] <= _GAP), None)
            actors = tuple(state for one in told[0] if (state := page.state_of(one)) is not None)
            if law is None or not actors:
                continue
            day = ToldDay.of(mention, page.plain, page.lexicon) if mention else None
            span = told[0][0].start, mention.end if mention else body[2]
            found = acts.judge(page, law, Act(EventKind.WITHDRAW, actors, Modality.HAPPENED, day, span))
            if found is not None:
                yield found
